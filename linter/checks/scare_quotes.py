"""The check kind `scare-quotes`: a word or two in quotation marks that nobody is quoted as saying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.attributions.cues import OWNER
from linter.annotation.model import Attribution, Quotation, Sentence
from linter.annotation.vocabulary import is_word
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import BlockKind
from linter.infer.speech.transcripts import is_transcript
from linter.match.extract import first
from linter.match.trigger import Trigger

BEFORE = 70
"""Code points read before the words."""

AFTER = 40
"""Code points read after the words."""

WORD = lazy_pattern(r"[^\W_][\w'.&-]*")

STARTS = lazy_pattern(
    r"(?:^|[.!?;:]\s|[,–—-]\s(?:and |but )?)"
    r"(?:(?:after|before|despite|during|following|since|without) )?"
    r"(?:the|this|that|these|those|its|their|his|her|such|every|each|both|"
    r"several|many|most|"
    r"(?:(?:the|an?|its|their|his|her) )?(?:[\w-]+ )?[\w-]+(?:'s|s')) $",
    re.I,
)
"""A determiner with which a clause begins: words after it are the writer's, whoever is named at the clause's end."""


POSSESSED = lazy_pattern(r"(?:\b(?:its|their|his|her)|[^\W\d_]'s|s') $")
"""An owner right before the words: what it has is told by the writer, unless the owner speaks ("its …, it said")."""

OWNED = lazy_pattern(r"(?:^|[.!?;:]\s)(?:(?:its|their|his|her)|[^.;:\"]{2,40}(?:'s|s')) $", re.I)
"""An owner at the beginning of a sentence: "his 'proof' was a photocopy" is no definition."""

BEFALLEN = lazy_pattern(r"^ (?:was|were|is|are|(?:has|have|had) been|will be|is to be|are to be) (?:\w+ly )?\w+ed\b")
"""After a marked word, what is done to whom it names, which tells of no speaker: "the 'expert' was questioned"."""

LEDGERS = frozenset(
    "accounts bill calendar catalogue catalog census count figures inventory invoice ledger list log map menu minutes "
    "prospectus receipt records register schedule statistics tally timetable".split()
)
"""Nouns for what holds entries: it tells how many, and doubts nothing."""

REASONED = lazy_pattern(r"\b(?:[Bb]y|[Ii]n) (?:[\w.'-]+ ){0,4}?(?:[\w'-]+s'|[\w'-]+'s|his|her|its|their) (?:own )?\Z")
"""What makes a noun tell whose word it is: "in the mayor's view", "by their own count", not "for ten minutes"."""

FINDING = frozenset("find discover notice observe see learn".split())
"""Verbs whose content is what somebody saw, not what somebody said."""


class ScareQuotesCheck(Struct, frozen=True, kw_only=True):
    """Reports at most `most` words in quotation marks that nobody says, names or explains; each wording once.

    `before`, `after` and `sentence` are patterns that lift a finding: words that end right before the mark, that begin
    right after it, that stand anywhere in its sentence outside it; `glossed` begin right after it as well, but explain
    no everyday words that open a clause behind "the" (the "artist", a robot), and `defined` likewise, but no everyday
    words behind an owner (his "proof" was a photocopy). `plain` are words that are marked for
    what they are, answers and letters. `blocks` are the kinds of blocks that are read.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quotation",)

    most: int = 2
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    glossed: tuple[str, ...] = ()
    defined: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    blocks: tuple[BlockKind, ...] = ("paragraph", "item", "quote")

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: marks are no words."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for the first place of each wording."""
        if not article.quotations or is_transcript(article):
            return
        seen = {key for quotation in article.quotations for key in self._spoken(article, quotation)}
        for quotation in article.quotations:
            key = _key(article, quotation)
            if self._is_marked(article, quotation) and key not in seen:
                seen.add(key)
                if not self._is_explained(article, quotation):
                    yield Finding(quotation.span)

    def _spoken(self, article: Article, quotation: Quotation) -> Iterator[str]:
        """The wordings that a longer quotation has, as far as a marked word could repeat them."""
        words = [word.casefold() for word in WORD.findall(article.plain_words(quotation.inner))]
        if len(words) > self.most or not quotation.closed:
            for size in range(1, self.most + 1):
                yield from (" ".join(words[index : index + size]) for index in range(len(words) - size + 1))

    def _is_marked(self, article: Article, quotation: Quotation) -> bool:
        words = WORD.findall(article.plain_words(quotation.inner))
        if not 0 < len(words) <= self.most or not quotation.closed or quotation.depth:
            return False
        if not words[0][0].islower() or " ".join(words).casefold() in self.plain:
            return False
        sentence = article.sentence_at(quotation.span.start)
        if article.block_of(sentence).kind not in self.blocks:
            return False
        return article.words(quotation.inner)[-1:] not in (",", "?", "!")

    def _is_explained(self, article: Article, quotation: Quotation) -> bool:
        sentence = article.sentence_at(quotation.span.start)
        block = article.block_of(sentence)
        before = article.plain[max(block.start, quotation.span.start - BEFORE) : quotation.span.start]
        after = article.plain[quotation.span.end : min(block.end, quotation.span.end + AFTER)]
        if any(first(rf"(?:{pattern})$", before) for pattern in self.before):
            return True
        if any(first(rf"^(?:{pattern})", after) for pattern in self.after):
            return True
        told = STARTS.search(before) or POSSESSED.search(before)
        everyday = bool(told) and all(map(is_word, _key(article, quotation).split()))
        glosses = () if everyday else self.glossed
        if not (everyday and OWNED.search(before)):
            glosses += self.defined
        if any(first(rf"^(?:{pattern})", after) for pattern in glosses):
            return True
        return self._is_somebodys(article, quotation, sentence, before)

    def _is_somebodys(self, article: Article, quotation: Quotation, sentence: Sentence, before: str) -> bool:
        """Whether the sentence tells who uses the words."""
        rest = article.plain_words(Span(sentence.span.start, quotation.span.start))
        after = article.plain_words(Span(quotation.span.end, max(quotation.span.end, sentence.span.end)))
        rest += " ~ " + (BEFALLEN.sub("", after) if STARTS.search(before) else after)
        if any(first(pattern, rest) for pattern in self.sentence):
            return True
        counted = [each for each in article.attributions_of(sentence) if _is_entered(article, each)]
        attributions = [
            each
            for each in article.attributions_of(sentence)
            if each not in counted and not _is_elsewhere(each, quotation)
        ]
        if STARTS.search(before):
            return any(_holds_alone(each, quotation) for each in attributions)
        if POSSESSED.search(before):
            return any(each.source_type == "pronoun" or _holds_alone(each, quotation) for each in attributions)
        hits = article.hits_between(OWNER, sentence.span)
        cued = any(
            hit.name in ("before", "after", "put")
            and (hit.name != "after" or REASONED.search(article.plain, max(0, hit.start - BEFORE), hit.start))
            and not quotation.span.contains(Span(hit.start, hit.end))
            and not any(_covers(each, Span(hit.start, hit.end)) for each in counted)
            for hit in hits
        )
        return cued or any(not quotation.span.contains(each.cue) for each in attributions)


def _holds_alone(attribution: Attribution, quotation: Quotation) -> bool:
    """Whether the words are given to a source that stands before them."""
    content = attribution.content
    if content is None or attribution.verb in FINDING:
        return False
    return content.contains(quotation.span) and attribution.cue.end <= quotation.span.start


def _is_elsewhere(attribution: Attribution, quotation: Quotation) -> bool:
    """Whether the marked word is no part of what is said, where nobody is named or a colon alone gives it to somebody.

    "They were told, after “talks”, that …"; "They got a “gift” from the firm: a towel".
    """
    content = attribution.content
    nobody = attribution.source is None or attribution.verb == ":"
    return nobody and content is not None and not content.overlaps(quotation.span)


def _covers(attribution: Attribution, cue: Span) -> bool:
    return attribution.cue.overlaps(cue) or (attribution.source is not None and attribution.source.overlaps(cue))


def _is_entered(article: Article, attribution: Attribution) -> bool:
    """Whether the source is a list, a count or the like: "according to the price list"."""
    words = article.plain_words(attribution.source).split() if attribution.source else []
    return bool(words) and words[-1].casefold() in LEDGERS


def _key(article: Article, quotation: Quotation) -> str:
    return " ".join(word.casefold() for word in WORD.findall(article.plain_words(quotation.inner)))
