"""The check kinds `weekday`, `lost-day`, `date-order`, `span-length`, `tense`, `anniversary` and `age`."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

import linter
from linter.ruleset.model import RuleSet

RULES = Path(__file__).parents[2] / "rules" / "timeline"
MAY_2021 = datetime.date(2021, 5, 20)


@cache
def rules(name: str) -> RuleSet:
    """The rule set of one rule of the pack."""
    return linter.load_rules((RULES / f"{name}.yaml",))


def told(name: str, text: str, date: datetime.date | None = MAY_2021) -> list[str]:
    """The words that a rule reports."""
    return [each.text for each in linter.lint(text, path="a.txt", date=date, rules=rules(name)).diagnostics]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The show closes on Friday, May 28. It reopens on Friday, June 5.", ["Friday"]),
        ("The bank was robbed on 3 May 2020 (a Monday).", ["Monday"]),
        ("3 May 2020 was a Monday, and nobody worked.", ["Monday"]),
        ("The vote is on Monday 31 May and the count on Wednesday 1 June.", ["Wednesday"]),
        ("Election day, Tuesday the 5th of November 2020, was calm.", ["Tuesday"]),
        ('"Sunday, 8 January 2021, is too late," he wrote.', ["Sunday"]),
        ("The show opens Saturday and Sunday, May 22 and 23.", []),
        ("He said on Monday that 3 May 2020 was the worst day.", []),
        ("In 1963 Dallas mourned. On Friday, November 22, the president was shot.", []),
        ("Constantinople fell on Tuesday, 29 May 1453.", []),
        ("On Tuesday, December 29, the mill burned.", []),
    ],
)
def test_weekdays(text: str, words: list[str]) -> None:
    assert told("weekday-mismatch", text) == words


def test_a_weekday_without_any_year_is_left_alone() -> None:
    assert told("weekday-mismatch", "The hall opens on Friday, 9 June.", date=None) == []


def test_the_right_weekday_is_shown_in_the_style_of_the_wrong_one() -> None:
    report = linter.lint("Closed on Tues., May 28, 2021.", rules=rules("weekday-mismatch"))
    fix = report.diagnostics[0].fix
    assert fix is not None
    assert [edit.replacement for edit in fix.edits] == ["Fri."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tender closes on Nov. 31.", ["Nov. 31"]),
        ("The law of 29 February 1900 was repealed.", ["29 February 1900"]),
        ("It expires on 30.02.2022.", ["30.02.2022"]),
        ("The lease ends on 34 August 2022.", ["34 August 2022"]),
        ("In April 31 ships sank, and the 31 June fires burned.", []),
        ("On February 29, 2000, it rained. He was born on 29 February.", []),
        ("Sweden had a 30 February 1712, once.", []),
        ("There is no 31 June in any calendar.", []),
        ('The "May 35" movement met in Room 34.', []),
    ],
)
def test_days_that_do_not_exist(text: str, words: list[str]) -> None:
    assert told("impossible-date", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He led the union from 2010 until 2002.", ["from 2010 until 2002"]),
        ("Snow fell between March 2019 and January 2019.", ["between March 2019 and January 2019"]),
        ("The camp ran June 20–12.", ["June 20–12"]),
        ("It lasted from the 1980s to the 1960s.", ["from the 1980s to the 1960s"]),
        ("The 2019–20 season and the years 1998–99.", []),
        ("The show is open from 12 May to 3 April, and from October to March 2021.", []),
        ("From 58 B.C. to 30 A.D. the town grew, and from 240 to 180 B.C. the port.", []),
        ("The plan cuts the target from 2050 to 2045 and compares results from 2020 to 2015.", []),
        ("The population fell from 2050 to 1980 people.", []),
    ],
)
def test_ranges(text: str, words: list[str]) -> None:
    assert told("reversed-range", text) == words


def test_a_reversed_range_is_shown_the_right_way_round() -> None:
    report = linter.lint("Dry between May and March 2021.", rules=rules("reversed-range"))
    assert '"between March and May 2021"' in report.diagnostics[0].message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The civil war lasted twelve years, from 1991 to 1996.", ["twelve years"]),
        ("His nearly 20-year rule (1980–1989) was harsh.", ["20-year"]),
        ("The museum opened in 1990 and closed in 2000 after 20 years.", ["20 years"]),
        ("The 14-day quarantine, from 3 to 9 April, was lifted.", ["14-day"]),
        ("The ten-day hearing from 3 May to 14 May 2021 heard 44 witnesses.", []),
        ("The decade-long civil war lasted from 1991 to 1999.", []),
        ("He was sentenced to five years for fraud committed from 2010 to 2012.", []),
        ("A two-year study of patients treated from 2001 to 2009 found nothing.", []),
        ("He served two four-year terms from 1998 to 2006.", []),
    ],
)
def test_lengths(text: str, words: list[str]) -> None:
    assert told("duration-mismatch", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge was opened to traffic on 4 June 2021.", ["4 June 2021"]),
        ("The conference took place in Dakar from 3 to 5 June 2021.", ["3 to 5 June 2021"]),
        ("The mine will close in 2019, its owner says.", ["2019"]),
        ("On 2 February 2021, the two sides will meet in Oslo.", ["2 February 2021"]),
        ("The minister announced a vote on 4 June 2021.", []),
        ("He will stand trial for the bombing on 3 May 2004.", []),
        ('"We will win on 3 May 2021," he said then.', []),
    ],
)
def test_tenses(text: str, words: list[str]) -> None:
    assert told("future-as-past", text) == words


def test_tenses_need_the_date_of_the_article() -> None:
    assert told("future-as-past", "The bridge was opened on 4 June 2021.", date=None) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The club, founded in 1901, celebrates its centenary this year.", ["its centenary"]),
        ("Twenty years after the 1991 treaty, the border is still closed.", ["Twenty years"]),
        ("The bicentenary of the battle of 1811 will be marked next year.", ["The bicentenary"]),
        ("He spoke on the 10th anniversary of the accord in 2015.", []),
        ("The couple, married in 1996, celebrated their 25th anniversary.", []),
        ("The treaty was signed in 1995. In 2025 it will have its 30th anniversary.", []),
    ],
)
def test_anniversaries(text: str, words: list[str]) -> None:
    assert told("anniversary-mismatch", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lina Haddad (born 3 May 1961), 58, runs the bakery.", ["58"]),
        ("Born on 4 June 1980 in Split, Ante Babic, 50, is a diver.", ["50"]),
        ("Yusuf Demir is 50. He was born in 1960 in Bursa.", ["50"]),
        ("Joe Biden, 74, flew to Rome.", ["74"]),
        ("Kim Berg, 30, won. In 2011 Berg, 20, lost. Berg, 31, is happy.", []),
        ('John Smith, 45, and Mary Smith, 43, came. "It rained," said Smith, 43.', []),
        ("Arsenal, 45, lead Chelsea, 43. Arsenal, 51, had won.", []),
        ("The 78-year-old Trump supporter left. Trump, 74, stayed.", []),
    ],
)
def test_ages(text: str, words: list[str]) -> None:
    assert told("age-mismatch", text) == words


NAMES = ("weekday-mismatch", "impossible-date", "reversed-range", "duration-mismatch", "future-as-past",
         "anniversary-mismatch", "age-mismatch")  # fmt: skip


@pytest.mark.parametrize("date", [datetime.date.min, datetime.date.max])
def test_the_ends_of_the_calendar(date: datetime.date) -> None:
    text = (
        "On Monday, 31 December 9999, Anna Berg, 30, born on 31 December 9999, left. The 1000000000000-year war lasted "
        "from 2001 to 2004. The club, founded in 1901, marks its 999999999th anniversary next year, on February 30."
    )
    for name in NAMES:
        report = linter.lint(text, path="a.txt", date=date, rules=rules(name))
        assert report.problems == ()
    assert told("duration-mismatch", text, date) == ["1000000000000-year"]
