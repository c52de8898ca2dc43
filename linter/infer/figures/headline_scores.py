"""Results in the headline that the body gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

SCORE = lazy_pattern(r"(?<![\w.,:/–-])(\d{1,3})[-–](\d{1,3})(?![\w:/–-]|[.,]\d|%| per| percent)")

RESULT = lazy_pattern(
    r"\b(?:beat|beats|beaten|defeat\w*|won|wins?|winning|lost|los(?:es?|s)|drew|draws?|draw|victory|edge[sd]?|thrash\w*|"
    r"rout(?:s|ed)?|overcame|down(?:s|ed)|crush\w*|sink|sank|tie[sd]?|hold|held|stun(?:s|ned))\b",
    re.IGNORECASE,
)
"""What is said of a result."""

NAME = lazy_pattern(r"\b[A-Z][^\W\d_]{2,}")


def other_scores(article: Article) -> Iterator[tuple[Span, Span]]:
    """The result of the headline that the body lacks, with the one that the body has of the same teams.

    The body must have that one result alone: a story of several games, or of half-times, tells nothing against it.
    """
    title = article.headline
    own = None if title is None else SCORE.search(article.plain, title.start, title.end)
    if title is None or own is None or RESULT.search(article.plain, title.start, title.end) is None:
        return
    others = list(SCORE.finditer(article.plain, title.end))
    if len({_sides(each) for each in others}) != 1 or _sides(others[0]) == _sides(own):
        return
    sentence = article.plain_words(article.sentence_at(others[0].start()).span)
    names = set(NAME.findall(article.plain[title.start : title.end]))
    if RESULT.search(sentence) and names & set(NAME.findall(sentence)):
        yield Span(*own.span()), Span(*others[0].span())


def _sides(score: re.Match[str]) -> frozenset[int]:
    return frozenset((int(score[1]), int(score[2])))
