"""The check kind `stale`: a running duration that does not reach the article's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.infer.events.elapsed import SLACK, elapsed
from linter.infer.events.running import running_lengths
from linter.match.trigger import Trigger


class StaleCheck(Struct, frozen=True, kw_only=True):
    """Reports durations that go on, counted from a start that the article or the fact base tells, which are too short
    or too long for the article's date.

    Values for the message: `start` what began when, `implied` the days on which the words are true, `date`, `actual`
    how long it has been.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("date", "time")

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None of its own: time expressions have theirs."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each duration."""
        day = article.date
        if day is None:
            return
        for running in running_lengths(article):
            began = running.start.period
            if day in running.period.widened(SLACK) or began.earliest > day:
                continue
            yield Finding(
                running.span,
                labels=(Label(running.start.span, running.start.words),),
                values={
                    "start": running.start.words,
                    "implied": str(running.period),
                    "date": str(day),
                    "actual": elapsed(began, day, running.length.unit),
                },
            )
