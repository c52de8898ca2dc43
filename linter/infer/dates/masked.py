"""Sentences in which some places are filled with a mark, so that patterns can name them: `<length>`, `<range>`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linter.annotation.article import Article
from linter.annotation.lexicon import WORDS
from linter.annotation.model import Sentence
from linter.core.span import Span
from linter.match.expression import Expression, expression
from linter.match.words import expand

MARKS: Mapping[str, str] = {"length": "\ue000", "term": "\ue001", "range": "\ue002", "date": "\ue003",
                            "anniversary": "\ue004", "age": "\ue005", "later": "\ue006"}  # fmt: skip
"""The names that patterns use to the characters that fill such a place; no text of an article has them."""

Marked = tuple[tuple[str, Span], ...]
"""Names and places, as offsets into the article."""


def masked(article: Article, sentence: Sentence, marked: Iterable[tuple[str, Span]]) -> str:
    """The plain text of a sentence with each marked place filled; as long as the sentence."""
    text, offset = article.plain_words(sentence.span), sentence.span.start
    for name, span in marked:
        start, end = span.start - offset, span.end - offset
        text = text[:start] + MARKS[name] * (end - start) + text[end:]
    return text


def masked_pattern(pattern: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """A pattern in which `<length>` and the like, and the names of word lists, are filled in."""
    for name, mark in MARKS.items():
        pattern = pattern.replace(f"<{name}>", f"{mark}++")
    return expand(pattern, {**WORDS, **lists})


def masked_expressions(patterns: Iterable[str], lists: Mapping[str, tuple[str, ...]]) -> tuple[Expression, ...]:
    """Such patterns ready to run on masked sentences."""
    return tuple(expression(masked_pattern(pattern, lists)) for pattern in patterns)


def masked_matches(expressions: Iterable[Expression], text: str) -> Iterator[Any]:
    """The matches of several patterns in a masked sentence."""
    for each in expressions:
        yield from each.matches(text)
