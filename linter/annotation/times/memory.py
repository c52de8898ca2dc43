"""The dates that an article has named so far: what "the following day" and "that year" are counted from."""

from __future__ import annotations

import datetime

from msgspec import Struct

from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.calendar_spans import Period
from linter.core.pattern import lazy_pattern

DAY = lazy_pattern(r"\d{4}-\d\d-\d\d")
MONTH = lazy_pattern(r"\d{4}-\d\d")
QUARTER = lazy_pattern(r"\d{4}-Q\d")
YEAR = lazy_pattern(r"\d{4}")


class Memory(Struct, frozen=True):
    """The last day, month, quarter and year that an article named; a day names its month and year too."""

    day: Period | None = None
    month: Period | None = None
    quarter: Period | None = None
    year: Period | None = None

    def after(self, value: str, earliest: datetime.date | None) -> Memory:
        """The memory after one more date of this TIMEX3 value that begins on this day."""
        if earliest is None:
            return self
        if DAY.match(value):
            return Memory(spans.day(earliest), _month(earliest), self.quarter, spans.year(earliest.year))
        if QUARTER.match(value):
            return Memory(self.day, self.month, _quarter(earliest), spans.year(earliest.year))
        if MONTH.match(value):
            return Memory(None, _month(earliest), self.quarter, spans.year(earliest.year))
        if YEAR.fullmatch(value):
            return Memory(None, None, self.quarter, spans.year(earliest.year))
        return self

    def period(self, unit: str) -> Period | None:
        """What a unit ("D", "W", "M", "Q", "Y") refers back to, None where nothing of that precision was named."""
        if unit == "W":
            return None if self.day is None else spans.week(self.day.earliest)
        return {"D": self.day, "M": self.month, "Q": self.quarter, "Y": self.year}.get(unit)


NOTHING = Memory()
"""The memory at the beginning."""


def _month(date: datetime.date) -> Period:
    return spans.month(date.year, date.month)


def _quarter(date: datetime.date) -> Period:
    return spans.quarter(date.year, (date.month + 2) // 3)
