"""Dates as a text writes them: which of year, month and day it gives itself, and which are left to the reader."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.core.calendar import MONTHS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

VALUE = lazy_pattern(r"(\d{4}|\d{3}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
"""A day, a month, a year or, in three figures, a decade."""

YEAR_WRITTEN = lazy_pattern(r"\d{4}|(?<![\w.,])'\d\d\b|ties$|(?:this|last|next) year|\b[A-Z]\.?[CD]\b|[/.-]\d\d$")
"""A year inside a time expression: "2019", "'98", "58 A.D.", "3/5/98"."""


class StatedDate(Struct, frozen=True):
    """A time expression that names a year, a month or a day; a decade stands for its first year.

    `year` is the one that the annotator read or inferred, None where nothing gives one; `own_year` tells whether the
    expression writes it. `month` and `day` are None where it is less precise.
    """

    mention: TimeMention
    year: int | None
    own_year: bool
    month: int | None
    day: int | None

    def in_year(self, year: int) -> datetime.date | None:
        """The day in another year, None where that year lacks it or the date is no day."""
        if self.month is None or self.day is None:
            return None
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None


def stated_date(article: Article, mention: TimeMention) -> StatedDate | None:
    """The date that a time expression states; None for anything else than a year, a month or a day."""
    known, date = article.derive(_stated_dates).get(mention.span.start, (None, None))
    return date if known is mention else _read(article, mention)


def _stated_dates(article: Article) -> Mapping[int, tuple[TimeMention, StatedDate | None]]:
    """The dates of all time expressions, by their starts: many rules ask for the same few."""
    return {mention.span.start: (mention, _read(article, mention)) for mention in article.times}


def _read(article: Article, mention: TimeMention) -> StatedDate | None:
    found = VALUE.fullmatch(mention.value) if mention.type == "DATE" else None
    if found is None:
        return None
    year, month, day = found.groups()
    own = YEAR_WRITTEN.search(article.plain_words(mention.span)) is not None
    number = None if year == "XXXX" else int(year.ljust(4, "0"))
    return StatedDate(mention, number, own, _number(month), _number(day))


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def in_words(day: datetime.date) -> str:
    """A day as messages write it: "4 January 2019"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def between(article: Article, first: TimeMention, second: TimeMention) -> str:
    """The plain text between two time expressions."""
    return article.plain_words(Span(first.span.end, max(first.span.end, second.span.start)))


COUNTED = lazy_pattern(r"^ (?:\w+ly )?(?:people|men|women|children|[a-z]{3,}(?<!s)s)\b")
NO_NOUN = lazy_pattern(
    r"^ (?:was|is|has|does|as|this|its|his|hers|ours|theirs|plus|versus|towards|perhaps|besides|unless)\b"
)
BARE_END = lazy_pattern(r"(?<![\w.,])\d{1,2}$")


IN_BEFORE = lazy_pattern(r"\b[Ii]n $")
ALL_BEFORE = lazy_pattern(r"\b(?:all|these|those|the) $", re.IGNORECASE)
NUMBERED = lazy_pattern(
    r"\b(?:section|chapter|page|room|issue|volume|number|rule|line|gate|route|aged?|lot|item)\.? $", re.IGNORECASE
)
"""Before a figure that numbers something."""


def is_count(article: Article, date: StatedDate) -> bool:
    """Whether a number beside a month counts or numbers something: "in June 31 people drowned", "Section 31 June"."""
    span = date.mention.span
    words = article.plain_words(span)
    sentence = article.sentence_at(span.start).span
    before, after = article.plain[sentence.start : span.start], article.plain[span.end : span.end + 30]
    before += words[:4] if words.lower().startswith("the ") else ""
    counted = COUNTED.match(after) is not None and NO_NOUN.match(after) is None
    if BARE_END.search(words):
        return counted or IN_BEFORE.search(before) is not None
    return NUMBERED.search(before) is not None or (counted and ALL_BEFORE.search(before) is not None)
