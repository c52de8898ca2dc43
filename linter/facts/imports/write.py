"""Facts as the text of a fact file: one entry a line, sorted as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from linter.facts.dates import PartialDate
from linter.facts.imports.record import clean
from linter.facts.model import FactFile, Holder, Office, Person

Pair = tuple[str, str]
"""A key and the text of its value."""


def fact_text(facts: FactFile, remark: str) -> str:
    """A fact file with offices and people, a comment above."""
    return "\n".join((f"# {clean(remark)}", *_offices(facts.offices), *_people(facts.people), ""))


def _offices(offices: Iterable[Office]) -> Iterator[str]:
    for number, office in enumerate(offices):
        if not number:
            yield "offices:"
        yield f"  - id: {_text(office.id)}"
        yield f"    titles: {_list(office.titles)}"
        yield f"    of: {_text(office.of)}"
        sources = {holder.source for holder in office.holders}
        common = sources.pop() if len(sources) == 1 else ""
        head = (("through", _date(office.through)), ("seats", str(office.seats) if office.seats > 1 else ""))
        yield from (f"    {key}: {value}" for key, value in (*head, ("source", _text(common))) if value)
        yield "    holders:"
        yield from (f"      - {_mapping(_holder(holder, common))}" for holder in office.holders)


def _holder(holder: Holder, common: str) -> Iterator[Pair]:
    yield "name", _text(holder.name)
    yield "aliases", _list(holder.aliases)
    yield "from", _date(holder.start)
    yield "to", _date(holder.end) or "null"
    yield "acting", "true" if holder.acting else ""
    yield "source", "" if holder.source == common else _text(holder.source)


def _people(people: Iterable[Person]) -> Iterator[str]:
    for number, person in enumerate(people):
        if not number:
            yield "people:"
        yield f"  - {_mapping(_person(person))}"


def _person(person: Person) -> Iterator[Pair]:
    yield "name", _text(person.name)
    yield "aliases", _list(person.aliases)
    yield "born", _date(person.born)
    yield "died", _date(person.died)
    yield "source", _text(person.source)


def _mapping(pairs: Iterable[Pair]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs if value) + "}"


def _text(text: str) -> str:
    # A JSON string is a double-quoted scalar of YAML 1.2.
    return json.dumps(text, ensure_ascii=False) if text else ""


def _list(texts: Iterable[str]) -> str:
    return ", ".join(map(_text, texts)).join("[]") if texts else ""


def _date(date: PartialDate | None) -> str:
    return "" if date is None else str(date)
