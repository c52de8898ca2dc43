"""What every check kind has in common.

A check kind is a frozen dataclass whose fields are the parameters that a rule's YAML sets. It says which triggers it
wants and yields findings; it knows no wording, no rule id and no other check kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from linter.annotation.article import Article
from linter.core.diagnostic import Confidence, Level
from linter.core.span import Span
from linter.match.trigger import Trigger


@dataclass(frozen=True, slots=True)
class Label:
    """A related place of a finding, in reading offsets, and what it has to do with it."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: the primary span in reading offsets, related places, values for the rule's message.

    `suggestions` are wordings that could stand in its place, the best first. `confidence`
    and `level` override the rule's own. `whole_article` reports at line 1, whatever the span.
    """

    span: Span
    labels: tuple[Label, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    confidence: Confidence | None = None
    level: Level | None = None
    whole_article: bool = False


class Check(Protocol):
    """The contract of a check kind."""

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """What to look for in the one scan of the article; `owner` is the rule's id."""

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """What it finds in an article; called only when one of its triggers was met, or when it has none."""
