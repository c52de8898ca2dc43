"""The text of one article as it stands in its file, and where its lines begin."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal

from msgspec import Struct

from linter.core.pattern import lazy_pattern

ColumnUnit = Literal["code-points", "utf-16", "utf-8"]
"""What a column counts: code points (ours), UTF-16 code units (SARIF, LSP) or UTF-8 bytes (rdjson)."""

LINE_BREAK = lazy_pattern(r"\r\n|\n|\r")
"""The line ends that editors count; `str.splitlines` knows eight more and would make our lines drift from theirs."""


class Position(Struct, frozen=True):
    """A place in a source: line and column, both from 1."""

    line: int
    column: int


class Source:
    """One article's text, never converted.

    `path` is the name to print, `text` the decoded file without its byte-order mark. `encoding`, and `bom` for whether
    the file began with a mark, say how to write the text back unchanged.
    """

    def __init__(self, path: str, text: str, encoding: str = "utf-8", bom: bool = False) -> None:
        self.path = path
        self._text = text
        self._encoding = encoding
        self._bom = bom

    @property
    def text(self) -> str:
        """The decoded file without its byte-order mark."""
        return self._text

    @property
    def encoding(self) -> str:
        """The encoding of the file."""
        return self._encoding

    @property
    def bom(self) -> bool:
        """Whether the file began with a byte-order mark."""
        return self._bom

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines begin, in code points."""
        return (0, *(found.end() for found in LINE_BREAK.finditer(self.text)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and (self.path, self.text) == (other.path, other.text)

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path!r}, {self.text!r})"

    def with_text(self, text: str) -> Source:
        """The same file with another text."""
        return Source(self.path, text, self.encoding, self.bom)

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
