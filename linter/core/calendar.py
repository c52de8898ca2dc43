"""The names of the calendar; dates in figures and in the words of any language, read by dateparser, which no other
module knows."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Literal

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ANY_MONTH = "|".join(MONTHS)
"""An expression for the whole name of a month, to be put in brackets."""

CALENDAR_WORDS = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))

FigureOrder = Literal["DMY", "MDY", "YMD"]
"""In which order a date in figures names day, month and year."""

NO_DAY = datetime.date(2000, 1, 1)
"""A base that is never used, because every part is asked for: so that nothing can depend on the day of the run."""


@lru_cache(maxsize=4096)
def read_any_date(
    text: str,
    order: FigureOrder = "DMY",
    languages: tuple[str, ...] | None = None,
    base: datetime.date | None = None,
) -> datetime.date | None:
    """The day that a short text names; None where it names none.

    `languages` are codes of those to try, None for all that dateparser knows (a third of a second at first). Nothing is
    filled in from the clock: without a `base` the text must have day, month and year; with one, it needs no year, and
    gets the base's.
    """
    import dateparser

    parts = ["day", "month", "year"] if base is None else ["day", "month"]
    parsed = dateparser.parse(
        text,
        languages=None if languages is None else list(languages),
        settings={
            "DATE_ORDER": order,
            "STRICT_DATE_ORDER": "all",
            "REQUIRE_PARTS": parts,
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": datetime.datetime.combine(base or NO_DAY, datetime.time(12)),
        },
    )
    return None if parsed is None else parsed.date()
