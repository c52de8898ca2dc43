"""The report for people: every diagnostic with the words it is about."""

from __future__ import annotations

from collections.abc import Iterator

from linter.core.diagnostic import Applicability, Diagnostic, Fix
from linter.core.report import Report
from linter.report.context import Context
from linter.report.frame import Canvas, canvas_for, frames
from linter.report.summary import summary
from linter.report.terminal import Paint, one_line, painter

HOW_TO_APPLY: dict[Applicability, str] = {"safe": " (--fix applies it)", "unsafe": " (--fix --unsafe-fixes applies it)"}


def render(report: Report, context: Context) -> Iterator[str]:
    """A block a diagnostic, then the summary."""
    sources = {source.path: source for source in report.sources}
    paint = painter(context.color)
    for diagnostic in report.diagnostics:
        canvas = canvas_for(diagnostic, context.width, paint)
        rows = (header(diagnostic, paint), *frames(diagnostic, sources, canvas), *remarks(diagnostic, canvas))
        yield "\n".join(rows) + "\n\n"
    yield summary(report, context) + "\n"


def header(diagnostic: Diagnostic, paint: Paint) -> str:
    """`level[rule]: message`."""
    label = paint(f"{diagnostic.level}[{diagnostic.rule}]", diagnostic.level)
    return f"{label}: {paint(one_line(diagnostic.message), 'strong')}"


def remarks(diagnostic: Diagnostic, canvas: Canvas) -> Iterator[str]:
    """What stands below the frame: how sure the rule is where it is not, how to mend it, where to read on."""
    if diagnostic.confidence != "high":
        yield canvas.remark("note", f"confidence {diagnostic.confidence}")
    if diagnostic.fix:
        yield canvas.remark("help", suggestion(diagnostic.fix))
    yield canvas.remark("help", f"factlint rule {diagnostic.rule}")


def suggestion(fix: Fix) -> str:
    """The words of a fix, and the flag that applies it where it can be applied."""
    return fix.message + (HOW_TO_APPLY.get(fix.applicability, "") if fix.edits else "")
