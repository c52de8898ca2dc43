"""Days, weeks, months, quarters, seasons and years as closed intervals of days."""

from __future__ import annotations

import calendar
import datetime

from msgspec import Struct

DAY = datetime.timedelta(days=1)


class Period(Struct, frozen=True):
    """A stretch of days, both ends included, and the TIMEX3 value that names it."""

    value: str
    earliest: datetime.date
    latest: datetime.date


def day(date: datetime.date) -> Period:
    """One day."""
    return Period(date.isoformat(), date, date)


def week(date: datetime.date) -> Period:
    """The ISO week (Monday to Sunday) that holds a day."""
    year, number, weekday = date.isocalendar()
    monday = date - (weekday - 1) * DAY
    return Period(f"{year}-W{number:02}", monday, monday + 6 * DAY)


def weekend(date: datetime.date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(date)
    return Period(f"{whole.value}-WE", whole.latest - DAY, whole.latest)


def month(year: int, number: int) -> Period:
    """A month of a year; the month may lie outside 1 to 12 and runs on into the years beside."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04}-{number:02}", datetime.date(year, number, 1), datetime.date(year, number, last))


def quarter(year: int, number: int) -> Period:
    """A quarter of a year; the number may lie outside 1 to 4 and runs on into the years beside."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    first, last = month(year, 3 * number - 2), month(year, 3 * number)
    return Period(f"{year:04}-Q{number}", first.earliest, last.latest)


def season(year: int, code: str) -> Period:
    """A season of the northern year by whole months; winter reaches into the next year."""
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    return Period(f"{year:04}-{code}", month(year, first).earliest, month(year, first + 2).latest)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04}", datetime.date(number, 1, 1), datetime.date(number, 12, 31))


def years(first: int, last: int, value: str) -> Period:
    """Whole years from one to another."""
    return Period(value, datetime.date(first, 1, 1), datetime.date(last, 12, 31))


def months_later(date: datetime.date, count: int) -> datetime.date:
    """The same day of the month some months later (or earlier); the last of the month where there is none."""
    there = month(date.year, date.month + count)
    return there.earliest.replace(day=min(date.day, there.latest.day))


def part(period: Period, modifier: str) -> Period:
    """The third of a period that TIMEX3's START, MID or END means; the whole period for any other modifier."""
    length = (period.latest - period.earliest).days + 1
    third = max(1, round(length / 3))
    if modifier == "START":
        return Period(period.value, period.earliest, period.earliest + (third - 1) * DAY)
    if modifier == "END":
        return Period(period.value, period.latest - (third - 1) * DAY, period.latest)
    if modifier == "MID" and length > 2:
        return Period(period.value, period.earliest + third * DAY, period.latest - third * DAY)
    return period
