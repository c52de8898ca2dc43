"""What a configuration changes in rules: their level, their confidence, their words, the parameters of their checks.

A parameter is read by the same typed reader that reads it in a rule file, so that a mistake has its place in the
configuration. `extend-NAME` adds to a list or a mapping instead of taking its place.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from linter.checks.base import Check
from linter.config.changes import Change
from linter.config.selectors import OFF
from linter.core.decode import Decoder, hints
from linter.core.diagnostic import Confidence, Level
from linter.core.node import Node
from linter.core.problem import Problem, did_you_mean
from linter.core.record import names
from linter.match.automaton import compile_triggers
from linter.match.tables import TriggerError
from linter.ruleset.model import Rule, RuleSet
from linter.ruleset.rulefile import Head, message_problems
from linter.ruleset.shipped import KeptCheck

EXTEND = "extend-"
HEAD: Mapping[str, Any] = {"level": Level, "confidence": Confidence, "message": str}
"""Keys of a rule's head that a configuration may change."""

LEVELS = (*get_args(Level), OFF)


class Changed(Struct, frozen=True):
    """The rules as the configuration wants them, and what is wrong with its wishes."""

    ruleset: RuleSet
    problems: tuple[Problem, ...] = ()


def changed(known: RuleSet, wanted: Iterable[Change]) -> Changed:
    """The rules with the changes made, in their order."""
    rules = {rule.id: rule for rule in known.rules}
    ids = {name: rule.id for rule in known.rules for name in (rule.id, *rule.formerly)}
    problems: list[Problem] = []
    for change in wanted:
        if change.name not in ids:
            hint = did_you_mean(change.name, ids) or "see all rules with: factlint rule --all"
            problems.append(change.layer.problem(change.node, f"there is no rule {change.name[:80]!r}", hint, key=True))
            continue
        rule, wrong = _changed(rules[ids[change.name]], change)
        rules[rule.id] = rule
        problems.extend(wrong)
    return Changed(RuleSet(tuple(rules.values())), tuple(problems))


def _changed(rule: Rule, change: Change) -> tuple[Rule, tuple[Problem, ...]]:
    decoder = Decoder(change.layer.source)
    if not isinstance(change.node.value, dict):
        level, problems = _level(change.node, decoder)
        return (rule if problems or level == OFF else replace(rule, level=level)), problems
    head, head_problems = _head(rule, change.node.value, decoder)
    check, check_problems = _check(rule, change.node, decoder)
    problems = (*head_problems, *check_problems)
    return (rule if problems else replace(rule, **head, check=check)), problems


def _level(node: Node, decoder: Decoder) -> tuple[Any, tuple[Problem, ...]]:
    if node.value in LEVELS:
        return node.value, ()
    told = f"{node.value[:80]!r} is no level" if isinstance(node.value, str) else "expected a level, off or a mapping"
    near = did_you_mean(node.value, LEVELS) if isinstance(node.value, str) else ""
    return None, (decoder.problem((node.line, node.column), told, near or f"allowed: {', '.join(LEVELS)}"),)


def _head(rule: Rule, members: Mapping[str, Node], decoder: Decoder) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key in HEAD:
        if key in members:
            node = members[key]
            values[key], wrong = _level(node, decoder) if key == "level" else decoder.make(HEAD[key], node)
            problems.extend(wrong or (_message(rule, values[key], node, decoder) if key == "message" else ()))
    if values.get("level") == OFF:
        del values["level"]
    return values, tuple(problems)


def _message(rule: Rule, message: str, node: Node, decoder: Decoder) -> Iterator[Problem]:
    """A message may have no other placeholders than the rule's own: nobody would fill them in."""
    wrong = list(message_problems(message, node, decoder))
    yield from wrong
    known = {"text", *_placeholders(rule.message)}
    for name in [] if wrong else _placeholders(message):
        if name not in known:
            hint = did_you_mean(name, known) or f"this rule knows {', '.join(sorted(known))}"
            yield decoder.problem((node.line, node.column), f"nothing fills in {{{name[:40]}}}", hint)


def _placeholders(message: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]


def _check(rule: Rule, node: Node, decoder: Decoder) -> tuple[Check, tuple[Problem, ...]]:
    assert isinstance(node.value, dict)
    kept = rule.check
    rule = replace(rule, check=_made(kept))
    kind: Any = type(rule.check)
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, member in node.value.items():
        if key in HEAD:
            continue
        parameter = key if key in hints(kind) else key.removeprefix(EXTEND)
        if parameter not in hints(kind) or (parameter != key and not _grows(rule, parameter)):
            problems.append(_stranger(rule, key, member, decoder))
            continue
        value, wrong = decoder.make(hints(kind)[parameter], member)
        problems.extend(wrong)
        name = names(kind)[parameter]
        values[name] = (
            value if parameter == key or wrong else joined(values.get(name, getattr(rule.check, name)), value)
        )
    if problems or not values:
        return kept, tuple(problems)
    old: Any = rule.check
    check, refused = decoder.build(lambda **given: replace(old, **given), values, node)
    return check, refused or tuple(_pattern_problems(rule, check, node, decoder))


def _pattern_problems(rule: Rule, check: Check, node: Node, decoder: Decoder) -> Iterator[Problem]:
    """A problem where a new pattern cannot be scanned for; only patterns are tried that the rule did not have."""
    known = set(rule.check.triggers(rule.id))
    try:
        compile_triggers(each for each in check.triggers(rule.id) if each not in known)
    except TriggerError as error:
        (place, *_) = (member for key, member in _members(node) if key not in HEAD)
        yield decoder.problem((place.line, place.column), f"a pattern of {rule.id} cannot be compiled: {error}")


def _members(node: Node) -> Iterator[tuple[str, Node]]:
    yield from node.value.items() if isinstance(node.value, dict) else ()


def _made(check: Check) -> Check:
    """The check itself, where it is one that was kept."""
    return check.made if isinstance(check, KeptCheck) else check


def _grows(rule: Rule, parameter: str) -> bool:
    return isinstance(getattr(rule.check, names(type(rule.check))[parameter]), tuple | Mapping)


def joined(old: Any, new: Any) -> Any:
    """A list with another one's items after its own, each once; a mapping with the other's members laid over it."""
    if isinstance(old, tuple):
        return (*old, *(item for item in new if item not in old))
    laid = {key: joined(old[key], value) if _both_grow(old.get(key), value) else value for key, value in new.items()}
    return {**old, **laid}


def _both_grow(old: Any, new: Any) -> bool:
    return isinstance(old, tuple) and isinstance(new, tuple)


def _stranger(rule: Rule, key: str, node: Node, decoder: Decoder) -> Problem:
    known = [*HEAD, *hints(type(rule.check))]
    growing = [EXTEND + name for name in hints(type(rule.check)) if _grows(rule, name)]
    if key in hints(Head):
        return decoder.problem(node.key_place, f"{key!r} of a rule is not for a configuration to change", "")
    hint = did_you_mean(key, (*known, *growing)) or f"known keys: {', '.join(known)}"
    return decoder.problem(node.key_place, f"the rule {rule.id!r} has no parameter {key[:80]!r}", hint)
