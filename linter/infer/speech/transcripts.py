"""Telling an interview, printed as questions and answers, from an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.document.model import Block

TURN = lazy_pattern(
    r"\W{0,4}(?P<label>[A-Z]\w*(?: [A-Z][\w.'-]*){0,3}|Q|A|[A-Z]{2,4})\W{0,3}(?::|\)\)|(?<=\b[QA])\.) ?\S"
)
"""A paragraph that begins with the name of whoever speaks: "Q: …", "Ada Lind: …", "((Ada Lind)) …"."""

LEAST = 4
"""Turns that make a transcript."""

QUESTIONS = 2
"""Questions above quoted answers that make an interview."""

ASKED = 3
"""Questions to somebody ("What did you eat?"), each a paragraph of its own, that make an interview without marks."""

YOU = lazy_pattern(r"\byou(?:r|rself)?\b", re.IGNORECASE)


def is_transcript(article: Article) -> bool:
    """Whether the article prints what people said turn by turn, so that its words are the speakers'."""
    return article.derive(_is_transcript)


def _is_transcript(article: Article) -> bool:
    turns = (TURN.match(article.text, block.start, block.end) for block in article.document.blocks)
    return sum(turn is not None for turn in turns) >= LEAST


def in_turns(article: Article, block: int) -> bool:
    """Whether a block, by its index, is told turn by turn: it stands at the first speaker's label or question, or
    below it.

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
    return min(labels) if comes_back and len(labels) >= LEAST else _first_question(article)


def _first_question(article: Article) -> int | None:
    """Where an interview begins that prints its questions as paragraphs and its answers without quotation marks."""
    asked = list(_questions(article, ("?", "?**")))
    blocks = [article.document.blocks[index] for index in asked]
    to_somebody = sum(YOU.search(article.plain, block.start, block.end) is not None for block in blocks)
    return asked[0] if to_somebody >= ASKED else None


def _questions(article: Article, ends: str | tuple[str, ...] = "?") -> Iterator[int]:
    """The blocks below the title, by index, that are a question outside quotations: a paragraph, item or heading."""
    for index, block in enumerate(article.document.blocks):
        span = block.start, block.end
        if block.kind != "title" and article.plain.endswith(ends, *span) and '"' not in article.plain[slice(*span)]:
            yield index


def _followed(article: Article) -> Iterator[tuple[int, Block]]:
    """The questions, by index, that are not the last block, and the block below each."""
    blocks = article.document.blocks
    return ((index, blocks[index + 1]) for index in _questions(article) if index + 1 < len(blocks))


def is_interview(article: Article) -> bool:
    """Whether the article prints questions, each a paragraph or heading of its own, with answers outside quotations."""
    return article.derive(_is_interview)


def _is_interview(article: Article) -> bool:
    answered = (
        below.kind == "paragraph" and not article.plain.startswith('"', below.start) for _, below in _followed(article)
    )
    return sum(answered) > QUESTIONS


def answers(article: Article) -> range:
    """The blocks, by index, among which quotations stand below the questions that they answer; none in most articles.

    An interview printed so has two questions at the least, each a paragraph or heading without a quotation, above a
    paragraph that is nothing else; between the first and the last a prompt need be no question ("You taught, too.").
    """
    return article.derive(_answers)


def _answers(article: Article) -> range:
    asked = [index for index, below in _followed(article) if _is_all_quotation(article, below)]
    return range(asked[0] + 1, asked[-1] + 2) if len(asked) >= QUESTIONS else range(0)


def _is_all_quotation(article: Article, block: Block) -> bool:
    return article.plain.startswith('"', block.start) and article.plain.endswith('"', block.start + 1, block.end)
