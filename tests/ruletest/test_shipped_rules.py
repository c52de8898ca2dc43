"""Every example in every shipped rule does what it says."""

from __future__ import annotations

from functools import cache

import pytest

from linter import load_rules
from linter.ruleset.model import Rule, RuleSet
from linter.ruletest.run import Outcome, run_examples


@cache
def shipped() -> RuleSet:
    return load_rules()


@cache
def outcomes() -> dict[str, list[Outcome]]:
    made: dict[str, list[Outcome]] = {}
    for outcome in run_examples(shipped()):
        made.setdefault(outcome.rule.id, []).append(outcome)
    return made


@pytest.mark.parametrize("rule", shipped().rules, ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    failures = {outcome.name: outcome.failures for outcome in outcomes()[rule.id] if outcome.failures}
    assert failures == {}
    assert any(outcome.fired for outcome in outcomes()[rule.id])


@pytest.mark.parametrize("rule", shipped().rules, ids=lambda rule: rule.id)
def test_documentation(rule: Rule) -> None:
    assert len(rule.docs.split()) >= 12
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
