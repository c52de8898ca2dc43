"""Which reports are told: rules that give way to others."""

from __future__ import annotations

import pytest

from linter.checks.pattern import PatternCheck
from linter.checks.search import Pattern
from linter.core.diagnostic import Confidence
from linter.core.source import Source
from linter.engine.lint import Input, Linter
from linter.ruleset.model import Rule, RuleSet, Within


def rule(name: str, check: PatternCheck, yields_to: dict[str, Within]) -> Rule:
    return Rule(
        id=name,
        title=name,
        level="warning",
        confidence="high",
        check=check,
        kind="pattern",
        message="{text}",
        docs="For a test.",
        examples=(),
        path="rule.yaml",
        yields_to=yields_to,
    )


@pytest.mark.parametrize(
    ("plain", "special", "told"),
    [
        (None, None, ["test/special"]),
        ("low", "low", ["test/special"]),
        ("low", None, ["test/special"]),
        (None, "low", ["test/plain", "test/special"]),
    ],
)
def test_a_report_that_is_shown_does_not_give_way_to_one_that_is_not(
    plain: Confidence | None, special: Confidence | None, told: list[str]
) -> None:
    one = rule("test/plain", PatternCheck(patterns=(Pattern("red hens", confidence=plain),)), {"test/special": "words"})
    other = rule("test/special", PatternCheck(patterns=(Pattern("hens", confidence=special),)), {})
    report = Linter(RuleSet((one, other))).lint([Input(Source("a.txt", "Nine red hens flew."), None, ())])
    assert sorted(diagnostic.rule for diagnostic in report.diagnostics) == told


def test_a_pattern_may_report_at_a_level_of_its_own() -> None:
    check = PatternCheck(patterns=("red hens", Pattern("blue hens", confidence="low", level="note")))
    report = Linter(RuleSet((rule("test/hens", check, {}),))).lint(
        [Input(Source("a.txt", "Red hens met blue hens."), None, ())]
    )
    assert [(d.level, d.confidence) for d in report.diagnostics] == [("warning", "high"), ("note", "low")]
