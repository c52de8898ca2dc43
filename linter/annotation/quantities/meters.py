"""An "m" close to its figure: metres, or millions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from linter.annotation.quantities.words import CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS

if TYPE_CHECKING:
    from linter.annotation.quantities.numbers import Token

MEASURED = frozenset(
    "high tall long wide deep thick away above below across off apart from short taller longer higher deeper wider "
    "race sprint hurdles relay final freestyle butterfly breaststroke backstroke platform springboard by x "
    "bronze champion crown dash gold heat heats semi-final semi-finals silver title triumph victory win".split()
)
"""Words after a length."""


def is_meters(tokens: Sequence[Token], place: int) -> bool:
    """Whether an "m" close to its figure is metres: "a wall 9m high", "a 12m mast", but not "$9m" and "9m people"."""
    if tokens[place].text != "m" or tokens[place].capital:
        return False
    before = tokens[place - 2].text if place > 1 else ""
    if before in CURRENCY_SIGNS or before.upper() in CURRENCY_CODES:
        return False
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if after in MEASURED or after in ("-", "("):
        return True
    money = after in CURRENCY_WORDS or after.removesuffix("s") in CURRENCY_WORDS or after in ("pounds", "sterling")
    follower = takewhile(_is_of_phrase, tokens[place + 1 : place + 4])
    return before in ("a", "an", "the") and not money and not any(map(_may_be_plural, follower))


def _is_of_phrase(token: Token) -> bool:
    return token.text.isalpha() and token.text not in ("in", "on", "at", "for", "to", "and")


def _may_be_plural(token: Token) -> bool:
    return token.text.endswith("s") or token.text == "people"
