"""Triggers as plain data, with the literals and expressions that stand for them in the automaton.

`Tables` are what is compiled. An `Index` is what a scan looks its hits up in: a few arrays of numbers and one string,
which are read from the cache at once, whatever the number of triggers; only what is met becomes an object.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from msgspec import Struct

from linter.match.fold import fold
from linter.match.trigger import Trigger

Expression: TypeAlias = tuple[str, bool, bool, tuple[int, ...]]
"""What the automaton looks for, a folded literal or a folded pattern; whether it is a literal; whether letter case
counts; and the triggers it stands for, by their indexes."""

Wanted: TypeAlias = tuple[str, str, str, bool, bool]
"""A trigger as plain data: owner, name, expression, whether it is a literal, whether letter case counts."""

Numbers: TypeAlias = "array[int] | memoryview[int]"

ROW, PLACE = 6, 3
"""Numbers for a trigger (owner, ends of name and expression, flags), and for an expression (length of a literal or 0,
first and last of what it stands for)."""

LITERAL, CASED = 1, 2


class TriggerError(ValueError):
    """A trigger that cannot be compiled; `trigger` is the one at fault."""

    def __init__(self, trigger: Trigger, reason: str) -> None:
        super().__init__(reason)
        self.trigger = trigger


class Tables(NamedTuple):
    """Triggers as plain data, and the expressions that stand for them by their indexes."""

    triggers: tuple[Wanted, ...] = ()
    expressions: tuple[Expression, ...] = ()


def tables_of(triggers: Iterable[Trigger]) -> Tables:
    """The tables of triggers; raises TriggerError for one that is no valid expression."""
    ordered = tuple(sorted(set(triggers), key=lambda t: (t.owner, t.name, t.expression, t.literal, t.cased)))
    _check(ordered)
    wanted = tuple((t.owner, t.name, t.expression, t.literal, t.cased) for t in ordered)
    return Tables(wanted, tuple(_expressions(ordered)))


def _check(triggers: tuple[Trigger, ...]) -> None:
    """Refuse what is no regular expression, of which the literals could still be scanned for."""
    from linter.match.extract import PatternError, compiled

    for trigger in triggers:
        if not trigger.literal:
            try:
                compiled(trigger.expression, cased=trigger.cased)
            except PatternError as error:
                raise TriggerError(trigger, str(error)) from error


def _expressions(triggers: tuple[Trigger, ...]) -> Iterator[Expression]:
    """The distinct expressions that stand for all triggers."""
    # Not imported at the top: a run with prepared tables makes none.
    from linter.match.prefilter import prefilter
    from linter.match.required import required

    wanted: dict[tuple[str, bool, bool], list[int]] = defaultdict(list)
    for index, trigger in enumerate(triggers):
        literals = (trigger.expression,) if trigger.literal else _shortest(required(trigger.expression))
        for text in literals:
            wanted[fold(text.lower()).decode("ascii"), True, False].append(index)
        if not literals:
            wanted[prefilter(trigger.expression), False, trigger.cased].append(index)
    for key, indexes in sorted(wanted.items()):
        yield *key, tuple(dict.fromkeys(indexes))


def _shortest(literals: Iterable[str]) -> tuple[str, ...]:
    """The literals without those that hold another one: where they stand, it stands too."""
    kept: list[str] = []
    for literal in sorted(literals, key=len):
        if not any(other in literal for other in kept):
            kept.append(literal)
    return tuple(kept)


class Meaning(NamedTuple):
    """What an expression stands for: code points from its start to its end, or 1 where only its end is known; the
    patterns, each as owner and name; the phrases, each as owner, name, words, whether letter case counts.
    """

    length: int
    patterns: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[str, str, str, bool], ...]


class Index(Struct, frozen=True):
    """What a scan looks its hits up in; see `index_of`."""

    owners: tuple[str, ...]
    texts: str
    rows: Numbers
    places: Numbers
    meant: Numbers

    def meaning(self, expression: int) -> Meaning:
        """What an expression stands for."""
        length, first, last = self.places[PLACE * expression : PLACE * (expression + 1)]
        triggers = self.meant[first:last]
        patterns = [self._name(trigger) for trigger in triggers if not self._words(trigger)]
        phrases = [(*self._name(trigger), *words) for trigger in triggers if (words := self._words(trigger))]
        return Meaning(length or 1, tuple(patterns), tuple(phrases))

    def _name(self, trigger: int) -> tuple[str, str]:
        owner, start, middle = self.rows[ROW * trigger : ROW * trigger + 3]
        return self.owners[owner], self.texts[start:middle]

    def _words(self, trigger: int) -> tuple[str, bool] | None:
        """The words of a phrase and whether letter case counts, None for a pattern."""
        start, end, flags = self.rows[ROW * trigger + 3 : ROW * (trigger + 1)]
        return (self.texts[start:end], bool(flags & CASED)) if flags & LITERAL else None

    def plain(self) -> tuple[Any, ...]:
        """As plain data for `Index.of_plain`."""
        return self.owners, self.texts, self.rows.tobytes(), self.places.tobytes(), self.meant.tobytes()

    @classmethod
    def of_plain(cls, data: tuple[Any, ...]) -> Index:
        """The index that `plain` was called on."""
        owners, texts, *numbers = data
        rows, places, meant = (memoryview(each).cast("I") for each in numbers)  # an array would copy them
        return cls(owners, texts, rows, places, meant)


def index_of(tables: Tables) -> Index:
    """The index of tables."""
    owners = {owner: number for number, owner in enumerate(dict.fromkeys(trigger[0] for trigger in tables.triggers))}
    # The expression of a pattern is its owner's business.
    kept = [
        (owner, name, words if literal else "", literal, cased)
        for owner, name, words, literal, cased in tables.triggers
    ]
    written = {text: None for row in kept for text in row[1:3]}
    starts: dict[str, int] = {}
    length = 0
    for text in written:
        starts[text] = length
        length += len(text)
    rows, places, meant = array("I"), array("I"), array("I")
    for owner, name, words, literal, cased in kept:
        ends = (starts[name], starts[name] + len(name), starts[words], starts[words] + len(words))
        rows.extend((owners[owner], *ends, LITERAL * literal | CASED * cased))
    for text, literal, _, its in tables.expressions:
        places.extend((len(text) if literal else 0, len(meant), len(meant) + len(its)))
        meant.extend(its)
    return Index(tuple(owners), "".join(written), rows, places, meant)
