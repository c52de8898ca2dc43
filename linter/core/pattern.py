"""Regular expressions compiled when first used, and their compiled code kept in the cache.

A run on one small article uses a part of the patterns that the modules define, and compiling all of them takes longer
than all the rest of the run. The code that `re` makes of an expression is plain data, so it is kept between runs, and
that of the shipped patterns comes with the package: bound to the version of the interpreter's matching engine, and
where the engine refuses it the expression is compiled again.
"""

from __future__ import annotations

import marshal
import re
import zlib
from array import array
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import implementation
from typing import Any, cast

from linter.core import cache, prepared
from linter.core.digest import sha256

CACHE_NAME = "patterns"

MOST = 5000
"""Patterns that are kept, three times those that ship: those of rules that were edited since go first."""

SPEED = 1
"""The level of zlib: code becomes a third of its size, in less time than it takes to read the rest."""

LENGTH = 8
"""Bytes of the length of the index before the codes."""

DIGEST = 16
"""Bytes of the digest of engine ("re" or "regex"), expression and flags, under which code is kept."""


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
    key = sha256(f"{engine} {flags} {expression}".encode("utf-8", "surrogatepass")).digest()[:DIGEST]
    code: tuple[Any, ...] = marshal.loads(zlib.decompress(_STORE.packed(key, make)))  # noqa: S302 - our own cache
    return code


def keep_patterns() -> None:
    """Write to the cache what this process has compiled, if the cache did not have all of it."""
    if _STORE.grown:
        _STORE.grown = False
        cache.write(CACHE_NAME, _key(), kept_patterns())


def kept_patterns() -> bytes:
    """What this process has compiled or had from the cache, as the package brings it along."""
    newest = (*_STORE.kept.items(), *_STORE.added.items())[-MOST:]
    lengths = array("I", (len(code) for _, code in newest)).tobytes()
    index = marshal.dumps((_key(), b"".join(name for name, _ in newest), lengths))
    return b"".join((len(index).to_bytes(LENGTH, "big"), index, *(code for _, code in newest)))


class _Kept:
    """Packed code of many patterns in one piece, which is not copied: of a mapped file only what is used is read."""

    def __init__(self, data: bytes | memoryview | None) -> None:
        content = memoryview(data or b"")
        end = LENGTH + int.from_bytes(content[:LENGTH], "big")
        try:
            engine, self._names, lengths = marshal.loads(content[LENGTH:end])  # noqa: S302 - our own data
        except (ValueError, EOFError, TypeError):
            engine = ""
        # Code that another engine understands could crash this one.
        if engine != _key():
            self._names, lengths = b"", b""
        self._codes = content[end:]
        self._starts = array("I", [0])
        for length in array("I", lengths):
            self._starts.append(self._starts[-1] + length)

    def get(self, name: bytes) -> memoryview | None:
        place = self._names.find(name)
        while place > 0 and place % DIGEST:  # parts of two names beside each other
            place = self._names.find(name, place + 1)
        return None if place < 0 else self._code(place // DIGEST)

    def items(self) -> Iterator[tuple[bytes, memoryview]]:
        for number in range(len(self._starts) - 1):
            yield self._names[DIGEST * number : DIGEST * (number + 1)], self._code(number)

    def _code(self, number: int) -> memoryview:
        return self._codes[self._starts[number] : self._starts[number + 1]]


class _Store:
    def __init__(self) -> None:
        self.grown = False
        self.added: dict[bytes, bytes | memoryview] = {}

    @cached_property
    def kept(self) -> _Kept:
        """What the cache holds."""
        return _Kept(cache.read(CACHE_NAME, _key()))

    @cached_property
    def _built(self) -> _Kept:
        """What came with the package."""
        return _Kept(prepared.built(CACHE_NAME))

    def packed(self, name: bytes, make: Callable[[], tuple[Any, ...]]) -> bytes | memoryview:
        """The packed code under a name."""
        known = self.kept.get(name) or self.added.get(name)
        if known is None:
            known = self._built.get(name) or zlib.compress(marshal.dumps(make()), SPEED)
            self.added[name] = known
            self.grown = True
        return known


_STORE = _Store()


def _key() -> str:
    return f"4 {implementation.cache_tag} {getattr(_engine(), 'MAGIC', '')}"


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
