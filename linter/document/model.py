"""An article as its format describes it: metadata, blocks of prose, directives."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from functools import cached_property
from typing import Literal, get_args

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem
from linter.core.source import Source
from linter.core.span import Span

FIRST_LINE = lazy_pattern(r"[^\s\ufeff](?:[^\r\n]*[^\s])?")

BlockKind = Literal["title", "heading", "paragraph", "item", "quote", "cell", "dateline", "byline"]
"""What a block is.

`title` is the article's headline, also where it stands in front matter; `heading` one inside the body; `item` one of a
list; `quote` a paragraph of a block quotation; `cell` one of a table; `dateline` a line that holds nothing but the
article's date; `byline` one that names its author.
"""

DateOrigin = Literal["argument", "front-matter", "time-element", "meta", "dateline", "date-line", "byline", "file-name"]
"""Where an article's date was found, the most trusted first."""

DATE_ORIGINS: tuple[DateOrigin, ...] = get_args(DateOrigin)
"""All of them, in that order."""


class Piece(Struct, frozen=True):
    """A run of reading text, `start` to `end`, and the source it came from.

    Runs of equal length map code point by code point; else the whole run maps to the whole source span (an entity, a
    folded line break, a composed accent). Pieces are sorted in both texts and overlap in neither.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def exact(self) -> bool:
        """Whether the run maps code point by code point."""
        return self.end - self.start == self.source_end - self.source_start


class Prose(Struct, frozen=True, dict=True):
    """Reading text and, exact to the code point, the source it came from.

    The reading text is what a reader sees: without markup, entities decoded, soft hyphens and other invisible
    characters dropped, accents composed (NFC). Every stretch of white space inside a block, no-break spaces and
    line breaks included, is one plain space. Blocks are parted by "\\n", which stands nowhere else.
    """

    text: str
    pieces: tuple[Piece, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the pieces begin in the reading text."""
        return tuple([piece.start for piece in self.pieces])

    @cached_property
    def source_starts(self) -> tuple[int, ...]:
        """Where the pieces begin in the source."""
        return tuple([piece.source_start for piece in self.pieces])

    def to_source(self, start: int, end: int) -> Span:
        """The source span of a span of the reading text; markup at its edges is left out, inside it is covered.

        An empty span gives an empty one: before the code point at `start`, or after the last one of the block.
        """
        if not self.pieces:
            return Span(0, 0)
        if start >= end:
            place = self._place(start)
            return Span(place, place)
        first = self._first_source(start)
        return Span(first, max(first, self._last_source(end)))

    def from_source(self, start: int, end: int) -> Span:
        """The reading span of the words that stand in a source span, as far as any do; empty where none do."""
        index = bisect_right(self.source_starts, start) - 1
        low = self._inside(index, start) if index >= 0 else 0
        index = bisect_right(self.source_starts, end - 1) - 1
        high = self._inside_end(index, end) if index >= 0 else 0
        return Span(low, max(low, high))

    def _first_source(self, offset: int) -> int:
        index = max(0, bisect_right(self.starts, offset) - 1)
        piece = self.pieces[index]
        if offset >= piece.end and index + 1 < len(self.pieces):
            return self.pieces[index + 1].source_start
        return self._at(piece, offset)

    def _last_source(self, offset: int) -> int:
        piece = self.pieces[max(0, bisect_right(self.starts, offset - 1) - 1)]
        if offset >= piece.end or not piece.exact:
            return piece.source_end
        return piece.source_start + offset - piece.start

    def _place(self, offset: int) -> int:
        return self._at(self.pieces[max(0, bisect_right(self.starts, offset) - 1)], offset)

    @staticmethod
    def _at(piece: Piece, offset: int) -> int:
        if offset >= piece.end:
            return piece.source_end
        return piece.source_start + max(0, offset - piece.start) if piece.exact else piece.source_start

    def _inside(self, index: int, place: int) -> int:
        piece = self.pieces[index]
        if place < piece.source_end:
            return piece.start + (place - piece.source_start if piece.exact else 0)
        return self.pieces[index + 1].start if index + 1 < len(self.pieces) else piece.end

    def _inside_end(self, index: int, place: int) -> int:
        piece = self.pieces[index]
        return min(piece.end, piece.start + place - piece.source_start) if piece.exact else piece.end


class Block(Struct, frozen=True):
    """A block of prose: `start` and `end` are offsets into the document's reading text.

    `level` is that of a heading (1 to 6), else 0. `group` is the same number for all blocks of one list, table or block
    quotation, else 0.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    group: int = 0


class Link(Struct, frozen=True):
    """A hyperlink: the reading span of its words, and its target."""

    start: int
    end: int
    target: str


class DeclaredDate(Struct, frozen=True):
    """A date that the article gives for itself; `span` is its place in the source, None for one from outside."""

    date: datetime.date
    origin: DateOrigin
    span: Span | None


class Metadata(Struct, frozen=True):
    """What an article says about itself.

    `dates` are all the dates it gives, the most trusted first (the order of `DateOrigin`).
    """

    title: str = ""
    author: str = ""
    dates: tuple[DeclaredDate, ...] = ()
    sources: tuple[str, ...] = ()


DirectiveVerb = Literal["ignore", "disable", "enable", "file-ignore"]


class Directive(Struct, frozen=True):
    """An instruction to the linter in a comment: `factlint: ignore[polls/unnamed-pollster] reason`.

    `span` is its place in the source, `scope` the source span in which it works: for an `ignore` the next block, or its
    own `span` where it stands inside a paragraph and works in the sentence it touches (sentences are not known yet);
    for a `disable` what lies before the `enable` of the same rule; for a `file-ignore` the file. `expires` is the last
    day on which it works. `unmatched` are those of its rules of which a `disable` has no `enable`, or the reverse.
    """

    verb: DirectiveVerb
    rules: tuple[str, ...]
    reason: str
    span: Span
    scope: Span
    expires: datetime.date | None = None
    unmatched: tuple[str, ...] = ()


class Document(Struct, frozen=True, dict=True):
    """A parsed article. All spans of prose are offsets into `prose.text`; `to_source` leads back to the file.

    `body` is the source offset at which the article's text begins, after its front matter.
    """

    source: Source
    prose: Prose
    blocks: tuple[Block, ...]
    metadata: Metadata
    links: tuple[Link, ...] = ()
    directives: tuple[Directive, ...] = ()
    problems: tuple[Problem, ...] = ()
    body: int = 0

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """Where the blocks begin in the reading text."""
        return tuple([block.start for block in self.blocks])

    @property
    def text(self) -> str:
        """The reading text of all blocks."""
        return self.prose.text

    @property
    def date(self) -> datetime.date | None:
        """The most trusted of the dates the article gives, or None."""
        dates = self.metadata.dates
        return dates[0].date if dates else None

    def block_at(self, offset: int) -> int:
        """Index of the block that holds a reading offset."""
        return max(0, bisect_right(self.block_starts, offset) - 1)

    def block_holding(self, offset: int) -> Block:
        """The block that holds a reading offset."""
        return self.blocks[self.block_at(offset)]

    @property
    def first_span(self) -> Span:
        """The source span of the first line that is not blank after the front matter: the place of the whole article.

        Empty, at the end of the file, where there is none.
        """
        text = self.source.text
        found = FIRST_LINE.search(text, self.body)
        return Span(found.start(), found.end()) if found else Span(len(text), len(text))
