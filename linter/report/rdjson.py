"""The report for reviewdog, in its Diagnostic Format, as JSON (`proto/rdf/reviewdog.proto` in reviewdog/reviewdog).

Columns there count UTF-8 bytes, from 1, the end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from linter.core.diagnostic import LEVELS, Diagnostic, Edit, Level, Place
from linter.core.report import Report
from linter.core.source import Source, width
from linter.report.context import Context
from linter.report.paths import shown_path
from linter.report.record import Record
from linter.report.stream import Streamed, stream
from linter.report.terminal import one_line

SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
"""Our levels in reviewdog's words."""


class Texts(Struct, frozen=True):
    """What turns places into ranges: the texts by path, how files are named, the pages of rules."""

    sources: Mapping[str, Source]
    context: Context
    pages: Mapping[str, str]

    def location(self, place: Diagnostic | Place) -> Record:
        """The file and the range of a place."""
        start = self.position(place.path, place.line, place.column)
        end = self.position(place.path, place.end_line, place.end_column)
        return {"path": shown_path(place.path, self.context), "range": {"start": start, "end": end}}

    def position(self, path: str, line: int, column: int) -> Record:
        """Line and column in bytes; in a text that is not at hand, the column as it is."""
        source = self.sources.get(path)
        before = source.line_text(line)[: column - 1] if source else " " * (column - 1)
        return {"line": line, "column": 1 + width(before, "utf-8")}

    def suggestion(self, path: str, edit: Edit) -> Record:
        """The text that an edit puts into a range; the source must be at hand."""
        start, end = (self.sources[path].position(offset, "utf-8") for offset in (edit.span.start, edit.span.end))
        bounds = {
            "start": {"line": start.line, "column": start.column},
            "end": {"line": end.line, "column": end.column},
        }
        return {"range": bounds, "text": edit.replacement}


def render(report: Report, context: Context) -> Iterator[str]:
    """One `DiagnosticResult` in plain ASCII; its severity is that of the worst diagnostic."""
    pages = {rule.id: rule.help_uri for rule in context.rules if rule.help_uri}
    texts = Texts({source.path: source for source in report.sources}, context, pages)
    worst = min((diagnostic.level for diagnostic in report.diagnostics), key=LEVELS.index, default=None)
    result = {
        "source": {"name": "factlint"},
        **({"severity": SEVERITIES[worst]} if worst else {}),
        "diagnostics": (entry(diagnostic, texts) for diagnostic in report.diagnostics),
    }
    yield from stream(Streamed(result))
    yield "\n"


def entry(diagnostic: Diagnostic, texts: Texts) -> Record:
    """One `Diagnostic`; what it has nothing of is left out."""
    page = texts.pages.get(diagnostic.rule)
    edits = diagnostic.fix.edits if diagnostic.fix and diagnostic.path in texts.sources else ()
    related = [
        {"message": one_line(place.message or place.text), "location": texts.location(place)}
        for place in diagnostic.related
    ]
    return {
        "message": one_line(diagnostic.message),
        "location": texts.location(diagnostic),
        "severity": SEVERITIES[diagnostic.level],
        "code": {"value": diagnostic.rule, **({"url": page} if page else {})},
        **({"suggestions": [texts.suggestion(diagnostic.path, edit) for edit in edits]} if edits else {}),
        **({"relatedLocations": related} if related else {}),
    }
