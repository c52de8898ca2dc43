"""Speakers put together who are one source: by name, by role, by the body that they speak for.

Voices are found through the words that they share, so the work grows with their number, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from linter.annotation.model import Attribution

MOST = 24
"""Bodies of which one word is in the name, and people introduced with it, that are looked at."""


class Voice(Struct, frozen=True):
    """One attribution's speaker: the capitalised words of the name, the plain ones of the role, and the introduction.

    `introduction` are the words, in small letters, of the sentence that names him first, and the names themselves.
    """

    attribution: Attribution
    names: frozenset[str]
    roles: frozenset[str]
    introduction: frozenset[str]


class _Index(Struct):
    """The numbers of the voices met so far by what they can be known by again."""

    named: dict[str, int] = field(default_factory=dict)
    """The latest voice of each name."""

    roles: dict[str, int] = field(default_factory=dict)
    """The latest voice without a name of each role."""

    owners: dict[str, frozenset[str]] = field(default_factory=dict)
    """The names of whoever the latest voice without a name was found to be, by its roles."""

    introduced: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The first voices with a name that a word introduces."""

    bodies: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The first bodies of which a word, in small letters, is in the name."""


def grouped(voices: Sequence[Voice], same_roles: Sequence[frozenset[str]]) -> list[tuple[Voice, ...]]:
    """The voices by source, in the order in which the sources spoke last; `same_roles` are words for one office."""
    offices: dict[str, set[str]] = defaultdict(set)
    for office in same_roles:
        for word in office:
            offices[word] |= office
    index = _Index()
    parents = list(range(len(voices)))
    for number, voice in enumerate(voices):
        called = frozenset(word for role in voice.roles for word in (role, *offices.get(role, ())))
        others = tuple(_same(index, voices, voice, called, offices))
        for other in others:
            parents[_root(parents, other)] = number
        _enter(index, number, voice, frozenset(name for other in others for name in voices[other].names))
    groups: dict[int, list[Voice]] = defaultdict(list)
    for number, voice in enumerate(voices):
        groups[_root(parents, number)].append(voice)
    return [tuple(groups[root]) for root in sorted(groups)]


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _same(
    index: _Index, voices: Sequence[Voice], voice: Voice, called: frozenset[str], offices: dict[str, set[str]]
) -> Iterator[int]:
    """The voices met that are of the same source; `called` are its roles with other words for the same offices."""
    if not voice.names:
        yield from (index.roles[word] for word in called if word in index.roles)
        yield from (index.introduced[word][0] for word in called if word in index.introduced)
        yield from (each for word in called for each in index.introduced.get(word, ())[1:])
        return
    yield from (index.named[name] for name in voice.names if name in index.named)
    meant = {word for each in voice.introduction for word in (each, *offices.get(each, ()))}
    yield from (index.roles[word] for word in meant if word in index.roles and _may_hold(index, voice, word))
    if _is_body(voice):
        small = _small_names(voice)
        people = {each for name in small for each in index.introduced.get(name, ())}
        yield from (each for each in people if _speaks_for(voices[each], small))
    if voice.roles:
        bodies = {each for word in voice.introduction for each in index.bodies.get(word, ())}
        yield from (each for each in bodies if _speaks_for(voice, _small_names(voices[each])))


def _may_hold(index: _Index, voice: Voice, role: str) -> bool:
    """Whether a role by which somebody spoke may be this person's: it is not if somebody else was meant there."""
    owner = index.owners.get(role)
    return not owner or voice.attribution.source_type != "person" or not owner.isdisjoint(voice.names)


def _enter(index: _Index, number: int, voice: Voice, owner: frozenset[str]) -> None:
    """Note a voice; `owner` are the names of those whom it goes with."""
    if not voice.names:
        index.roles.update(dict.fromkeys(voice.roles, number))
        index.owners.update(dict.fromkeys(voice.roles, owner))
        return
    index.named.update(dict.fromkeys(voice.names, number))
    _add(index.introduced, voice.introduction, number)
    if _is_body(voice):
        _add(index.bodies, _small_names(voice), number)


def _add(table: dict[str, list[int]], words: Iterable[str], number: int) -> None:
    for word in words:
        if len(table[word]) < MOST:
            table[word].append(number)


def _is_body(voice: Voice) -> bool:
    return voice.attribution.source_type in ("organisation", "outlet")


def _small_names(voice: Voice) -> frozenset[str]:
    """The words of a voice's name in small letters."""
    return frozenset(name.lower() for name in voice.names)


def _speaks_for(person: Voice, body: frozenset[str]) -> bool:
    """Whether a person is introduced together with a body, given by the words of its name, and has a role there."""
    return bool(person.roles) and body <= person.introduction
