"""The check kind `weekday`: a weekday that does not go with the date it stands beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding
from linter.core.calendar import WEEKDAYS
from linter.infer.dates.stated_dates import in_words
from linter.infer.dates.weekdays import StatedWeekday, stated_weekdays
from linter.match.trigger import Trigger


class WeekdayCheck(Struct, frozen=True, kw_only=True):
    """Reports weekdays that none of the days has which their date can mean.

    A date without a year is read in the article's year, or the next for what is still to come; an article without a
    date, and a date in figures that can be read in two ways, are given the benefit of the doubt. Values: `date`, the
    day it is likeliest to mean; `weekday`, its right weekday.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("time",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: time expressions have triggers of their own."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each weekday that does not fit."""
        told = set()
        for stated in stated_weekdays(article):
            if stated.days and not stated.fits and stated.span not in told:
                told.add(stated.span)
                yield _finding(article, stated)


def _finding(article: Article, stated: StatedWeekday) -> Finding:
    day = stated.days[0]
    right = WEEKDAYS[day.isoweekday() - 1]
    values = {"date": in_words(day), "weekday": right}
    return Finding(stated.span, values=values, suggestions=(_in_style(right, article.words(stated.span)),))


def _in_style(weekday: str, written: str) -> str:
    """A weekday as long or as short as one that is written: "Tuesday" for "Monday", "Tues." for "Mon."."""
    if written.endswith("day"):
        return weekday
    return {"Tuesday": "Tues", "Thursday": "Thurs"}.get(weekday, weekday[:3]) + ("." if written.endswith(".") else "")
