"""Supports and their reaches, on sentences that differ in nothing else."""

from __future__ import annotations

import pytest

from linter.checks.support import SupportCheck, Wording
from linter.checks.supports import Reach, Support
from linter.core.source import Source
from linter.engine.lint import Input, Linter
from linter.match.words import WordListError
from linter.ruleset.model import Rule, RuleSet


def reported(check: SupportCheck, text: str, path: str = "article.md") -> list[str]:
    """The words that a rule of this check reports in a text."""
    rule = Rule("test/rule", "A rule", "warning", "high", check, "support", "{text}", "Docs.", ())
    report = Linter(RuleSet((rule,))).lint([Input(Source(path, text))])
    return [diagnostic.text for diagnostic in report.diagnostics]


def needing(support: Support, *reaches: Reach) -> SupportCheck:
    """A check that reports "will likely" where the support is not in reach."""
    return SupportCheck(phrases=("will likely",), needs={support: reaches})


def worded(*reaches: Reach) -> SupportCheck:
    """A check that reports "a source" where no reason stands in reach."""
    return SupportCheck(phrases=("a source",), wording=(Wording(reaches, (r"\bbecause of <month>\b",)),))


@pytest.mark.parametrize(
    "sentence",
    [
        "Prices will likely rise, the bakers' union said.",
        "According to the bakers' union, prices will likely rise.",
    ],
)
def test_one_who_tells_it_supports(sentence: str) -> None:
    check = SupportCheck(phrases=("will likely",), needs={"teller": ("sentence",)}, voice=("writer", "reported"))
    assert reported(check, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Prices will likely rise.",
        "Prices will likely rise, and the minister wants a new mill.",
        "Prices will likely rise, critics said.",
    ],
)
def test_one_who_only_thinks_or_has_no_name_does_not(sentence: str) -> None:
    check = SupportCheck(phrases=("will likely",), needs={"teller": ("sentence",)}, voice=("writer", "reported"))
    assert reported(check, sentence) == ["will likely"]


def test_what_is_told_of_is_no_teller() -> None:
    check = SupportCheck(phrases=("The Lancet",), needs={"teller": ("sentence",)})
    assert reported(check, "The Lancet said that the mill would close.") == ["The Lancet"]


def test_any_source_supports_where_asked_for() -> None:
    sentence = "Prices will likely rise, and Ana Lukić wants a new mill."
    assert reported(needing("source", "sentence"), sentence) == []
    assert reported(needing("teller", "sentence"), sentence) == ["will likely"]


def test_a_link_supports_in_its_reach() -> None:
    text = "Prices will likely rise. [The union](https://bread.example) has a list."
    assert reported(needing("link", "next"), text) == []
    assert reported(needing("link", "sentence"), text) == ["will likely"]


@pytest.mark.parametrize(
    ("reach", "place"),
    [
        ("sentence", 1),
        ("previous", 0),
        ("next", 2),
        ("paragraph", 0),
        ("paragraph", 2),
        ("before", 0),
        ("after", 2),
        ("below", 4),
        ("article", 5),
    ],
)
def test_wording_counts_in_its_reach_alone(reach: Reach, place: int) -> None:
    sentences = [
        "Bread is dear",
        "Flour is short, a source said",
        "Mills stand still",
        "Rain fell",
        "Roads shut",
        "Rivers rose",
    ]
    sentences[place] += " because of August"
    first, *rest = (f"{sentence}." for sentence in sentences)
    text = f"{first} {rest[0]} {rest[1]}\n\n{rest[2]} {rest[3]}\n\n{rest[4]}"
    assert reported(worded(reach), text) == []
    assert reported(worded(), text) == ["a source"]


def test_wording_out_of_reach_does_not_count() -> None:
    text = "Flour is short, a source said. Mills stand still.\n\nRain fell.\n\nRoads shut because of August."
    assert reported(worded("sentence", "previous", "next", "paragraph", "before", "after", "below"), text) == [
        "a source"
    ]


def test_a_last_paragraph_has_none_below() -> None:
    assert reported(worded("below"), "Rain fell because of August.\n\nFlour is short, a source said.") == ["a source"]


def test_wording_supports_only_the_matches_it_is_for() -> None:
    wording = Wording(("sentence",), ("because of August",), of=(r"source said that flour",))
    check = SupportCheck(phrases=("a source",), wording=(wording,))
    text = "A source said that flour is short, and a source said that mills stand still, because of August."
    assert reported(check, text) == ["a source"]
    assert reported(check, text.replace(" that flour", "")) == ["A source", "a source"]


def test_wording_may_only_name_known_word_lists() -> None:
    with pytest.raises(WordListError):
        SupportCheck(phrases=("a source",), wording=(Wording(("sentence",), ("<no-such-list>",)),)).validate()


@pytest.mark.parametrize(
    "lead",
    [
        "Sales rose 4 percent in May, the brewery said on Tuesday.",
        "It sold 4,120 barrels in May, it said on Tuesday.",
        "Sales rose 4 percent, the brewery's director, Ida Roth, said.",
        "Some 4,120 people moved to Kolm, according to the registry.",
        "It was a good May for beer.\n\nThe brewery said that it had sold 4,120 barrels.",
    ],
)
def test_a_body_that_gives_out_figures_in_the_lead_supports_those_below(lead: str) -> None:
    text = f"{lead}\n\nSales will likely rise in June.\n"
    assert reported(needing("release", "lead"), text) == []


@pytest.mark.parametrize(
    "lead",
    [
        "The brewery put up a fence, it said on Tuesday.",
        "The fence cost 4,120 euros, the brewery said on Tuesday.",
        "Sales rose 4 percent, a baker, Ida Roth, said.",
        "Sales rose 4 percent in May.",
        "The brewery wants 4 percent more.",
        "It was a good May for beer. It rained.\n\nThe brewery said that it had sold 4,120 barrels.",
    ],
)
def test_a_lead_without_such_figures_supports_nothing(lead: str) -> None:
    text = f"{lead}\n\nSales will likely rise in June.\n"
    assert reported(needing("release", "lead"), text) == ["will likely"]


def test_what_is_passed_on_is_not_told_by_whom_it_is_about() -> None:
    check = SupportCheck(phrases=("it emerged",), needs={"teller": ("sentence",)}, voice=("writer", "reported"))
    text = "Ann Roy left on Tuesday.\n\nIt emerged last week that she had warned the owners.\n"
    assert reported(check, text) == ["It emerged"]
