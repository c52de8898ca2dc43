"""Reading weekdays and words for days beside today."""

from __future__ import annotations

import datetime

from msgspec.structs import replace

from linter.annotation.model import TimeType
from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.calendar_spans import DAY
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import phase_of, placed
from linter.annotation.times.words import PARTS_OF_DAY, WEEKDAY_NUMBERS

NAMED_DAYS = frozenset("good ash easter black palm super bloody whit shrove cyber maundy manic holy".split())
"""Words that make a feast or an event of the weekday after them: "Good Friday"."""

ANY_DAY = frozenset("a an any one the that some certain first second third fourth every each".split())
"""Words after which a weekday is no particular one of this week: "on a Saturday", "the Friday vigil"."""


def weekday(found: Found) -> Reading | None:
    """A weekday alone, with a part of the day, or with "last" and "next"."""
    before, after = found.before, found.after
    if before is not None and before.word in NAMED_DAYS:
        return None
    if before is not None and before.word == "the" and after is not None and after.capital:
        return None  # "The Sunday Times"
    read = _weekday(found)
    of_month = found.word("rel") == "last" and after is not None and after.word == "of"
    if of_month or (before is not None and before.word in ANY_DAY and not found.groups.get("rel")):
        return replace(read, anchoring="none")
    return read


def day_beside(found: Found) -> Reading | None:
    """The day beside a weekday: "the day before last Tuesday"."""
    if found.word("u") != "day" or found.base is None:
        return None
    beside = _weekday(found).earliest
    if beside is None:
        return None
    return placed(spans.day(beside + (1 if found.word("far") == "after" else -1) * DAY), "relative")


def weekday_range(found: Found) -> Reading | None:
    """Opening hours and the like: "Monday to Friday", unless the verb puts them into one week."""
    number = WEEKDAY_NUMBERS[found.word("w")]
    return None if found.direction else Reading("SET", f"XXXX-WXX-{number}", "none")


def _weekday(found: Found) -> Reading:
    number, part = WEEKDAY_NUMBERS[found.word("w")], found.word("p")
    suffix = PARTS_OF_DAY.get(part, "")
    kind: TimeType = "TIME" if part else "DATE"
    if found.base is None:
        return Reading(kind, f"XXXX-WXX-{number}{suffix}", "relative", modifier=phase_of(found))
    date = _weekday_near(found.base, number, found.word("rel"), found.direction)
    return Reading(kind, date.isoformat() + suffix, "relative", date, date, phase_of(found))


def _weekday_near(base: datetime.date, number: int, relative: str, direction: str) -> datetime.date:
    back = (base.isoweekday() - number) % 7
    if relative in ("last", "past"):
        return base - (back or 7) * DAY
    if relative in ("next", "coming", "this coming") or (not relative and direction == "future"):
        return base + ((-back) % 7 or (7 if relative else 0)) * DAY
    if relative == "this":
        return base - (base.isoweekday() - number) * DAY
    return base - back * DAY


def deictic(found: Found) -> Reading | None:
    """Words for a day beside today: "yesterday", "tomorrow night", "this morning", "last night"."""
    if found.before is not None and found.before.capital and found.groups["k"][0].capital:
        return None  # "USA Today"
    word, part = found.word("k"), PARTS_OF_DAY.get(found.word("p"), "")
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    suffix = "TNI" if word == "tonight" else part
    kind: TimeType = "TIME" if suffix else "DATE"
    if found.base is None and word == "today" and found.before is None and found.direction != "future":
        return Reading("DATE", "PRESENT_REF", "none")  # "Today the mill is a museum"
    if found.base is None:
        return Reading(kind, "XXXX-XX-XX" + suffix, "relative", modifier=phase_of(found))
    further = {"before": -1, "after": 1}.get(found.word("far"), 0)
    if further and (found.word("u") != "day" or further * shift < 0):
        return None
    date = found.base + (shift + further) * DAY
    return Reading(kind, date.isoformat() + suffix, "relative", date, date, phase_of(found))
