"""Reading units counted from the one that runs: "last week", "earlier this month", "the past two years"."""

from __future__ import annotations

from msgspec.structs import replace

from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.amounts import blank, number_of, period_value, shifted, unit_of
from linter.annotation.times.calendar_spans import DAY, Period
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import phase_of, placed
from linter.annotation.times.words import PARTS_OF_DAY

SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "this": 0,
    "this past": -1,
    "this coming": 1,
    "current": 0,
}


def relative_unit(found: Found) -> Reading | None:
    """A unit counted from the one that runs: "last week", "next year", "earlier this month", "the past year"."""
    shift = SHIFTS.get(found.word("rel").removeprefix("the "))
    if shift is None:
        return None  # "the final week" is counted from what it ends
    unit = unit_of(found.word("u"))
    definite = found.tokens[0].word == "the" or found.word("rel").startswith("the ")
    if (
        definite
        and found.word("rel") in ("last", "next")
        and found.after
        and found.after.word in ("of", "before", "in")
    ):
        return Reading("DATE", "PXX", "none")  # "in the last week of the season"
    if definite and found.word("rel") == "next" and (unit == "D" or found.direction == "past"):
        return None  # counted from another time: "the next year he married"
    if definite and unit == "D":
        return Reading("DATE", "PXX", "none")  # "on the last day"
    if definite and shift < 0 and unit in "EC":
        return Reading("DURATION", period_value(1, unit), "relative")  # "over the past decade"
    if found.word("u") == "weekend":
        return _weekend(found, shift)
    if found.base is None:
        return Reading("DATE", blank(unit), "relative", modifier=phase_of(found))
    period = shifted(found.base, shift, unit)
    return None if period is None else _told(found, period, shift)


def second_unit(found: Found) -> Reading | None:
    """A unit beyond the last or the next one: "the night before last", "the week after next"."""
    away = -2 if found.word("way") == "before" else 2
    if found.word("u") == "weekend":
        if found.base is None:
            return Reading("DATE", "XXXX-WXX-WE", "relative")
        return placed(spans.weekend(found.base + 7 * away * DAY), "relative")
    part = PARTS_OF_DAY.get(found.word("u"))
    unit = "D" if part else unit_of(found.word("u"))
    if found.base is None:
        return Reading("TIME" if part else "DATE", blank(unit) + (part or ""), "relative")
    period = shifted(found.base, away, unit)
    if period is None:
        return None
    read = placed(period, "relative")
    return replace(read, type="TIME", value=period.value + part) if part else read


def _told(found: Found, period: Period, shift: int) -> Reading:
    """The reading of a period; one that runs, called "earlier" or "later", ends or begins with the article's day."""
    read = placed(period, "relative", phase_of(found))
    if found.base is None or shift or found.word("phase") not in ("earlier", "later"):
        return read
    if found.word("phase") == "earlier":
        return replace(read, earliest=period.earliest, latest=found.base)
    return replace(read, earliest=found.base, latest=period.latest)


def _weekend(found: Found, shift: int) -> Reading:
    if found.base is None:
        return Reading("DATE", "XXXX-WXX-WE", "relative")
    this = spans.weekend(found.base)
    past = this.earliest > found.base and (shift < 0 or found.direction == "past")
    back = -7 if past or (shift < 0 and this.earliest <= found.base) else 7 * max(0, shift)
    return placed(spans.weekend(found.base + back * DAY), "relative", phase_of(found))


BEFORE_ADJECTIVE = frozenset(
    "at by during for from her his in its my of on our over since than that their these this those through throughout "
    "until whose within your 's".split()
)
"""Words before "last two weeks" that are followed by a noun, not by a verb."""


def _is_verb(found: Found) -> bool:
    """Whether "last" before a length is what something does: behind any word that wants no noun."""
    before = found.before
    if before is None or before.kind in ("comma", "apostrophe-s", "hyphen"):
        return False
    return before.word[:1].isalpha() and before.word not in BEFORE_ADJECTIVE


def last_units(found: Found) -> Reading | None:
    """Several units up to now, or from now on: "the past two months", "the next three years"."""
    unit = unit_of(found.word("u").split(" ")[-1])
    if not unit:
        return None
    tokens = found.groups.get("n", ())
    number = number_of(tokens) if tokens else None
    relative = found.word("rel")
    if relative == "coming" and not tokens:
        return None  # "in the coming weeks" is no length
    if relative == "last" and found.tokens[0].word == "last" and _is_verb(found):
        return None  # "the truce will last two weeks"
    if found.groups.get("first") and found.word("first") != "first":
        return None
    counted = not relative or relative == "latest" or (found.after is not None and found.after.word == "of")
    value = period_value(number, unit)
    if counted:
        return Reading("DURATION", value, "none")
    return Reading("DURATION", value, "vague" if number is None else "relative")
