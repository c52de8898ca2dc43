"""One line a diagnostic, in the shape that every editor parses."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.report import Report
from linter.report.context import Context
from linter.report.line import concise_line
from linter.report.terminal import painter


def render(report: Report, context: Context) -> Iterator[str]:
    """`path:line:column: level[rule] message`; the summary goes to the error stream and is not part of it."""
    paint = painter(context.color)
    for diagnostic in report.diagnostics:
        yield concise_line(diagnostic, paint) + "\n"
