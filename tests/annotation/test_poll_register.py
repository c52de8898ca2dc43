"""Pollsters of the fact base in the text."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import make_article
from linter.annotation.article import Article
from linter.annotation.polls.register import known_pollsters
from linter.core.source import Source
from linter.document.formats import parse
from linter.facts.base import FactBase
from linter.facts.load import shipped_base
from linter.facts.merge import joined
from tests.annotation.helper import article_of, automaton
from tests.facts.helper import facts


def polls(article: Article) -> list[tuple[str, str]]:
    """The first mention and the pollster of each poll."""
    return [(article.words(each.span), article.words(each.pollster) if each.pollster else "") for each in article.polls]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In an online poll of 800 voters, YouGov found that 40 percent back it.", [("an online poll", "YouGov")]),
        ("Ipsos has the mayor on 41 percent.", [("Ipsos", "Ipsos")]),
        ("Some 55 percent of Danes back it, according to Voxmeter.", [("Voxmeter", "Voxmeter")]),
        ("A Siena poll has her at 5 percent.", [("A Siena poll", "Siena")]),
        ("Maskína carried out the survey: 60 percent of Icelanders said no.", [("the survey", "Maskína")]),
    ],
)
def test_a_known_pollster_is_found_wherever_it_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert polls(article_of(text)) == expected


def test_where_a_poll_was_taken_names_nobody() -> None:
    assert polls(article_of("The senator is ahead. New Hampshire polls show her up by 5 points.")) == [
        ("New Hampshire polls", "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ipsos opened an office in Rome.",
        "The focus was on trend research and on rating the 30 percent.",
        "The gallup of horses woke 5 percent of the guests.",
    ],
)
def test_names_that_tell_no_result_make_no_poll(text: str) -> None:
    assert polls(article_of(text)) == []


def test_of_two_names_at_one_place_the_longer_counts() -> None:
    article = article_of("YouGov America and Gallup Korea agree.")
    assert [article.words(span) for span in known_pollsters(article)] == ["YouGov America", "Gallup Korea"]


def test_a_users_pollsters_are_known_too() -> None:
    own = facts("pollsters: [{name: Norrsken Barometer, aliases: [norrbar], source: s}]")
    base = FactBase.of(joined([own]))
    document = parse(Source("a.txt", "A title\n\nNorrsken Barometer has the mayor on 41 percent."))
    assert polls(make_article(document, automaton(), base)) == [("Norrsken Barometer", "Norrsken Barometer")]


def test_the_register_knows_pollsters_from_around_the_world() -> None:
    base = shipped_base()
    assert len(base.pollsters) >= 200
    assert len({each.country for each in base.pollsters}) >= 40
    assert all(each.source.startswith("http") for each in base.pollsters)
    assert not set(base.pollster_names) & {"Focus", "Demos", "Abacus", "Rating", "Trend"}
