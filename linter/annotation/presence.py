"""What must be present in an article for a check to find anything in it: told by the one scan, before any annotation.

A check kind names what it needs; one that needs what is not there is neither loaded nor called. Each of these is true
of every article that has the thing, and may be true of others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.document.model import Block
from linter.match.trigger import Hit

MARKS = "\"“”„‟«»'‘’‚‛‹›`"
"""Every sign that a quotation can open with."""


YEAR = lazy_pattern(r"(?<![\d.,/–-])(?:19|20)\d\d(?=[,;:)]|\.(?!\d)|$)", re.MULTILINE)
"""A year that no noun follows. What is counted or measured has one, but for what is never so large."""


def is_present(article: Article, name: str) -> bool:
    """Whether what goes by that name may be present, looked for once; KeyError for an unknown name."""
    return article.derive(PRESENCES[name])


def _attribution(article: Article) -> bool:
    return bool(article.hits("annotate/attribution"))


def _time(article: Article) -> bool:
    return bool(article.hits("annotate/time"))


def _quantity(article: Article) -> bool:
    """Whether there is a figure, or a word for one, that is more than a year at the end of a phrase."""
    years = frozenset(offset for year in YEAR.finditer(article.text) for offset in range(*year.span()))
    return any(hit.start not in years for hit in article.hits("annotate/quantity"))


def _quantities(article: Article) -> bool:
    """Whether there are two figures, or words for them; each sign of a figure is met by itself."""
    hits = article.hits("annotate/quantity")
    return any(after.start > before.end for before, after in pairwise(hits))


def _small_number(article: Article) -> bool:
    """Whether there is a number in words, or one of fewer than three figures."""
    return any(_is_short(article.text, hit) for hit in article.hits("annotate/quantity"))


def _is_short(text: str, hit: Hit) -> bool:
    if not text[hit.start : hit.end].isdecimal():
        return True
    return not text[max(hit.start - 1, 0) : hit.start].isdecimal() and not text[hit.start : hit.start + 3].isdecimal()


def _poll(article: Article) -> bool:
    return bool(article.hits("annotate/poll") or article.hits("annotate/pollster"))


def _fact(article: Article) -> bool:
    return article.given_facts is not None or bool(article.hits("annotate/fact"))


def _clue(article: Article) -> bool:
    """Whether anything bounds the day on which the article was written."""
    return _time(article) or _fact(article) or len(article.document.metadata.dates) > 1


def _date(article: Article) -> bool:
    return article.date is not None


def _sources(article: Article) -> bool:
    return bool(article.sources)


def _quotation(article: Article) -> bool:
    return _is_marked(article.text)


def _is_marked(text: str) -> bool:
    return any(mark in text for mark in MARKS)


def _titles(article: Article) -> list[Block]:
    return [block for block in article.document.blocks if block.kind == "title"]


def _title(article: Article) -> bool:
    return bool(_titles(article))


def _titled_quotation(article: Article) -> bool:
    return any(_is_marked(article.text[block.start : block.end]) for block in _titles(article))


def _titled_figure(article: Article) -> bool:
    hits = (*article.hits("annotate/quantity"), *article.hits("annotate/time"))
    return any(block.start <= hit.start < block.end for block in _titles(article) for hit in hits)


PRESENCES: Mapping[str, Callable[[Article], bool]] = {
    "attribution": _attribution,
    "time": _time,
    "quantity": _quantity,
    "small number": _small_number,
    "two quantities": _quantities,
    "poll": _poll,
    "fact": _fact,
    "clue to the date": _clue,
    "date": _date,
    "sources": _sources,
    "quotation": _quotation,
    "title": _title,
    "quotation in title": _titled_quotation,
    "figure in title": _titled_figure,
}
"""Everything that a check can need: cues of attributions, time expressions and so on where the scan met them, the
article's date, its declared sources, and what stands in its title."""
