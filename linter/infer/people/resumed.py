"""Names that the next sentence takes up with "he" or "she"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.names.types import SOMEBODY_ELSE
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.people.persons import Person

RESUMED = lazy_pattern(r"\s*(?:He|She) ")

PLACE_BEFORE = lazy_pattern(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Aa]cross|[Aa]round|[Ii]nto|[Tt]o|"
    r"[Tt]he(?: [a-z-]+)?|[Aa]n?(?: [a-z-]+)?) $"
)

REACH = 24
"""Code points before a name in which a preposition of place stands."""

OPENING = 400
"""Code points of the body, up to a name, in which nobody else may be told of: a later "he" may mean anybody."""


def resumed(article: Article) -> Iterator[Person]:
    """The people whom nothing but that pronoun tells to be people, with their mentions."""
    body = _body(article)
    for name in article.names:
        if name.span.start > body + OPENING:
            return
        if (
            name.type == "other"
            and name.span.start >= body
            and " " not in name.canonical
            and is_resumed(article, name.span)
        ):
            yield Person(name.canonical, tuple(each for each in article.names if each.canonical == name.canonical))
            return


def _body(article: Article) -> int:
    return next((block.start for block in article.document.blocks if block.kind == "paragraph"), 0)


def is_resumed(article: Article, span: Span) -> bool:
    """Whether a name early in the body is taken up by the "he" or "she" that opens the next sentence.

    Nobody else may be named or spoken of before the pronoun.
    """
    sentence = article.sentence_at(span.start).span
    if RESUMED.match(article.plain, sentence.end) is None:
        return False
    body = _body(article)
    if not 0 <= span.start - body <= OPENING or PLACE_BEFORE.search(
        article.plain[max(sentence.start, span.start - REACH) : span.start]
    ):
        return False
    if any(
        name.type == "person" and body <= name.span.start < sentence.end for name in article.names if name.span != span
    ):
        return False
    beside = ((sentence.start + 1, span.start), (span.end, sentence.end))
    return not any(SOMEBODY_ELSE.search(article.plain, start, end) for start, end in beside)
