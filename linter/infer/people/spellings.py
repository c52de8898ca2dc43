"""Spellings of one name that differ by a slip: found by how near they are and by the part they play.

Near is an edit distance of one, with swapped neighbours as one edit (optimal string alignment, a restriction of
Damerau 1964). Pairs are found through the words that are left when one letter is taken out (the symmetric delete
method of Garbe's SymSpell), so the work grows with the number of names, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from linter.core.pattern import lazy_pattern

SOUNDS = (("dzh", "j"), ("tch", "ch"), ("sch", "sh"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
          ("qu", "k"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("yi", "i"), ("yy", "i"),
          ("y", "i"), ("w", "v"))  # fmt: skip
"""Letters that stand for one sound in names from other scripts and languages, as they are replaced in turn."""

DOUBLED = lazy_pattern(r"(.)\1")

MOST_ALIKE = 12
"""Words with a deletion in common that are compared with each other; more are a list of codes."""


class NearWords:
    """Words in which those one edit apart from another are found without looking at all of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for word in words:
            for rest in _rests(word):
                self._by_rest.setdefault(rest, []).append(word)

    def has_near(self, word: str) -> bool:
        """Whether there is a word one edit apart."""
        return any(edit(word, other) for rest in _rests(word) for other in self._by_rest.get(rest, ()))


def near_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words, each once, that are one edit apart; each pair in the order of the words."""
    order = {word: index for index, word in enumerate(dict.fromkeys(words))}
    first: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for word in order:
        for key in _rests(word):
            held = first.setdefault(key, word)
            if held is not word:
                groups.setdefault(key, [held]).append(word)
    pairs = {pair for group in groups.values() if len(group) <= MOST_ALIKE for pair in combinations(group, 2)}
    yield from sorted((pair for pair in pairs if edit(*pair)), key=lambda pair: (order[pair[0]], order[pair[1]]))


def _rests(word: str) -> set[str]:
    """A word, and what is left of it when one letter is taken out; words one edit apart have one of them in common."""
    return {word, *[word[:i] + word[i + 1 :] for i in range(len(word))]}


def same_sound(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words, each once, that transcribe one sound: "kh", "ck" and "k", doubled letters and single ones."""
    groups: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        groups.setdefault(_sound(word), []).append(word)
    for group in groups.values():
        yield from combinations(group, 2) if len(group) <= MOST_ALIKE else ()


def _sound(word: str) -> str:
    for written, said in SOUNDS:
        word = word.replace(written, said)
    return DOUBLED.sub(r"\1", word)


def edit(one: str, other: str) -> str:
    """The one edit that makes one word of the other: "swap", "change", "drop"; "" where it takes more, or none."""
    if one == other or abs(len(one) - len(other)) > 1:
        return ""
    start = _common(one, other)
    if len(one) == len(other):
        if one[start + 1 :] == other[start + 1 :]:
            return "change"
        swapped = one[start : start + 2] == other[start : start + 2][::-1]
        return "swap" if swapped and one[start + 2 :] == other[start + 2 :] else ""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return "drop" if longer[start + 1 :] == shorter[start:] else ""


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters two words have in common at the beginning."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def alike(one: str, other: str) -> float:
    """The share of letters that two words have in common in order, 0 to 1 (Ratcliff and Obershelp 1988)."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
