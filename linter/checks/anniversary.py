"""The check kind `anniversary`: an anniversary whose number is not the years since its event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.infer.events.anniversaries import Anniversary, anniversaries
from linter.infer.events.turning import turning
from linter.match.trigger import Trigger

LATE = lazy_pattern(
    r"\b(?:years?|months) (?:too )?(?:late|early)\b|"
    r"\b(?:belated\w*|postponed|put off|(?:was|were|had been) (?:delayed|deferred))\b",
    re.IGNORECASE,
)
"""What tells that an anniversary is kept in another year than its own."""


class AnniversaryCheck(Struct, frozen=True, kw_only=True):
    """Reports anniversaries, jubilees and centenaries that do not fall in the year in which they are kept.

    Values: `year`, that of the event; `right`, the number that would fit, with the year in which it is kept.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """Words for anniversaries."""
        yield Trigger(
            owner,
            "anniversary",
            r"anniversar|birthday|centen|jubilee|\bturn(?:s|ed|ing)? \d|\b(?:celebrat|mark)(?:e?s|ed|ing|e)? \d|"
            r"(?:years|decades|century|"
            r"centuries) (?:after|since|on from) the [12]",
        )

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each anniversary whose number does not fit."""
        for found in (*anniversaries(article), *turning(article)):
            if not found.fits and not LATE.search(
                article.plain_words(article.sentence_at(found.mention.span.start).span)
            ):
                yield _finding(found)


def _finding(found: Anniversary) -> Finding:
    right = " or ".join(f"{year - found.year} in {year}" for year in found.kept if year > found.year)
    values = {"year": str(found.year), "right": right or "none yet"}
    return Finding(found.mention.span, labels=(Label(found.event, f"{found.year}"),), values=values)
