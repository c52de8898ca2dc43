"""Whether the ends of a range of dates stand in the wrong order."""

from __future__ import annotations

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.infer.dates.spans_of_time import DateRange, is_short
from linter.infer.dates.stated_dates import StatedDate

THAT_YEAR = lazy_pattern(r"^,? (?:of )?(?:this|last|next|that|the same|the following) year\b")
DIGIT = lazy_pattern(r"\d")
JULY = 7
ERA = lazy_pattern(r"\b(?:B\.?\s?C|BCE|BP)\b")
"""An article that speaks of years B.C. may leave the letters out."""

MODERN = 1800
"""A year from which on nobody takes one for a year B.C."""


def is_reversed(article: Article, dates: DateRange) -> bool:
    """Whether a range runs backward: its first end after its second, and not across New Year.

    Without a year at the first end it is that of the second, unless the range can run over the turn of a year: from the
    second half to the first, or over twelve months. Without any year only two days of one month can be out of order.
    """
    start, end = dates.start, dates.end
    if is_short(article, end) or is_short(article, start) or _is_weekday(article, start):
        return False
    if start.own_year and end.own_year:
        return _is_later(article, start, end)
    if start.month is None or end.month is None:
        return False
    if start.month == end.month:
        return start.day is not None and end.day is not None and start.day > end.day and _same_shape(dates)
    placed = end.own_year or _has_year_after(article, dates)
    if not placed or start.own_year or start.month <= end.month:
        return False
    return not _runs_over(start, end) or _would_be_over(article, dates)


def _is_weekday(article: Article, date: StatedDate) -> bool:
    """Whether a weekday alone is meant, which comes back: "open from Thursday to Tuesday"."""
    words = article.plain_words(date.mention.span)
    return "day" in words and not DIGIT.search(words)


def _same_shape(dates: DateRange) -> bool:
    return dates.end.own_year or not dates.start.own_year


def _is_later(article: Article, start: StatedDate, end: StatedDate) -> bool:
    first, last = start.mention.earliest, end.mention.latest
    if first is None or last is None or first <= last:
        return False
    ancient = first.year < MODERN and start.month is None and ERA.search(article.plain) is not None
    return not ancient


def _runs_over(start: StatedDate, end: StatedDate) -> bool:
    """Whether months run over New Year as seasons, school years and financial years do."""
    assert start.month is not None
    assert end.month is not None
    return (start.month >= JULY and end.month < JULY) or (start.month - end.month == 1 and end.day is None)


LONG_BEGUN = 6
"""Months after which nobody tells of a beginning as of one to come, not even of what comes back each year."""

COMING = lazy_pattern(
    r"\b(?:will|shall|is to|are to|is due to|are due to|is going to|are going to)(?! (?:re)?main\b| stay\b)"
)
"""What tells that something has not begun; "will remain closed" has."""


def _would_be_over(article: Article, dates: DateRange) -> bool:
    """Whether months in order over New Year would have begun before the article, which tells them as to come."""
    if article.date is None or dates.end.year is None or dates.start.month is None:
        return False
    sentence = article.sentence_at(dates.span.start).span
    since = 12 * (article.date.year - dates.end.year + 1) + article.date.month - dates.start.month
    ahead = (dates.end.year, dates.end.month or 0) > (article.date.year, article.date.month)
    return since >= LONG_BEGUN and ahead and COMING.search(article.plain, sentence.start, dates.span.start) is not None


def _has_year_after(article: Article, dates: DateRange) -> bool:
    return THAT_YEAR.match(article.plain[dates.span.end : dates.span.end + 30]) is not None
