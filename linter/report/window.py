"""The part of a long line that a code frame shows.

An article often has a paragraph a line: 900 columns and more. A frame shows the stretch around the words in question,
from the beginning of their sentence if that fits.
"""

from __future__ import annotations

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.report.terminal import cells, in_frame

CUT = "…"
CUT_CELLS = 2
"""Columns of a cut: the ellipsis and the space beside it."""

SENTENCE_END = lazy_pattern(r"[.!?…。！？][\"”’'»)\]]*\s+")
"""Good enough to choose where a frame begins; nothing else depends on it."""


class Window(Struct, frozen=True):
    """A stretch of a line, in code points from 0, the end exclusive."""

    line: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """What is printed: the stretch, with an ellipsis on each side where the line goes on."""
        left = f"{CUT} " if self.start else ""
        right = f" {CUT}" if self.end < len(self.line) else ""
        return f"{left}{in_frame(self.line[self.start : self.end])}{right}"

    def cell(self, column: int) -> int:
        """Terminal column, from 0, of a code point of the line; one outside the window is moved to its edge."""
        inside = min(max(column, self.start), self.end)
        return measure(self.line[self.start : inside]) + (CUT_CELLS if self.start else 0)


def measure(text: str) -> int:
    """Terminal columns of a text in a frame."""
    return cells(in_frame(text))


def window(line: str, start: int, end: int, width: int) -> Window:
    """The part of a line that shows the words from `start` to `end` in at most `width` terminal columns.

    Only the neighbourhood of the words is measured, so that a line of a million columns costs no more than a short one.
    """
    if len(line) <= 4 * width and measure(line) <= width:
        return Window(line, 0, len(line))
    first = left_edge(line, start, min(end, start + 4 * width), width)
    return Window(line, first, right_edge(line, first, end, width))


def left_edge(line: str, start: int, end: int, width: int) -> int:
    """Where to begin: with the sentence; where that is too far off, up to a third of the width before the words."""
    room = width - 2 * CUT_CELLS
    sentence = sentence_start(line, start, 4 * width)
    if measure(line[sentence:end]) <= room:
        return sentence
    before = max(0, min(width // 3, room - measure(line[start:end])))
    return word_start(line, back(line, start, before), start)


def right_edge(line: str, first: int, end: int, width: int) -> int:
    """Where to stop: at the end of the line, or between two words after the marked ones, or where the width ends."""
    room = width - (CUT_CELLS if first else 0)
    if forward(line, first, room) == len(line):
        return len(line)
    last = forward(line, first, room - CUT_CELLS)
    space = line.rfind(" ", max(end, first + 1), last + 1)
    return last if space < 0 else space


def sentence_start(line: str, position: int, reach: int) -> int:
    """Beginning of the sentence around a position, looking back at most `reach` code points."""
    earliest = max(0, position - reach)
    ends = [found.end() for found in SENTENCE_END.finditer(line, earliest, position)]
    return ends[-1] if ends else earliest


def word_start(line: str, position: int, limit: int) -> int:
    """The first beginning of a word from a position on, before `limit`; without one, the first whole character."""
    if position == 0:
        return 0
    space = line.rfind(" ", position - 1, position) if line[position - 1] == " " else line.find(" ", position, limit)
    if space >= 0:
        return space + 1
    while position < limit and measure(line[position]) == 0:
        position += 1
    return position


def forward(line: str, position: int, room: int) -> int:
    """How far the line fits into `room` terminal columns from a position on; combining characters stay with theirs."""
    while position < len(line) and (room := room - measure(line[position])) >= 0:
        position += 1
    return position


def back(line: str, position: int, room: int) -> int:
    """How far back from a position the line fits into `room` terminal columns."""
    while position > 0 and (room := room - measure(line[position - 1])) >= 0:
        position -= 1
    return position
