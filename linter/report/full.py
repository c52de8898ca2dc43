"""The report for people: every diagnostic with the words it is about."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.report.context import Context
from linter.report.frame import Canvas, canvas_for, frames
from linter.report.line import suggestion
from linter.report.links import Linker, linker
from linter.report.summary import summary
from linter.report.terminal import Paint, one_line, painter


def render(report: Report, context: Context) -> Iterator[str]:
    """A block a diagnostic, or the number of findings of each rule; then the summary."""
    if context.statistics:
        from linter.report.statistics import table

        yield from table(report, context)
    else:
        yield from blocks(report, context)
    yield summary(report, context) + "\n"


def blocks(report: Report, context: Context) -> Iterator[str]:
    """The block of each diagnostic, with a blank line below."""
    sources = {source.path: source for source in report.sources}
    paint, link = painter(context.color), linker(context)
    for diagnostic in report.diagnostics:
        canvas = canvas_for(diagnostic, context.width, paint)
        rows = (header(diagnostic, paint, link), *frames(diagnostic, sources, canvas), *remarks(diagnostic, canvas))
        yield "\n".join(rows) + "\n\n"


def header(diagnostic: Diagnostic, paint: Paint, link: Linker) -> str:
    """`level[rule]: message`."""
    label = link(diagnostic.rule, paint(f"{diagnostic.level}[{diagnostic.rule}]", diagnostic.level))
    return f"{label}: {paint(one_line(diagnostic.message), 'strong')}"


def remarks(diagnostic: Diagnostic, canvas: Canvas) -> Iterator[str]:
    """What stands below the frame: how sure the rule is where it is not, how to mend it, where to read on."""
    if diagnostic.confidence != "high":
        yield canvas.remark("note", f"confidence {diagnostic.confidence}")
    if diagnostic.fix:
        yield canvas.remark("help", suggestion(diagnostic.fix))
    yield canvas.remark("help", f"factlint rule {diagnostic.rule}")
