"""Statements that bound the moment of writing, as values."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from linter.core.span import Span
from linter.infer.dates.periods import Period
from linter.infer.people.offices import OfficeMention

ReasonKind = Literal["date", "duration", "office", "age", "past", "future"]
"""Where a constraint comes from; the surest kinds first."""


class Reason(Struct, frozen=True):
    """A statement that bounds the moment of writing.

    `span` is its place in the reading text, None for a date from outside of it. `periods` are the days that it allows,
    `words` say why. `origin` tells where a date of the article's own was found, "" for anything else.
    """

    kind: ReasonKind
    span: Span | None
    periods: tuple[Period, ...]
    words: str
    mention: OfficeMention | None = None
    origin: str = ""

    @property
    def allowed(self) -> str:
        """The days that it allows, in words."""
        return " or ".join(map(str, self.periods))
