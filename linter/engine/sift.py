"""From diagnostics to a report: stage 8, what is told and what is kept quiet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.core.span import Span

if TYPE_CHECKING:
    from linter.annotation.article import Article
    from linter.ruleset.model import RuleSet, Within


def give_way(article: Article, diagnostics: Sequence[Diagnostic], ruleset: RuleSet) -> Iterator[Diagnostic]:
    """The diagnostics without those whose rule yields to another one that speaks of the same place."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for diagnostic in diagnostics:
        spans[diagnostic.rule].append(diagnostic.span)
    sentences = [article.document.prose.to_source(s.span.start, s.span.end) for s in article.sentences]
    for diagnostic in diagnostics:
        yields_to = ruleset[diagnostic.rule].yields_to
        if not any(_near(diagnostic.span, spans[rule], within, sentences) for rule, within in yields_to.items()):
            yield diagnostic


def _near(span: Span, others: Iterable[Span], within: Within, sentences: Sequence[Span]) -> bool:
    if within == "sentence":
        held = [sentence for sentence in sentences if sentence.overlaps(span)]
        return any(other.overlaps(sentence) for other in others for sentence in held)
    return any(span.overlaps(other) for other in others)


def merged(reports: Iterable[Report]) -> Report:
    """One report on all articles, its diagnostics sorted by path and place."""
    every = tuple(reports)
    return Report(
        diagnostics=tuple(sorted((d for report in every for d in report.diagnostics), key=by_place)),
        suppressed=tuple(
            sorted(
                (s for report in every for s in report.suppressed),
                key=lambda suppressed: by_place(suppressed.diagnostic),
            )
        ),
        problems=tuple(problem for report in every for problem in report.problems),
        sources=tuple(source for report in every for source in report.sources),
    )


def by_place(diagnostic: Diagnostic) -> tuple[str, int, int, str, int, int]:
    """The order in which diagnostics are told."""
    return (
        diagnostic.path,
        diagnostic.line,
        diagnostic.column,
        diagnostic.rule,
        diagnostic.end_line,
        diagnostic.end_column,
    )


def sift(report: Report, is_shown: Callable[[Diagnostic], bool]) -> Report:
    """The report with the diagnostics that are not to be shown moved to `hidden`."""
    shown = tuple(is_shown(diagnostic) for diagnostic in report.diagnostics)
    return replace(
        report,
        diagnostics=tuple(compress(report.diagnostics, shown)),
        hidden=(*report.hidden, *compress(report.diagnostics, (not each for each in shown))),
    )
