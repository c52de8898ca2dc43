"""The check kind `title`: one person with two offices that nobody holds at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.checks.base import Finding, Label
from linter.core.span import Span
from linter.infer.people import Person, is_full, people
from linter.infer.roles import Role, roles_of
from linter.match.extract import first
from linter.match.trigger import Trigger

BODY = frozenset({"paragraph", "item"})
BESIDE = 50
"""Code points before and after a name and its role in which a change of office is looked for."""

FEW = 12
"""Roles of one person that are compared with one another."""


class Office(Struct, frozen=True):
    """A role that names an office: its class, its field ("health") and its place."""

    role: Role
    kind: str
    field: frozenset[str]


class TitleCheck(Struct, frozen=True, kw_only=True):
    """Reports the later of two roles of one person that no one holds at once; the first is a related place.

    `offices` are the words for offices that exclude one another, by class; the longest that a role has counts.
    `together` are pairs of classes that one person may hold, each as two words. Classes in `fields` have fields
    ("health" minister) that must agree where both are told, those in `places` have places; `general` are words that
    are no field, `same_fields` words for one. `lifted` are patterns that, near either role in its sentence, tell of a
    change or of two offices at once.
    Values: `name`, `other`.
    """

    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    same_fields: tuple[tuple[str, ...], ...] = ()
    lifted: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: it reads what stands beside names."""
        del owner
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """At most one finding for each person."""
        del owner
        for person in article.derive(people):
            if " " in person.name and len(person.mentions) > 1:
                yield from self._conflicts(article, person)

    def _conflicts(self, article: Article, person: Person) -> Iterator[Finding]:
        offices = tuple(self._offices(article, person))[:FEW]
        for index, later in enumerate(offices):
            earlier = next((each for each in offices[:index] if self._conflict(each, later)), None)
            if earlier is not None:
                label = Label(earlier.role.span, "another office here")
                values = {"name": person.name, "other": article.words(earlier.role.span)}
                yield Finding(later.role.span, (label,), values)
                return

    def _offices(self, article: Article, person: Person) -> Iterator[Office]:
        for name in person.mentions:
            if not _is_told(article, name):
                continue
            for role in roles_of(article, name):
                kind = self._kind(role)
                if kind and not self._is_lifted(article, role.span, name.span):
                    yield Office(role, kind, self._field(role))

    def _kind(self, role: Role) -> str:
        words = f" {role.words} "
        found = [
            (len(phrase), kind)
            for kind, phrases in self.offices.items()
            for phrase in phrases
            if f" {phrase} " in words
        ]
        return max(found)[1] if found else ""

    def _field(self, role: Role) -> frozenset[str]:
        words = role.words.split()
        place = words.index(role.head) if role.head in words else len(words)
        told = (
            (*words[:place], *words[place + 2 :])
            if words[place + 1 : place + 2] in (["of"], ["for"])
            else words[:place]
        )
        skipped = {*self.general, "of", "for", "the", "and"}
        return frozenset(self._same(word.removesuffix("s")) for word in told if word not in skipped)

    def _same(self, word: str) -> str:
        return next((group[0] for group in self.same_fields if word in group), word)

    def _is_lifted(self, article: Article, role: Span, name: Span) -> bool:
        sentence = article.sentence_at(name.start).span
        low = max(sentence.start, min(role.start, name.start) - BESIDE)
        high = min(sentence.end, max(role.end, name.end) + BESIDE)
        return any(first(pattern, article.plain[low:high]) is not None for pattern in self.lifted)

    def _conflict(self, one: Office, other: Office) -> bool:
        if one.kind == other.kind:
            apart = bool(one.field and other.field and one.field.isdisjoint(other.field))
            return (one.kind in self.fields and apart) or (one.kind in self.places and _is_elsewhere(one, other))
        return not any({one.kind, other.kind} == set(pair.split()) for pair in self.together)


def _is_elsewhere(one: Office, other: Office) -> bool:
    """Whether two offices are of places of other names."""
    first, second = (frozenset(each.role.owner.lower().split()) for each in (one, other))
    return bool(first and second and first.isdisjoint(second))


def _is_told(article: Article, name: Name) -> bool:
    block = article.block_of(article.sentence_at(name.span.start))
    full = is_full(article, name) or " " in name.canonical
    return (block.kind in BODY and full) or name.title is not None
