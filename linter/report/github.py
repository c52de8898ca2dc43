"""The report for GitHub Actions: annotations on the changed files, and the whole report in the log.

The commands are described in GitHub's documentation, "Workflow commands for GitHub Actions". GitHub shows at most ten
annotations of each kind a step, and drops the others without a word; so the worst ten are sent, and a notice counts the
others, which stand in the log.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from linter.core.diagnostic import CONFIDENCES, LEVELS, Diagnostic, Level
from linter.core.report import Report
from linter.report.context import Context
from linter.report.line import concise_line
from linter.report.paths import shown_path
from linter.report.summary import counted
from linter.report.terminal import unstyled, visible

SHOWN = 10
"""Annotations of one kind that GitHub shows for a step."""

COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, context: Context) -> Iterator[str]:
    """The log grouped by file, then the annotations, then a notice of how many more the log has."""
    for path, group in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path):
        yield f"::group::{escape_data(path)}\n"
        yield from (inert(concise_line(diagnostic, unstyled)) + "\n" for diagnostic in group)
        yield "::endgroup::\n"
    shown = annotated(report)
    yield from (annotation(diagnostic, context) + "\n" for diagnostic in shown)
    more = len(report.diagnostics) - len(shown)
    if more:
        yield f"::notice title=factlint::{counted(more, 'more finding')} in the log\n"


def annotated(report: Report) -> list[Diagnostic]:
    """The diagnostics to annotate: of each level the surest ten, worst level first."""
    chosen = [diagnostic for level in LEVELS for diagnostic in surest(report, level, SHOWN)]
    if len(chosen) == len(report.diagnostics):
        return chosen
    notes = sum(diagnostic.level == "note" for diagnostic in chosen)
    return chosen[:-1] if notes == SHOWN else chosen  # the notice of how many more counts as one of ten itself


def surest(report: Report, level: Level, number: int) -> list[Diagnostic]:
    """The first diagnostics of one level, high confidence first, otherwise in the order of the report."""
    of_level = (diagnostic for diagnostic in report.diagnostics if diagnostic.level == level)
    return sorted(of_level, key=lambda diagnostic: CONFIDENCES.index(diagnostic.confidence))[:number]


def annotation(diagnostic: Diagnostic, context: Context) -> str:
    """The command that annotates one diagnostic. GitHub refuses columns where a place goes over several lines."""
    properties = {
        "title": f"factlint ({diagnostic.rule})",
        "file": shown_path(diagnostic.path, context),
        "line": str(diagnostic.line),
        "endLine": str(diagnostic.end_line),
    }
    if diagnostic.line == diagnostic.end_line:
        properties |= {"col": str(diagnostic.column), "endColumn": str(diagnostic.end_column)}
    listed = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[diagnostic.level]} {listed}::{escape_data(diagnostic.message)}"


def escape_data(text: str) -> str:
    """A text as the message of a command: the percent sign first, since the escapes are written with it."""
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def escape_property(text: str) -> str:
    """A text as the value of a property, where colon and comma have a meaning too."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def inert(line: str) -> str:
    """A line of the log that the runner does not take for a command, whatever an article or a file name holds.

    The runner obeys `::` at the beginning of a line and the older `##[` anywhere in it.
    """
    quiet = line.replace("##[", "# #[")
    return f"./{quiet}" if quiet.lstrip().startswith("::") else quiet
