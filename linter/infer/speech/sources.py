"""Who an article's sources are: attributions grouped by the person or the body that speaks.

A body and whoever speaks for it are one source; so are a person and the office he holds ("its manager, Radim Stanek",
"Mr. Stanek", "the head of the plant").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Attribution, Sentence
from linter.annotation.verbs import THOUGHT
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.speech.voice_groups import Voice, grouped

NAME = lazy_pattern(r"[^\W\d_]*[A-ZÀ-ÞŁŚŠŽČĆĐŻ][\w'-]*")

CAPITALISED = lazy_pattern(r"[A-ZÀ-ÞŁŚŠŽČĆĐŻ][\w'-]*")
"""Such a word from its first capital on."""

WORD = lazy_pattern(r"[^\W\d_][\w-]*")

EMPTY = frozenset(
    "a an and at by for from he her his in it its mr mrs ms dr of on one our s she that the their they who".split()
)

TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "The", "A", "An", "Its", "His", "Her", "Sir", "Prof"})
"""Capitalised words that are no part of a name."""

PEOPLE = frozenset({"person", "anonymous", "unknown", "group"})
"""Types of sources that a phrase may describe without naming them: "the Belarusian official"."""

PLACED = lazy_pattern(r"[Tt]he [a-z' -]+ (?:at|in|near) (?:the )?[A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ][\w'-]*)*")
"""Somebody without a name, and where: "The operator of the port at Rosmere"; the place is no name of his."""

OWN = lazy_pattern(r"(?:his|her|its|their|my|our)\b", re.IGNORECASE)

WRITTEN = lazy_pattern(r"\b(?:in|with|by) (?:an?|its|his|her|their) (?:[a-z]+ )?([a-z-]+)\b")
"""What somebody's words stood in: "the clinic wrote in a statement"."""

LONGEST_WAY_BACK = 3000
"""Code points before "the statement" in which somebody may have made it."""

AGED = frozenset({"year-old", "months-old", "month-old"})
"""The role of whoever is told by his age alone."""

DEMANDS = frozenset({"ask", "call for", "demand", "request", "seek"})
"""Verbs of wanting something: whoever is told to have asked has not been heard on what is said of him."""

BELONGING = lazy_pattern(r"\b(?:at|for|from|heads|leads|of|owns|runs|teaches|works|who|\w+'s) ", re.IGNORECASE)
"""What ties a speaker to a body that is not the one he speaks of."""

LONGEST_INTRODUCTION = 600
"""Code points of the sentence that introduces a speaker."""

TELLING = frozenset({"paragraph", "item", "quote", "cell"})
"""Blocks whose attributions count: a headline names nobody new."""


class Source(Struct, frozen=True):
    """A person or a body with all the attributions to it, in reading order."""

    voices: tuple[Voice, ...]

    @property
    def name(self) -> str:
        """The fullest name or role by which it goes."""
        return max((voice.attribution.speaker for voice in self.voices), key=len)


def sources(article: Article, same_roles: Sequence[frozenset[str]]) -> tuple[Source, ...]:
    """The sources of an article's body; `same_roles` are words for one office, as "manager" and "head" may be.

    Thoughts and wishes are no statements; what a source says that others say is still the source's. A pronoun goes with
    whoever spoke before, and so starts no source of its own unless all are pronouns.
    """
    voices = tuple(_voices(article)) or tuple(_pronouns(article))
    return tuple(Source(group) for group in grouped(voices, same_roles))


def _voices(article: Article) -> Iterator[Voice]:
    for attribution in article.attributions:
        pronoun = attribution.source_type == "pronoun"
        if attribution.source is not None and not pronoun and _speaks(article, attribution):
            voice = _voice(article, attribution, attribution.source)
            # "The 52-year-old" stands for whoever spoke before, as "she" does.
            if voice.names or not voice.roles or not voice.roles <= AGED:
                yield voice


def _pronouns(article: Article) -> Iterator[Voice]:
    for attribution in article.attributions:
        known = attribution.source_type == "pronoun" and NAME.search(attribution.speaker) is not None
        if known and attribution.source is not None and _speaks(article, attribution):
            yield _voice(article, attribution, attribution.source)


def _speaks(article: Article, attribution: Attribution) -> bool:
    block = article.document.block_holding(attribution.cue.start)
    if block.kind not in TELLING or attribution.verb in (*THOUGHT, *DEMANDS):
        return False
    if attribution.source_type == "document" and (not attribution.named or _is_own_paper(article, attribution)):
        return False
    return article.voice(attribution.cue).kind == "writer" or _is_in_thought(article, attribution)


def _is_own_paper(article: Article, attribution: Attribution) -> bool:
    """Whether a document is somebody's who is spoken of already: "according to his diary", "the statement says"."""
    source = attribution.source
    if source is None:
        return False
    words = article.plain_words(source)
    if OWN.match(words) is not None:
        return True
    before = article.plain[max(0, source.start - LONGEST_WAY_BACK) : source.start]
    determiner, _, paper = words.partition(" ")
    return determiner.lower() == "the" and paper in WRITTEN.findall(before)


def _is_in_thought(article: Article, attribution: Attribution) -> bool:
    """Whether a speaker stands, after a comma, in what another is said to think: "The captain thinks of …, he said"."""
    cue = attribution.cue
    near = article.attributions_of(article.sentence_at(cue.start))
    around = tuple(
        other
        for other in near
        if other is not attribution and other.content is not None and other.content.overlaps(cue)
    )
    thoughts = bool(around) and all(other.verb in THOUGHT for other in around)
    return thoughts and article.quotation_at(cue) is None


def _voice(article: Article, attribution: Attribution, source: Span) -> Voice:
    words = article.plain_words(source)
    described = (attribution.source_type in PEOPLE and words.split()[-1].islower()) or PLACED.fullmatch(words)
    named = () if described else (attribution.speaker, words[1:])
    names = frozenset(name.removesuffix("'s") for text in named for name in NAME.findall(text)) - TITLES
    roles = frozenset(word for word in WORD.findall(words) if word.islower()) - EMPTY
    introduction = names.union(_small_words(words), *map(_small_words, _introductions(article, names)))
    return Voice(attribution, names, roles, introduction)


@lru_cache(maxsize=256)
def _small_words(text: str) -> frozenset[str]:
    """The words of a text in small letters; whoever speaks again is introduced by the same sentence."""
    return frozenset(WORD.findall(text.lower()))


def _introductions(article: Article, names: frozenset[str]) -> Iterator[str]:
    """The sentences that have one of the names first: of the article, and of its body below the first line."""
    for first in article.derive(_first_places):
        places = [first[name] for name in names if name in first]
        if places:
            yield _introduction(article, article.sentence_at(min(places)), names)


def _introduction(article: Article, sentence: Sentence, names: frozenset[str]) -> str:
    """A sentence that names somebody first, without what he says there if he is told to be of something else."""
    end = min(sentence.span.end, sentence.span.start + LONGEST_INTRODUCTION)
    for attribution in article.attributions_of(sentence):
        content = attribution.content
        if content is None or content.start < sentence.span.start or names.isdisjoint(attribution.speaker.split()):
            continue
        rest = article.plain[sentence.span.start : content.start] + " " + article.plain[content.end : end]
        if BELONGING.search(rest) or attribution.cue.end <= content.start:
            return rest
    return article.plain_words(Span(sentence.span.start, end))


def _first_places(article: Article) -> tuple[dict[str, int], dict[str, int]]:
    """Where each capitalised word stands first: in the article, and in its body."""
    body = article.lead.span.start if article.lead else 0
    everywhere: dict[str, int] = {}
    below: dict[str, int] = {}
    for word, start in _capitalised(article.plain):
        everywhere.setdefault(word, start)
        if start >= body:
            below.setdefault(word, start)
    return everywhere, below


def _capitalised(text: str) -> Iterator[tuple[str, int]]:
    """The words that `NAME` finds, without possessive endings, and where they start.

    A search that begins with a capital passes over all the small letters at once; those before one ("iPhone") are
    taken in here.
    """
    end = 0
    for found in CAPITALISED.finditer(text):
        start = found.start()
        while start > end and text[start - 1].isalnum() and not text[start - 1].isdecimal():
            start -= 1
        end = found.end()
        yield text[start:end].removesuffix("'s"), start
