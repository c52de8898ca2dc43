"""The report for programs, as one JSON document."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.report import Report
from linter.report.context import Context
from linter.report.record import diagnostic_record, problem_record, summary_record, suppressed_record
from linter.report.statistics import count_records
from linter.report.stream import Streamed, stream

VERSION = 1
"""Raised when a field changes its meaning or goes; new fields may come without."""


def render(report: Report, context: Context) -> Iterator[str]:
    """`{"version": 1, "diagnostics": […], "suppressed": […], "problems": […], "summary": {…}}`, in plain ASCII.

    `"statistics": […]` comes with them where the run asks for it.
    """
    sources = {source.path: source for source in report.sources}
    counts = {"statistics": count_records(report, context)} if context.statistics else {}
    document = {
        "version": VERSION,
        "diagnostics": (diagnostic_record(diagnostic, sources) for diagnostic in report.diagnostics),
        "suppressed": (suppressed_record(suppressed, sources) for suppressed in report.suppressed),
        "problems": (problem_record(problem) for problem in report.problems),
        "summary": summary_record(report, context),
        **counts,
    }
    yield from stream(Streamed(document))
    yield "\n"
