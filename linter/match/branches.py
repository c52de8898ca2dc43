"""Words as one expression that reads each letter once.

An alternation of a thousand words is tried word by word at every place of a text. Written as a tree that branches where
the words part ("p(?:eople|ublic)"), it is tried letter by letter, which takes about a tenth of the time. It matches the
same: of words that begin at one place of a text each begins the next longer one, and both try the longest first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

DEEPEST = 40
"""Branchings one inside the other; what is left is written as a plain alternation, which no compiler finds too deep."""


def any_of(words: Iterable[str]) -> str:
    """One group that matches any of some words, the longest that stands there first; a word may be empty."""
    distinct = sorted(set(words))
    return _flat(distinct) if _part_in_case(distinct) else f"(?:{'|'.join(_options(distinct, DEEPEST))})"


def _part_in_case(words: Sequence[str]) -> bool:
    """Whether words part in letter case alone: where case does not count, both branches would be open to one text."""
    beginnings = {word[:end] for word in words for end in range(len(word) + 1)}
    return len({"".join(map(_folded, beginning)) for beginning in beginnings}) < len(beginnings)


def _folded(character: str) -> str:
    return character.upper().lower()[:1]


def _flat(words: Collection[str]) -> str:
    return f"(?:{'|'.join(map(_escaped, sorted(words, key=lambda word: (-len(word), word))))})"


def _options(words: Iterable[str], deepest: int) -> Iterator[str]:
    """The branches of sorted words, the one that ends here last."""
    ends = False
    for first, following in groupby(words, key=lambda word: word[:1]):
        if first:
            yield _branch(tuple(following), deepest)
        else:
            ends = True
    if ends:
        yield ""


def _branch(words: Sequence[str], deepest: int) -> str:
    """What matches any of some sorted words that begin with one character."""
    if len(words) == 1:
        return _escaped(words[0])
    # Sorted as they are, what the first and the last begin with all begin with.
    first, last = words[0], words[-1]
    end = next((place for place, letter in enumerate(first) if letter != last[place]), len(first))
    begin = first[:end]
    rest = [word[len(begin) :] for word in words]
    if not deepest:
        return _escaped(begin) + _flat(rest)
    if rest[0]:
        return f"{_escaped(begin)}(?:{'|'.join(_options(rest, deepest - 1))})"
    return f"{_escaped(begin)}(?:{'|'.join(_options(rest[1:], deepest - 1))})?"


def _escaped(text: str) -> str:
    return re.escape(text).replace(r"\ ", " ")
