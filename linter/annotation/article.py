"""An article with what is known about it, computed when first asked for."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from linter.annotation.interviews import Turn, turns
from linter.annotation.model import Attribution, Name, Poll, Quantity, Quotation, Sentence, TimeMention, Voice
from linter.annotation.settings import NO_SETTINGS, Settings
from linter.core.span import Span
from linter.document.model import Block, Document
from linter.match.expression import Passage, passage_of
from linter.match.fold import plain
from linter.match.trigger import Hit

if TYPE_CHECKING:
    from linter.facts.base import FactBase

Derived = TypeVar("Derived")

Annotator = Callable[["Article"], tuple[Any, ...]]
"""A function from an article to its annotations of one kind, sorted by place."""


LONGEST_RUN = 50
"""Paragraphs of a running quotation that are taken together."""


def _turn_start(turn: Turn) -> int:
    return turn.span.start


def _hit_start(hit: Hit) -> int:
    return hit.start


def _names_speaker(attribution: Attribution, span: Span) -> bool:
    """Whether a span is the cue or the source of an attribution, or lies between them."""
    parts = (attribution.cue, attribution.source or attribution.cue)
    return Span(min(part.start for part in parts), max(part.end for part in parts)).contains(span)


class Article:
    """A document, the triggers met in it, and its annotations.

    Annotations are computed when first asked for and kept: a rule that needs none costs none. All offsets are into the
    reading text, `text`. `sources` are the documents that the article declares as its own, `facts` the shipped fact
    base unless others are given (`given_facts`), `settings` the conventions of the house. Not shared between threads.
    """

    def __init__(
        self,
        document: Document,
        hits: Mapping[str, tuple[Hit, ...]],
        annotators: Mapping[str, Annotator],
        facts: FactBase | None = None,
        settings: Settings = NO_SETTINGS,
    ) -> None:
        self.document = document
        self.text = document.text
        self.settings = settings
        self._hits = hits
        self._annotators = annotators
        self._derived: dict[Callable[[Article], Any], Any] = {}
        self.given_facts = facts
        self.sources: tuple[Document, ...] = ()
        self._passages: dict[int, Passage] = {}

    @cached_property
    def facts(self) -> FactBase:
        """What is known of the world: the shipped fact base, with the user's own facts laid over it."""
        from linter.facts.load import shipped_base

        return self.given_facts or shipped_base()

    @property
    def date(self) -> datetime.date | None:
        """The day the article gives for itself, or None."""
        return self.document.date

    def hits(self, owner: str) -> tuple[Hit, ...]:
        """The triggers of one rule or annotator that the scan met, sorted by place."""
        return self._hits.get(owner, ())

    def hits_between(self, owner: str, span: Span) -> tuple[Hit, ...]:
        """The hits of an owner that begin in a span."""
        hits = self.hits(owner)
        low = bisect_left(hits, span.start, key=_hit_start)
        return hits[low : bisect_left(hits, span.end, key=_hit_start)]

    def derive(self, infer: Callable[[Article], Derived]) -> Derived:
        """The result of a function of the article alone, computed once."""
        if infer not in self._derived:
            self._derived[infer] = infer(self)
        result: Derived = self._derived[infer]
        return result

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in reading order; together they cover every block."""
        return self._annotators["sentence"](self)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations, sorted by start, the outer before the inner."""
        return self._annotators["quotation"](self)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """All attributions, sorted by their cues."""
        return self._annotators["attribution"](self)

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """All time expressions."""
        return self._annotators["time"](self)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All figures that state how much, how many or how old; those of dates and labels are none."""
        return self._annotators["quantity"](self)

    @cached_property
    def polls(self) -> tuple[Poll, ...]:
        """All polls, one for each real-world poll."""
        return self._annotators["poll"](self)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """All names of people, bodies, places and the like, sorted by place."""
        return self._annotators["name"](self)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence at an offset."""
        index = bisect_right(self._sentence_starts, offset)
        return index - 1 if index else 0

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence at an offset."""
        return self.sentences[self.sentence_index(offset)]

    def block_of(self, sentence: Sentence) -> Block:
        """The block a sentence stands in."""
        return self.document.blocks[sentence.block]

    def sentences_hit(self, owner: str) -> tuple[Sentence, ...]:
        """The sentences in which a trigger of the owner was met, each once, in reading order."""
        indexes = sorted({self.sentence_index(hit.end - 1) for hit in self.hits(owner)})
        return tuple(self.sentences[index] for index in indexes)

    def words(self, span: Span) -> str:
        """The reading text of a span."""
        return self.text[span.start : span.end]

    def plain_words(self, span: Span) -> str:
        """The reading text of a span with plain quotation marks and spaces (`linter.match.fold.plain`)."""
        return self.plain[span.start : span.end]

    def passage(self, index: int) -> Passage:
        """The plain words of the sentence of an index, to run patterns on."""
        if index not in self._passages:
            self._passages[index] = passage_of(self.plain_words(self.sentences[index].span))
        return self._passages[index]

    @cached_property
    def plain(self) -> str:
        """The reading text with plain quotation marks and spaces; patterns are run on it. As long as `text`."""
        return plain(self.text)

    @cached_property
    def headline(self) -> Block | None:
        """The first block of a headline."""
        return next((block for block in self.document.blocks if block.kind == "title"), None)

    @cached_property
    def lead(self) -> Sentence | None:
        """The first sentence of the body."""
        skipped = {"title", "heading", "dateline", "byline"}
        return next((s for s in self.sentences if self.block_of(s).kind not in skipped), None)

    @cached_property
    def _spoken(self) -> tuple[Quotation, ...]:
        return tuple(q for q in self.quotations if q.depth == 0)

    @cached_property
    def _spoken_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self._spoken]

    def quotation_at(self, span: Span) -> Quotation | None:
        """The outermost quotation that holds a whole span, or None."""
        index = bisect_right(self._spoken_starts, span.start) - 1
        if index >= 0 and self._spoken[index].span.contains(span):
            return self._spoken[index]
        return None

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """The outermost quotations of speech that share words with a span, in reading order."""
        low = max(0, bisect_right(self._spoken_starts, span.start) - 1)
        high = bisect_left(self._spoken_starts, span.end)
        return tuple(q for q in self._spoken[low:high] if q.speech and q.span.overlaps(span))

    def running(self, quotation: Quotation) -> Span:
        """The span of an outermost quotation with the paragraphs over which it runs, fifty at most each way."""
        index = bisect_left(self._spoken_starts, quotation.span.start)
        first = last = index
        while first > 0 and index - first < LONGEST_RUN and self._spoken[first - 1].runs_on:
            first -= 1
        while last + 1 < len(self._spoken) and last - index < LONGEST_RUN and self._spoken[last].runs_on:
            last += 1
        return Span(self._spoken[first].span.start, self._spoken[last].span.end)

    def attributions_of(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """The attributions whose cue stands in a sentence."""
        starts = self._cue_starts
        low = bisect_left(starts, sentence.span.start)
        return self.attributions[low : bisect_left(starts, sentence.span.end)]

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [attribution.cue.start for attribution in self.attributions]

    def voice(self, span: Span) -> Voice:
        """Who speaks in a span: whoever a quotation or the content of an attribution gives it to, else the writer.

        In a quotation the speaker is that of the whole quotation, in a printed interview whose turn it is; of
        nested statements the innermost counts. The words that give a statement to its source ("…, the minister
        claimed, …") are the writer's.
        """
        turn = self._turn_at(span)
        if turn is not None:
            return Voice("quoted", turn.speaker)
        quotation = self.quotation_at(span)
        if quotation is not None and quotation.speech:
            return Voice("quoted", self._reporter(quotation.inner) or "")
        speaker = self._reporter(span)
        return Voice("writer") if speaker is None else Voice("reported", speaker)

    @cached_property
    def _turns(self) -> tuple[Turn, ...]:
        return turns(self.document)

    def _turn_at(self, span: Span) -> Turn | None:
        """The turn of a printed interview that holds a whole span, or None."""
        index = bisect_right(self._turns, span.start, key=_turn_start) - 1
        return self._turns[index] if index >= 0 and self._turns[index].span.contains(span) else None

    def _reporter(self, span: Span) -> str | None:
        if not self.sentences:
            return None
        near = self.attributions_of(self.sentence_at(span.start))
        inside = [
            (a.content, a) for a in (*near, *self._reaching(span)) if a.content is not None and a.content.contains(span)
        ]
        inside = [(content, a) for content, a in inside if not _names_speaker(a, span)]
        if not inside:
            return None
        return min(inside, key=lambda pair: pair[0].end - pair[0].start)[1].speaker

    def _reaching(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions of other sentences that can hold a span: the last whose contents begin before it."""
        index = bisect_right(self._carried_starts, span.start)
        return self._carried[max(0, index - 3) : index]

    @cached_property
    def _carried_starts(self) -> list[int]:
        return [attribution.content.start for attribution in self._carried if attribution.content is not None]

    @cached_property
    def _carried(self) -> tuple[Attribution, ...]:
        """Attributions whose content reaches past the sentence of their cue."""
        beyond = [(a.content.start, a) for a in self._beyond(self.attributions) if a.content is not None]
        return tuple(attribution for _, attribution in sorted(beyond, key=lambda pair: pair[0]))

    def _beyond(self, attributions: Iterable[Attribution]) -> Iterable[Attribution]:
        for attribution in attributions:
            if attribution.content is None:
                continue
            sentence = self.sentence_at(attribution.cue.start).span
            if not sentence.contains(attribution.content):
                yield attribution
