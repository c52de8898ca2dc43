"""Reading times counted from another one in the text: "the previous day", "that year", "the end of the month"."""

from __future__ import annotations

from linter.annotation.model import TimeType
from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.amounts import blank, shifted, unit_of
from linter.annotation.times.calendar_spans import DAY, Period
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import phase_of, placed
from linter.annotation.times.words import PARTS_OF_DAY, WEEKDAY_NUMBERS

STEPS = {"previous": -1, "preceding": -1, "prior": -1, "before": -1, "following": 1, "next": 1, "after": 1}
"""Words to the number of units they go on from the other time."""


def anaphoric_unit(found: Found) -> Reading | None:
    """A unit counted from another time: "the previous day", "the following year", "that week", "later that year"."""
    if found.word("rel") in ("before", "after") and found.after is not None and found.after.word.isalpha():
        return None  # "the day after his death"
    word, step = found.word("u"), STEPS.get(found.word("rel"), 0)
    if word in WEEKDAY_NUMBERS:
        return _weekday_beside(found, WEEKDAY_NUMBERS[word], step)
    unit = unit_of(word)
    known = found.memory.period(unit or "W")
    if known is None:
        return Reading("DATE", blank(unit) if unit else "XXXX-WXX-WE", "none", modifier=phase_of(found))
    there = shifted(known.earliest, step, unit or "W")
    if there is None:
        return None
    return placed(there if unit else spans.weekend(there.earliest), "none", phase_of(found))


def _weekday_beside(found: Found, number: int, step: int) -> Reading:
    known = found.memory.period("D")
    if known is None or not step:
        return Reading("DATE", f"XXXX-WXX-{number}", "none")
    days = (known.earliest.isoweekday() - number) % 7 if step < 0 else (number - known.earliest.isoweekday()) % 7
    there = shifted(known.earliest, step * (days or 7), "D")
    return Reading("DATE", f"XXXX-WXX-{number}", "none") if there is None else placed(there, "none")


FOR_THE = frozenset("for finish finished ending ended end".split())
"""Words before "the day" that make it the one the story is about."""


def definite_unit(found: Found) -> Reading | None:
    """The unit that a story is about: "for the week", "over the weekend", "the end of the year"."""
    word = found.word("u")
    before = "" if found.before is None else found.before.word
    if word == "weekend":
        return _weekend(found)
    phase = found.groups.get("phase")
    if not phase and (before not in FOR_THE or (found.after is not None and found.after.word in ("after", "before"))):
        return None
    unit = unit_of(word)
    if unit == "D":
        known = found.memory.period("D")
        return None if known is None else placed(known, "none", phase_of(found))
    period = None if found.base is None else shifted(found.base, 0, unit)
    if period is None:
        return Reading("DATE", blank(unit), "none", modifier=phase_of(found))
    return placed(period, "none", phase_of(found))


def _weekend(found: Found) -> Reading | None:
    if found.base is None:
        return Reading("DATE", "XXXX-WXX-WE", "none")
    this = spans.weekend(found.base)
    back = 7 if this.earliest > found.base and found.direction != "future" else 0
    return placed(spans.weekend(found.base - back * DAY), "none", phase_of(found))


def year_end(found: Found) -> Reading | None:
    """The end of the year: "year-end", "by year's end"."""
    if found.base is None:
        return Reading("DATE", "XXXX", "none", modifier="END")
    return placed(spans.year(found.base.year), "none", "END")


PART_BEFORE = frozenset({"in", "during", "by", "into"})


def part_of_day(found: Found) -> Reading | None:
    """A part of the day that a story is about: "in the morning", "by mid afternoon"."""
    if not found.groups.get("phase") and (found.before is None or found.before.word not in PART_BEFORE):
        return None
    suffix = PARTS_OF_DAY[found.word("p")]
    known: Period | None = found.memory.period("D") or (spans.day(found.base) if found.base else None)
    kind: TimeType = "TIME"
    if known is None:
        return Reading(kind, f"XXXX-XX-XX{suffix}", "none")
    return Reading(kind, known.value + suffix, "none", known.earliest, known.latest)
