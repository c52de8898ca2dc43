"""The one automaton: all triggers compiled together, scanned once. The only module that imports hyperscan.

What is compiled are literals: the phrases, and for each pattern the rarest set of literals that it cannot match without
(`linter.match.required`). Whole patterns took 30 times as long to compile and, with look-arounds and bounded repeats
widened away, were met at every other character. A pattern that needs no literal is compiled as it is.
"""

from __future__ import annotations

import marshal
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from msgspec import Struct, field

from linter.core import cache
from linter.core.digest import sha256
from linter.core.stamp import stamp
from linter.match.fold import fold, plain
from linter.match.tables import Expression, Index, Meaning, Tables, TriggerError, Wanted, index_of, tables_of
from linter.match.trigger import Hit, Trigger

CACHE_NAME = "automaton"
BITS = 32
LAST = (1 << BITS) - 1
"""Bits of the number of an expression, and the last such number."""

LAYOUT = "8"
"""Changes with what a cache entry holds."""

LENGTH = 8
"""Bytes of the length of what stands before the database."""


class Automaton(Struct, frozen=True):
    """Compiled triggers; build it with `compile_triggers`. Not shared between threads."""

    index: Index
    database: Any
    meant: dict[int, Meaning] = field(default_factory=dict)
    """What the expressions met so far stand for: of the many there are, texts have the same few."""

    def packed(self) -> bytes:
        """As bytes for `unpacked`."""
        import hyperscan

        database = b"" if self.database is None else hyperscan.dumpb(self.database)
        rest = marshal.dumps((_version(), self.index.plain()))
        # The database stands by itself, so that it need not be copied out of something that it is only a part of.
        return len(rest).to_bytes(LENGTH, "big") + rest + database

    def scan(self, text: str) -> Mapping[str, tuple[Hit, ...]]:
        """Where the triggers are met in a reading text, by owner, each owner's hits sorted by place."""
        if self.database is None or not text:
            return {}
        found: set[int] = set()
        add = found.add
        self.database.scan(
            fold(text), match_event_handler=lambda index, _start, end, _flags, _context: add(end << BITS | index)
        )
        return self._by_owner(plain(text), sorted(found))

    def _by_owner(self, text: str, found: Iterable[int]) -> Mapping[str, tuple[Hit, ...]]:
        """The hits of places, each an end and the number of an expression in one figure, which costs less than two."""
        hits: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for place in found:
            end, expression = place >> BITS, place & LAST
            meant = self.meant.get(expression)
            if meant is None:
                meant = self.meant[expression] = self.index.meaning(expression)
            length, patterns, phrases = meant
            start = end - length
            for owner, name in patterns:
                hits[owner].append((start, end, name))
            # Most of what is met is a part of a longer word.
            if phrases and not (_joined(text, start) or _joined(text, end)):
                met = text[start:end]
                for owner, name, words, cased in phrases:
                    if met == words or (not cased and met.casefold() == words.casefold()):
                        hits[owner].append((start, end, name))
        return {owner: tuple(map(_hit, sorted(owned))) for owner, owned in hits.items()}


_hit = partial(tuple.__new__, Hit)
"""Makes a hit of a tuple; `Hit._make` does the same in twice the time."""


def _joined(text: str, offset: int) -> bool:
    """Whether a word runs on across an offset."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


class Layered(Struct, frozen=True):
    """The automaton of a user's own triggers over that of the shipped ones, which need not be compiled again for them.

    `changed` are owners of whom only the own triggers count. An owner may have others, named after it: "OWNER also".
    """

    shipped: Automaton
    own: Automaton
    changed: frozenset[str]

    def scan(self, text: str) -> Mapping[str, tuple[Hit, ...]]:
        """As `Automaton.scan`."""
        found = self.shipped.scan(text)
        kept = {owner: hits for owner, hits in found.items() if owner.partition(" ")[0] not in self.changed}
        return {**kept, **self.own.scan(text)}


def compile_triggers(triggers: Iterable[Trigger]) -> Automaton:
    """Compile triggers, or take them from the cache; raises TriggerError for one that is no valid expression."""
    tables = tables_of(triggers)
    return compile_tables(tables, _key(tables.triggers))


def own_automaton(name: str, make: Callable[[], Iterable[Trigger]]) -> Automaton:
    """The automaton of triggers that are made only if it is not kept; `name` must change whenever they do.

    Raises TriggerError.
    """
    return kept_automaton(f"{stamp()} {name}") or compile_tables(tables_of(make()), f"{stamp()} {name}")


def compile_tables(tables: Tables, name: str) -> Automaton:
    """The automaton of tables, from the cache or made now and kept there; `name` must change whenever they do.

    Raises TriggerError.
    """
    return kept_automaton(name) or _made(name, tables)


def kept_automaton(name: str) -> Automaton | None:
    """An automaton from the cache; None where there is none, or another processor or library made it."""
    stored = cache.read(CACHE_NAME, f"{LAYOUT} {name}")
    return None if stored is None else unpacked(stored)


def unpacked(data: bytes | memoryview) -> Automaton | None:
    """The automaton that was packed; None where another library, or one for another kind of processor, made it."""
    import hyperscan

    try:
        end = LENGTH + int.from_bytes(data[:LENGTH], "big")
        version, index = marshal.loads(data[LENGTH:end])  # noqa: S302 - plain data of our own
        if version != _version():
            return None
        body = bytes(data[end:])
        if not body:
            return Automaton(Index.of_plain(index), None)
        # Hyperscan itself looks whether the code fits its version and this processor.
        database = hyperscan.loadb(body, mode=hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        return Automaton(Index.of_plain(index), database)
    except (hyperscan.error, ValueError, TypeError, EOFError):
        return None


def _version() -> str:
    import hyperscan

    return str(getattr(hyperscan, "__version__", ""))


def _key(triggers: tuple[Wanted, ...]) -> str:
    digest = sha256()
    for trigger in triggers:
        digest.update(repr(trigger).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _made(name: str, tables: Tables) -> Automaton:
    made = automaton_of(tables)
    if tables.triggers:
        cache.write(CACHE_NAME, f"{LAYOUT} {name}", made.packed())
    return made


def automaton_of(tables: Tables) -> Automaton:
    """The automaton of tables, compiled now; raises TriggerError."""
    return Automaton(index_of(tables), _compiled(tables) if tables.triggers else None)


def _compiled(tables: Tables) -> Any:
    import hyperscan

    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    try:
        _compile_into(database, tables.expressions)
    except hyperscan.error as error:
        for expression in tables.expressions:
            _compile_alone(expression, tables.triggers)
        first = Trigger(*tables.triggers[0])
        raise TriggerError(first, f"the triggers cannot be compiled together: {error}") from error
    return database


def _compile_alone(expression: Expression, triggers: tuple[Wanted, ...]) -> None:
    import hyperscan

    try:
        _compile_into(hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK), (expression,))
    except hyperscan.error as error:
        raise TriggerError(Trigger(*triggers[expression[3][0]]), str(error)) from error


def _compile_into(database: Any, expressions: tuple[Expression, ...]) -> None:
    import hyperscan

    caseless, prefiltering = hyperscan.HS_FLAG_CASELESS, hyperscan.HS_FLAG_PREFILTER
    flags = [(0 if cased else caseless) | (0 if literal else prefiltering) for _, literal, cased, _ in expressions]
    texts = [re.escape(text) if literal else text for text, literal, _, _ in expressions]
    database.compile(
        expressions=[text.encode("ascii") for text in texts],
        ids=list(range(len(expressions))),
        flags=flags,
        elements=len(expressions),
    )
