"""Polls: which texts cite one, how many, who made them, and what is told of them."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import make_article
from linter.annotation.model import Poll
from linter.core.source import Source
from linter.document.formats import parse
from tests.annotation.helper import article_of, automaton


def polls(text: str) -> list[tuple[str, Poll]]:
    """The polls of a text, each with the words of its first mention."""
    article = article_of(text)
    return [(article.words(poll.span), poll) for poll in article.polls]


def item(text: str, name: str) -> str | None:
    """The words that tell one item of the only poll of a text."""
    article = article_of(text)
    (poll,) = article.polls
    span = getattr(poll, name)
    return None if span is None else article.words(span)


@pytest.mark.parametrize(
    "text",
    [
        "The polls are open from six, and many went to the polls early.",
        "Voters queued at the polling stations before the polls closed.",
        "She topped the poll in 1999 and polled 40 percent.",
        "A sonar survey found that 40 percent of the plates had come loose.",
        "The bird survey found that half of the nests were empty.",
        "Engineers went to survey the damage to the homes of 30 families.",
        "The party plans to commission a poll on the anthem.",
        '"Every poll has us at 40 percent," she said.',
    ],
)
def test_what_is_no_poll(text: str) -> None:
    assert polls(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A new survey found that 64 percent of passengers would use it.", ["A new survey"]),
        ("Opinion polls show the mayor ten points ahead.", ["Opinion polls"]),
        ("Pollsters put the colonel at 52 percent.", ["Pollsters"]),
        ("Of 1,100 adults interviewed by telephone, 61 percent opposed it.", ["Of 1,100 adults interviewed"]),
        ("A Sifo poll has it at 51 percent. A second poll gives it 47.", ["A Sifo poll", "A second poll"]),
        ("A Sifo poll has it at 51 percent. The poll finds 40 in the north.", ["A Sifo poll"]),
        ("A Sifo poll has it at 51 percent. A Novus poll has it at 40.", ["A Sifo poll", "A Novus poll"]),
        ("A Sifo poll has it at 51. A survey of bakers found six in ten against.", ["A Sifo poll", "A survey"]),
        ("Half want it, a poll shows. The Sifo poll asked 1,000 adults.", ["a poll"]),
    ],
)
def test_one_poll_for_each_real_one(text: str, mentions: list[str]) -> None:
    assert [words for words, _ in polls(text)] == mentions


def test_a_headline_tells_of_the_poll_in_the_body() -> None:
    text = "Poll: half of Swedes want it\n\nHalf of Swedes want the anthem, according to a Sifo poll.\n"
    article = make_article(parse(Source("a.txt", text)), automaton())
    assert [article.words(poll.span) for poll in article.polls] == ["a Sifo poll"]


@pytest.mark.parametrize(
    ("text", "pollster"),
    [
        ("A Hartwell College poll shows 57 percent against.", "Hartwell College"),
        ("A New York Times poll shows 57 percent against.", "New York Times"),
        ("A survey by the consultancy Harrow & Lane found 64 percent in favour.", "the consultancy Harrow & Lane"),
        ("A poll found 40 percent in favour. It was conducted by Norrsken Research.", "Norrsken Research"),
        ("Gallup polled 1,000 adults in May; the poll found 30 percent in favour.", "Gallup"),
        ("The ministry's own survey found that most parents were happy.", "The ministry's"),
        ("A poll published on Monday shows 57 percent against.", None),
        ("A poll found that 57 percent were put off by Mr. Ode.", None),
        ("Some 57 percent are against, according to an American poll.", None),
    ],
)
def test_pollsters(text: str, pollster: str | None) -> None:
    assert item(text, "pollster") == pollster


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("A poll for TV Serra has her at 47.", "sponsor", "TV Serra"),
        ("A poll commissioned by the Skarv Gazette has her at 47.", "sponsor", "the Skarv Gazette"),
        ("A poll of 1,006 registered voters has her at 47.", "sample", "1,006"),
        ("A poll has her at 47. Its interviewers met 806 of them.", "sample", "806"),
        ("A Sifo poll finds 49 percent of Danes against it.", "population", "Danes"),
        ("A poll, taken March 5-11, has her at 47.", "dates", "March 5"),
        ("A poll last week had her at 47.", "dates", "last week"),
        ("A poll released on Wednesday has her at 47.", "dates", None),
        ("A poll has her at 47. Interviewers saw voters in their own homes.", "mode", "in their own homes"),
        ("A poll has her at 47. They rang 900 adults.", "mode", "rang"),
        ("A poll has her at 47. It is exact to within 3 points either way.", "margin", "exact to within 3"),
        ("A poll has her at 47, give or take three points.", "margin", "give or take"),
    ],
)
def test_items_of_disclosure(text: str, name: str, words: str | None) -> None:
    assert item(text, name) == words


def test_a_note_at_the_end_belongs_to_the_poll_it_names() -> None:
    text = (
        "Datavale, which polled for the Folha, has her at 46. The Litoral poll has her at 47.\n\n"
        "Datavale interviewed 812 voters. Litoral interviewed voters by telephone.\n"
    )
    article = article_of(text)
    told = {article.words(poll.span): poll for poll in article.polls}
    assert [told[words].sample is None for words in told] == [False, True]
    assert [told[words].mode is None for words in told] == [True, False]


def test_an_online_panel_is_told() -> None:
    ((_, poll),) = polls("An online Sifo survey of 2,000 drivers found half in favour.")
    assert poll.online
