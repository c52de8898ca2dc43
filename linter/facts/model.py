"""Facts as values, as they stand in fact files."""

from __future__ import annotations

import datetime

from msgspec import Struct, field
from msgspec.structs import force_setattr

from linter.core.field import FieldError
from linter.facts.dates import PartialDate

LONGEST_VACANCY = datetime.timedelta(days=366)
"""How long an office can well be without a holder."""


class Place(Struct, frozen=True):
    """A country, region or city.

    `demonyms` are the adjective first ("Finnish"), then nouns for its people ("Finn"); `variants` other accepted names
    or spellings; `capital` is empty where there is none, or where it is contested or on the move.
    """

    name: str
    source: str = ""
    demonyms: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    capital: str = ""

    def __post_init__(self) -> None:
        _check_names(self.names, "variants")

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, then the other accepted ones."""
        return (self.name, *self.variants)


class Event(Struct, frozen=True):
    """Something that happened, or goes on.

    `names` are those that news uses, the fullest first. `end` is None where the event goes on (`ongoing`; a file says
    so with `end: null`, or with `through` and no end), and where the file says nothing of an end. `through` is the day
    up to which that is known. `begun` is the later one of two accepted beginnings, of which `start` is the first.
    """

    id: str
    names: tuple[str, ...]
    start: PartialDate
    end: PartialDate | None = None
    ongoing: bool = False
    through: PartialDate | None = None
    source: str = ""
    begun: PartialDate | None = None

    def __post_init__(self) -> None:
        if not self.names:
            raise FieldError("the event has no name", "give the names that news uses", "names")
        if self.ongoing and self.end is not None:
            raise FieldError("the event goes on and has an end", "keep one of the two", "ongoing")
        _check_order(self.start, self.end, "event", ("start", "end"))
        _check_order(self.start, self.begun, "event", ("start", "begun"))

    @property
    def last_start(self) -> PartialDate:
        """The latest date that is told as its beginning."""
        return self.begun or self.start


class Holder(Struct, frozen=True):
    """A term of office of one person. `end` is None while it lasts; `acting` for one who stands in."""

    name: str
    start: PartialDate = field(name="from")
    end: PartialDate | None = field(default=None, name="to")
    aliases: tuple[str, ...] = ()
    acting: bool = False
    source: str = ""

    def __post_init__(self) -> None:
        _check_names(self.names)
        _check_order(self.start, self.end, "term", ("from", "to"))

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


class Office(Struct, frozen=True):
    """An office and those who held it, sorted by the beginning of their terms.

    `of` is the country or organisation. `through` is the day up to which the holders are complete; without it they are
    complete up to the end of the last term, or without limit while that lasts. `seats` is how many people hold the
    office at once. A holder without a `source` of its own has the office's.
    """

    id: str
    titles: tuple[str, ...]
    of: str
    holders: tuple[Holder, ...]
    through: PartialDate | None = None
    seats: int = 1
    source: str = ""

    def __post_init__(self) -> None:
        if not self.titles:
            raise FieldError("the office has no title", "give the titles that news uses", "titles")
        if self.seats < 1:
            raise FieldError("an office has at least one seat", key="seats")
        force_setattr(self, "holders", tuple(sorted(self.holders, key=lambda holder: holder.start.first)))

    @property
    def known_from(self) -> datetime.date:
        """The first day on which the holder is known; `datetime.date.max` without any holder."""
        return self.holders[0].start.earliest if self.holders else datetime.date.max

    @property
    def known_until(self) -> datetime.date:
        """The last day up to which the holders are complete; `datetime.date.max` where that has no limit."""
        if self.through is not None:
            return self.through.earliest
        ends = [datetime.date.max if holder.end is None else holder.end.latest for holder in self.holders]
        return max(ends, default=datetime.date.min)

    def covers(self, day: datetime.date) -> bool:
        """Whether the base can say who held the office on a day, or that nobody did: beyond that, silence.

        A gap of more than a year is no vacancy but a hole in what is known.
        """
        if not self.known_from <= day <= self.known_until:
            return False
        ends = [datetime.date.max if holder.end is None else holder.end.latest for holder in self.holders]
        before = max((end for end, holder in zip(ends, self.holders, strict=True) if holder.start.earliest <= day))
        after = min((h.start.earliest for h in self.holders if h.start.earliest > day), default=self.known_until)
        return before >= day or after - before <= LONGEST_VACANCY

    def serves(self, holder: Holder, day: datetime.date) -> bool | None:
        """Whether a holder's term takes in a day; None where its dates are not known that well."""
        last = holder.end.latest if holder.end else datetime.date.max
        if not holder.start.earliest <= day <= last:
            return False
        surely = holder.end.earliest if holder.end else max(self.known_until, holder.start.latest)
        return True if holder.start.latest <= day <= surely else None

    def holders_at(self, day: datetime.date) -> tuple[Holder, ...]:
        """Those who held the office on a day or may have; on the day of a hand-over both. Ask `covers` first."""
        return tuple(holder for holder in self.holders if self.serves(holder, day) is not False)


class Person(Struct, frozen=True):
    """A person and the dates of a life."""

    name: str
    aliases: tuple[str, ...] = ()
    born: PartialDate | None = None
    died: PartialDate | None = None
    source: str = ""

    def __post_init__(self) -> None:
        _check_names(self.names)
        if self.born is not None:
            _check_order(self.born, self.died, "life", ("born", "died"))

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


class Pollster(Struct, frozen=True):
    """A firm or institute that conducts opinion polls, or once did.

    `country` is where it is at home. `common` are those of its names that mean other things too ("Focus", "Harris"):
    they tell a pollster only right beside a poll.
    """

    name: str
    source: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    common: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_names(self.names)
        for name in self.common:
            if name not in self.names:
                raise FieldError(f"{name!r} is no name of {self.name}", "add it to `aliases:`", "common")

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names that mean nothing else."""
        return tuple(name for name in self.names if name not in self.common)


class FactFile(Struct, frozen=True):
    """What one fact file holds."""

    events: tuple[Event, ...] = ()
    offices: tuple[Office, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    pollsters: tuple[Pollster, ...] = ()


class Term(Struct, frozen=True):
    """One person's term in one office."""

    office: Office
    holder: Holder

    @property
    def source(self) -> str:
        """Where it is known from: the holder's source, or the office's."""
        return self.holder.source or self.office.source

    def serves(self, day: datetime.date) -> bool | None:
        """Whether the term takes in a day; None where its dates are not known that well."""
        return self.office.serves(self.holder, day)

    @property
    def first(self) -> datetime.date:
        """The first day on which it can have begun."""
        return self.holder.start.earliest

    @property
    def last(self) -> datetime.date | None:
        """The last day on which it can have ended; None while it lasts, as far as the base knows."""
        return None if self.holder.end is None else self.holder.end.latest


class Figure(Struct, frozen=True):
    """All that the base knows of one person: the names, the dates of a life, the terms of office by their beginning."""

    name: str
    aliases: tuple[str, ...]
    born: PartialDate | None
    died: PartialDate | None
    source: str
    terms: tuple[Term, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


def _check_names(names: tuple[str, ...], others: str = "aliases") -> None:
    """Raises FieldError for a name without any letter."""
    for number, name in enumerate(names):
        if not any(map(str.isalpha, name)):
            raise FieldError(f"{name[:40]!r} is no name", "write the name as news does", others if number else "name")


def _check_order(start: PartialDate, end: PartialDate | None, what: str, keys: tuple[str, str]) -> None:
    """Raises FieldError where an end comes before its start."""
    if end is not None and end.last < start.first:
        message = f"the {what} ends before it begins: {keys[0]} {start}, {keys[1]} {end}"
        raise FieldError(message, f"swap the two dates, or correct one: {keys[1]} comes after {keys[0]}", keys[1])
