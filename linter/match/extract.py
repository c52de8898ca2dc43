"""Running a pattern on one sentence. The only module that imports regex."""

from __future__ import annotations

import copyreg
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from linter.core.pattern import kept_code

TIMEOUT = 0.5
"""Seconds that one pattern may take on one sentence; a rule that needs more is reported, not waited for."""


class PatternTimeoutError(Exception):
    """A pattern ran out of its time on a sentence."""


class PatternError(ValueError):
    """A pattern that is no valid expression."""


ROOM = 250_000
"""Characters of the patterns that are kept compiled; each takes about 40 bytes, and the longest are used least."""


def compiled(pattern: str, *, cased: bool = False) -> Any:
    """The compiled pattern; raises PatternError where it is no valid expression."""
    return _KEPT.get((pattern, cased))


class _Compiled:
    """The patterns used last, compiled, as many as there is room for: compiling from kept code is quick."""

    def __init__(self, room: int) -> None:
        self._left = room
        self._kept: dict[tuple[str, bool], Any] = {}

    def get(self, key: tuple[str, bool]) -> Any:
        kept = self._kept
        found = kept.pop(key, None)
        if found is None:
            found = _compiled(*key)
            self._left -= len(key[0])
        kept[key] = found
        while self._left < 0 and len(kept) > 1:
            first = next(iter(kept))
            del kept[first]
            self._left += len(first[0])
        return found


_KEPT = _Compiled(ROOM)


def _compiled(pattern: str, cased: bool) -> Any:
    import regex

    flags = int(regex.V0 if cased else regex.V0 | regex.IGNORECASE)
    try:
        engine = f"regex {regex.__version__}"
        # The expression itself is not kept: it is at hand, and shared with the rule that has it. `regex` keeps nothing
        # either: what it compiles here is copied.
        code = kept_code(
            engine, pattern, flags, lambda: _pickled(regex.compile(pattern, flags, cache_pattern=False))[1][1:]
        )
        return _maker()(pattern, *code)
    except regex.error as error:
        raise PatternError(str(error)) from error


def _pickled(pattern: Any) -> tuple[Any, ...]:
    """What `regex` pickles a compiled pattern as: a function, and what to call it with."""
    reduce: Any = copyreg.dispatch_table[type(pattern)]
    return tuple(reduce(pattern))


@lru_cache(maxsize=1)
def _maker() -> Any:
    import regex

    return _pickled(regex.compile(""))[0]


def matches(pattern: str, text: str, *, cased: bool = False) -> Iterator[Any]:
    """The matches of a pattern in a sentence; raises PatternTimeoutError when it takes too long."""
    try:
        yield from compiled(pattern, cased=cased).finditer(text, timeout=TIMEOUT)
    except TimeoutError as error:
        raise PatternTimeoutError(pattern) from error


def first(pattern: str, text: str, *, cased: bool = False) -> Any | None:
    """The first match of a pattern in a sentence, or None."""
    return next(matches(pattern, text, cased=cased), None)
