"""The literals and the words that a pattern cannot match without.

A pattern is met only where one of a set of words stands: "(?:many|some) (?:experts|critics)" needs "many" or "some",
and it needs "experts" or "critics". Literals are looked for in the whole article by the one automaton; words are looked
up in the set of a sentence's words, which costs next to nothing and tells whole words from parts of others.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.match.needs import Literals, needs_of
from linter.match.rarity import EDGE, rarity

MOST_SETS = 3
"""Sets of literals of one pattern: each more narrows the sentences to look at, and costs hits."""

TELLING = 2.5
"""Rarity that a set of literals beyond the first must have to be worth its hits."""

WORD = lazy_pattern(r"[a-z]+")
"""A run of plain letters. What a pattern takes for a whole word is one such run, or several."""

FIGURE = lazy_pattern(r"\d")

ANY_FIGURE = "0"
"""Stands for figures of any kind among the words."""

AFFIX = 3
"""Letters of the end and of the beginning of a word, which stand with a hyphen among the words: "-ans", "cal-"."""

RUN = lazy_pattern(r"[a-z]+(?: [a-z]+)*")
"""Words with nothing but a space between them."""

PAIR = "{}_{}".format
"""Two words of a run, as they stand among the words."""

DOTTED = str.maketrans("İı", "ii")
"""Letters that match "i" where case does not count, and that case-folding keeps apart from it."""


def required(pattern: str) -> tuple[Literals, ...]:
    """Sets of literals in lower case: of each set one stands in every match; the rarest set first, () where none is."""
    plain = dict.fromkeys(
        frozenset(each.replace(EDGE, "") for each in literals) for literals in needs_of(pattern, figures=False).all_sets
    )
    first, *others = tuple(plain)[:MOST_SETS] or ((),)
    return (first, *(each for each in others if rarity(each) >= TELLING)) if first else ()


def words_of(text: str) -> frozenset[str]:
    """The words of a text as `needed_words` has them."""
    words: list[str] = []
    pairs: list[str] = []
    for run in RUN.findall(_folded(text)):
        if " " in run:
            spaced = run.split(" ")
            words.extend(spaced)
            pairs.extend(map(PAIR, spaced, spaced[1:]))
        else:
            words.append(run)
    found = {*words, *pairs}
    found.update([f"-{word[-AFFIX:]}" for word in words])
    found.update([f"{word[:AFFIX]}-" for word in words])
    if FIGURE.search(text):
        found.add(ANY_FIGURE)
    return frozenset(found)


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(DOTTED).casefold()


class Places(Struct, frozen=True):
    """Where the words of a text stand first and last, counted in words, pairs where their first word does."""

    first: dict[str, int]
    last: dict[str, int]


def places_of(text: str) -> Places:
    """The places of the `words_of` a text; figures have none."""
    words = WORD.findall(_folded(text))
    placed = list(enumerate(words))
    placed += [(place, f"-{word[-AFFIX:]}") for place, word in enumerate(words)]
    placed += [(place, f"{word[:AFFIX]}-") for place, word in enumerate(words)]
    placed += enumerate(map(PAIR, words, words[1:]))
    return Places(
        {word: place for place, word in sorted(placed, reverse=True)}, {word: place for place, word in sorted(placed)}
    )


def in_order(needed: Iterable[frozenset[str]], words: frozenset[str], places: Places) -> bool:
    """Whether a text can have a word of each set, and none before one of the set before.

    `words` and `places` are those of the text, which has one of each set.
    """
    reached = 0
    for each in needed:
        met = each & words
        if ANY_FIGURE not in met:
            if max([places.last[word] for word in met]) < reached:
                return False
            reached = max(reached, min([places.first[word] for word in met]))
    return True


def needed_words(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of words, of each of which one is among the `words_of` every text that the pattern matches in.

    They stand there in the order of the sets (`in_order`).
    """
    found = (frozenset(map(_telling, literals)) for literals in needs_of(pattern, figures=True).sets_in_order)
    return tuple(dict.fromkeys(words for words in found if "" not in words))


def _telling(literal: str) -> str:
    """The rarest word or pair of words of a literal that cannot be parts of others; or else a part of a word, a figure.

    "" where it has none of them.
    """
    text = literal.translate(DOTTED).casefold()
    found = tuple(WORD.finditer(text))
    whole = [word for word in found if word.start() > 0 and word.end() < len(text)]
    beside = ((left, right) for left, right in pairwise(whole) if text[left.end() : right.start()] == " ")
    pairs = (PAIR(left[0], right[0]) for left, right in beside)
    long = [word for word in found if len(word[0]) >= AFFIX]
    endings = (f"-{word[0][-AFFIX:]}" for word in long if word.end() < len(text))
    beginnings = (f"{word[0][:AFFIX]}-" for word in long if word.start() > 0)
    other = next(chain(endings, beginnings), ANY_FIGURE if FIGURE.search(text) else "")
    return max((*pairs, *(word[0] for word in whole)), key=_worth, default=other)


def _worth(words: str) -> float:
    return rarity((words.replace("_", " "),))
