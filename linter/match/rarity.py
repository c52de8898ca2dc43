"""How seldom words are met in English prose: of what a pattern needs, the rarest is worth looking for."""

from __future__ import annotations

import re
from collections.abc import Iterable

EDGE = "\b"
"""Stands in a string for a place that is not inside a word: an edge of a word, or between two other characters."""

MOST_SETS = 6
"""Sets that are kept of one pattern."""

COMMON = frozenset(
    (
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
)
"""The commonest words of English prose (Brown corpus); a set with one of them is met in most sentences."""


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


def rarest(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The sets that say something, the rarest first, as many as are kept."""
    told = {each: rarity(each) for each in sets}
    ranked = sorted((each for each in told if told[each] > 0), key=lambda each: (-told[each], len(each)))
    return tuple(ranked[:MOST_SETS])
