"""Durations that go on at the moment of writing and whose start is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.periods import Period
from linter.infer.dates.told_time import PAST_VERB, times_in
from linter.infer.events.elapsed import Length, length_of
from linter.infer.events.starts import COUNTED, Start, start_of, sums_up
from linter.infer.events.times_ago import lengths_ago

PRESENT = lazy_pattern(r"\b(?:has|have|is|are|remains?|still)\b", re.IGNORECASE)


class RunningLength(Struct, frozen=True):
    """A duration that goes on, where it stands, how long it is, and from when it counts."""

    span: Span
    length: Length
    start: Start

    @property
    def period(self) -> Period:
        """The days on which it is true."""
        return self.length.since(self.start.period)


def running_lengths(article: Article) -> tuple[RunningLength, ...]:
    """The durations of an article that go on, and whose start the article or the fact base tells."""
    return article.derive(_running_lengths)


def _running_lengths(article: Article) -> tuple[RunningLength, ...]:
    return tuple(_found(article))


def _found(article: Article) -> Iterator[RunningLength]:
    yield from (RunningLength(time.span, length, start) for time, length, start in lengths_ago(article))
    for time in article.times:
        if (
            time.type != "DURATION"
            or (time.role and not time.running)
            or not (
                time.running or _counts_to_now(article, time) or _explains(article, time) or _sums_up(article, time)
            )
        ):
            continue
        length = length_of(time.value, time.modifier, article.words(time.span))
        start = start_of(article, time) if length else None
        if length and start:
            yield RunningLength(time.span, length, start)


SINCE_THEN = lazy_pattern(
    r"\b(?:has|have)\b[^;]*\bsince (?:[\w.]+ ){0,3}(?:\d{4},? \(?|[\w.]+(?:, | \(| ?[–—] ?))"
    r"(?:(?:now|that is|or|for|almost|nearly|more than|over|about) ){0,2}$",
    re.IGNORECASE,
)
ALL_TOLD = lazy_pattern(r"(?: now| already| so far| in all| and counting| on end| altogether)?(?:[.,;)–—]| [–—]|$)")
"""After a length that is no part of a longer phrase: "since 2 May, six weeks", not "six weeks before"."""


def _explains(article: Article, time: TimeMention) -> bool:
    """Whether a duration says how long something has gone on since a date: "since 1 March 2012, more than a year"."""
    start = article.sentence_at(time.span.start).span.start
    since = SINCE_THEN.search(article.plain[start : time.span.start]) is not None
    return since and ALL_TOLD.match(article.plain, time.span.end) is not None


WITHOUT = lazy_pattern(r",? (?:without|of (?:\w+ing|waiting)|with no)\b|\.")


def _sums_up(article: Article, time: TimeMention) -> bool:
    """Whether a duration adds up how long what the sentence before tells has gone on: "That is two years without"."""
    start = article.sentence_at(time.span.start).span.start
    return sums_up(article.plain[start : time.span.start]) and WITHOUT.match(article.plain, time.span.end) is not None


LATER = lazy_pattern(r" later$", re.IGNORECASE)
STILL = lazy_pattern(
    r",? (?:(?!\b(?:was|were|had|did|would|\w+ed)\b)[^.;,]){0,80}?\b(?:still|remains?|has yet|have yet|is yet|"
    r"are yet)\b",
    re.IGNORECASE,
)
"""After "two years later", what has not changed up to now."""

UP_TO_NOW = lazy_pattern(
    r"^(?!.*\b(?:had|was|were|would|until|when|if|said)\b).*\b(?:(?:is|are|has|have) (?:still|yet|not)|"
    r"still (?!\w+ed\b)\w+s|remains?)\b"
)
"""A main clause in small letters of what has not changed: "the border is still closed,", before a length."""

OPENERS = ("", "now", "today", "more than", "but", "and", "yet", "even", "still", "just", "only", "almost", "exactly")
"""What may stand before a length with which a sentence begins."""

AFTER_EVENT = lazy_pattern(r" (?:after|since|into|from)\b", re.IGNORECASE)
NOT_NEWS = lazy_pattern(
    r"\b(?:had|would|will|could|should|if|when|until|born|film|novel|book|play|series)\b", re.IGNORECASE
)


def _tells_news(article: Article, time: TimeMention) -> bool:
    """Whether the first sentence of an article tells its news so long after something: "… more than three years after
    …"."""
    lead = article.lead
    if lead is None or not lead.span.contains(time.span) or not AFTER_EVENT.match(article.plain, time.span.end):
        return False
    before = article.plain[lead.span.start : time.span.start]
    others = [other for other in times_in(article, lead.span) if other.type != "SET" and other.span != time.span]
    fresh = all(other.anchoring == "relative" for other in others)
    return before.rstrip().endswith(",") and fresh and not NOT_NEWS.search(article.plain_words(lead.span))


def _counts_to_now(article: Article, time: TimeMention) -> bool:
    """Whether a duration leads from something to now: "Three years after the sinking, nobody has been charged"."""
    sentence = article.sentence_at(time.span.start).span
    before = article.plain[sentence.start : time.span.start].strip(" \"'—–-").casefold()
    if article.quotation_at(time.span) is not None:
        return False
    if _tells_news(article, time):
        return True
    if LATER.search(article.plain_words(time.span)) or article.plain.startswith(" later", time.span.end):
        after = article.plain[time.span.end : sentence.end].removeprefix(" later")
        return before in OPENERS and STILL.match(after) is not None
    counted = COUNTED.match(article.plain, time.span.end, sentence.end)
    if counted is not None and before.endswith(",") and UP_TO_NOW.match(before):
        return True
    if counted is None or before not in OPENERS:
        return False
    _, comma, main = article.plain[counted.end() : sentence.end].partition(",")
    told = times_in(article, Span(sentence.end - len(main), sentence.end))
    if any(other.anchoring == "absolute" and other.type == "DATE" for other in told):
        return False
    present = PRESENT.search(main)
    return bool(comma) and PAST_VERB.search(main[: present.start()] if present else main) is None
