"""What stands beside a number and says of what kind it is: percent, money, a unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from linter.annotation.quantities.nouns import singular
from linter.annotation.quantities.numbers import Token, tokens_of
from linter.annotation.quantities.words import CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, TIME_UNITS, UNITS

PERCENT = (("%",), ("percent",), ("per", "cent"), ("pct",), ("pc",), ("percentage",))
POINTS = (("percentage", "point"), ("percent", "point"), ("%", "point"), ("pp",), ("ppt",), ("ppts",), ("pps",))

CASED_UNITS = frozenset(("C", "F", "c", "f"))
"""Units of one letter, read in their own letter case and only beside a degree or close to the number."""

COUNTRIES_OF_MONEY = frozenset(
    "us u.s american canadian australian zealand hong kong singapore swiss british danish swedish norwegian icelandic "
    "czech mexican indian egyptian turkish syrian lebanese iraqi kuwaiti iranian qatari "
    "saudi emirati russian belarusian "
    "estonian deutsche german french irish jamaican bahamian namibian trinidad taiwan new sterling".split()
)


class Unit(Struct, frozen=True):
    """A unit that ends before the token `last`: the kind of the quantity and the unit's name."""

    kind: str
    name: str
    last: int


def unit_after(tokens: Sequence[Token], index: int, text: str) -> Unit | None:
    """The unit that begins at a token, after a number; a hyphen may stand between."""
    place = index
    while place < len(tokens) and tokens[place].text == "-" and place - index < 1:
        place += 1
    if place >= len(tokens):
        return None
    for names, kind in ((POINTS, "points"), (PERCENT, "percent")) if tokens[place].text[0] in "%p" else ():
        last = _names_end(tokens, place, names)
        if last is not None:
            return Unit(kind, "percent" if kind == "percent" else "point", last)
    return _money_after(tokens, place) or _measure(tokens, place, text) or _time(tokens, place)


def _names_end(tokens: Sequence[Token], place: int, names: Sequence[tuple[str, ...]]) -> int | None:
    for name in names:
        end = _match(tokens, place, name)
        if end is not None:
            return end
    return None


def _match(tokens: Sequence[Token], place: int, words: Sequence[str]) -> int | None:
    """The token after the words of a name, whose last may be a plural; hyphens between are passed over."""
    for number, word in enumerate(words):
        if number and place < len(tokens) and tokens[place].text == "-":
            place += 1
        if place >= len(tokens):
            return None
        text = tokens[place].text
        if text != word and not (number == len(words) - 1 and text in (word + "s", word + "es")):
            return None
        place += 1
    return place


def _money_after(tokens: Sequence[Token], place: int) -> Unit | None:
    while place < len(tokens) and tokens[place].text in COUNTRIES_OF_MONEY:
        place += 1
    if place >= len(tokens):
        return None
    token = tokens[place]
    word = CURRENCY_WORDS.get(token.text) or CURRENCY_WORDS.get(singular(token.text))
    if word:
        return Unit("money", _iso(word), place + 1)
    if token.text in CURRENCY_SIGNS:
        return Unit("money", CURRENCY_SIGNS[token.text], place + 1)
    code = token.text.upper()
    return Unit("money", code, place + 1) if token.capital and code in CURRENCY_CODES else None


def _iso(word: str) -> str:
    """The code for a currency's word where it can mean but one."""
    return {"dollar": "USD", "euro": "EUR", "yen": "JPY", "kronor": "krona", "kroner": "krone"}.get(
        word, singular(word)
    )


def _measure(tokens: Sequence[Token], place: int, text: str) -> Unit | None:
    if place >= len(tokens):
        return None
    for name, words in _units().get(tokens[place].text, ()):
        last = _match(tokens, place, words)
        if last is None:
            continue
        letter = text[tokens[last - 1].start : tokens[last - 1].end]
        if len(letter) == 1 and letter.isalpha() and not _stands_alone(tokens, place, last, letter):
            continue
        return Unit("measure", name, last)
    return None


def _stands_alone(tokens: Sequence[Token], place: int, last: int, letter: str) -> bool:
    """Whether a letter is a unit: after a degree sign, or close to the figure or a single small letter."""
    if last - place > 1:
        return True
    if letter in CASED_UNITS:
        return letter.isupper() and tokens[place].start <= tokens[place - 1].end + 1
    return tokens[place].start == tokens[place - 1].end or letter in ("l", "g", "m")


@lru_cache(maxsize=1)
def _units() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The units by the first token of each way to write them, the longest way first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, forms in UNITS.items():
        for form in forms:
            words = tuple(token.text for token in tokens_of(form))
            for first in {words[0], _plural(words[0])}:
                found.setdefault(first, []).append((name, (first, *words[1:])))
    return {first: tuple(sorted(each, key=lambda pair: -len(pair[1]))) for first, each in found.items()}


def _plural(word: str) -> str:
    return {"inch": "inches", "foot": "feet"}.get(word, word + "s" if len(word) > 2 else word)


def _time(tokens: Sequence[Token], place: int) -> Unit | None:
    for ahead in range(2):
        word = tokens[place + ahead].text if place + ahead < len(tokens) else ""
        if singular(word) in TIME_UNITS and (not ahead or tokens[place].text in ("more", "full", "whole", "long")):
            return Unit("duration", singular(word), place + ahead + 1)
    return None


def currency_before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The currency that stands before a number, and its first token."""
    if not index:
        return None
    sign = tokens[index - 1]
    if sign.text in CURRENCY_SIGNS:
        prefix = tokens[index - 2] if index > 1 else None
        if prefix is not None and prefix.end == sign.start and (prefix.text + sign.text).upper() in CURRENCY_SIGNS:
            return CURRENCY_SIGNS[(prefix.text + sign.text).upper()], index - 2
        return CURRENCY_SIGNS[sign.text], index - 1
    if sign.text == "." and index > 1 and tokens[index - 2].text == "rs":
        return "INR", index - 2
    if sign.capital and (sign.text.upper() in CURRENCY_CODES or sign.text in ("rs", "rm", "rp", "ksh")):
        return {"rs": "INR", "rm": "MYR", "rp": "IDR", "ksh": "KES"}.get(sign.text, sign.text.upper()), index - 1
    return None
