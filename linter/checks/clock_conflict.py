"""The check kind `clock-conflict`: statements about the moment of writing that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.core.span import Span
from linter.infer.clock import clock_of
from linter.infer.people.holders import others_then
from linter.infer.reasons import Reason
from linter.match.trigger import Trigger


class ClockConflictCheck(Struct, frozen=True, kw_only=True):
    """Reports a smallest set of statements that no moment of writing fits, at the last of them.

    Values for the message: `reason` and `allowed` of the statement reported, `others` the same of the rest, `instead`
    who held the office at the time that the rest allows.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("clue to the date",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None of its own: the clock is made of annotations."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for the article, or none."""
        members = clock_of(article).conflict
        if not members:
            return
        placed = sorted((each for each in members if each.span), key=lambda each: each.span or Span(0, 0))
        last = placed[-1] if placed else members[-1]
        rest = [each for each in members if each is not last]
        yield Finding(
            last.span or Span(0, 0),
            labels=tuple(Label(each.span, _told(each)) for each in rest if each.span),
            values={
                "reason": last.words,
                "allowed": last.allowed,
                "others": "; ".join(map(_told, rest)),
                "instead": _instead(last, rest),
            },
            whole_article=last.span is None,
        )


def _told(reason: Reason) -> str:
    return f"{reason.words}, so it was written {reason.allowed}"


def _instead(last: Reason, rest: Iterable[Reason]) -> str:
    """Who held the office that one member names at the time that another one allows."""
    members = (last, *rest)
    for office in members:
        for other in members:
            if office.mention and other is not office and other.kind in ("duration", "age", "date"):
                return others_then(office.mention, other.periods[0].earliest)
    return ""
