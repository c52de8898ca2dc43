"""Lengths between two hours, ends told elsewhere, and what anchors a relative time, on articles made here."""

from __future__ import annotations

import datetime

import pytest

import linter


def told(rule: str, text: str, date: str = "") -> list[str]:
    """The words that a rule of the timeline reports."""
    day = datetime.date.fromisoformat(date) if date else None
    report = linter.lint(text, path="a.md", date=day)
    return [each.text for each in report.diagnostics if each.rule == f"timeline/{rule}"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 90-minute strike, from 6:00 to 6:30 a.m., stopped all trams.", ["90-minute"]),
        ("The half-hour strike, from 6:00 to 6:30 a.m., stopped all trams.", []),
        ("The lane was shut for six hours, from 10 to 11:30 p.m., the police said.", ["six hours"]),
        ("The council's three-hour meeting, from 7 p.m. to midnight, ended in a quarrel.", ["three-hour"]),
        ("The *five-hour* meeting, which lasted from 7 p.m. to midnight, was calm.", []),
        ("The ship sailed at 6 a.m. and docked at 10 a.m., a crossing of nine hours.", ["nine hours"]),
        ("The shop is open from 9 a.m. to 5 p.m. and takes two hours for lunch.", []),
        ("The plane left at 6 a.m. and landed at 10 a.m. local time, a flight of nine hours.", []),
    ],
)
def test_a_length_and_the_hours_beside_it(text: str, words: list[str]) -> None:
    assert told("duration-mismatch", text, "2013-04-16") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fair lasted three weeks.\n\nThe fair opened on 4 March and closed on 9 March 2013.", ["three weeks"]),
        ("After five weeks of talks all slept. The talks started on 4 March 2013 and ended on 9 April.", []),
        ("The second ten-week trial begins. The trial opened on 4 March and ended on 15 April 2013.", []),
        ("Moe was named coach in May 1990. In 2003, after five years as coach, he went home.", ["five years"]),
        ("Moe was named coach in May 1990. Brun, who was ill, retired in 1990 after five years as coach.", []),
    ],
)
def test_a_length_and_ends_of_other_sentences(text: str, words: list[str]) -> None:
    assert told("duration-mismatch", text, "2013-04-16") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NAIROBI, August 21 (Xinhua) --\n\nThe director said on Friday that the raid was over.", []),
        ("# Raid over\n\nBy Ana Silva, 21 August\n\nThe director said it on Friday.", []),
        ("NAIROBI — The director said here on Friday that the raid of August 21 was over.", ["Friday"]),
        ("NAIROBI, August 21 — The director was hired last year, he said.", ["last year"]),
        ('The analyst offered his views on "Monday Night Baseball," and was dismissed by the network.', []),
        ("The system is more than a half-century ago and useless for today's youth.", []),
        ("# Market report – 3 May 2012\n\nShares fell on Thursday.", []),
        ("# The coup of 3 May 1791\n\nThe museum shows the papers since last week.", ["last week"]),
        ("# Remembering the flood, 6 February 1953\n\nThe town laid a wreath yesterday.", ["yesterday"]),
    ],
)
def test_what_anchors_a_relative_time(text: str, words: list[str]) -> None:
    assert told("unanchored-relative", text) == words


def test_times_that_want_one_date_are_told_once() -> None:
    report = linter.lint(
        "He came on Monday and left last week. She came on Tuesday. Last week it rained.", path="a.txt"
    )
    found = [each for each in report.diagnostics if each.rule == "timeline/unanchored-relative"]
    assert [(each.text, [place.text for place in each.related]) for each in found] == [
        ("Monday", ["Tuesday"]),
        ("last week", ["Last week"]),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union marched against the law on 3 May 2021 in the rain.", ["3 May 2021"]),
        ("The council voted for a referendum on 3 May 2021.", []),
        ("A crane lifted the bell, cast in 1702, into the tower on 3 May 2021.", ["3 May 2021"]),
        ("The minister is expected to open the lock, built in 1911, on 2 March 2021.", ["2 March 2021"]),
        ("The ferry stopped on 3 May 2021, but the bus will run until autumn.", ["3 May 2021"]),
        ("She applied for a licence that runs out on 3 May 2021.", []),
    ],
)
def test_dates_on_the_other_side(text: str, words: list[str]) -> None:
    assert told("future-as-past", text, "2021-04-06") == words


def test_the_same_done_to_two_things_is_two_events() -> None:
    first = "Keys\n\nThe army handed over the barracks of Valmiera to the town on 30 June 1995, with two keys.\n"
    second = "Last soldiers\n\nThe army handed over the {} of Valmiera to the town on 29 September 1995.\n"
    days = datetime.date(1995, 7, 4), datetime.date(1995, 10, 3)
    for thing, count in (("barracks", 1), ("stables", 0)):
        report = linter.lint_many([("a.txt", first, days[0]), ("b.txt", second.format(thing), days[1])])
        assert len([each for each in report.diagnostics if each.rule == "corpus/conflicting-date"]) == count
