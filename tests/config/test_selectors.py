"""Which rules are in force: the most specific selector of a layer decides, the stronger layer has the last word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.config.choice import choose
from linter.config.resolve import Configurations, Resolved
from linter.config.selectors import former_names, selectable, specificity, standings
from linter.ruleset.model import Rule, RuleSet
from tests.config.helper import project, settings
from tests.config.test_resolve import layer


class Nothing:
    """A check that finds nothing."""

    def triggers(self, owner: str) -> tuple[()]:
        return ()

    def check(self, article: Any, owner: str) -> Any:
        return iter(())


def rule(rule_id: str, *tags: str, formerly: tuple[str, ...] = ()) -> Rule:
    return Rule(rule_id, "", "note", "high", Nothing(), "nothing", "", "", (), tags, (), formerly)


RULES = RuleSet(
    (rule("a/one", "red"), rule("a/two", "blue", formerly=("old/two",)), rule("b/one", "red"), rule("b/two"))
)
IDS = tuple(rule.id for rule in RULES.rules)
SELECTORS = st.lists(st.sampled_from((*selectable(RULES), "a", "old/two")), max_size=3)


def in_force(*layers: Any) -> set[str]:
    return {rule_id for rule_id, standing in standings(Resolved(layers), RULES).items() if standing.on}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, set(IDS)),
        ({"select": ["a/"]}, {"a/one", "a/two"}),
        ({"select": ["a"]}, {"a/one", "a/two"}),
        ({"select": ["tag:red"]}, {"a/one", "b/one"}),
        ({"select": []}, set()),
        ({"select": ["a/one"], "extend_select": ["b/two"]}, {"a/one", "b/two"}),
        ({"ignore": ["a/"]}, {"b/one", "b/two"}),
        ({"select": ["a/one"], "ignore": ["a/"]}, {"a/one"}),
        ({"select": ["a/"], "ignore": ["tag:red"]}, {"a/one", "a/two"}),
        ({"select": ["tag:red"], "ignore": ["a/"]}, {"b/one"}),
        ({"select": ["a/one"], "ignore": ["a/one"]}, set()),
        ({"select": ["all"], "ignore": ["all"]}, set()),
        ({"select": ["old/two"]}, {"a/two"}),
        ({"rules": {"a/one": "off", "b/one": "error"}}, {"a/two", "b/one", "b/two"}),
        ({"rules": {"a/one": {"level": "off"}}}, {"a/two", "b/one", "b/two"}),
        ({"select": ["b/"], "rules": {"b/one": "off"}}, {"b/two"}),
    ],
)
def test_within_a_layer_the_most_specific_selector_decides(values: dict[str, Any], expected: set[str]) -> None:
    assert in_force(layer("x", **values)) == expected


@given(SELECTORS, SELECTORS)
def test_a_rule_is_in_force_just_where_it_is_named_more_specifically_than_it_is_ignored(
    select: list[str], ignore: list[str]
) -> None:
    told = in_force(layer("x", select=select, ignore=ignore))
    for each in RULES.rules:
        wanted = max((specificity(selector, each) for selector in select), default=0)
        assert (each.id in told) == (wanted > max((specificity(selector, each) for selector in ignore), default=0))


@given(SELECTORS, SELECTORS, SELECTORS, SELECTORS)
def test_a_stronger_layer_has_the_last_word_on_what_it_names_and_says_nothing_of_the_rest(
    select: list[str], ignore: list[str], more: list[str], less: list[str]
) -> None:
    below = in_force(layer("x", select=select, ignore=ignore))
    both = in_force(layer("x", select=select, ignore=ignore), layer("y", extend_select=more, ignore=less))
    for each in RULES.rules:
        wanted = max((specificity(selector, each) for selector in more), default=0)
        unwanted = max((specificity(selector, each) for selector in less), default=0)
        expected = wanted > unwanted if wanted or unwanted else each.id in below
        assert (each.id in both) == expected


@given(SELECTORS, SELECTORS, SELECTORS)
def test_select_begins_afresh(below: list[str], ignored: list[str], select: list[str]) -> None:
    assert in_force(layer("x", select=below, ignore=ignored), layer("y", select=select)) == in_force(
        layer("y", select=select)
    )


@given(st.permutations(["a/one", "tag:red", "b/", "all"]))
def test_the_order_of_selectors_means_nothing(order: list[str]) -> None:
    assert in_force(layer("x", select=order[:2], ignore=order[2:])) == in_force(
        layer("x", select=order[1::-1], ignore=order[:1:-1])
    )


def test_what_is_said_of_single_files_comes_last(tmp_path: Path) -> None:
    ignores = "per-file-ignores: {'opinion/': [a/], '*.html': [a/two]}\n"
    text = f"ignore: [b/]\n{ignores}per-file-select: {{'opinion/b.md': [b/one]}}\n"
    project(tmp_path, {"factlint.yaml": text})
    configurations = Configurations((layer("--extend-select", extend_select=["a/one"]),))

    def told(name: str) -> set[str]:
        return {key for key, value in standings(configurations.of(str(tmp_path / name)), RULES).items() if value.on}

    assert told("a.md") == {"a/one", "a/two"}
    assert told("news/a.html") == {"a/one"}
    assert told("opinion/a.md") == set()
    assert told("opinion/b.md") == {"b/one"}


def test_every_decision_has_its_reason(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": "ignore:\n  - a/\n  - tag:blue\nrules:\n  b/one: off\n"})
    told = {key: value.because for key, value in standings(settings(tmp_path), RULES).items()}
    assert told == {
        "a/one": f"ignore a/ ({tmp_path}/factlint.yaml:2)",
        "a/two": f"ignore a/ ({tmp_path}/factlint.yaml:2)",
        "b/one": f"off b/one ({tmp_path}/factlint.yaml:5)",
        "b/two": "select all (profile minimal)",
    }
    assert standings(Resolved((layer("--select", select=["a/"]),)), RULES)["b/two"].because == "not selected (--select)"


def test_a_former_id_is_taken_and_remarked_upon(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": "select: [a/]\nignore: [old/two]\nrules: {old/two: {level: error}}\n"})
    resolved = settings(tmp_path)
    choice = choose(resolved, RULES)
    assert choice.problems == ()
    assert choice.in_force == {"a/one"}
    assert choice.ruleset["a/two"].level == "error"
    told = "the rule 'old/two' is now called 'a/two'"
    assert choice.remarks == (f"{tmp_path}/factlint.yaml:2: {told}", f"{tmp_path}/factlint.yaml:3: {told}")
    assert list(former_names(Resolved((layer("--ignore", ignore=["old/two"]),)), RULES)) == [
        "--ignore: the rule 'old/two' is now called 'a/two'"
    ]
