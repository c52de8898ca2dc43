"""Comparing two runs of words. The only module that imports rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

GAP = ""
"""Stands for words left out, in the shorter of two runs: it fits anything."""


class Change(Struct, frozen=True):
    """Words `start` to `end` of one run where the other has `other_start` to `other_end`; either may be empty."""

    start: int
    end: int
    other_start: int
    other_end: int


class Alignment(Struct, frozen=True):
    """How a run of words fits into a longer one: the changes, and the share of its words that stand there too."""

    changes: tuple[Change, ...]
    similarity: float


def aligned(words: tuple[str, ...], longer: tuple[str, ...]) -> Alignment:
    """The best fit of a run into a longer one, whose words before and after cost nothing.

    It is the longest common subsequence (Hunt and Szymanski 1977; in rapidfuzz many words at a time). What fills a gap
    costs nothing either. The time is the product of both lengths.
    """
    changes = tuple(_changes(words, longer))
    count = sum(word != GAP for word in words)
    cost = sum(_cost(change, words) for change in changes)
    return Alignment(changes, 1 - cost / count if count else 0.0)


def _cost(change: Change, words: tuple[str, ...]) -> int:
    replaced = words[change.start : change.end]
    return max(len(replaced) - replaced.count(GAP), 0 if GAP in replaced else change.other_end - change.other_start)


def _changes(words: tuple[str, ...], longer: tuple[str, ...]) -> Iterator[Change]:
    for tag, start, end, other_start, other_end in _opcodes(words, longer):
        if tag == "equal" or (start == end and start in (0, len(words))):
            continue
        if start == 0:
            other_start = max(other_start, other_end - end)
        if end == len(words):
            other_end = min(other_end, other_start + end - start)
        if start == end or any(word != GAP for word in words[start:end]):
            yield Change(start, end, other_start, other_end)


def _opcodes(words: tuple[str, ...], longer: tuple[str, ...]) -> Iterator[tuple[str, int, int, int, int]]:
    """The operations, those side by side taken together."""
    from rapidfuzz.distance import LCSseq

    merged: list[Any] = []
    for operation in LCSseq.opcodes(words, longer):
        tag, start, end, other_start, other_end = operation
        if merged and tag != "equal" and merged[-1][0] != "equal":
            merged[-1] = ("replace", merged[-1][1], end, merged[-1][3], other_end)
        else:
            merged.append((tag, start, end, other_start, other_end))
    yield from merged
