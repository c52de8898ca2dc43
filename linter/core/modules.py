"""The code of factlint's modules in one file, beside the files that Python itself keeps of each.

A run on one article loads some two hundred modules, and finding, opening and reading each takes a sixth of the run.
Here they are read from one file that is mapped into memory. It is no less true than Python's own files: a module whose
source has another size or time than when it was kept is loaded by Python as ever, and kept anew. It lies where Python's
lie, in the folder of the package, so that whoever could change it could change the code itself.
"""

from __future__ import annotations

import marshal
import mmap
import os
import sys
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import ModuleType
from typing import Any, TypeAlias

from linter.core.stamp import package_folder

PREFIX = "linter."

HEAD = f"factlint modules 1 {sys.version}\n".encode()
"""Begins the file; another interpreter's code is of no use."""

LENGTH = 8
"""Bytes of a length."""

FEW = 8
"""Modules that were loaded one by one, for which it is not worth while to write the file again."""

Row: TypeAlias = tuple[str, bool, int, int, int, int]
"""Of a module: the path of its source, whether it is a package, the source's size and time of change in nanoseconds,
and from where to where its code stands."""

NOTHING: tuple[dict[str, Row], memoryview] = {}, memoryview(b"")


@contextmanager
def in_one_file() -> Iterator[None]:
    """Loads factlint's modules from the one file where they are in it, and afterwards keeps those that were not."""
    place = _place()
    finder = _Finder(*(_read(place) if place else NOTHING))
    before = frozenset(sys.modules)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        if place and not sys.dont_write_bytecode:
            with suppress(OSError):
                _keep(place, finder, before)


class _Finder:
    """Finds and loads the modules of a table; `code` is what its rows point into, `found` what was found."""

    def __init__(self, table: dict[str, Row], code: memoryview) -> None:
        self.table = table
        self.code = code
        self.found: set[str] = set()

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """How to load a module that is in the table as its source is now, None for any other."""
        del path, target
        row = self.table.get(name)
        if row is None or _state(row[0]) != row[2:4]:
            return None
        self.found.add(name)
        loader: Any = self  # `importlib.abc`, which has the type for it, takes a while to load
        spec = ModuleSpec(name, loader, origin=row[0], is_package=row[1])
        if row[1]:
            spec.submodule_search_locations = [os.path.dirname(row[0])]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """As Python makes it."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of a module in it."""
        row = self.table[module.__name__]
        module.__file__ = row[0]
        code = marshal.loads(self.code[row[4] : row[5]])  # noqa: S302 - our own code
        self._release(row[4], row[5])
        exec(code, module.__dict__)  # noqa: S102 - as above

    def _release(self, start: int, end: int) -> None:
        """Let go of the pages of a part of the file that will not be read again: of all modules that is 3 MB."""
        file: Any = self.code.obj
        if hasattr(mmap, "MADV_DONTNEED"):  # not on Windows
            offset = len(file) - len(self.code)
            first = (offset + start) // mmap.PAGESIZE * mmap.PAGESIZE
            file.madvise(mmap.MADV_DONTNEED, first, offset + end - first)


def _place() -> str:
    """The path of the file, "" where Python keeps none of its own in the folder of the package."""
    if sys.pycache_prefix is not None or sys.implementation.cache_tag is None:
        return ""
    return os.path.join(package_folder(), "__pycache__", f"factlint.{sys.implementation.cache_tag}.modules")


def _state(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _read(place: str) -> tuple[dict[str, Row], memoryview]:
    try:
        with open(place, "rb") as file:
            # On Windows no other file could take the place of one that is mapped, when modules have changed.
            windows = sys.platform == "win32"
            mapped = file.read() if windows else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            content = memoryview(mapped)
    except (OSError, ValueError):  # ValueError: an empty file
        return NOTHING
    start = len(HEAD) + LENGTH
    end = start + int.from_bytes(content[len(HEAD) : start], "big")
    if content[: len(HEAD)] != HEAD or end > len(content):
        return NOTHING
    try:
        table: dict[str, Row] = marshal.loads(content[start:end])  # noqa: S302 - our own file
    except (EOFError, TypeError, ValueError):  # damaged
        return NOTHING
    return table, content[end:]


def _keep(place: str, finder: _Finder, before: Container[str]) -> None:
    """Write the file again, if enough modules were loaded since that are not in it as they are."""
    missing = {
        name: module.__spec__
        for name, module in sys.modules.items()
        if name.startswith(PREFIX) and name not in before and name not in finder.found
    }
    if len(missing) <= FEW:
        return
    from linter.core.write import replace_file

    entries = {name: (row[:4], bytes(finder.code[row[4] : row[5]])) for name, row in finder.table.items()}
    entries |= {name: entry for name, spec in missing.items() if (entry := _entry(spec)) is not None}
    table: dict[str, Row] = {}
    end = 0
    for name, (row, code) in entries.items():
        table[name] = (*row, end, end + len(code))
        end += len(code)
    rows = marshal.dumps(table)
    replace_file(
        place, b"".join((HEAD, len(rows).to_bytes(LENGTH, "big"), rows, *(code for _, code in entries.values())))
    )


def _entry(spec: ModuleSpec | None) -> tuple[tuple[str, bool, int, int], bytes] | None:
    """The first part of a module's row, and its code; None for one that Python did not load from its source."""
    if spec is None or not isinstance(spec.loader, SourceFileLoader) or spec.origin is None:
        return None
    before, code = _state(spec.origin), spec.loader.get_code(spec.name)
    if code is None or before is None or before != _state(spec.origin):
        return None
    return (spec.origin, spec.submodule_search_locations is not None, *before), marshal.dumps(code)
