"""From the outcomes of a run to its report, which holds them packed where there are many."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic
from linter.core.late import LateSource, Streamed
from linter.core.packed import unpack
from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.job import Outcome
from linter.engine.sift import by_place, merged

MANY = 2_000
"""Diagnostics, of all kinds, from which on they are not held as objects: about 4 MB."""

Finish = Callable[[Report], Report]
"""What is done with the report on each article before it is told, such as hiding what is not sure. It depends on
nothing but that report, which has the article as its source, since it can be asked again."""

SHELVES = attrgetter("diagnostics", "suppressed", "hidden", "unchanged")
"""The sequences of a report that can be long."""


def gather(outcomes: Sequence[Outcome], finish: Finish, compared: bytes = b"") -> Report:
    """The report on all articles, in the order of the outcomes; nothing of a rule that broke in any of them.

    `compared` is the packed report on what they say against each other, which is told with the later article.
    """
    broken = {rule: problem for outcome in outcomes for rule, problem in outcome.broken}
    across = unpack(compared, "") if compared else Report(())
    finished = _Finished(outcomes, finish, frozenset(broken), _by_path(across))
    reports: list[Report] | None = []
    counts, problems = [0, 0, 0, 0], list[Problem](broken.values())
    for report in finished.reports():
        for place, members in enumerate(SHELVES(report)):
            counts[place] += len(members)
        problems.extend(report.problems)
        if reports is not None:
            reports.append(report)
            reports = reports if sum(counts) <= MANY else None
    sources = sources_of(outcomes)
    if reports is None:
        return finished.streamed(counts, tuple(problems), sources)
    shelves = zip(*map(SHELVES, reports), strict=True) if reports else [()] * 4
    told, suppressed, hidden, unchanged = (tuple(each for shelf in kind for each in shelf) for kind in shelves)
    return Report(told, suppressed, hidden, tuple(problems), sources, unchanged)


def sources_of(outcomes: Iterable[Outcome]) -> tuple[Source, ...]:
    """The articles that were read, without their texts until somebody asks for them."""
    return tuple(_source(outcome) for outcome in outcomes if outcome.digest)


def added(report: Report, further: Report) -> Report:
    """The report with what a small further one has among its diagnostics and hidden ones, each in its place."""
    return replace(
        report,
        diagnostics=_with(report.diagnostics, further.diagnostics),
        hidden=_with(report.hidden, further.hidden),
    )


def _with(many: Sequence[Diagnostic], few: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if not few:
        return many
    few = sorted(few, key=by_place)
    if isinstance(many, Streamed):
        return Streamed(len(many) + len(few), lambda: heapq.merge(many, few, key=by_place))
    return tuple(sorted((*many, *few), key=by_place))


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
            report = unpack(bytes(outcome.packed), outcome.path)
            if outcome.path in self._across:
                report = merged([report, self._across[outcome.path]])
            report = _without(report, self._broken) if self._broken else report
            yield self._finish(replace(report, sources=sources_of([outcome])))

    def streamed(self, counts: Sequence[int], problems: tuple[Problem, ...], sources: tuple[Source, ...]) -> Report:
        """The report on all, whose sequences unpack the reports as they are gone through."""
        told, suppressed, hidden, unchanged = (
            Streamed(count, partial(self._members, place)) for place, count in enumerate(counts)
        )
        return Report(told, suppressed, hidden, problems, sources, unchanged)

    def _members(self, place: int) -> Iterator[Any]:
        return (each for report in self.reports() for each in SHELVES(report)[place])


def _without(report: Report, rules: frozenset[str]) -> Report:
    return Report(
        tuple(each for each in report.diagnostics if each.rule not in rules),
        tuple(each for each in report.suppressed if each.diagnostic.rule not in rules),
        tuple(each for each in report.hidden if each.rule not in rules),
        report.problems,
        report.sources,
    )
