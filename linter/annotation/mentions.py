"""Where the article names what the fact base knows: events and people, by their names and by shorter forms.

Only the hits of the automaton are looked up, each in a table: the cost does not grow with the base.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.event_forms import event_forms, noun_class
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.facts.base import FactBase
from linter.facts.load import shipped_base
from linter.facts.model import Event, Figure
from linter.facts.names import ARTICLE, key_of, plain_spelling
from linter.match.automaton import Automaton, own_automaton
from linter.match.trigger import Hit, Trigger

OWNER = "annotate/fact"


class EventMention(Struct, frozen=True):
    """An event named: `span` is without a leading article. `events` are those the name can mean.

    `clause` says that the name is a clause ("the Berlin Wall fell"), `short` that it is a noun ("the war") for an
    event named before.
    """

    span: Span
    events: tuple[Event, ...]
    clause: bool = False
    short: bool = False


class PersonMention(Struct, frozen=True):
    """A person named in full, and whom the base knows by that name."""

    span: Span
    figures: tuple[Figure, ...]


class FactNames(Struct, frozen=True):
    """The names of the fact base met in an article, each kind sorted by place, no two of one kind overlapping.

    `titles` are the titles of offices, as they stand in the text.
    """

    events: tuple[EventMention, ...]
    people: tuple[PersonMention, ...]
    titles: tuple[Span, ...]

    def event_at(self, start: int) -> EventMention | None:
        """The event whose name begins at an offset."""
        index = bisect_left(self.events, start, key=_start)
        return self.events[index] if index < len(self.events) and self.events[index].span.start == start else None

    def events_in(self, span: Span) -> tuple[EventMention, ...]:
        """The events whose names begin in a span."""
        return starting_in(self.events, span)

    def person_ending(self, end: int) -> PersonMention | None:
        """The person whose name ends at an offset."""
        index = bisect_left(self.people, end, key=_end)
        return self.people[index] if index < len(self.people) and self.people[index].span.end == end else None

    def person_at(self, start: int) -> PersonMention | None:
        """The person whose name begins at an offset."""
        index = bisect_left(self.people, start, key=_start)
        return self.people[index] if index < len(self.people) and self.people[index].span.start == start else None


def _end(mention: PersonMention) -> int:
    return mention.span.end


Named = TypeVar("Named", EventMention, PersonMention)


def _start(mention: EventMention | PersonMention) -> int:
    return mention.span.start


def triggers() -> tuple[Trigger, ...]:
    """What the scan looks for: the names of the base that ships, and the titles of its offices."""
    return _triggers_of(shipped_base())


def _triggers_of(base: FactBase) -> tuple[Trigger, ...]:
    names = (*base.names_for_triggers(), *event_forms(base), *base.titles)
    plain = (plain_spelling(name) for name in names if not name.isascii())
    return tuple(Trigger(OWNER, name, name, literal=True) for name in dict.fromkeys((*names, *plain)) if len(name) > 2)


@lru_cache(maxsize=4)
def _title_keys(base: FactBase) -> frozenset[str]:
    return frozenset(map(key_of, base.titles))


@lru_cache(maxsize=4)
def _own_automaton(base: FactBase) -> Automaton:
    """The automaton of the names that a user's base has and the shipped one has not."""
    return own_automaton(f"{OWNER} {base.digest}", lambda: set(_triggers_of(base)) - set(triggers()))


def annotate(article: Article) -> tuple[FactNames, ...]:
    """The names that an article has of the fact base, as one value."""
    return (fact_names(article),)


def fact_names(article: Article) -> FactNames:
    """The names of the fact base met in an article."""
    return article.derive(_fact_names)


def _fact_names(article: Article) -> FactNames:
    base, hits = article.facts, tuple(_hits(article))
    events = _apart(_events(article, base, hits))
    people = _apart(_people(article, base, hits))
    titles = _title_keys(base)
    offices = _longest(Span(hit.start, hit.end) for hit in hits if key_of(hit.name) in titles)
    full = tuple(events)
    return FactNames(tuple(sorted((*full, *_short(article, full)), key=_start)), tuple(people), tuple(offices))


def _hits(article: Article) -> Iterator[Hit]:
    yield from article.hits(OWNER)
    if article.facts is not shipped_base():
        yield from _own_automaton(article.facts).scan(article.text).get(OWNER, ())


def _events(article: Article, base: FactBase, hits: Iterable[Hit]) -> Iterator[EventMention]:
    forms = event_forms(base)
    for hit in hits:
        events = base.events_named(hit.name)
        derived = not events and hit.name in forms
        found = tuple(filter(None, map(base.event, forms[hit.name]))) if derived else events
        span = Span(hit.start, hit.end)
        if found and _capitals_agree(hit.name, article.plain_words(span)):
            yield EventMention(span, found, CLAUSE.search(hit.name) is not None)


CLAUSE = lazy_pattern(
    r"[\w.,] (?:was|were|had|sank|fell|came down|went down|broke up|stepped down|died|struck|hit|began|broke out|"
    r"invades|left|quit|withdrew|became|won|wed|went|walked free|set foot|blew up|split|caught|broke|"
    r"(?!united|armed)[a-z]{3,}ed)\b"
)
"""A verb in a name that is a clause."""


def _people(article: Article, base: FactBase, hits: Iterable[Hit]) -> Iterator[PersonMention]:
    for hit in hits:
        span = Span(hit.start, hit.end)
        if article.plain[hit.start].isupper() and (figures := base.figures_named(hit.name)):
            yield PersonMention(span, figures)


def _capitals_agree(name: str, words: str) -> bool:
    """Whether a text writes with a capital what the name writes so: "the Troubles" are not any troubles.

    Words at the end of a name may be small if a common noun is the last: "the Suez crisis", "the Spanish civil war".
    """
    pairs = tuple(zip(name.split(), words.split(), strict=False))
    small = [place for place, (mine, other) in enumerate(pairs) if mine[:1].isupper() and not other[:1].isupper()]
    tail = list(range(len(pairs) - len(small), len(pairs)))
    return not small or (small == tail and small[0] > 0 and noun_class(pairs[-1][0]) != "")


def _longest(spans: Iterable[Span]) -> Iterator[Span]:
    taken = 0
    for span in sorted(set(spans), key=lambda each: (each.start, -each.end)):
        if span.start >= taken:
            taken = span.end
            yield span


def _apart(mentions: Iterable[Named]) -> Iterator[Named]:
    by_span = {mention.span: mention for mention in mentions}
    yield from (by_span[span] for span in _longest(by_span))


SHORT = lazy_pattern(
    r"\b(?:the|this|that|its) (?:(?:whole|entire|present|current|bloody|brutal) )?"
    r"(?P<noun>war|conflict|invasion|fighting|siege|occupation|offensive|pandemic|epidemic|outbreak|crisis|disaster|"
    r"attacks?|bombings?|earthquake|quake|hurricane|tsunami|cyclone|storm|flood|eruption|sinking|collapse|accident|"
    r"explosion|massacre|genocide|coup|uprising|revolution|accord|agreement|treaty|referendum|strike|blockade|"
    r"lockdown|intifada|shutdown)\b(?! (?:in|on|of|against|between|with|at|room|zone|effort|crimes?|films?|"
    r"memorial)\b)",
    re.IGNORECASE,
)
"""A noun with which a text comes back to an event named before."""


def _short(article: Article, named: tuple[EventMention, ...]) -> Iterator[EventMention]:
    """Nouns that come back to an event: the only one of the article that they can mean, and one named before them."""
    if not named:
        return
    taken = frozenset(offset for mention in named for offset in range(mention.span.start, mention.span.end))
    by_class: dict[str, list[EventMention]] = defaultdict(list)
    for mention in named:
        for name in frozenset(name for event in mention.events for name in _classes(event)):
            by_class[name].append(mention)
    only = {name: same[0] for name, same in by_class.items() if len({each.events for each in same}) == 1}
    for found in SHORT.finditer(article.plain, named[0].span.end):
        meant = only.get(noun_class(found["noun"]))
        if meant and meant.span.end <= found.start() and found.start("noun") not in taken:
            yield EventMention(Span(*found.span("noun")), meant.events, short=True)


def _classes(event: Event) -> frozenset[str]:
    words = (word.casefold() for name in event.names for word in name.split())
    return frozenset(filter(None, map(noun_class, words)))


def without_the(text: str, start: int) -> int:
    """The offset after a "the" that stands at an offset."""
    return start + len(ARTICLE) if text[start : start + len(ARTICLE)].casefold() == ARTICLE else start
