"""Reading quarters, fiscal years and what reports compare: "the year-ago quarter", "from $3 million a year ago"."""

from __future__ import annotations

from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.calendar_spans import Period
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import phase_of, placed
from linter.annotation.times.words import ORDINALS
from linter.core.pattern import lazy_pattern

AMOUNT = lazy_pattern(r"[$£€#%]|\b(?:million|billion|trillion|cents?|percent|points?|profit|sales|revenue|earnings)\b")
"""What a sentence that compares two periods holds."""


NEAR = 300
"""Code points before and after "a year ago" in which an amount is looked for."""


def quarter(found: Found) -> Reading | None:
    """A quarter of a year: "the third quarter", "this year's first quarter", "the fourth quarter of 1997"."""
    number = 4 if found.word("o") == "final" else ORDINALS.get(found.word("o"), 0)
    if not 1 <= number <= 4:
        return None
    if found.groups.get("y"):
        return placed(spans.quarter(int(found.word("y")), number), "absolute", phase_of(found))
    if found.base is None:
        return Reading("DATE", f"XXXX-Q{number}", "relative", modifier=phase_of(found))
    shift = {"last": -1, "next": 1, "this": 0, "ago": -1, "earlier": -1}.get(found.word("rel"))
    year = found.base.year
    if shift is not None:
        year += shift
    elif spans.quarter(year, number).earliest > found.base and found.direction != "future":
        year -= 1
    return placed(spans.quarter(year, number), "relative", phase_of(found))


def last_quarter(found: Found) -> Period | None:
    """The quarter that a report is about: the last one it named, else the last one that is over."""
    if found.memory.quarter is not None:
        return found.memory.quarter
    return None if found.base is None else spans.quarter(found.base.year, (found.base.month + 2) // 3 - 1)


def running_quarter(found: Found) -> Reading | None:
    """The quarter that a report is about: "the quarter", "the latest period"."""
    period = last_quarter(found)
    if found.base is not None and any(token.word == "current" for token in found.tokens):
        period = spans.quarter(found.base.year, (found.base.month + 2) // 3)
    return Reading("DATE", "XXXX-QX", "none") if period is None else placed(period, "none")


def quarter_of_year(found: Found) -> Reading | None:
    """The quarter that a report is about in another year: "the 1988 period", "last year's quarter"."""
    period = found.memory.quarter
    if found.groups.get("y"):
        year = int(found.word("y"))
    elif found.base is None:
        return Reading("DATE", "XXXX-QX", "none")
    else:
        year = found.base.year - (found.word("rel") == "last")
    if period is None:
        return placed(spans.year(year), "absolute" if found.groups.get("y") else "relative")
    return placed(spans.quarter(year, (period.earliest.month + 2) // 3), "none")


def year_before(found: Found) -> Reading | None:
    """What a report compares with: "the year-ago quarter", "the same period a year earlier"."""
    if not any(token.word == "year" for token in found.tokens):
        return None
    period = found.memory.month if found.tokens[1].word == "same" and found.word("u") == "month" else None
    period = period or last_quarter(found)
    if period is None:
        return Reading("DATE", "XXXX-QX", "none")
    return placed(one_year_back(period), "none")


def compared(found: Found) -> Period | None:
    """The quarter that "a year ago" means in a sentence that compares amounts; None where it means a year."""
    start = found.tokens[0].start
    if found.memory.quarter is None or not AMOUNT.search(found.text, max(0, start - NEAR), start + NEAR):
        return None
    return one_year_back(found.memory.quarter)


def one_year_back(period: Period) -> Period:
    """The same quarter or month of the year before."""
    first = period.earliest
    if "Q" in period.value:
        return spans.quarter(first.year - 1, (first.month + 2) // 3)
    return spans.month(first.year - 1, first.month)


def half_year(found: Found) -> Reading | None:
    """Half of a year: "the first half of 2021", "the last half of last year"."""
    first = found.word("o") == "first"
    if found.word("o") not in ("first", "second", "last", "final"):
        return None
    if not found.groups.get("y") and found.base is None:
        return Reading("DATE", "XXXX-H1" if first else "XXXX-H2", "relative")
    shift = {"last": -1, "next": 1}.get(found.word("rel"), 0)
    year = int(found.word("y")) if found.groups.get("y") else (found.base.year if found.base else 0) + shift
    halves = spans.quarter(year, 1 if first else 3), spans.quarter(year, 2 if first else 4)
    period = Period(f"{year:04}-H{1 if first else 2}", halves[0].earliest, halves[1].latest)
    return placed(period, "absolute" if found.groups.get("y") else "relative")


def business_year(found: Found) -> Reading | None:
    """A business year without its number: "the fiscal year", "the full year"; "the year ended" is a length."""
    if found.groups.get("ended"):
        return Reading("DURATION", "P1Y", "none")
    if found.base is None:
        return Reading("DATE", "XXXX", "none")
    return placed(spans.year(found.base.year - ("latest" in found.word("k"))), "none")
