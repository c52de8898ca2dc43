"""Paragraphs with their figures as single signs, so that patterns can speak of figures instead of digits.

A figured text is the plain text of a block in which each quantity is one sign that stands for its kind. Patterns name
kinds in angle brackets: `<percent>`, or `<part:count>` for one whose place is wanted; `<amount>` is any kind that has a
size of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.document.model import Block

SIGNS: Mapping[str, str] = {
    kind: chr(0xE000 + number)
    for number, kind in enumerate(
        ("count", "percent", "points", "money", "measure", "fraction", "multiple", "duration", "age", "ordinal")
    )
}
"""The sign of each kind, from Unicode's private use area; one that stands in the text already is blanked."""

CLASSES: Mapping[str, str] = {
    **SIGNS,
    "amount": "".join(SIGNS[kind] for kind in ("count", "money", "measure", "duration")),
    "number": "".join(SIGNS[kind] for kind in ("count", "percent", "money", "measure", "duration")),
    "change": "".join(SIGNS[kind] for kind in ("percent", "points")),
    "any": "".join(SIGNS.values()),
}
"""What patterns can name."""

NAMED = lazy_pattern(r"<(?:(\w+):)?(\w+)>")

PRIVATE = lazy_pattern("[\ue000-\uf8ff]")


class Figured(Struct, frozen=True):
    """A block as a figured text; `starts` are the reading offsets of its runs, `places` their offsets in `text`."""

    text: str
    quantities: tuple[Quantity, ...]
    signs: tuple[int, ...]
    places: tuple[int, ...]
    starts: tuple[int, ...]

    def quantity(self, place: int) -> Quantity:
        """The quantity whose sign stands at a place of the text."""
        return self.quantities[bisect_left(self.signs, place)]

    def sign_of(self, quantity: Quantity) -> int:
        """The place of the text at which the sign of a quantity stands."""
        return self.signs[self.quantities.index(quantity)]

    def between(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities whose signs stand in a stretch of the text."""
        return self.quantities[bisect_left(self.signs, start) : bisect_left(self.signs, end)]

    def reading(self, start: int, end: int) -> Span:
        """The reading span of a stretch of the text that is not empty."""
        return Span(self._offset(start, first=True), self._offset(end, first=False))

    def _offset(self, place: int, *, first: bool) -> int:
        index = bisect_left(self.signs, place if first else place - 1)
        wanted = place if first else place - 1
        if index < len(self.signs) and self.signs[index] == wanted:
            span = self.quantities[index].span
            return span.start if first else span.end
        run = bisect_right(self.places, wanted) - 1
        return self.starts[run] + wanted - self.places[run] + (not first)


@lru_cache(maxsize=512)
def pattern(expression: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern compiled, with the kinds it names in angle brackets put in."""
    return lazy_pattern(NAMED.sub(_named, expression), flags)


def _named(found: re.Match[str]) -> str:
    group, kind = found.groups()
    if kind not in CLASSES:
        return found[0]
    return f"(?P<{group}>[{CLASSES[kind]}])" if group else f"[{CLASSES[kind]}]"


WORD = lazy_pattern(r"\w+")


def openings(text: str, words: Container[str]) -> Iterator[int]:
    """Where words of a set in small letters begin in a text."""
    return (found.start() for found in WORD.finditer(text) if found[0].lower() in words)


def matches_at(expression: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches that `finditer` would find of a pattern that can begin at some places only, these in order."""
    end = 0
    for place in places:
        found = expression.match(text, place) if place >= end else None
        if found is not None:
            end = found.end()
            yield found


def figured(article: Article) -> tuple[Figured, ...]:
    """The blocks of an article that hold quantities, as figured texts in reading order."""
    return article.derive(_figured)


def running(article: Article) -> tuple[Figured, ...]:
    """The runs of paragraphs of an article as figured texts, "\\n" between paragraphs; a longer run is cut."""
    return article.derive(_running)


LONGEST_RUN = 40
"""Paragraphs that are read together."""


def _running(article: Article) -> tuple[Figured, ...]:
    return tuple(_runs(article))


def _runs(article: Article) -> Iterator[Figured]:
    held: list[Block] = []
    for block in (*article.document.blocks, None):
        if held and (block is None or block.kind != "paragraph" or len(held) == LONGEST_RUN):
            whole = Span(held[0].start, held[-1].end)
            inside = starting_in(article.quantities, whole)
            if inside:
                yield _figure(article, whole, inside)
            held = []
        if block is not None and block.kind == "paragraph":
            held.append(block)


def _figured(article: Article) -> tuple[Figured, ...]:
    return tuple(_blocks(article))


def _blocks(article: Article) -> Iterator[Figured]:
    for block in article.document.blocks:
        whole = Span(block.start, block.end)
        inside = starting_in(article.quantities, whole)
        if inside:
            yield _figure(article, whole, inside)


SHORTENED = lazy_pattern(r"\.(?<=[A-Za-z]\.)(?= ?\w| ?$)(?<!i\.)")
"""A dot after letters that something follows; "i.e." is read by patterns of its own."""

DOT = "\N{ONE DOT LEADER}"
"""What stands for the dot of an abbreviation, so that a dot in a figured text ends a sentence."""


def _ends(article: Article) -> frozenset[int]:
    """Where the stops of the sentences of an article end."""
    return frozenset(
        each.span.start + len(article.plain_words(each.span).rstrip(" \n'\")")) for each in article.sentences
    )


def _between(article: Article, start: int, end: int) -> str:
    """The words between two figures, the dots of abbreviations ("on Nov. 10") masked."""
    text = article.plain[start:end]
    if not text.isascii():
        text = PRIVATE.sub(" ", text)
    if "." not in text:
        return text
    ends = article.derive(_ends)
    return SHORTENED.sub(lambda found: "." if start + found.end() in ends else DOT, text)


def _figure(article: Article, block: Span, quantities: tuple[Quantity, ...]) -> Figured:
    pieces: list[str] = []
    origins: list[int] = []
    place = block.start
    for quantity in quantities:
        pieces += [_between(article, place, quantity.span.start), SIGNS[quantity.kind]]
        origins += [place, quantity.span.start]
        place = quantity.span.end
    pieces.append(_between(article, place, block.end))
    origins.append(place)
    places = (0, *accumulate(len(piece) for piece in pieces))
    return Figured("".join(pieces), quantities, places[1:-1:2], places[:-1], tuple(origins))
