"""One line a diagnostic, in the shape that every editor parses."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.report import Report
from linter.report.context import Context
from linter.report.line import concise_line
from linter.report.links import linker
from linter.report.terminal import painter


def render(report: Report, context: Context) -> Iterator[str]:
    """`path:line:column: level[rule] message`; the summary goes to the error stream and is not part of it."""
    if context.statistics:
        from linter.report.statistics import table

        yield from table(report, context)
        return
    paint, link = painter(context.color), linker(context)
    for diagnostic in report.diagnostics:
        yield concise_line(diagnostic, paint, link) + "\n"
