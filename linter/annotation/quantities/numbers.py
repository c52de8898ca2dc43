"""Numbers in digits and words: the value of each and the precision of its writing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from linter.annotation.quantities.meters import is_meters
from linter.annotation.quantities.words import (
    APART_SCALES,
    GROUPS,
    ONES,
    PARTS,
    SCALES,
    SHORT_SCALES,
    STOPPED_SCALES,
    TENS,
    VULGAR,
)
from linter.core.pattern import lazy_pattern

TOKEN = lazy_pattern(r"\d+(?:,\d+)*(?:\.\d+)?|[^\W\d_]+|[^\s]")
"""A figure, a word, or one mark (an underscore and a fraction sign among them)."""

GROUPED = lazy_pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")
"""A figure with its thousands in groups, also in the Indian way (1,25,000), or without groups."""

MOST_DIGITS = 30
"""A figure with more digits states no quantity that news could mean."""

ROUNDED_FROM = 10_000
"""From here on, a number that ends in zeros is taken for rounded, to two figures at the roughest."""


class Token(Struct, frozen=True):
    """A word, figure or mark of a sentence: its small letters and its offsets there."""

    text: str
    start: int
    end: int
    capital: bool


class Number(Struct, frozen=True):
    """A number: tokens `first` to before `last`, its value, and `step`, the size of its last sure digit (0: exact).

    `form` says how it is written: in "digits", in "words", as a "part" of a whole ("two thirds"), as an "ordinal".
    """

    first: int
    last: int
    value: Fraction
    step: Fraction
    form: str


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a sentence in plain text."""
    tokens: list[Token] = []
    place = 0
    for piece in text.split(" "):
        for word, low, high, capital in _read(piece):
            tokens.append(Token(word, place + low, place + high, capital))
        place += len(piece) + 1
    return tuple(tokens)


@lru_cache(maxsize=2048)
def _read(piece: str) -> tuple[tuple[str, int, int, bool], ...]:
    """The tokens of what stands between two spaces: text has the same few again and again."""
    return tuple((found[0].lower(), *found.span(), found[0][0].isupper()) for found in TOKEN.finditer(piece))


@lru_cache(maxsize=2048)
def figure(text: str) -> tuple[Fraction, int] | None:
    """The value of digits and how many stand after the point; None where the groups are not those of a number."""
    if len(text) > MOST_DIGITS or not text.isascii() or not GROUPED.fullmatch(text):
        return None
    whole, _, decimals = text.replace(",", "").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals)


def rounding(value: Fraction, decimals: int = 0, scale: int = 1) -> Fraction:
    """The size of the last digit that a number can be sure of, 0 for one that is exact.

    `decimals` are its digits after the point, `scale` the number named by a word after it (1,000,000).
    """
    if decimals:
        return Fraction(scale, 10**decimals)
    if value < ROUNDED_FROM and scale == 1:
        return Fraction(0)
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Fraction(10 ** max(0, min(zeros, len(digits) - 2))) if zeros >= 3 else Fraction(0)


def read_number(tokens: Sequence[Token], index: int) -> Number | None:
    """The number that begins at a token, the longest; None where none does."""
    token = tokens[index]
    if token.text[0].isdecimal():
        return _figure(tokens, index)
    if token.text in VULGAR:
        return Number(index, index + 1, VULGAR[token.text], Fraction(0), "part")
    article = token.text in ARTICLES and _word(tokens, index + 1) not in AFTER_ARTICLE
    return _words(tokens, index) if token.text in STARTS and not article else None


ARTICLES = frozenset(("a", "an"))
STARTS = ARTICLES | frozenset((*ONES, *TENS, "half", "hundred", "thousand", "million", "billion", "dozen"))
OPENINGS = STARTS | VULGAR.keys()

AFTER_ARTICLE = frozenset((*GROUPS, *SCALES, *PARTS, "couple", "few", "-"))
"""What makes an article the start of a number: most articles are none, and are told from it at once."""


def openings(tokens: Sequence[Token]) -> Sequence[int]:
    """The tokens with which a number can begin."""
    return [index for index, token in enumerate(tokens) if token.text in OPENINGS or token.text[0].isdecimal()]


def _glued(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands close to the one before it."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _figure(tokens: Sequence[Token], index: int) -> Number | None:
    read = figure(tokens[index].text)
    if read is None:
        return None
    value, decimals = read
    last = index + 1
    if _word(tokens, last) in ("st", "nd", "rd", "th") and _glued(tokens, last):
        return Number(index, last + 1, value, Fraction(0), "ordinal")
    added, last = _and_part(tokens, last)
    scale, last = _scale(tokens, last)
    if added or scale > 1:
        value = (value + added) * scale
    step = Fraction(0) if added and scale == 1 else rounding(value, 0 if added else decimals, scale)
    return Number(index, last, value, step, "digits")


def _scale(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The scale named at a token, 1 for none, and the token after it."""
    place = index + 1 if _word(tokens, index) == "-" and _word(tokens, index + 1) in SCALES else index
    word = _word(tokens, place)
    if word in SCALES:
        more, last = _scale(tokens, place + 1)
        return SCALES[word] * more, last
    if word in ("hundred", "dozen"):
        return GROUPS[word], place + 1
    if word in SHORT_SCALES and (_glued(tokens, place) or word in APART_SCALES) and not is_meters(tokens, place):
        return SHORT_SCALES[word], place + 1 + (_word(tokens, place + 1) == "." and word in STOPPED_SCALES)
    return 1, index


def _and_part(tokens: Sequence[Token], index: int) -> tuple[Fraction, int]:
    """A part added to the number before: "and a half", "and three quarters", "½"; 0 for none."""
    if _word(tokens, index) in VULGAR:
        return VULGAR[tokens[index].text], index + 1
    place = index
    while _word(tokens, place) == "-":
        place += 1
    if _word(tokens, place) != "and":
        return Fraction(0), index
    place += 1
    while _word(tokens, place) == "-":
        place += 1
    part = _part(tokens, place)
    return (part[0], part[1]) if part else (Fraction(0), index)


def _part(tokens: Sequence[Token], index: int) -> tuple[Fraction, int] | None:
    """A part of a whole: "a half", "three-quarters", "two thirds", "half"."""
    word = _word(tokens, index)
    if word == "half":
        return Fraction(1, 2), index + 1
    count = 1 if word in ("a", "an") else ONES.get(word, 0) or (int(word) if word in DIGITS else 0)
    place = index + 1 + (_word(tokens, index + 1) == "-")
    name = _word(tokens, place)
    singular = name.removesuffix("s") if name != "halves" else "half"
    if not count or singular not in PARTS or (name == singular) != (count == 1) or count > PARTS[singular]:
        return None
    return Fraction(count, PARTS[singular]), place + 1


DIGITS = frozenset("123456789")


def _words(tokens: Sequence[Token], index: int) -> Number | None:
    part = _part(tokens, index)
    if part is not None:
        return _scaled_part(tokens, index, *part)
    value, last = _below_scale(tokens, index)
    if last == index:
        return None
    total, rounded, scales = Fraction(0), False, 0
    while True:
        added, after = _and_part(tokens, last)
        if added and _word(tokens, after) == "dozen":
            return None
        scale, after_scale = _scale(tokens, after)
        if scale in (100, 12) and after_scale > after:
            scale, after_scale = 1, after
        total, last = total + (value + added) * scale, after_scale
        scales = max(scales, scale)
        if scale == 1:
            break
        place = last + 1 if _word(tokens, last) == "and" else last
        if _word(tokens, place) in ("a", "an", "half"):
            break
        value, after = _below_scale(tokens, place)
        if after == place:
            break
        rounded, last = True, after
    step = Fraction(0) if rounded else rounding(total, 0, scales)
    return Number(index, last, total, step, "words")


def _scaled_part(tokens: Sequence[Token], index: int, part: Fraction, last: int) -> Number | None:
    """ "half a million", "half a dozen", "three quarters of a million", "half a percent", or the part alone."""
    place = last + 1 if _word(tokens, last) == "of" else last
    if _word(tokens, place) in ("a", "an"):
        word = _word(tokens, place + 1)
        scale = SCALES.get(word) or GROUPS.get(word)
        if scale:
            return Number(index, place + 2, part * scale, rounding(part * scale, 0, scale), "words")
        if word in ("percent", "percentage") or (word == "per" and _word(tokens, place + 2) == "cent"):
            return Number(index, place + 1, part, Fraction(0), "words")
    return Number(index, last, part, Fraction(0), "part")


def _below_scale(tokens: Sequence[Token], index: int) -> tuple[Fraction, int]:
    """A number in words below a thousand, with the token after it; "twelve hundred" too."""
    word = _word(tokens, index)
    if word in ("a", "an"):
        return _a_group(tokens, index)
    if word in SCALES and word not in ("lakh", "crore"):
        return Fraction(1), index
    if word in GROUPS:
        value, last = Fraction(1), index
    elif word in ONES or word in TENS:
        value, last = _tens(tokens, index)
    else:
        return Fraction(0), index
    place = last + (_word(tokens, last) == "-" and _word(tokens, last + 1) in GROUPS)
    if _word(tokens, place) in GROUPS:
        value, last = value * GROUPS[tokens[place].text], place + 1
        return _after_hundred(tokens, value, last)
    return value, last


def _a_group(tokens: Sequence[Token], index: int) -> tuple[Fraction, int]:
    """ "a hundred", "a dozen", "a million" (the scale is read later), "a couple of hundred"."""
    word = _word(tokens, index + 1)
    if word in GROUPS:
        return _after_hundred(tokens, Fraction(GROUPS[word]), index + 2)
    if word in SCALES:
        return Fraction(1), index + 1
    if word in ("couple", "few"):
        place = index + 2 + (_word(tokens, index + 2) == "of")
        named = _word(tokens, place)
        if named in GROUPS:
            return Fraction((2 if word == "couple" else 3) * GROUPS[named]), place + 1
        if named in SCALES:
            return Fraction(2 if word == "couple" else 3), place
    return Fraction(0), index


def _tens(tokens: Sequence[Token], index: int) -> tuple[Fraction, int]:
    word = tokens[index].text
    if word in ONES:
        return Fraction(ONES[word]), index + 1
    place = index + 1 + (_word(tokens, index + 1) == "-")
    unit = ONES.get(_word(tokens, place), 0)
    return (Fraction(TENS[word] + unit), place + 1) if 1 <= unit <= 9 else (Fraction(TENS[word]), index + 1)


def _after_hundred(tokens: Sequence[Token], value: Fraction, last: int) -> tuple[Fraction, int]:
    """ "and five", "twenty-five" after "two hundred"; "and a half" after "a dozen"."""
    if value % 100:
        half = _word(tokens, last) == "and" and _part(tokens, last + 1)
        return (value + 12 * half[0], half[1]) if half else (value, last)
    place = last + (_word(tokens, last) == "and")
    if _word(tokens, place) in ONES or _word(tokens, place) in TENS:
        more, after = _tens(tokens, place)
        ranged = place > last and (not more or _word(tokens, after) in GROUPS)
        return (value, last) if ranged else (value + more, after)
    return value, last
