"""The literals and the words that a pattern cannot match without.

A pattern is met only where one of a set of words stands: "(?:many|some) (?:experts|critics)" needs "many" or "some",
and it needs "experts" or "critics". Literals are looked for in the whole article by the one automaton; words are looked
up in the set of a sentence's words, which costs next to nothing and tells whole words from parts of others.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import log

from linter.core.pattern import lazy_pattern
from linter.match.edges import Literals
from linter.match.needs import needs_of
from linter.match.rarity import EDGE, rarity, share

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


def required(pattern: str) -> Literals:
    """Literals in lower case of which one stands in every match: of all such sets the rarest, empty where none is."""
    sets = needs_of(pattern, figures=False).all_sets(rarity)
    return frozenset(each.replace(EDGE, "") for each in sets[0]) if sets else frozenset()


def words_of(text: str) -> frozenset[str]:
    """The words of a text as `needed_words` has them, without their endings (`endings_of`)."""
    # Splitting takes a third of the time of a search for words, and most sentences are of plain letters.
    words = text.translate(LETTERS).split() if text.isascii() else WORD.findall(folded(text))
    return frozenset((*words, ANY_FIGURE) if FIGURE.search(text) else words)


def endings_of(words: Iterable[str]) -> frozenset[str]:
    """The endings of words as `needed_words` has them."""
    return frozenset([f"-{word[-ENDING:]}" for word in words])


def folded(text: str) -> str:
    """A text in small letters, as the words of patterns are."""
    return text.lower() if text.isascii() else text.translate(DOTTED).casefold()


def places_of(words: str, text: str) -> tuple[int, int] | None:
    """Where one of `needed_words` first stands in a folded text, and where at the latest it last does, or None."""
    if words == ANY_FIGURE:
        return 0, len(text)
    bare = words.strip("-")
    first = text.find(bare)
    if bare == words:
        while first >= 0 and _runs_on(text, first, first + len(bare)):
            first = text.find(bare, first + 1)
    return None if first < 0 else (first, text.rfind(bare))


def _runs_on(text: str, start: int, end: int) -> bool:
    return "a" <= text[start - 1 : start] <= "z" or "a" <= text[end : end + 1] <= "z"


def needed_words(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of words, of each of which one is in every text that the pattern matches in, in the order of the sets.

    Two words between which is nothing but a space stand with a low line: "young_men".
    """
    sets = needs_of(pattern, figures=True, measure=_rarity_of_words).sets_in_order(_rarity_of_words)
    return tuple(dict.fromkeys(map(_whole_words, sets)))


def _rarity_of_words(literals: Literals) -> float:
    """How seldom a text has one of the words that stand for literals; 0 where one of them has no whole word."""
    words = _whole_words(literals)
    return 0 if "" in words or not words else max(0, -log(sum(map(_share, words))))


def _share(words: str) -> float:
    """How often one of `needed_words` is met; a pair is met a tenth of the times that the rarer of its words is."""
    first, _, second = words.partition("_")
    return min(share(first), share(second)) / 10 if second else share(first)


def _whole_words(literals: Literals) -> frozenset[str]:
    return frozenset(map(_whole_word, literals))


@lru_cache(maxsize=4096)
def _whole_word(literal: str) -> str:
    """The rarest word or pair of words of a literal that cannot be parts of others; or else an ending, or a figure.

    "" where it has none of them.
    """
    text = literal.translate(DOTTED).casefold()
    found = tuple(WORD.finditer(text))
    whole = [word for word in found if word.start() > 0 and word.end() < len(text)]
    beside = ((left, right) for left, right in pairwise(whole) if text[left.end() : right.start()] == " ")
    pairs = (f"{left[0]}_{right[0]}" for left, right in beside)
    long = [word for word in found if len(word[0]) >= ENDING]
    endings = (f"-{word[0][-ENDING:]}" for word in long if word.end() < len(text))
    other = next(endings, ANY_FIGURE if FIGURE.search(text) else "")
    told = (*pairs, *(word[0] for word in whole))
    return min(told, key=lambda word: (_share(word), -len(word)), default=other)
