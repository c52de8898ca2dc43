"""Figures as a house writes them: with a decimal comma, and thousands parted by points or spaces.

The recogniser reads a decimal point. A text with commas is rewritten for it, mark by mark, so that every offset stays.
"""

from __future__ import annotations

import re

from linter.annotation.settings import DecimalMark
from linter.core.pattern import lazy_pattern

SPACED = lazy_pattern(r"(?<![\w.,])\d{1,3}(?: \d{3})+(?![\w.]|,\d{4}| \d)")
"""Thousands parted by spaces: "1 234" and "1 234,5", but not the parts of "12 345 67"."""

MARKED = lazy_pattern(r"(?<!\w)\d+(?:[.,]\d+)+(?!\w*\d)")
"""A figure with marks in it."""

SWAPPED = str.maketrans({".": ",", ",": "."})


def with_points(text: str, mark: DecimalMark) -> str:
    """A text of the same length in which figures have a decimal point and commas between their thousands.

    For the decimal comma: "1.234,5" and "1 234,5" become "1,234.5". With the point nothing changes.
    """
    if mark == ".":
        return text
    parted = SPACED.sub(lambda found: found[0].replace(" ", "."), text)
    return MARKED.sub(lambda found: found[0].translate(SWAPPED), parted)


def in_house(words: str, mark: DecimalMark) -> str:
    """Words whose figures have a decimal point, with the marks of the house."""
    if mark == ".":
        return words
    return re.sub(MARKED.pattern, lambda found: found[0].translate(SWAPPED), words)
