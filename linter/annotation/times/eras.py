"""Reading years and centuries before and after Christ: "44 B.C.", "AD 79", "the fifth century BC"."""

from __future__ import annotations

from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import month_number, ordinal, placed

AFTER_CHRIST = frozenset({"ad", "a.d", "a.d.", "ce"})


def year_of_era(found: Found) -> Reading | None:
    """A year with its era; days before year 1 are not in Python's calendar, so they are left open."""
    number = int(found.word("y").replace(",", ""))
    if found.word("era") not in AFTER_CHRIST:
        month = f"-{month_number(found):02}" if found.groups.get("m") else ""
        day = f"-{ordinal(found.groups['d'][-1]):02}" if found.groups.get("d") else ""
        return Reading("DATE", f"BC{number:04}{month}{day}", "absolute")
    if found.groups.get("m"):
        return None
    return placed(spans.year(number), "absolute") if 1 <= number <= 2199 else None


def century_of_era(found: Found) -> Reading | None:
    """A century with its era; TIMEX3 counts them by the first digits of their years."""
    number = ordinal(found.groups["o"][-1])
    if not 1 <= number <= 99 or found.tokens[-2].word not in ("century", "centuries"):
        return None
    if found.word("era") not in AFTER_CHRIST:
        return Reading("DATE", f"BC{number - 1:02}", "absolute")
    first = (number - 1) * 100 + 1
    return placed(spans.years(first, first + 99, f"{number - 1:02}"), "absolute") if number <= 21 else None
