"""Code frames: the lines that a diagnostic is about, with the words in question underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from linter.core.diagnostic import Diagnostic, Level, Place
from linter.core.problem import Problem
from linter.core.source import Source
from linter.report.line import location
from linter.report.terminal import PLAIN_WIDTH, Paint, cells, one_line, painter
from linter.report.window import Window, measure, window

MANY_LINES = 3
"""A place over more lines than this shows its first and its last."""


class Mark(Struct, frozen=True):
    """Words to underline on one line: columns in code points from 0, the end exclusive."""

    line: int
    start: int
    end: int
    primary: bool
    message: str = ""


class Underline(Struct, frozen=True):
    """A mark in terminal columns from 0, the end exclusive."""

    start: int
    end: int
    primary: bool
    message: str


class Canvas(Struct, frozen=True):
    """What all rows of a frame share: the width of the line numbers, that of the whole, and the colours."""

    gutter: int
    width: int
    paint: Paint
    level: Level

    @property
    def room(self) -> int:
        """Terminal columns right of the gutter."""
        return self.width - self.gutter - 3

    def row(self, text: str = "", number: str = "") -> str:
        """One row: the line number or blank, a bar, the text."""
        return f"{self.paint(f'{number:>{self.gutter}} |', 'gutter')} {text}".rstrip()

    def arrow(self, sign: str, place: str) -> str:
        """The row that names a place."""
        return f"{' ' * self.gutter}{self.paint(sign, 'gutter')} {place}"

    def remark(self, kind: str, text: str) -> str:
        """A row below the frame, such as a note."""
        return f"{' ' * self.gutter} {self.paint('=', 'gutter')} {self.paint(f'{kind}:', 'strong')} {one_line(text)}"


def canvas_for(diagnostic: Diagnostic, width: int, paint: Paint) -> Canvas:
    """A canvas whose gutter holds the longest line number of all places."""
    last = max((diagnostic.end_line, *(place.end_line for place in diagnostic.related)))
    return Canvas(len(str(last)), width, paint, diagnostic.level)


def frames(diagnostic: Diagnostic, sources: Mapping[str, Source], canvas: Canvas) -> Iterator[str]:
    """The rows of a diagnostic's frames: its own file, then every other file that a related place is in."""
    yield canvas.arrow("-->", location(diagnostic))
    yield from file_frame(diagnostic.path, diagnostic, diagnostic.related, sources, canvas)
    for path in dict.fromkeys(place.path for place in diagnostic.related if place.path != diagnostic.path):
        first = next(place for place in diagnostic.related if place.path == path)
        yield canvas.arrow(":::", location(first))
        yield from file_frame(path, None, diagnostic.related, sources, canvas)


def file_frame(
    path: str, primary: Diagnostic | None, related: tuple[Place, ...], sources: Mapping[str, Source], canvas: Canvas
) -> Iterator[str]:
    """The rows of one file. A file whose text is not at hand has its messages listed without it."""
    here = tuple(place for place in related if place.path == path)
    source = sources.get(path)
    if source is None:
        yield from (canvas.remark("see", f"{location(place)}: {place.message}") for place in here)
        return
    marks = [mark for place in here for mark in marks_of(place, source, place.message)]
    if primary:
        marks.extend(marks_of(primary, source, None))
    yield canvas.row()
    for line, on_line in groupby(sorted(marks, key=lambda mark: mark.line), key=lambda mark: mark.line):
        yield from line_rows(line, source.line_text(line), on_line, canvas)


def marks_of(place: Diagnostic | Place, source: Source, message: str | None) -> Iterator[Mark]:
    """A mark for each line of a place, the message on the last; no message makes it the primary place."""
    end_line, end = place.end_line, place.end_column - 1
    if end == 0 and end_line > place.line:
        end_line -= 1
        end = len(source.line_text(end_line))
    lines = range(place.line, end_line + 1)
    for line in lines if len(lines) <= MANY_LINES else (place.line, end_line):
        text = source.line_text(line)
        start = place.column - 1 if line == place.line else len(text) - len(text.lstrip())
        stop = end if line == end_line else len(text)
        if start < stop or len(lines) == 1:
            yield Mark(line, start, stop, message is None, (message or "") if line == end_line else "")


def line_rows(line: int, text: str, marks: Iterable[Mark], canvas: Canvas) -> Iterator[str]:
    """The rows of one line of text: as many windows as its marks need, each with what is underlined in it."""
    for group in near_marks(text, sorted(marks, key=lambda mark: (mark.start, mark.end)), canvas.room - 8):
        view = window(text, group[0].start, max(mark.end for mark in group), canvas.room)
        yield canvas.row(view.text, str(line))
        underlines = [underline(mark, view) for mark in group]
        yield from (canvas.row(row) for row in underline_rows(underlines, canvas))


def near_marks(text: str, marks: list[Mark], room: int) -> Iterator[list[Mark]]:
    """Marks of one line, sorted, in groups that fit into `room` terminal columns together."""
    group: list[Mark] = []
    for mark in marks:
        if group and measure(text[group[0].start : mark.end]) > room:
            yield group
            group = []
        group.append(mark)
    yield group


def underline(mark: Mark, view: Window) -> Underline:
    """A mark in the terminal columns of its window, at least one column wide."""
    start = view.cell(mark.start)
    return Underline(start, max(view.cell(mark.end), start + 1), mark.primary, one_line(mark.message))


def underline_rows(underlines: list[Underline], canvas: Canvas) -> Iterator[str]:
    """Carets and dashes, the message of the rightmost beside them, those of the others below, right to left."""
    rightmost = max(underlines, key=lambda mark: (mark.end, mark.start))
    beside = rightmost.message if rightmost.end + 1 + cells(rightmost.message) <= canvas.room else ""
    yield f"{strokes(underlines, canvas)} {canvas.paint(beside, 'related')}".rstrip()
    below = [mark for mark in underlines if mark.message and not (beside and mark is rightmost)]
    if below:
        yield canvas.paint(bars(below), "related")
    for index in reversed(range(len(below))):
        yield canvas.paint(label_row(below[:index], below[index], canvas.room), "related")


def strokes(underlines: list[Underline], canvas: Canvas) -> str:
    """The row of carets under the primary place and dashes under related ones; carets win where both meet."""
    row = [" "] * max(mark.end for mark in underlines)
    for mark in sorted(underlines, key=lambda mark: mark.primary):
        row[mark.start : mark.end] = ("^" if mark.primary else "-") * (mark.end - mark.start)
    styles = {"^": canvas.level, "-": "related"}
    runs = ((stroke, "".join(run)) for stroke, run in groupby(row))
    return "".join(canvas.paint(run, styles[stroke]) if stroke in styles else run for stroke, run in runs)


def bars(underlines: list[Underline]) -> str:
    """A row with a bar below the beginning of each underline."""
    starts = {mark.start for mark in underlines}
    return "".join("|" if column in starts else " " for column in range(max(starts, default=-1) + 1))


def label_row(pending: list[Underline], mark: Underline, room: int) -> str:
    """The message of an underline below its beginning, moved left where it would run out of the frame."""
    start = max(0, min(mark.start, room - cells(mark.message)))
    waiting = bars([other for other in pending if other.start < start])
    return f"{waiting:<{start}}{mark.message}"


def problem_frame(problem: Problem, width: int = PLAIN_WIDTH, color: bool = False) -> str:
    """A mistake in a user's file as a code frame, with its last line ended: what it is, where, how to mend it."""
    paint = painter(color)
    canvas = Canvas(len(str(problem.line)), width, paint, "error")
    return "\n".join((f"{paint('error', 'error')}: {one_line(problem.message)}", *problem_rows(problem, canvas), ""))


def problem_rows(problem: Problem, canvas: Canvas) -> Iterator[str]:
    """The place of a problem, the line with a caret where there is one, and the hint."""
    yield canvas.arrow("-->", f"{one_line(problem.path)}:{problem.line}:{problem.column}")
    if problem.frame:
        start = min(max(problem.column - 1, 0), len(problem.frame))
        yield canvas.row()
        yield from line_rows(problem.line, problem.frame, (Mark(problem.line, start, start, primary=True),), canvas)
    if problem.hint:
        yield canvas.remark("help", problem.hint)
