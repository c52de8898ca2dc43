"""What can be wrong with facts that can be read: contradictions, names that mean two things, missing sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import chain

from linter.facts.base import FactBase
from linter.facts.model import Event, Figure, Holder, Office, Person, Place, Pollster
from linter.facts.names import key_of, surname_keys
from linter.facts.placed import Level, Placed, PlacedFile, Remark
from linter.facts.terms import term_remarks

NEAR = 0.8
"""How alike two names are (from 0 to 1) for one to be a mistyping of the other: more than "United Nations" and "United
States"."""


Entry = Placed[Event] | Placed[Person] | Placed[Place] | Placed[Office] | Placed[Holder] | Placed[Pollster]


def remarks(files: Sequence[PlacedFile], base: FactBase) -> Iterator[Remark]:
    """Everything there is to say of files, in the order of their places. `base` holds them and the built-in facts."""
    told = chain(
        *(_file_remarks(file, base) for file in files),
        _same_ids(list(chain(*(file.events() for file in files)))),
        _same_ids(list(chain(*(file.offices() for file in files)))),
        _same_event_names(list(chain(*(file.events() for file in files)))),
        _same_places(list(chain(*(file.places() for file in files)))),
        _same_pollsters(list(chain(*(file.pollsters() for file in files)))),
        _shared_names(files, base),
    )
    order = {file.source.path: number for number, file in enumerate(files)}
    yield from sorted(told, key=lambda remark: (order[remark.problem.path], remark.problem))


def _file_remarks(file: PlacedFile, base: FactBase) -> Iterator[Remark]:
    for event in file.events():
        yield from _event_remarks(event)
    for office in file.offices():
        holders = file.holders(office)
        yield from term_remarks(office, holders)
        yield from _unknown_body(file, office, base)
        yield from _unsourced_office(file, office, holders)
        yield from chain(*(_bare_surnames(holder) for holder in holders))
    for pollster in file.pollsters():
        yield from _unknown_country(pollster, base)
    for person in file.people():
        yield from _life_remarks(person, base)
        yield from _bare_surnames(person)
    entries: tuple[Entry, ...] = (*file.events(), *file.people(), *file.places(), *file.pollsters())
    yield from (_unsourced(file, entry) for entry in entries if not entry.value.source)


def _event_remarks(event: Placed[Event]) -> Iterator[Remark]:
    through = event.value.through
    if through is not None and through.last < event.value.start.first:
        message = f"the event is said to be known through {through}, before it starts on {event.value.start}"
        yield event.remark("error", message, "set `through` to a later day", "through")


def _unknown_body(file: PlacedFile, office: Placed[Office], base: FactBase) -> Iterator[Remark]:
    of = office.value.of
    if base.places_called(of):
        return
    known = {key_of(name): name for place in base.places for name in place.names}
    near = get_close_matches(key_of(of), known, n=1, cutoff=NEAR)
    message = f"{of!r} is no place that the facts know"
    if near:
        yield office.remark("warning", message, f"did you mean {known[near[0]]!r}?", "of")
    elif not file.built_in:  # whose unknown bodies are organisations
        hint = "unless it is an organisation, add it under `places:` with its demonyms"
        yield office.remark("note", message, hint, "of")


def _unknown_country(pollster: Placed[Pollster], base: FactBase) -> Iterator[Remark]:
    country = pollster.value.country
    if country and not base.places_named(country):
        names = {key_of(name): name for place in base.places for name in place.names}
        near = get_close_matches(key_of(country), names, n=1, cutoff=NEAR)
        hint = f"did you mean {names[near[0]]!r}?" if near else "add it under `places:`, or leave it out"
        yield pollster.remark("warning", f"{country!r} is no place that the facts know", hint, "country")


def _same_pollsters(pollsters: Iterable[Placed[Pollster]]) -> Iterator[Remark]:
    first: dict[str, Placed[Pollster]] = {}
    for pollster in pollsters:
        for number, name in enumerate(pollster.value.names, -1):
            other = first.setdefault(key_of(name), pollster)
            if other is not pollster:
                message = f"the name {name!r} is another pollster's too: {other.value.name}"
                key = "name" if number < 0 else "aliases"
                yield pollster.remark("error", message, f"which stands at {other.place}", key, number)


def _unsourced_office(file: PlacedFile, office: Placed[Office], holders: Sequence[Placed[Holder]]) -> Iterator[Remark]:
    lacking = [holder for holder in holders if not holder.value.source]
    if office.value.source or (holders and not lacking):
        return
    yield from (_unsourced(file, entry) for entry in ([office] if len(lacking) == len(holders) else lacking))


def _unsourced(file: PlacedFile, entry: Entry) -> Remark:
    return entry.remark("error" if file.built_in else "warning", "the source is missing", 'add `source: "https://…"`')


def _life_remarks(person: Placed[Person], base: FactBase) -> Iterator[Remark]:
    """Terms of office before the birth or after the death."""
    born, died = person.value.born, person.value.died
    for figure in _own(person.value, base):
        for term in figure.terms:
            what = f"{term.office.titles[0]} of {term.office.of}"
            start, end = term.holder.start, term.holder.end
            if born and start.last < born.first:
                message = f"{figure.name} is born on {born}, after taking office as {what} on {start}"
                yield person.remark("error", message, "correct one of the dates, or tell two people apart", "born")
            elif died and (died.last < start.first or (end and died.last < end.first)):
                message = (
                    f"{figure.name} dies on {died}, before the end of the term as {what} ({start} to {end or 'now'})"
                )
                yield person.remark("error", message, "correct one of the dates, or tell two people apart", "died")


def _own(value: Person | Holder, base: FactBase) -> tuple[Figure, ...]:
    """The figure of an entry: of those that bear its name, the first whose year of birth fits."""
    born = value.born if isinstance(value, Person) else None
    named = base.figures_named(value.name)
    fitting = [each for each in named if born is None or each.born is None or each.born.year == born.year]
    return tuple(fitting[:1])


def _bare_surnames(entry: Placed[Person] | Placed[Holder]) -> Iterator[Remark]:
    ends = set(surname_keys(key_of(entry.value.name)))
    for number, alias in enumerate(entry.value.aliases):
        if key_of(alias) in ends and " " not in alias:
            message = f"the alias {alias!r} is a surname alone"
            yield entry.remark("warning", message, "leave it out: surnames are derived from names", "aliases", number)


def _same_ids(entries: Sequence[Placed[Event]] | Sequence[Placed[Office]]) -> Iterator[Remark]:
    first: dict[str, str] = {}
    for entry in entries:
        if entry.value.id in first:
            yield entry.remark("error", f"the id {entry.value.id!r} is taken", f"by {first[entry.value.id]}", "id")
        first.setdefault(entry.value.id, entry.place)


def _same_event_names(events: Iterable[Placed[Event]]) -> Iterator[Remark]:
    first: dict[str, Placed[Event]] = {}
    for event in events:
        for number, name in enumerate(event.value.names):
            other = first.setdefault(key_of(name), event)
            if other is not event:
                message = f"the name {name!r} means another event too: {other.value.id}"
                yield event.remark("error", message, f"which stands at {other.place}", "names", number)


def _same_places(places: Iterable[Placed[Place]]) -> Iterator[Remark]:
    """Places of one name, which may be two entries for one; two places can well share a variant."""
    first: dict[str, Placed[Place]] = {}
    for place in places:
        for number, name in enumerate(place.value.names, -1):
            other = first.setdefault(key_of(name), place)
            if other is not place:
                message = f"the name {name!r} means another place too: {other.value.name}"
                key = "name" if number < 0 else "variants"
                level: Level = "warning" if key_of(other.value.name) == key_of(place.value.name) else "note"
                yield place.remark(level, message, f"which stands at {other.place}", key, number)


def _shared_names(files: Iterable[PlacedFile], base: FactBase) -> Iterator[Remark]:
    """Names and aliases of one person that are another's too."""
    told: set[tuple[str, str]] = set()
    for file in files:
        holders = chain(*(file.holders(office) for office in file.offices()))
        entries: tuple[Placed[Person] | Placed[Holder], ...] = (*file.people(), *holders)
        for entry in entries:
            own = _own(entry.value, base)
            for number, name in enumerate(entry.value.names, -1):
                others = [figure for figure in base.figures_named(name) if all(figure is not each for each in own)]
                if others and own and (key_of(name), own[0].name) not in told:
                    told.add((key_of(name), own[0].name))
                    yield _shared_name(entry, name, number, others[0])


def _shared_name(entry: Placed[Person] | Placed[Holder], name: str, number: int, other: Figure) -> Remark:
    what = "name" if number < 0 else "alias"
    who = f"{other.name}, born {other.born}" if other.born else other.name
    message = f"the {what} {name!r} is a name of somebody else too: {who}"
    hint = "leave it out, or make it fuller, so that each name means one person"
    return entry.remark("error", message, hint, "name" if number < 0 else "aliases", number)
