"""Interviews printed without quotation marks: who speaks in which paragraph, by the layout alone.

Three layouts are known: each turn opens with its speaker ("Ada Lind: …", "Q: …"), or with its speaker in brackets
("((Ada Lind)) …"), or questions stand as paragraphs or headings of their own above answers in the first person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import Block, Document

LABEL = lazy_pattern(
    r"[\s*_>-]{0,4}(?:\(\((?P<framed>[^()]{1,40})\)\)|"
    r"(?P<bare>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})[*_]{0,3}:|(?P<letter>[QA])\.)[*_:\s]{0,4}(?=\S)"
)
"""What opens a turn: a name, or letters that stand for one."""

PICTURES = frozenset("image photo picture video source file note update correction caption credit illustration".split())
"""What stands before a colon and is nobody."""

FIRST_PERSON = lazy_pattern(r"\b(?:I|I'm|I've|my|me|we|our|us)\b")

LEAST = 4
"""Turns, or questions, that make an interview."""

LONGEST_QUESTION = 600
"""Code points of a paragraph that is taken for a question."""

TEXT = frozenset({"paragraph", "item", "quote", "heading"})


class Turn(Struct, frozen=True):
    """A stretch of an interview in which one person speaks: its blocks, and the speaker, "" where nobody is named."""

    span: Span
    speaker: str


def turns(document: Document) -> tuple[Turn, ...]:
    """The turns of the interview that a document prints, in reading order; none where it prints none."""
    blocks = [block for block in document.blocks if block.kind in TEXT]
    return tuple(_labelled(document, blocks)) or tuple(_answered(document, blocks))


def _labelled(document: Document, blocks: Sequence[Block]) -> Iterator[Turn]:
    """Turns that open with their speakers; a paragraph without a label between two turns goes on with the first."""
    opened = [(index, label) for index, block in enumerate(blocks) if (label := _label(document.text, block))]
    counts = Counter(label for _, label in opened)
    opened = [(index, label) for index, label in opened if counts[label] > 1 or len(counts) <= len(opened) // 2]
    if len(opened) < LEAST or max(counts.values()) < 2:
        return
    for (index, label), (following, _) in zip(opened, [*opened[1:], (opened[-1][0] + 1, "")], strict=True):
        yield Turn(Span(blocks[index].start, blocks[following - 1].end), label)


def _label(text: str, block: Block) -> str:
    found = LABEL.match(text, block.start, block.end)
    label = (found["framed"] or found["bare"] or found["letter"]).strip() if found else ""
    return "" if label.split(" ")[0].lower() in PICTURES else label


def _answered(document: Document, blocks: Sequence[Block]) -> Iterator[Turn]:
    """The answers below questions that stand alone, where most answers speak in the first person."""
    asked = [index for index, block in enumerate(blocks) if _is_question(document.text, block)]
    if len(asked) < LEAST:
        return
    spans = [
        Span(blocks[index + 1].start, blocks[following - 1].end)
        for index, following in zip(asked, [*asked[1:], len(blocks)], strict=True)
        if index + 1 < following
    ]
    personal = sum(FIRST_PERSON.search(document.text, span.start, span.end) is not None for span in spans)
    if len(spans) >= LEAST and 3 * personal >= 2 * len(spans):
        yield from (Turn(span, "") for span in spans[:-1])
        yield Turn(Span(spans[-1].start, blocks[asked[-1] + 1].end), "")


def _is_question(text: str, block: Block) -> bool:
    return block.end - block.start < LONGEST_QUESTION and text[block.start : block.end].rstrip(" *_").endswith("?")
