"""The check kind `corpus-figure`: two articles give one quantity of one thing two values."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity, Sentence, overlap
from linter.checks.base import Claim, ComparingCheck, Contradiction, Told
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.across import (
    APPROVAL,
    COMING_AND_GOING,
    COUNTERS,
    DEAL,
    HYPHENED,
    NAMED_ALIKE,
    RATE,
    SETTLED_IN,
    differ,
    is_elsewhere,
    keys_of,
    own_years,
    rate_keys,
    scope_of,
    shares_most,
    spent_on,
    wholes_of,
)
from linter.infer.figures.days import day_of
from linter.infer.figures.things import Thing, resolved, thing_of
from linter.infer.figures.topics import Topic, share_topics, topics
from linter.infer.stems import stems
from linter.infer.subjects import names_in, pairs, paragraph_names, rare_names, subject

NAMED = lazy_pattern(r"\b[A-Z][\w'-]*")
"""A word with a capital, which tells what an article is about, not what the figure is."""

OF_KNOWN = lazy_pattern(r"\b(?:the|these|those|(?:the|its|this) [a-z][\w-]*'s?) $", re.IGNORECASE)


class FigureClaim(Struct, frozen=True):
    """A figure and what tells whether another article's is of the same thing.

    `keys` are what figures of one thing have in common, `words` the stems around it, `about` those of its paragraph up
    to the end of its sentence, `names` the words of the names in its paragraph and its article's headline and lead,
    `places` where it says it is, `returned` whether it comes back to what the reader knows ("the 340 spectators").
    `earliest` and `latest` are the days it is of, None where its sentence gives none. `noun` is that of the thing it is
    of, `own` the words of that thing's name, `measures` what it measures, so far as told.
    `scope` is what tells that it is of more than another: two places, what could be. `spent_on` is what a sum is for.
    `updated` is a count of which its sentence says that it has changed: it has no keys, but may come again.
    """

    low: float
    high: float | None
    value: float
    blurred: str
    keys: tuple[str, ...]
    of: str
    words: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    years: frozenset[str]
    earliest: datetime.date | None
    latest: datetime.date | None
    returned: bool = False
    noun: str = ""
    own: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    updated: bool = False
    scope: frozenset[str] = frozenset()
    spent_on: frozenset[str] = frozenset()


class CorpusFigureCheck(ComparingCheck, frozen=True, kw_only=True):
    """Reports the later of two figures in articles of the same time that state one quantity of one thing.

    `updates` are words in either sentence that tell of a change, a further count or another reckoning. `days` is how
    far apart articles of one time are at most; `shared` how many words around two amounts must be the same; for two
    counts of the same it is one. Value: `other`, the earlier figure.
    """

    updates: tuple[str, ...]
    days: int = 14
    shared: int = 2

    def claims(self, article: Article) -> Iterator[Claim]:
        """The figures of the body that state what one thing has."""
        update = lazy_pattern(rf"\b(?:{'|'.join(self.updates)})\b", re.IGNORECASE)
        for topic, keys in _keyed(article):
            told = keys and topic.standing != "title" and _is_bounded(topic.quantity)
            if not told or article.quotation_at(topic.quantity.span) is not None:
                continue
            if not update.search(article.plain_words(topic.sentence.span)):
                yield Claim(_named(topic.quantity), _claim(article, topic, keys))
        for quantity in article.quantities:
            if quantity.kind == "count" and _is_bounded(quantity):
                sentence = article.sentence_at(quantity.span.start)
                if update.search(article.plain_words(sentence.span)):
                    yield Claim(quantity.span, _update(article, quantity))

    def compare(self, told: Sequence[Told]) -> Iterator[Contradiction]:
        """A contradiction for each thing of which a later article gives another value."""
        rare = rare_names((each.article, each.what.names) for each in told)
        keyed = ((t.article, [f"{k} {n}" for n in sorted(t.what.names & rare) for k in t.what.keys]) for t in told)
        alike: dict[int, list[int]] = {}
        for later, earlier in pairs(keyed):
            if self._is_same(told[earlier], told[later]):
                alike.setdefault(later, []).append(earlier)
        updates = [each for each in told if each.what.updated] if alike else []
        reported: set[frozenset[float]] = set()
        for later, others in alike.items():
            values = frozenset((told[later].what.value, told[others[0]].what.value))
            if any(_is_told_between(told[others[0]], told[later], each, rare) for each in updates):
                continue
            if not any(_agree(told[each].what, told[later].what) for each in others) and values not in reported:
                reported.add(values)
                first = told[others[0]]
                yield Contradiction(told[later], first, "another figure here", {})

    def _is_same(self, one: Told, other: Told) -> bool:
        if not one.is_within(other, self.days):
            return False
        first, second = one.what, other.what
        if _is_of_other_years(first, second) or is_elsewhere(first.places, first.names, second.places, second.names):
            return False
        if _apart(first, second) or first.scope != second.scope or differ(first.spent_on, second.spent_on):
            return False
        if any(key.startswith("does") for key in first.keys) and _is_of_others(first, second):
            return False
        if first.own & second.own and not first.noun and not second.noun and first.places != second.places:
            return False  # a firm employs so many everywhere, and so many in one town
        if _is_of_one_thing(first, second) or _is_one_deal(first, second):
            return True
        if any(key.startswith(RATE) for key in first.keys):
            return _is_one_rate(first, second)
        alike = len(first.words & second.words)
        if alike and shares_most(first.about, second.about):
            return True
        counted = first.of == second.of and bool(first.of)
        if counted and second.returned and len(first.names & second.names) >= NAMED_ALIKE:
            return True
        return alike >= (1 if counted else self.shared) and (3 if counted else 2) * alike >= min(
            len(first.words), len(second.words)
        )


def _update(article: Article, quantity: Quantity) -> FigureClaim:
    """A count of which its sentence says that it has changed."""
    low, high, nothing = float(quantity.low), float(quantity.high or 0), frozenset[str]()
    names = paragraph_names(article, quantity.span.start) | subject(article)
    return FigureClaim(
        low, high, float(quantity.value), quantity.approximation, (), "", nothing, nothing, names, nothing, nothing,
        None, None, updated=True,
    )  # fmt: skip


def _is_told_between(one: Told, other: Told, update: Told, rare: frozenset[str]) -> bool:
    """Whether an article that is no later than the other tells openly that the figure has become what that one says."""
    if not one.article <= update.article <= other.article or not _agree(update.what, other.what):
        return False
    return bool(update.what.names & other.what.names & rare)


def _keyed(article: Article) -> Iterator[tuple[Topic, tuple[str, ...]]]:
    """The figures that are whole, with their keys: of a part of a whole that stands beside it, those of the whole."""
    found = topics(article)
    wholes = dict(wholes_of(article, found))
    for topic in found:
        whole = wholes.get(topic)
        if topic not in wholes.values() and (whole is not None or not topic.partial):
            yield topic, tuple(keys_of(article, whole or topic))
    for topic in share_topics(article):
        yield topic, tuple(rate_keys(article, topic))


def _is_of_other_years(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two figures are of other years; the length of a thing is one in all of them."""
    if one.years == other.years:
        return False
    lasting = any(key.startswith("measure") for key in one.keys) and not (one.years and other.years)
    return not (lasting and _is_of_one_thing(one, other))


def _is_one_deal(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both are paid for one firm, of which both sentences tell by name."""
    bought = any(key.startswith(DEAL) for key in one.keys) and any(key.startswith(DEAL) for key in other.keys)
    return bought and len(one.beside & other.beside) >= NAMED_ALIKE


def _is_one_rate(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both are one rate of those that their sentences name, or one vote that both articles are about."""
    if APPROVAL in one.keys:
        voters = [set(each.keys) - {APPROVAL} for each in (one, other)]
        return len(one.names & other.names) >= NAMED_ALIKE and not (all(voters) and voters[0].isdisjoint(voters[1]))
    return bool(one.beside & other.beside)


def _is_of_others(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two counts of people are by two counters, or one of those only to whom something happens."""
    counters = one.about & COUNTERS != other.about & COUNTERS
    return counters or one.words & COMING_AND_GOING != other.words & COMING_AND_GOING


def _is_of_one_thing(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both are of one thing that is named alike, and nothing tells that they measure two sides of it."""
    apart = one.measures and other.measures and not one.measures & other.measures
    people = [key for key in one.keys if key in ("does employ", "does inhabit") and key in other.keys]
    settled = people == ["does inhabit"] and {one.noun, other.noun} <= SETTLED_IN
    if people and (settled or one.noun == other.noun) and one.places == other.places:
        return bool(one.own & other.own)
    return bool(one.noun) and one.noun == other.noun and bool(one.own & other.own) and not apart


def _apart(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both are of days, and of other ones."""
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return False
    return one.latest < other.earliest or other.latest < one.earliest


def _is_bounded(quantity: Quantity) -> bool:
    return quantity.high is not None and not (quantity.low == 0 and quantity.value > 0) and quantity.value > 2


def _claim(article: Article, topic: Topic, keys: tuple[str, ...]) -> FigureClaim:
    quantity = topic.quantity
    near = day_of(article, topic.sentence, quantity.span)
    block = article.block_of(topic.sentence)
    thing = _thing(article, topic)
    return FigureClaim(
        float(quantity.low),
        None if quantity.high is None else float(quantity.high),
        float(quantity.value),
        quantity.approximation,
        keys,
        quantity.of,
        topic.words,
        frozenset(stems(NAMED.sub(" ", article.plain[block.start : topic.sentence.span.end]))),
        paragraph_names(article, quantity.span.start) | subject(article),
        topic.places,
        own_years(article, topic),
        near.earliest if near else None,
        near.latest if near else None,
        OF_KNOWN.search(topic.before) is not None,
        thing.noun,
        thing.names,
        topic.measures,
        _beside(article, topic, keys),
        scope=scope_of(article, topic),
        spent_on=spent_on(article, topic),
    )


def _thing(article: Article, topic: Topic) -> Thing:
    figure, sentence = topic.quantity.span, topic.sentence.span
    counted = topic.quantity.noun if topic.quantity.kind == "count" else None
    hyphened = HYPHENED.match(article.plain, figure.end) if counted else None
    end = hyphened.end() if hyphened else (counted or figure).end
    told = article.plain[figure.start : hyphened.end() if hyphened else figure.end]
    before = resolved(article.plain[sentence.start : figure.start], _sentence_before(article, topic.sentence))
    return thing_of(before, told, article.plain[end : sentence.end])


def _sentence_before(article: Article, sentence: Sentence) -> str:
    """The sentence before in the same paragraph, or ""."""
    index = article.sentence_index(sentence.span.start)
    before = article.sentences[index - 1] if index else sentence
    return article.plain_words(before.span) if before.block == sentence.block and before is not sentence else ""


def _beside(article: Article, topic: Topic, keys: tuple[str, ...]) -> frozenset[str]:
    """The words of the names in a figure's sentence, or its clause where it is paid for something."""
    span = topic.sentence.span
    if any(key.startswith(DEAL) for key in keys):
        low = article.plain.rfind(", ", span.start, topic.quantity.span.start)
        high = article.plain.find(", ", topic.quantity.span.end, span.end)
        span = Span(max(low, span.start), high if high > 0 else span.end)
    return names_in(article, span) or subject(article)


def _agree(one: FigureClaim, other: FigureClaim) -> bool:
    if one.blurred and one.blurred == other.blurred:
        return one.value == other.value
    return overlap(one, other)


def _named(quantity: Quantity) -> Span:
    """A figure with the noun it counts, where that follows at once."""
    noun = quantity.noun
    near = noun is not None and noun.start - quantity.span.end <= 2
    return Span(quantity.span.start, noun.end if near and noun is not None else quantity.span.end)
