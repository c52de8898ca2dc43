"""Dates that no calendar has: "31 April", "29 February 2023"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.core.calendar import MONTHS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of
from linter.infer.dates.stated_dates import NUMBERED, StatedDate, is_count, stated_date

FEBRUARY = 2
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of the months, February's in a leap year."""

MONTH = "(?P<{0}>" + "|".join((*MONTHS, *(rf"{name[:3]}\." for name in MONTHS), "Sept\\.")) + ")"
TOO_HIGH = r"(?:3[2-9]|[4-9]\d)"
BEYOND = lazy_pattern(
    rf"(?<![\w.,/#§$€£-])(?<!\b[Nn]o\. )(?:{TOO_HIGH}(?:st|nd|rd|"
    rf"th)? (?:of )?{MONTH.format('after')},? (?:1[5-9]|20)\d\d\b(?![\w-])"
    rf"|{TOO_HIGH}(?:st|nd|rd|th) of {MONTH.format('of')}(?!\w)"
    rf"|(?<!\w){MONTH.format('before')} {TOO_HIGH}(?:st|nd|rd|th)?, (?:1[5-9]|20)\d\d\b(?![\w-]))"
)
"""A date whose day no month has; without a year, or with "May 35" alone, it may be a name."""

MEMORY_OF_1712 = (1712, FEBRUARY, 30)
"""Sweden did have this day, on its way from one calendar to the other."""


class LostDay(Struct, frozen=True):
    """A date that does not exist: its place, the month by its number, the day, the year if the text gives one."""

    span: Span
    month: int
    day: int
    year: int | None

    @property
    def last(self) -> int:
        """The last day of that month: 28 in a February whose year is known and no leap year."""
        if self.month == FEBRUARY and self.year is not None:
            return 29 if calendar.isleap(self.year) else 28
        return LONGEST[self.month - 1]


def lost_days(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[LostDay]:
    """The dates of an article that do not exist, and those of some sentences whose day no month has."""
    for mention in article.times:
        date = stated_date(article, mention) if mention.problem == "no-such-day" else None
        if date is not None and not is_count(article, date):
            yield from _lost(date)
    for sentence in sentences:
        yield from _beyond(article, sentence)


def _lost(date: StatedDate) -> Iterator[LostDay]:
    if date.month is None or date.day is None or (date.year, date.month, date.day) == MEMORY_OF_1712:
        return
    leap_day = (date.month, date.day) == (FEBRUARY, 29)
    if date.day > LONGEST[date.month - 1] or (leap_day and date.own_year):
        yield LostDay(date.mention.span, date.month, date.day, date.year if date.own_year else None)


def _beyond(article: Article, sentence: Sentence) -> Iterator[LostDay]:
    text = article.plain_words(sentence.span)
    for found in BEYOND.finditer(text):
        if NUMBERED.search(text[: found.start()]):
            continue
        name = next(part for part in found.groups() if part)
        month = next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))
        day = re.search(TOO_HIGH, found[0])
        assert day is not None  # every alternative has one
        span = span_of(found, sentence.span.start)
        yield LostDay(span, month, int(day[0]), None)
