"""The rules of files with the same settings: changed as the configuration wants, and which of them are in force."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from linter.config.changes import Change, changes
from linter.config.resolve import Resolved
from linter.config.selectors import Standing, former_names, selector_problems, standings
from linter.core.node import Node
from linter.core.problem import Problem, did_you_mean
from linter.ruleset.model import RuleSet


class Choice(Struct, frozen=True):
    """All rules there are, changed; for each whether it is in force; remarks; and what is wrong in the settings."""

    ruleset: RuleSet
    standings: Mapping[str, Standing]
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def in_force(self) -> frozenset[str]:
        """The ids of the rules in force."""
        return frozenset(rule_id for rule_id, standing in self.standings.items() if standing.on)


def choose(resolved: Resolved, known: RuleSet) -> Choice:
    """What settings make of the rules that are known."""
    wanted = tuple(changes(resolved))
    ruleset, problems = _changed(known, wanted)
    ids = {name for rule in known.rules for name in (rule.id, *rule.formerly)}
    ignored = (
        layer.problem(rule_node(node), f"there is no rule {ignore.rule[:80]!r}", _hint(ignore.rule, ids))
        for layer, node, ignore in resolved.ignores
        if ignore.rule not in ids
    )
    wrong = (*problems, *selector_problems(resolved, known), *ignored)
    renamed = (
        f"{change.layer.origin('rules', change.node)}: the rule {change.name!r} is now called {known[change.name].id!r}"
        for change in wanted
        if change.name in ids and known[change.name].id != change.name
    )
    remarks = tuple(dict.fromkeys((*former_names(resolved, known), *renamed)))
    return Choice(ruleset, standings(resolved, known), remarks, tuple(dict.fromkeys(wrong)))


def _changed(known: RuleSet, wanted: tuple[Change, ...]) -> tuple[RuleSet, tuple[Problem, ...]]:
    """The rules as a configuration wants them, and what is wrong with its wishes; most have none."""
    if not wanted:
        return known, ()
    from linter.config.changed import changed

    made = changed(known, wanted)
    return made.ruleset, made.problems


def rule_node(node: Node) -> Node:
    """The node of the rule in an entry of `ignores`."""
    return node.value.get("rule", node) if isinstance(node.value, dict) else node


def _hint(name: str, ids: set[str]) -> str:
    return did_you_mean(name, sorted(ids)) or "see all rules with: factlint rule --all"
