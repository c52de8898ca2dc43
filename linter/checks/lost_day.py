"""The check kind `lost-day`: a date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding
from linter.core.calendar import MONTHS
from linter.infer.dates.lost_days import FEBRUARY, LostDay, lost_days
from linter.match.extract import first
from linter.match.trigger import Trigger

DAY_BEYOND = (
    r"\b(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2}|[a-z]{2}\.? (?:3[2-9]|[4-9]\d)(?:st|nd|rd|"
    r"th)?, \d{4}"
)
MADE = (
    r"\d(?:st|nd|rd|th)?,? (?:of )?[A-Z][a-z]{2}|[a-z]{2}\.? \d|\d[/.-]\d|\b(?:thirty-first|thirtieth|twenty-ninth)\b"
)


class LostDayCheck(Struct, frozen=True, kw_only=True):
    """Reports dates that do not exist, inside quotations too: the calendar alone decides.

    `unless` are patterns that lift every report in their sentence: where it speaks of such a day as one that does not
    exist. 29 February without a year is left alone. Values: `reason`, what the month has.
    """

    unless: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """Anything like a date, and days beyond every month."""
        yield Trigger(owner, "date", MADE)
        yield Trigger(owner, "beyond", DAY_BEYOND, cased=True)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each such date, each place once."""
        taken: set[int] = set()
        for lost in lost_days(article, article.sentences_hit(owner)):
            sentence = article.sentence_at(lost.span.start)
            text = article.plain_words(sentence.span)
            if lost.span.start in taken or any(first(pattern, text) is not None for pattern in self.unless):
                continue
            taken.update(range(lost.span.start, lost.span.end))
            yield Finding(lost.span, values={"reason": _reason(lost)})


def _reason(lost: LostDay) -> str:
    month = MONTHS[lost.month - 1]
    if lost.month == FEBRUARY and lost.day == 29:
        return f"{lost.year} is no leap year, its {month} has 28 days"
    if lost.month == FEBRUARY and lost.last == 28:
        return f"{month} {lost.year} has 28 days"
    return f"{month} has {lost.last} days"
