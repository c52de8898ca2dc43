"""Telling an interview, printed as questions and answers, from an article."""

from __future__ import annotations

from collections import Counter

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern

TURN = lazy_pattern(
    r"\W{0,4}(?P<label>[A-Z]\w*(?: [A-Z][\w.'-]*){0,3}|Q|A|[A-Z]{2,4})\W{0,3}(?::|\)\)|(?<=\b[QA])\.) ?\S"
)
"""A paragraph that begins with the name of whoever speaks: "Q: …", "Ada Lind: …", "((Ada Lind)) …"."""

LEAST = 4
"""Turns that make a transcript."""


def is_transcript(article: Article) -> bool:
    """Whether the article prints what people said turn by turn, so that its words are the speakers'."""
    return article.derive(_is_transcript)


def _is_transcript(article: Article) -> bool:
    turns = (TURN.match(article.text, block.start, block.end) for block in article.document.blocks)
    return sum(turn is not None for turn in turns) >= LEAST


def in_turns(article: Article, block: int) -> bool:
    """Whether a block, by its index, is told turn by turn: it stands at the first speaker's label or below it.

    Labels count only where one comes back, as the speakers of an interview do and the keys of a list do not.
    """
    first = article.derive(_first_turn)
    return first is not None and block >= first


def _first_turn(article: Article) -> int | None:
    labels = {
        index: turn["label"]
        for index, block in enumerate(article.document.blocks)
        if block.kind == "paragraph" and (turn := TURN.match(article.text, block.start, block.end)) is not None
    }
    comes_back = any(count > 1 for count in Counter(labels.values()).values())
    return min(labels) if comes_back and len(labels) >= LEAST else None
