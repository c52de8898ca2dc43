"""Reading times that stand alone: habits, hours of the day, words like "recently"."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from linter.annotation.times.amounts import number_of, period_value, unit_of
from linter.annotation.times.calendar_spans import DAY
from linter.annotation.times.days import weekday
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import calendar_day
from linter.annotation.times.words import (
    HABITS,
    MONTH_NUMBERS,
    NUMBERS,
    PARTS_OF_DAY,
    REFERENCES,
    SEASONS,
    WEEKDAY_NUMBERS,
)
from linter.core.calendar import ANY_MONTH
from linter.core.pattern import lazy_pattern


def habit(found: Found) -> Reading | None:
    """What comes back: "every Monday", "Tuesday nights", "daily", "each year"."""
    if found.groups.get("w"):
        number = WEEKDAY_NUMBERS[found.groups["w"][0].word.removesuffix("s")]
        return Reading("SET", f"XXXX-WXX-{number}" + PARTS_OF_DAY.get(found.word("p").removesuffix("s"), ""), "none")
    if found.groups.get("h"):
        return Reading("SET", HABITS[found.word("h")], "none")
    if found.groups.get("s"):
        return Reading(
            "SET",
            "XXXX-" + SEASONS[found.word("s").removesuffix("s")],
            "none",
        )
    if found.groups.get("m"):
        return Reading("SET", f"XXXX-{MONTH_NUMBERS[found.word('m').rstrip('.')]:02}", "none")
    unit = unit_of(found.word("u").split(" ")[-1])
    if not unit:
        return Reading("SET", "XXXX-XX-XX" + PARTS_OF_DAY.get(found.word("u").removesuffix("s"), ""), "none")
    number_tokens = found.groups.get("n", ())
    return Reading("SET", period_value(number_of(number_tokens) if number_tokens else 1, unit), "none")


def reference(found: Found) -> Reading | None:
    """A word that stands for a time alone: "recently", "soon", "now"."""
    word, before, after = found.tokens[-1].word, found.before, found.after
    if word in ("soon", "shortly") and after is not None and after.word in ("after", "before", "as", "thereafter"):
        return None  # "shortly after the vote" is placed by the vote
    if word == "soon" and before is not None and before.word == "as":
        return None
    value = REFERENCES.get(word, "PRESENT_REF")
    if value == "PRESENT_REF":
        return Reading("DATE", value, "none")
    return Reading("DATE", value, "vague")


def vague(value: str) -> Callable[[Found], Reading | None]:
    """A reader of phrases that cannot be placed: always the same value."""

    def read(_found: Found) -> Reading | None:
        return Reading("DATE", value, "vague")

    return read


def unplaced(value: str) -> Callable[[Found], Reading | None]:
    """A reader of phrases that need no place: always the same value."""

    def read(_found: Found) -> Reading | None:
        return Reading("DATE", value, "none")

    return read


def recent_units(found: Found) -> Reading | None:
    """A stretch of time near now: "recent weeks", "the coming months"."""
    if found.word("rel") == "coming":
        return Reading("DATE", "FUTURE_REF", "vague")
    return Reading("DURATION", period_value(None, unit_of(found.word("u"))), "vague")


def clock_time(found: Found) -> Reading | None:
    """A time of day: "10 p.m. Wednesday", "noon", "18:00 UTC", "5 p.m. EST, Nov. 6"."""
    hour = _hour(found)
    if hour is None or _begins_a_date(found):
        return None
    placed_day = any(found.groups.get(name) for name in "wkm")
    date = _day_of_clock(found)
    known = found.memory.period("D")
    shown = date or (known.earliest if known else found.base)
    zone = "Z" if any(token.word in ("utc", "gmt") for token in found.tokens) else ""
    value = f"{shown.isoformat() if shown else 'XXXX-XX-XX'}T{hour}{zone}"
    return Reading("TIME", value, "relative" if placed_day else "none", date, date)


def _begins_a_date(found: Found) -> bool:
    """Whether the day after the hour is the beginning of a whole date: "noon on Saturday 13 July 2007"."""
    day = "w" if found.groups.get("w") else "m" if found.groups.get("m") else ""
    rest = {"w": REST_OF_DATE, "m": REST_YEAR}.get(day)
    return rest is not None and rest.match(found.text, found.tokens[-1].end) is not None


REST_OF_DATE = lazy_pattern(
    r",? (?:the )?(?:\d\d?(?:st|nd|rd|th)?,? (?:of )?)?"
    rf"(?:{ANY_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
)
REST_YEAR = lazy_pattern(r",? (?:1[6-9]|20)\d\d\b")


def _day_of_clock(found: Found) -> datetime.date | None:
    if found.base is None:
        return None
    reader = calendar_day if found.groups.get("m") else weekday if found.groups.get("w") else None
    if reader is not None:
        read = reader(found)
        return None if read is None else read.earliest
    if found.groups.get("k"):
        return found.base + {"yesterday": -1, "tomorrow": 1}.get(found.word("k"), 0) * DAY
    return None


def _hour(found: Found) -> str | None:
    if found.groups.get("noon"):
        return "12:00" if found.word("noon") == "noon" else "24:00"
    hour, _, minutes = found.word("c").replace(".", ":").partition(":")
    hour = str(NUMBERS[hour]) if hour in NUMBERS else hour
    if not hour.isdecimal() or int(hour) > 24:
        return None
    halved = bool(found.groups.get("ampm")) or (bool(found.groups.get("half")) and int(hour) <= 12)
    number = int(hour) % 12 if halved else int(hour)
    number += 12 if found.word("ampm").startswith("p") or found.word("half") in ("afternoon", "evening", "night") else 0
    return f"{number:02}:{minutes[:2] or '00'}"
