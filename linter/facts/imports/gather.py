"""Records of terms put together: offices with their holders, and people with the dates of their lives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby

from linter.core.field import FieldError
from linter.core.pattern import lazy_pattern
from linter.facts.dates import PartialDate
from linter.facts.imports.record import Record, Refusal, Taken
from linter.facts.model import FactFile, Holder, Office, Person
from linter.facts.names import key_of

MANY = lazy_pattern(r"(?:member|deputy(?=$| of | for )|senator|representative|mp|mep|councillor|councilor|delegate)\b")
"""Titles that many people bear at once; a deputy minister is none of them."""

REACH = 50
"""Records after a term among which one is looked for that follows it."""

Made = tuple[FactFile, tuple[Refusal, ...]]


def gathered(taken: Sequence[Taken], through: PartialDate | None = None) -> Made:
    """The facts of all records, sorted, and every row that was not taken.

    Rows that tell one term twice are one. A term without an end that another person's follows is left out: it has
    ended, and nobody says when. `through` is the day up to which all the lists are complete.
    """
    records, doubles = _single([record for each in taken for record in each.records])
    groups = groupby(sorted(records, key=_office_order), key=_office_key)
    made = [_office(tuple(group), through) for _, group in groups]
    offices = tuple(office for office, _ in made if office is not None)
    people, odd = _people([record for record in records if record.born or record.died])
    refused = (*(each for read in taken for each in read.refusals), *doubles, *odd, *(r for _, rs in made for r in rs))
    return FactFile(offices=offices, people=people), tuple(sorted(set(refused)))


def _office_key(record: Record) -> tuple[str, str]:
    return key_of(record.of), key_of(record.title)


def _office_order(record: Record) -> tuple[tuple[str, str], tuple[int, int, int], str]:
    return _office_key(record), record.start.first, key_of(record.person)


def _single(records: Iterable[Record]) -> tuple[tuple[Record, ...], tuple[Refusal, ...]]:
    """Each term once: of rows that differ in the end alone, the one that tells it most exactly."""
    terms: dict[tuple[tuple[str, str], str, PartialDate], list[Record]] = defaultdict(list)
    for record in records:
        terms[_office_key(record), key_of(record.person), record.start].append(record)
    kept, refused = [], []
    for same in terms.values():
        first = max(same, key=lambda record: len(str(record.end or "")))
        for other in same:
            first = first.joined(other)
            if other.end is not None and not str(first.end).startswith(str(other.end)):
                reason = f"a second end of one term of {other.person}: {other.end}, beside {first.end}"
                refused.append(Refusal(other.path, other.row, reason))
        kept.append(first)
    return tuple(kept), tuple(refused)


def _office(records: Sequence[Record], through: PartialDate | None) -> tuple[Office | None, tuple[Refusal, ...]]:
    many = any(record.many for record in records) or MANY.match(records[0].title) is not None
    made = [
        _holder(record, None if many else _follower(record, records[number + 1 : number + REACH]))
        for number, record in enumerate(records)
    ]
    holders = tuple(each for each in made if isinstance(each, Holder))
    refused = tuple(each for each in made if isinstance(each, Refusal))
    return (_made(records[0], holders, through, many) if holders else None), refused


def _follower(record: Record, later: Sequence[Record]) -> Record | None:
    """The first record of another person that begins after this one: for a term without end, its end is lost."""
    if record.end is not None or record.acting:
        return None
    others = (other for other in later if not other.acting and key_of(other.person) != key_of(record.person))
    return next((other for other in others if other.start.first > record.start.last), None)


def _holder(record: Record, follower: Record | None) -> Holder | Refusal:
    if follower is not None:
        reason = f"no end of the term of {record.person}, though {follower.person} follows on {follower.start}"
        return Refusal(record.path, record.row, reason)
    try:
        return record.holder()
    except FieldError as error:
        return Refusal(record.path, record.row, str(error))


def _made(record: Record, holders: tuple[Holder, ...], through: PartialDate | None, many: bool) -> Office:
    identity = f"{key_of(record.of)} {key_of(record.title)}".replace(" ", "-")
    seats = _most_at_once(holders) if many else 1
    return Office(identity, (record.title,), record.of, holders, through, seats)


def _most_at_once(holders: Iterable[Holder]) -> int:
    changes = [(holder.start.first, 1, 1) for holder in holders]
    changes += [(holder.end.last, 0, -1) for holder in holders if holder.end is not None]
    return max(accumulate(change for _, _, change in sorted(changes)))


def _people(records: Iterable[Record]) -> tuple[tuple[Person, ...], tuple[Refusal, ...]]:
    """The people with a date of birth or death; of two dates the first row's counts."""
    people: dict[str, Person] = {}
    refused = []
    for record in records:
        aliases = tuple(alias for alias in dict.fromkeys(record.aliases) if alias != record.person)
        first = people.get(key_of(record.person))
        try:
            person = first or Person(record.person, aliases, record.born, record.died, record.source)
            people[key_of(record.person)] = person
            reason = "" if not record.born or person.born in (None, record.born) else "a second birth date"
        except FieldError as error:
            reason = str(error)
        if reason:
            refused.append(Refusal(record.path, record.row, f"of the life of {record.person}: {reason}"))
    return tuple(sorted(people.values(), key=lambda person: key_of(person.name))), tuple(refused)
