"""Counts that can announce a list, and a list as it was announced and told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in

MOST = 40
"""A list that is announced with its number is not longer than this."""


class Listing(Struct, frozen=True):
    """An announced list: the figure, and the least and the most items that what follows can be read as."""

    count: Quantity
    least: int
    most: int
    span: Span


def figure_starts(article: Article) -> list[int]:
    """Where the figures of an article begin."""
    return [quantity.span.start for quantity in article.quantities]


def plain_counts(article: Article) -> tuple[Quantity, ...]:
    """The counts of an article that could announce a list, in reading order."""
    return tuple(
        each
        for each in article.quantities
        if each.kind == "count"
        and not each.ends
        and not each.approximation
        and 1 < each.value <= MOST
        and each.value.denominator == 1
    )


def counts_in(article: Article, span: Span) -> list[Quantity]:
    """The plain counts in a span that could announce a list."""
    return list(starting_in(article.derive(plain_counts), span))


SERVED = lazy_pattern(
    r"\b(?:for|feeds?|feeding|makes?|making|serves?|serving|yields?|yielding|(?:each|every)(?: \w+)? of) "
    r"(?:about |up to |the |these )?$",
    re.IGNORECASE,
)
NEEDED = lazy_pattern(r"\b(?:needs?|requires?|takes?|will want)\b")


def is_served(article: Article, count: Quantity, span: Span) -> bool:
    """Whether a count is of those for whom or of what a list has the makings: "You need, for 20 buns:"."""
    return bool(
        SERVED.search(article.plain, span.start, count.span.start)
        or NEEDED.search(article.plain, count.span.end, span.end)
    )


def is_told(counts: Sequence[Quantity], least: int, most: int) -> bool:
    """Whether one of some counts, or all of them together, tells of a number of items."""
    values = [each.value for each in counts]
    return any(least <= value <= most for value in (*values, sum(values)))


ONE_MORE = lazy_pattern(
    r"\W*(?:And|Also|Finally|Last|Lastly|(?:A|And an?|The) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|final|last))\b"
)


def goes_on(article: Article, place: int) -> bool:
    """Whether the words behind the items of a list tell one more of them: "The fourth way is the simplest"."""
    return ONE_MORE.match(article.plain, place) is not None
