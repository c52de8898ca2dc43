"""Plain text: paragraphs, headlines and lists as typists and wire services set them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from linter.core.source import Source
from linter.core.span import Span
from linter.document.draft import Comment, Draft
from linter.document.frontmatter import FrontMatter, open_with_title
from linter.document.lines import COMMENT, WIDEST, Line, ends_sentence, joins, read_lines, runs, wrapped_width
from linter.document.model import BlockKind
from linter.document.prose import ProseBuilder

LONGEST_HEADING = 100
MOST_WORDS = 14
OPENING_MARKS = "\"'`“‘«„(["
LISTED: tuple[BlockKind, ...] = ("item", "quote")


class Chunk(Struct, frozen=True):
    """Lines that make one block; `alone` when blank lines part it from what is around."""

    lines: tuple[Line, ...]
    kind: BlockKind
    group: int = 0
    level: int = 0
    alone: bool = False

    @property
    def text(self) -> str:
        """The words of its first line."""
        return self.lines[0].text


def parse_text(source: Source, front: FrontMatter) -> Draft:
    """Parse plain text, from the end of its front matter on.

    Blocks are parted by blank lines; a run of lines in between is one paragraph when it was wrapped by hand, else each
    line is a block. Later lines of few words that stand alone, or lead to a list, are headings.
    """
    lines = tuple(read_lines(source, front.body))
    prose_lines = (line for line in lines if line is None or line.kind != "comment")
    chunks = tuple(_with_headings(tuple(_grouped(_chunks(tuple(runs(prose_lines)))))))
    builder = ProseBuilder(source.text)
    open_with_title(builder, front, chunks[0].text if chunks else "")
    for chunk in chunks:
        place = chunk.lines[0].start
        for line in chunk.lines:
            builder.space(place, line.start)
            builder.copy(line.start, line.end)
            place = line.end
        builder.close(chunk.kind, chunk.level, chunk.group)
    prose, blocks = builder.build()
    return Draft(prose, blocks, comments=tuple(_comments(lines)))


def _comments(lines: Iterable[Line | None]) -> Iterator[Comment]:
    for line in lines:
        if line is not None and line.kind == "comment" and (found := COMMENT.fullmatch(line.text)):
            text = next(group for group in found.groups() if group is not None)
            yield Comment(Span(line.start, line.end), text)


def _chunks(all_runs: Sequence[tuple[Line, ...]]) -> Iterator[Chunk]:
    widths = [wrapped_width([line for line in run if len(line.text) <= WIDEST]) for run in all_runs]
    width = max(widths, default=0)
    for index, run in enumerate(all_runs):
        chunks = tuple(_of_run(run, width, first=index == 0))
        if len(chunks) == 1 and chunks[0].kind == "paragraph":
            yield Chunk(chunks[0].lines, "paragraph", alone=True)
        else:
            yield from chunks


def _of_run(run: Sequence[Line], width: int, *, first: bool) -> Iterator[Chunk]:
    place = 0
    while place < len(run):
        end = _same_kind(run, place)
        lines = run[place:end]
        kind = lines[0].kind
        if kind == "item":
            yield Chunk(tuple(lines), "item")
        elif kind in ("text", "quote"):
            under = run[end] if end < len(run) and run[end].kind == "underline" else None
            yield from _paragraphs(lines, width, under, first=first and place == 0)
        place = end


def _same_kind(run: Sequence[Line], place: int) -> int:
    """The end of the lines that belong together: an item with the lines that go on with it, or lines of one kind."""
    head = run[place]
    end = place + 1
    if head.kind == "item":
        while end < len(run) and run[end].kind == "text" and _continues(run[end - 1], run[end], head.indent):
            end += 1
        return end
    while end < len(run) and run[end].kind == head.kind:
        end += 1
    return end


def _continues(before: Line, line: Line, indent: int) -> bool:
    return line.indent > indent or (line.text[0].islower() and not ends_sentence(before.text))


def _paragraphs(lines: Sequence[Line], width: int, under: Line | None, *, first: bool) -> Iterator[Chunk]:
    kind: BlockKind = "quote" if lines[0].kind == "quote" else "paragraph"
    goes_on = joins(lines, width, first)
    start = 0
    for index, line in enumerate(lines):
        if index == len(lines) - 1 and under is not None and _underlined(line, under):
            if start < index:
                yield Chunk(tuple(lines[start:index]), kind)
            yield Chunk((line,), "heading", level=1 if under.text[0] == "=" else 2)
        elif index == len(lines) - 1 or not goes_on[index]:
            yield Chunk(tuple(lines[start : index + 1]), kind)
            start = index + 1


def _underlined(line: Line, under: Line) -> bool:
    return not ends_sentence(line.text) and len(under.text) * 2 >= len(line.text)


def _grouped(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """The same with neighbouring items, and neighbouring quotations, numbered as one group."""
    for number, (kind, members) in enumerate(groupby(chunks, lambda chunk: chunk.kind), 1):
        group = tuple(members)
        if kind not in LISTED:
            yield from group
        elif kind == "item" and len(group) == 1 and group[0].lines[0].marker > 2:
            yield _unmarked(group[0])
        else:
            yield from (replace(chunk, group=number) for chunk in group)


def _unmarked(chunk: Chunk) -> Chunk:
    """A paragraph that begins with a number ("1. FC Köln won"): one numbered item is no list."""
    head = chunk.lines[0]
    first = replace(head, start=head.start - head.marker, marker=0)
    return Chunk((first, *chunk.lines[1:]), "paragraph")


def _with_headings(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    for index, chunk in enumerate(chunks):
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        if index and following is not None and _like_heading(chunk, following):
            yield replace(chunk, kind="heading", level=2)
        else:
            yield chunk


def _like_heading(chunk: Chunk, following: Chunk) -> bool:
    text = chunk.text
    if chunk.kind != "paragraph" or len(chunk.lines) > 1 or len(text) > LONGEST_HEADING:
        return False
    if len(text.split()) > MOST_WORDS or text[0].islower() or text[0] in OPENING_MARKS:
        return False
    if text.endswith(":"):
        return following.kind == "item"
    return chunk.alone and not ends_sentence(text) and not text.endswith(",")
