"""The check kind `tense`: a date that lies on the other side of the article's own than its verb says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.checks.base import Finding
from linter.core.diagnostic import Confidence
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.masked import masked, masked_expressions, masked_matches, masked_pattern
from linter.infer.dates.spans_of_time import is_prose, ranges_in, times_of
from linter.infer.dates.stated_dates import StatedDate, in_words, stated_date
from linter.match.expression import Expression
from linter.match.trigger import Trigger

FIGURE = lazy_pattern(r"\d|ties$")
"""In a date of the calendar; a weekday alone is read as its verb says."""

AROUND = datetime.timedelta(days=1)
"""The world's clocks differ: a day beside the article's own is neither past nor to come."""

SOON = datetime.timedelta(days=90)
"""How far from the article's date one without a year is read in its year with some certainty."""


TELLINGS = ("past", "future", "unless_past", "unless_future")
"""The parameters that hold patterns of the telling."""


class TenseCheck(Struct, frozen=True, kw_only=True, dict=True):
    """Reports dates after the article's own that are told as past, and dates before it told as still to come.

    `past` and `future` are patterns of the telling, which name the date as `<date>`, or as `<range>` where it is an end
    of one; `unless_past` and `unless_future`
    lift them from anywhere in the sentence. Words in quotations are their speakers', at their own time. A date without
    a year counts at low confidence, when it lies near. `words` are word lists for use in
    the patterns. Value: `fault`, what does not fit, with the article's date.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("date", "time")

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    past: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    unless_past: tuple[str, ...] = ()
    unless_future: tuple[str, ...] = ()

    @cached_property
    def _filled(self) -> Mapping[str, tuple[Expression, ...]]:
        return {name: masked_expressions(getattr(self, name), self.words) for name in TELLINGS}

    def validate(self) -> None:
        """Raises ValueError where a pattern names a list of words that there is not."""
        for name in TELLINGS:
            for pattern in getattr(self, name):
                masked_pattern(pattern, self.words)

    def ready(self) -> None:
        """Work out what a run would when it comes to need it: a rule that is kept is kept so."""
        _ = self._filled

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: time expressions have triggers of their own."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each date whose tense does not fit."""
        told: set[Span] = set()
        for mention in article.times if article.date is not None else ():
            date = stated_date(article, mention)
            sentence = article.sentence_at(mention.span.start)
            if date is None or not FIGURE.search(article.words(mention.span)) or not is_prose(sentence):
                continue
            side = _side(article, date)
            if side is None or article.voice(mention.span).kind == "quoted":
                continue
            name, whole = _place(article, date)
            if whole not in told and self._is_told(article, name, whole, side) and not _is_older_view(article, mention):
                told.add(whole)
                confidence: Confidence | None = None if article.date and _is_sure(article, whole) else "low"
                yield Finding(
                    _span(article, date, whole, side), values={"fault": _fault(article, side)}, confidence=confidence
                )

    def _is_told(self, article: Article, name: str, place: Span, side: str) -> bool:
        """Whether a date is told in the tense that does not fit its side: "past" for one still to come."""
        sentence = article.sentence_at(place.start)
        text = masked(article, sentence, ((name, place),))
        if not any(True for _ in masked_matches(self._filled[side], text)):
            return False
        return not any(True for _ in masked_matches(self._filled[f"unless_{side}"], text))


def _place(article: Article, date: StatedDate) -> tuple[str, Span]:
    """What a date is to the patterns, and its place: that of the range it is an end of."""
    for dates in ranges_in(article, article.sentence_at(date.mention.span.start)):
        if dates.span.overlaps(date.mention.span):
            return "range", Span(dates.start.mention.span.start, dates.span.end)
    return "date", date.mention.span


def _span(article: Article, date: StatedDate, whole: Span, side: str) -> Span:
    """The words to report: the whole range where all of it lies on that side."""
    ends = _dates_of(article, whole)
    return whole if all(_side(article, end) == side for end in ends) else date.mention.span


def _is_sure(article: Article, whole: Span) -> bool:
    """Whether a place gives a year, or a weekday that the date has in the article's own year."""
    return any(date.own_year or _has_weekday(article, date) for date in _dates_of(article, whole))


def _has_weekday(article: Article, date: StatedDate) -> bool:
    day = date.in_year(article.date.year) if article.date is not None else None
    return day is not None and date.mention.weekday == day.isoweekday()


def _dates_of(article: Article, whole: Span) -> tuple[StatedDate, ...]:
    mentions = times_of(article, article.sentence_at(whole.start))
    dates = (stated_date(article, mention) for mention in mentions if whole.contains(mention.span))
    return tuple(date for date in dates if date is not None)


def _side(article: Article, date: StatedDate) -> str | None:
    """The tense that does not fit a date: "past" for one after today, "future" for one before; None where both do."""
    first, last, today = date.mention.earliest, date.mention.latest, article.date
    if today is None:
        return None
    if not date.own_year and not _has_year_behind(article, date):
        day = date.in_year(today.year)
        if day is None or abs(day - today) > SOON:
            return None
        first = last = day
    if first is None or last is None:
        return None
    if first.toordinal() > today.toordinal() + AROUND.days:
        return "past"
    around = 0 if _is_written_on(article, today) else AROUND.days
    return "future" if last.toordinal() < today.toordinal() - around else None


def _has_year_behind(article: Article, date: StatedDate) -> bool:
    """Whether the year of a date is that of the one to which it leads: "from 2 to 8 May 2016"."""
    if article.plain_words(date.mention.span).isdecimal():
        return True
    ranges = ranges_in(article, article.sentence_at(date.mention.span.start))
    return any(each.start.mention is date.mention and each.end.own_year for each in ranges)


def _is_written_on(article: Article, today: datetime.date) -> bool:
    """Whether a dateline tells that the article was written, and not only published, on its day."""
    return any(each.origin == "dateline" and each.date == today for each in article.document.metadata.dates)


def _is_older_view(article: Article, mention: TimeMention) -> bool:
    """Whether the sentence, or the paragraph where the date has no year, is told from another time."""
    sentence = article.sentence_at(mention.span.start)
    others = (
        each
        for each in times_of(article, sentence)
        if each is not mention
        and not (
            each.span.start > mention.span.end and AFTERWARDS.search(article.plain, mention.span.end, each.span.start)
        )
        and each.type == "DATE"
        and not ASIDE.search(article.plain, sentence.span.start, each.span.start)
    )
    return any(
        each.latest is not None
        and mention.earliest is not None
        and article.date is not None
        and each.latest < mention.earliest
        and (article.date - each.latest).days > SOON.days
        for each in others
    )


AFTERWARDS = lazy_pattern(r"\b(?:after|since|following|because|as) (?=[^,;]*$)")
"""Between a date and the time of what led to what happens on it."""

ASIDE = lazy_pattern(
    r"(?:(?:\b(?:founded|built|made|born|established|created|set up|written|painted|launched|dating|first \w+ed)|"
    r", (?:\w{2,}ed|cast|drawn|hung|laid|sunk|won|bought))\b"
    r"(?:[^,;]{0,40} (?:in|on|from|of))?|, (?:which|who|whose|where)\b[^,;]{0,60} (?:in|on|since)|\bsince|\() $",
    re.IGNORECASE,
)
"""Before the date of a thing's own history: "the firm, which was founded in 1886"."""


def _fault(article: Article, side: str) -> str:
    today = "" if article.date is None else in_words(article.date)
    if side == "past":
        return f"lies after the article's own date, {today}, but is told as past"
    return f"lies before the article's own date, {today}, but is told as still to come"
