"""A configuration changes levels, messages and parameters of rules without copying them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.annotation.settings import NO_SETTINGS
from linter.config.changed import joined
from linter.config.choice import Choice, choose
from linter.core.source import Source
from linter.engine.api import rules_of
from linter.engine.lint import Input, Linter
from tests.config.helper import project, settings

TEXT = "# Ferry\n\nThe council rammed through a plan. The plan is a widget. At the end of the day it is slow.\n"


def chosen(folder: Path, text: str) -> Choice:
    project(folder, {"factlint.yaml": text})
    choice = choose(settings(folder), rules_of(["framing", "names", "timeline"]))
    assert choice.problems == ()
    return choice


def told(choice: Choice, text: str = TEXT) -> list[tuple[str, str, str, str]]:
    linter = Linter(choice.ruleset)
    report = linter.lint([Input(Source("a.md", text), settings=NO_SETTINGS, rules=choice.in_force)])
    assert report.problems == ()
    return [(d.rule, d.level, d.text, d.message) for d in report.diagnostics if d.rule.startswith("framing/")]


def test_without_changes_nothing_changes(tmp_path: Path) -> None:
    plain = [(rule, level, text) for rule, level, text, _ in told(chosen(tmp_path, ""))]
    assert plain == [
        ("framing/loaded-language", "warning", "rammed through"),
        ("framing/cliche", "note", "At the end of the day"),
    ]


def test_levels_messages_and_words_of_a_rule_can_be_changed(tmp_path: Path) -> None:
    text = """\
rules:
  framing/cliche: off
  framing/loaded-language:
    level: error
    message: 'not "{text}", please'
    extend-phrases: [widget]
"""
    assert told(chosen(tmp_path, text)) == [
        ("framing/loaded-language", "error", "rammed through", 'not "rammed through", please'),
        ("framing/loaded-language", "error", "widget", 'not "widget", please'),
    ]


def test_a_list_given_whole_takes_the_place_of_the_rules_own(tmp_path: Path) -> None:
    text = "rules: {framing/loaded-language: {phrases: [widget], swap: {}, patterns: []}, framing/cliche: off}\n"
    assert [text for _, _, text, _ in told(chosen(tmp_path, text))] == ["widget"]


def test_the_nearest_layer_counts_for_each_parameter_and_added_words_add_up(tmp_path: Path) -> None:
    house = "rules: {framing/loaded-language: {level: error, extend-phrases: [widget]}}\n"
    project(tmp_path, {"house.yaml": house})
    text = "extends: house.yaml\nrules: {framing/loaded-language: {extend-phrases: [slow]}, framing/cliche: off}\n"
    levels_and_words = [(level, words) for _, level, words, _ in told(chosen(tmp_path, text))]
    assert levels_and_words == [("error", "rammed through"), ("error", "widget"), ("error", "slow")]


def test_an_acronym_can_be_made_known(tmp_path: Path) -> None:
    rule = chosen(tmp_path, "rules: {names/undefined-acronym: {extend-known: [SLPW]}}\n").ruleset[
        "names/undefined-acronym"
    ]
    assert {"SLPW", "NASA"} <= set(rule.check.known)  # type: ignore[attr-defined]


def test_a_rule_that_is_not_changed_is_the_same_value(tmp_path: Path) -> None:
    known = rules_of(["framing"])
    project(tmp_path, {"factlint.yaml": "rules: {framing/cliche: error}\n"})
    ruleset = choose(settings(tmp_path), known).ruleset
    same = [rule.id for rule, other in zip(known.rules, ruleset.rules, strict=True) if rule is not other]
    assert same == ["framing/cliche"]


def test_a_pattern_that_is_none_has_its_place_in_the_configuration(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": "names: []\nrules:\n  framing/cliche:\n    extend-patterns: ['(a']\n"})
    (problem,) = choose(settings(tmp_path), rules_of(["framing"])).problems
    assert (Path(problem.path).name, problem.line) == ("factlint.yaml", 4)
    assert "framing/cliche cannot be compiled" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("a", "b"), ("b", "c"), ("a", "b", "c")),
        ({"x": 1, "y": 2}, {"y": 3}, {"x": 1, "y": 3}),
        ({"x": ("a",)}, {"x": ("b",), "z": ("c",)}, {"x": ("a", "b"), "z": ("c",)}),
    ],
)
def test_what_is_added_comes_after_what_is_there(old: object, new: object, expected: object) -> None:
    assert joined(old, new) == expected
