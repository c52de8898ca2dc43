"""People named in the text before a pronoun, besides those who are sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.lexicon import WORDS
from linter.annotation.model import Sentence
from linter.core.pattern import lazy_pattern

FULL_NAME = lazy_pattern(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady)\.? [A-Z][\w'-]+|"
    r"[A-Z][\w'-]+(?: (?:van|von|de|del|der|al|bin|[A-Z]\.))*(?: [A-Z][\w'-]+)+)"
)
PLACE_BEFORE = lazy_pattern(r"\b(?:in|at|from|to|of|near|the|for|on|by|over|across|around|outside)\s$", re.IGNORECASE)
PERSON_AFTER = lazy_pattern(r",? (?:who\b|whose\b|\d\d\b)")

REACH = 3
"""Sentences before a pronoun that are searched."""


HEAD = 20_000
"""Code points at the beginning of an article in which full names are looked for."""


def full_name(article: Article, surname: str) -> str:
    """The name with which a person is first named in full near the article's beginning, else the surname alone."""
    pattern = rf"\b(?:(?!(?:The|A|An|But|And)\b)[A-Z][\w'-]+ )+{re.escape(surname)}\b"
    found = re.search(pattern, article.plain[:HEAD])
    return surname if found is None else found[0]


def named_before(article: Article, offset: int, since: int) -> Iterator[str]:
    """Full names of people before an offset and not before `since`, the nearest sentence first."""
    index = article.sentence_index(offset)
    for sentence in reversed(article.sentences[max(0, index - REACH) : index + 1]):
        if sentence.span.end > since:
            yield from _names(article, sentence, since, offset)


def _names(article: Article, sentence: Sentence, since: int, until: int) -> Iterator[str]:
    start, end = sentence.span.start, min(sentence.span.end, until)
    spoken = article.quotations_in(sentence.span)
    for found in FULL_NAME.finditer(article.plain, start, end):
        if found.start() < since or any(q.span.start <= found.start() < q.span.end for q in spoken):
            continue
        if _is_person(article, found, start):
            yield found[0]


def _is_person(article: Article, found: re.Match[str], start: int) -> bool:
    words = found[0].lower().split()
    bodies = {entry.removesuffix("/n") for entry in WORDS["institution"]}
    calendar = {word.lower() for word in (*WORDS["month"], *WORDS["weekday"])}
    if words[0] in ("the", "a", "an", "in", "on", "at", "but", "and", "new", "united") or not bodies.isdisjoint(words):
        return False
    if not calendar.isdisjoint(words):
        return False
    if PERSON_AFTER.match(article.plain, found.end()):
        return True
    return PLACE_BEFORE.search(article.plain[max(start, found.start() - 8) : found.start()]) is None
