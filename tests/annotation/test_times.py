"""Time expressions: their extent, their TIMEX3 value, and the days they mean."""

from __future__ import annotations

import datetime
import sys

import pytest

from linter.annotation.times.annotator import Context, readings
from linter.annotation.times.calendar_spans import month, months_later, part, quarter, week

BASE = datetime.date(2019, 8, 14)  # a Wednesday


def found(sentence: str, base: datetime.date | None = BASE) -> list[tuple[str, str, str]]:
    """The expressions of a sentence: words, type and value."""
    return [
        (sentence[place.start : place.end], reading.type, reading.value)
        for place, reading, _ in readings(sentence, Context(base))
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "value"),
    [
        ("It opened on 3 May 2025.", "3 May 2025", "DATE", "2025-05-03"),
        ("It opened on May 3, 2025.", "May 3, 2025", "DATE", "2025-05-03"),
        ("It opened on Tuesday, 6 April 1999.", "Tuesday, 6 April 1999", "DATE", "1999-04-06"),
        ("It opened in May 2022.", "May 2022", "DATE", "2022-05"),
        ("It opened in 1913.", "1913", "DATE", "1913"),
        ("It opened in early 2022.", "early 2022", "DATE", "2022"),
        ("It opened in the late 1970s.", "the late 1970s", "DATE", "197"),
        ("It opened in the 19th century.", "the 19th century", "DATE", "18"),
        ("It opened in the third quarter of 2018.", "the third quarter of 2018", "DATE", "2018-Q3"),
        ("It opened in the winter of 1998.", "the winter of 1998", "DATE", "1998-WI"),
        ("It opened on Aug. 7.", "Aug. 7", "DATE", "2019-08-07"),
        ("It will open on Sept. 30.", "Sept. 30", "DATE", "2019-09-30"),
        ("It opened on Monday.", "Monday", "DATE", "2019-08-12"),
        ("It will open on Monday.", "Monday", "DATE", "2019-08-19"),
        ("It opened last Wednesday.", "last Wednesday", "DATE", "2019-08-07"),
        ("It opened yesterday.", "yesterday", "DATE", "2019-08-13"),
        ("It burned last night.", "last night", "TIME", "2019-08-13TNI"),
        ("It opened last week.", "last week", "DATE", "2019-W32"),
        ("It opened earlier this month.", "earlier this month", "DATE", "2019-08"),
        ("It opened two weeks ago.", "two weeks ago", "DATE", "2019-W31"),
        ("It opened five months ago.", "five months ago", "DATE", "2019-03"),
        ("It opened a year ago.", "a year ago", "DATE", "2018"),
        ("It lasted over seven months.", "over seven months", "DURATION", "P7M"),
        ("It lasted two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("It lasted two years and four months.", "two years and four months", "DURATION", "P2Y4M"),
        ("He won in 3 hours 12 minutes.", "3 hours 12 minutes", "DURATION", "PT3H12M"),
        ("It took a year, two months and three days.", "a year, two months and three days", "DURATION", "P1Y2M3D"),
        ("He won in an hour, 20 minutes.", "an hour, 20 minutes", "DURATION", "PT1H20M"),
        ("It lasted 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("It lasted a couple of days.", "a couple of days", "DURATION", "P2D"),
        ("It lasted several decades.", "several decades", "DURATION", "PXY"),
        ("It is a two-hour ride.", "two-hour", "DURATION", "PT2H"),
        ("It closes on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
        ("It closes every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("It sails daily.", "daily", "SET", "P1D"),
        ("It recently burned.", "recently", "DATE", "PAST_REF"),
        ("It is now a museum.", "now", "DATE", "PRESENT_REF"),
        ("It is shut at 10 p.m. on Friday.", "10 p.m. on Friday", "TIME", "2019-08-09T22:00"),
        ("It opened on 13/05/2018.", "13/05/2018", "DATE", "2018-05-13"),
        ("The plaque reads 3 mai 1925.", "3 mai 1925", "DATE", "1925-05-03"),
        ("It opened last June 12.", "last June 12", "DATE", "2019-06-12"),
        ("It opened in January nineteen ninety-four.", "January nineteen ninety-four", "DATE", "1994-01"),
        ("It opened in mid-March.", "mid-March", "DATE", "2019-03"),
        ("It opened in the 1890s.", "the 1890s", "DATE", "189"),
        ("It opened in '88.", "'88", "DATE", "1988"),
        ("It opened in fiscal 2018.", "fiscal 2018", "DATE", "2018"),
        ("It opened in 44 B.C.", "44 B.C.", "DATE", "BC0044"),
        ("It burned in AD 79.", "AD 79", "DATE", "0079"),
        ("It stood in the fifth century BC.", "the fifth century BC", "DATE", "BC04"),
        ("It opened in the first half of 2018.", "the first half of 2018", "DATE", "2018-H1"),
        ("It opened in the final quarter of 2018.", "the final quarter of 2018", "DATE", "2018-Q4"),
        ("They met at the Christmas of 1914.", "the Christmas of 1914", "DATE", "1914-12-25"),
        ("It opened on Easter Monday 2018.", "Easter Monday 2018", "DATE", "2018-04-02"),
        ("It burned last Thanksgiving.", "last Thanksgiving", "DATE", "2018-11-22"),
        ("It closed on New Year's Eve.", "New Year's Eve", "DATE", "2018-12-31"),
        ("It opened on Good Friday.", "Good Friday", "DATE", "2019-04-19"),
        ("It opened on Labor Day 2018.", "Labor Day 2018", "DATE", "2018-09-03"),
        ("It opened on Memorial Day 2018.", "Memorial Day 2018", "DATE", "2018-05-28"),
        ("It opened on the Fourth of July, 1999.", "the Fourth of July, 1999", "DATE", "1999-07-04"),
        ("It shut over the weekend.", "the weekend", "DATE", "2019-W32-WE"),
        ("It will shut by the end of the year.", "the end of the year", "DATE", "2019"),
        ("It ran for five trading days.", "five trading days", "DURATION", "P5D"),
        ("It ran over the past decade.", "the past decade", "DURATION", "P10Y"),
        ("It took 5 1/2 hours.", "5 1/2 hours", "DURATION", "PT5H30M"),
        ("It hit a five year low.", "five year", "DURATION", "P5Y"),
        ("It grew over several years.", "several years", "DURATION", "PXY"),
        ("It has grown in recent months.", "recent months", "DURATION", "PXM"),
        ("They march each July.", "each July", "SET", "XXXX-07"),
        ("It opened at 18:00 UTC.", "18:00 UTC", "TIME", "2019-08-14T18:00Z"),
        ("It shuts at 5 p.m. EST, Nov. 6.", "5 p.m. EST, Nov. 6", "TIME", "2019-11-06T17:00"),
        ("It opened at 4 in the morning.", "4 in the morning", "TIME", "2019-08-14T04:00"),
        ("The 44-year-old fell.", "44-year-old", "DURATION", "P44Y"),
        ("Mr. Orr, aged 61, fell.", "aged 61", "DURATION", "P61Y"),
        ("It marked its 50th anniversary.", "its 50th anniversary", "DURATION", "P50Y"),
        ("It marked the centenary of the dam.", "the centenary", "DURATION", "P100Y"),
    ],
)
def test_extent_type_and_value(sentence: str, words: str, kind: str, value: str) -> None:
    assert found(sentence) == [(words, kind, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march through the second gate.",
        "He sat in silence under the sun.",
        "Some 1500 people paid $1990 each.",
        "The Sunday Times was read on Super Tuesday.",
        "A second group came, and about a quarter of the guests left shortly after it rained.",
        "USA Today printed it.",
        "The shelf is 12.5.20 by 31/12.",
    ],
)
def test_what_only_looks_like_a_time(sentence: str) -> None:
    assert found(sentence) == []


def test_without_a_date_of_the_article_the_value_stays_open() -> None:
    values = {words: value for words, _, value in found("On Monday, last week, in March and two years ago.", None)}
    assert values == {"Monday": "XXXX-WXX-1", "last week": "XXXX-WXX", "March": "XXXX-03", "two years ago": "XXXX"}


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It ran from 5 to 9 May 2018.", ["2018-05-05", "2018-05-09"]),
        ("It ran March 21–31, 2018.", ["2018-03-21", "2018-03-31"]),
        ("It ran between 2014 and 2016.", ["2014", "2016"]),
        ("It ran in 2014–16.", ["2014", "2016"]),
        ("It ran on May 24 and 25, 2018.", ["2018-05-24", "2018-05-25"]),
        ("It ran from May to July 2018.", ["2018-05", "2018-07"]),
        ("It ran from April 30 to May 2, 2018.", ["2018-04-30", "2018-05-02"]),
    ],
)
def test_both_ends_of_a_range(sentence: str, values: list[str]) -> None:
    assert [value for _, _, value in found(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It opened on 3 May 2018 and shut the following day.", "2018-05-04"),
        ("It opened on 3 May 2018 and shut the previous Friday.", "2018-04-27"),
        ("It opened in June 2017 and shut later that year.", "2017"),
        ("It opened in June 2017 and shut the following month.", "2017-07"),
        ("It opened in 2017 and shut the next year.", "2018"),
        ("It earned $3 million in the second quarter, up from $2 million a year ago.", "2018-Q2"),
        ("It earned $3 million in the second quarter and $2 million in the year-earlier period.", "2018-Q2"),
        ("Sales of $5 million in the first quarter fell from the same period a year earlier.", "2018-Q1"),
    ],
)
def test_counted_from_the_date_before(sentence: str, value: str) -> None:
    assert found(sentence)[-1][2] == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It will open in October.", "2019-10"),
        ("It burned in December.", "2018-12"),
        ("It must be ready by Oct. 3.", "2019-10-03"),
        ("It is set to resume Monday.", "2019-08-19"),
        ("Its will was read, the court said Monday.", "2019-08-12"),
        ("It will close, the court announced Monday.", "2019-08-12"),
        ("It will look into Monday's fire.", "2019-08-12"),
        ("It could open as early as Friday.", "2019-08-16"),
    ],
)
def test_the_verb_says_which_way_a_date_lies(sentence: str, value: str) -> None:
    assert found(sentence)[0][2] == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It opened on 31 April 2018.", "2018-04-31"),
        ("It opened on February 29, 2023.", "2023-02-29"),
        ("It opened on 30 February.", "2019-02-30"),
        ("It opened on 2018-02-30.", "2018-02-30"),
        ("It opened on 31/04/2018.", "2018-04-31"),
    ],
)
def test_days_that_do_not_exist(sentence: str, value: str) -> None:
    ((_, reading, _),) = readings(sentence, Context(BASE))
    assert (reading.value, reading.problem, reading.earliest) == (value, "no-such-day", None)


def test_the_stated_weekday_is_kept_right_or_wrong() -> None:
    ((_, reading, _),) = readings("It opened on Tuesday, January 4, 2019.", Context(BASE))
    assert (reading.value, reading.weekday) == ("2019-01-04", 2)
    ((_, reading, _),) = readings("It opened on January 4, 2019.", Context(BASE))
    assert reading.weekday is None


@pytest.mark.parametrize("base", [datetime.date(1, 1, 1), datetime.date(9999, 12, 31)])
def test_the_edges_of_the_calendar_are_no_error(base: datetime.date) -> None:
    text = (
        "It opened in March, on Easter, last year, next quarter, 40 years ago, on Dec. 31, in '82, in "
        "5000 B.C., in AD 0, 10^12 years ago, tomorrow, yesterday, in 12 decades, on 99/99/9999 and on 0000-00-00."
    )
    assert any(value == "BC5000" for _, _, value in found(text, base))


def test_calendar_arithmetic_at_the_edges() -> None:
    assert months_later(datetime.date(2020, 1, 31), 1) == datetime.date(2020, 2, 29)
    assert month(2019, 13).value == "2020-01"
    assert quarter(2019, 0).value == "2018-Q4"
    assert week(datetime.date(2021, 1, 1)).value == "2020-W53"
    assert part(month(2019, 2), "END").latest == datetime.date(2019, 2, 28)


def test_huge_numbers_are_no_error() -> None:
    assert found("It happened 99,999,999 years ago.")[0][2] == "PAST_REF"
    assert found("It happened 900000 weeks ago.", datetime.date(1, 1, 1))[0][2] == "PAST_REF"


@pytest.mark.parametrize("mark", ["²", "①", "⑳", "½"])
def test_signs_that_are_numbers_and_no_decimal_digits_are_no_error(mark: str) -> None:
    assert ("May 2010", "DATE", "2010-05") in found(f"It opened {mark} in May 2010 {mark} and on {mark} June.")


def test_dateparser_is_not_imported_for_plain_dates() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "dateparser"]:
        del sys.modules[name]
    assert found("It opened on 3 May 2025, last week and yesterday.")
    assert "dateparser" not in sys.modules
