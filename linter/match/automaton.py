"""The one automaton: all triggers compiled together, scanned once. The only module that imports hyperscan.

What is compiled are literals: the phrases, and for each pattern the sets of literals that it cannot match without
(`linter.match.required`). Whole patterns took 30 times as long to compile and, with look-arounds and bounded repeats
widened away, were met at every other character. A pattern that needs no literal is compiled as it is.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from linter.core import cache
from linter.match.fold import fold, plain
from linter.match.prefilter import prefilter
from linter.match.required import required
from linter.match.trigger import Hit, Trigger

CACHE_NAME = "automaton"
LAYOUT = "4"
"""Changes with what a cache entry holds."""


class TriggerError(ValueError):
    """A trigger that cannot be compiled; `trigger` is the one at fault."""

    def __init__(self, trigger: Trigger, reason: str) -> None:
        super().__init__(reason)
        self.trigger = trigger


Need: TypeAlias = tuple[int, int, int]
"""A trigger by index, the part of its need that is met, and how many parts it has."""

Expression: TypeAlias = tuple[str, bool, bool, tuple[Need, ...]]
"""What the automaton looks for, a folded literal or a folded pattern; whether it is a literal; whether letter case
counts; and what it stands for."""

Wanted: TypeAlias = tuple[str, str, str, bool, bool]
"""A trigger as plain data: owner, name, expression, whether it is a literal, whether letter case counts."""


@dataclass(frozen=True, slots=True)
class Automaton:
    """Compiled triggers; build it with `compile_triggers`. Not shared between threads."""

    triggers: tuple[Wanted, ...]
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
            expression, literal, _, needs = self.expressions[index]
            start = end - len(expression) if literal else end - 1
            for number, part, parts in needs:
                owner, name, phrase, exact, cased = self.triggers[number]
                if not exact or _is_phrase(plain_text, start, end, phrase, cased):
                    hits[owner].append(Hit(start, end, name, part, parts))
        return {owner: tuple(sorted(owned)) for owner, owned in hits.items()}


def _is_phrase(text: str, start: int, end: int, phrase: str, cased: bool) -> bool:
    words = text[start:end]
    if words != phrase and (cased or words.casefold() != phrase.casefold()):
        return False
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, offset: int) -> bool:
    """Whether a word runs on across an offset."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def compile_triggers(triggers: Iterable[Trigger]) -> Automaton:
    """Compile triggers, or take them from the cache; raises TriggerError for one that is no valid expression."""
    ordered = tuple(sorted(set(triggers), key=lambda t: (t.owner, t.name, t.expression, t.literal, t.cased)))
    return kept_automaton(_key(ordered)) or _made(_key(ordered), ordered)


def named_automaton(name: str, triggers: Callable[[], Iterable[Trigger]]) -> Automaton:
    """The automaton that the cache holds under a name, which must change whenever the triggers do; else made now.

    Spares the gathering of the triggers, which takes longer than all the rest of a run. Raises TriggerError.
    """
    kept = kept_automaton(name)
    if kept is None:
        kept = compile_triggers(triggers())
        _keep(name, kept)
    return kept


def kept_automaton(key: str) -> Automaton | None:
    """An automaton from the cache; None where there is none, or another processor or library made it."""
    stored = cache.read(CACHE_NAME, f"{LAYOUT} {key}")
    if stored is None:
        return None
    import hyperscan

    try:
        version, triggers, expressions, body = marshal.loads(stored)  # noqa: S302 - plain data of our own cache
        if version != _version():
            return None
        database = hyperscan.loadb(body, mode=hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        return Automaton(triggers, expressions, database)
    except (hyperscan.error, ValueError, TypeError, EOFError):
        return None


def _keep(key: str, automaton: Automaton) -> None:
    import hyperscan

    body = hyperscan.dumpb(automaton.database)
    data = marshal.dumps((_version(), automaton.triggers, automaton.expressions, body))
    cache.write(CACHE_NAME, f"{LAYOUT} {key}", data)


def _version() -> str:
    import hyperscan

    return str(getattr(hyperscan, "__version__", ""))


def _key(triggers: tuple[Trigger, ...]) -> str:
    digest = hashlib.sha256()
    for trigger in triggers:
        digest.update(repr(_wanted(trigger)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _wanted(trigger: Trigger) -> Wanted:
    return trigger.owner, trigger.name, trigger.expression, trigger.literal, trigger.cased


def _made(key: str, triggers: tuple[Trigger, ...]) -> Automaton:
    if not triggers:
        return Automaton((), (), None)
    expressions = tuple(_expressions(triggers))
    made = Automaton(tuple(map(_wanted, triggers)), expressions, _compiled(expressions, triggers))
    _keep(key, made)
    return made


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
    return ((*key, tuple(dict.fromkeys(needs))) for key, needs in sorted(wanted.items()))


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
        raise TriggerError(triggers[expression[3][0][0]], str(error)) from error


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
