"""What the linter says: a diagnostic with its places."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from linter.core.span import Span

Level = Literal["error", "warning", "note"]
"""`error`: proved by arithmetic, the calendar or the fact base; `warning`: an editor must look; `note`: style."""

Confidence = Literal["high", "medium", "low"]
"""How sure the rule is that an editor would agree."""

Applicability = Literal["safe", "unsafe", "display"]
"""Whether a fix may be applied by `--fix`, only by `--unsafe-fixes`, or is shown and never applied."""

LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""From worst to mildest."""

CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")
"""From surest to least sure."""


class Place(Struct, frozen=True):
    """A place in a source: lines and columns from 1 in code points, the end exclusive; `span` in source offsets.

    `text` are the words there, without markup; `message` says what they have to do with the diagnostic.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    message: str
    span: Span


class Edit(Struct, frozen=True):
    """Replace the source text of a span by other text."""

    span: Span
    replacement: str


class Fix(Struct, frozen=True):
    """A suggestion that the rule spells out; it never invents a value."""

    message: str
    applicability: Applicability
    edits: tuple[Edit, ...]


class Diagnostic(Struct, frozen=True):
    """One report of one rule: its primary place, related places, and the words to say.

    Lines and columns are 1-based, in code points, the end exclusive. `span` is the same in offsets into the source.
    `fingerprint` stays the same while the sentence does, wherever it moves. `sentence` is a hash of that sentence
    alone, the same for every report in it; empty for a report on the whole article.
    """

    rule: str
    level: Level
    confidence: Confidence
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    related: tuple[Place, ...]
    fix: Fix | None
    fingerprint: str
    span: Span
    sentence: str = ""

    @property
    def places(self) -> tuple[Span, ...]:
        """Source spans of the primary place and of all related ones in the same article."""
        return (self.span, *(place.span for place in self.related if place.path == self.path))
