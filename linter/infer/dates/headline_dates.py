"""Days in the headline that the body gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.stems import stems

DAY = lazy_pattern(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
"""The value of a day in TIMEX3; XXXX where the year is not known."""

SHARED = 2
"""Words in common with the headline that show that a sentence tells what the headline tells."""


class OtherDay(Struct, frozen=True):
    """A day or a year of the headline, and the one that the body has in its place."""

    headline: Span
    body: Span


def other_days(article: Article) -> Iterator[OtherDay]:
    """The days of the headline that the body lacks, where a sentence about the same thing has another of that month.

    The body has a day when it names it or speaks of it by other words ("on Thursday"). The day must be the only one
    of its month in such sentences: a story of several days tells nothing against the headline.
    """
    title = article.headline
    if title is None:
        return
    named = [time for time in article.times if title.start <= time.span.start < title.end and _names_day(article, time)]
    if not named:
        return
    body = [time for time in article.times if time.span.start >= title.end and DAY.fullmatch(time.value)]
    told = frozenset(stems(article.plain[title.start : title.end]))
    for time in named:
        rivals = [each for each in body if _same_month(time, each) and _tells(article, each, told)]
        days = {each.value[-2:] for each in rivals}
        if len(days) == 1 and not any(each.value[-5:] == time.value[-5:] for each in body):
            yield OtherDay(time.span, rivals[0].span)


def _names_day(article: Article, time: TimeMention) -> bool:
    """Whether a time names its day by month and figure, not by the day of the week alone."""
    words = article.words(time.span)
    return DAY.fullmatch(time.value) is not None and any(letter.isdecimal() for letter in words) and "-" not in words


def _same_month(one: TimeMention, other: TimeMention) -> bool:
    years = {one.value[:4], other.value[:4]} - {"XXXX"}
    return one.value[5:7] == other.value[5:7] and len(years) < 2


def _tells(article: Article, time: TimeMention, told: frozenset[str]) -> bool:
    """Whether the sentence of a day named in figures shares words with the headline."""
    if not _names_day(article, time):
        return False
    sentence = article.sentence_at(time.span.start).span
    return len(told & frozenset(stems(article.plain_words(sentence)))) >= SHARED


YEAR = lazy_pattern(
    r"\b(until|till|by|before|since) (?:late |early |mid-?|the end of )?((?:19|20)\d\d)\b(?![-–/])", re.IGNORECASE
)
"""A year up to which, or from which on, something is so."""


def other_years(article: Article) -> Iterator[OtherDay]:
    """The year of the headline that the body lacks, where a sentence about the same thing has another in its place.

    Both stand behind the same word ("until 2029", "until 2027"), and the body has no other year behind it.
    """
    title = article.headline
    own = None if title is None else YEAR.search(article.plain, title.start, title.end)
    if title is None or own is None or article.plain.find(own[2], title.end) >= 0:
        return
    told = frozenset(stems(article.plain[title.start : title.end]))
    others = [each for each in YEAR.finditer(article.plain, title.end) if _same_bound(own[1], each[1])]
    if len({each[2] for each in others}) == 1:
        sentence = article.plain_words(article.sentence_at(others[0].start()).span)
        if len(told & frozenset(stems(sentence))) >= SHARED:
            yield OtherDay(Span(*own.span(2)), Span(*others[0].span(2)))


def _same_bound(one: str, other: str) -> bool:
    return one.lower().replace("till", "until") == other.lower().replace("till", "until")
