"""What an article is about, so far as names tell: enough to see whether two articles can speak of one thing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.annotation.names.words import BODIES, FUNCTION, GROUNDS, MONTHS, TITLES, WEEKDAYS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.facts.names import key_of

SHORTEST = 3
"""Letters of a word that tells one name from another."""

GENERAL = BODIES | GROUNDS | FUNCTION | MONTHS | WEEKDAYS | TITLES

LATEST = 8
"""Earlier claims under one key that a later one is compared with."""

RARE, SHARE = 6, 0.04
"""Articles that may bear a name that still tells what they are about: so many, or this share of all."""


def names_in(article: Article, span: Span) -> frozenset[str]:
    """The words, as keys, of the names that begin in a span, each in its fullest form."""
    inside = starting_in(article.names, span)
    return frozenset(word for name in inside for word in _words(name))


def _words(name: Name) -> Iterator[str]:
    for word in key_of(name.canonical).split():
        if len(word) >= SHORTEST and word not in GENERAL and not word.isdecimal():
            yield word


def subject(article: Article) -> frozenset[str]:
    """The words of the names in an article's headline and in its first paragraph."""
    return article.derive(_subject)


def _subject(article: Article) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for block in article.document.blocks:
        found |= names_in(article, Span(block.start, block.end))
        if block.kind == "paragraph":
            break
    return found


def paragraph_names(article: Article, place: int) -> frozenset[str]:
    """The words of the names in the paragraph at a place, from its beginning to the end of the sentence there."""
    sentence = article.sentence_at(place)
    return names_in(article, Span(article.block_of(sentence).start, sentence.span.end))


def rare_names(articles: Iterable[tuple[int, frozenset[str]]]) -> frozenset[str]:
    """The names that few of the articles bear, given the names of each claim with the rank of its article.

    The claims of one article stand together.
    """
    bearers: dict[str, int] = {}
    latest: dict[str, int] = {}
    ranks = set()
    for rank, names in articles:
        ranks.add(rank)
        for name in names:
            if latest.get(name) != rank:
                latest[name] = rank
                bearers[name] = bearers.get(name, 0) + 1
    most = max(RARE, SHARE * len(ranks))
    return frozenset(name for name, count in bearers.items() if count <= most)


def pairs(keys: Iterable[tuple[int, Iterable[str]]]) -> Iterator[tuple[int, int]]:
    """Which claims to compare: index pairs, the later one first, of different articles with a key in common.

    Each claim is given by the rank of its article and its keys. The work grows with the number of keys, as only the
    last few claims under a key are looked at; pairs come once, in the order of the later claims.
    """
    under: dict[str, tuple[int, ...]] = {}
    ranks = array("I")
    for index, (rank, own) in enumerate(keys):
        kept = tuple(own)
        ranks.append(rank)
        earlier = {each for key in kept for each in under.get(key, ()) if ranks[each] != rank}
        yield from ((index, each) for each in sorted(earlier))
        for key in kept:
            under[key] = (*under.get(key, ()), index)[-LATEST:]


IN_PLACE = lazy_pattern(r"\b(?:in|near|outside) (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


def places_in(article: Article, words: str) -> frozenset[str]:
    """The names of what words place something in, but those of countries and of parts of the calendar."""
    names = (found["place"].removesuffix("'s") for found in IN_PLACE.finditer(words))
    return frozenset(
        name for name in names if name.split()[0].lower() not in CALENDAR and not article.facts.places_called(name)
    )
