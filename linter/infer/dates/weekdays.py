"""Weekdays stated beside a date, and the days that the date can mean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.times.tense import direction
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.spans_of_time import times_of
from linter.infer.dates.stated_dates import StatedDate, is_count, stated_date

NAME = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
ANY_DAY = lazy_pattern("Mon|Tue|Wed|Thu|Fri|Sat|Sun")
WEEKDAY = lazy_pattern(rf"(?<!\w){NAME}")
PART = r"(?:,? (?:morning|afternoon|evening|night|lunchtime))?"
INSIDE = lazy_pattern(rf"^(?:(?:[Nn]ext|[Ll]ast|[Tt]his(?: past| coming)?) )?{NAME}(?!\w)")
BEFORE = lazy_pattern(rf"(?<![\w'-]){NAME}{PART}(?:, (?:the )?|(?:'s(?: [a-z]+){{0,3}})? \(| the | )$")
AFTER = lazy_pattern(
    rf"^(?: ?\((?:an? )?{NAME}{PART}\)"
    rf"|,? (?:which )?(?:is |was |falls on |fell on |falling on )?an? {NAME}(?=[\s,.;)]|$)(?! (?:later|earlier|"
    rf"before|after))"
    rf"|, {NAME}(?=[.;)]|$|, (?!\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
PAIRED = lazy_pattern(
    rf"{NAME},? (?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)?(?: ?[-–—] ?|,? (?:to|and|or|until|till|through|&) )$"
)
"""A weekday with a day whose month and year are those of the date after it: "Monday 3 to Friday 7 May"."""

MONTHLESS = lazy_pattern(r"(?:[a-z]+ )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: [a-z]+)*", re.IGNORECASE)
ANOTHER = lazy_pattern(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|"
    r"Sun)\b\.?)(?: ?[-–—/&,] ?|,? (?:to|and|or|through|until) )+$"
)
"""A weekday joined to the one that follows: two weekdays for two days."""

SAID = lazy_pattern(r"\b(?:said|says|told \w+|announced|reported|added|confirmed|warned|wrote) $")
PREDICATE = lazy_pattern(r"^,? (?:is|was|will|would|remains|marks|has|had)\b")
"""Around "Wednesday March 12": the weekday of the remark, and then a date that is a subject of its own."""

NUMBERS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}

GREGORIAN = datetime.date(1923, 3, 1)
"""The day on which the last country of Europe left the Julian calendar."""

WINDOW = 120
"""Code points on each side of a date in which its weekday is looked for."""

REMEMBERED = 20
"""Sentences of a paragraph before a date whose years it may have."""

AHEAD = 183
"""Days after which a date of this year is no more the nearest of its kind."""


class StatedWeekday(Struct, frozen=True):
    """A weekday as ISO 8601 numbers it, its place, the date it stands beside, and the days that this can mean."""

    span: Span
    number: int
    date: StatedDate
    days: tuple[datetime.date, ...]

    @property
    def fits(self) -> bool:
        """Whether one of the days, of the Gregorian or in former times of the Julian calendar, is such a weekday."""
        return any(self.number in _weekdays_of(day) for day in self.days)


def _weekdays_of(day: datetime.date) -> tuple[int, ...]:
    if day >= GREGORIAN:
        return (day.isoweekday(),)
    lag = day.year // 100 - day.year // 400 - 2 - (day.month <= 2 and day.year % 100 == 0 and day.year % 400 != 0)
    return day.isoweekday(), (day.isoweekday() - 1 + lag) % 7 + 1


SPOKEN = lazy_pattern(r"(?:to(?:day|morrow|night)|yesterday)\b", re.IGNORECASE)
"""In a quotation, a day that is counted from the day of speaking: "it ends today (Friday)"."""


def stated_weekdays(article: Article) -> Iterator[StatedWeekday]:
    """Each weekday that stands beside a date of day precision, with the days that the date can mean."""
    for mention in article.times:
        date = stated_date(article, mention)
        if date is None or date.day is None or mention.problem == "no-such-day":
            continue
        if SPOKEN.match(article.plain_words(mention.span)) and article.quotation_at(mention.span) is not None:
            continue
        near = _window(article, date)
        if ANY_DAY.search(article.plain, near.start, near.end) and not is_count(article, date):
            yield from _beside(article, date, near)


def _beside(article: Article, date: StatedDate, sentence: Span) -> Iterator[StatedWeekday]:
    """The weekdays beside a date, in its sentence as far as it is near."""
    span = date.mention.span
    before, after = article.plain[sentence.start : span.start], article.plain[span.end : sentence.end]
    found = INSIDE.match(article.plain_words(span))
    if found is not None:
        start, joined = span.start, ANOTHER.search(before)
    else:
        start, found = sentence.start, BEFORE.search(before)
        joined = ANOTHER.search(before[: found.start()]) if found is not None else None
    if found is not None and not _is_apart(before[: start - sentence.start + found.start()], after, found):
        if joined is None:
            yield _stated(article, date, start, found, days_of(article, date))
    elif found is None:
        yield from _around(article, date, after)
    yield from _paired(article, date, sentence, before)


def _window(article: Article, date: StatedDate) -> Span:
    """The date with what stands near it in its sentence."""
    sentence, span = article.sentence_at(date.mention.span.start).span, date.mention.span
    return Span(max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW))


def _is_apart(before: str, after: str, found: re.Match[str]) -> bool:
    """Whether the weekday is that of a remark: "said Wednesday March 12 is the last day"."""
    return "," not in found[0] and SAID.search(before) is not None and PREDICATE.match(after) is not None


def _around(article: Article, date: StatedDate, after: str) -> Iterator[StatedWeekday]:
    found = AFTER.match(after)
    if found is not None and not after[found.end() :].startswith("'s"):
        yield _stated(article, date, date.mention.span.end, found, days_of(article, date))


def _paired(article: Article, date: StatedDate, sentence: Span, before: str) -> Iterator[StatedWeekday]:
    found = PAIRED.search(before)
    # A weekday alone lends no month: "from Sunday the 23rd to Wednesday the 26th".
    if (
        found is None
        or MONTHLESS.fullmatch(article.plain_words(date.mention.span))
        or ANOTHER.search(before[: found.start()])
    ):
        return
    years = [day.year for day in days_of(article, date)]
    partner = StatedDate(date.mention, date.year, date.own_year, date.month, int(found["day"]))
    days = tuple(day for year in years if (day := partner.in_year(year)) is not None)
    if days:
        yield _stated(article, partner, sentence.start, found, days)


def _stated(
    article: Article, date: StatedDate, offset: int, found: re.Match[str], days: tuple[datetime.date, ...]
) -> StatedWeekday:
    name = WEEKDAY.search(found[0])
    assert name is not None  # every pattern holds one
    start = offset + found.start() + name.start()
    span = Span(start, start + len(name[0]))
    return StatedWeekday(span, NUMBERS[article.plain_words(span)[:3].lower()], date, days)


def days_of(article: Article, date: StatedDate) -> tuple[datetime.date, ...]:
    """The days that a date can mean, the likeliest first.

    A date without a year is read in the article's year, and in the next for what is still to come; where a date lies
    more than half a year off, also in the year in which it is nearer, and in a year that the text names before it.
    """
    mention = date.mention
    if mention.problem == "two-readings" and mention.earliest and mention.latest:
        return mention.earliest, mention.latest
    if date.own_year:
        return () if mention.earliest is None else (mention.earliest,)
    years = dict.fromkeys((*_years(article, date), *_named_years(article, date)))
    return tuple(day for year in years if (day := date.in_year(year)) is not None)


def _years(article: Article, date: StatedDate) -> Iterator[int]:
    if article.date is None:
        if date.year is not None:
            yield date.year
        return
    year = article.date.year
    day = date.in_year(year)
    away = 0 if day is None else (day - article.date).days
    way = _way(article, date) if away else ""
    if away < -AHEAD and TO_BE.search(_before(article, date)):
        yield year + 1  # what is still to come cannot have been half a year ago
        return
    if date.year is not None:
        yield date.year
    yield year
    if away > AHEAD:
        yield year - 1
    if away < -AHEAD or (away < 0 and way == "future"):
        yield year + 1


TO_BE = lazy_pattern(
    r"\b(?:will|shall|(?:is|are) (?:to|due to|set to|expected to|going to)|plans? to)\b(?: \w+ly)? [^.;]*$"
)
"""Before a date: what is told in the writer's own words as to come."""

TOLD = lazy_pattern(r"\b(?:said|told|announced|wrote|was|were|had)\b[^.;]*$")


def _before(article: Article, date: StatedDate) -> str:
    """The words of the clause before a date; none where a past verb stands between it and what is to come."""
    sentence = article.sentence_at(date.mention.span.start).span
    before = article.plain[max(sentence.start, date.mention.span.start - WINDOW) : date.mention.span.start]
    found = TO_BE.search(before)
    return "" if found is None or TOLD.search(found[0]) else before


def _way(article: Article, date: StatedDate) -> str:
    sentence, span = article.sentence_at(date.mention.span.start).span, date.mention.span
    return direction(article.plain_words(sentence), span.start - sentence.start, span.end - sentence.start)


def _named_years(article: Article, date: StatedDate) -> Iterator[int]:
    """The years that the paragraph names outright up to the end of the date's sentence."""
    index = article.sentence_index(date.mention.span.start)
    near = article.sentences[max(0, index - REMEMBERED) : index + 1]
    block = near[-1].block
    for mention in (each for sentence in near if sentence.block == block for each in times_of(article, sentence)):
        other = stated_date(article, mention) if mention is not date.mention else None
        if other is not None and other.own_year and other.year is not None:
            yield other.year
