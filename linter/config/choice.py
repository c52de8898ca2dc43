"""The rules of files with the same settings: changed as the configuration wants, and which of them are in force."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from linter.config.changes import changed, changes
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
    made = changed(known, changes(resolved))
    ids = {name for rule in known.rules for name in (rule.id, *rule.formerly)}
    ignored = (
        layer.problem(rule_node(node), f"there is no rule {ignore.rule[:80]!r}", _hint(ignore.rule, ids))
        for layer, node, ignore in resolved.ignores
        if ignore.rule not in ids
    )
    problems = (*made.problems, *selector_problems(resolved, known), *ignored)
    renamed = (
        f"{change.layer.origin('rules', change.node)}: the rule {change.name!r} is now called {known[change.name].id!r}"
        for change in changes(resolved)
        if change.name in ids and known[change.name].id != change.name
    )
    remarks = tuple(dict.fromkeys((*former_names(resolved, known), *renamed)))
    return Choice(made.ruleset, standings(resolved, known), remarks, tuple(dict.fromkeys(problems)))


def rule_node(node: Node) -> Node:
    """The node of the rule in an entry of `ignores`."""
    return node.value.get("rule", node) if isinstance(node.value, dict) else node


def _hint(name: str, ids: set[str]) -> str:
    return did_you_mean(name, sorted(ids)) or "see all rules with: factlint rule --all"
