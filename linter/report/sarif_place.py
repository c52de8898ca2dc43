"""Places in SARIF: regions in UTF-16 columns, files as percent-encoded URIs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from linter.core.diagnostic import Diagnostic, Place
from linter.core.source import Source, width
from linter.report.context import Context
from linter.report.paths import shown_path
from linter.report.record import Record


class Atlas(Struct, frozen=True):
    """The texts that places are in, by path, and how the run names files to others."""

    sources: Mapping[str, Source]
    context: Context

    def location(self, place: Diagnostic | Place) -> Record:
        """A location object for a place."""
        return self.physical(place.path, self.region(place))

    def physical(self, path: str, region: Record) -> Record:
        """A location object for a region of a file."""
        return {"physicalLocation": {"artifactLocation": self.artifact(path), "region": region}}

    def artifact(self, path: str) -> Record:
        """A file below the root by its relative reference, any other by its full URI (RFC 3986)."""
        from urllib.parse import quote

        relative = quote(shown_path(path, self.context), safe="/", errors="surrogatepass")
        if relative.startswith("/"):
            return {"uri": f"file://{relative}"}
        return {"uri": relative, "uriBaseId": "%SRCROOT%"}

    def region(self, place: Diagnostic | Place) -> Record:
        """All four bounds from 1, the end exclusive, columns in UTF-16 code units."""
        return {
            "startLine": place.line,
            "startColumn": self.utf16_column(place.path, place.line, place.column),
            "endLine": place.end_line,
            "endColumn": self.utf16_column(place.path, place.end_line, place.end_column),
        }

    def utf16_column(self, path: str, line: int, column: int) -> int:
        """A column counted in UTF-16 code units; of a text that is not at hand, the column as it is."""
        source = self.sources.get(path)
        return 1 + width(source.line_text(line)[: column - 1], "utf-16") if source else column
