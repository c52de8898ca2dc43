"""Regular expressions compiled when first used, and their compiled code kept in the cache.

A run on one small article uses a part of the patterns that the modules define, and compiling all of them takes longer
than all the rest of the run. The code that `re` makes of an expression is plain data, so it is kept between runs: the
entry is bound to the version of the interpreter's matching engine, and where the engine refuses it the expression is
compiled again.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from array import array
from collections.abc import Callable
from typing import Any, cast

from linter.core import cache

CACHE_NAME = "patterns"

Kept = dict[bytes, bytes]
"""Packed code by a digest of engine ("re" or "regex"), expression and flags."""


class LazyPattern:
    """Stands for a compiled pattern; compiled by the first use of one of its methods."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._given_flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern; it is this object's own from then on."""
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(_compiled(self.pattern, self._given_flags), name)
        setattr(self, name, value)
        return value


def lazy_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used; raises re.error then, not now, where it is not valid."""
    return cast("re.Pattern[str]", LazyPattern(expression, int(flags)))


def kept_code(engine: str, expression: str, flags: int, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """The compiled code of an expression, from the cache or made now; it must be what `marshal` can hold."""
    key = hashlib.blake2b(f"{engine} {flags} {expression}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
    kept = _STORE.kept()
    if key not in kept:
        kept[key] = marshal.dumps(make())
        _STORE.grown = True
    code: tuple[Any, ...] = marshal.loads(kept[key])  # noqa: S302 - our own cache, bound to this interpreter
    return code


def keep_patterns() -> None:
    """Write to the cache what this process has compiled, if the cache did not have all of it."""
    if _STORE.grown:
        _STORE.grown = False
        cache.write(CACHE_NAME, _key(), marshal.dumps(_STORE.kept()))


class _Store:
    def __init__(self) -> None:
        self._kept: Kept | None = None
        self.grown = False

    def kept(self) -> Kept:
        if self._kept is None:
            self._kept = _read()
        return self._kept


_STORE = _Store()


def _read() -> Kept:
    data = cache.read(CACHE_NAME, _key())
    try:
        kept = marshal.loads(data) if data is not None else {}  # noqa: S302 - our own cache, bound to this interpreter
    except (ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _key() -> str:
    return f"2 {sys.version} {getattr(_engine(), 'MAGIC', '')}"


def _engine() -> Any:
    from importlib import import_module

    return import_module("_sre")


def _compiled(expression: str, flags: int) -> re.Pattern[str]:
    code = kept_code("re", expression, flags, lambda: _code(expression, flags))
    try:
        return cast("re.Pattern[str]", _engine().compile(expression, *_arguments(*code)))
    except (RuntimeError, TypeError, ValueError, OverflowError):
        return re.compile(expression, flags)


def _code(expression: str, flags: int) -> tuple[Any, ...]:
    """The arguments that `re` gives its engine: flags, code, number of groups, and the groups' names."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(expression, flags)
    state = parsed.state
    names = [None] * state.groups
    for name, index in state.groupdict.items():
        names[index] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)


def _arguments(
    flags: int, code: bytes, groups: int, names: dict[str, int], by_index: tuple[Any, ...]
) -> tuple[Any, ...]:
    return flags, array("I", code).tolist(), groups, names, by_index
