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
from linter.core.span import Span, span_of
from linter.infer.dates.clock_spans import (
    ZONES,
    ClockSpan,
    between,
    clock_ranges,
    clock_times,
    fits_clock,
    stated_minutes,
    told_length,
)
from linter.infer.dates.lengths import fits, in_one_year, in_units
from linter.infer.dates.masked import masked, masked_expressions, masked_matches, masked_pattern
from linter.infer.dates.stated_dates import StatedDate, stated_date
from linter.infer.dates.tenures import Tenure, tenures
from linter.infer.dates.told_ends import (
    ENDS,
    LENGTHS,
    is_length,
    kind_of,
    later_dates,
    marked_places,
    sentences_with_lengths,
    told_elsewhere,
)
from linter.match.expression import Expression
from linter.match.trigger import Trigger

THOSE = lazy_pattern(r"\b(?:those|these)\b", re.IGNORECASE)
"""Words for years or weeks whose two ends the sentence before must have told."""

RATE = lazy_pattern(r"an? (?:hour|day|week|month|year)", re.IGNORECASE)
"""A length that is no whole: "never missed a day", "30 euros a week"."""

JOINED = lazy_pattern(r"\b(?:and|until|then|before)\b|;")
"""Between two dates of which the later one ends what began on the other."""

PATTERNS = ("patterns", "begins", "ends", "told", "back", "counted", "elsewhere", "lengths")
"""The keys of a rule that are patterns of masked sentences."""


class SpanLengthCheck(Struct, frozen=True, kw_only=True, dict=True):
    """Reports a length that is not the time between the two ends which the text gives for it.

    `patterns` bind a length to its ends in one sentence: `<length>` stands for "seven years", `<term>` for
    "seven-year", `<later>` for "seven years later", `<range>` for "2001 to 2004", `<date>` for any date outside a
    range; a length in hours has clock times for ends. `begins` and `ends` are patterns for two sentences: of a
    beginning with its `<date>`, and of an end with its `<length>`; both have a group `what` for the thing or the role.
    `told` are patterns of two ends in one sentence, and `back` of words that come back to what a sentence before has
    told the ends of, with the `<length>` of it ("over those five years", "it lasted two weeks"); those with a group
    `pause` go with such ends alone, those with a group `own` with a range of years in office, in the paragraph before
    too. `counted` are patterns of a `<later>` with its `<date>`, counted from the one date
    of the sentence before. `elsewhere` and `lengths` are patterns of two ends and of a length in different sentences,
    anywhere, with a group `what` for the thing that both are of. `words` are word lists for use in the patterns.
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
    elsewhere: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()

    @cached_property
    def _expressions(self) -> Mapping[str, tuple[Expression, ...]]:
        return {name: masked_expressions(getattr(self, name), self.words) for name in PATTERNS}

    def validate(self) -> None:
        """Raises ValueError where a pattern names a list of words that there is not."""
        for name in PATTERNS:
            for pattern in getattr(self, name):
                masked_pattern(pattern, self.words)

    def ready(self) -> None:
        """Work out what a run would when it comes to need it: a rule that is kept is kept so."""
        _ = self._expressions

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: time expressions have triggers of their own."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each length that does not fit."""
        told: set[Span] = set()
        patterns = self._expressions
        lengths = (
            *self._within(article),
            *tenures(article, patterns["begins"], patterns["ends"]),
            *self._carried(article),
            *later_dates(article, patterns["counted"]),
            *told_elsewhere(article, patterns["elsewhere"], patterns["lengths"]),
        )
        for found in lengths:
            if found.length.span not in told and not fits(article, found.length, found.start, found.end):
                told.add(found.length.span)
                yield _finding(article, found)
        yield from self._by_the_clock(article)

    def _by_the_clock(self, article: Article) -> Iterator[Finding]:
        """A finding for each length in hours that the two hours beside it contradict."""
        for length in (each for each in article.times if is_length(each) and stated_minutes(each) is not None):
            sentence = article.sentence_at(length.span.start)
            passed = self._hours_of(article, sentence, length)
            if passed is not None and not fits_clock(article, length, passed):
                labels = (Label(passed.first, "begins here"), Label(passed.second, "ends here"))
                ends = f"{article.words(passed.first)} to {article.words(passed.second)}"
                yield Finding(length.span, labels=labels, values={"length": told_length(passed), "ends": ends})

    def _hours_of(self, article: Article, sentence: Sentence, length: TimeMention) -> ClockSpan | None:
        """The two hours that a pattern binds to a length."""
        if ZONES.search(article.plain_words(sentence.span)):
            return None
        ranges = tuple(clock_ranges(article, sentence))
        apart = [time for time in clock_times(article, sentence) if not any(r.span.overlaps(time) for r in ranges)]
        if not (ranges or len(apart) > 1):
            return None
        marked = [
            (kind_of(article, length), length.span),
            *(("range", each.span) for each in ranges),
            *(("date", time) for time in apart),
        ]
        for match in masked_matches(self._expressions["patterns"], masked(article, sentence, marked)):
            whole = span_of(match, sentence.span.start)
            bound = [each for each in ranges if whole.contains(each.span)]
            ends = [time for time in apart if whole.contains(time)]
            if whole.contains(length.span) and len(bound) + len(ends) / 2 == 1:
                return bound[0] if bound else between(article, whole, *ends)
        return None

    def _within(self, article: Article) -> Iterator[Tenure]:
        for index in sentences_with_lengths(article):
            yield from self._bound(article, article.sentences[index])

    def _carried(self, article: Article) -> Iterator[Tenure]:
        """The lengths that come back to the one pair of ends which the sentence before has told."""
        for index in filter(None, sentences_with_lengths(article)):
            sentence, previous = article.sentences[index], article.sentences[index - 1]
            marked = [each for each in marked_places(article, sentence) if not RATE.fullmatch(article.words(each[1]))]
            if len(marked) != 1 or marked[0][0] not in LENGTHS:
                continue
            text = masked(article, sentence, ((name, span) for name, span, _ in marked))
            back = next(masked_matches(self._expressions["back"], text), None)
            own = back is not None and bool(back.groupdict().get("own"))
            if back is None or sentence.block - previous.block > own:
                continue
            sure, pause = THOSE.search(back[0]) is not None, bool(back.groupdict().get("pause"))
            ends = _in_office(article, previous) if own else self._two_ends(article, previous, sure=sure, pause=pause)
            if ends is not None:
                yield Tenure(marked[0][2][0], *ends)

    def _two_ends(
        self, article: Article, sentence: Sentence, *, sure: bool, pause: bool
    ) -> tuple[StatedDate, StatedDate] | None:
        """The two dates of a sentence that has one range, or one beginning and one end, and no length of its own.

        Where it is `sure` that they are the ends ("in those years"), any two joined as by "and" will do; those of a
        `pause` alone where the length is of one.
        """
        marked = marked_places(article, sentence)
        mentions = [each for name, _, dates in marked if name in ENDS for each in dates]
        dates = [date for mention in mentions if (date := stated_date(article, mention)) is not None]
        if len(dates) != 2 or any(name in ("length", "term") for name, _, _ in marked):
            return None
        text = masked(article, sentence, ((name, span) for name, span, _ in marked))
        one_range = [name for name, _, _ in marked] == ["range"]
        joined = sure and JOINED.search(article.plain, dates[0].mention.span.end, dates[1].mention.span.start)
        found = masked_matches(self._expressions["told"], text)
        told = any(each.groupdict().get("pause") for each in found) if pause else one_range or joined or any(found)
        return (dates[0], dates[1]) if told else None

    def _bound(self, article: Article, sentence: Sentence) -> Iterator[Tenure]:
        marked = marked_places(article, sentence)
        if sum(len(dates) for name, _, dates in marked if name in ENDS) < 2:
            return
        text = masked(article, sentence, ((name, span) for name, span, _ in marked))
        for match in masked_matches(self._expressions["patterns"], text):
            whole = span_of(match, sentence.span.start)
            inside = [(name, dates) for name, span, dates in marked if whole.contains(span)]
            lengths = [dates[0] for name, dates in inside if name in LENGTHS]
            dates = [date for name, dates in inside if name in ENDS for date in dates]
            stated = [date for mention in dates if (date := stated_date(article, mention)) is not None]
            if len(lengths) == 1 and len(stated) == len(dates) == 2:
                yield Tenure(lengths[0], stated[0], stated[1])


def _finding(article: Article, found: Tenure) -> Finding:
    ends = tuple(article.words(date.mention.span) for date in (found.start, found.end))
    labels = (Label(found.start.mention.span, "begins here"), Label(found.end.mention.span, "ends here"))
    values = {
        "length": in_units(found.length, found.start, in_one_year(article, found.start, found.end)),
        "ends": f"{ends[0]} to {ends[1]}",
    }
    return Finding(found.length.span, labels=labels, values=values)


IN_OFFICE = lazy_pattern(
    r"\b(?:chaired|directed|governed|headed|led|managed|presided|reigned|ruled|ran|(?:was|been|served as) "
    r"(?:the |its )?(?:[a-z-]+ )?(?:bishop|captain|chair\w*|chancellor|chief|director|editor|emperor|"
    r"governor|head|king|leader|manager|mayor|minister|pope|premier|president|principal|queen|rector))\b"
    r"(?:(?! and\b|,|;)[^.]){0,60}$"
)
"""Before the years for which somebody held an office."""

NEXT_OFFICE = lazy_pattern(r"\b(?:became|before|then|took over|(?:was|were) (?:named|elected|appointed|chosen))\b")
"""After those years, where the sentence goes on to another office."""


def _in_office(article: Article, sentence: Sentence) -> tuple[StatedDate, StatedDate] | None:
    """The ends of the one range in a sentence, where it tells how long somebody held an office."""
    ranges = [(span, dates) for name, span, dates in marked_places(article, sentence) if name == "range"]
    if len(ranges) != 1 or NEXT_OFFICE.search(article.plain, ranges[0][0].end, sentence.span.end):
        return None
    if IN_OFFICE.search(article.plain[sentence.span.start : ranges[0][0].start]) is None:
        return None
    start, end = (stated_date(article, mention) for mention in ranges[0][1])
    return (start, end) if start is not None and end is not None else None
