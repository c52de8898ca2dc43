"""The check kind `title`: one person with two offices that nobody holds at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.people.persons import Person, is_full, people
from linter.infer.people.roles import Role, beside, roles_of
from linter.match.extract import first
from linter.match.trigger import Trigger

BODY = frozenset({"paragraph", "item"})
BESIDE = 50
"""Code points before and after a name and its role in which a change of office is looked for."""

FEW = 12
"""Roles of one person that are compared with one another."""

REACH_OF_CHANGE = 60
"""Code points from a name on in which a change of office is told."""

LONGEST = 20
"""Code points of a word right before a role that are looked at."""

CAPITAL_BEFORE = lazy_pattern(r"\b[A-Z][a-z]+(?= $)")

SENT_TO = lazy_pattern(r" (?:to|in|at) ")

WORD = lazy_pattern(r"[^\W\d_][\w'-]*")


class Office(Struct, frozen=True):
    """A role that may exclude another.

    `kind` is its class, "" for one without; `field` what it is over ("health"), `teams` whose it is where they stand in
    front of it ("Kotka coach"), `departments` and `bodies` the numbers of the groups that it names a word of, `senders`
    the places that it is sent by ("Peru's ambassador"), `under` whether it is one below its head ("deputy editor").
    """

    role: Role
    kind: str
    field: frozenset[str]
    teams: frozenset[str]
    departments: frozenset[int]
    bodies: frozenset[int]
    senders: frozenset[str] = frozenset()
    under: bool = False


class TitleCheck(Struct, frozen=True, kw_only=True):
    """Reports the later of two roles of one person that no one holds at once; the first is a related place.

    `offices` are the words for offices that exclude one another, by class; the longest that a role has counts.
    `together` are pairs of classes that one person may hold, each as two words. Classes in `fields` have fields
    ("health" minister) that must agree where both are told, those in `places` have places; `general` are words that
    are no field, `same_fields` words for one. `apart` are groups of callings of which nobody has two, `trained`
    callings that nobody has for two teams; classes in `tied` are offices where they are told as the one there is
    ("the mine's lawyer", but not "a lawyer"). Heads in `leading` lead `departments`, groups of words for one department
    each ("head of catering", "medical director"); of `bodies`, groups of words for one sort of body each, nobody has
    the same office in two. Heads in `sent` are sent by one place, heads in `ranked` have a rank below them, told by one
    of the words in `below` ("assistant coach"). `qualified` are patterns that, beside either role without a comma
    between, say that it is of another time; `changed` and `lifted` such that, near it in its sentence, tell of a
    change of office, or of two offices at once; `changed` also beside a mention between the two.
    Values: `name`, `other`.
    """

    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    trained: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    leading: tuple[str, ...] = ()
    departments: tuple[tuple[str, ...], ...] = ()
    bodies: tuple[tuple[str, ...], ...] = ()
    general: tuple[str, ...] = ()
    same_fields: tuple[tuple[str, ...], ...] = ()
    sent: tuple[str, ...] = ()
    ranked: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    qualified: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
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
        roles = tuple((role, name) for name in person.mentions for role in _roles(article, name))
        if len(roles) < 2:
            return
        offices = tuple(self._offices(article, roles))[:FEW]
        for index, later in enumerate(offices):
            earlier = next((each for each in offices[:index] if self._conflict(each, later)), None)
            if earlier is not None and not (
                self._is_told_between(article, person, earlier.role, later.role)
                or _is_told_too(article, person, later.role)
            ):
                label = Label(earlier.role.span, "another office here")
                values = {"name": person.name, "other": article.words(earlier.role.span)}
                yield Finding(later.role.span, (label,), values)
                return

    def _offices(self, article: Article, roles: Iterable[tuple[Role, Name]]) -> Iterator[Office]:
        for role, name in roles:
            if not self._is_lifted(article, role.span, name.span):
                yield self._office(article, role)

    def _is_told_between(self, article: Article, person: Person, one: Role, other: Role) -> bool:
        """Whether a mention between two roles tells of a change: "Brun, promoted to general in May"."""
        between = (name.span for name in person.mentions if one.span.end < name.span.start < other.span.start)
        near = (
            article.plain[span.start : article.sentence_at(span.start).span.end][:REACH_OF_CHANGE] for span in between
        )
        return any(first(pattern, text) is not None for text in near for pattern in self.changed)

    def _office(self, article: Article, role: Role) -> Office:
        told = article.plain_words(role.span).lower()
        return Office(
            role,
            self._kind(role),
            self._field(role),
            _teams(article, role),
            _groups(self.departments, role.words if role.head in self.leading else ""),
            _groups(self.bodies, f"{_party(article, role)} {told}"),
            _senders(article, role) if role.head in self.sent else frozenset(),
            role.head in self.ranked and not set(self.below).isdisjoint(role.words.replace("-", " ").split()),
        )

    def _kind(self, role: Role) -> str:
        words = f" {role.words} "
        found = [
            (len(phrase), kind)
            for kind, phrases in self.offices.items()
            for phrase in phrases
            if role.head in phrase and f" {phrase} " in words
        ]
        kind = max(found)[1] if found else ""
        return kind if role.tied or kind not in self.tied else ""

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
        start, end = min(role.start, name.start), max(role.end, name.end)
        before, after = article.plain[low:start].rpartition('"')[2], article.plain[end:high].partition('"')[0]
        near = f"{before}{article.plain[start:end]}{after}"
        if any(first(pattern, near) is not None for pattern in (*self.changed, *self.lifted)):
            return True
        told = beside(article, role, name)
        return any(first(pattern, told) is not None for pattern in self.qualified)

    def _conflict(self, one: Office, other: Office) -> bool:
        heads = {one.role.head, other.role.head}
        if (
            len(heads) > 1
            and not (self._is_civil(one) or self._is_civil(other))
            and any(heads <= set(group) for group in self.apart)
        ):
            return True
        if _are_apart(one.departments, other.departments):
            return True
        if len(heads) == 1 and (_are_apart(one.bodies, other.bodies) or self._are_of_other_teams(one, other)):
            return True
        if len(heads) == 1 and (_are_apart(one.senders, other.senders) or self._are_of_two_ranks(one, other)):
            return True
        return bool(one.kind and other.kind) and self._exclude(one, other)

    def _is_civil(self, office: Office) -> bool:
        """Whether its head stands in the name of an office without a class: an attorney general is no general."""
        return any(f" {phrase} " in f" {office.role.words} " for phrase in self.offices.get("", ()))

    def _are_of_two_ranks(self, one: Office, other: Office) -> bool:
        """Whether one is below the other in one place: the assistant coach of the team, and its head coach."""
        if one.role.head not in self.ranked or one.under == other.under or not (one.role.tied and other.role.tied):
            return False
        above = other if one.under else one
        if " " not in above.role.words and above.role.span.end - above.role.span.start == len(above.role.words):
            return False  # "Director Berg" may make films
        ranks = {*self.below, "head"}
        fields = [frozenset(word.rstrip("'") for word in each.field) - ranks for each in (one, other)]
        return not _are_apart(*fields) and not _are_apart(_owners(one), _owners(other))

    def _are_of_other_teams(self, one: Office, other: Office) -> bool:
        return one.role.head in self.trained and _are_apart(one.teams, other.teams)

    def _exclude(self, one: Office, other: Office) -> bool:
        """Whether the classes of two offices exclude one another, or what they are over."""
        if one.kind == other.kind:
            return (one.kind in self.fields and _are_apart(one.field, other.field)) or (
                one.kind in self.places and _are_apart(_owners(one), _owners(other))
            )
        return not any({one.kind, other.kind} == set(pair.split()) for pair in self.together)


ALSO = lazy_pattern(r"\b(?:is|and|also) (?:also )?(?:the|an?) ([\w' -]{3,50}?) (?:of|at|in|for)\b")
"""An office that a sentence gives to its subject besides another."""


def _is_told_too(article: Article, person: Person, later: Role) -> bool:
    """Whether a second office of that name was told before: "is the president of her club"."""
    ends = (
        (name.span.end, article.sentence_at(name.span.start).span.end)
        for name in person.mentions
        if name.span.end < later.span.start and name.title is None
    )
    return any(later.head in found[1] for start, end in ends for found in ALSO.finditer(article.plain, start, end))


def _are_apart(one: frozenset[Any], other: frozenset[Any]) -> bool:
    """Whether both tell something, and nothing in common."""
    return bool(one and other and one.isdisjoint(other))


def _owners(office: Office) -> frozenset[str]:
    return frozenset(office.role.owner.lower().split())


def _teams(article: Article, role: Role) -> frozenset[str]:
    """The capitalised words in front of a role's head, words for a people ("German") left out."""
    told = article.plain_words(role.span)
    place = told.lower().find(role.head)
    words = [word.removesuffix("'s").removesuffix("'") for word in WORD.findall(told[: max(place, 0)])]
    facts = article.facts
    return frozenset(
        word.lower()
        for word in words
        if word[0].isupper() and word != "The" and not (facts.places_called(word) and not facts.places_named(word))
    )


def _senders(article: Article, role: Role) -> frozenset[str]:
    """The places that send somebody: whose the office is, what it is of, not where he or she is sent to."""
    told = SENT_TO.split(article.plain_words(role.span))[0]
    words = (word.removesuffix("'s").removesuffix("s'") for word in WORD.findall(told) if word[0].isupper())
    return frozenset(place.name for word in words for place in article.facts.places_called(word))


def _party(article: Article, role: Role) -> str:
    """The word with a capital right before a title, which may say of which party somebody is: "Green senator"."""
    found = CAPITAL_BEFORE.search(article.plain, max(0, role.span.start - LONGEST), role.span.start)
    return found[0].lower() if found else ""


def _groups(groups: tuple[tuple[str, ...], ...], told: str) -> frozenset[int]:
    """The numbers of the groups of which a text has a word, in the singular or as an owner."""
    words = {word.removesuffix("'s").rstrip("'") for word in WORD.findall(told)} if told else frozenset()
    return frozenset(index for index, group in enumerate(groups) if not words.isdisjoint(group))


def _roles(article: Article, name: Name) -> Iterator[Role]:
    return roles_of(article, name) if _is_told(article, name) else iter(())


def _is_told(article: Article, name: Name) -> bool:
    block = article.document.block_holding(name.span.start)
    full = is_full(article, name) or " " in name.canonical
    if not is_full(article, name) and article.plain_words(name.span) in article.derive(_shared_surnames):
        return False  # "Berg, the prosecutor, is no relation of Berg, the lawyer"
    return (block.kind in BODY and full) or name.title is not None


def _shared_surnames(article: Article) -> frozenset[str]:
    """The surnames that more than one person of the article bears."""
    bearers = Counter(person.surname for person in article.derive(people) if " " in person.name)
    return frozenset(surname for surname, count in bearers.items() if count > 1)
