"""The check kind `corpus-date`: two articles date one event differently."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from linter.annotation.article import Article
from linter.checks.base import Claim, ComparingCheck, Contradiction, Told
from linter.core.pattern import lazy_pattern
from linter.infer.events.dated_events import ALIKE, DatedEvent, EventWords, dated_events
from linter.infer.events.nominal import HAPPENINGS
from linter.infer.stems import stem
from linter.infer.subjects import pairs, rare_names

KIN = frozenset(
    map(stem, "brother cousin daughter father husband mother nephew niece sister son stepson uncle widow wife".split())
)
"""The stems of nouns that make a name that of somebody else's: "the trial of Bo Berg's brother"."""


class DateClaim(EventWords, frozen=True, kw_only=True):
    """An event with the days it is given to, and what tells whether another article's is the same."""

    earliest: datetime.date
    latest: datetime.date
    absolute: bool
    yearly: bool
    yearless: bool


class CorpusDateCheck(ComparingCheck, frozen=True, kw_only=True):
    """Reports the later of two dates that articles give to one event.

    Events are one when their verbs agree, with names that few articles have and enough of the words beside them.
    `recurring` are verbs of what happens again and again, which need more words in common; so do days told from the
    writer's desk ("on Monday"), in articles at most `days` apart. `once` are verbs of what happens to a person once,
    which need nothing in common but that person before the verb; `bounds` are verbs of what begins or ends, which a
    thing does once in `season` days, where the subjects agree; `lasting` those of what is done to a thing once, of
    which a bare year tells enough. What a noun tells ("the fire") is one event with what a verb tells on a day at most
    `slip` days off. `lifted` are patterns that, in either sentence, tell of another date than the event's own.
    Value: `other`, the other date.
    """

    recurring: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    lifted: tuple[str, ...] = ()
    days: int = 7
    season: int = 90
    slip: int = 10

    def claims(self, article: Article) -> Iterator[Claim]:
        """The events that the article gives a date to."""
        lifted = lazy_pattern(rf"\b(?:{'|'.join(self.lifted)})\b", re.IGNORECASE) if self.lifted else None
        for event in dated_events(article):
            sentence = article.sentence_at(event.time.span.start).span
            if (
                (event.acts or event.happening)
                and event.about
                and not (lifted and lifted.search(article.plain_words(sentence)))
            ):
                yield Claim(event.time.span, _claim(event))

    def compare(self, told: Sequence[Told]) -> Iterator[Contradiction]:
        """A contradiction for each event that a later article dates differently."""
        rare = rare_names((each.article, each.what.about) for each in told)
        keyed = (
            (t.article, [f"{a} {n}" for a in sorted(_all_acts(t.what)) for n in sorted(t.what.about & rare)])
            for t in told
        )
        alike: dict[int, list[int]] = {}
        for later, earlier in pairs(keyed):
            if self._is_same(told[earlier], told[later], rare):
                alike.setdefault(later, []).append(earlier)
        reported: set[tuple[datetime.date, datetime.date]] = set()
        for later, others in alike.items():
            one, other = told[others[0]], told[later]
            case = one.what.earliest, other.what.earliest
            if not any(_agree(told[each].what, other.what) for each in others) and case not in reported:
                reported.add(case)
                yield Contradiction(other, one, "another date here", {})

    def _is_same(self, first: Told, second: Told, rare: frozenset[str]) -> bool:
        one, other = first.what, second.what
        fixed = one.absolute and other.absolute
        if (one.yearless or other.yearless) and not first.is_within(second, self.season):
            return False
        if not fixed and (not first.is_within(second, self.days) or first.place.text == second.place.text):
            return False
        if one.turn != other.turn or one.coming != other.coming:
            return False
        if one.places and other.places and not one.places & other.places:
            return False
        if fixed and one.whose and one.whose == other.whose and one.acts & other.acts & frozenset(map(stem, self.once)):
            return True
        if one.names and other.names and not one.names & other.names:
            return False
        if one.thing and other.thing and (one.thing ^ other.thing) & KIN:
            return False
        if one.thing and one.thing == other.thing and one.object and other.object and one.object != other.object:
            return False  # the same people did the same to two things
        if one.yearly or other.yearly:
            return self._is_lasting(one, other)
        if not one.acts & other.acts:
            return fixed and self._is_told_by_noun(one, other, rare)
        again = bool(one.acts & other.acts & _stems(self.recurring))
        beside = (one.words & other.words) - one.acts
        named = (one.names & other.names) & rare
        if fixed and not again and not (one.names and other.names):
            named = one.about & other.about & rare
        if fixed and named and self._is_bound(one, other):
            return True
        if again or not fixed:
            return len(beside) >= 2 and bool(named) and 2 * len(beside) >= min(len(one.words), len(other.words))
        return bool(named) and (len(beside) >= 1 or min(len(one.words), len(other.words)) <= 2 or len(named) > 1)

    def _is_lasting(self, one: DateClaim, other: DateClaim) -> bool:
        """Whether two years are those in which one thing, told in the same words, was made or opened."""
        return bool(one.acts & other.acts & _stems(self.lasting)) and _is_same_thing(one, other)

    def _is_told_by_noun(self, one: DateClaim, other: DateClaim, rare: frozenset[str]) -> bool:
        """Whether a noun of one clause tells what the verb or a noun of another does, a few days off."""
        beside = (one.words & other.words) - one.acts - frozenset(map(stem, HAPPENINGS))
        near = abs((one.earliest - other.earliest).days) <= self.slip
        return near and bool(beside) and bool(one.names & other.names & rare)

    def _is_bound(self, one: DateClaim, other: DateClaim) -> bool:
        """Whether one thing, told in the same words, begins or ends on two days of one season."""
        apart = abs((one.earliest - other.earliest).days)
        bounded = one.acts & other.acts & _stems(self.bounds)
        same = _is_same_thing(one, other)
        return bool(bounded) and same and apart <= self.season


def _claim(event: DatedEvent) -> DateClaim:
    absolute = event.time.anchoring == "absolute"
    words = {name: getattr(event, name) for name in EventWords.__struct_fields__}
    words["happening"] = frozenset(map(stem, event.happening))
    return DateClaim(
        earliest=event.earliest,
        latest=event.latest,
        absolute=event.fixed,
        yearly=absolute and len(event.time.value) == len("1950"),
        yearless=event.fixed and not absolute,
        **words,
    )


def _stems(verbs: tuple[str, ...]) -> frozenset[str]:
    """The stems of verbs, those of one meaning as one."""
    return frozenset(ALIKE.get(each, each) for each in map(stem, verbs))


def _is_same_thing(one: DateClaim, other: DateClaim) -> bool:
    """Whether two claims tell of one thing in the same words, wherever its names stand among them."""
    names = frozenset(map(stem, one.names | other.names))
    for first in (one.thing, one.made):
        for second in (other.thing, other.made):
            if first and (first == second or (first - names and first - names == second - names)):
                return True
    return False


def _all_acts(claim: DateClaim) -> frozenset[str]:
    """What a claim tells by its verb and by its nouns."""
    return claim.acts | claim.happening


def _agree(one: DateClaim, other: DateClaim) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest
