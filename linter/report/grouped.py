"""The findings file by file, for a reader who goes through one article after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.report.context import Context
from linter.report.links import Linker, linker
from linter.report.summary import counted, summary
from linter.report.terminal import Paint, one_line, painter


def render(report: Report, context: Context) -> Iterator[str]:
    """A block a file: its name and number of findings, then a line each; the summary last."""
    paint, link = painter(context.color), linker(context)
    if context.statistics:
        from linter.report.statistics import table

        yield from table(report, context)
    else:
        for path, group in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path):
            yield "".join(block(path, tuple(group), paint, link)) + "\n"
    yield summary(report, context) + "\n"


def block(path: str, diagnostics: tuple[Diagnostic, ...], paint: Paint, link: Linker) -> Iterator[str]:
    """The lines of one file, places and levels in columns."""
    yield f"{paint(one_line(path), 'strong')} ({counted(len(diagnostics), 'finding')})\n"
    places = [f"{diagnostic.line}:{diagnostic.column}" for diagnostic in diagnostics]
    widest = max(map(len, places))
    for place, diagnostic in zip(places, diagnostics, strict=True):
        label = link(diagnostic.rule, paint(f"{diagnostic.level}[{diagnostic.rule}]", diagnostic.level))
        yield f"  {place:>{widest}}  {label} {one_line(diagnostic.message)}\n"
