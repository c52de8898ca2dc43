"""The literals and the words that a pattern cannot match without.

A pattern is met only where one of a set of words stands: "(?:many|some) (?:experts|critics)" needs "many" or "some",
and it needs "experts" or "critics". Literals are looked for in the whole article by the one automaton; words are looked
up in the set of a sentence's words, which costs next to nothing and tells whole words from parts of others.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from linter.core.pattern import lazy_pattern
from linter.match.edges import Literals
from linter.match.needs import needs_of
from linter.match.rarity import EDGE, rarity, share

MOST_SETS = 3
"""Sets of literals of one pattern: each more narrows the sentences to look at, and costs hits."""

TELLING = 2.5
"""Rarity that a set of literals beyond the first must have to be worth its hits."""

WORD = lazy_pattern(r"[a-z]+")
"""A run of plain letters. What a pattern takes for a whole word is one such run, or several."""

FIGURE = lazy_pattern(r"\d")

ANY_FIGURE = "0"
"""Stands for figures of any kind among the words."""

ENDING = 3
"""Letters of the end of a word, which stand with a hyphen among the words: "-ans"."""

LETTERS = "".join(letter.lower() if letter.isalpha() else " " for letter in map(chr, range(128)))
"""For `str.translate`: what each ASCII character becomes where only words are wanted."""

DOTTED = str.maketrans("İı", "ii")
"""Letters that match "i" where case does not count, and that case-folding keeps apart from it."""


def required(pattern: str) -> tuple[Literals, ...]:
    """Sets of literals in lower case: of each set one stands in every match; the rarest set first, () where none is."""
    plain = dict.fromkeys(
        frozenset(each.replace(EDGE, "") for each in literals)
        for literals in needs_of(pattern, figures=False).all_sets(rarity)
    )
    first, *others = tuple(plain)[:MOST_SETS] or ((),)
    return (first, *(each for each in others if rarity(each) >= TELLING)) if first else ()


def words_of(text: str) -> frozenset[str]:
    """The words of a text as `needed_words` has them."""
    # Splitting takes a third of the time of a search for words, and most sentences are of plain letters.
    plain = text.isascii()
    words = text.translate(LETTERS).split() if plain else WORD.findall(text.translate(DOTTED).casefold())
    told = {f"-{word[-ENDING:]}" for word in words}
    told.update(words)
    if FIGURE.search(text):
        told.add(ANY_FIGURE)
    return frozenset(told)


def needed_words(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of words, of each of which one is among the `words_of` every text that the pattern matches in."""
    sets = needs_of(pattern, figures=True, measure=_rarity_of_words).all_sets(_rarity_of_words)
    return tuple(dict.fromkeys(map(_whole_words, sets)))


def _rarity_of_words(literals: Literals) -> float:
    """How seldom a text has one of the words that stand for literals; 0 where one of them has no whole word."""
    words = _whole_words(literals)
    return 0 if "" in words or not words else max(0, -log(sum(map(share, words))))


def _whole_words(literals: Literals) -> frozenset[str]:
    return frozenset(map(_whole_word, literals))


@lru_cache(maxsize=4096)
def _whole_word(literal: str) -> str:
    """The rarest word of a literal that cannot be a part of another one, or else an ending, or a figure.

    "" where it has none of them.
    """
    text = literal.translate(DOTTED).casefold()
    ended = [found for found in WORD.finditer(text) if found.end() < len(text)]
    whole = (found[0] for found in ended if found.start() > 0)
    endings = (f"-{found[0][-ENDING:]}" for found in ended if len(found[0]) >= ENDING)
    other = next(endings, ANY_FIGURE if FIGURE.search(text) else "")
    return min(whole, key=lambda word: (share(word), -len(word)), default=other)
