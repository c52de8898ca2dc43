"""What a figure can stand for: the precision of its writing and the words that blur it, as an interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from linter.annotation.quantities.numbers import Token
from linter.annotation.quantities.words import ABOVE, AROUND, BELOW, UNDER

Sense = Literal["", "below", "above", "under", "around"]

SENSES: Mapping[str, Sense] = {
    **dict.fromkeys(AROUND, "around"), **dict.fromkeys(UNDER, "under"), **dict.fromkeys(ABOVE, "above"),
    **dict.fromkeys(BELOW, "below"),
}  # fmt: skip
"""Blurring words to what they say."""

LAST_WORDS = frozenset(words.split()[-1] for words in SENSES)
LONGEST = max(len(words.split()) for words in SENSES)

SLACK = Fraction(1, 10)
"""How far from its figure a blurred amount may lie, of the figure."""


class Blur(Struct, frozen=True):
    """The blurring words before a quantity, "" for none, and the first token with them."""

    word: str
    first: int


def approximation_before(tokens: Sequence[Token], index: int) -> Blur:
    """The blurring words that end just before a token."""
    if not index or tokens[index - 1].text not in LAST_WORDS:
        return Blur("", index)
    for length in range(min(LONGEST, index), 0, -1):
        words = " ".join(token.text for token in tokens[index - length : index])
        if words in SENSES:
            return Blur(words, index - length)
    return Blur("", index)


def approximation_after(tokens: Sequence[Token], first: int, last: int) -> tuple[Blur, int]:
    """The blurring words after a quantity ("or so", "or more", "+"), and the token after them."""
    words = tuple(token.text for token in tokens[last : last + 3])
    if words[:2] == ("or", "so"):
        return Blur("about", first), last + 2
    if words[:2] == ("or", "more"):
        return Blur("at least", first), last + 2
    if words[:2] in (("or", "fewer"), ("or", "less")):
        return Blur("at most", first), last + 2
    if words[:1] == ("+",):
        return Blur("at least", first), last + 1
    if words[:2] == ("-", "plus"):
        return Blur("at least", first), last + 2
    return Blur("", first), last


def bounds(kind: str, value: Fraction, step: Fraction, blur: Blur) -> tuple[Fraction, Fraction | None]:
    """The least and the greatest that a figure can stand for; `step` is the size of its last sure digit.

    A rounded figure stands for half a step more or less; a fraction in words for two points less to three more ("a
    third" for 31 to 36 percent).
    """
    low, high = (value - step / 2, value + step / 2) if step else (value, value)
    if kind == "fraction":
        low, high = _fraction_bounds(value)
    match SENSES.get(blur.word, ""):
        case "below":
            return (value - Fraction(6, 100) if kind == "fraction" else value - value * SLACK), value
        case "above":
            least = low if kind == "fraction" else value
            close = blur.word.startswith(("just", "slightly", "a little", "little"))
            return least, (value + max(value * SLACK, Fraction(5, 100) if kind == "fraction" else 0) if close else None)
        case "under":
            return Fraction(0), high
        case "around":
            wide = Fraction(2, 100) if kind == "fraction" else value * SLACK
            return low - wide, high + wide
        case _:
            return low, high


def _fraction_bounds(value: Fraction) -> tuple[Fraction, Fraction]:
    """What a fraction in words can round: a third 31 to 36 %, half 47 to 53 %, two thirds 64 to 69 %."""
    percent = Fraction(1, 100)
    slack = min(
        3 * percent if value == Fraction(1, 2) else Fraction(27, 1000),
        value / 8,
        (1 - value) / 4 if value < 1 else percent,
    )
    return value - slack, value + slack
