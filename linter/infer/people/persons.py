"""Who is who over an article: the mentions of each person, by full name, surname or title."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.facts.names import JUNIOR, key_of


class Person(Struct, frozen=True):
    """A person: the fullest form of the name, and every mention in reading order."""

    name: str
    mentions: tuple[Name, ...]

    @property
    def surname(self) -> str:
        """The last word of the name, without "Jr."."""
        words = [word for word in self.name.split() if word.rstrip(".").lower() not in JUNIOR]
        return words[-1] if words else self.name


def people(article: Article) -> tuple[Person, ...]:
    """The people of an article, in the order of their first mentions.

    A surname goes with the full name that ends in it: the last one before it, else the first one after it. Spellings
    that differ in accents alone are one person.
    """
    groups: dict[str, list[Name]] = {}
    for name in article.names:
        if name.type == "person":
            groups.setdefault(key_of(name.canonical), []).append(name)
    return tuple(Person(names[0].canonical, tuple(names)) for names in groups.values())


def person_at(article: Article) -> Mapping[Name, Person]:
    """The person of each mention."""
    return {name: person for person in article.derive(people) for name in person.mentions}


def is_full(article: Article, name: Name) -> bool:
    """Whether a mention has more than one word, initials and titles not counted."""
    return len([word for word in article.plain_words(name.span).split() if len(word.rstrip(".")) > 1]) > 1
