"""The text of one article as it stands in its file, and where its lines begin."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from linter.core.pattern import lazy_pattern

ColumnUnit = Literal["code-points", "utf-16", "utf-8"]
"""What a column counts: code points (ours), UTF-16 code units (SARIF, LSP) or UTF-8 bytes (rdjson)."""

LINE_BREAK = lazy_pattern(r"\r\n|\n|\r")
"""The line ends that editors count; `str.splitlines` knows eight more and would make our lines drift from theirs."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a source: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """One article's text, never converted.

    `path` is the name to print, `text` the decoded file without its byte-order mark. `encoding`, and `bom` for whether
    the file began with a mark, say how to write the text back unchanged.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(found.end() for found in LINE_BREAK.finditer(self.text)))
        object.__setattr__(self, "line_starts", starts)

    def position(self, offset: int, unit: ColumnUnit = "code-points") -> Position:
        """Line and column of a code-point offset into `text`."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, self.column(offset, unit))

    def column(self, offset: int, unit: ColumnUnit = "code-points") -> int:
        """Column of a code-point offset, from 1, counted in `unit`."""
        start = self.line_starts[bisect_right(self.line_starts, offset) - 1]
        return 1 + width(self.text[start:offset], unit)

    def line_text(self, line: int) -> str:
        """One line, counted from 1, without its line break."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def width(text: str, unit: ColumnUnit) -> int:
    """Length of a text counted in `unit`."""
    if unit == "utf-16":
        return len(text) + sum(character > "\uffff" for character in text)
    return len(text.encode("utf-8", "surrogatepass")) if unit == "utf-8" else len(text)
