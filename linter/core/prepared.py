"""What is made of the shipped code and data once: taken from the cache, or from where the package was built.

Making it takes ten times as long as a run. Building the package makes it too (`hatch_build.py`), so that not even the
first run has to; in a source checkout that was edited since, what the build made is passed over, and the first run
makes it anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from functools import cache as once
from typing import Any

from linter.core import cache
from linter.core.digest import sha256
from linter.core.stamp import PREPARED, package_folder, shipped_files, stamp

CONTENT = "content"
"""The file in the folder of a build that says which content the others there were made of."""

VERDICT = "build"
"""What is kept of whether a build is one of the code and data as they are."""


def prepared(name: str) -> bytes | memoryview | None:
    """What was made under a name of the code and data as they are now; None where it has to be made."""
    kept = cache.read(name, stamp())
    if kept is not None:
        return kept
    made = built(name)
    if made is not None:
        cache.write(name, stamp(), made)
    return made


def keep_prepared(name: str, data: bytes) -> None:
    """Keep in the cache what was made of the code and data as they are now."""
    cache.write(name, stamp(), data)


def prepared_plain(name: str, make: Callable[[], Any]) -> Any:
    """What `make` makes of the code and data as they are now, in types that `marshal` knows: made once, then kept."""
    kept = prepared(name)
    if kept is not None:
        return marshal.loads(kept)  # noqa: S302 - plain data of our own
    made = make()
    keep_prepared(name, marshal.dumps(made))
    return made


def content() -> str:
    """A digest of factlint's modules, its shipped data, and the form of the interpreter's plain data."""
    package = package_folder()
    digest = sha256(str(sys.implementation.cache_tag).encode())
    for file in shipped_files(package):
        if file.name.endswith((".py", ".yaml")):
            # The rules stand inside the package when it is installed, and beside it in a checkout.
            told = os.path.relpath(file.path, package).replace(os.sep, "/").replace("../rules/", "_rules/")
            with open(file.path, "rb") as stream:
                digest.update(f"{told}\0".encode() + stream.read() + b"\0")
    return digest.hexdigest()


def built(name: str) -> memoryview | None:
    """What the build of the package made under a name; None where it made none, or the code or data have changed."""
    folder = _folder()
    try:
        with open(os.path.join(folder, CONTENT), encoding="ascii") as file:
            made_of = file.read()
        if not _is_current(made_of):
            return None
        with open(os.path.join(folder, name), "rb") as stream:
            # On Windows no other file could take the place of one that is mapped.
            return memoryview(stream.read()) if sys.platform == "win32" else cache.mapped(stream)
    except (OSError, ValueError):
        return None


def _folder() -> str:
    return os.path.join(package_folder(), PREPARED)


@once
def _is_current(made_of: str) -> bool:
    """Whether that is the content there is now; all files are read once to know, and not again while they stay."""
    key = f"{stamp()} {made_of}"
    known = cache.read(VERDICT, key)
    if known is None:
        known = b"same" if made_of == content() else b"other"
        cache.write(VERDICT, key, known)
    return known == b"same"
