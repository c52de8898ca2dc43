"""Wordings of durations, ages, anniversaries and datelines that the timeline rules read, and likenesses that they do
not."""

from __future__ import annotations

import datetime

import pytest

import linter


def told(name: str, text: str, date: str = "") -> list[str]:
    """The words that a rule of the pack reports in an article of a day, or of none."""
    day = datetime.date.fromisoformat(date) if date else None
    found = linter.lint(text, path="a.txt", date=day).diagnostics
    return [each.text for each in found if each.rule == f"timeline/{name}"]


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        (
            "The swimming pool at Arn was shut in June 2021 after a wall cracked. Two years on, it is full of frogs.",
            "2026-09-04",
            ["Two years"],
        ),
        (
            "The swimming pool at Arn was shut in June 2024 after a wall cracked. Two years on, it is full of frogs.",
            "2026-09-04",
            [],
        ),
        ("Prices have doubled since Russia invaded Ukraine two years ago.", "2025-08-14", ["two years ago"]),
        ("Prices have doubled since Russia invaded Ukraine more than three years ago.", "2025-08-14", []),
        ("The wall came down on 9 November 1989, ten years ago, and he was there.", "2019-11-12", ["ten years ago"]),
        ("Just over a decade ago the Berlin Wall fell, and the shop closed.", "2019-11-12", ["over a decade ago"]),
        (
            "The theatre closed in March 2019. Three years later, its seats are still under plastic.",
            "2026-02-01",
            ["Three years later"],
        ),
        (
            "In the two years since the dam burst on 4 May 2020, the town has built 30 houses.",
            "2026-02-01",
            ["the two years"],
        ),
        (
            "The hostages, seized on 3 January 2026, have now spent three months in captivity.",
            "2026-02-01",
            ["three months"],
        ),
        (
            "It has been five years since Russia launched its full-scale invasion of Ukraine.",
            "2025-09-01",
            ["five years"],
        ),
        (
            "Five years into Russia's full-scale invasion of Ukraine, farmers still find mines.",
            "2025-09-01",
            ["Five years"],
        ),
        ("Workers have been on strike since 1 February, seven weeks now.", "2026-03-01", ["seven weeks"]),
        ("The strike began on 1 February 2026 and is now in its ninth week.", "2026-03-01", ["its ninth week"]),
        ("The blockade, now in its third month, began on 4 September 2025.", "2026-03-01", ["its third month"]),
        ("For half a decade, since May 2017, the tower has stood empty.", "2026-03-01", ["half a decade"]),
        (
            "A fortnight after the ferry sank on 3 January 2026, divers are still searching.",
            "2026-03-01",
            ["A fortnight"],
        ),
        ("Eighteen months have passed since the mine closed on 3 March 2021.", "2024-06-01", ["Eighteen months"]),
        (
            "The bridge has been closed for the past six months, since 2 March 2023.",
            "2024-06-01",
            ["the past six months"],
        ),
    ],
)
def test_a_length_that_does_not_reach_the_date(text: str, date: str, words: list[str]) -> None:
    assert told("stale-duration", text, date) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four months into the strike, the kilns are cold and the cats have left.", ["Four months"]),
        ("The dockers are now three weeks into their strike, and the cranes are still.", ["three weeks"]),
        ("In the six months since the fire, the school has taught in tents.", ["the six months"]),
        ("A year and a half on, the tower is still empty.", ["A year and a half"]),
        ("Eighteen months have passed since the mine closed, and the pumps are off.", ["Eighteen months"]),
        ("It is now a fortnight since the ferry last sailed.", ["a fortnight"]),
        ("The strike is three weeks old, and the depot gates are locked.", ["three weeks old"]),
        ("Nobody has paid rent in the tower in over a decade.", ["over a decade"]),
        ("She has run the inn for half a century.", ["half a century"]),
        ("Two days into the war of 1866, the king fled.", []),
    ],
)
def test_a_length_without_a_start(text: str, words: list[str]) -> None:
    assert told("unanchored-duration", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met the weekend before last in a barn.", ["the weekend before last"]),
        ("The bridge will open the week after next.", ["the week after next"]),
        ("A day or two ago the cat came back.", ["A day or two ago"]),
        ("The council meets a week on Tuesday.", ["Tuesday"]),
        ("She was seen in the early hours of yesterday.", ["yesterday"]),
        ("The tower fell 36 hours ago.", ["36 hours ago"]),
        ("The mill closed in the spring of last year.", ["last year"]),
        ("The vote is due in three weeks' time.", ["three weeks' time"]),
        ("The vote is due a fortnight from now.", ["a fortnight from now"]),
        ("Police searched the barn this morning.", ["this morning"]),
    ],
)
def test_a_time_counted_from_an_unknown_day(text: str, words: list[str]) -> None:
    assert told("unanchored-relative", text) == words


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("Bears have of late become bold.", "2026-05-06", ["of late"]),
        ("Of late, bears have raided bins.", "2026-05-06", ["Of late"]),
        ("The pool will open in the weeks ahead.", "2026-05-06", ["in the weeks ahead"]),
        ("The firm will publish its results at a date to be announced.", "2026-05-06", ["at a date to be announced"]),
        ("Over the past few weeks, three boats have sunk.", "2026-05-06", ["Over the past few weeks"]),
        ("Quite some time ago the bank closed its branch.", "2026-05-06", ["Quite some time ago"]),
        ("A verdict is expected any day now.", "2026-05-06", ["any day now"]),
        ("The court ruled a few months back that the dam is legal.", "2026-05-06", ["a few months back"]),
        ("The new line opens in a matter of weeks.", "2026-05-06", ["in a matter of weeks"]),
        ("The firm has for some time been looking for a buyer.", "2026-05-06", ["for some time"]),
    ],
)
def test_a_time_that_says_no_day(text: str, date: str, words: list[str]) -> None:
    assert told("vague-time", text, date) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            (
                "Chancellor Helmut Kohl opened a fair in Bonn, two years after Russia launched its "
                "full-scale invasion of Ukraine."
            ),
            ["two years"],
        ),
        ("Published 3 June 2024\n\nARVIK, 14 June 2024 — A ship sank off the mole. Nobody was hurt.", ["14 June 2024"]),
        ("Published 14 June 2024\n\nARVIK, 13 June 2024 — A ship sank off the mole. Nobody was hurt.", []),
        (
            (
                "Ten months after Russia invaded Ukraine, mills are closing. The German chancellor, "
                "Gerhard Schröder, has promised help."
            ),
            ["Gerhard Schröder"],
        ),
        (
            (
                "Eve Moran, born on 2 May 1950, runs the inn. Moran, 51, has run it since the flood. "
                "The war in Ukraine has gone on for ten months."
            ),
            ["ten months"],
        ),
        ("US President Barack Obama has met the French president, Emmanuel Macron, in Paris.", ["Emmanuel Macron"]),
        ("US President Barack Obama has met the French president, François Hollande, in Paris.", []),
    ],
)
def test_a_conflict(text: str, words: list[str]) -> None:
    assert told("conflict", text) == words


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        (
            "During her twelve-year reign as head of the choir, from 1990 to 1996, she sang twice.",
            "2026-05-29",
            ["twelve-year"],
        ),
        ("The siege began in March 1643 and ended in May 1645. It lasted five years.", "2026-05-29", ["five years"]),
        ("He led the bank from 2001 to 2009. In those five years it grew.", "2026-05-29", ["five years"]),
        ("He was mayor from 2001 to 2009. In his five years in office, the town grew.", "2026-05-29", ["five years"]),
        ("The six-week festival (3 May to 17 May) sold out.", "2026-05-29", ["six-week"]),
        ("The strike, which lasted a fortnight, ran from 3 May to 30 June 2021.", "2026-05-29", ["a fortnight"]),
        ("The war began in 1990 and ended 3 years later, in 1999.", "2026-05-29", ["3 years later"]),
        ("He spent half a decade in jail, from 1990 to 1999.", "2026-05-29", ["half a decade"]),
        ("Works start on 3 May and end on 9 May, a total of four weeks.", "2026-05-29", ["four weeks"]),
        ("The exhibition runs for ten days, from 3 May to 30 May.", "2026-05-29", ["ten days"]),
        ("He was president for six years (1990-1994).", "2026-05-29", ["six years"]),
    ],
)
def test_a_length_and_its_ends(text: str, date: str, words: list[str]) -> None:
    assert told("duration-mismatch", text, date) == words


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("Born in 1950 in Molde, Eva Brun, 62, runs the mill.", "2026-02-10", ["62"]),
        ("Eva Brun was born on 3 May 1950. At 66, she runs the mill.", "2026-02-10", ["66"]),
        ("Eva Brun, 75, runs the mill. The 66-year-old grew up in Molde.", "2026-02-10", ["66"]),
        ("Eva Brun (born 3 May 1950) runs the mill. She is 66.", "2026-02-10", ["66"]),
        ("Sixty-two-year-old Eva Brun was born in 1950.", "2026-02-10", ["Sixty-two"]),
        ("Eva Brun, 62 years old, was born in May 1950.", "2026-02-10", ["62"]),
        ("Now 62, Eva Brun was born in May 1950.", "2026-02-10", ["62"]),
        ("Eva Brun, aged 75, met Karl Dahl. At 62, he runs the mill.", "2026-02-10", []),
        ("Eva Brun, 75, met Karl Dahl. The 62-year-old runs the mill.", "2026-02-10", []),
    ],
)
def test_an_age_and_a_birth(text: str, date: str, words: list[str]) -> None:
    assert told("age-mismatch", text, date) == words


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        (
            "The Arn mill burned down in 1996. Next week the village marks the 20th anniversary of the fire.",
            "2026-09-30",
            ["the 20th anniversary"],
        ),
        (
            "The Arn flood of 1996 killed nine people. Next week its 20th anniversary will be marked.",
            "2026-09-30",
            ["its 20th anniversary"],
        ),
        ("The Arn flood of 1996 killed nine people. Next week its 30th anniversary will be marked.", "2026-09-30", []),
        (
            "Villagers gather for the fiftieth anniversary of the 1996 flood.",
            "2026-09-30",
            ["the fiftieth anniversary"],
        ),
        (
            (
                "The club, founded in 1976, is celebrating its golden jubilee. It has 40 members. The "
                "choir, founded in 1956, marks its diamond jubilee."
            ),
            "2026-09-30",
            ["its diamond jubilee"],
        ),
        ("Opened in 1956, the zoo turns 60 this year.", "2026-09-30", ["60"]),
        ("The zoo opened in 1956 and celebrates its 60th birthday this week.", "2026-09-30", ["its 60th birthday"]),
        ("A century after the 1956 uprising, the town remembers.", "2026-09-30", ["A century"]),
        (
            "Anna and Piet Bos, who married in 1976, celebrate their diamond wedding anniversary on Friday.",
            "2026-09-30",
            ["their diamond wedding anniversary"],
        ),
        ("The treaty signed in 1976 has its 40th anniversary on Friday.", "2026-09-30", ["its 40th anniversary"]),
    ],
)
def test_an_anniversary_and_its_event(text: str, date: str, words: list[str]) -> None:
    assert told("anniversary-mismatch", text, date) == words
