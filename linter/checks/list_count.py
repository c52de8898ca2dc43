"""The check kind `list-count`: a list with more or fewer items than were announced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.quantities.words import ONES
from linter.checks.base import Finding, Label
from linter.core.span import Span
from linter.infer.lists.announced import listings
from linter.infer.lists.counts import Listing
from linter.match.trigger import Trigger

WORDS = {value: word for word, value in ONES.items() if word != "nil"}


class ListCountCheck(Struct, frozen=True, kw_only=True):
    """Reports a number of things when the list that follows has another number of items, however it is read.

    Values: `items`, how many follow.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("small number",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each number that announces another number of items, however often its list is found."""
        told = {listing.count.span: listing for listing in listings(article)}
        yield from (_finding(article, listing) for listing in told.values())


def _finding(article: Article, listing: Listing) -> Finding:
    count = listing.count
    span = Span(count.span.start, count.noun.end if count.noun else count.span.end)
    number = article.words(count.number)
    figure = str(listing.most) if number[0].isdecimal() else WORDS.get(listing.most, str(listing.most))
    figure = figure.capitalize() if number[0].isupper() else figure
    items = figure.lower() if listing.least == listing.most else f"{listing.least} to {listing.most}"
    fixed = (figure + article.words(Span(count.number.end, span.end)),) if listing.least == listing.most else ()
    return Finding(span, (Label(listing.span, "the list"),), {"items": items}, fixed)
