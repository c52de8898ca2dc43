"""Articles made of plain lines, one block a line, without a parser."""

from __future__ import annotations

from functools import lru_cache

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.annotation.model import Voice
from linter.core.source import Source
from linter.core.span import Span
from linter.document.model import Block, BlockKind, Document, Metadata, Piece, Prose
from linter.match.automaton import Automaton, compile_triggers


@lru_cache(maxsize=1)
def automaton() -> Automaton:
    """The triggers of all annotators."""
    return compile_triggers(annotator_triggers())


def article_of(text: str, kind: BlockKind = "paragraph") -> Article:
    """An article whose blocks are the lines of a text."""
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind, place, place + len(line)))
        place += len(line) + 1
    prose = Prose(text, (Piece(0, len(text), 0, len(text)),))
    document = Document(Source("article.txt", text), prose, tuple(blocks), Metadata())
    return make_article(document, automaton())


def voice_of(text: str, words: str) -> Voice:
    """Who speaks at the first place where the words stand."""
    start = text.index(words)
    return article_of(text).voice(Span(start, start + len(words)))
