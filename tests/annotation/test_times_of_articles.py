"""Time expressions of articles: their roles, what they are counted from, and what runs at the moment of writing."""

from __future__ import annotations

import datetime

import pytest

from linter.annotation.model import TimeMention

BASE = datetime.date(2019, 8, 14)  # a Wednesday


def mentions(sentence: str, base: datetime.date | None = None) -> tuple[TimeMention, ...]:
    from tests.annotation.helper import article_of

    article = article_of(sentence)
    assert article.date == base
    return article.times


def test_roles() -> None:
    assert [mention.role for mention in mentions("She is 44 years old.")] == ["age"]
    assert [mention.role for mention in mentions("He fell at the age of 44.")] == ["age"]
    assert [mention.role for mention in mentions("It is the dam's 10th anniversary.")] == ["anniversary"]
    assert [mention.role for mention in mentions("It ran for 10 years.")] == [""]
    assert mentions("Of those aged 18 to 24, few vote.") == ()


def test_figures_that_can_be_read_both_ways_keep_both() -> None:
    (vote,) = mentions("The vote was 03/04/2018.")
    assert (vote.value, vote.problem) == ("2018-04-03", "two-readings")
    assert (vote.earliest, vote.latest) == (datetime.date(2018, 3, 4), datetime.date(2018, 4, 3))


def test_figures_follow_the_order_of_the_others() -> None:
    vote, fire = mentions("The vote was 03/04/2018.\nThe fire was 03/23/2018.")
    assert (vote.value, vote.problem, fire.value) == ("2018-03-04", "", "2018-03-23")
    vote, fire = mentions("The vote was 03/04/2018.\nThe fire was 23/03/2018.")
    assert (vote.value, vote.problem, fire.value) == ("2018-04-03", "", "2018-03-23")


@pytest.mark.parametrize(
    "sentence",
    [
        "The lift has been out of order for over a year.",
        "The valley has had no water for almost three months.",
        "The saddle has been blocked for five weeks now.",
        "For six weeks now, the terminal has stood empty.",
        "It is two years since the mill closed.",
        "It has not rained in seven weeks.",
        "The strike is now in its fourth week.",
        "Three months on, the road is closed.",
    ],
)
def test_durations_that_run(sentence: str) -> None:
    assert [mention.running for mention in mentions(sentence) if mention.type == "DURATION"] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The saddle was blocked for five weeks.",
        "He had lived there for forty years when the dam broke.",
        "Mr. Pugh was a ship's engineer for 31 years.",
        "The climb takes her 20 minutes.",
        "The bridge will be shut for five weeks.",
        "He has been sentenced to prison for six years.",
        "The firm has agreed to pay for three years.",
        '"We have waited for six weeks," he said.',
    ],
)
def test_durations_that_do_not_run(sentence: str) -> None:
    durations = [mention for mention in mentions(sentence) if mention.type == "DURATION"]
    assert len(durations) == 1
    assert not durations[0].running


@pytest.mark.parametrize(
    ("sentence", "anchoring"),
    [
        ("He left on 3 May 2025.", "absolute"),
        ("He left last week.", "relative"),
        ("He left recently.", "vague"),
        ("He left the following day.", "none"),
        ("He left in the last week of the season.", "none"),
        ("He left on a Monday.", "none"),
        ("He leaves on Mondays.", "none"),
    ],
)
def test_anchoring(sentence: str, anchoring: str) -> None:
    assert [mention.anchoring for mention in mentions(sentence)] == [anchoring]


def test_a_phase_narrows_its_period() -> None:
    (early,) = mentions("It closed in early 2022.")
    assert (early.earliest, early.modifier) == (datetime.date(2022, 1, 1), "START")
    assert early.latest is not None
    assert early.latest < datetime.date(2022, 6, 1)
