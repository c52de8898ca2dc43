"""Reading holidays: "the Christmas of 1914", "Easter Monday 2021", "last Thanksgiving", "New Year's Eve".

The days are those of the United States where countries differ. Easter comes from dateutil, which dateparser brings.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import lru_cache

from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.calendar_spans import DAY, Period
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import nearest_year, placed


def _fixed(month: int, day: int) -> Callable[[int], datetime.date]:
    return lambda year: datetime.date(year, month, day)


def _weekday_of(month: int, number: int, count: int, later: int = 0) -> Callable[[int], datetime.date]:
    """The `count`th weekday (Monday 1) of a month and some days later; -1 for the last."""

    def date(year: int) -> datetime.date:
        whole = spans.month(year, month)
        if count < 0:
            return whole.latest - (whole.latest.isoweekday() - number) % 7 * DAY
        return whole.earliest + ((number - whole.earliest.isoweekday()) % 7 + 7 * (count - 1) + later) * DAY

    return date


def _from_easter(days: int) -> Callable[[int], datetime.date]:
    return lambda year: _easter(year) + days * DAY


@lru_cache(maxsize=256)
def _easter(year: int) -> datetime.date:
    from dateutil.easter import easter

    date: datetime.date = easter(year)
    return date


def _election(year: int) -> datetime.date:
    return _weekday_of(11, 1, 1)(year) + DAY


DATES: Mapping[str, Callable[[int], datetime.date]] = {
    "new year": _fixed(1, 1), "new year day": _fixed(1, 1), "new year eve": _fixed(12, 31), "hogmanay": _fixed(12, 31),
    "epiphany": _fixed(1, 6), "groundhog day": _fixed(2, 2), "valentine day": _fixed(2, 14),
    "patrick day": _fixed(3, 17), "st patrick day": _fixed(3, 17), "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1), "canada day": _fixed(7, 1), "independence day": _fixed(7, 4),
    "australia day": _fixed(1, 26),
    "bastille day": _fixed(7, 14), "halloween": _fixed(10, 31), "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11), "remembrance day": _fixed(11, 11), "remembrance sunday": _weekday_of(11, 7, 2),
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
    "xmas": _fixed(12, 25), "boxing day": _fixed(12, 26),
    "presidents day": _weekday_of(2, 1, 3), "mother day": _weekday_of(5, 7, 2), "father day": _weekday_of(6, 7, 3),
    "memorial day": _weekday_of(5, 1, -1), "labor day": _weekday_of(9, 1, 1), "labour day": _weekday_of(9, 1, 1),
    "columbus day": _weekday_of(10, 1, 2), "election day": _election,
    "thanksgiving": _weekday_of(11, 4, 4), "thanksgiving day": _weekday_of(11, 4, 4),
    "ash wednesday": _from_easter(-46), "palm sunday": _from_easter(-7), "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2), "easter": _from_easter(0), "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1), "whit sunday": _from_easter(49), "whit monday": _from_easter(50),
    "easter week": _from_easter(0),
}  # fmt: skip
"""Names of holidays, without "'s" and "s'", to their day in a year."""

FIRST_YEAR = 1583
"""The first whole year of the Gregorian calendar, by which Easter is reckoned."""


def feast(found: Found) -> Reading | None:
    """The day of a holiday, in the year it names or in the one nearest to the article."""
    name = " ".join(token.word.strip("'.") for token in found.groups["name"] if token.kind != "apostrophe-s")
    day_of = DATES.get(name) or DATES.get(name.removesuffix(" holiday"))
    adjective = name == "new year" and found.after is not None and found.after.kind == "apostrophe-s"
    if day_of is None or adjective or not found.groups["name"][0].capital:
        return None
    if found.groups.get("y"):
        year = int(found.word("y"))
        return placed(_period(name, day_of, year), "absolute") if year >= FIRST_YEAR else None
    if found.base is None:
        return _undated(name, day_of)
    return placed(_period(name, day_of, _year(found, found.base, day_of)), "relative")


def _undated(name: str, day_of: Callable[[int], datetime.date]) -> Reading:
    days = {(day_of(year).month, day_of(year).day) for year in (2001, 2002)}
    if len(days) > 1 or name.endswith("week"):
        return Reading("DATE", "XXXX-XX-XX", "relative")
    ((month, day),) = days
    return Reading("DATE", f"XXXX-{month:02}-{day:02}", "relative")


def _year(found: Found, base: datetime.date, day_of: Callable[[int], datetime.date]) -> int:
    match found.word("rel"):
        case "last":
            return base.year - (day_of(base.year) >= base)
        case "next":
            return base.year + (day_of(base.year) <= base)
        case "this":
            return base.year
    return nearest_year(found, day_of)


def _period(name: str, day_of: Callable[[int], datetime.date], year: int) -> Period:
    return spans.week(day_of(year)) if name.endswith("week") else spans.day(day_of(year))
