"""The days that a sentence gives to what it tells, those on which somebody told it left out."""

from __future__ import annotations

from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.infer.dates.spans_of_time import times_of

BESIDE = 25
"""Code points between the verb of saying and its time ("told reporters on Monday")."""

PRECISE = 40
"""Days of a time that still places an event: a month and some."""


def told_days(article: Article, sentence: Sentence) -> Iterator[TimeMention]:
    """The times of a sentence that can be placed, without those of the telling, in reading order."""
    cues = [attribution.cue.end for attribution in article.attributions_of(sentence)]
    for time in starting_in(article.times, sentence.span):
        if _is_placed(time) and not _tells(article, cues, time.span):
            yield time


def _is_placed(time: TimeMention) -> bool:
    if time.type not in ("DATE", "TIME") or time.problem or time.role:
        return False
    return time.earliest is not None and time.latest is not None and (time.latest - time.earliest).days <= PRECISE


def _tells(article: Article, cues: list[int], time: Span) -> bool:
    for end in cues:
        between = article.plain[end : time.start]
        if (
            0 <= time.start - end <= BESIDE
            and not any(mark in between for mark in ",;:\"'")
            and " that " not in between
        ):
            return True
    return False


IT_WAS = lazy_pattern(
    r"\W*(?:It|That|This|The (?:day|date|occasion|event|concert|service|ceremony|rite)) "
    r"(?:was|is|marked|marks|fell on|falls on|coincided with)\b"
)
"""Opens a sentence about the day of the sentence before."""


def years_told_before(article: Article, sentence: Sentence, after: int) -> tuple[int, ...]:
    """The years of the days on which the sentence before tells what a sentence says the day was; those after a year."""
    if IT_WAS.match(article.plain_words(sentence.span)) is None:
        return ()
    index = article.sentence_index(sentence.span.start)
    before = article.sentences[index - 1] if index else sentence
    if before.block != sentence.block:
        return ()
    days = (
        each for each in times_of(article, before) if each.type in ("DATE", "TIME") and each.earliest == each.latest
    )
    return tuple(sorted({each.earliest.year for each in days if each.earliest and each.earliest.year > after}))
