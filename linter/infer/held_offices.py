"""Who is named as holding which office, by what the article says alone: "the rector of the University of Pécs, X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.annotation.name_words import MODIFIERS, TITLES
from linter.core.pattern import lazy_pattern
from linter.facts.base import FactBase
from linter.facts.names import key_of
from linter.infer.people import is_full
from linter.infer.roles import Role, roles_of

OWNED = lazy_pattern(r"(?:^|[\s(])((?:[A-Z][\w.-]*(?: (?:of|and|the) (?=[A-Z]))? ?){1,4}?)(?:'s|')? $")
"""Capitalised words right before a title: "Koper's", "Slovenian", "University of Pécs"."""

WORD = lazy_pattern(r"[^\W\d_][\w'-]*")

REACH = 60
"""Code points before a title in which its owner is looked for."""

ONE_OF_MANY = ("a ", "an ")
"""How a role begins that others may have too."""

SMALL = frozenset("a an the of for at to in and its his her their our".split())


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office with its holder: `head` is its main word, `words` those that say which office of its owner it is (the
    head among them), `owner` the keys of the country, place or body that has it."""

    head: str
    words: frozenset[str]
    owner: tuple[str, ...]
    holder: Name


def held_offices(article: Article) -> Iterator[HeldOffice]:
    """The offices of people named in full, where the article says whose office it is."""
    for name in article.names:
        if name.type == "person" and is_full(article, name):
            for role in roles_of(article, name):
                held = _held(article, role, name)
                if role.head and held.owner and not article.plain_words(role.span).lower().startswith(ONE_OF_MANY):
                    yield held


def _held(article: Article, role: Role, name: Name) -> HeldOffice:
    """The office of a role: its capitalised words that are no part of a title say whose it is."""
    told = [*_before(article, role), *WORD.findall(article.plain_words(role.span))]
    bare = [word.removesuffix("'s").removesuffix("'") for word in told]
    owner = {word for word in bare if word[0].isupper() and not _is_of_title(word.lower())}
    words = frozenset(key_of(word) for word in bare if word not in owner and word.lower() not in SMALL)
    return HeldOffice(role.head, words, tuple(sorted(_place(article.facts, word) for word in owner)), name)


def _is_of_title(word: str) -> bool:
    return word in SMALL or word in TITLES or word in MODIFIERS


def _before(article: Article, role: Role) -> list[str]:
    """The words that say whose a title right before a name is, where they stand in front of it."""
    sentence = article.sentence_at(role.span.start).span
    if not article.plain[role.span.start].isupper():
        return []
    found = OWNED.search(article.plain[max(sentence.start, role.span.start - REACH) : role.span.start])
    return WORD.findall(found[1]) if found else []


def _place(facts: FactBase, word: str) -> str:
    places = facts.places_called(word)
    return key_of(places[0].name) if len(places) == 1 else key_of(word)
