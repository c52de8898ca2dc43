"""The check kind `span-length`: a stated length of time that its own two ends contradict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.clock_lengths import (
    clock_between,
    clock_fits,
    clock_ranges,
    clock_times,
    is_clock_length,
)
from linter.infer.dates.lengths import fits, in_units
from linter.infer.dates.masked import masked, masked_expressions, masked_matches, masked_pattern
from linter.infer.dates.spans_of_time import ranges_in, times_of
from linter.infer.dates.stated_dates import StatedDate, stated_date
from linter.infer.people.tenures import Tenure, tenures
from linter.match.expression import Expression
from linter.match.trigger import Trigger


class SpanLengthCheck(Struct, frozen=True, kw_only=True, dict=True):
    """Reports a length that is not the time between the two ends which the text gives for it.

    `patterns` bind a length to its ends in one sentence: `<length>` stands for "seven years", `<term>` for
    "seven-year", `<later>` for "seven years later", `<range>` for "2001 to 2004", `<date>` for any date outside a
    range; lengths in hours have clock times for ends. `begins` and `ends` are patterns for two sentences: of a
    beginning with its `<date>`, and of an end with its `<length>`; both have a group `what` for the thing or the role.
    `told` are patterns of two ends in one sentence, and `back` of words that come back to what a sentence before has
    told the ends of, with the `<length>` of it ("over those five years", "it lasted two weeks"). `counted` are patterns
    of a `<later>` with its `<date>`, counted from the one date of the sentence before. `words` are word lists for use
    in the patterns.
    Values: `length`, the time between the ends in the same unit; `ends`, their words.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("time",)

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    patterns: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()

    def _masked(self, patterns: tuple[str, ...]) -> tuple[Expression, ...]:
        return masked_expressions(patterns, self.words)

    @cached_property
    def _patterns(self) -> tuple[Expression, ...]:
        return self._masked(self.patterns)

    @cached_property
    def _begins(self) -> tuple[Expression, ...]:
        return self._masked(self.begins)

    @cached_property
    def _ends(self) -> tuple[Expression, ...]:
        return self._masked(self.ends)

    @cached_property
    def _told(self) -> tuple[Expression, ...]:
        return self._masked(self.told)

    @cached_property
    def _back(self) -> tuple[Expression, ...]:
        return self._masked(self.back)

    @cached_property
    def _counted(self) -> tuple[Expression, ...]:
        return self._masked(self.counted)

    def validate(self) -> None:
        """Raises ValueError where a pattern names a list of words that there is not."""
        for pattern in (*self.patterns, *self.begins, *self.ends, *self.told, *self.back, *self.counted):
            masked_pattern(pattern, self.words)

    def ready(self) -> None:
        """Work out what a run would when it comes to need it: a rule that is kept is kept so."""
        _ = (self._patterns, self._begins, self._ends, self._told, self._back, self._counted)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: time expressions have triggers of their own."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each length that does not fit."""
        starts = {length.span.start for length in article.times if is_length(length)}
        indices = sorted({article.sentence_index(start) for start in starts})
        lengths = (*self._within(article, indices), *tenures(article, self._begins, self._ends),
                   *self._carried(article, indices), *self._later(article, indices))  # fmt: skip
        told: set[Span] = set()
        for found in lengths:
            if found.length.span not in told and not fits(article, found.length, found.start, found.end):
                told.add(found.length.span)
                between = in_units(found.length, found.start, found.end)
                yield _finding(article, found.length, (found.start.mention, found.end.mention), between)
        for index in indices:
            yield from self._clocked(article, article.sentences[index])

    def _within(self, article: Article, indices: Iterable[int]) -> Iterator[Tenure]:
        for index in indices:
            yield from self._bound(article, article.sentences[index])

    def _carried(self, article: Article, indices: Iterable[int]) -> Iterator[Tenure]:
        """The lengths that come back to the one pair of ends which the sentence before has told."""
        for index in filter(None, indices):
            sentence, previous = article.sentences[index], article.sentences[index - 1]
            marked = marked_places(article, sentence)
            text = masked(article, sentence, ((name, span) for name, span, _ in marked))
            lengths = [place for place in marked if place[0] in LENGTHS]
            if len(lengths) != 1 or len(marked) != 1 or next(masked_matches(self._back, text), None) is None:
                continue
            ends = self._two_ends(article, previous) if previous.block == sentence.block else None
            if ends is not None:
                yield Tenure(lengths[0][2][0], *ends)

    def _later(self, article: Article, indices: Iterable[int]) -> Iterator[Tenure]:
        """The lengths counted to a date of their sentence from the one date that the sentence before tells."""
        for index in filter(None, indices):
            sentence, previous = article.sentences[index], article.sentences[index - 1]
            marked = marked_places(article, sentence)
            if sorted(name for name, _, _ in marked) != ["date", "later"] or previous.block != sentence.block:
                continue
            text = masked(article, sentence, ((name, span) for name, span, _ in marked))
            if next(masked_matches(self._counted, text), None) is None:
                continue
            mentions = {name: mentions[0] for name, _, mentions in marked}
            start, end = _only_date(article, previous), stated_date(article, mentions["date"])
            if start is not None and end is not None:
                yield Tenure(mentions["later"], start, end)

    def _two_ends(self, article: Article, sentence: Sentence) -> tuple[StatedDate, StatedDate] | None:
        """The two dates of a sentence that has one range, or one beginning and one end, and no length of its own."""
        marked = marked_places(article, sentence)
        mentions = [each for name, _, dates in marked if name in ENDS for each in dates]
        dates = [date for mention in mentions if (date := stated_date(article, mention)) is not None]
        if len(dates) != 2 or any(name in LENGTHS for name, _, _ in marked):
            return None
        text = masked(article, sentence, ((name, span) for name, span, _ in marked))
        one_range = [name for name, _, _ in marked] == ["range"]
        told = one_range or next(masked_matches(self._told, text), None) is not None
        return (dates[0], dates[1]) if told else None

    def _bound(self, article: Article, sentence: Sentence) -> Iterator[Tenure]:
        marked = marked_places(article, sentence)
        if sum(len(dates) for name, _, dates in marked if name in ENDS) < 2:
            return
        text = masked(article, sentence, ((name, span) for name, span, _ in marked))
        for match in masked_matches(self._patterns, text):
            whole = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            inside = [(name, dates) for name, span, dates in marked if whole.contains(span)]
            lengths = [dates[0] for name, dates in inside if name in LENGTHS]
            dates = [date for name, dates in inside if name in ENDS for date in dates]
            stated = [date for mention in dates if (date := stated_date(article, mention)) is not None]
            if len(lengths) == 1 and len(stated) == len(dates) == 2:
                yield Tenure(lengths[0], stated[0], stated[1])

    def _clocked(self, article: Article, sentence: Sentence) -> Iterator[Finding]:
        """The lengths in hours or minutes that two clock times in the same sentence contradict."""
        marked = tuple(clock_places(article, sentence))
        if {name for name, _, _ in marked} <= set(ENDS) or not {name for name, _, _ in marked} & set(ENDS):
            return
        text = masked(article, sentence, ((name, span) for name, span, _ in marked))
        told: set[Span] = set()
        for match in masked_matches(self._patterns, text):
            whole = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            inside = [(name, mentions) for name, span, mentions in marked if whole.contains(span)]
            lengths = [mentions[0] for name, mentions in inside if name in LENGTHS]
            ends = [mention for name, mentions in inside if name in ENDS for mention in mentions]
            if len(lengths) == 1 and len(ends) == 2 and not clock_fits(article, lengths[0], ends[0], ends[1]):
                if lengths[0].span not in told:
                    yield _finding(article, lengths[0], (ends[0], ends[1]), clock_between(ends[0], ends[1]))
                told.add(lengths[0].span)


LENGTHS = ("length", "term", "later")
"""The marked places that are lengths."""

ENDS = ("range", "date")
"""The marked places that are ends of a length: two in a range, one in any other date."""

Place = tuple[str, Span, tuple[TimeMention, ...]]
"""What a marked place is, where it stands, and the time expressions that it is made of."""


def is_length(mention: TimeMention) -> bool:
    """Whether a time expression is a plain length of time."""
    return mention.type == "DURATION" and not mention.role and not mention.running


def marked_places(article: Article, sentence: Sentence) -> tuple[Place, ...]:
    """The lengths, ranges and other dates of a sentence, in reading order."""
    ranges = ranges_in(article, sentence)
    places: list[Place] = [("range", each.span, (each.start.mention, each.end.mention)) for each in ranges]
    for mention in times_of(article, sentence):
        if any(each.span.contains(mention.span) for each in ranges):
            continue
        if is_length(mention):
            places.append((_kind(article, mention), mention.span, (mention,)))
        elif stated_date(article, mention) is not None:
            places.append(("date", mention.span, (mention,)))
    return tuple(sorted(places, key=lambda place: place[1]))


def clock_places(article: Article, sentence: Sentence) -> Iterator[Place]:
    """The lengths in hours or minutes, the ranges of clock times and the other clock times of a sentence."""
    ranges = tuple(clock_ranges(article, sentence))
    for span, first, second in ranges:
        yield "range", span, (first, second)
    for mention in times_of(article, sentence):
        if is_length(mention) and is_clock_length(mention):
            yield _kind(article, mention), mention.span, (mention,)
    for time in clock_times(article, sentence):
        if not any(span.contains(time.span) for span, _, _ in ranges):
            yield "date", time.span, (time,)


def _kind(article: Article, mention: TimeMention) -> str:
    words = article.plain_words(mention.span)
    if words.endswith("later"):
        return "later"
    return "term" if "-" in words else "length"


FROM_ELSEWHERE = lazy_pattern(
    r"\b(?:since|until|till|by|before|after|born|founded|due|scheduled|planned|set|from|to|than|that|which|who|whose)\b"
    r"[^,;]{0,40}$|\([^)]*$",
    re.IGNORECASE,
)
"""Words before a date from which a story is not carried on."""


def _only_date(article: Article, sentence: Sentence) -> StatedDate | None:
    """The one date of a sentence, where its main clause tells what happened then."""
    marked = marked_places(article, sentence)
    if [name for name, _, _ in marked] != ["date"]:
        return None
    mention = marked[0][2][0]
    lead = article.plain[sentence.span.start : mention.span.start]
    return None if FROM_ELSEWHERE.search(lead) else stated_date(article, mention)


def _finding(article: Article, length: TimeMention, ends: tuple[TimeMention, TimeMention], between: str) -> Finding:
    words = [article.words(mention.span) for mention in ends]
    labels = (Label(ends[0].span, "begins here"), Label(ends[1].span, "ends here"))
    return Finding(length.span, labels=labels, values={"length": between, "ends": f"{words[0]} to {words[1]}"})
