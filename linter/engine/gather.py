"""From the outcomes of a run to its report, which holds them packed where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from linter.core.diagnostic import Diagnostic
from linter.core.late import LateSource, Streamed
from linter.core.packed import unpack
from linter.core.problem import Problem
from linter.core.report import Report, Suppressed
from linter.core.source import Source
from linter.engine.job import Outcome
from linter.engine.sift import merged

T = TypeVar("T")

MANY = 10_000
"""Diagnostics, of all kinds, from which on they are not held as objects: about 20 MB."""

Finish = Callable[[Report], Report]
"""What is done with the report on each article before it is told, such as hiding what is not sure. It depends on
nothing but that report, since it can be asked again."""


def gather(outcomes: Sequence[Outcome], finish: Finish, compared: bytes = b"") -> Report:
    """The report on all articles, in the order of the outcomes; nothing of a rule that broke in any of them.

    `compared` is the packed report on what they say against each other, which is told with the later article.
    """
    broken = {rule: problem for outcome in outcomes for rule, problem in outcome.broken}
    across = unpack(compared, "") if compared else Report(())
    finished = _Finished(outcomes, finish, frozenset(broken), _by_path(across))
    reports: list[Report] | None = []
    counts, problems = [0, 0, 0], list[Problem](broken.values())
    for report in finished.reports():
        for place, members in enumerate((report.diagnostics, report.suppressed, report.hidden)):
            counts[place] += len(members)
        problems.extend(report.problems)
        if reports is not None:
            reports.append(report)
            reports = reports if sum(counts) <= MANY else None
    sources = tuple(_source(outcome) for outcome in outcomes if outcome.digest)
    if reports is None:
        return finished.streamed(counts, tuple(problems), sources)
    return Report(
        tuple(each for report in reports for each in report.diagnostics),
        tuple(each for report in reports for each in report.suppressed),
        tuple(each for report in reports for each in report.hidden),
        tuple(problems),
        sources,
    )


def _by_path(report: Report) -> dict[str, Report]:
    """A report on several articles, parted."""
    parts: dict[str, Report] = {}
    for each in report.diagnostics:
        known = parts.get(each.path, Report(()))
        parts[each.path] = Report((*known.diagnostics, each), known.suppressed)
    for quiet in report.suppressed:
        known = parts.get(quiet.diagnostic.path, Report(()))
        parts[quiet.diagnostic.path] = Report(known.diagnostics, (*known.suppressed, quiet))
    return parts


def _source(outcome: Outcome) -> Source:
    return LateSource(outcome.path, outcome.digest, outcome.data)


class _Finished:
    """The finished reports of outcomes, made anew each time they are gone through."""

    def __init__(
        self, outcomes: Sequence[Outcome], finish: Finish, broken: frozenset[str], across: Mapping[str, Report]
    ) -> None:
        self._outcomes = outcomes
        self._finish = finish
        self._broken = broken
        self._across = across

    def reports(self) -> Iterator[Report]:
        """One report after another."""
        for outcome in self._outcomes:
            report = unpack(outcome.packed, outcome.path)
            if outcome.path in self._across:
                report = merged([report, self._across[outcome.path]])
            yield self._finish(_without(report, self._broken) if self._broken else report)

    def streamed(self, counts: Sequence[int], problems: tuple[Problem, ...], sources: tuple[Source, ...]) -> Report:
        """The report on all, whose sequences unpack the reports as they are gone through."""
        diagnostics, suppressed, hidden = counts
        return Report(
            Streamed(diagnostics, self._diagnostics),
            Streamed(suppressed, self._suppressed),
            Streamed(hidden, self._hidden),
            problems,
            sources,
        )

    def _diagnostics(self) -> Iterator[Diagnostic]:
        return (each for report in self.reports() for each in report.diagnostics)

    def _suppressed(self) -> Iterator[Suppressed]:
        return (each for report in self.reports() for each in report.suppressed)

    def _hidden(self) -> Iterator[Diagnostic]:
        return (each for report in self.reports() for each in report.hidden)


def _without(report: Report, rules: frozenset[str]) -> Report:
    return Report(
        tuple(each for each in report.diagnostics if each.rule not in rules),
        tuple(each for each in report.suppressed if each.diagnostic.rule not in rules),
        tuple(each for each in report.hidden if each.rule not in rules),
        report.problems,
        report.sources,
    )
