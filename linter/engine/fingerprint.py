"""What the results of a run depend on besides the articles, told without loading any of it."""

from __future__ import annotations

import os
import sys

from linter.core.digest import sha256, text_digest
from linter.core.stamp import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA_SUFFIXES = (".yaml", ".yml", ".toml", ".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm", ".json")
"""What is read in folders of rules, facts and sources."""


def program_fingerprint() -> str:
    """A digest of this program: its code, its rules and facts, the libraries beside it, and Python."""
    if not _KNOWN:
        _KNOWN.append(text_digest("\0".join((stamp(), *_installed()))))
    return _KNOWN[0]


_KNOWN: list[str] = []


def content_fingerprint(paths: Iterable[str]) -> str:
    """A digest of the names and contents of files, and of all data files in folders and below them."""
    digest = sha256()
    for path in paths:
        for file in _data_files(path):
            digest.update(file.encode("utf-8", "surrogateescape") + b"\0" + _digest(file))
    return digest.hexdigest()


def _installed() -> Iterator[str]:
    """The names and versions of the distributions that can be imported."""
    for folder in sys.path:
        if os.path.basename(folder) in ("site-packages", "dist-packages"):
            try:
                names = os.listdir(folder)
            except OSError:
                continue
            yield from sorted(name for name in names if name.endswith(".dist-info"))


def _data_files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    for place, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if name.lower().endswith(DATA_SUFFIXES))


def _digest(file: str) -> bytes:
    if not os.path.isfile(file):  # a pipe would never end
        return b"none"
    try:
        with open(file, "rb") as stream:
            return sha256(stream.read()).digest()
    except OSError as error:
        return str(error.errno).encode()
