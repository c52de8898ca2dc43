"""Running a pattern on one sentence. The only module that imports regex."""

from __future__ import annotations

import copyreg
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

from linter.core.pattern import kept_code

TIMEOUT = 0.5
"""Seconds that one pattern may take on one sentence; a rule that needs more is reported, not waited for."""

ENGINE, COMPILER = "regex._regex", "_regex_core.py"
"""The module of the engine, and the file of what compiles for it."""

ROOM = 200_000
"""Characters of the patterns that are kept compiled; each takes about 40 bytes."""


class PatternTimeoutError(Exception):
    """A pattern ran out of its time on a sentence."""


class PatternError(ValueError):
    """A pattern that is no valid expression."""


def compiled(pattern: str, *, cased: bool = False) -> Any:
    """The compiled pattern; raises PatternError where it is no valid expression."""
    return _KEPT.get((pattern, cased))


class _Compiled:
    """The patterns used most, compiled, as many as there is room for: compiling from kept code is quick.

    Rule after rule goes through its patterns, article after article: of such a round those used last are not the ones
    needed next, and counting uses takes a third less compiling in the same room.
    """

    def __init__(self, room: int) -> None:
        self._left = room
        self._kept: dict[tuple[str, bool], Any] = {}
        self._uses: dict[tuple[str, bool], int] = {}

    def get(self, key: tuple[str, bool]) -> Any:
        self._uses[key] = self._uses.get(key, 0) + 1
        found = self._kept.get(key)
        if found is None:
            found = _compiled(*key)
            self._make_room(len(key[0]))
            self._kept[key] = found
        return found

    def _make_room(self, length: int) -> None:
        self._left -= length
        while self._left < 0 and self._kept:
            least = min(self._kept, key=self._uses.__getitem__)
            del self._kept[least]
            self._left += len(least[0])


_KEPT = _Compiled(ROOM)


def _compiled(pattern: str, cased: bool) -> Any:
    # The expression itself is not kept: it is at hand, and shared with the rule that has it.
    code = kept_code(_version(), pattern, int(cased), lambda: _code(pattern, cased))
    return _engine().compile(pattern, *code)


def _code(pattern: str, cased: bool) -> tuple[Any, ...]:
    """What `regex` gives its engine besides the expression: it is what it pickles a compiled pattern as."""
    import regex

    try:
        made = regex.compile(pattern, regex.V0 if cased else regex.V0 | regex.IGNORECASE, cache_pattern=False)
    except regex.error as error:
        raise PatternError(str(error)) from error
    reduce: Any = copyreg.dispatch_table[type(made)]
    arguments: tuple[Any, ...] = reduce(made)[1]
    return arguments[1:]


@lru_cache(maxsize=1)
def _engine() -> Any:
    """The engine of `regex`; its compiler, which takes as long to load as thirty modules of factlint's, is needed only
    for what is not kept yet."""
    if ENGINE not in sys.modules:
        folder, name = os.path.split(_compiler())
        spec = PathFinder.find_spec(ENGINE, [folder]) if name else None
        if spec is None or spec.loader is None:
            return import_module(ENGINE)
        sys.modules[ENGINE] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[ENGINE])
    return sys.modules[ENGINE]


@lru_cache(maxsize=1)
def _compiler() -> str:
    """The path of the file that compiles for the engine, "" where it is in no folder."""
    spec = PathFinder.find_spec("regex")
    folders = spec.submodule_search_locations if spec is not None else None
    return os.path.join(folders[0], COMPILER) if folders else ""


@lru_cache(maxsize=1)
def _version() -> str:
    """Tells the engine and its compiler from those of another version, whose number the compiler alone knows."""
    files = [path for path in (_engine().__file__, _compiler()) if path and os.path.isfile(path)]
    return " ".join(("regex", str(_engine().MAGIC), *(str(os.stat(path).st_size) for path in files)))


def matches(pattern: str, text: str, *, cased: bool = False) -> Iterator[Any]:
    """The matches of a pattern in a sentence; raises PatternTimeoutError when it takes too long."""
    try:
        yield from compiled(pattern, cased=cased).finditer(text, timeout=TIMEOUT)
    except TimeoutError as error:
        raise PatternTimeoutError(pattern) from error


def first(pattern: str, text: str, *, cased: bool = False) -> Any | None:
    """The first match of a pattern in a sentence, or None."""
    return next(matches(pattern, text, cased=cased), None)
