"""Word lists for patterns that come from the fact base."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from linter.core.prepared import keep_prepared, prepared
from linter.facts.load import shipped_places
from linter.facts.model import Place

UNCHANGED = ("ese", "ish", "sh", "ch", "ss", "yz", "tho", "Vanuatu", "asy", "ois", "Lao", "Philippine", "ic", "Vatican")
"""Endings of demonyms that are no plural noun with an s: "the Japanese", "the Irish", "the Swiss"."""


NAME = "place-words"


@cache
def place_words() -> Mapping[str, tuple[str, ...]]:
    """`country`: names of countries and regions; `capital`; `nationality`: demonym adjectives; `people`: plural nouns
    for a whole people ("Norwegians", "Swedes"); `the-people`: what follows "the" for those without one ("Dutch")."""
    kept = prepared(NAME)
    if kept is not None:
        words: dict[str, tuple[str, ...]] = marshal.loads(kept)  # noqa: S302 - plain data of our own
        return words
    words = _words_of(shipped_places())
    keep_prepared(NAME, marshal.dumps(words))
    return words


def _words_of(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    known = tuple(places)
    return {
        "country": _unique(name for place in known if place.demonyms for name in (place.name, *place.variants)),
        "capital": _unique(place.capital for place in known),
        "nationality": _unique(place.demonyms[0] for place in known if place.demonyms),
        "people": _unique(noun for place in known for noun in _plural_people(place)),
        "the-people": _unique(d for place in known for d in place.demonyms if d.endswith(UNCHANGED)),
    }


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}))


def _plural_people(place: Place) -> Iterator[str]:
    for demonym in place.demonyms:
        if demonym.endswith(("man", "woman")) and demonym != "German":
            yield demonym[:-2] + "en"
        elif not demonym.endswith(UNCHANGED):
            yield demonym + "s"
