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


@lru_cache(maxsize=4096)
def compiled(pattern: str, *, cased: bool = False) -> Any:
    """The compiled pattern; raises PatternError where it is no valid expression."""
    import regex

    flags = int(regex.V0 if cased else regex.V0 | regex.IGNORECASE)
    try:
        engine = f"regex {regex.__version__}"
        # The expression itself is not kept: it is at hand, and shared with the rule that has it.
        code = kept_code(engine, pattern, flags, lambda: _pickled(regex.compile(pattern, flags))[1][1:])
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
