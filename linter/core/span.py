"""Spans of text."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of text: code points, the end exclusive.

    Which text it points into (the source or the reading text) is said by whoever hands it out.
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def span_of(match: Any, offset: int = 0, group: int | str = 0) -> Span:
    """The span of a match of `re` or `regex`, or of a group of it, where the text was searched from `offset` on."""
    return Span(offset + match.start(group), offset + match.end(group))
