"""What a rule or an annotator wants to be told of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from msgspec import Struct


class Trigger(Struct, frozen=True):
    """One phrase or pattern to look for.

    `owner` is the rule or annotator that wants it, `name` what the owner calls it. A literal `expression` is a phrase,
    found at word boundaries, and its hits are exact. Any other is a regular expression in the syntax of the `regex`
    module: its hits say in which sentences it is worth to look, and the owner runs the pattern itself there. Letter
    case is ignored unless `cased`.
    """

    owner: str
    name: str
    expression: str
    literal: bool = False
    cased: bool = False


class Hit(NamedTuple):
    """A trigger met in a reading text: offsets in code points, the end exclusive.

    For a pattern it is a place that every match takes in, or the end of one: a match may begin before and end after it.
    """

    start: int
    end: int
    name: str


class Scanner(Protocol):
    """Finds triggers."""

    def scan(self, text: str) -> Mapping[str, tuple[Hit, ...]]:
        """Where the triggers are met in a reading text, by owner, each owner's hits sorted by place."""
