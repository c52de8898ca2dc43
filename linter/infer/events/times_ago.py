"""Lengths counted back from now to something dated: "the Berlin Wall fell 30 years ago", "on 4 May 2011, two years
ago"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.mentions import EventMention, fact_names
from linter.annotation.model import TimeMention
from linter.annotation.times.annotator import Context, readings
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.model import Event
from linter.infer.dates.told_time import times_in
from linter.infer.events.elapsed import Length, length_of
from linter.infer.events.starts import Start, from_time, since_event

AGO = lazy_pattern(r"\s+ago$", re.IGNORECASE)
ADVERBS = r"(?:now |just |only |already |barely |well |exactly |a little |a bit |slightly |some |all of |as long as )*"
BESIDE = lazy_pattern(
    rf",? [(—–-]?\s?(?:(?:which|and that) (?:is|was) |(?:was|were)(?: held| signed| fought)? |"
    rf"(?:which |that )?(?:happened|took place|occurred|struck|began|started|broke out|erupted) )?{ADVERBS}",
    re.IGNORECASE,
)
"""Between what happened and how long ago it was."""

BEFORE = lazy_pattern(
    r",? (?:today|this week|this month),? (?:when |that )?(?:the )?|,? (?:when |that )?(?:the )?", re.IGNORECASE
)
"""Between how long ago it was and what happened."""


MEANWHILE = lazy_pattern(
    r",? (?:(?!who\b|that\b|which\b)[\w'’.-]+ ){1,5}(?:voted|died|perished|drowned|escaped|survived|took part|"
    r"(?:was|were) (?:killed|wounded|injured|hurt)|lost (?:his|her|their|its) (?:[a-z]+ ){1,2}?) ?(?:[a-z]+ly )?"
    r"(?:in|at|during) (?:the )?"
)
"""Between how long ago it was and an event of which what is told is a part: "two years ago Britain voted in"."""

BRIEF = datetime.timedelta(days=62)
"""How long an event lasts at most whose parts are as old as its beginning."""

ENDING = lazy_pattern(
    r"\b(?:end(?:ed|ing)?|stop(?:ped|ping)?|halt(?:ed|ing)?|settl(?:e|ed|ing)|finish(?:ed|ing)?|close|quell(?:ed)?|"
    r"resolv(?:e|ed|ing)|avert(?:ed|ing)?|surviv(?:e|ed|ing)|(?:end|close|settlement|aftermath|wake|days|height) of|"
    r"left|fled)(?: to)? (?:the )?$",
    re.IGNORECASE,
)
"""Before the name of an event: what is dated is not its beginning ("helped end the war four years ago")."""

YEARS_AGO = lazy_pattern(r"\b(?:years?|decades?) ago$", re.IGNORECASE)
"""A length in years, which a year alone can contradict."""

DATE_AFTER = lazy_pattern(r"(?: today| tomorrow| this (?:week|month|year|\w+day))?, (?:on|in) (?:the )?", re.IGNORECASE)
"""Between how long ago it was and the date of it."""


def lengths_ago(article: Article) -> Iterator[tuple[TimeMention, Length, Start]]:
    """The "N ago" of an article that stand beside a known event or a date of their own, with the length they tell."""
    for time in article.times:
        words = article.plain_words(time.span)
        if time.type != "DATE" or not AGO.search(words) or article.quotation_at(time.span) is not None:
            continue
        start = _event_beside(article, time) or _date_beside(article, time)
        length = _length(AGO.sub("", words)) if start else None
        if length and start:
            yield time, _by_calendar(length, start), start


def _by_calendar(length: Length, start: Start) -> Length:
    """A bare number of years ago, which is right from the year on that lies so many after the start, or by rounding."""
    first = start.period.earliest
    years = length.least + 1
    if length.unit != "Y" or length.most - length.least != 2 or years % 1 or first.year + years > 9999:
        return length
    new_year = (datetime.date(first.year + int(years), 1, 1) - first).days / 365.25
    return replace(length, least=min(years - 0.5, new_year))


def _length(words: str) -> Length | None:
    for _, reading, _ in readings(words, Context()):
        if reading.type == "DURATION":
            return length_of(reading.value, reading.modifier, words)
    return None


def _event_beside(article: Article, time: TimeMention) -> Start | None:
    sentence = article.sentence_at(time.span.start).span
    for mention in fact_names(article).events_in(sentence):
        if mention.short or len(mention.events) != 1:
            continue
        if ENDING.search(article.plain, sentence.start, mention.span.start):
            continue
        if _is_beside(article, time.span, mention):
            return since_event(mention)
    return None


def _is_beside(article: Article, ago: Span, mention: EventMention) -> bool:
    if mention.span.end <= ago.start:
        return BESIDE.fullmatch(article.plain, mention.span.end, ago.start) is not None
    if mention.clause:
        return BEFORE.fullmatch(article.plain, ago.end, mention.span.start) is not None
    return _is_brief(mention.events[0]) and MEANWHILE.fullmatch(article.plain, ago.end, mention.span.start) is not None


def _is_brief(event: Event) -> bool:
    return event.end is not None and event.end.latest - event.start.earliest <= BRIEF


def _date_beside(article: Article, time: TimeMention) -> Start | None:
    """A date of its own right before or after: "in May 2011, two years ago"; "two years ago, on 4 May 2011"."""
    for other in times_in(article, article.sentence_at(time.span.start).span):
        before = other.span.end <= time.span.start and BESIDE.fullmatch(article.plain, other.span.end, time.span.start)
        years = YEARS_AGO.search(article.plain_words(time.span)) is not None
        if before or DATE_AFTER.fullmatch(article.plain, time.span.end, max(time.span.end, other.span.start)):
            exact = (
                other.anchoring == "absolute"
                and other.type == "DATE"
                and len(other.value) >= len("2011" if years else "2011-05")
            )
            return from_time(article, other, "began") if exact else None
    return None
