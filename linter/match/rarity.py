"""How seldom words are met in English prose: of what a pattern needs, the rarest is worth looking for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from math import log

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

SHARES = {word: 0.07 / rank for rank, word in enumerate(COMMON_IN_ORDER, 1)}
"""The share of all words that each of the commonest is, about, by Zipf's law."""

OTHER_SHARE = 0.0001
"""The share of a word that is not among them."""

ENDING_SHARE = 0.003
"""The share of words with an ending of three letters."""

FIGURE_SHARE = 0.02
"""The share of words that are figures."""

MARK_SHARE = 0.005
"""The share of a mark other than those of most sentences, against all words."""

COMMON_MARKS = frozenset(".,-'\"")

PART_SHARES = {1: 0.3, 2: 0.03, 3: 0.002, 4: 0.0004}
"""The share of words that letters, by their number, are a part of, beside the commonest words; of more letters as for
a word."""

COMMON_PARTS = dict.fromkeys("ing ion ent ers ter est ati men con pro com ate ver res ist act one lan".split(), 0.015)
"""The share of words that the commonest groups of three letters are a part of."""

BESIDE = 0.1
"""How often one word stands beside another certain one: a phrase is met so many times less than its rarest word."""

Measure = Callable[[frozenset[str]], float]
"""How seldom a set is met, 0 where it says nothing."""


def rarity(literals: Iterable[str]) -> float:
    """How seldom one of a set is met by a search that takes parts of words for words; 0 for a set that says nothing."""
    return max(0, -log(sum(map(_share_met, literals)) or 1))


def _share_met(literal: str) -> float:
    """How often a literal is met, against all words."""
    pieces = re.split("[^a-z]+", literal.strip(EDGE))
    last = len(pieces) - 1
    words = [f"{' ' * (place > 0)}{piece}{' ' * (place < last)}" for place, piece in enumerate(pieces) if piece]
    if not words:
        return _share_of_mark(literal.strip(f" \t\n{EDGE}"))
    return min(map(_share_of_part, words)) * float(BESIDE ** (len(words) - 1))


def _share_of_mark(mark: str) -> float:
    if mark.isdecimal():
        return FIGURE_SHARE
    return MARK_SHARE if mark and mark not in COMMON_MARKS else 1


def _share_of_part(text: str) -> float:
    """How often letters are met; where no space stands beside them, as a part of longer words too."""
    letters = text.strip()
    sides = len(text) - len(letters)
    if sides > 1:
        return share(letters)
    parts = COMMON_PARTS.get(letters) or PART_SHARES.get(len(letters), OTHER_SHARE)
    return parts / (1 + 2 * sides) + _parts_of_common().get(text, 0)


@lru_cache(maxsize=1)
def _parts_of_common() -> dict[str, float]:
    """All groups of letters of the commonest words, with the share of the words that they are a part of."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word, its in SHARES.items():
        text = f" {word} "
        for part in {text[low:high] for low in range(len(text)) for high in range(low + 1, len(text) + 1)}:
            shares[part] += its
    return dict(shares)


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
