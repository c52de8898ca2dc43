"""The last words of a run: what was found, what is not shown, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.core.diagnostic import CONFIDENCES, LEVELS, Applicability
from linter.core.report import Report
from linter.report.context import Context


def summary(report: Report, context: Context) -> str:
    """One line a subject, without a line break at the end; a clean run is one line in all."""
    return "\n".join((found(report, context), *not_shown(report), *fixable(report), *problems(report)))


def found(report: Report, context: Context) -> str:
    """How many findings of each level in how many articles."""
    articles = counted(context.checked, "article")
    if not report.diagnostics:
        return f"No findings in {articles}."
    levels = Counter(diagnostic.level for diagnostic in report.diagnostics)
    parts = ", ".join(counted(levels[level], level) for level in LEVELS if levels[level])
    return f"{counted(len(report.diagnostics), 'finding')} in {articles}: {parts}."


def not_shown(report: Report) -> Iterator[str]:
    """How many findings are not shown, by reason."""
    confidences = Counter(diagnostic.confidence for diagnostic in report.hidden)
    kinds = Counter(suppressed.kind for suppressed in report.suppressed)
    hidden = [f"{confidences[name]} of {name} confidence" for name in CONFIDENCES if confidences[name]]
    quiet = [f"{kinds[kind]} suppressed ({kind})" for kind in sorted(kinds)]
    old = [f"{len(report.unchanged)} in unchanged text"] if report.unchanged else []
    if hidden or quiet or old:
        yield f"Not shown: {', '.join(hidden + quiet + old)}."


def fixable(report: Report) -> Iterator[str]:
    """How many findings `--fix` would change, without and with `--unsafe-fixes`."""
    safe, unsafe = (fix_count(report, applicability) for applicability in ("safe", "unsafe"))
    if safe:
        yield f"Fixable with --fix: {safe}."
    if unsafe:
        yield f"Fixable with --fix --unsafe-fixes: {unsafe}{' more' if safe else ''}."


def fix_count(report: Report, applicability: Applicability) -> int:
    """Findings with a fix of one applicability that changes the text."""
    fixes = (diagnostic.fix for diagnostic in report.diagnostics)
    return sum(fix is not None and fix.applicability == applicability and bool(fix.edits) for fix in fixes)


def problems(report: Report) -> Iterator[str]:
    """That the run is not complete, where it is not."""
    if report.problems:
        yield f"Incomplete: {counted(len(report.problems), 'problem')} in the files given."


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes a plain s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
