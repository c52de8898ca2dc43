"""How seldom words are met in English prose: of what a pattern needs, the rarest is worth looking for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

EDGE = "\b"
"""Stands in a string for a place that is not inside a word: an edge of a word, or between two other characters."""

MOST_SETS = 6
"""Sets that are kept of one pattern."""

COMMON_IN_ORDER = (
    "the of and to a in that is was he for it with as his on be at by i this had not are but from or have an "
    "they which one you were all her she there would their we him been has when who will no more if out so up "
    "said what its about than into them can only other time new some could these two may first then do any "
    "like my now over such our man me even most made after also did many off before must well back through "
    "years where much your way down should because long each just state those people too mr how good make "
    "world still see own work men day get here between both life being under three never know same last "
    "another while us might great go come since against right used take states himself few use during without "
    "again place around however home small found thought went say part once general high upon school every "
    "says year told be"
).split()
"""The commonest words of English prose (Brown corpus), the commonest first."""

COMMON = frozenset(COMMON_IN_ORDER)
"""A set with one of them is met in most sentences."""

SHARES = {word: 0.07 / rank for rank, word in enumerate(COMMON_IN_ORDER, 1)}
"""The share of all words that each of the commonest is, about, by Zipf's law."""

OTHER_SHARE = 0.0001
"""The share of a word that is not among them."""

ENDING_SHARE = 0.003
"""The share of words with an ending of three letters."""

FIGURE_SHARE = 0.02
"""The share of words that are figures."""

Measure = Callable[[frozenset[str]], float]
"""How seldom a set is met, 0 where it says nothing."""


def rarity(literals: Iterable[str]) -> float:
    """How seldom a set is met: the worth of its commonest member, 0 for one that says nothing."""
    return min((_worth(literal) for literal in literals), default=0)


def _worth(literal: str) -> float:
    bare = literal.strip(f" \t\n{EDGE}")
    if not bare:
        return 0
    words = re.findall(r"[a-z]+", bare)
    if not words:
        return 0 if bare in ".,-'\"" else 3
    return max(0.5 if word in COMMON else len(word) for word in words) + 1.2 * (len(words) - 1)


def rarest(sets: Iterable[frozenset[str]], measure: Measure = rarity) -> tuple[frozenset[str], ...]:
    """The sets that say something, the rarest first, as many as are kept."""
    told = {each: measure(each) for each in sets}
    ranked = sorted((each for each in told if told[each] > 0), key=lambda each: (-told[each], len(each)))
    return tuple(ranked[:MOST_SETS])


def share(word: str) -> float:
    """The share of all words that a word is, about; an ending ("-ans") and a figure ("0") stand for many."""
    if word.startswith("-"):
        return ENDING_SHARE
    return SHARES.get(word) or (FIGURE_SHARE if word.isdecimal() else OTHER_SHARE)
