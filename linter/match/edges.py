"""Strings put side by side, of which `EDGE` tells at the ends where no word runs on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TypeAlias

from linter.match.rarity import EDGE

Literals: TypeAlias = frozenset[str]

MOST_PRODUCTS = 256
"""Strings that joining two sets may give; beyond it the sets are kept apart."""


def chained(strings: Sequence[str]) -> str:
    """Strings as one."""
    text = "".join(strings)
    return reduce(_spliced, strings) if EDGE in text else text


def edged(strings: Literals, *, before: bool = False, after: bool = False) -> Literals:
    """Strings with an edge before or after them."""
    return frozenset(_spliced(EDGE * before, _spliced(each, EDGE * after)) for each in strings)


def product_of(left: Literals, right: Literals | None) -> Literals | None:
    """Each string of a set with each of another after it; None where there is no other, or they are too many."""
    if right is None or len(left) * len(right) > MOST_PRODUCTS:
        return None
    return frozenset(_spliced(first, second) for first in left for second in right)


def _spliced(first: str, second: str) -> str:
    """Two strings side by side, with edges told at the ends alone."""
    if EDGE not in first and EDGE not in second:
        return first + second
    text = first + second
    inside = text.replace(EDGE, "")
    return f"{EDGE * (text[0] == EDGE)}{inside}{EDGE * (text[-1] == EDGE)}" if inside else EDGE
