"""The fact base: what is known of events, offices, people and places, found by name.

A look-up is a look into a table, however large the base is; a value is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from linter.core.digest import sha256
from linter.facts import index as tables
from linter.facts.index import Index, Row, date_of, event_of, office_of, place_of, pollster_of, title_key
from linter.facts.model import Event, FactFile, Figure, Office, Place, Pollster, Term
from linter.facts.names import key_of
from linter.facts.table import PackedTable

T = TypeVar("T")


class Rows(Generic[T]):
    """Values made of rows when they are first asked for."""

    def __init__(self, rows: Sequence[bytes], make: Callable[[Row], T]) -> None:
        self._rows = rows
        self._make = make
        self._made: dict[int, T] = {}

    def __getitem__(self, number: int) -> T:
        """The value of a row."""
        if number not in self._made:
            self._made[number] = self._make(tables.unpack(self._rows[number]))
        return self._made[number]

    def all(self) -> tuple[T, ...]:
        """The values of all rows."""
        return tuple(self[number] for number in range(len(self._rows)))


class FactBase:
    """What is known, found by name. Names are compared without case, accents, apostrophes and a leading "the".

    Immutable in effect; may be shared by all articles of a run.
    """

    def __init__(self, index: Index) -> None:
        """A base of what `linter.facts.index.index_of` makes."""
        self.index = index
        self._tables: dict[str, PackedTable] = {}
        self._events = Rows(index["events"], event_of)
        self._offices = Rows(index["offices"], office_of)
        self._places = Rows(index["places"], place_of)
        self._pollsters = Rows(index["pollsters"], pollster_of)
        self._figures = Rows(index["figures"], self._figure)

    @classmethod
    def of(cls, facts: FactFile) -> FactBase:
        """A base of facts, indexed now."""
        return cls(tables.index_of(facts))

    def events_named(self, name: str) -> tuple[Event, ...]:
        """The events that a name means: one, unless files give one name to several."""
        return self._found(tables.EVENT, key_of(name), self._events)

    def event(self, identity: str) -> Event | None:
        """The event with an id."""
        return next(iter(self._found(tables.EVENT, f"\t{identity}", self._events)), None)

    def figures_named(self, name: str) -> tuple[Figure, ...]:
        """The people that bear a full name or an alias."""
        return self._found(tables.FIGURE, key_of(name), self._figures)

    def figures_surnamed(self, surname: str) -> tuple[Figure, ...]:
        """The people whom a second mention by this name can mean: many, as a rule, so let the context choose."""
        return self._found(tables.SURNAME, key_of(surname), self._figures)

    def offices_titled(self, title: str, of: str) -> tuple[Office, ...]:
        """The offices with a title in a country or organisation; `of` is its name, a variant or a demonym."""
        bodies = dict.fromkeys((key_of(of), *(key_of(place.name) for place in self.places_called(of))))
        found = [self._found(tables.TITLE, title_key(title, body), self._offices) for body in bodies]
        return tuple({office.id: office for offices in found for office in offices}.values())

    def office(self, identity: str) -> Office | None:
        """The office with an id."""
        return next(iter(self._found(tables.OFFICE_ID, identity, self._offices)), None)

    def places_named(self, name: str) -> tuple[Place, ...]:
        """The places with a name or a variant."""
        return self._found(tables.PLACE, key_of(name), self._places)

    def places_called(self, word: str) -> tuple[Place, ...]:
        """The places that a name, a variant or a demonym means."""
        return self.places_named(word) or self._found(tables.DEMONYM, key_of(word), self._places)

    def places_with_capital(self, city: str) -> tuple[Place, ...]:
        """The places whose capital a city is, by any of the city's names."""
        names = dict.fromkeys((city, *(name for place in self.places_named(city) for name in place.names)))
        found = [self._found(tables.CAPITAL, key_of(name), self._places) for name in names]
        return tuple({place.name: place for places in found for place in places}.values())

    def pollsters_named(self, name: str) -> tuple[Pollster, ...]:
        """The pollsters with a name or an alias."""
        return self._found(tables.POLLSTER, key_of(name), self._pollsters)

    @cached_property
    def digest(self) -> str:
        """What tells this base from others."""
        return sha256(tables.pack(self.index)).hexdigest()

    @property
    def pollster_names(self) -> tuple[str, ...]:
        """The names of pollsters that mean nothing else, each once, sorted, as they are written."""
        return tuple(sorted(self._table(tables.POLLSTER_NAME).keys()))

    @property
    def pollsters(self) -> tuple[Pollster, ...]:
        """All pollsters."""
        return self._pollsters.all()

    @property
    def events(self) -> tuple[Event, ...]:
        """All events."""
        return self._events.all()

    @property
    def offices(self) -> tuple[Office, ...]:
        """All offices."""
        return self._offices.all()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All people, those who are only known as holders of an office too."""
        return self._figures.all()

    @property
    def places(self) -> tuple[Place, ...]:
        """All places."""
        return self._places.all()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """All titles of offices, each once, sorted."""
        titles: tuple[str, ...] = tables.unpack(self.index["titles"])
        return titles

    def names_for_triggers(self) -> tuple[str, ...]:
        """The names of all events, without a leading "the", and of all people; each once, sorted."""
        names: tuple[str, ...] = tables.unpack(self.index["names"])
        return names

    def _figure(self, row: Row) -> Figure:
        name, aliases, born, died, source, terms = row
        held = ((self._offices[office], number) for office, number in terms)
        known = tuple(Term(office, office.holders[number]) for office, number in held)
        return Figure(name, aliases, date_of(born), date_of(died), source, known)

    def _found(self, table: str, key: str, rows: Rows[T]) -> tuple[T, ...]:
        return tuple(rows[number] for number in self._table(table).get(key))

    def _table(self, name: str) -> PackedTable:
        if name not in self._tables:
            self._tables[name] = PackedTable(self.index["tables"][name])
        return self._tables[name]
