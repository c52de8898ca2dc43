"""Two hours of the clock that a text joins to a span, and whether a stated length can be the time between them:
"the six-hour blackout, which lasted from 10:15 p.m. until 2:15 a.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.lengths import modifier_of

HOUR = r"\d\d?(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\d\d?:\d\d(?!\d)|noon\b|midday\b|midnight\b"
CLOCK = lazy_pattern(rf"(?<![\w:.,$£€]){HOUR}", re.IGNORECASE)
RANGE = lazy_pattern(
    rf"\bfrom (?:about |around |shortly (?:before|after) )?(?P<first>{HOUR}|\d\d?(?= (?:to|until|till)\b))"
    rf"(?: on \w{{6,9}})? (?:to|until|till) (?:about |around |shortly (?:before|after) )?(?P<second>{HOUR})",
    re.IGNORECASE,
)
READ = lazy_pattern(r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])?", re.IGNORECASE)
LENGTH = lazy_pattern(r"PT(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+(?:\.\d+)?)M)?")
ZONES = lazy_pattern(
    r"\b(?:local time|time zones?|GMT|UTC|C?EST|[CEMP][SD]T|CET|BST|flights?|flew|fl(?:y|ies)|planes?|jets?|"
    r"airlin\w+|aircraft|airports?|landed|lands?|took off|touched down)\b"
)
"""Words that tell or let fear that two hours are those of two places."""

DAY, NOON = 24 * 60, 12 * 60
"""Minutes."""


class ClockSpan(Struct, frozen=True):
    """The words of two hours, the place that the range takes, and the minutes that can lie between them."""

    span: Span
    first: Span
    second: Span
    minutes: tuple[int, ...]


def clock_ranges(article: Article, sentence: Sentence) -> Iterator[ClockSpan]:
    """The spans "from 10 p.m. to 2 a.m." of a sentence."""
    for found in RANGE.finditer(article.plain, sentence.span.start, sentence.span.end):
        yield between(article, Span(*found.span()), Span(*found.span("first")), Span(*found.span("second")))


def clock_times(article: Article, sentence: Sentence) -> Iterator[Span]:
    """The hours that a sentence names."""
    for found in CLOCK.finditer(article.plain, sentence.span.start, sentence.span.end):
        yield Span(*found.span())


def between(article: Article, whole: Span, first: Span, second: Span) -> ClockSpan:
    """The span from one hour to another; one without "a.m." or "p.m." may be either."""
    starts, ends = _minutes(article.plain_words(first)), _minutes(article.plain_words(second))
    minutes = ((end - start) % DAY or DAY for start in starts for end in ends)
    return ClockSpan(whole, first, second, tuple(dict.fromkeys(minutes)))


def _minutes(words: str) -> tuple[int, ...]:
    """The minutes since midnight that an hour can mean."""
    if not words[0].isdecimal():
        return (0,) if words.lower() == "midnight" else (NOON,)
    found = READ.match(words)
    assert found is not None  # it begins with a digit
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        return (hour % 12 * 60 + minute + (NOON if found["half"].lower() == "p" else 0),)
    plain = hour % 24 * 60 + minute
    return (plain,) if hour > 12 or words.startswith("0") else (plain, (plain + NOON) % DAY)


def stated_minutes(length: TimeMention) -> float | None:
    """The minutes of a length that is told in hours and minutes; None for any other."""
    found = LENGTH.fullmatch(length.value)
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    return 60 * float(found["hours"] or 0) + float(found["minutes"] or 0)


def fits_clock(article: Article, length: TimeMention, passed: ClockSpan) -> bool:
    """Whether a stated length can be the time between two hours, as closely as it is told."""
    stated = stated_minutes(length)
    if stated is None:
        return True
    least, most = _bounds(stated, length.modifier or modifier_of(article, length), hours=length.value.endswith("H"))
    return any(least <= minutes <= most for minutes in passed.minutes)


def _bounds(stated: float, modifier: str, *, hours: bool) -> tuple[float, float]:
    """The least and the most minutes that a stated length allows: a round one allows more, and so does "about"."""
    step = 60 if hours and stated % 60 == 0 else 30 if hours else max(5.0, stated / 6)
    if not modifier:
        return stated - max(step * 0.75, stated / 12), stated + max(step * 0.99, stated / 12)
    slack = max(step, stated / 4)
    below = 0 if modifier.startswith(("MORE", "EQUAL_OR_MORE")) else slack
    above = 0 if modifier.startswith(("LESS", "EQUAL_OR_LESS")) else slack
    return stated - below, stated + above


def told_length(passed: ClockSpan) -> str:
    """The time between two hours in words: "4 hours", "1 hour 30 minutes"."""
    hours, minutes = divmod(min(passed.minutes), 60)
    parts = ((hours, "hour"), (minutes, "minute"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
