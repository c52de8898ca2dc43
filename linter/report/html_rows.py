"""An article as rows of a page: its lines, what is markup in them, and which findings speak of which stretch.

The text is that of the source, not of the parsed document: what a writer sees in the editor is what the page shows, and
every place is where the other reports say it is. The parsed document only tells what is prose and what is markup.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from linter.core.diagnostic import Diagnostic, Level, Place
from linter.core.source import Source
from linter.core.span import Span
from linter.document.formats import parse
from linter.document.model import Document


class Spot(Struct, frozen=True):
    """A place that a finding speaks of: `related` counts from 1, and is 0 for the primary place."""

    finding: int
    related: int
    level: Level
    path: str
    first_line: int
    last_line: int
    span: Span

    @property
    def anchor(self) -> str:
        """The id of the element at its beginning."""
        return f"place-{self.finding}-{self.related}" if self.related else f"place-{self.finding}"


class Segment(Struct, frozen=True):
    """A stretch of one line over which nothing changes: source offsets, the spots that cover it and begin with it."""

    start: int
    end: int
    is_prose: bool
    covering: tuple[Spot, ...]
    beginning: tuple[Spot, ...]


class Row(Struct, frozen=True):
    """A line that is not blank. `opens` where a block of prose, or a stretch without any, begins with it."""

    number: int
    start: int
    end: int
    kind: str
    opens: bool
    spots: tuple[Spot, ...]


def spots_of(diagnostics: Sequence[Diagnostic]) -> Mapping[str, tuple[Spot, ...]]:
    """All places by path; findings are numbered from 1 in the order of the report."""
    made: dict[str, list[Spot]] = defaultdict(list)
    for number, diagnostic in enumerate(diagnostics, 1):
        places: tuple[Diagnostic | Place, ...] = (diagnostic, *diagnostic.related)
        for related, place in enumerate(places):
            made[place.path].append(spot(number, related, diagnostic.level, place))
    return {path: tuple(spots) for path, spots in made.items()}


def spot(number: int, related: int, level: Level, place: Diagnostic | Place) -> Spot:
    """One place of a finding."""
    return Spot(number, related, level, place.path, place.line, place.end_line, place.span)


class Page:
    """One article's text with the places of all findings in it."""

    def __init__(self, source: Source, spots: Sequence[Spot]) -> None:
        self.source = source
        self._document: Document = parse(source)
        self._spots: dict[int, list[Spot]] = defaultdict(list)
        for each in spots:
            for line in range(each.first_line, min(each.last_line, len(source.line_starts)) + 1):
                self._spots[line].append(each)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.source_start for piece in self._document.prose.pieces]

    def rows(self) -> Iterator[Row]:
        """The lines that are not blank, and blank ones that a finding speaks of."""
        before: object = None
        for number in range(1, len(self.source.line_starts) + 1):
            line, start = self.source.line_text(number), self.source.line_starts[number - 1]
            spots = tuple(self._spots.get(number, ()))
            if not line.strip() and not spots:
                before = None
                continue
            block = self._block(start, start + len(line))
            kind = self._document.blocks[block].kind if block is not None else "markup"
            key = "markup" if block is None else block
            yield Row(number, start, start + len(line), kind, key != before, spots)
            before = key

    def _block(self, start: int, end: int) -> int | None:
        """The block of prose that the first words between two source offsets belong to, if there are any."""
        pieces = self._document.prose.pieces
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(pieces) and pieces[index].source_start < end:
            piece = pieces[index]
            low, high = max(start, piece.source_start), min(end, piece.source_end)
            if low < high and not self.source.text[low:high].isspace():
                return self._document.block_at(piece.start)
            index += 1
        return None

    def segments(self, row: Row) -> Iterator[Segment]:
        """The segments of a row, in order; an empty one where a place is empty."""
        points: dict[int, list[Spot]] = defaultdict(list)
        opening: dict[int, list[tuple[Span, Spot]]] = defaultdict(list)
        edges = {row.start, row.end, *self._prose_edges(row)}
        for spot in row.spots:
            span = clipped(spot.span, row)
            edges |= {span.start, span.end}
            if span.start == span.end:
                points[span.start].append(spot)
            else:
                opening[span.start].append((span, spot))
        active: list[tuple[Span, Spot]] = []
        ordered = sorted(edges)
        for start, end in zip(ordered, [*ordered[1:], row.end], strict=True):
            if start in points:
                yield Segment(start, start, True, tuple(points[start]), begins_here(points[start], row))
            if start < end:
                active = [(span, spot) for span, spot in active if span.end > start] + opening[start]
                covering = tuple(spot for _, spot in active)
                beginning = begins_here([spot for _, spot in opening[start]], row)
                yield Segment(start, end, self._is_prose(start, end), covering, beginning)

    def _prose_edges(self, row: Row) -> Iterator[int]:
        pieces = self._document.prose.pieces
        index = max(0, bisect_right(self._starts, row.start) - 1)
        while index < len(pieces) and pieces[index].source_start < row.end:
            for edge in (pieces[index].source_start, pieces[index].source_end):
                if row.start < edge < row.end:
                    yield edge
            index += 1

    def _is_prose(self, start: int, end: int) -> bool:
        index = bisect_right(self._starts, start) - 1
        within = index >= 0 and start < self._document.prose.pieces[index].source_end
        return within or self.source.text[start:end].isspace()


def clipped(span: Span, row: Row) -> Span:
    """The part of a span that lies in a row."""
    start = min(max(span.start, row.start), row.end)
    return Span(start, min(max(span.end, start), row.end))


def begins_here(spots: Sequence[Spot], row: Row) -> tuple[Spot, ...]:
    """The spots whose first line this row is: a place over several lines has one beginning."""
    return tuple(spot for spot in spots if spot.first_line == row.number)
