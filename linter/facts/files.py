"""Fact files read from disk: their texts, or why they cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from linter.core.problem import Problem
from linter.core.source import Source
from linter.core.yaml import FACT_LIMITS

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")
MOST_BYTES = 4 * FACT_LIMITS.characters
"""A file that is longer than this is too large whatever its characters are."""


class Texts(Struct, frozen=True):
    """The texts of the files that could be read, by path, and a problem for each that could not."""

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @property
    def sources(self) -> Iterator[Source]:
        """The files that could be read, in their order."""
        return (Source(path, text) for path, text in self.texts.items())


def read_texts(paths: Iterable[str | Path]) -> Texts:
    """The fact files that paths name, each once: a file as it is, a folder's YAML files in the order of their names."""
    from pathlib import Path

    read = {str(file): _read(file) for path in paths for file in _named(Path(path))}
    texts = {path: each for path, each in read.items() if isinstance(each, str)}
    return Texts(texts, tuple(each for each in read.values() if isinstance(each, Problem)))


def _named(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    files = list(_files_below(path))
    yield from files or [path]  # a folder without files is told as a problem by whoever reads it


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith((".", "_")):
                yield type(folder)(place, name)


def _read(path: Path) -> str | Problem:
    name = str(path)
    try:
        if path.is_dir():
            return Problem(name, 1, 1, "no fact file in this folder", f"a fact file ends in {' or '.join(SUFFIXES)}")
        if not path.exists():
            return Problem(name, 1, 1, "no such file or folder")
        if not path.is_file():  # a pipe or a device would never end
            return Problem(name, 1, 1, "is no file")
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links in a circle; ValueError: a NUL in a name
        return Problem(name, 1, 1, f"cannot be read: {getattr(error, 'strerror', None) or error}")
    return _decoded(name, content)


def _decoded(name: str, content: bytes) -> str | Problem:
    if len(content) > MOST_BYTES:
        size = FACT_LIMITS.characters // 1024
        return Problem(name, 1, 1, f"the file is larger than {size} KB", "split it into several files")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem(name, line, 1, "the line is not UTF-8", "save the file as UTF-8")
