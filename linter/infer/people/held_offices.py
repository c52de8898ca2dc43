"""Who is named as holding which office, by what the article says alone: "the rector of the University of Pécs, X"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.annotation.names.words import MODIFIERS, TITLES
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.facts.base import FactBase
from linter.facts.names import key_of
from linter.infer.people.persons import is_full
from linter.infer.people.roles import DOING, Role, roles_of

OWNED = lazy_pattern(r"(?:^|[\s(])((?:[A-Z][\w.-]*(?: (?:of|and|the) (?=[A-Z]))? ?){1,4}?)(?:'s|')? $")
"""Capitalised words right before a title: "Koper's", "Slovenian", "University of Pécs"."""

OF_PLACE = lazy_pattern(r" of (?:the )?((?:[A-Z][\w.-]+ ?){1,3})")
"""Behind a name with its title before it, whose the title is: "Mayor Ana Brun of Koper"."""

SMALL_WORD = lazy_pattern(r"\b[a-z]")

WORD = lazy_pattern(r"[^\W\d_][\w'-]*")

REACH = 60
"""Code points before a title in which its owner is looked for."""

ITS = ("its ", "their ")
"""How a role begins that is that of what the text has just spoken of."""

OPENING = 25
"""Code points from the beginning of a sentence within which its subject is named."""

ONE_OF_MANY = ("a ", "an ")
"""How a role begins that others may have too."""

SMALL = frozenset("a an the of for at to in and its his her their our".split())


class HeldOffice(Struct, frozen=True):
    """An office with its holder: `head` is its main word, `words` those that say which office of its owner it is (the
    head among them), `owner` the keys of the country, place or body that has it, `place` where it stands."""

    head: str
    words: frozenset[str]
    owner: tuple[str, ...]
    holder: Name
    place: Span


def held_offices(article: Article, public: frozenset[str] = frozenset()) -> Iterator[HeldOffice]:
    """The offices of people named in full, where the article says whose office it is.

    The offices whose main word is in `public` are those of the one place or body that the article has named so far,
    where they stand without an owner.
    """
    for name in article.names:
        if name.type == "person" and is_full(article, name):
            for role in roles_of(article, name):
                held = _owned(article, _held(article, role, name), role, public)
                if role.head and held.owner and not article.plain_words(role.span).lower().startswith(ONE_OF_MANY):
                    yield held


def _held(article: Article, role: Role, name: Name) -> HeldOffice:
    """The office of a role: its capitalised words that are no part of a title say whose it is."""
    told = [*_before(article, role), *(DOING.get(word, word) for word in WORD.findall(article.plain_words(role.span)))]
    bare = [word.removesuffix("'s").removesuffix("'") for word in told]
    owner = {word for word in bare if word[0].isupper() and not _is_of_title(word.lower())}
    words = frozenset(key_of(word) for word in bare if word not in owner and word.lower() not in SMALL)
    return HeldOffice(role.head, words, tuple(sorted(_place(article.facts, word) for word in owner)), name, role.span)


def _owned(article: Article, held: HeldOffice, role: Role, public: frozenset[str]) -> HeldOffice:
    """An office with its owner, found in the text before it where the role does not tell it."""
    if held.owner:
        return held
    of_place = OF_PLACE.match(article.plain, held.holder.span.end) if role.span.end <= held.holder.span.start else None
    if of_place is not None:
        return replace(held, owner=tuple(sorted(_place(article.facts, word) for word in WORD.findall(of_place[1]))))
    if article.plain_words(role.span).lower().startswith(ITS):
        owner = _spoken_of(article, role)
    else:
        owner = _sole_name(article, role) if held.head in public and len(held.words) > (held.head == "minister") else ""
    bare = [word for word in WORD.findall(owner) if word[0].isupper()]
    return replace(held, owner=tuple(sorted(_place(article.facts, word) for word in bare)))


def _spoken_of(article: Article, role: Role) -> str:
    """What "its" means: the one body or place named before in the sentence, else the subject of the one before."""
    index = article.sentence_index(role.span.start)
    here = article.sentences[index]
    own = _things(article, Span(here.span.start, role.span.start))
    if own or not index or article.sentences[index - 1].block != here.block:
        return own[0].canonical if len(own) == 1 else ""
    before = article.sentences[index - 1].span
    earlier = _things(article, before)
    opens = bool(earlier) and (len(earlier) == 1 or earlier[0].span.start - before.start <= OPENING)
    return earlier[0].canonical if opens else ""


def _sole_name(article: Article, role: Role) -> str:
    """The one body or place that the headline and the paragraph name up to a role; "" where there are more."""
    block = article.document.block_holding(role.span.start)
    title = article.headline or block
    found = (*_things(article, Span(title.start, title.end)), *_things(article, Span(block.start, role.span.start)))
    named = {key_of(name.canonical): name.canonical for name in found}
    return next(iter(named.values())) if len(named) == 1 else ""


def _things(article: Article, span: Span) -> tuple[Name, ...]:
    """The names in a span that are no person's."""
    return tuple(name for name in starting_in(article.names, span) if name.type != "person")


def _is_of_title(word: str) -> bool:
    return word in SMALL or word in TITLES or word in MODIFIERS


def _before(article: Article, role: Role) -> list[str]:
    """The words that say whose a title right before a name is, where they stand in front of it."""
    sentence = article.sentence_at(role.span.start).span
    if not article.plain[role.span.start].isupper():
        return []
    # "Museum of Salt director": the role has the end of the name.
    small = SMALL_WORD.search(article.plain, role.span.start, role.span.end)
    end = small.start() if small else role.span.start
    found = OWNED.search(article.plain[max(sentence.start, role.span.start - REACH) : end])
    return WORD.findall(found[1]) if found else []


def _place(facts: FactBase, word: str) -> str:
    places = facts.places_called(word)
    return key_of(places[0].name) if len(places) == 1 else key_of(word)
