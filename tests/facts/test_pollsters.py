"""Pollsters as facts: read, laid over, validated, found."""

from __future__ import annotations

import pytest

from linter.core.shipped import shipped_folder
from linter.core.source import Source
from linter.facts.base import FactBase
from linter.facts.find import told_of
from linter.facts.load import FOLDER, load_facts, parse_facts, placed_files
from linter.facts.merge import joined, laid_over
from linter.facts.validate import remarks
from tests.facts.helper import facts
from tests.facts.test_validate import told

NORRSKEN = "pollsters: [{name: Norrsken, aliases: [Norrsken Research, Skog], common: [Skog], source: s}]\n"


def test_names_that_mean_other_things_are_not_looked_for() -> None:
    base = FactBase.of(facts(NORRSKEN))
    assert base.pollster_names == ("Norrsken", "Norrsken Research")
    assert [each.name for each in base.pollsters_named("skog")] == ["Norrsken"]


def test_a_layer_replaces_the_pollster_that_it_names() -> None:
    layer = facts("pollsters: [{name: Norrsken, country: Sweden, source: s}]")
    base = FactBase.of(laid_over(facts(NORRSKEN), layer))
    assert [(each.name, each.country, each.aliases) for each in base.pollsters] == [("Norrsken", "Sweden", ())]


def test_files_side_by_side_are_joined() -> None:
    other = facts("pollsters: [{name: Skarv, source: s}]")
    assert [each.name for each in joined([facts(NORRSKEN), other]).pollsters] == ["Norrsken", "Skarv"]


def test_a_common_name_must_be_one_of_its_names() -> None:
    read = parse_facts(Source("a.yaml", "pollsters: [{name: Norrsken, common: [Skog], source: s}]"))
    assert [(each.column, each.message) for each in read.problems] == [(38, "'Skog' is no name of Norrsken")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "pollsters: [{name: Norrsken, country: Norbi, source: s}]",
            [("warning", "1.yaml:1:39", "'Norbi' is no place that the facts know")],
        ),
        ("pollsters: [{name: Norrsken}]", [("warning", "1.yaml:1:13", "the source is missing")]),
        (
            "pollsters: [{name: Norrsken, source: s}, {name: Skarv, aliases: [norrsken], source: s}]",
            [("error", "1.yaml:1:66", "the name 'norrsken' is another pollster's too: Norrsken")],
        ),
    ],
)
def test_what_is_wrong_with_a_pollster_is_told(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_pollster_is_shown_with_its_names_and_its_source() -> None:
    assert list(told_of(FactBase.of(facts(NORRSKEN)), "Norrsken Research")) == [
        "Norrsken, pollster",
        "  also: Norrsken Research, Skog",
        "  source: s",
    ]


def test_nothing_is_wrong_with_the_register_that_ships() -> None:
    files, problems = placed_files([shipped_folder() / FOLDER / "pollsters.yaml"])
    found = [each.headline for each in remarks(files, load_facts().base)]
    assert (found, problems) == ([], ())
