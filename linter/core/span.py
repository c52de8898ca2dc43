"""Spans of text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from typing import Protocol

    class Spanned(Protocol):
        """What stands somewhere."""

        @property
        def span(self) -> Span:
            """Where it stands."""


AnySpanned = TypeVar("AnySpanned", bound="Spanned")


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


def starting_in(items: tuple[AnySpanned, ...], span: Span) -> tuple[AnySpanned, ...]:
    """Those items, of some in reading order, that begin in a span."""
    first = bisect_left(items, span.start, key=_start)
    return items[first : bisect_left(items, span.end, first, key=_start)]


def _start(item: Spanned) -> int:
    return item.span.start
