"""Clauses from which durations, dates, ages and offices get their time, and likenesses that tell nothing of it."""

from __future__ import annotations

import datetime

import pytest

import linter


def told(text: str, date: str = "") -> list[str]:
    """What the packs of time and facts report: "rule: words"."""
    day = datetime.date.fromisoformat(date) if date else None
    found = linter.lint(text, path="a.txt", date=day).diagnostics
    wanted = (each for each in found if each.rule.startswith(("timeline/", "facts/")))
    return [f"{each.rule.split('/')[1]}: {each.text}" for each in wanted if "undated" not in each.rule]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("The lock was shut on 6 May 2018. For nearly a year now, barges have been going round.", ["nearly a year"]),
        ("The well failed on 6 May 2018. Families have had to buy water for ten months.", ["ten months"]),
        ("The embargo, in force since 3 March 2011, is now four years old.", ["four years old"]),
        ("Detained on 3 March 2019, the reporter has spent five months in a cell.", ["five months"]),
        ("Berg has been in the post for two years; she was appointed in March 2014.", ["two years"]),
        ("Olga Berg, who became director on 3 March 2008, has run the zoo for five years.", ["five years"]),
        ("The library has been closed for two years, ever since it burned down on 4 August 2014.", ["two years"]),
        ("The chimney was finished on 1 June 2006 and has stood for two years.", ["two years"]),
        ("The canal has been dry since 3 March 2018. Half a year later, boats are still in the mud.", ["Half a year"]),
        ("The Berlin Wall came down on 9 November 1989, which is 20 years ago.", ["20 years ago"]),
        ("The bridge was closed on 3 March 2012. For three years now, a Danish firm has run the ferry.", []),
        ("The church was completed in 1790 and has stood empty for three years.", []),
        ("The war began in March 2011. Nobody has been able to reach the town for six weeks.", []),
        ("Arrested in May 2015 and freed a year later, he has held the post for two years.", []),
        ("She became a nurse in May 1990 and has led the ward for three years.", []),
        ("Jo Falk has led the party for twelve years. He won the first seat in May 1982.", []),
    ],
)
def test_a_running_duration_counts_from_what_another_clause_dates(text: str, reports: list[str]) -> None:
    assert told(text, "2020-03-18") == [f"stale-duration: {each}" for each in reports]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("The quay was blessed by the bishop, an old man, on 14 July 2016.", ["14 July 2016"]),
        ("The two towns will debate on 14 May 2016 whether to merge.", ["14 May 2016"]),
        ("The club will hold its annual meeting on 14 May 2016.", ["14 May 2016"]),
        ("Tickets go on sale on 14 May 2016, the theatre said on Tuesday.", ["14 May 2016"]),
        ("The clubs held a debate on the vote on 23 June 2016.", []),
        ("They will join a march to recall the shooting on 14 May 2015.", []),
        ("The mayor said on Wednesday 3 March 2010 that the tower will open on 8 May 2012.", []),
    ],
)
def test_dates_told_on_the_wrong_side(text: str, reports: list[str]) -> None:
    assert told(text, "2016-06-02") == [f"future-as-past: {each}" for each in reports]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("He sat in prison from 1998 to 2003, eleven years in all.", ["eleven years"]),
        ("It took the masons 30 years, from 1810 to 1822, to build the spire.", ["30 years"]),
        ("The talks, which opened on 4 May 2018 and closed on 8 May 2018, took three weeks.", ["three weeks"]),
        ("Between 4 and 9 May 2018 the tower was open; in those twelve days 900 climbed it.", ["twelve days"]),
        ("The strike began on 4 May 2018 and ended on 8 May 2018, after three weeks of talks.", []),
        ("From 2001 to 2003 he lived in Oslo, and in those ten years of war he saw the king once.", []),
    ],
)
def test_a_length_and_its_two_ends(text: str, reports: list[str]) -> None:
    assert told(text, "2019-05-06") == [f"duration-mismatch: {each}" for each in reports]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("The organist, 40, was born on 3 March 1950 in Lund.", ["40"]),
        ("Ana Silva, born on 3 March 1950 and now 60, still dives.", ["60"]),
        ("Ivo Lund, the mayor of Sund, who was born on 3 March 1950 and is 60, lends out books.", ["60"]),
        ("The boy (born 3 May 2003), who is now 18, swims. His brother, born on 3 May 2000 and now 21, does not.", []),
        ("The poet (born 17 June 1948) was 60 when she died. Her son, born on 1 May 1970, is 12 inches taller.", []),
    ],
)
def test_an_age_in_the_clause_of_a_birth(text: str, reports: list[str]) -> None:
    assert told(text, "2021-10-14") == [f"age-mismatch: {each}" for each in reports]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        (
            "Jacques Chirac, the French president, called on Monday for a treaty by 2020.",
            ["office-holder: Jacques Chirac"],
        ),
        ("In 2003, President Jacques Chirac had a tree planted, which fell on Monday.", []),
        ("A photo of President Jacques Chirac was stolen on Monday from a show about the war of 2003.", []),
        ("The team from Ghana flew home to Kumasi, the nation's capital, on Sunday.", ["capital: Kumasi"]),
        ("The Australian moved to Oslo, the country's capital, in May.", []),
        ("Wales is proud of Cardiff, the nation's capital. Britain slept.", []),
        ("He lost a son in the attacks on September 11, 2000.", ["event-date: September 11, 2000"]),
        ("The consulate was burnt in the attack of September 11, 2012.", []),
        ("Troops fled the attack of October 7, 1571.", []),
    ],
)
def test_facts_in_clauses_with_another_time(text: str, reports: list[str]) -> None:
    assert told(text, "2013-04-24") == reports
