"""The report for programs that read line by line: one JSON object a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.report import Report
from linter.report.context import Context
from linter.report.record import diagnostic_record


def render(report: Report, _context: Context) -> Iterator[str]:
    """The `diagnostics` of the JSON report, one a line, in plain ASCII."""
    import json

    sources = {source.path: source for source in report.sources}
    for diagnostic in report.diagnostics:
        yield json.dumps(diagnostic_record(diagnostic, sources)) + "\n"
