"""From a start and a length to the moment at which the length is true."""

from __future__ import annotations

import datetime

import pytest

from linter.infer.dates.periods import LAST, Period
from linter.infer.events.elapsed import elapsed, length_of

START = Period(datetime.date(2020, 1, 31), datetime.date(2020, 1, 31))


def moment(value: str, modifier: str, words: str) -> tuple[str, str]:
    length = length_of(value, modifier, words)
    assert length is not None
    period = length.since(START)
    return str(period.earliest), str(period.latest)


@pytest.mark.parametrize(
    ("value", "modifier", "words", "earliest", "latest"),
    [
        ("P7M", "MORE_THAN", "over seven months", "2020-08-31", "2020-09-30"),
        ("P7M", "", "seven months", "2020-07-31", "2020-09-30"),
        ("P7M", "LESS_THAN", "nearly seven months", "2020-07-31", "2020-08-31"),
        ("P7M", "LESS_THAN", "less than seven months", "2020-01-31", "2020-08-31"),
        ("P3W", "EQUAL_OR_LESS", "its third week", "2020-02-14", "2020-02-21"),
        ("P2Y6M", "MORE_THAN", "more than two and a half years", "2022-07-31", "2023-01-31"),
        ("P20Y", "LESS_THAN", "nearly two decades", "2035-01-31", "2040-01-31"),
        ("P1M", "", "a month", "2020-02-15", "2020-03-23"),
    ],
)
def test_the_moment_of_a_length(value: str, modifier: str, words: str, earliest: str, latest: str) -> None:
    assert moment(value, modifier, words) == (earliest, latest)


@pytest.mark.parametrize("value", ["PXM", "PT3H", "P1000000000000Y", ""])
def test_a_length_without_a_usable_number_is_none(value: str) -> None:
    assert length_of(value, "", "") is None


def test_a_moment_beyond_the_calendar_is_its_last_day() -> None:
    assert moment("P9990Y", "", "9990 years")[1] == str(LAST)


def test_elapsed_time_in_words() -> None:
    assert elapsed(START, datetime.date(2020, 3, 1), "M") == "1 month"
    assert elapsed(START, datetime.date(2021, 6, 1), "W") == "69 weeks"
    assert elapsed(Period(datetime.date(2001, 1, 1), datetime.date(2001, 12, 31)), datetime.date(2004, 6, 1), "Y") == (
        "2 to 3 years"
    )
