"""Rules built on other rules, and rules that take the place of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from linter.core.problem import Problem
from linter.ruleset import load
from linter.ruleset.load import load_rules
from linter.ruleset.merge import combined
from linter.ruleset.model import Loaded, Rule, RuleSet


class Find(Struct, frozen=True):
    """A check kind with lists and mappings."""

    phrases: tuple[str, ...] = ()
    voice: tuple[str, ...] = ("writer", "reported")
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int = 1

    def triggers(self, owner: str) -> Iterator[object]:
        """None: this check is never run."""
        return iter(())

    def check(self, article: object, owner: str) -> Iterator[object]:
        """Nothing: this check is never run."""
        return iter(())


KINDS: dict[str, type] = {"find": Find, "other": Find}

BASE = """\
id: house/base
title: A poll
level: warning
confidence: high
check: find
phrases: [a poll, the poll, polls]
words: {hedge: [may, might], doubt: [perhaps]}
limit: 3
message: '"{text}" is a poll'
tags: [polls]
docs: Reports polls.
examples: &EXAMPLES
"""
EXAMPLES = """\
examples:
  - {bad: A poll., expect: [{text: A poll}]}
  - {bad: The poll., expect: [{text: The poll}]}
  - {good: None.}
  - {good: Neither.}
"""
BASE = BASE.replace("examples: &EXAMPLES\n", EXAMPLES)


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    shipped = tmp_path / "shipped" / "polls"
    shipped.mkdir(parents=True)
    (shipped / "pack.yaml").write_text("name: polls\ntitle: P\ndescription: P.\nversion: 1.0.0\nlicense: MIT\n")
    (shipped / "one.yaml").write_text(BASE.replace("house/base", "polls/one"))
    monkeypatch.setattr(load, "shipped_folder", lambda: tmp_path / "shipped")
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "base.yaml").write_text(BASE)
    return folder


def loaded(folder: Path, text: str, name: str = "more.yaml") -> Loaded:
    (folder / name).write_text(text + EXAMPLES)
    return load_rules([folder], checks=KINDS)


def rule_of(result: Loaded, rule_id: str = "house/more") -> Rule:
    assert result.problems == ()
    return result.ruleset[rule_id]


def only(result: Loaded, name: str = "more.yaml") -> Problem:
    [problem] = [problem for problem in result.problems if Path(problem.path).name == name]
    return problem


def test_what_is_not_given_is_inherited_and_what_is_given_counts(house: Path) -> None:
    rule = rule_of(loaded(house, "id: house/more\nextends: house/base\nlevel: error\nlimit: 9\n"))
    assert (rule.title, rule.level, rule.kind, rule.tags, rule.extends) == (
        "A poll", "error", "find", ("polls",), "house/base",
    )  # fmt: skip
    base = rule_of(load_rules([house], checks=KINDS), "house/base").check
    assert isinstance(base, Find)
    assert rule.check == Find(base.phrases, words=base.words, limit=9)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("phrases: [only this]", Find(phrases=("only this",))),
        ("add: {phrases: [survey, a poll]}", Find(phrases=("a poll", "the poll", "polls", "survey"))),
        ("remove: {phrases: [polls]}", Find(phrases=("a poll", "the poll"))),
        ("add: {phrases: [x]}\nremove: {phrases: [a poll, polls]}", Find(phrases=("the poll", "x"))),
        ("add: {voice: [quoted]}", Find(voice=("writer", "reported", "quoted"))),
        ("remove: {voice: [reported]}", Find(voice=("writer",))),
        (
            "add: {words: {hedge: [could], more: [x]}}",
            Find(words={"hedge": ("may", "might", "could"), "doubt": ("perhaps",), "more": ("x",)}),
        ),
        ("remove: {words: [doubt]}", Find(words={"hedge": ("may", "might")})),
        ("remove: {words: {hedge: [may]}}", Find(words={"hedge": ("might",), "doubt": ("perhaps",)})),
    ],
)
def test_lists_and_mappings_grow_and_shrink(house: Path, keys: str, expected: Find) -> None:
    check = rule_of(loaded(house, f"id: house/more\nextends: house/base\n{keys}\n")).check
    assert isinstance(check, Find)
    inherited = Find(("a poll", "the poll", "polls"), words={"hedge": ("may", "might"), "doubt": ("perhaps",)}, limit=3)
    changed = {name for name in ("phrases", "voice", "words") if f"{name}:" in keys}
    for name in ("phrases", "voice", "words"):
        assert getattr(check, name) == getattr(expected if name in changed else inherited, name)


def test_a_rule_may_build_on_a_built_in_one_and_on_one_that_builds_on_another(house: Path) -> None:
    (house / "two.yaml").write_text("id: house/two\nextends: polls/one\nadd: {phrases: [two]}\n" + EXAMPLES)
    check = rule_of(loaded(house, "id: house/more\nextends: house/two\nadd: {phrases: [three]}\n")).check
    assert isinstance(check, Find)
    assert check.phrases == ("a poll", "the poll", "polls", "two", "three")


@pytest.mark.parametrize(
    ("keys", "place", "words", "hint"),
    [
        ("extends: house/bse", (2, 10), "no rule 'house/bse' to build on", "did you mean 'house/base'?"),
        ("extends: polls/oen", (2, 10), "no rule 'polls/oen' to build on", "did you mean 'polls/one'?"),
        ("extends: 3", (2, 10), "expected text", ""),
        ("extends: house/more", (2, 10), "built on each other: house/more → house/more", ""),
        ("add: {phrases: [x]}", (2, 1), "'add' changes what a rule inherits", ""),
        ("extends: house/base\nadd: [x]", (3, 6), "'add' wants the names of lists", "add: {phrases:"),
        ("extends: house/base\nadd: {phrase: [x]}", (3, 7), "no list 'phrase' to add to", "did you mean 'phrases'?"),
        ("extends: house/base\nadd: {limit: [x]}", (3, 7), "'limit' is no list", ""),
        ("extends: house/base\nadd: {phrases: x}", (3, 16), "what is changed here is a list", "brackets"),
        ("extends: house/base\nadd: {phrases: [3]}", (3, 17), "expected text, found 3", "in quotes"),
        ("extends: house/base\nphrases: [x]\nadd: {phrases: [y]}", (4, 7), "both given anew and changed", ""),
        ("extends: house/base\nremove: {phrases: [the pol]}", (3, 20), "is not there", "did you mean 'the poll'?"),
        ("extends: house/base\nremove: {words: [hegde]}", (3, 18), "is not there", "did you mean 'hedge'?"),
        ("extends: house/base\nremove: {words: {hegde: [may]}}", (3, 18), "is not there", "did you mean 'hedge'?"),
        ("extends: house/base\ncheck: other", (3, 8), "has the check of the rule that it extends", "'find'"),
        ("extends: house/base\nlimti: 4", (3, 1), "unknown key 'limti'", "did you mean 'limit'?"),
        ("extends: house/base\nlevel: waning", (3, 8), "not allowed", "did you mean 'warning'?"),
    ],
)
def test_a_mistake_is_told_at_its_place(house: Path, keys: str, place: tuple[int, int], words: str, hint: str) -> None:
    result = loaded(house, f"id: house/more\n{keys}\n")
    problem = only(result)
    assert (problem.line, problem.column) == place
    assert words in problem.message
    assert hint in problem.hint
    assert [rule.id for rule in result.ruleset.rules] == ["house/base"]


def test_rules_in_a_circle_are_each_told(house: Path) -> None:
    (house / "a.yaml").write_text("id: house/a\nextends: house/b\n" + EXAMPLES)
    result = loaded(house, "id: house/b\nextends: house/a\n", "b.yaml")
    told = {Path(problem.path).name: problem.message for problem in result.problems}
    assert told == {
        "a.yaml": "rules are built on each other: house/a → house/b → house/a",
        "b.yaml": "rules are built on each other: house/b → house/a → house/b",
    }


def test_a_broken_base_is_told_where_it_is_broken_and_where_it_is_used(house: Path) -> None:
    (house / "pack.yaml").write_text("name: house\ntitle: H\ndescription: H.\nversion: 1.0.0\nlicense: MIT\n")
    (house / "base.yaml").write_text("id: [")
    result = loaded(house, "id: house/more\nextends: house/base\n")
    assert only(result).message == "'house/base' has mistakes of its own"
    assert only(result, "base.yaml")


def test_the_id_of_a_built_in_rule_is_taken_unless_the_rule_says_so(house: Path) -> None:
    text = BASE.replace("house/base", "polls/one")
    problem = only(loaded(house, text.removesuffix(EXAMPLES)))
    assert (problem.line, problem.column) == (1, 5)
    assert problem.hint.startswith("to take its place write replaces: [polls/one]")
    rule_of(loaded(house, "id: polls/one\nextends: polls/one\nreplaces: [polls/one]\n"), "polls/one")
    wrong = only(loaded(house, "id: house/more\nextends: polls/one\nreplaces: [polls/oen]\n"))
    assert (wrong.line, wrong.column, wrong.hint) == (3, 12, "did you mean 'polls/one'?")


def test_naming_a_built_in_pack_or_its_folder_takes_nothing(house: Path) -> None:
    assert load_rules(["polls"], checks=KINDS).problems == ()
    assert load_rules([house.parent / "shipped" / "polls"], checks=KINDS).problems == ()


def test_a_rule_that_replaces_another_answers_to_its_name(house: Path) -> None:
    result = loaded(house, "id: house/more\nextends: polls/one\nreplaces: [polls/one]\n")
    mine, other = result.ruleset["house/more"], result.ruleset["house/base"]
    shipped = load_rules(checks=KINDS).ruleset
    yielding = replace(other, id="polls/two", yields_to={"polls/one": "words"})
    rules = combined(RuleSet((*shipped.rules, yielding)), RuleSet((mine,)))
    assert [rule.id for rule in rules.rules] == ["house/more", "polls/two"]
    assert rules["polls/one"].id == "house/more"
    assert rules["polls/two"].yields_to == {"house/more": "words"}
