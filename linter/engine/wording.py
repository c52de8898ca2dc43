"""From findings to diagnostics: stage 7."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Edit, Fix, Place
from linter.core.digest import text_digest
from linter.core.pattern import lazy_pattern
from linter.core.source import Source
from linter.core.span import Span

if TYPE_CHECKING:
    from linter.annotation.article import Article
    from linter.checks.base import Finding, Label
    from linter.ruleset.model import Rule

MARKUP = frozenset("<>&*_[]`{}|\\#\n")
INDEFINITE = lazy_pattern(r"\b[Aa]n? $")

QUOTED_AT_MOST = 90
"""Code points of the words that a message quotes; longer ones are cut in the middle."""


def word(article: Article, rule: Rule, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """The diagnostics of one rule's findings in one article."""
    seen: dict[str, int] = {}  # a `Counter` takes longer to make than most rules, which find nothing, to look
    for finding in findings:
        sentence = "" if finding.whole_article else sentence_text(article, finding.span)
        seen[sentence] = seen.get(sentence, 0) + 1
        told = _diagnostic(article, rule, finding, fingerprint_of(rule.id, sentence, seen[sentence]))
        yield replace(told, sentence=sentence_hash(sentence))


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
        fix=_fix(article, rule, finding, place.span),
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


def _fix(article: Article, rule: Rule, finding: Finding, span: Span) -> Fix | None:
    if not finding.suggestions:
        return None
    choice = " or ".join(f'"{suggestion}"' for suggestion in finding.suggestions)
    replacement = _cased_like(finding.suggestions[0], article.words(finding.span))
    fits = finding.ready and len(finding.suggestions) == 1 and _replaceable(article, finding.span, span, replacement)
    return Fix(f"try {choice}", rule.fix if fits else "display", (Edit(span, replacement),))


def _replaceable(article: Article, words: Span, span: Span, replacement: str) -> bool:
    """Whether plain words can take the place of others: no markup stands among them, and no article before them.

    "A" and "an" depend on the word that follows.
    """
    source = article.document.source.text[span.start : span.end]
    plain = " ".join(source.split()) == article.words(words) and not MARKUP & set(replacement)
    return plain and INDEFINITE.search(article.text, max(0, words.start - 5), words.start) is None


def _cased_like(replacement: str, words: str) -> str:
    """The replacement in capitals, or with a first capital, where the words it stands for are so."""
    if len(words) > 1 and words.isupper():
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if words[:1].isupper() else replacement


def sentence_text(article: Article, span: Span) -> str:
    """The sentence at a place with plain marks and spaces: what a fingerprint is made of."""
    if not article.sentences:
        return ""
    return " ".join(article.plain_words(article.sentence_at(span.start).span).split())


def fingerprint_of(rule_id: str, sentence: str, count: int) -> str:
    """The fingerprint of a rule's report in a sentence, the `count`th in sentences of the same words."""
    return text_digest(f"{rule_id}\0{sentence}\0{count}")[:32]


def sentence_hash(sentence: str) -> str:
    """The hash of a sentence by which a baseline knows it, 16 hexadecimal digits; empty for no sentence."""
    return text_digest(sentence)[:16] if sentence else ""
