"""Years in two figures beside the year that they are said to stand for."""

from __future__ import annotations

from msgspec import Struct

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.figured import matches_at

STANDS_FOR = lazy_pattern(
    r"(?P<short>\d\d)(?:(?<=[\"']..)|(?<=\bthe ..))[\"']? "
    r"(?:(?:in (?:its|the|their) (?:name|title)|is|was|stands?|stood|standing)(?: \w+)? )?"
    r"(?:for|refers? to|means|represents?|marks?|denotes?|indicates?|recalls?) (?:the )?(?:\w+ )?"
    r"year(?:\b[^.;:!?\d\n]{0,80}?[ ,(—–-]+)(?P<year>(?:1[5-9]|20)\d\d)\b"
)
"""'"19" is for the year it was found, 2019': the figure of a name, and the year that it is said to mean."""


SHORT = lazy_pattern(r"\d\d(?:(?<=[\"']..)|(?<=\bthe ..))[\"']? ")
"""How it begins: with a digit and not with a group, so that a search passes over anything else at once."""


class ShortYear(Struct, frozen=True):
    """A year in two figures and the whole year it stands for, in reading offsets."""

    short: Span
    year: Span


def wrong_short_years(article: Article) -> tuple[ShortYear, ...]:
    """The years in two figures that are not the last two of the year beside them."""
    return tuple(
        ShortYear(Span(*found.span("short")), Span(*found.span("year")))
        for found in matches_at(STANDS_FOR, article.plain, (each.start() for each in SHORT.finditer(article.plain)))
        if found["short"] != found["year"][-2:]
    )
