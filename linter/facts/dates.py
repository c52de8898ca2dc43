"""Dates as far as they are known: to the day, the month or the year."""

from __future__ import annotations

import calendar
import datetime
from typing import ClassVar

from msgspec import Struct

from linter.core.field import FieldError
from linter.core.pattern import lazy_pattern

WRITTEN = lazy_pattern(r"(-?\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?")
HINT = "write it like 2024-01-31, or 2024-01 or 2024 where no more is known; -44 is 44 B.C."
LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class PartialDate(Struct, frozen=True):
    """A day, a month (`day` is None) or a year (`month` is None too) of the Gregorian calendar.

    A year below 0 is one B.C.: -44 is 44 B.C., and there is no year 0. Raises FieldError for what no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None
    described: ClassVar[str] = "a date (like 2024-01-31, 2024-01 or 2024)"

    def __post_init__(self) -> None:
        if not -9999 <= self.year <= 9999 or self.year == 0:
            reason = "there is no year 0" if self.year == 0 else f"the year {self.year} is out of reach"
            raise FieldError(reason, HINT)
        if self.month is None:
            return
        if not 1 <= self.month <= 12:
            raise FieldError(f"{self} is no date: there is no month {self.month}", HINT)
        if self.day is not None and not 1 <= self.day <= self._month_days(self.month):
            reason = f"{self} is no date: that month has {self._month_days(self.month)} days"
            raise FieldError(reason, "correct the day, or leave it out")

    @classmethod
    def from_scalar(cls, value: str | int) -> PartialDate:
        """The date that a YAML scalar writes; raises FieldError."""
        found = WRITTEN.fullmatch(str(value))
        if found is None or (found[2] and len(found[1].lstrip("-")) < 4):
            raise FieldError(f"{str(value)[:80]!r} is not a date", HINT)
        year, month, day = (None if part is None else int(part) for part in found.groups())
        assert year is not None
        return cls(year, month, day)

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """The date of a day of the calendar."""
        return cls(day.year, day.month, day.day)

    def _month_days(self, month: int) -> int:
        return calendar.monthrange(self.year, month)[1] if self.year > 0 else LONGEST_MONTH[month - 1]

    @property
    def first(self) -> tuple[int, int, int]:
        """Year, month and day of the first day meant; to compare with, B.C. too."""
        return self.year, self.month or 1, self.day or 1

    @property
    def last(self) -> tuple[int, int, int]:
        """Year, month and day of the last day meant; to compare with, B.C. too."""
        month = self.month or 12
        return self.year, month, self.day or self._month_days(month)

    @property
    def earliest(self) -> datetime.date:
        """The first day meant; `datetime.date.min` for all that is B.C."""
        return datetime.date(*self.first) if self.year > 0 else datetime.date.min

    @property
    def latest(self) -> datetime.date:
        """The last day meant; `datetime.date.min` for all that is B.C."""
        return datetime.date(*self.last) if self.year > 0 else datetime.date.min

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.day is not None

    def __str__(self) -> str:
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([f"{'-' if self.year < 0 else ''}{abs(self.year):04}", *parts])
