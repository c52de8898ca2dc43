"""What the fact base knows of a name, in lines for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import TypeVar

from linter.facts.base import FactBase
from linter.facts.dates import PartialDate
from linter.facts.model import Event, Figure, Holder, Office, Place, Pollster
from linter.facts.names import key_of

Known = TypeVar("Known")

MOST = 12
"""Entries of one kind that are shown for a name; the rest are counted."""

MOST_NEAR = 3
"""Names that are offered in place of an unknown one."""


def told_of(base: FactBase, name: str) -> Iterator[str]:
    """What is known of everything that a name means: people, events, places, offices; nothing for an unknown name."""
    figures = base.figures_named(name) or base.figures_surnamed(name)
    yield from _shown(_figure, figures)
    yield from _shown(_event, base.events_named(name))
    yield from _shown(_place, (*base.places_called(name), *base.places_with_capital(name)))
    yield from _shown(_office, _offices(base, name))
    yield from _shown(_pollster, base.pollsters_named(name))


def near_names(base: FactBase, name: str) -> tuple[str, ...]:
    """The names of the base that are most like an unknown one."""
    wanted = key_of(name)
    begins = _beginnings(wanted)
    known = {key_of(each): each for each in _all_names(base)}
    # Comparing is slow: first come the names all of whose words may be meant, then those that share a word.
    for near in ([k for k in known if begins <= _beginnings(k)], [k for k in known if begins & _beginnings(k)]):
        found = get_close_matches(wanted, near, n=MOST_NEAR, cutoff=0.7)
        if found:
            return tuple(known[key] for key in found)
    return ()


def _beginnings(key: str) -> frozenset[str]:
    return frozenset(word[:2] for word in key.split())


def _all_names(base: FactBase) -> Iterator[str]:
    for name in base.names_for_triggers():
        yield from (name, name.rpartition(" ")[2])
    for place in base.places:
        yield from (*place.names, *place.demonyms)
    for pollster in base.pollsters:
        yield from pollster.names
    for office in base.offices:
        demonyms = [place.demonyms[0] for place in base.places_named(office.of) if place.demonyms]
        yield from (f"{title} of {office.of}" for title in office.titles)
        yield from (f"{demonym} {title}" for title in office.titles for demonym in demonyms)


def _offices(base: FactBase, name: str) -> tuple[Office, ...]:
    """The offices that words mean: an id, a title alone, "title of country", or "country title"."""
    by_id = base.office(name)
    found = [by_id] if by_id else []
    words = name.split()
    for cut in range(1, len(words)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        found.extend((*base.offices_titled(head, tail.removeprefix("of ")), *base.offices_titled(tail, head)))
    if not found:
        wanted = key_of(name)
        found = [office for office in base.offices if wanted in map(key_of, (*office.titles, office.of))]
    return tuple({office.id: office for office in found}.values())


def _shown(tell: Callable[[Known], Iterator[str]], entries: Sequence[Known]) -> Iterator[str]:
    for entry in entries[:MOST]:
        yield from tell(entry)
    if len(entries) > MOST:
        yield f"… and {len(entries) - MOST} more"


def _figure(figure: Figure) -> Iterator[str]:
    yield f"{figure.name}{_life(figure)}"
    yield from _also(figure.aliases)
    for term in figure.terms:
        yield f"  {_span(term.holder)}  {_office_name(term.office)}{' (acting)' if term.holder.acting else ''}"
        yield from _source(term.source)
    if not figure.terms:
        yield from _source(figure.source)


def _life(figure: Figure) -> str:
    told = [f"{what} {date}" for what, date in (("born", figure.born), ("died", figure.died)) if date]
    return f" ({', '.join(told)})" if told else ""


def _event(event: Event) -> Iterator[str]:
    yield f"{event.names[0]} [{event.id}]"
    yield from _also(event.names[1:])
    end = "goes on" if event.ongoing else "end unknown"
    yield f"  {event.start} – {event.end or end}{_through(event.through)}"
    yield from _source(event.source)


def _place(place: Place) -> Iterator[str]:
    yield place.name
    yield from _also(place.variants)
    if place.demonyms:
        yield f"  demonyms: {', '.join(place.demonyms)}"
    if place.capital:
        yield f"  capital: {place.capital}"
    yield from _source(place.source)


def _pollster(pollster: Pollster) -> Iterator[str]:
    yield f"{pollster.name}, pollster{f' in {pollster.country}' if pollster.country else ''}"
    yield from _also(pollster.aliases)
    yield from _source(pollster.source)


def _office(office: Office) -> Iterator[str]:
    yield f"{_office_name(office)} [{office.id}]{_through(office.through)}"
    yield from _also(office.titles[1:])
    for holder in office.holders:
        yield f"  {_span(holder)}  {holder.name}{' (acting)' if holder.acting else ''}"
    yield from _source(office.source)


def _office_name(office: Office) -> str:
    return f"{office.titles[0]} of {office.of}"


def _span(holder: Holder) -> str:
    return f"{holder.start!s:10} – {holder.end or 'serving'!s:10}"


def _through(through: PartialDate | None) -> str:
    return f", known through {through}" if through else ""


def _also(names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"  also: {', '.join(names)}"


def _source(source: str) -> Iterator[str]:
    if source:
        yield f"  source: {source}"
