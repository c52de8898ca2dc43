"""Dates that are easily written for another: what tells a slip from the date of something else."""

from __future__ import annotations

import datetime

from linter.facts.model import Event

NIGHT = datetime.timedelta(days=1)
"""Whoever dies at night, or far away, is reported dead on one day or the other."""

LONG_AGO = 1900
"""The year before which a happening is enacted again, filmed and named after, long since."""

SLIPS = (0, 1, 2, 3, 10)
"""Years by which a date is easily wrong; one that is farther off is that of another event, or of a namesake."""


def is_slip(date: datetime.date | None, event: Event) -> bool:
    """Whether a date's year is a slip for that of an event, rather than the year of something else or of a namesake."""
    return date is not None and abs(date.year - event.start.year) in SLIPS
