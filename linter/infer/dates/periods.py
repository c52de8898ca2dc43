"""Stretches of days that the moment of writing can lie in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

FIRST, LAST = datetime.date.min, datetime.date.max
"""What stands for no bound."""


class Period(Struct, frozen=True, order=True):
    """Days from `earliest` to `latest`, both included."""

    earliest: datetime.date = FIRST
    latest: datetime.date = LAST

    def __contains__(self, day: datetime.date) -> bool:
        """Whether a day lies in it."""
        return self.earliest <= day <= self.latest

    def widened(self, days: int) -> Period:
        """The period with so many days more at both ends."""
        return Period(moved(self.earliest, -days), moved(self.latest, days))

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return f"on {self.earliest}"
        if self.latest == LAST:
            return f"on {self.earliest} or later"
        return f"by {self.latest}" if self.earliest == FIRST else f"between {self.earliest} and {self.latest}"


ANY = (Period(),)
"""No constraint."""


def moved(day: datetime.date, days: int) -> datetime.date:
    """A day some days later or earlier; the calendar's first or last where it would lie beyond."""
    ordinal = day.toordinal() + days
    if ordinal > LAST.toordinal():
        return LAST
    return FIRST if ordinal < 1 or day == FIRST else LAST if day == LAST else datetime.date.fromordinal(ordinal)


def intersection(one: Iterable[Period], other: Iterable[Period]) -> tuple[Period, ...]:
    """The days that lie in some period of both, as periods sorted by their beginning."""
    return tuple(sorted(_shared(tuple(one), tuple(other))))


def _shared(one: tuple[Period, ...], other: tuple[Period, ...]) -> Iterator[Period]:
    for first in one:
        for second in other:
            earliest, latest = max(first.earliest, second.earliest), min(first.latest, second.latest)
            if earliest <= latest:
                yield Period(earliest, latest)


def common(members: Iterable[tuple[Period, ...]]) -> tuple[Period, ...]:
    """The days that lie in some period of each member."""
    shared: tuple[Period, ...] = ANY
    for member in members:
        shared = intersection(shared, member)
    return shared
