"""The check kind `age`: ages that do not go with a birth, or with each other."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.core.diagnostic import Confidence
from linter.core.pattern import lazy_pattern
from linter.infer.people.aged_people import is_shared, last_named
from linter.infer.people.ages import IN_WORDS, StatedAge, stated_ages
from linter.infer.people.ages_then import ages_then
from linter.infer.people.births import Born, StatedBirth, ages_on, stated_births
from linter.match.trigger import Trigger

AROUND = datetime.timedelta(days=3)
"""A birthday may lie between the day of writing and the date of the article."""

WEEKS = datetime.timedelta(days=30)
"""How old a death can be when its obituary is printed."""

PERSONAL = lazy_pattern(r",? (?:who|said|says|of|from|an?)\b|-year-old")

YEAR = datetime.timedelta(days=365)
"""How far off a birthday can be of which an article tells."""

LATELY = 3
"""Years by which an age told of last year may differ from one of today."""

NAMESAKE = 12
"""Years of difference from which on somebody of a known name is rather another person."""


class AgeCheck(Struct, frozen=True, kw_only=True):
    """Reports an age that a birth and the article's date contradict, and the later of two ages of one person.

    Births are those that the article dates, or else those of the fact base. A birthday may lie between two ages. An age
    at another time ("then 19", "when she was 17") is held against a birth where the text dates that time ("in 1984,
    aged 19"), and left alone elsewhere. Value: `reason`, what does not fit.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """What a stated age looks like."""
        yield Trigger(
            owner,
            "age",
            r"[,(] (?:aged? |now |then )?\d{1,3}[,.;:)]|, (?:aged )?\d{1,3}|\(\d{1,3}\)|-year-old|\b(?:is|"
            r"was|be|been|just|only|still|already|barely|turn|turns|turned|aged?|at|of|now) \d{1,3}\b"
            rf"|\b(?:was|turn|turned|aged?|at|age of) {IN_WORDS}",
        )

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each age that does not fit; one for a person."""
        ages = stated_ages(article)
        births = tuple(stated_births(article)) if ages else ()
        first: dict[str, StatedAge] = {}
        told: set[str] = set()
        for age in ages:
            earlier = None if age.birth else first.get(age.who)
            found = self._against_birth(article, age, births, ages) or _against(article, earlier, age)
            first.setdefault(age.who, age)
            if found is not None and age.who not in told and not is_shared(article, age.who):
                told.add(age.who)
                yield found
        yield from _then(article, told)

    @staticmethod
    def _against_birth(
        article: Article, age: StatedAge, births: tuple[StatedBirth, ...], ages: tuple[StatedAge, ...]
    ) -> Finding | None:
        if article.date is None:
            return None
        stated = age.birth or next((birth for birth in births if birth.who == age.who), None)
        stated = stated or _pronoun(article, age, births, ages)
        born = stated.born if stated is not None else _known_birth(article, age)
        if born is None or _fits(age, born, article.date):
            return None
        low, high = ages_on(born, article.date)
        far = not low - NAMESAKE <= age.years <= high + NAMESAKE
        if not age.named and far and not _goes_on(article, stated, age):
            return None
        labels = () if stated is None else (Label(stated.span, "the birth"),)
        right = str(low) if low == high else f"{low} or {high}"
        reason = f"{age.who}, born {_in_short(born)}, is {right} on {article.date.isoformat()}"
        confidence: Confidence | None = None if stated is not None else "medium"
        return Finding(age.span, labels=labels, values={"reason": reason}, confidence=confidence)


def _goes_on(article: Article, birth: StatedBirth | None, age: StatedAge) -> bool:
    """Whether a pronoun's age stands in the sentence after the birth: nobody else has come between."""
    if birth is None or not birth.who:
        return False
    first, second = (article.sentence_index(each.span.start) for each in (birth, age))
    return second == first + 1 and article.sentences[first].block == article.sentences[second].block


def _then(article: Article, told: Iterable[str]) -> Iterator[Finding]:
    """The ages at other times that the birth of the same person contradicts, one for a person."""
    ages = tuple(ages_then(article))
    births = dict(_births_by_person(article)) if ages else {}
    seen = set(told)
    for age in ages:
        birth = age.birth or births.get(age.who)
        if birth is None or age.who in seen:
            continue
        low, high = ages_on(birth.born, age.on[0])[0], ages_on(birth.born, age.on[1])[1]
        if not low <= age.years <= high and 0 <= high <= low + 2:
            seen.add(age.who)
            right = str(low) if low == high else f"{max(low, 0)} to {high}"
            then = age.on[0].isoformat() if age.on[0] == age.on[1] else f"in {age.on[0].year}"
            reason = f"{age.who}, born {_in_short(birth.born)}, was {right} {then}"
            yield Finding(age.span, labels=(Label(birth.span, "the birth"),), values={"reason": reason})


def _births_by_person(article: Article) -> Iterator[tuple[str, StatedBirth]]:
    """The births that the article dates, by the full name of the person, who may be told by a pronoun."""
    for birth in stated_births(article):
        who = birth.who or last_named(article, birth.span.start)
        if who:
            yield who, birth


def _in_short(born: Born) -> str:
    return born[0].isoformat() if born[0] == born[1] else str(born[0].year)


def _fits(age: StatedAge, born: Born, today: datetime.date) -> bool:
    try:
        low, high = (
            ages_on(born, today - (WEEKS if age.dead else AROUND))[0],
            ages_on(born, today + (YEAR if age.turns else AROUND))[1],
        )
    except OverflowError:
        return True
    return low - (LATELY if age.lately else 0) <= age.years <= high


def _pronoun(
    article: Article, age: StatedAge, births: tuple[StatedBirth, ...], ages: tuple[StatedAge, ...]
) -> StatedBirth | None:
    """The birth told of a "he" or "she" that nobody else can be: others have births of their own, or it fits them."""
    named = {birth.who for birth in births if birth.who}
    for birth in births:
        if birth.gender and age.who not in named and last_named(article, birth.span.start) == age.who:
            return birth
        before = {each.who: each for each in ages if each.span.start < birth.span.start and each.who not in named}
        if birth.gender and age.who in before and article.date is not None:
            if any(_fits(each, birth.born, article.date) for each in before.values()):
                continue
            older = [
                each for each in before.values() if abs(each.years - ages_on(birth.born, article.date)[1]) <= NAMESAKE
            ]
            if [each.who for each in older] == [age.who]:
                return birth
    return None


def _known_birth(article: Article, age: StatedAge) -> Born | None:
    figures = article.facts.figures_named(age.who) if " " in age.who else ()
    if len(figures) != 1 or figures[0].born is None or figures[0].died is not None or article.date is None:
        return None
    born = figures[0].born
    days = born.earliest, born.latest
    return days if abs(ages_on(days, article.date)[1] - age.years) <= NAMESAKE else None


def _against(article: Article, earlier: StatedAge | None, later: StatedAge) -> Finding | None:
    """A later age against the first one; a birthday may lie between.

    A single word with a figure may be a team and its points, unless it is told as a person is.
    """
    if earlier is None or abs(earlier.years - later.years) <= (LATELY if earlier.lately or later.lately else 1):
        return None
    if not later.named and abs(earlier.years - later.years) > NAMESAKE:
        return None  # rather somebody else
    after = article.plain[later.span.end : later.span.end + 12]
    if " " not in later.who and not PERSONAL.match(after):
        return None
    labels = (Label(earlier.span, f"{earlier.years} here"),)
    reason = f"{later.who} is {earlier.years} before"
    return Finding(later.span, labels=labels, values={"reason": reason})
