"""Dates to the day, the month or the year."""

from __future__ import annotations

import datetime

import pytest

from linter.core.field import FieldError
from linter.facts.dates import PartialDate


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2022-02-24", "2022-02-24", "2022-02-24"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        (1999, "1999-01-01", "1999-12-31"),
        ("0079-10-24", "0079-10-24", "0079-10-24"),
        (476, "0476-01-01", "0476-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        (-44, "0001-01-01", "0001-01-01"),
        ("-0044-03-15", "0001-01-01", "0001-01-01"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(written: str | int, earliest: str, latest: str) -> None:
    date = PartialDate.from_scalar(written)
    assert (date.earliest, date.latest) == tuple(map(datetime.date.fromisoformat, (earliest, latest)))


def test_dates_before_christ_are_in_order() -> None:
    ides, birth = PartialDate.from_scalar("-0044-03-15"), PartialDate.from_scalar(-63)
    assert birth.last < ides.first < PartialDate(1).first


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2023-02-29", "2023-02-29 is no date: that month has 28 days"),
        ("1900-02-29", "that month has 28 days"),
        ("2022-04-31", "that month has 30 days"),
        ("2022-13-01", "there is no month 13"),
        ("2022-00-01", "there is no month 0"),
        ("2022-01-00", "2022-01-00 is no date"),
        (0, "there is no year 0"),
        ("0000-01-01", "there is no year 0"),
        (12022, "is not a date"),
        ("24-02-2022", "is not a date"),
        ("22-02-24", "is not a date"),
        ("February 2022", "is not a date"),
        ("2022-2-4", "is not a date"),
        ("2022-02-24T00:00:00Z", "is not a date"),
    ],
)
def test_what_no_calendar_has_is_refused_with_a_hint(written: str | int, reason: str) -> None:
    with pytest.raises(FieldError, match=reason) as told:
        PartialDate.from_scalar(written)
    assert told.value.hint


@pytest.mark.parametrize("written", ["2022-02-24", "2022-02", "2022", "0079-10-24", "-0044-03-15", "-0044"])
def test_a_date_is_written_as_it_is_read(written: str) -> None:
    assert str(PartialDate.from_scalar(written)) == written
