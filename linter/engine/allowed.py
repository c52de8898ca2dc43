"""The words a house allows: which diagnostics they keep quiet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from linter.annotation.article import Article
from linter.core.diagnostic import Diagnostic
from linter.core.pattern import lazy_pattern
from linter.core.report import Suppressed
from linter.core.span import Span
from linter.ruleset.model import RuleSet

NAMES = "names"
"""The tag of rules that speak of names: they alone go by the allowed names."""

KIND = "vocabulary"
"""How a report names what is kept quiet here."""

BEFORE = lazy_pattern(r"(?:(?:an?|the|this|that|these|those|its|their|his|her|our)\s+)+", re.IGNORECASE)
AFTER = lazy_pattern(r"(?:'s?|[.,;:!?])+$")


def allow(
    article: Article, diagnostics: Sequence[Diagnostic], ruleset: RuleSet
) -> tuple[tuple[Diagnostic, ...], tuple[Suppressed, ...]]:
    """Part the diagnostics into those that stand and those whose words the house allows (`Article.settings`).

    A report is kept quiet where all of its words, but for an article before them, lie in an allowed phrase; a report of
    a rule on names also where they lie in an allowed name, or are the last word of one.
    """
    settings = article.settings
    if not diagnostics or not (settings.phrases or settings.names):
        return tuple(diagnostics), ()
    phrases = tuple(_places(phrase_pattern(settings.phrases), article.plain))
    names = tuple(_places(name_pattern(settings.names), article.plain))
    on_names = {rule.id for rule in ruleset.rules if NAMES in rule.tags}
    standing, quiet = [], []
    for diagnostic in diagnostics:
        places = (*phrases, *names) if diagnostic.rule in on_names else phrases
        words = bare(article, diagnostic.span)
        held = next((place for place in places if place.contains(words)), None)
        if held is None:
            standing.append(diagnostic)
        else:
            quiet.append(Suppressed(diagnostic, KIND, f'"{article.words(held)}" is allowed'))
    return tuple(standing), tuple(quiet)


def bare(article: Article, span: Span) -> Span:
    """The reading span of a source span, without an article before its words and a genitive or a stop after them."""
    place = article.document.prose.from_source(span.start, span.end)
    text = article.plain[place.start : place.end]
    before, after = BEFORE.match(text), AFTER.search(text)
    start = before.end() if before else 0
    end = after.start() if after else len(text)
    return Span(place.start + start, place.start + end) if start < end else place


@lru_cache(maxsize=64)
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds the phrases in a plain text, whatever their case; None where there are none."""
    return _pattern(phrases, re.IGNORECASE)


@lru_cache(maxsize=64)
def name_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds the names in a plain text, and the last words of those that have several."""
    return _pattern((*names, *(name.split()[-1] for name in names if len(name.split()) > 1)), 0)


def _pattern(texts: Iterable[str], flags: int) -> re.Pattern[str] | None:
    from linter.match.fold import plain

    longest_first = sorted(
        {" ".join(plain(text).split()) for text in texts} - {""}, key=lambda text: (-len(text), text)
    )
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", flags)


def _places(pattern: re.Pattern[str] | None, text: str) -> Iterator[Span]:
    return (Span(*found.span()) for found in pattern.finditer(text)) if pattern else iter(())
