"""Numbers that a word of the body states: "twins" for two."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantities.words import ONES
from linter.core.pattern import lazy_pattern

MULTIPLES: Mapping[str, int] = {
    "double": 2, "twice": 2, "twin": 2, "pair": 2, "couple": 2, "both": 2, "triple": 3, "triplet": 3, "trio": 3,
    "quartet": 4, "quadruple": 4, "quintet": 5, "sextet": 6, "octet": 8, "single": 1, "sole": 1, "lone": 1,
    "decade": 10, "century": 100, "score": 20, "hundredth": 100, "fiftieth": 50,
}  # fmt: skip
"""Words of the body that state a number."""


LETTERED = lazy_pattern(r"\d+(?:\.\d+)?[a-z]+")
YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d")


def is_worded(article: Article, quantity: Quantity) -> bool:
    """Whether a word of the article states the number that a figure is."""
    words = {word for word, value in MULTIPLES.items() if value == quantity.value}
    return bool(words) and any(re.search(rf"\b{word}s?\b", article.plain, re.IGNORECASE) for word in words)


def is_written(article: Article, quantity: Quantity) -> bool:
    """Whether the body has a bare number of the headline in its digits or its word, whatever it was read as there.

    So it may have a figure with letters ("100m", of metres there and of millions here), and a year ("War of 1812 dead",
    with that war).
    """
    body = article.plain[article.document.block_holding(quantity.span.start).end :].lower()
    told = article.plain_words(quantity.number).lower()
    if LETTERED.fullmatch(told) or YEAR.fullmatch(told):
        return _stands_in(told, body)
    if quantity.kind != "count" or quantity.head or quantity.ends or quantity.value.denominator > 1:
        return False
    words = [str(quantity.value), *(word for word, value in ONES.items() if value == quantity.value)]
    return any(_stands_in(word, body) for word in words)


def _stands_in(word: str, text: str) -> bool:
    place = text.find(word)
    while place >= 0:
        before, after = text[max(0, place - 1) : place], text[place + len(word) : place + len(word) + 2]
        decimal = after[:1] in (".", ",") and after[1:].isdigit()
        if not before.isalnum() and before not in (".", ",") and not after[:1].isalnum() and not decimal:
            return True
        place = text.find(word, place + 1)
    return False
