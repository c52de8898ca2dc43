"""From diagnostics to a report: stage 8, what is told and what is kept quiet."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.core.span import Span

if TYPE_CHECKING:
    from linter.annotation.article import Article
    from linter.ruleset.model import RuleSet, Within


def give_way(article: Article, diagnostics: Sequence[Diagnostic], ruleset: RuleSet) -> Iterator[Diagnostic]:
    """The diagnostics without those whose rule yields to another one that speaks of the same place.

    One that is told by default does not give way to one of low confidence, which is not.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    sure: dict[str, list[Span]] = defaultdict(list)
    for diagnostic in sorted(diagnostics, key=_span):
        spans[diagnostic.rule].append(diagnostic.span)
        if diagnostic.confidence != "low":
            sure[diagnostic.rule].append(diagnostic.span)
    for diagnostic in diagnostics:
        yields_to = ruleset[diagnostic.rule].yields_to
        others = spans if diagnostic.confidence == "low" else sure
        if not any(_near(article, diagnostic.span, others[rule], within) for rule, within in yields_to.items()):
            yield diagnostic


def _span(diagnostic: Diagnostic) -> Span:
    return diagnostic.span


def _near(article: Article, span: Span, others: Sequence[Span], within: Within) -> bool:
    """Whether one of other spans, sorted, shares words, or a sentence, with a span."""
    if not others:
        return False
    if within == "sentence":
        prose = article.document.prose
        read = prose.from_source(span.start, span.end)
        first, last = article.sentence_index(read.start), article.sentence_index(max(read.start, read.end - 1))
        reach = prose.to_source(article.sentences[first].span.start, article.sentences[last].span.end)
    else:
        reach = span
    low = bisect_left(others, Span(reach.start, 0))
    high = bisect_left(others, Span(reach.end, 0))
    return any(other.overlaps(reach) for other in (*others[max(0, low - LOOKED_BACK) : low], *others[low:high]))


LOOKED_BACK = 40
"""Reports of a rule before a place that are looked at for one that reaches to it."""


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
