"""The check kind `anchor`: a time expression that needs a date to be counted from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Literal

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.checks.base import Finding, Label
from linter.checks.search import Match, Search
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.clock import dated, start_known
from linter.infer.dates.anchors import day_told, goes_stale, is_placed, is_title
from linter.match.trigger import Trigger

Mention = Literal["running", "relative", "vague", "now"]
"""Which time expressions: durations that go on at the moment of writing and whose start the article does not date;
those counted from the moment of writing ("last week"); those that cannot be placed ("recently"); "now" and the like."""

WITHOUT_YEAR = lazy_pattern(r"XXXX-\d\d(?:-\d\d)?")
"""The value of a month or a day whose year the article leaves to its date."""

YEAR_OF_TEXT = "XXXX"
"""The value of "last year" and the like where nothing tells the article's own year."""

CONJUNCTION = lazy_pattern(r"\b(?:and|but|or|that|who|which|because|while)\b", re.IGNORECASE)
"""Where another statement begins, whose date is not that of the words before."""

NEAREST = 4
"""Time expressions after a match that are looked at."""

PERFECT_NOW = lazy_pattern(r"\b(?:has|have|'s|'ve) $", re.IGNORECASE)
"""Before a "now" that dates an event and does not only set the scene: "has now said"."""


class AnchorCheck(Search, frozen=True, kw_only=True):
    """Reports time expressions that a reader cannot place.

    `mentions` picks them among the annotated ones; `phrases` and `patterns` add words of the rule's own.
    `only_undated` keeps the rule quiet in an article that gives its date. `dated_within` lifts a match when a time that
    can be placed follows in its clause at most so many code points further on ("recently, on 3 May"). With
    `whole_article` the first match stands for all, and the report is about the article. With `grouped`, an expression
    that comes back is a related place of its first finding, and so are other weekdays of that of the first one: they
    want one date.
    """

    mentions: tuple[Mention, ...] = ()
    only_undated: bool = True
    dated_within: int = 0
    whole_article: bool = False
    grouped: bool = False

    @property
    def presupposes(self) -> tuple[str, ...]:
        """Time expressions, where it has no words of its own."""
        return () if self.phrases or self.doubtful or self.patterns else ("time",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The phrases and patterns; time expressions have triggers of their own."""
        return () if self.mentions else self.search_triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each expression, or one for the article."""
        if self.only_undated and dated(article):
            return
        for match, others in _alike(article, self._matches(article, owner), grouped=self.grouped):
            labels = tuple(Label(other.span, "has no date either") for other in others)
            yield Finding(
                match.span, labels, confidence=match.confidence, level=match.level, whole_article=self.whole_article
            )
            if self.whole_article:
                return

    def _matches(self, article: Article, owner: str) -> Iterator[Match]:
        found = (*self.search(article, owner), *self._mentioned(article))
        told: set[tuple[str, int]] = set()
        for match in sorted(found, key=lambda each: each.span):
            # A headline may stand twice, in the front matter and above the text.
            key = article.plain_words(match.sentence.span), match.span.start - match.sentence.span.start
            if key not in told and not self._dated(article, match) and not is_placed(article, match.span):
                told.add(key)
                yield match

    def _mentioned(self, article: Article) -> Iterator[Match]:
        for time in article.times if self.mentions else ():
            if self._wanted(article, time) and not is_title(article, time.span):
                match = Match(time.span, time.span, article.sentence_at(time.span.start))
                if self._stands(article, match):
                    yield match

    def _wanted(self, article: Article, time: TimeMention) -> bool:
        if time.running:
            return "running" in self.mentions and goes_stale(time) and not start_known(article, time)
        if time.value == "PRESENT_REF":
            return "now" in self.mentions or ("relative" in self.mentions and _dates_an_event(article, time.span))
        if time.anchoring not in self.mentions or WITHOUT_YEAR.fullmatch(time.value) is not None:
            return False
        without_day = time.anchoring != "relative" or time.value == YEAR_OF_TEXT or self.whole_article
        return without_day or not day_told(article)

    def _dated(self, article: Article, match: Match) -> bool:
        if not self.dated_within:
            return False
        placed = ("absolute",) if article.date is None else ("absolute", "relative")
        near = Span(match.span.end, min(match.span.end + self.dated_within, match.sentence.span.end))
        first = bisect_left(article.times, near.start, key=_start)
        following = takewhile(lambda time: time.span.start < near.end, article.times[first : first + NEAREST])
        return any(
            time.anchoring in placed and not CONJUNCTION.search(article.plain[near.start : time.span.start])
            for time in following
        )


def _alike(article: Article, matches: Iterable[Match], *, grouped: bool) -> Iterator[tuple[Match, tuple[Match, ...]]]:
    """Each match with those that one report can tell of together with it; none where they are not `grouped`."""
    if not grouped:
        yield from ((match, ()) for match in matches)
        return
    alike: dict[str, list[Match]] = {}
    for match in matches:
        words = PHASE.sub("", article.plain_words(match.span).casefold()).replace("-", " ")
        alike.setdefault("weekday" if WEEKDAY.match(words) else words, []).append(match)
    for first, *others in alike.values():
        yield first, tuple(others)


PHASE = lazy_pattern(r"^(?:the )?(?:(?:earlier|later|early|late) )?(?:the )?")
"""Words before a unit that need no other date than the unit: "earlier this month"."""

WEEKDAY = lazy_pattern(r"(?:mon|tue|wed|thu|fri|sat|sun)")


def _start(time: TimeMention) -> int:
    return time.span.start


def _dates_an_event(article: Article, now: Span) -> bool:
    before = article.plain[max(0, now.start - 6) : now.start]
    return article.plain_words(now).casefold() == "now" and PERFECT_NOW.search(before) is not None
