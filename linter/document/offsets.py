"""From offsets into UTF-8 to offsets in code points."""

from __future__ import annotations

from bisect import bisect_right

from linter.core.pattern import lazy_pattern

WIDE = lazy_pattern(r"[^\x00-\x7f]")


class CodePoints:
    """Turns a byte offset into the UTF-8 of a text into a code-point offset, moved on by `base`.

    Byte offsets must lie between code points. A look-up is a binary search among the code points that are not ASCII.
    """

    def __init__(self, text: str, base: int = 0) -> None:
        self._base = base
        self._ends: list[int] = []
        self._surplus = [0]
        surplus = 0
        for found in WIDE.finditer(text):
            character = found.group()
            surplus += 1 if character < "\u0800" else 2 if character < "\U00010000" else 3
            self._ends.append(found.end() + surplus)
            self._surplus.append(surplus)

    def __call__(self, offset: int) -> int:
        """The code-point offset of a byte offset."""
        return self._base + offset - self._surplus[bisect_right(self._ends, offset)]
