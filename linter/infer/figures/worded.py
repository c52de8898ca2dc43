"""Numbers that a word of the body states: "twins" for two."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.annotation.article import Article
from linter.annotation.model import Quantity

MULTIPLES: Mapping[str, int] = {
    "double": 2, "twice": 2, "twin": 2, "pair": 2, "couple": 2, "both": 2, "triple": 3, "triplet": 3, "trio": 3,
    "quartet": 4, "quadruple": 4, "quintet": 5, "sextet": 6, "octet": 8, "single": 1, "sole": 1, "lone": 1,
    "decade": 10, "century": 100, "score": 20,
}  # fmt: skip
"""Words of the body that state a number."""


def is_worded(article: Article, quantity: Quantity) -> bool:
    """Whether a word of the article states the number that a figure is."""
    words = {word for word, value in MULTIPLES.items() if value == quantity.value}
    return bool(words) and any(re.search(rf"\b{word}s?\b", article.plain, re.IGNORECASE) for word in words)
