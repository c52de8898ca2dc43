"""What every check kind has in common.

A check kind is a frozen record whose fields are the parameters that a rule's YAML sets. It says which triggers it
wants and yields findings; it knows no wording, no rule id and no other check kind.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.core.diagnostic import Confidence, Level, Place
from linter.core.span import Span
from linter.match.trigger import Trigger


class Label(Struct, frozen=True):
    """A related place of a finding, in reading offsets, and what it has to do with it."""

    span: Span
    message: str


class Finding(Struct, frozen=True):
    """What a check found: the primary span in reading offsets, related places, values for the rule's message.

    `suggestions` are wordings that could stand in its place, the best first. `confidence` and `level` override the
    rule's own. `whole_article` reports at line 1, whatever the span. `ready` says that the first suggestion, if it is
    the only one, can stand there as it is: then the rule may offer it as a fix.
    """

    span: Span
    labels: tuple[Label, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    confidence: Confidence | None = None
    level: Level | None = None
    whole_article: bool = False
    ready: bool = False


class Check(Protocol):
    """The contract of a check kind.

    A kind can also have a class attribute `presupposes`: names of `linter.annotation.presence`, all of which must be
    present in an article for the check to find anything in it.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """What to look for in the one scan of the article; `owner` is the rule's id."""

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """What it finds in an article; called only when one of its triggers was met, or when it has none."""


def presupposed(check: Check) -> tuple[str, ...]:
    """What must be present in an article for a check to be called."""
    names: tuple[str, ...] = getattr(check, "presupposes", ())
    return names


class Claim(Struct, frozen=True):
    """What an article says and other articles may say otherwise: its place, in reading offsets, and what it says.

    `what` is a value of the check kind's own: small, and such that it can be pickled.
    """

    span: Span
    what: Any


class Told(Struct, frozen=True):
    """A claim among those of all articles, when none of these is at hand any more.

    `article` is the rank of its article: by date, those without one last, then in the order given. `date` is that of
    the article. `fingerprint` is that of a report at its place, `sentence` the hash of its sentence.
    """

    what: Any
    place: Place
    fingerprint: str
    sentence: str = ""
    article: int = 0
    date: datetime.date | None = None

    def is_within(self, other: Told, days: int) -> bool:
        """Whether the articles of two claims are so near in time; those without a date only to others without."""
        if self.date is None or other.date is None:
            return self.date == other.date
        return abs((self.date - other.date).days) <= days


class Contradiction(Struct, frozen=True):
    """Two claims that cannot both be right: the later one is reported, the earlier one is a related place.

    `label` says what the earlier one has to do with it; `values` are those of the rule's message.
    """

    later: Told
    earlier: Told
    label: str
    values: Mapping[str, str] = field(default_factory=dict)


class CorpusCheck(Check, Protocol):
    """The contract of a check kind that compares articles; what it finds in one article alone is nothing."""

    def claims(self, article: Article) -> Iterator[Claim]:
        """What one article says that others may say otherwise, in reading order."""

    def compare(self, told: Sequence[Told]) -> Iterator[Contradiction]:
        """The contradictions among the claims of all articles, which come in the order of these."""


class ComparingCheck(Struct, frozen=True, kw_only=True):
    """What the check kinds that compare articles have in common: one article by itself contradicts nothing."""

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: what is compared is told by annotators."""
        del owner
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """Nothing: there is no other article here."""
        del article, owner
        return iter(())
