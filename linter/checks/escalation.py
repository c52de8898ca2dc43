"""The check kind `escalation`: a statement that gains certainty on its way through the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.core.span import starting_in
from linter.infer.speech.certainty import Wording
from linter.infer.speech.identities import in_one_word, is_event
from linter.infer.speech.sameness import may_be_same, same
from linter.infer.speech.statements import NUMBER, Doubted, Sure, doubted, said, sure
from linter.match.expression import passage_of
from linter.match.trigger import Trigger

REMEMBERED = 60
"""Doubted statements that a later sentence is compared with: the last ones told."""

RECALLED = 400
"""Sentences before a sure statement that are searched for one that has told it."""

BODY = frozenset({"paragraph", "item"})
"""Blocks that tell; a headline says in short what the body says at length."""

FIRST_PERSON = lazy_pattern(r"^[^\"]*\b(?:I|I'm|I've|we|We|my|My)\b")

FIRST_PERSONS = frozenset({"i", "we", "my"})
"""Words (as a passage has them) one of which stands in the first person."""

SPEAKER = lazy_pattern(r"\(\(|(?:[A-Z]{1,4}|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}):\s")
"""The name that opens an answer in an interview."""

SPEAKER_LENGTH = 60

RECORDED = lazy_pattern(
    r"\s*(?:is|are|was|were|has been|have been|came|began|begins|started|starts|followed|follows|takes|took|went|"
    r"ended|ends|happened|will)\b(?! the talk\b)"
)
"""How the record of a thing that happened begins, whose day is that of the thing."""

RECORDED_LENGTH = 24

VOUCHED_LENGTH = 40

SETTLING = lazy_pattern(r"\b(?:adopted|announced|approved|confirmed|passed|signed|voted (?:for|to)|went ahead)\b")
"""What makes of a plan a thing that is so."""

VOUCHED = lazy_pattern(
    r"\s*(?:is|are|was|were|has been|have been) (?:\w+ly |also |later |since |then )?"
    r"(?:acknowledged|admitted|announced|confirmed|documented|established|proved|verified)\b"
)
"""What is told of a thing for which somebody else has stood up since."""

DAY = lazy_pattern(r"\d{4}-\d\d-\d\d")
"""A time expression's value that names a day."""


class EscalationCheck(Wording, frozen=True, kw_only=True, dict=True):
    """Reports the surer wording of a statement that the article first told with doubt.

    What has been told plainly in between, by the writer or a source, and what is recorded with its day, is no
    escalation. What is told again, in the same way, is reported once. Values: `earlier`, the doubted words.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The doubting phrases and the presuppositions: without one of them, nothing can escalate."""
        clauses = (clause for clause in self.clauses if clause[0] == "presupposed")
        for kind, expression in (*self.doubting, *clauses):
            yield Trigger(owner, kind, expression.pattern)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each surer wording, in reading order."""
        sentences = [sentence for sentence in article.sentences_hit(owner) if _is_told(article, sentence)]
        hedged = (doubt for sentence in sentences for doubt in doubted(article, sentence, self))
        # What was only said matters where something is presupposed.
        granting = {article.sentence_index(hit.end - 1) for hit in article.hits(owner) if hit.name == "presupposed"}
        doubts = tuple(sorted((*hedged, *(said(article, self) if granting else ())), key=_by_place))
        told: list[Sure] = []
        unfounded = {doubt.sentence for doubt in doubts if doubt.kind != "said"}
        for doubt, later in self._surer(article, doubts, granting):
            overlaps = bool(told) and later.span.start < told[-1].span.end
            if overlaps or self._is_settled(article, doubt, later, unfounded):
                continue
            unfounded.add(later.sentence)
            if not any(_is_repeated(later, before) for before in told):
                told.append(later)
                label = Label(doubt.span, "told with doubt here")
                yield Finding(later.span, labels=(label,), values={"earlier": article.words(doubt.span)})

    def _surer(
        self, article: Article, doubts: tuple[Doubted, ...], granting: Set[int]
    ) -> Iterator[tuple[Doubted, Sure]]:
        """Each sure statement of the writer with the doubted one that it makes sure.

        Only sentences in `granting` may take something for granted.
        """
        places = [doubt.sentence for doubt in doubts]
        for index in range(doubts[0].sentence + 1, len(article.sentences)) if doubts else ():
            sentence, place = article.sentences[index], bisect_left(places, index)
            before = doubts[max(0, place - REMEMBERED) : place]
            if index not in granting:
                before = tuple(doubt for doubt in before if doubt.kind != "said")
            near = self._near(article, sentence, before) if before else ()
            for later in sure(article, sentence, self) if near else ():
                doubt = self._doubt_of(near, later)
                if doubt is not None and self._is_writers(article, sentence, later):
                    yield doubt, later

    def _doubt_of(self, doubts: tuple[Doubted, ...], later: Sure) -> Doubted | None:
        """The doubted statement that shares most with a sure one; one only said counts where nothing was hedged."""
        found = [doubt for doubt in doubts if same(doubt, later, self)]
        hedged = [doubt for doubt in found if doubt.kind != "said"]
        return max(hedged or found, key=lambda doubt: len(same(doubt, later, self)), default=None)

    def _near(self, article: Article, sentence: Sentence, doubts: tuple[Doubted, ...]) -> tuple[Doubted, ...]:
        """The doubted statements that a sentence shares enough words with to be worth reading."""
        if article.block_of(sentence).kind not in BODY:
            return ()
        text = article.plain_words(sentence.span)
        # A verb may be a part of a word: "co-hosts".
        told = frozenset(self.stems(in_one_word(f"{text} {text.replace('-', ' ')}" if "-" in text else text)))
        figures = frozenset(NUMBER.findall(text)) if any(doubt.figures for doubt in doubts) else frozenset()
        near = [
            doubt
            for doubt in doubts
            if (may_be_same(doubt, told, self) and (len(told & doubt.around) > 1 or is_event(told & doubt.verb)))
            or (doubt.identity and doubt.clause <= told)
            or figures & doubt.figures
        ]
        return tuple(near) if near and _is_told(article, sentence) else ()

    def _is_settled(self, article: Article, doubt: Doubted, later: Sure, unfounded: Set[int]) -> bool:
        """Whether a sentence before tells the same without doubt; those in `unfounded` do not count."""
        shared = same(doubt, later, self)
        for index in range(max(0, later.sentence - RECALLED), later.sentence):
            if index == doubt.sentence or index in unfounded:
                continue
            sentence = article.sentences[index]
            text = article.plain_words(sentence.span)
            stems = frozenset(self.stems(text))
            settled = index > doubt.sentence and not later.heads.isdisjoint(stems) and SETTLING.search(text) is not None
            if (shared <= stems or settled) and _is_told(article, sentence) and not self.is_hedged(text):
                return True
        return False

    def _is_writers(self, article: Article, sentence: Sentence, later: Sure) -> bool:
        """Whether the writer alone stands behind a statement, and not as the record of a day."""
        if VOUCHED.match(article.plain, later.span.end, later.span.end + VOUCHED_LENGTH) is not None:
            return False
        if later.surety == "inferred":
            return article.quotation_at(later.span) is None
        # What is taken for granted before somebody speaks is the writer's: "Now that it has been sold, …, she said".
        granted = later.surety in ("presupposed", "reasoned") and later.span.start == sentence.span.start
        spoken = article.voice(later.span).kind != "writer" or _is_given(article, sentence, later)
        if spoken and not (granted and article.quotation_at(later.span) is None):
            return False
        # The day of what follows from a thing is not the day of the thing.
        whole = later.surety in ("stated", "listed") or (later.surety == "named" and not _has_effect(article, later))
        recorded = sentence.span if whole else later.span
        if any(DAY.fullmatch(time.value) for time in starting_in(article.times, recorded)):
            return False
        return later.surety != "listed" or not self._is_doubtful_list(article, sentence)

    def _is_doubtful_list(self, article: Article, item: Sentence) -> bool:
        """Whether what introduces a list keeps its items in doubt ("Possible gains:")."""
        blocks = article.document.blocks
        group = blocks[item.block].group
        above = reversed(blocks[: item.block])
        opening = next((block for block in above if block.kind != "item" or block.group != group), None)
        return opening is not None and self.is_hedged(article.plain[opening.start : opening.end])


def _has_effect(article: Article, later: Sure) -> bool:
    """Whether what happens, named as a subject, is told to do something: the day behind is that of what it does."""
    after = article.plain[later.span.end : later.span.end + RECORDED_LENGTH]
    return RECORDED.match(after) is None


def _is_given(article: Article, sentence: Sentence, later: Sure) -> bool:
    """Whether somebody in the sentence says at least a part of it."""
    contents = (attribution.content for attribution in article.attributions_of(sentence) if attribution.named)
    return any(content is not None and content.overlaps(later.span) for content in contents)


def _is_repeated(later: Sure, before: Sure) -> bool:
    """Whether a sure statement says again, no surer, what one before it said."""
    shared = later.stems & before.stems
    return later.surety == before.surety and 2 * len(shared) >= min(len(later.stems), len(before.stems))


def _by_place(doubt: Doubted) -> tuple[int, int]:
    return doubt.sentence, doubt.span.start


def _is_told(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is the writer's telling, and not an interview set down word for word."""
    block = article.block_of(sentence)
    if block.kind not in BODY:
        return False
    if SPEAKER.match(article.plain, block.start, min(block.end, block.start + SPEAKER_LENGTH)):
        return False
    text = article.plain_words(sentence.span)
    return FIRST_PERSONS.isdisjoint(passage_of(text).words) or FIRST_PERSON.search(text) is None
