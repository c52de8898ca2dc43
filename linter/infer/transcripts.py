"""Telling an interview, printed as questions and answers, from an article."""

from __future__ import annotations

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern

TURN = lazy_pattern(r"\W{0,4}(?:[A-Z]\w*(?: [A-Z][\w.'-]*){0,3}|Q|A|[A-Z]{2,4})\W{0,3}(?::|\)\)) ?\S")
"""A paragraph that begins with the name of whoever speaks: "Q: …", "Ada Lind: …", "((Ada Lind)) …"."""

LEAST = 4
"""Turns that make a transcript."""


def is_transcript(article: Article) -> bool:
    """Whether the article prints what people said turn by turn, so that its words are the speakers'."""
    return article.derive(_is_transcript)


def _is_transcript(article: Article) -> bool:
    turns = (TURN.match(article.text, block.start, block.end) for block in article.document.blocks)
    return sum(turn is not None for turn in turns) >= LEAST
