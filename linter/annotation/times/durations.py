"""How many days a stated length of time allows: what "over seven months" and "nearly two decades" can mean.

The bounds are as wide as the words: "over N" reaches up to the next unit, a bare N is off by at most one unit of its
own precision, "nearly N" lies under N. Months and years vary in length; the bounds take in the shortest and longest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct

from linter.core.pattern import lazy_pattern

VALUE = lazy_pattern(r"P(?:(?P<Y>[\d.]+)Y)?(?:(?P<Q>[\d.]+)Q)?(?:(?P<M>[\d.]+)M)?(?:(?P<W>[\d.]+)W)?(?:(?P<D>[\d.]+)D)?"
                   r"(?:T(?:(?P<H>[\d.]+)H)?(?:(?P<TM>[\d.]+)M)?(?:(?P<S>[\d.]+)S)?)?")  # fmt: skip
"""The value of a TIMEX3 duration; one with X instead of a number has no length."""

UNIT_DAYS: Mapping[str, float] = {"Y": 365.2425, "Q": 91.310625, "M": 30.436875, "W": 7.0, "D": 1.0,
                                  "H": 1 / 24, "TM": 1 / 1440, "S": 1 / 86400}  # fmt: skip
"""Mean lengths in the Gregorian calendar."""

SLACK: Mapping[str, float] = {"Y": 1.0, "Q": 2.5, "M": 2.5}
"""Days by which several units of this kind may be shorter or longer than their mean."""

APPROXIMATE = 0.15
"""The share by which "about N" may be off where that is more than one unit."""


class Days(Struct, frozen=True):
    """A closed interval of days; `most` is None where nothing bounds it."""

    least: int
    most: int | None

    def allows(self, days: int) -> bool:
        """Whether so many days are in it."""
        return self.least <= days and (self.most is None or days <= self.most)


def days_of(value: str, modifier: str = "", *, nearly: bool = False) -> Days | None:
    """The days that a duration with this TIMEX3 `value` and `mod` allows; None for one of unknown length ("PXY").

    With LESS_THAN, `nearly` tells "nearly a year", which is close to a year, from "less than a year", maybe a day.
    """
    parts = _parts(value)
    if not parts:
        return None
    last = next(reversed(parts))
    length = sum(number * UNIT_DAYS[unit] for unit, number in parts.items())
    step = UNIT_DAYS[last] * _precision(last, parts)
    if step < 1:
        return Days(math.floor(length), math.ceil(length))
    slack = max(SLACK.get(unit, 0.0) for unit in parts)
    low, high = _bounds(length, step, modifier, nearly=nearly)
    most = None if high is None else math.floor(high + slack)
    return Days(max(0, math.ceil(low - slack)), most)


def _bounds(length: float, step: float, modifier: str, *, nearly: bool) -> tuple[float, float | None]:
    match modifier:
        case "MORE_THAN":
            return length, length + step - 1
        case "EQUAL_OR_MORE":
            return length, None
        case "LESS_THAN":
            return (max(length - step, length / 2) if nearly else 0), length - 1
        case "EQUAL_OR_LESS":
            return 0, length
        case "APPROX":
            off = max(step, APPROXIMATE * length)
            return length - off, length + off
    return length - step, length + step


def _parts(value: str) -> dict[str, float]:
    found = VALUE.fullmatch(value)
    return {} if found is None else {unit: float(number) for unit, number in found.groupdict().items() if number}


PARTS_OF_YEAR: Mapping[float, float] = {3: 3, 6: 6, 9: 3}
"""The months of a half and of quarters of a year, and how many of them the length is told in."""


def _precision(unit: str, parts: Mapping[str, float]) -> float:
    """How many of its units a length is told in: a round number of decades or centuries is told in these."""
    number = parts[unit]
    if len(parts) > 1:
        # "Two and a half years" is told in half years, "two years and four months" in months.
        return PARTS_OF_YEAR.get(number, 1) if unit == "M" else 1
    tens = next((tens for tens in (1000, 100, 10) if unit == "Y" and number and number % tens == 0), 1)
    if tens == 1:
        return 1
    return tens / 2 if number > tens else tens / 5  # "20 years" and "two decades" have one value
