"""The check kind `corpus-name`: a name that most other articles spell otherwise."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.annotation.names.types import is_place
from linter.annotation.names.words import BODIES, GROUNDS, NAMED_BODIES
from linter.annotation.vocabulary import is_word
from linter.checks.base import Claim, ComparingCheck, Contradiction, Told
from linter.core.pattern import lazy_pattern
from linter.facts.names import key_of
from linter.infer.people.spellings import near_pairs, same_sound
from linter.infer.stems import stems

LONGEST = 6
"""Words of a name that is compared with others."""

LONE = 6
"""Letters of a name of one word that is compared with others."""

LONG = 7
"""Letters of a word that one article alone spells its way: with those that spell it otherwise it need share less."""

BEGINNING = 600
"""Code points at the beginning of an article that tell what it is about."""

NEAR = 30
"""Code points before a name in which a noun says what bears it."""

NOUN_BEFORE = lazy_pattern(r"\b([a-z]+) (?:of )?$")

BEARERS = (
    BODIES
    | GROUNDS
    | NAMED_BODIES
    | frozenset(
        "camp chapel convent farm ferry heath hut inn lighthouse line market marsh mill mine monastery moor motorway "
        "pass pond quarry ridge trail works".split()
    )
)
"""Nouns for a place or a body."""

NOUN_AFTER = lazy_pattern(r" ([a-z]+)\b")
"""What bears a name, right behind it: "the Astrid pass"."""

SHORTEST = 4
"""Letters of a word that may be misspelled."""

FIRST_NAME_ENDS = frozenset("aeiouy")
"""Last letters by which a man's first name and a woman's differ ("Mario", "Maria")."""

FORMS = ({"a", "i"}, {"a", "y"}, {"n", "s"}, {"a", "o"})
"""Last letters by which forms of one word differ."""


class NameClaim(Struct, frozen=True):
    """A name as an article has it: its key, as written, and whether it is a person's.

    `about` are the stems of the article's beginning for a name of one word, which is no evidence alone, else empty;
    `kind` is then the noun in front of it ("village of").
    """

    key: str
    name: str
    person: bool
    about: frozenset[str]
    kind: str = ""


class CorpusNameCheck(ComparingCheck, frozen=True, kw_only=True):
    """Reports a name that most of the other articles spell otherwise, by one letter or one sound of one word.

    Names of one word are compared where articles at most `days` apart have `shared` words in common at their beginning,
    or one noun in front of the name ("the village of").

    `least` is the number of articles with the other spelling from which on it counts as theirs. An article that has
    both spellings knows two bearers. Values: `other`, the spelling of most.
    """

    least: int = 2
    days: int = 60
    shared: int = 2

    def claims(self, article: Article) -> Iterator[Claim]:
        """Each name of several words, once, where it first stands."""
        seen: set[str] = set()
        kinds = article.derive(_kinds)
        for name in article.names:
            key = key_of(article.words(name.span))
            if key not in seen and _is_compared(article, key, name):
                seen.add(key)
                alone = " " not in key
                about = article.derive(_beginning) if alone else frozenset[str]()
                kind = kinds.get(key, "") if alone else ""
                yield Claim(name.span, NameClaim(key, article.words(name.span), name.type == "person", about, kind))

    def compare(self, told: Sequence[Told]) -> Iterator[Contradiction]:
        """A contradiction for each article that has the spelling of the fewer."""
        # Places in the sequence, since the claims of all articles together are more than is to be held.
        by_key: dict[str, array[int]] = defaultdict(partial(array, "I"))
        persons: dict[str, bool] = {}
        for place, each in enumerate(told):
            by_key[each.what.key].append(place)
            persons.setdefault(each.what.key, each.what.person)
        for near in _near_names(persons):
            rarer, commoner = sorted(([told[place] for place in by_key[key]] for key in near), key=len)
            if self._is_misspelled(rarer, commoner):
                for each in rarer:
                    first = commoner[0]
                    yield Contradiction(each, first, f'spelled "{first.what.name}" here', {"other": first.what.name})

    def _is_misspelled(self, rarer: Sequence[Told], commoner: Sequence[Told]) -> bool:
        both = {each.article for each in rarer} & {each.article for each in commoner}
        if len(commoner) < self.least or len(commoner) <= len(rarer) or both:
            return False
        if " " in rarer[0].what.key:
            return True
        sure = len(commoner) > self.least and len(rarer) == 1 and len(rarer[0].what.key) >= LONG
        shared = self.shared - sure
        return all(any(self._are_related(one, other, shared) for other in commoner) for one in rarer)

    def _are_related(self, one: Told, other: Told, shared: int) -> bool:
        """Whether two articles speak of one matter at one time, so that a single word can be one name."""
        alike = one.what.kind and one.what.kind == other.what.kind
        return one.is_within(other, self.days) and bool(alike or len(one.what.about & other.what.about) >= shared)


def _kinds(article: Article) -> dict[str, str]:
    """The noun for a place or a body beside a name, by its key: "village" in "the village of Brunkeberg"."""
    kinds: dict[str, str] = {}
    for name in article.names:
        before = NOUN_BEFORE.search(article.plain[max(0, name.span.start - NEAR) : name.span.start])
        after = NOUN_AFTER.match(article.plain, name.span.end)
        nouns = [met[1] for met in (before, after) if met is not None and met[1] in BEARERS]
        if nouns:
            kinds[key_of(article.words(name.span))] = nouns[0]
    return kinds


def _beginning(article: Article) -> frozenset[str]:
    """The stems of the words in small letters with which an article begins."""
    words = [word for word in article.plain[:BEGINNING].split() if word[0].islower()]
    return frozenset(stems(" ".join(words)))


def _is_compared(article: Article, key: str, name: Name) -> bool:
    words = key.split()
    spelled = 0 < len(words) <= LONGEST and not any(letter.isdecimal() for letter in key)
    if len(words) == 1 and (name.type == "person" or len(key) < LONE or is_word(key) or _is_known(article, name)):
        return False
    return spelled and name.type in ("person", "place", "organisation", "other") and name.sure


def _is_known(article: Article, name: Name) -> bool:
    return is_place(article, article.plain_words(name.span))


def _near_names(persons: Mapping[str, bool]) -> Iterator[tuple[str, str]]:
    """The pairs of names that differ in one word, and in that by one edit or by letters of one sound; each once.

    The names are given with whether they are those of people.
    """
    slots: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in persons:
        words = key.split()
        for index, word in enumerate(words):
            slots[(*words[:index], "", *words[index + 1 :])].append(word)
    for slot, words in slots.items():
        place = slot.index("")
        for one, other in dict.fromkeys((*near_pairs(words), *same_sound(words))):
            pair = [" ".join((*slot[:place], word, *slot[place + 1 :])) for word in (one, other)]
            person = all(persons[name] for name in pair)
            if _is_slip(one, other, person=person, first_name=person and place == 0):
                yield pair[0], pair[1]


def _is_slip(one: str, other: str, *, person: bool, first_name: bool) -> bool:
    """Whether two words are one misspelled, rather than two words or two forms of one."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST or longer == shorter + "s" or (not person and is_word(one) and is_word(other)):
        return False
    if len(shorter) == len(longer) and one[:-1] == other[:-1]:
        return {one[-1], other[-1]} not in FORMS and not first_name
    return not (first_name and longer.startswith(shorter) and longer[-1] in FIRST_NAME_ENDS)
