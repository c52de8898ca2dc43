"""Quotations: words in quotation marks, in the house styles of English, German, French and Scandinavian papers.

Running quotations follow the Chicago Manual of Style (13.32): each paragraph opens, only the last closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.marks import Marked, family_at, paired
from linter.annotation.model import Quotation
from linter.annotation.spoken import is_speech
from linter.annotation.wire import is_wire
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import Block

RUNNING = {"paragraph", "quote", "item"}
"""Kinds of blocks over which a quotation can run."""

TAGGED = lazy_pattern(
    r"[,.?!]\s+(?:(?:he|she|they|(?:(?:the|an?|mr|mrs|ms|dr)\b\.? ?)?[\w'.-]+(?: [\w'.-]+){0,4})"
    r" (?:said|says|added|told|asked)|"
    r"(?:said|says|added|asked|wrote) [^,.\"]{2,60})[.,\s]*$",
    re.IGNORECASE,
)
"""A paragraph that ends with its speaker is no part of a running quotation: its closing mark is missing."""


def annotate(article: Article) -> tuple[Quotation, ...]:
    """All quotations of an article, sorted by start, the outer before the inner."""
    return tuple(_quotations(article))


def _quotations(article: Article) -> Iterator[Quotation]:
    blocks, wire = article.document.blocks, is_wire(article.text)
    for index, block in enumerate(blocks):
        found = paired(article.text[block.start : block.end], wire)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        for depth, marked in _nested(found):
            runs = not marked.closed and depth == 0 and _runs_on(article, block, marked, following)
            yield _quotation(article, block, marked, depth, runs)


def _nested(found: tuple[Marked, ...]) -> Iterator[tuple[int, Marked]]:
    ends: list[int] = []
    for marked in found:
        while ends and ends[-1] <= marked.start:
            ends.pop()
        yield len(ends), marked
        ends.append(marked.end)


def _quotation(article: Article, block: Block, marked: Marked, depth: int, runs: bool) -> Quotation:
    span = Span(block.start + marked.start, block.start + marked.end)
    inner = Span(block.start + marked.inner_start, block.start + marked.inner_end)
    quotation = Quotation(span, inner, depth, closed=marked.closed or runs)
    return replace(quotation, speech=runs or is_speech(article, quotation, block))


def _runs_on(article: Article, block: Block, marked: Marked, following: Block | None) -> bool:
    """Whether an open quotation goes on in the next paragraph, which then opens with the same kind of mark."""
    if following is None or block.kind not in RUNNING or following.kind not in RUNNING:
        return False
    if marked.end < len(article.text[block.start : block.end].rstrip()):
        return False
    opening = family_at(article.text, following.start)
    if opening != family_at(article.text, block.start + marked.start) or article.text[following.start] in "”’":
        return False
    return TAGGED.search(article.plain_words(Span(max(block.start, block.end - 120), block.end))) is None
