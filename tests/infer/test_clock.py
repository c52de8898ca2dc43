"""The clock: constraints, their intersection, the smallest conflict; from articles made here."""

from __future__ import annotations

import datetime

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.core.source import Source
from linter.document.formats import parse
from linter.infer.clock import clock_of, start_known
from linter.match.automaton import compile_triggers


def article_of(text: str, date: datetime.date | None = None, path: str = "a.txt") -> Article:
    return make_article(parse(Source(path, text), date=date), compile_triggers(annotator_triggers()))


def interval(text: str) -> tuple[str, str]:
    clock = clock_of(article_of(text))
    return str(clock.earliest), str(clock.latest)


def test_a_declared_date_fixes_the_clock() -> None:
    clock = clock_of(article_of("President Barack Obama waves.", datetime.date(2031, 5, 6)))
    assert clock.earliest == clock.latest == datetime.date(2031, 5, 6)
    assert [reason.kind for reason in clock.because] == ["date"]


def test_a_duration_since_a_known_event() -> None:
    assert interval("The war in Ukraine has gone on for over ten months.") == ("2022-12-24", "2023-05-24")


def test_an_office_holder_gives_his_term() -> None:
    assert interval("The French president, Jacques Chirac, has planted an oak.") == ("1995-05-17", "2007-05-16")


def test_statements_narrow_each_other_and_only_those_that_do_are_reasons() -> None:
    text = (
        "The French president, Jacques Chirac, has planted an oak.\n\n"
        "Tony Blair, the British prime minister, has sent a spade. The gate will open on 3 May 2004."
    )
    clock = clock_of(article_of(text))
    assert (str(clock.earliest), str(clock.latest)) == ("1997-05-02", "2004-05-03")
    assert [reason.kind for reason in clock.because] == ["office", "future"]


def test_the_clock_knows_nothing_of_a_text_that_says_nothing() -> None:
    assert clock_of(article_of("The oak is tall.")).because == ()


@pytest.mark.parametrize(
    "aside",
    [
        "The then prime minister, Tony Blair, sent a spade.",
        "In 1999, Prime Minister Tony Blair sent a spade.",
        '"Prime Minister Tony Blair sent me a spade," the gardener said.',
        "Former Prime Minister Tony Blair has sent a spade.",
        "The spade was given by Prime Minister Tony Blair.",
        "Tony Blair, who was prime minister at the time, has the spade.",
    ],
)
def test_what_is_told_of_another_time_is_no_constraint(aside: str) -> None:
    text = f"Chancellor Friedrich Merz has planted an oak.\n\n{aside}"
    assert clock_of(article_of(text)).conflict == ()


def test_a_conflict_is_a_smallest_set_of_statements() -> None:
    text = (
        "The harvest of 2001 was sold.\n\nThe French president, Jacques Chirac, has planted an oak.\n\n"
        "The war in Ukraine has gone on for three months.\n\nThe British prime minister, Tony Blair, has sent a spade."
    )
    conflict = clock_of(article_of(text)).conflict
    assert [reason.kind for reason in conflict] == ["office", "duration"]


def test_two_dates_of_one_article_are_a_conflict_when_they_are_far_apart() -> None:
    text = "---\ndate: {}\n---\n\nOSLO, 3 March 2014 — The oak is tall."
    near, far = (clock_of(article_of(text.format(day), path="a.md")) for day in ("2014-03-05", "2019-03-05"))
    assert near.conflict == ()
    assert [reason.kind for reason in far.conflict] == ["date", "date"]


def test_the_start_of_a_known_event_is_a_known_start() -> None:
    known = article_of("The war in Ukraine has gone on for over ten months.")
    unknown = article_of("The strike has gone on for over ten months.")
    assert [start_known(article, article.times[0]) for article in (known, unknown)] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "The war in Ukraine has gone on for 1000000000000 years.",
        "The war in Ukraine has gone on for 9999 years.",
        "The oak, planted on 30 February 9999, has stood for a year since.",
        "It has been two years since the year 0.",
        "Angela Merkel, 999, has planted an oak.",
    ],
)
@pytest.mark.parametrize("date", [None, datetime.date.min, datetime.date.max])
def test_impossible_times_do_no_harm(text: str, date: datetime.date | None) -> None:
    clock = clock_of(article_of(text, date))
    assert clock.earliest is None or isinstance(clock.earliest, datetime.date)
