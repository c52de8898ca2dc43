"""The one automaton: all triggers compiled together, scanned once. The only module that imports hyperscan.

What is compiled are literals: the phrases, and for each pattern the sets of literals that it cannot match without
(`linter.match.required`). Whole patterns took 30 times as long to compile and, with look-arounds and bounded repeats
widened away, were met at every other character. A pattern that needs no literal is compiled as it is.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from linter.core import cache
from linter.match.fold import fold, plain
from linter.match.prefilter import prefilter
from linter.match.required import required
from linter.match.trigger import Hit, Trigger

CACHE_NAME = "automaton"
LAYOUT = "3"
"""Changes with what a cache entry holds."""


class TriggerError(ValueError):
    """A trigger that cannot be compiled; `trigger` is the one at fault."""

    def __init__(self, trigger: Trigger, reason: str) -> None:
        super().__init__(reason)
        self.trigger = trigger


@dataclass(frozen=True, slots=True)
class Expression:
    """What the automaton looks for, a folded literal or a folded pattern, and what it stands for.

    `needs` are the triggers by index, each with the part of its need that is met and how many parts it has.
    """

    text: str
    literal: bool
    cased: bool
    needs: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Automaton:
    """Compiled triggers; build it with `compile_triggers`. Not shared between threads."""

    triggers: tuple[Trigger, ...]
    expressions: tuple[Expression, ...]
    database: Any

    def scan(self, text: str) -> Mapping[str, tuple[Hit, ...]]:
        """Where the triggers are met in a reading text, by owner, each owner's hits sorted by place."""
        if not self.triggers or not text:
            return {}
        found: list[tuple[int, int]] = []
        add = found.append
        self.database.scan(
            fold(text), match_event_handler=lambda index, _start, end, _flags, _context: add((end, index))
        )
        return self._by_owner(text, sorted(set(found)))

    def _by_owner(self, text: str, found: Iterable[tuple[int, int]]) -> Mapping[str, tuple[Hit, ...]]:
        plain_text = plain(text)
        hits: dict[str, list[Hit]] = defaultdict(list)
        for end, index in found:
            expression = self.expressions[index]
            start = end - len(expression.text) if expression.literal else end - 1
            for number, part, parts in expression.needs:
                trigger = self.triggers[number]
                if not trigger.literal or _is_phrase(plain_text, start, end, trigger):
                    hits[trigger.owner].append(Hit(start, end, trigger.name, part, parts))
        return {owner: tuple(sorted(owned, key=_place)) for owner, owned in hits.items()}


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end


def _is_phrase(text: str, start: int, end: int, trigger: Trigger) -> bool:
    words = text[start:end]
    if words != trigger.expression and (trigger.cased or words.casefold() != trigger.expression.casefold()):
        return False
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, offset: int) -> bool:
    """Whether a word runs on across an offset."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def compile_triggers(triggers: Iterable[Trigger]) -> Automaton:
    """Compile triggers, or take them from the cache; raises TriggerError for one that is no valid expression."""
    ordered = tuple(sorted(set(triggers), key=lambda t: (t.owner, t.name, t.expression, t.literal, t.cased)))
    if not ordered:
        return Automaton((), (), None)
    import hyperscan

    key = _key(ordered, str(getattr(hyperscan, "__version__", "")))
    kept = _kept(key)
    return Automaton(ordered, *(kept or _made(key, ordered)))


def _key(triggers: tuple[Trigger, ...], version: str) -> str:
    digest = hashlib.sha256(f"{LAYOUT} {version}".encode())
    for trigger in triggers:
        digest.update(repr((trigger.expression, trigger.literal, trigger.cased)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _kept(key: str) -> tuple[tuple[Expression, ...], Any] | None:
    """Expressions and database from the cache; None where there are none, or another processor or library made them."""
    import hyperscan

    stored = cache.read(CACHE_NAME, key)
    head, found, body = (stored or b"").partition(b"\n")
    if not found:
        return None
    try:
        database = hyperscan.loadb(body, mode=hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        kept = [(text, literal, cased, tuple(map(tuple, needs))) for text, literal, cased, needs in json.loads(head)]
        return tuple(Expression(*each) for each in kept), database
    except (hyperscan.error, ValueError, TypeError):
        return None


def _made(key: str, triggers: tuple[Trigger, ...]) -> tuple[tuple[Expression, ...], Any]:
    import hyperscan

    expressions = tuple(_expressions(triggers))
    database = _compiled(expressions, triggers)
    head = json.dumps([(each.text, each.literal, each.cased, each.needs) for each in expressions])
    cache.write(CACHE_NAME, key, head.encode() + b"\n" + hyperscan.dumpb(database))
    return expressions, database


def _expressions(triggers: tuple[Trigger, ...]) -> Iterable[Expression]:
    """The distinct expressions that stand for all triggers."""
    wanted: dict[tuple[str, bool, bool], list[tuple[int, int, int]]] = defaultdict(list)
    for index, trigger in enumerate(triggers):
        sets = (frozenset({trigger.expression}),) if trigger.literal else required(trigger.expression)
        for part, literals in enumerate(sets):
            for text in literals:
                wanted[fold(text.lower()).decode("ascii"), True, False].append((index, part, len(sets)))
        if not sets:
            wanted[prefilter(trigger.expression), False, trigger.cased].append((index, 0, 1))
    return (Expression(*key, tuple(dict.fromkeys(needs))) for key, needs in sorted(wanted.items()))


def _compiled(expressions: tuple[Expression, ...], triggers: tuple[Trigger, ...]) -> Any:
    import hyperscan

    _check(triggers)
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    try:
        _compile_into(database, expressions)
    except hyperscan.error as error:
        for expression in expressions:
            _compile_alone(expression, triggers)
        raise TriggerError(triggers[0], f"the triggers cannot be compiled together: {error}") from error
    return database


def _check(triggers: tuple[Trigger, ...]) -> None:
    """Refuse what is no regular expression, of which the literals could still be scanned for."""
    from linter.match.extract import PatternError, compiled

    for trigger in triggers:
        if not trigger.literal:
            try:
                compiled(trigger.expression, cased=trigger.cased)
            except PatternError as error:
                raise TriggerError(trigger, str(error)) from error


def _compile_alone(expression: Expression, triggers: tuple[Trigger, ...]) -> None:
    import hyperscan

    try:
        _compile_into(hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK), (expression,))
    except hyperscan.error as error:
        raise TriggerError(triggers[expression.needs[0][0]], str(error)) from error


def _compile_into(database: Any, expressions: tuple[Expression, ...]) -> None:
    import hyperscan

    caseless, prefiltering = hyperscan.HS_FLAG_CASELESS, hyperscan.HS_FLAG_PREFILTER
    flags = [(0 if each.cased else caseless) | (0 if each.literal else prefiltering) for each in expressions]
    texts = [re.escape(each.text) if each.literal else each.text for each in expressions]
    database.compile(
        expressions=[text.encode("ascii") for text in texts],
        ids=list(range(len(expressions))),
        flags=flags,
        elements=len(expressions),
    )
