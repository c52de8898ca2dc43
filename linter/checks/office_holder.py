"""The check kind `office-holder`: somebody is named as holding an office that somebody else held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.facts.model import Term
from linter.infer.constraints import served, title_of
from linter.infer.dates.told_time import told_time
from linter.infer.people.holders import contradicted, holders
from linter.infer.people.offices import OfficeMention, office_mentions
from linter.match.trigger import Trigger

NAMED_AFTER = lazy_pattern(
    r" (?:Airport|Award|Avenue|Bridge|Building|Cent(?:er|re)|Chair|College|Drive|Forum|Foundation|Fund|Gallery|Garden|"
    r"Hall|Highway|Hospital|House|Institute|Lecture|Library|Medal|Memorial|Museum|Park|Prize|School|Scholarship|Square|"
    r"Stadium|Street|Tower|Trophy|University)\b"
)
"""Behind a name by which a thing is called: "the President Ida Berg Prize"."""


class OfficeHolderCheck(Struct, frozen=True, kw_only=True):
    """Reports people named as serving in an office at the article's date, whom the fact base does not know to have.

    A person is reported once. Values for the message: `office`, `date`, `holder` who held it then, `served` when the
    person did.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("date", "fact")

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None of its own: names and titles have theirs."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each person and office, at the first place."""
        day = article.date
        if day is None:
            return
        told: set[tuple[str, ...]] = set()
        for mention in office_mentions(article):
            key = (mention.name.split()[-1], *(office.id for office in mention.offices))
            if key in told or not contradicted(mention, day) or not _present(article, mention):
                continue
            told.add(key)
            office = mention.offices[0]
            yield Finding(
                mention.person,
                values={
                    "office": title_of(Term(office, office.holders[0])),
                    "date": str(day),
                    "holder": " and ".join(holders(office, day)),
                    "served": served(mention.terms) if mention.terms else "has no term there in the fact base",
                },
            )


def _present(article: Article, mention: OfficeMention) -> bool:
    quotation = article.quotation_at(mention.span)
    if quotation is not None and quotation.speech:
        return False
    if NAMED_AFTER.match(article.plain, mention.span.end):
        return False
    return told_time(article, mention.span) == "present"
