"""Pollsters that the fact base knows, where an article names them.

Only the hits of the automaton are looked up: the cost does not grow with the register.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from linter.annotation.article import Article
from linter.core.span import Span
from linter.facts.base import FactBase
from linter.facts.load import shipped_base
from linter.match.automaton import Automaton, own_automaton
from linter.match.trigger import Hit, Trigger

OWNER = "annotate/pollster"


def triggers() -> tuple[Trigger, ...]:
    """What the scan looks for: the names of pollsters that mean nothing else."""
    return _triggers_of(shipped_base())


def _triggers_of(base: FactBase) -> tuple[Trigger, ...]:
    return tuple(Trigger(OWNER, name, name, literal=True) for name in base.pollster_names)


@lru_cache(maxsize=4)
def _own_automaton(base: FactBase) -> Automaton:
    """The automaton of the names that a user's base has and the shipped one has not."""
    return own_automaton(f"{OWNER} {base.digest}", lambda: set(_triggers_of(base)) - set(triggers()))


def known_pollsters(article: Article) -> tuple[Span, ...]:
    """The places where pollsters of the fact base are named, in reading order; no two overlap."""
    return article.derive(_known_pollsters)


def known_in(article: Article, span: Span) -> tuple[Span, ...]:
    """Those that begin in a span."""
    known = known_pollsters(article)
    return known[bisect_left(known, span.start, key=_start) : bisect_left(known, span.end, key=_start)]


def _start(span: Span) -> int:
    return span.start


def _known_pollsters(article: Article) -> tuple[Span, ...]:
    return tuple(_longest(article))


def _longest(article: Article) -> Iterator[Span]:
    spans = {Span(hit.start, hit.end) for hit in _hits(article) if _written_alike(hit, article)}
    taken = 0
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if span.start >= taken:
            taken = span.end
            yield span


def _written_alike(hit: Hit, article: Article) -> bool:
    """Whether the text has capitals where the name has them: "IBOPE" is not "Ibope", but "gallup" is nobody."""
    words = article.text[hit.start : hit.end]
    return all(mine == other or other.isupper() for mine, other in zip(hit.name, words, strict=False) if mine.isupper())


def _hits(article: Article) -> Iterator[Hit]:
    yield from article.hits(OWNER)
    if article.facts is not shipped_base():
        yield from _own_automaton(article.facts).scan(article.text).get(OWNER, ())
