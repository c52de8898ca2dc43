"""What is made of the shipped code and data once: taken from the cache, or from where the package was built.

Making it takes ten times as long as a run. Building the package makes it too (`hatch_build.py`), so that not even the
first run has to; in a source checkout that was edited since, what the build made is passed over, and the first run
makes it anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache as once
from pathlib import Path

from linter.core import cache
from linter.core.shipped import shipped_folder
from linter.core.stamp import stamp

FOLDER = "_prepared"
"""Beside the package's modules; only a build writes there."""

CONTENT = "content"
"""The file there that says which content the others were made of."""


def prepared(name: str) -> bytes | None:
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


def content() -> str:
    """A digest of factlint's modules, its shipped data, and the form of the interpreter's plain data."""
    digest = hashlib.sha256(str(sys.implementation.cache_tag).encode())
    for root, suffix in ((_package(), ".py"), (shipped_folder(), ".yaml")):
        for path in sorted(_files(root, suffix)):
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def built(name: str) -> bytes | None:
    """What the build of the package made under a name; None where it made none, or the code or data have changed."""
    folder = _package() / FOLDER
    try:
        if (folder / CONTENT).read_text(encoding="ascii") != _content():
            return None
        return (folder / name).read_bytes()
    except (OSError, ValueError):
        return None


@once
def _content() -> str:
    return content()


def _package() -> Path:
    return Path(__file__).parents[1]


def _files(root: Path, suffix: str) -> Iterator[Path]:
    for place, folders, names in os.walk(root):
        # The rules stand inside the package when it is installed, and beside it in a checkout.
        folders[:] = [name for name in folders if name not in ("__pycache__", "_rules", FOLDER)]
        yield from (Path(place, name) for name in names if name.endswith(suffix))
