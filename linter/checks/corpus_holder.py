"""The check kind `corpus-holder`: two articles of one time name different holders of an office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Claim, ComparingCheck, Contradiction, Told
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.names import key_of
from linter.infer.people.held_offices import HeldOffice, held_offices
from linter.infer.people.roles import beside
from linter.infer.people.spellings import edit
from linter.infer.subjects import pairs
from linter.match.extract import first


class HolderClaim(Struct, frozen=True):
    """Who holds which office: the office as its key, the holder's name as written and as a key.

    `known` are the full names of all people in the article, as keys.
    """

    office: str
    name: str
    key: str
    known: frozenset[str]


class CorpusHolderCheck(ComparingCheck, frozen=True, kw_only=True):
    """Reports the later of two people whom articles of the same time name as the holder of one office.

    `offices` are the words for offices that one person holds at a time, `public` those of them that belong to the
    place an article is about. `qualified` are patterns that, beside the office without a comma between, make it
    another one, or one of other times; `lifted` are patterns that, in that sentence or beside it, tell of a change. Of
    two people whom the later article both names nothing is said. `days` is how far apart articles of one time are at
    most.
    Values: `other`, the other holder; `office`.
    """

    offices: tuple[str, ...]
    public: tuple[str, ...] = ()
    qualified: tuple[str, ...] = ()
    lifted: tuple[str, ...] = ()
    days: int = 14

    def claims(self, article: Article) -> Iterator[Claim]:
        """Each holder of an office, once."""
        seen: set[tuple[str, str]] = set()
        heads = frozenset(self.offices)
        people = frozenset(key_of(name.canonical) for name in article.names if name.type == "person")
        for held in held_offices(article, frozenset(self.public)):
            what = HolderClaim(_office(held), held.holder.canonical, key_of(held.holder.canonical), people)
            known = (what.office, what.key) in seen
            if held.head in heads and not known and " " in what.key and not self._is_lifted(article, held):
                seen.add((what.office, what.key))
                yield Claim(held.holder.span, what)

    def _is_lifted(self, article: Article, held: HeldOffice) -> bool:
        index = article.sentence_index(held.holder.span.start)
        near = article.sentences[max(0, index - 1) : index + 2]
        block = article.sentences[index].block
        text = article.plain_words(
            Span(
                min(sentence.span.start for sentence in near if sentence.block == block),
                max(sentence.span.end for sentence in near if sentence.block == block),
            )
        )
        own = beside(article, held.place, held.holder.span)
        return any(first(pattern, text) is not None for pattern in self.lifted) or any(
            first(pattern, own) is not None for pattern in self.qualified
        )

    def compare(self, told: Sequence[Told]) -> Iterator[Contradiction]:
        """A contradiction for each article's first holder who is another than in earlier articles."""
        reported: set[tuple[str, str]] = set()
        joint = set(_shared_offices(told))
        for later, earlier in pairs((each.article, (each.what.office,)) for each in told):
            one, other = told[earlier], told[later]
            case = other.what.office, other.what.key
            if case in reported or other.what.office in joint or not one.is_within(other, self.days):
                continue
            if not _same_person(one.what.key, other.what.key) and one.what.key not in other.what.known:
                reported |= {case, (one.what.office, one.what.key)}
                values = {"other": one.what.name, "office": one.place.text}
                yield Contradiction(other, one, "another holder of the office here", values)


OF_ANYBODY = ("chair", "spokes")

ENDINGS = lazy_pattern(r"(?:wom[ae]n|man|men|person)$")
"""How offices end that are one whoever holds them: "chairwoman"."""


def _office(held: HeldOffice) -> str:
    told = held.words - {"ceo"} | {"chief", "executive"} if held.head == "ceo" else held.words
    words = sorted(ENDINGS.sub("", word) if word.startswith(OF_ANYBODY) else word for word in told)
    return f"{' '.join(words)} | {' '.join(held.owner)}"


def _shared_offices(told: Sequence[Told]) -> Iterator[str]:
    """The offices for which one article names two people: several hold them, or they change hands there."""
    seen: dict[tuple[int, str], str] = {}
    for each in told:
        holder = seen.setdefault((each.article, each.what.office), each.what.key)
        if not _same_person(holder, each.what.key):
            yield each.what.office


def _same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the same surname or family name, or one spelled otherwise."""
    first_words, other_words = one.split(), other.split()
    if set(first_words) & set(other_words):
        return True
    return any(edit(a, b) for a in first_words for b in other_words if len(a) > 3)
