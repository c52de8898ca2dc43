"""How messages write figures that were computed."""

from __future__ import annotations

from fractions import Fraction

from linter.annotation.article import Article
from linter.annotation.quantities.marks import in_house, with_points
from linter.core.span import Span


def shown(value: Fraction, decimals: int = 0) -> str:
    """A value with at most so many digits after the point, halves rounded up, thousands grouped: "1,204.5"."""
    for scale, word in ((10**9, "billion"), (10**6, "million")):
        if abs(value) >= scale and value * 100 % scale == 0:
            return f"{shown(value / scale, 2)} {word}"
    scaled = (value * 10**decimals + Fraction(1, 2)).__floor__()
    text = f"{scaled // 10**decimals:,}" if scaled >= 0 else f"-{-scaled // 10**decimals:,}"
    rest = str(abs(scaled) % 10**decimals).zfill(decimals).rstrip("0") if decimals else ""
    return f"{text}.{rest}" if rest else text


def written(article: Article, value: Fraction, decimals: int = 0) -> str:
    """A value as `shown` writes it, with the marks of the article's house: "1.204,5"."""
    return in_house(shown(value, decimals), article.settings.decimal_mark)


def decimals_at(article: Article, span: Span) -> int:
    """How many digits stand after the decimal mark of the first figure in a span."""
    return decimals_of(with_points(article.words(span), article.settings.decimal_mark))


def decimals_of(text: str) -> int:
    """How many digits stand after the point of the first figure in some words."""
    digits = text.partition(".")[2]
    return len(digits) - len(digits.lstrip("0123456789"))


def with_number(words: str, number: str, value: str) -> str:
    """The words of a quantity with its number replaced: "Forty percent" with "38" is "38 percent"."""
    return words.replace(number, value, 1)
