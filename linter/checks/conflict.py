"""The check kind `conflict`: one quantity of one thing given two values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity, overlap
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.infer.dates.short_years import wrong_short_years
from linter.infer.figures.companies import two_sized_companies
from linter.infer.figures.holdings import two_holdings
from linter.infer.figures.likeness import is_of_another_event, same_thing, transposed
from linter.infer.figures.topics import Topic, could_recur, kin, rivals
from linter.match.trigger import Trigger

REMEMBERED = 60
"""Earlier figures of one kind and unit that a later one is compared with."""


SURELY = 3
"""Words in common that show that a quotation and the writer tell the same."""


class ConflictCheck(Struct, frozen=True, kw_only=True):
    """Reports the later of two figures that state one quantity of one thing and cannot both be right.

    `updates` are words in either sentence that tell of a change, a further count or another reckoning. Figures given by
    two named sources are left alone, and those in quotations unless they plainly tell what the writer
    tells. Value: `earlier`, the earlier figure.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quantity",)

    updates: tuple[str, ...]

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each figure that contradicts an earlier one, the first time that it does."""
        for pair in wrong_short_years(article):
            yield Finding(pair.year, (Label(pair.short, "the earlier figure"),), {"earlier": article.words(pair.short)})
        update = lazy_pattern(rf"\b(?:{'|'.join(self.updates)})\b", re.IGNORECASE)
        told: set[frozenset[Fraction]] = set()
        companies = ((each.first, each.later) for each in two_sized_companies(article))
        for first, later in (*companies, *two_holdings(article)):
            # A slip of the fingers is none the less one for what the first sentence says of earlier years.
            figures = (later,) if transposed(first, later) else (first, later)
            values = frozenset((first.value, later.value))
            changed = any(update.search(_beside(article, each)) for each in figures)
            if values not in told and not changed and not _is_for_another(article, first, later):
                told.add(values)
                yield _told(article, first, later)
        earlier: dict[tuple[str, str, str], list[Topic]] = defaultdict(list)
        for topic in rivals(article):
            keys = kin(topic.quantity, topic.fate)
            known = [each for key in keys for each in earlier[key][-REMEMBERED:]]
            found = self._contradicted(article, topic, known, update)
            # A contradiction is told once: the same two values again are the same one.
            if found is not None and (values := _values(found, topic)) not in told:
                told.add(values)
                yield _told(article, found.quantity, topic.quantity)
            for key in keys:
                earlier[key].append(topic)

    def _contradicted(
        self, article: Article, topic: Topic, earlier: list[Topic], update: re.Pattern[str]
    ) -> Topic | None:
        alike = [each for each in earlier if same_thing(each, topic) and each.sentence != topic.sentence]
        if not alike or any(_agree(each.quantity, topic.quantity) for each in alike):
            return None
        # "It sold a 21-acre site. The 21-acre site": the later figure goes back to another thing than the one alike.
        if topic.quantity.head and any(_is_met(each, topic) for each in earlier):
            return None
        if any(_is_part(each, topic, article) or _tells_both(article, each, topic) for each in alike):
            return None
        if any(_is_of_another_day(each, topic, earlier) for each in alike):
            return None
        plain = [each for each in alike if not _excused(article, each, topic, update)]
        return plain[0] if plain and len(plain) == len(alike) else None


def _is_met(one: Topic, other: Topic) -> bool:
    """Whether a definite figure was given before of a thing of its name."""
    first, second = one.quantity, other.quantity
    return other.definite and first.head == second.head and first.value == second.value and first.kind == second.kind


NEAR = (60, 24)
"""Code points before a figure that tells what a thing has, and after it, that can tell of a change of it."""


def _beside(article: Article, quantity: Quantity) -> str:
    """The words of its sentence on both sides of a figure."""
    sentence, end = article.sentence_at(quantity.span.start).span, (quantity.noun or quantity.span).end
    return article.plain[max(sentence.start, quantity.span.start - NEAR[0]) : min(sentence.end, end + NEAR[1])]


def _is_part(one: Topic, other: Topic, article: Article) -> bool:
    """Whether a third figure of the article for the same makes the greater one out of the smaller."""
    rest = abs(one.quantity.value - other.quantity.value)
    if rest in _values(one, other):
        # Twice as many: the third figure would be the smaller one itself, unless it is told as "another" so many.
        return any(each.value == rest and ANOTHER.search(_before(article, each)) for each in article.quantities)
    known = article.derive(_figures)
    return any((one.quantity.kind, rest, head) in known for head in ("", one.quantity.head, other.quantity.head))


ANOTHER = lazy_pattern(r"\b(?:[Aa]nother|as many as|a further) $")


def _before(article: Article, quantity: Quantity) -> str:
    return article.plain[max(0, quantity.span.start - 12) : quantity.span.start]


def _is_of_another_day(one: Topic, other: Topic, earlier: list[Topic]) -> bool:
    """Whether the body tells the figure of a headline of another day than a later figure's."""
    return (
        one.standing == "title"
        and not other.presupposed
        and any(
            each.quantity.value == one.quantity.value
            and each.quantity.head == one.quantity.head
            and bool(each.days and other.days and not each.days & other.days)
            for each in earlier
        )
    )


def _tells_both(article: Article, one: Topic, other: Topic) -> bool:
    """Whether the later sentence has both figures: "in 18,400 of the 32,000 homes" beside "18,400 homes"."""
    first = one.quantity
    inside = starting_in(article.quantities, other.sentence.span)
    return any(each.value == first.value and each.kind == first.kind for each in inside)


def _values(one: Topic, other: Topic) -> frozenset[Fraction]:
    return frozenset((one.quantity.value, other.quantity.value))


def _figures(article: Article) -> frozenset[tuple[str, Fraction, str]]:
    """All figures that could be given twice: the kind, the value and what is counted."""
    return frozenset((each.kind, each.value, each.head) for each in article.quantities if could_recur(each))


def _agree(one: Quantity, other: Quantity) -> bool:
    if one.approximation and one.approximation == other.approximation:
        return one.value == other.value
    return overlap(one, other)


def _excused(article: Article, one: Topic, other: Topic, update: re.Pattern[str]) -> bool:
    texts = [article.plain_words(one.sentence.span), article.plain_words(other.sentence.span)]
    if other.presupposed:
        # "The 15,000 who marched on Tuesday plan to do so again": what they do next is no change of the figure.
        texts[1] = _beside(article, other.quantity)
    slipped = other.presupposed and transposed(one.quantity, other.quantity)
    if (
        (any(update.search(text) for text in texts) and not slipped)
        or _is_revised(article, other)
        or _is_group(one, other)
        or is_of_another_event(article, one, other)
        or _is_for_another(article, one.quantity, other.quantity)
        or _is_of_another_month(article, one, other)
        or (not other.presupposed and _is_narrowed(article, one.quantity, other.quantity))
    ):
        return True
    samples = [SAMPLED.match(text) for text in texts]
    if all(samples) and len({found[1] for found in samples if found}) > 1:
        return True
    sources = [_speakers(article, topic) for topic in (one, other)]
    if sources[0] and sources[1] and not sources[0] & sources[1] and not other.presupposed:
        return True
    quoted = one.quoted or other.quoted
    return quoted and max(len(one.words & other.words), len(one.promised & other.promised)) < SURELY


SAMPLED = lazy_pattern(r"\W*((?:[A-Z][\w'’-]+ )+)(?:has |had )?(?:asked|interviewed|polled|questioned|surveyed)\b")
"""Who asked so many, each a sample of its own."""

REVISED = lazy_pattern(
    r"\b(?:raise|revise|lower|correct|cut|change|adjust|increase|reduce|update|bring|brought)[sd]? (?:it|that|this|"
    r"(?:the|that|this|their|its|his|her) (?:[a-z]+ )?(?:number|figure|count|tally|total|toll|estimate|sum|amount))"
    r"(?: \w+)? to\b|"
    r"\b(?:it|that|this|the (?:number|figure|count|tally|total|toll|estimate|sum|amount)) (?:was|were|has been|"
    r"had been) (?:later |then |soon |since )?(?:raised|revised|lowered|corrected|cut|"
    r"changed|adjusted|increased|reduced)\b",
    re.IGNORECASE,
)


def _is_revised(article: Article, topic: Topic) -> bool:
    """Whether the next sentence gives another figure in the place of this one: "They raised the number to 1,140"."""
    following = article.sentences[topic.place + 1 : topic.place + 2]
    return any(REVISED.search(article.plain_words(each.span)) for each in following)


GROUP = lazy_pattern(r"(?:^\W*(?:among|of|from|with)|\b(?:Among|Of)) (?:the|these|those) $")


def _is_group(one: Topic, other: Topic) -> bool:
    """Whether a later and much smaller figure is of a group that its clause sets apart: "Among the 24 voters who"."""
    apart = other.presupposed and GROUP.search(other.before) is not None
    return apart and one.quantity.kind == "count" and 2 * other.quantity.value < one.quantity.value


FOR = lazy_pattern(r" for (?:an?|her|his|its|the|their) (?:[a-z]+ )?([a-z]+)\b")


def _is_for_another(article: Article, one: Quantity, other: Quantity) -> bool:
    """Whether two sums are told to be for things of two names: "3 million for the striker"."""
    found = [FOR.match(article.plain, each.span.end) for each in (one, other)]
    return one.kind == "money" and len({each[1] for each in found if each is not None}) > 1


def _is_of_another_month(article: Article, one: Topic, other: Topic) -> bool:
    """Whether a figure brought up anew is told of a month, and neither that of the article nor of the earlier one."""
    own = f"in {article.date:%B}" if article.date else ""
    months = {day for day in other.days if day.startswith("in ") and day != own}
    return not other.definite and bool(months - one.days)


NARROWING = lazy_pattern(
    r" (?:who|which|aged|under|over|by|for|of|from|in|on|at|aboard|with|without) "
    r"(?P<what>(?:the |its |their |a )?[\w'-]+)"
)


def _is_narrowed(article: Article, earlier: Quantity, later: Quantity) -> bool:
    """Whether a smaller count is told of a part: "has 400 beds", "its 210 beds for surgery"."""
    if earlier.kind != "count" or later.value > earlier.value or later.noun is None or transposed(earlier, later):
        return False
    part = NARROWING.match(article.plain, later.noun.end)
    if part is None:
        return False
    whole = article.sentence_at(earlier.span.start).span
    return part["what"].split()[-1].lower() not in article.plain_words(whole).lower().split()


def _speakers(article: Article, topic: Topic) -> frozenset[str]:
    """The words that name the sources of a sentence's statements."""
    counted = COUNTER.search(article.plain_words(topic.sentence.span))
    counters = frozenset() if counted is None else frozenset(counted[1].lower().split())
    return counters | frozenset(
        word
        for each in article.attributions_of(topic.sentence)
        if each.source is not None and each.source_type != "pronoun"
        for word in f"{each.speaker} {article.words(each.source)} {_apposed(article, each.source)}".lower().split()
        if word not in ("the", "a", "an", "of", "his", "her", "its", "their")
    )


COUNTER = lazy_pattern(
    r"\b((?:[Tt]he )?(?:[A-Z][\w'’-]+ ?)+|[Tt]he [a-z]+)(?:, (?:which|who) [^,]{1,60},)? ?"
    r"(?:(?:has|have|had) )?(?:counted|counts?|reckon(?:s|ed)?|estimates?|spoke of|speaks of)\b"
)
"""Who has a figure of the kind, where nothing is said to be said."""

APPOSED = lazy_pattern(r", ([A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)*)")


def _apposed(article: Article, source: Span) -> str:
    """The name behind an office: "said the chief engineer, Ada Lind"."""
    found = APPOSED.match(article.plain, source.end)
    return found[1] if found is not None else ""


def _told(article: Article, earlier: Quantity, later: Quantity) -> Finding:
    place, first = _named(later), _named(earlier)
    return Finding(place, (Label(first, "the earlier figure"),), {"earlier": article.words(first)})


def _named(quantity: Quantity) -> Span:
    """A figure with the noun it counts, where that follows at once."""
    noun = quantity.noun
    near = noun is not None and noun.start - quantity.span.end <= 2
    return Span(quantity.span.start, noun.end if near and noun is not None else quantity.span.end)
