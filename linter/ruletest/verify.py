"""Refusing rules that no example has ever made speak."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.problem import Problem
from linter.ruleset.model import Loaded, RuleSet
from linter.ruletest.run import run_examples


def verified(loaded: Loaded) -> Loaded:
    """The rules without those that none of their examples makes fire; each of these becomes a problem."""
    problems = tuple(silent_rules(loaded.ruleset))
    silent = {problem.path for problem in problems}
    spoken = tuple(rule for rule in loaded.ruleset.rules if rule.path not in silent)
    return Loaded(RuleSet(spoken), (*loaded.problems, *problems))


def silent_rules(ruleset: RuleSet) -> Iterator[Problem]:
    """A problem for each rule that speaks in none of its examples."""
    fired = {outcome.rule.id for outcome in run_examples(ruleset) if outcome.fired}
    for rule in ruleset.rules:
        if rule.id not in fired:
            message = f"none of the examples of {rule.id} makes it report anything"
            yield Problem(rule.path, 1, 1, message, "see what factlint reads in them with: factlint annotate")
