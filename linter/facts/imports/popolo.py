"""Popolo JSON (popoloproject.com): persons, organizations, posts and memberships, as EveryPolitician publishes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import FactBase
from linter.facts.imports.record import Record, Refusal, RefusedError, Taken, clean, date_of
from linter.facts.imports.table import office_of

Thing = Mapping[str, Any]

SEATS = frozenset({"legislature", "parliament", "chamber", "assembly", "council", "committee", "party", "faction"})
"""Organizations, by their classification, of which many people are members at once."""


def read_popolo(path: str, data: Thing, base: FactBase, given: Mapping[str, str]) -> Taken:
    """The terms of all memberships; a row is a membership, counted from 1, those inside persons after the others.

    `given` are an office's `title` and `of` for memberships that have none. Raises RefusedError for JSON without
    persons or memberships.
    """
    memberships = [*_things(data, "memberships"), *_inner(data)]
    if not memberships or not _things(data, "persons"):
        raise RefusedError("has no persons with memberships")
    known = {key: _by_id(data, key) for key in ("persons", "organizations", "posts", "areas", "events")}
    made = [_made(path, number, each, known, base, given) for number, each in enumerate(memberships, 1)]
    records = tuple(each for each in made if isinstance(each, Record))
    return Taken(records, tuple(each for each in made if isinstance(each, Refusal)))


def is_popolo(data: Any) -> bool:
    """Whether JSON looks like Popolo."""
    return isinstance(data, dict) and "persons" in data


def _things(data: Thing, key: str) -> list[Thing]:
    found = data.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _inner(data: Thing) -> Iterator[Thing]:
    for person in _things(data, "persons"):
        for membership in _things(person, "memberships"):
            yield {"person_id": person.get("id"), **membership}


def _by_id(data: Thing, key: str) -> dict[str, Thing]:
    return {str(each["id"]): each for each in _things(data, key) if "id" in each}


def _made(
    path: str,
    number: int,
    membership: Thing,
    known: Mapping[str, Mapping[str, Thing]],
    base: FactBase,
    given: Mapping[str, str],
) -> Record | Refusal:
    try:
        return _record(path, number, membership, known, base, given)
    except RefusedError as error:
        return Refusal(path, number, str(error))


def _record(
    path: str,
    number: int,
    membership: Thing,
    known: Mapping[str, Mapping[str, Thing]],
    base: FactBase,
    given: Mapping[str, str],
) -> Record:
    person = known["persons"].get(str(membership.get("person_id")))
    if person is None or not clean(person.get("name")):
        raise RefusedError("there is no person with a name for it")
    post = known["posts"].get(str(membership.get("post_id")), {})
    body = known["organizations"].get(str(membership.get("organization_id") or post.get("organization_id")), {})
    period = known["events"].get(str(membership.get("legislative_period_id")), {})
    start, end = _date(membership, "start_date", period), _date(membership, "end_date", period)
    if start is None:
        raise RefusedError("the start is missing")
    many = clean(body.get("classification")).lower() in SEATS
    title = clean(membership.get("role") or post.get("role") or post.get("label") or membership.get("label"))
    of = _body(body, many, known["areas"], base)
    office, country = office_of(title or given.get("title", ""), of or given.get("of", ""), base)
    names = tuple(clean(each.get("name")) for each in _things(person, "other_names") if clean(each.get("name")))
    born, died = _date(person, "birth_date"), _date(person, "death_date")
    name, source = clean(person.get("name")), _source(membership) or _source(person)
    return Record(path, number, name, office, country, start, end, names, born, died, False, source, many)


def _date(thing: Thing, key: str, otherwise: Thing | None = None) -> Any:
    text = clean(thing.get(key)) or clean((otherwise or {}).get(key))
    return date_of(text, "", key.replace("_", " "))


def _body(body: Thing, many: bool, areas: Mapping[str, Thing], base: FactBase) -> str:
    """What an office is of: for a government, the country it or its area is named after, else the organization."""
    name = clean(body.get("name"))
    if many:
        return name
    area = areas.get(str(body.get("area_id")), body.get("area"))
    for text in (clean(area.get("name")) if isinstance(area, dict) else "", name, name.rpartition(" of ")[2]):
        if places := base.places_called(text.removeprefix("the ")):
            return places[0].name
    return name


def _source(thing: Thing) -> str:
    """The address a thing is known from: its sources, its item in Wikidata, its links."""
    items = (
        f"https://www.wikidata.org/wiki/{clean(each.get('identifier'))}"
        for each in _things(thing, "identifiers")
        if clean(each.get("scheme")).lower() == "wikidata"
    )
    sources, links = ((clean(each.get("url")) for each in _things(thing, key)) for key in ("sources", "links"))
    return next((url for url in (*sources, *items, *links) if url.startswith(("https://", "http://"))), "")
