"""Fact files laid over one another: a later layer adds to what the earlier ones say, and wins where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from linter.facts.dates import PartialDate
from linter.facts.model import Event, FactFile, Holder, Office, Person, Place, Pollster
from linter.facts.names import key_of


def joined(files: Iterable[FactFile]) -> FactFile:
    """The facts of several files side by side: one layer."""
    each = tuple(files)
    return FactFile(
        tuple(event for file in each for event in file.events),
        tuple(office for file in each for office in file.offices),
        tuple(person for file in each for person in file.people),
        tuple(place for file in each for place in file.places),
        tuple(pollster for file in each for pollster in file.pollsters),
    )


def laid_over(base: FactFile, layer: FactFile) -> FactFile:
    """A layer over a base: offices are extended, events of the same id or name replaced, the rest is added to.

    People of the layer stand first: the first entry that tells a date of a life is the one that counts.
    """
    return FactFile(
        tuple(_events(base.events, layer.events)),
        tuple(_offices(base.offices, layer.offices)),
        _people(base.people, layer.people),
        tuple(_places(base.places, layer.places)),
        tuple(_pollsters(base.pollsters, layer.pollsters)),
    )


def _people(base: tuple[Person, ...], layer: tuple[Person, ...]) -> tuple[Person, ...]:
    return (*layer, *base)


def _events(base: Sequence[Event], layer: Sequence[Event]) -> Iterator[Event]:
    ids = {event.id for event in layer}
    taken = {key_of(name) for event in layer for name in event.names}
    for event in base:
        names = tuple(name for name in event.names if key_of(name) not in taken)
        if event.id not in ids and names:
            yield event if names == event.names else replace(event, names=names)
    yield from layer


def _places(base: Sequence[Place], layer: Sequence[Place]) -> Iterator[Place]:
    used: set[int] = set()
    by_name = {key_of(name): index for index, place in enumerate(layer) for name in place.names}
    for place in base:
        index = next((by_name[key] for key in map(key_of, place.names) if key in by_name), None)
        if index is None:
            yield place
        else:
            used.add(index)
            yield _place(place, layer[index])
    yield from (place for index, place in enumerate(layer) if index not in used)


def _place(old: Place, new: Place) -> Place:
    return replace(
        new,
        demonyms=unique((*new.demonyms, *old.demonyms)),
        variants=tuple(name for name in unique((*new.variants, old.name, *old.variants)) if name != new.name),
        capital=new.capital or old.capital,
        source=new.source or old.source,
    )


def _pollsters(base: Sequence[Pollster], layer: Sequence[Pollster]) -> Iterator[Pollster]:
    """Those of a base that the layer does not name, then the layer's."""
    taken = {key_of(name) for pollster in layer for name in pollster.names}
    yield from (pollster for pollster in base if key_of(pollster.name) not in taken)
    yield from layer


def _offices(base: Sequence[Office], layer: Sequence[Office]) -> Iterator[Office]:
    extensions = {id(office): _extended(base, office) for office in layer}
    for office in base:
        for new in layer:
            if extensions[id(new)] is office:
                office = _office(office, new)
        yield office
    yield from (office for office in layer if extensions[id(office)] is None)


def _extended(base: Sequence[Office], new: Office) -> Office | None:
    """The office of the base that a layer's office adds to: of the same body, with most titles shared."""
    body, titles = key_of(new.of), set(map(key_of, new.titles))
    shared = [(len(titles & set(map(key_of, old.titles))), old) for old in base if key_of(old.of) == body]
    best = max(shared, key=lambda pair: (pair[1].id == new.id, pair[0]), default=None)
    return best[1] if best and (best[0] or best[1].id == new.id) else None


def _office(old: Office, new: Office) -> Office:
    own = tuple(replace(holder, source=holder.source or new.source) for holder in new.holders)
    seats = max(old.seats, new.seats)
    kept = [holder for each in old.holders for holder in _beside(each, new.holders, seats)]
    return replace(
        old,
        titles=unique((*old.titles, *new.titles)),
        holders=(*kept, *own),
        through=_through(old, new),
        seats=seats,
        source=old.source or new.source,
    )


def _through(old: Office, new: Office) -> PartialDate | None:
    """The later of the days up to which the two lists are complete; None where the layer's own rule reaches further."""
    if new.through is None and new.known_until > old.known_until:
        return None
    if new.through is None or old.through is None:
        return old.through if new.known_until <= old.known_until else new.through
    return max(old.through, new.through, key=lambda date: date.first)


def _beside(old: Holder, layer: Sequence[Holder], seats: int) -> Iterator[Holder]:
    """What is left of a term beside those of a layer: nothing of one that it tells anew; of others, where one at a time
    holds the office, what the layer's terms leave free."""
    names = set(map(key_of, old.names))
    if any(names & set(map(key_of, new.names)) and _meet(old, new) for new in layer):
        return
    left: Holder | None = old
    for new in layer:
        if left is not None and seats == 1 and not (new.acting or old.acting) and _meet(left, new):
            left = _cut(left, new)
    if left is not None:
        yield left


def _cut(old: Holder, new: Holder) -> Holder | None:
    """A term up to the beginning of another, else from its end; None where the other takes in all of it."""
    if old.start.first < new.start.first:
        return replace(old, end=new.start)
    if new.end is not None and (old.end is None or new.end.last < old.end.last):
        return replace(old, start=new.end)
    return None


def _meet(one: Holder, other: Holder) -> bool:
    """Whether two terms share more than the day of a hand-over."""
    begin = max(one.start.first, other.start.first)
    end = min(holder.end.last if holder.end else (10_000, 1, 1) for holder in (one, other))
    return begin < end


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts in their order, each once."""
    return tuple(dict.fromkeys(texts))
