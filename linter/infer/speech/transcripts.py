"""Telling an interview, printed as questions and answers, from an article."""

from __future__ import annotations

import re
from collections import Counter

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
    asked = [
        index
        for index, block in enumerate(article.document.blocks)
        if block.kind != "title"
        and article.plain.endswith(("?", "?**"), block.start, block.end)
        and '"' not in article.plain[block.start : block.end]
    ]
    to_somebody = sum(
        YOU.search(article.plain, article.document.blocks[index].start, article.document.blocks[index].end) is not None
        for index in asked
    )
    return asked[0] if to_somebody >= ASKED else None


def is_interview(article: Article) -> bool:
    """Whether the article prints questions, each a paragraph or heading of its own, with answers outside quotations."""
    blocks = article.document.blocks
    asked = [
        index
        for index, block in enumerate(blocks[:-1])
        if block.kind != "title"
        and article.plain.endswith("?", block.start, block.end)
        and '"' not in article.plain[block.start : block.end]
        and blocks[index + 1].kind == "paragraph"
        and not article.plain.startswith('"', blocks[index + 1].start)
    ]
    return len(asked) > QUESTIONS


def answers(article: Article) -> range:
    """The blocks, by index, among which quotations stand below the questions that they answer; none in most articles.

    An interview printed so has two questions at the least, each a paragraph or heading without a quotation, above a
    paragraph that is nothing else; between the first and the last a prompt need be no question ("You taught, too.").
    """
    return article.derive(_answers)


def _answers(article: Article) -> range:
    blocks = article.document.blocks
    asked = [
        index
        for index, block in enumerate(blocks[:-1])
        if block.kind != "title"
        and article.plain.endswith("?", block.start, block.end)
        and '"' not in article.plain[block.start : block.end]
        and _is_all_quotation(article, blocks[index + 1])
    ]
    return range(asked[0] + 1, asked[-1] + 2) if len(asked) >= QUESTIONS else range(0)


def _is_all_quotation(article: Article, block: Block) -> bool:
    return article.plain.startswith('"', block.start) and article.plain.endswith('"', block.start + 1, block.end)
