"""Figures of the body that follow the same verb as a bare figure of the headline."""

from __future__ import annotations

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.infer.stems import stem


def after_same_verb(article: Article, quantity: Quantity) -> Quantity | None:
    """The body's figure after the verb that the headline's bare figure follows: "scored three times" for "scores four".

    The two must share a name, and all figures after that verb must differ from the headline's.
    """
    verb = _word_before(article, quantity)
    if quantity.kind != "count" or quantity.head or not verb:
        return None
    title = article.sentence_at(quantity.span.start)
    names = set(NAME.findall(article.plain_words(title.span)))
    alike = [
        each
        for each in article.quantities
        if each.kind in ("count", "multiple") and not _in_title(article, each) and _word_before(article, each) == verb
    ]
    named = [each for each in alike if names & set(NAME.findall(_sentence_of(article, each)))]
    return named[0] if len(named) == 1 == len(alike) and not named[0].approximation else None


NAME = lazy_pattern(r"\b[A-Z][^\W\d_]{2,}")


def _sentence_of(article: Article, quantity: Quantity) -> str:
    return article.plain_words(article.sentence_at(quantity.span.start).span)


def _word_before(article: Article, quantity: Quantity) -> str:
    """The stem of the word right before a figure, "" for none that tells anything."""
    words = article.plain[max(0, quantity.span.start - 30) : quantity.span.start].split(" ")
    return stem(words[-2]) if len(words) > 1 and words[-2].isalpha() and not words[-1] else ""


def _in_title(article: Article, quantity: Quantity) -> bool:
    return article.document.block_holding(quantity.span.start).kind == "title"
