"""From the start of something and how long it has gone on to the moment at which that is true."""

from __future__ import annotations

import datetime
import math
import re

from msgspec import Struct

from linter.annotation.times.calendar_spans import months_later
from linter.core.pattern import lazy_pattern
from linter.infer.dates.periods import FIRST, LAST, Period, moved

DURATION = lazy_pattern(
    r"P(?:(?P<Y>\d+(?:\.\d+)?)Y)?(?:(?P<M>\d+(?:\.\d+)?)M)?(?:(?P<W>\d+(?:\.\d+)?)W)?(?:(?P<D>\d+(?:\.\d+)?)D)?"
)
LARGEST = {"Y": 9999, "M": 119_988, "W": 500_000, "D": 3_600_000}
UNIT_NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day"}
PER_YEAR = {"Y": 1.0, "M": 12.0, "W": 52.18, "D": 365.25}

LESS = lazy_pattern(r"^(?:less|fewer|under|barely|no more|not more|at most|up to)\b", re.IGNORECASE)
"""Words that set only an upper bound; "nearly" sets both."""

ORDINAL = lazy_pattern(
    r"\b(?:first|second|third|\w+th|\d+(?:st|nd|rd|th)) (?:straight |consecutive |full )?\w+$", re.IGNORECASE
)
DECADES = lazy_pattern(r"\b(?:decades?|centur(?:y|ies))\b", re.IGNORECASE)
SLACK = 1
"""Days by which two ways of counting may differ."""


class Length(Struct, frozen=True):
    """How long something has gone on: at least `least` and at most `most` of a unit ("Y", "M", "W" or "D")."""

    least: float
    most: float
    unit: str

    def since(self, start: Period) -> Period:
        """When it is that long after something that began in a period."""
        latest = LAST if math.isinf(self.most) else shifted(start.latest, self.most, self.unit)
        earliest = shifted(start.earliest, self.least, self.unit)
        return Period(min(earliest, latest), latest)


def length_of(value: str, modifier: str, words: str) -> Length | None:
    """The length that a duration states: its TIMEX3 value and modifier, and its words; None for one without a number.

    "N" may be out by its own precision; "over N" begins at N and ends a unit of that precision later; "nearly N" ends
    at N.
    """
    number, unit = _number(value)
    if number is None:
        return None
    if ORDINAL.search(words):
        return Length(max(0.0, number - 1), number, unit)
    step = _step(number, bool(DECADES.search(words)))
    if modifier == "MORE_THAN":
        return Length(number, number + step, unit)
    if modifier == "EQUAL_OR_MORE":
        return Length(number, number + max(2 * step, number / 2), unit)
    if modifier in ("LESS_THAN", "EQUAL_OR_LESS"):
        return Length(0.0 if LESS.match(words) else number - _short_of(number, step), number, unit)
    if modifier == "APPROX":
        return Length(max(0.0, number - max(step, number / 5)), number + max(step, number / 5), unit)
    return Length(number - min(_blur(number, step), number / 2), number + _blur(number, step), unit)


def _number(value: str) -> tuple[float | None, str]:
    found = DURATION.fullmatch(value)
    parts = {unit: float(part) for unit, part in found.groupdict().items() if part} if found else {}
    if not parts or any(number > LARGEST[unit] for unit, number in parts.items()):
        return None, ""
    unit = next(iter(parts))
    number = sum(part * PER_YEAR[unit] / PER_YEAR[smaller] for smaller, part in parts.items())
    return number, unit


def _step(number: float, decades: bool) -> float:
    """The precision of a number: that of its last digit which is not 0."""
    if decades:
        return max(5.0, number / 4)
    if number >= 100 and number % 100 == 0:
        return number / 2
    if number >= 20 and number % 10 == 0:
        return 10.0
    if number == 10:
        return 5.0
    return 0.5 if number % 1 else 1.0


def _blur(number: float, step: float) -> float:
    if number == 1:
        return 0.75
    return {0.5: 0.34, 1.0: 1.0}.get(step, max(1.0, number / 10))


def _short_of(number: float, step: float) -> float:
    return min(number / 2, number / 4 if step >= 5 else 1.0)


def shifted(day: datetime.date, number: float, unit: str) -> datetime.date:
    """A day some units later; the calendar's last where it would lie beyond."""
    if day in (FIRST, LAST):
        return day
    whole = {"Y": number * 12, "M": number}.get(unit)
    if whole is None:
        return moved(day, round(number * (7 if unit == "W" else 1)))
    months, rest = divmod(whole, 1)
    if day.year + (day.month + months) / 12 >= 9999:
        return LAST
    return moved(months_later(day, int(months)), round(rest * 30.4))


def elapsed(start: Period, day: datetime.date, unit: str) -> str:
    """How long it is from a start to a day, in words: "19 months", "2 to 3 years"."""
    most, least = _whole(start.earliest, day, unit), _whole(start.latest, day, unit)
    name = UNIT_NAMES[unit] + ("" if most == 1 else "s")
    return f"{most} {name}" if least == most else f"{least} to {most} {name}"


def _whole(start: datetime.date, day: datetime.date, unit: str) -> int:
    if unit in ("Y", "M"):
        months = (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)
        return months // 12 if unit == "Y" else months
    return (day - start).days // (7 if unit == "W" else 1)
