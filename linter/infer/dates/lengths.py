"""How long a span between two dates can be, and whether a stated length of time fits it."""

from __future__ import annotations

import datetime
import math
import re

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.annotation.times.durations import UNIT_DAYS, VALUE, Days, days_of
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.stated_dates import StatedDate

FUZZY = lazy_pattern(
    r"\b(?:(?P<less>nearly|almost|close to|just under|not quite|under|less than)|(?P<more>over|more than|"
    r"just over|upwards of|above)|"
    r"(?P<about>about|around|roughly|some|approximately|circa|or so))(?: an?| the| his| her| its| their)? ?$",
    re.IGNORECASE,
)
ROUNDED = 0.6
"""Share of its unit by which a stated length may exceed the time that passed: eleven and a half months make a year."""

DECADES = lazy_pattern(r"decade|centur", re.IGNORECASE)
ROUGH = 0.2
"""Share by which a length told in decades or centuries may be off."""

FIVE, SEVEN = 5, 7

WORKED = 60
"""Days up to which working days may be meant."""


class Elapsed(Struct, frozen=True):
    """The days from one date to another: `least` without the ends' own days, `most` with both ends counted."""

    least: int
    most: int


def elapsed(start: StatedDate, end: StatedDate) -> Elapsed | None:
    """The time between two dates as far as their precision tells; None where a day is unknown or the order is wrong."""
    first, last = _days(start, end), _days(end, start)
    if first is None or last is None:
        return None
    most = (last[1] - first[0]).days + 1
    return None if most < 1 else Elapsed(max(0, (last[0] - first[1]).days), most)


def _days(date: StatedDate, other: StatedDate) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of a date; one that nothing places has the year of the other end."""
    if date.mention.earliest is None and other.own_year and other.year is not None:
        day = date.in_year(other.year)
        return None if day is None else (day, day)
    first, last = date.mention.earliest, date.mention.latest
    return None if first is None or last is None else (first, last)


DIGIT = lazy_pattern(r"\d")


def in_one_year(article: Article, start: StatedDate, end: StatedDate) -> StatedDate:
    """An end without a year of its own as the first such day after a beginning that has one: "on 5 June 1967 … 10
    June"."""
    first = start.mention.earliest if start.own_year else None
    if first is None or end.own_year or not DIGIT.search(article.words(end.mention.span)):
        return end
    days = (end.in_year(year) for year in (first.year, first.year + 1))
    day = next((day for day in days if day is not None and day >= first), None)
    if day is None:
        return end
    return replace(end, year=day.year, mention=replace(end.mention, earliest=day, latest=day))


def fits(article: Article, length: TimeMention, start: StatedDate, end: StatedDate) -> bool:
    """Whether a stated length can be the time between two dates, whichever way the ends are counted.

    Where it cannot be told, it fits. Working days may be meant by days. An end without a year may have that of the
    beginning.
    """
    if _fits(article, length, start, end):
        return True
    placed = in_one_year(article, start, end)
    return placed is not end and _fits(article, length, start, placed)


def _fits(article: Article, length: TimeMention, start: StatedDate, end: StatedDate) -> bool:
    passed, stated = elapsed(start, end), stated_days(article, length)
    if passed is None or stated is None:
        return True
    least = passed.least
    if length.value.endswith("D") and stated.least <= WORKED and first_day(start) is not None:
        least = min(least, _working_days(start, passed))
    return stated.least <= passed.most and (stated.most is None or least <= stated.most)


def first_day(date: StatedDate) -> datetime.date | None:
    """The day of a date that names one."""
    return date.mention.earliest if date.day is not None else None


def _working_days(start: StatedDate, passed: Elapsed) -> int:
    weeks, rest = divmod(passed.most, SEVEN)
    first = first_day(start)
    assert first is not None
    return weeks * FIVE + sum((first.weekday() + extra) % SEVEN < FIVE for extra in range(rest))


def stated_days(article: Article, length: TimeMention) -> Days | None:
    """The days that a stated length allows, by the words around it; None for a length that tells nothing."""
    found = VALUE.fullmatch(length.value)
    try:
        days = days_of(length.value, length.modifier or modifier_of(article, length), nearly=True)
    except (OverflowError, ValueError):
        return None
    if found is None or days is None:
        return None
    if DECADES.search(article.words(length.span)):
        return Days(
            math.floor(days.least * (1 - ROUGH)), None if days.most is None else math.ceil(days.most * (1 + ROUGH))
        )
    parts = [(unit, float(number)) for unit, number in found.groupdict().items() if number]
    if length.modifier or modifier_of(article, length) or len(parts) != 1:
        return days
    unit, number = parts[0]
    return Days(max(days.least, math.ceil((number - ROUNDED) * UNIT_DAYS[unit])), days.most)


def modifier_of(article: Article, length: TimeMention) -> str:
    """TIMEX3's `mod` of a word that blurs a length from outside its span: "a nearly seven-year siege"."""
    sentence = article.sentence_at(length.span.start).span
    near = Span(max(sentence.start, length.span.start - 20), length.span.start)
    found = FUZZY.search(article.plain_words(near))
    if found is None:
        return ""
    return {"less": "LESS_THAN", "more": "MORE_THAN", "about": "APPROX"}[found.lastgroup or "about"]


def in_units(length: TimeMention, start: StatedDate, end: StatedDate) -> str:
    """The time between two dates in the unit of a stated length: "3 years", "4 days, both ends counted"."""
    passed = elapsed(start, end)
    unit = length.value.rstrip("0123456789.")[-1:] or length.value[-1:]
    if passed is None:
        return ""
    if length.value.endswith("Y") and start.year is not None and end.year is not None and start.month is None:
        return _counted(end.year - start.year, "year")
    days = passed.most if start.day is not None else (passed.least + passed.most) // 2
    if length.value.endswith("D"):
        return _counted(days, "day") + (", both ends counted" if days > 1 else "")
    name = {"W": "week", "M": "month", "Y": "year"}.get(unit, "day")
    number = round(days / UNIT_DAYS.get(unit, 1.0))
    return f"about {_counted(number, name)}" if number else _counted(days, "day")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
