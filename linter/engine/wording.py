"""From findings to diagnostics: stage 7."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING

from linter.core.diagnostic import Diagnostic, Edit, Fix, Place
from linter.core.source import Source
from linter.core.span import Span

if TYPE_CHECKING:
    from linter.annotation.article import Article
    from linter.checks.base import Finding, Label
    from linter.ruleset.model import Rule

QUOTED_AT_MOST = 90
"""Code points of the words that a message quotes; longer ones are cut in the middle."""


def word(article: Article, rule: Rule, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """The diagnostics of one rule's findings in one article."""
    seen: Counter[str] = Counter()
    for finding in findings:
        sentence = "" if finding.whole_article else sentence_text(article, finding.span)
        seen[sentence] += 1
        yield _diagnostic(article, rule, finding, fingerprint_of(rule.id, sentence, seen[sentence]))


def _diagnostic(article: Article, rule: Rule, finding: Finding, fingerprint: str) -> Diagnostic:
    source = article.document.source
    place = _whole(article) if finding.whole_article else place_in(article, finding.span, "")
    return Diagnostic(
        rule=rule.id,
        level=finding.level or rule.level,
        confidence=finding.confidence or rule.confidence,
        message=message_of(rule.message, {"text": quoted(article.words(finding.span)), **finding.values}),
        path=source.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        text=place.text,
        related=tuple(_related(article, finding.labels)),
        fix=_fix(finding, place.span),
        fingerprint=fingerprint,
        span=place.span,
    )


def message_of(template: str, values: Mapping[str, str]) -> str:
    """A rule's message with its placeholders filled in."""
    return Formatter().vformat(template, (), values)


def quoted(words: str) -> str:
    """Words as a message quotes them: on one line, cut in the middle when long."""
    words = " ".join(words.split())
    if len(words) <= QUOTED_AT_MOST:
        return words
    return words[: QUOTED_AT_MOST * 2 // 3].rstrip() + " … " + words[-QUOTED_AT_MOST // 3 :].lstrip()


def _related(article: Article, labels: Iterable[Label]) -> Iterator[Place]:
    return (place_in(article, label.span, label.message) for label in labels)


def place_in(article: Article, span: Span, message: str) -> Place:
    """A place in an article from a span of reading offsets."""
    return place_of(
        article.document.source, article.document.prose.to_source(span.start, span.end), article.words(span), message
    )


def _whole(article: Article) -> Place:
    source, span = article.document.source, article.document.first_span
    return place_of(source, span, source.text[span.start : span.end], "")


def place_of(source: Source, span: Span, text: str, message: str) -> Place:
    """A place in a source from a source span."""
    start, end = source.position(span.start), source.position(span.end)
    return Place(source.path, start.line, start.column, end.line, end.column, text, message, span)


def _fix(finding: Finding, span: Span) -> Fix | None:
    if not finding.suggestions:
        return None
    choice = " or ".join(f'"{suggestion}"' for suggestion in finding.suggestions)
    return Fix(f"try {choice}", "display", (Edit(span, finding.suggestions[0]),))


def sentence_text(article: Article, span: Span) -> str:
    """The sentence at a place with plain marks and spaces: what a fingerprint is made of."""
    if not article.sentences:
        return ""
    return " ".join(article.plain_words(article.sentence_at(span.start).span).split())


def fingerprint_of(rule_id: str, sentence: str, count: int) -> str:
    """The fingerprint of a rule's report in a sentence, the `count`th in sentences of the same words."""
    return hashlib.sha256(f"{rule_id}\0{sentence}\0{count}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
