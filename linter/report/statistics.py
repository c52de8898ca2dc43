"""How often each rule reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from linter.core.diagnostic import LEVELS, Diagnostic, Level
from linter.core.report import Report
from linter.report.context import Context
from linter.report.record import Record
from linter.report.terminal import painter

MARKS = {"safe": "[*]", "unsafe": "[-]", "": "[ ]"}
"""What stands before a rule: whether `--fix` mends some of its findings, or `--unsafe-fixes` does, or neither."""


class Count(Struct, frozen=True):
    """The findings of one rule: how many, of which worst level, and how many of them a fix mends."""

    rule: str
    title: str
    level: Level
    findings: int
    safe: int
    unsafe: int

    @property
    def fixable(self) -> str:
        """`safe` where `--fix` mends some of the findings, `unsafe` where `--unsafe-fixes` does, else empty."""
        return "safe" if self.safe else "unsafe" if self.unsafe else ""


def counts(report: Report, context: Context) -> tuple[Count, ...]:
    """A count for each rule that reported, the most frequent first, equal ones by id."""
    titles = {rule.id: rule.title for rule in context.rules}
    findings = Counter(diagnostic.rule for diagnostic in report.diagnostics)
    fixes = Counter((diagnostic.rule, applicable(diagnostic)) for diagnostic in report.diagnostics)
    levels: dict[str, Level] = {}
    for diagnostic in report.diagnostics:
        levels[diagnostic.rule] = min(levels.get(diagnostic.rule, "note"), diagnostic.level, key=LEVELS.index)
    return tuple(
        Count(rule, titles.get(rule, ""), levels[rule], findings[rule], fixes[rule, "safe"], fixes[rule, "unsafe"])
        for rule in sorted(findings, key=lambda rule: (-findings[rule], rule))
    )


def applicable(diagnostic: Diagnostic) -> str:
    """`safe` or `unsafe` for a finding that a flag would mend, else empty."""
    fix = diagnostic.fix
    return fix.applicability if fix and fix.edits and fix.applicability != "display" else ""


def table(report: Report, context: Context) -> Iterator[str]:
    """A line a rule: number, mark of the fix, id and title; a legend where a mark needs one. Each line is ended."""
    rows = counts(report, context)
    paint = painter(context.color)
    widest = max((len(str(row.findings)) for row in rows), default=0)
    longest = max((len(row.rule) for row in rows), default=0)
    for row in rows:
        name = f"{paint(row.rule, row.level)}{' ' * (longest - len(row.rule))}"
        yield f"{row.findings:>{widest}}  {MARKS[row.fixable]}  {name}  {row.title}".rstrip() + "\n"
    if any(row.fixable for row in rows):
        yield f"{MARKS['safe']} fixable with --fix, {MARKS['unsafe']} with --unsafe-fixes\n"


def count_records(report: Report, context: Context) -> list[Record]:
    """The counts as JSON objects, in the order of the table."""
    return [
        {
            "rule": row.rule,
            "title": row.title,
            "level": row.level,
            "findings": row.findings,
            "fixable": row.safe,
            "fixable_unsafe": row.unsafe,
        }
        for row in counts(report, context)
    ]
