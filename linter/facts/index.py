"""Facts made ready to be looked up: plain rows, and tables from the keys of names to the numbers of rows.

All of it is bytes: each row and each part of a table is packed on its own, so that an index is read from the cache at
once, however large the base is, and only what is asked for is unpacked (`linter.facts.base`).
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypedDict

from msgspec import Struct

from linter.facts.dates import PartialDate
from linter.facts.merge import unique
from linter.facts.model import Event, FactFile, Holder, Office, Person, Place, Pollster
from linter.facts.names import FAMILY_FIRST, key_of, keys_of, surname_keys, without_article
from linter.facts.table import Table, packed_table

Row = tuple[Any, ...]
"""Texts, numbers, truth values, None and tuples of them."""

pack: Callable[[Any], bytes] = marshal.dumps
unpack: Callable[[bytes | memoryview], Any] = marshal.loads
"""A row or a table as bytes and back. Read only from the cache, whose entries are our own and checked."""

EVENT, FIGURE, SURNAME, TITLE, OFFICE_ID, PLACE, DEMONYM, CAPITAL, POLLSTER, POLLSTER_NAME = (
    "event", "figure", "surname", "title", "office-id", "place", "demonym", "capital", "pollster", "pollster-name",
)  # fmt: skip
"""The tables of an index."""


class Index(TypedDict):
    """Facts made ready: packed rows, packed tables by name, and the names and titles to look for in a text."""

    events: tuple[bytes, ...]
    offices: tuple[bytes, ...]
    figures: tuple[bytes, ...]
    places: tuple[bytes, ...]
    pollsters: tuple[bytes, ...]
    tables: dict[str, bytes]
    names: bytes
    titles: bytes


def index_of(facts: FactFile) -> Index:
    """The index of facts."""
    figures = tuple(_figures(facts))
    return {
        "events": tuple(map(_event_row, facts.events)),
        "offices": tuple(map(_office_row, facts.offices)),
        "figures": tuple(figure.row() for figure in figures),
        "places": tuple(pack((p.name, p.source, p.demonyms, p.variants, p.capital)) for p in facts.places),
        "pollsters": tuple(map(_pollster_row, facts.pollsters)),
        "tables": {name: packed_table(table) for name, table in _tables(facts, figures).items()},
        "names": pack(tuple(sorted(_names(facts, figures)))),
        "titles": pack(tuple(sorted({title for office in facts.offices for title in office.titles}))),
    }


def _names(facts: FactFile, figures: Iterable[Grouped]) -> frozenset[str]:
    events = (without_article(name) for event in facts.events for name in event.names)
    return frozenset((*events, *(name for figure in figures for name in figure.names)))


def _tables(facts: FactFile, figures: tuple[Grouped, ...]) -> dict[str, Table]:
    return {
        EVENT: _table((key, n) for n, event in enumerate(facts.events) for key in _event_keys(event)),
        FIGURE: _table((key, n) for n, figure in enumerate(figures) for key in figure.keys),
        SURNAME: _table((key, n) for n, figure in enumerate(figures) for key in figure.surnames(facts.offices)),
        TITLE: _table((key, n) for n, office in enumerate(facts.offices) for key in _title_keys(office)),
        OFFICE_ID: _table((office.id, n) for n, office in enumerate(facts.offices)),
        PLACE: _table((key, n) for n, place in enumerate(facts.places) for key in _all_keys(place.names)),
        DEMONYM: _table((key, n) for n, place in enumerate(facts.places) for key in _all_keys(place.demonyms)),
        CAPITAL: _table((key, n) for n, place in enumerate(facts.places) for key in _all_keys((place.capital,))),
        POLLSTER: _table((key, n) for n, each in enumerate(facts.pollsters) for key in _all_keys(each.names)),
        POLLSTER_NAME: _table((name, n) for n, each in enumerate(facts.pollsters) for name in each.own_names),
    }


def title_key(title: str, of: str) -> str:
    """The key of an office: a title and the key of the country or organisation."""
    return f"{key_of(title)}\t{of}"


def _table(pairs: Iterable[tuple[str, int]]) -> Table:
    table: dict[str, dict[int, None]] = defaultdict(dict)
    for key, number in pairs:
        if key:
            table[key][number] = None
    return {key: tuple(numbers) for key, numbers in table.items()}


def _all_keys(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from keys_of(name)


def _event_keys(event: Event) -> Iterator[str]:
    yield f"\t{event.id}"  # a tab keeps ids and names apart
    yield from _all_keys(event.names)


def _title_keys(office: Office) -> Iterator[str]:
    bodies = keys_of(office.of)
    return (title_key(title, body) for title in office.titles for body in bodies)


class Entry(Struct, frozen=True):
    """A person entry, or a holder with the numbers of the office and of the term."""

    value: Person | Holder
    term: tuple[int, int] | None = None

    @property
    def born(self) -> PartialDate | None:
        """The birth date, where the entry is a person's."""
        return self.value.born if isinstance(self.value, Person) else None


class Grouped(Struct, frozen=True):
    """The entries of one person: person entries first."""

    entries: tuple[Entry, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases, each once."""
        values = [entry.value for entry in self.entries]
        return unique((*(value.name for value in values), *(alias for value in values for alias in value.aliases)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all names."""
        return unique(_all_keys(self.names))

    def surnames(self, offices: tuple[Office, ...]) -> Iterator[str]:
        """The keys by which a second mention can call this person."""
        bodies = (key_of(offices[entry.term[0]].of) for entry in self.entries if entry.term)
        family_first = any(body in FAMILY_FIRST for body in bodies)
        return (surname for key in self.keys for surname in surname_keys(key, family_first))

    def row(self) -> bytes:
        """Name, aliases, birth, death, source, and the numbers of the terms."""
        people = [entry.value for entry in self.entries if isinstance(entry.value, Person)]
        born = next((person.born for person in people if person.born), None)
        died = next((person.died for person in people if person.died), None)
        source = next((entry.value.source for entry in self.entries if entry.value.source), "")
        terms = tuple(entry.term for entry in self.entries if entry.term)
        return pack((self.names[0], self.names[1:], _date_row(born), _date_row(died), source, terms))


def _figures(facts: FactFile) -> Iterator[Grouped]:
    """The people of the base: entries are one person's where the name of one is a name of the other.

    Two entries whose years of birth differ are two people, and an alias that two share tells nothing.
    """
    entries = tuple(_entries(facts))
    groups: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        groups[key_of(entry.value.name)].append(number)
    roots = list(range(len(entries)))
    for number, entry in enumerate(entries):
        for key in map(key_of, unique((entry.value.name, *entry.value.aliases))):
            mine = entries[_root(roots, number)]
            for other in [other for other in groups.get(key, ()) if _may_be_one(mine, entries[other])][:1]:
                _unite(roots, number, other)
    members: dict[int, list[Entry]] = defaultdict(list)
    for number, entry in enumerate(entries):
        members[_root(roots, number)].append(entry)
    yield from (Grouped(tuple(group)) for group in members.values())


def _entries(facts: FactFile) -> Iterator[Entry]:
    yield from (Entry(person) for person in facts.people)
    terms = [
        (holder.start.first, Entry(holder, (place, number)))
        for place, office in enumerate(facts.offices)
        for number, holder in enumerate(office.holders)
    ]
    yield from (entry for _, entry in sorted(terms, key=lambda pair: pair[0]))


def _may_be_one(one: Entry, other: Entry) -> bool:
    return one.born is None or other.born is None or one.born.year == other.born.year


def _root(roots: list[int], number: int) -> int:
    while roots[number] != number:
        number = roots[number]
    return number


def _unite(roots: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(roots, one), _root(roots, other)))
    roots[second] = first


def _date_row(date: PartialDate | None) -> Row | None:
    return None if date is None else (date.year, date.month, date.day)


def _event_row(event: Event) -> bytes:
    dates = _date_row(event.start), _date_row(event.end)
    others = _date_row(event.through), event.source, _date_row(event.begun)
    return pack((event.id, event.names, *dates, event.ongoing, *others))


def _office_row(office: Office) -> bytes:
    holders = tuple(map(_holder_row, office.holders))
    through = _date_row(office.through)
    return pack((office.id, office.titles, office.of, holders, through, office.seats, office.source))


def _holder_row(holder: Holder) -> Row:
    dates = _date_row(holder.start), _date_row(holder.end)
    return holder.name, *dates, holder.aliases, holder.acting, holder.source


def _pollster_row(pollster: Pollster) -> bytes:
    return pack((pollster.name, pollster.source, pollster.country, pollster.aliases, pollster.common))


def pollster_of(row: Row) -> Pollster:
    """The pollster of a row."""
    return Pollster(*row)


def date_of(row: Row | None) -> PartialDate | None:
    """The date of a row."""
    return None if row is None else PartialDate(*row)


def event_of(row: Row) -> Event:
    """The event of a row."""
    identity, names, start, end, ongoing, through, source, begun = row
    return Event(identity, names, PartialDate(*start), date_of(end), ongoing, date_of(through), source, date_of(begun))


def office_of(row: Row) -> Office:
    """The office of a row."""
    identity, titles, of, holders, through, seats, source = row
    return Office(identity, titles, of, tuple(map(_holder_of, holders)), date_of(through), seats, source)


def place_of(row: Row) -> Place:
    """The place of a row."""
    return Place(*row)


def _holder_of(row: Row) -> Holder:
    name, start, end, aliases, acting, source = row
    return Holder(name, PartialDate(*start), date_of(end), aliases, acting, source)
