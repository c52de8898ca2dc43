"""The people of an article: their full names, and whom a surname, a first name or an office alone means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.lexicon import WORDS
from linter.annotation.model import Sentence
from linter.core.pattern import lazy_pattern
from linter.match.extract import matches

FULL = (
    r"(?:\p{Lu}\p{L}{0,3}\.|\p{Lu}[\p{L}'-]+)(?: (?:\p{Lu}\p{L}{0,3}\.(?! \p{Lu}\p{Ll}+ \p{Ll})|\p{Lu}[\p{L}'-]+|"
    r"(?:van|von|de|der|den|del|di|da|du|la|le|al|bin|ibn|el|dos|y)(?= ))){1,5}"
)
"""A full name; only a short word has a stop in it, for the stop after a long one ends a sentence."""

TITLES = frozenset(
    "a actor actress after an and archbishop as at before bishop brother but by capt captain cardinal "
    "chancellor coach col colonel dame defender dr father for from gen general goalkeeper gov governor her his "
    "if in its judge justice king lady lieutenant like lord lt major mayor midfielder minister miss mr mrs ms "
    "old on our pope premier president prince princess prof professor queen rep rev said says sculptor sen "
    "senator sergeant sgt since singer sir sister striker the their then when while with young".split()
)
"""Words before a name that are no part of it, in small letters."""

CALENDAR = frozenset(word.lower() for word in (*WORDS["month"], *WORDS["weekday"]))
NOT_PEOPLE = CALENDAR | frozenset(
    "act article chapter section psalm part route page group room level season episode".split()
)
"""First words of what is numbered and not named."""

LONG = 200_000
"""Code points of an article in which names are looked for."""


class People(Struct, frozen=True):
    """Full names by each of their words; an ambiguous word has several."""

    by_word: Mapping[str, frozenset[str]]
    places: frozenset[str]

    def full(self, name: str) -> str:
        """The fullest name of whom a name means; "" where it is ambiguous, or the name of a place or a day."""
        words = bare(name)
        if not words or words[0].lower() in NOT_PEOPLE or " ".join(words) in self.places:
            return ""
        if len(words) > 1:
            return " ".join(words)
        meant = self.by_word.get(words[0], frozenset())
        return next(iter(meant)) if len(meant) == 1 else "" if meant else words[0]


def bare(name: str) -> list[str]:
    """The words of a name without titles before it and a possessive after it."""
    words = re.sub(r"(?:'s?|(?<=\w{3})\.)$", "", name).split()
    while words and (words[0].rstrip(".").lower() in TITLES or words[0].endswith("-old")):
        words = words[1:]
    return words


def people(article: Article) -> People:
    """The people that an article names."""
    text = article.plain[:LONG]
    names = {" ".join(words) for match in matches(FULL, text, cased=True) if len(words := bare(match[0])) > 1}
    by_word: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        for word in (words[0], words[-1]):
            by_word[word].add(name)
    frozen = {word: frozenset(_merged(meant)) for word, meant in by_word.items()}
    places = frozenset(name for name in _capitals(text) if article.facts.places_called(name))
    return People(frozen, places)


def full_name(article: Article, name: str) -> str:
    """The fullest name of whom a name means; "" where it is ambiguous, or the name of a place or a day."""
    return article.derive(people).full(name)


def leading_name(article: Article, name: str) -> str:
    """As `full_name`; of several people of one surname, the one whom the first sentence names."""
    words = bare(name)
    meant = article.derive(people).by_word.get(words[-1], frozenset()) if len(words) == 1 else frozenset()
    if len(meant) < 2 or article.lead is None:
        return full_name(article, name)
    lead = article.plain_words(article.lead.span)
    first = [who for who in sorted(meant) if who in lead]
    return first[0] if len(first) == 1 else ""


def _merged(names: set[str]) -> set[str]:
    """Names without those that are a part of another: "Mary Pryce" and "Mary Ann Pryce" are one."""
    parts = {name: name.split() for name in names}
    return {
        name for name, words in parts.items()
        if not any(other != name and words[0] == more[0] and words[-1] == more[-1] and len(more) > len(words)
                   for other, more in parts.items())
    }  # fmt: skip


def _capitals(text: str) -> set[str]:
    return {match[1] for match in matches(r"(\p{Lu}[\p{L}'-]+),? \(?\d", text, cased=True)}


OFFICES = (
    r"mayor|president|chancellor|governor|director|principal|coach|captain|premier|bishop|judge|"
    r"prime minister|sheriff|minister"
)
NAMED = r"(?P<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){1,4})"
ANY_NAME = r"(?P<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,4})"
ROLE = rf"(?P<role>{OFFICES})"
HOLDER = (
    rf"\b(?P<role>(?i:{OFFICES})) {NAMED}",
    rf"{ANY_NAME}, (?:aged )?\d{{1,3}}, (?:[^.;]{{0,60}} )?(?:is|has been) (?:the )?{ROLE}\b",
    rf"{NAMED}, (?:the |its |their )?{ROLE}\b",
)
"""How an article tells who holds an office."""


def holder_of(article: Article, role: str) -> str:
    """The one person whom the article gives an office, "" where there is none or more than one."""
    return article.derive(_holders).get(role.lower(), "")


def _holders(article: Article) -> Mapping[str, str]:
    text, known = article.plain[:LONG], article.derive(people)
    held: dict[str, set[str]] = defaultdict(set)
    for pattern in HOLDER:
        for match in matches(pattern, text, cased=True):
            who = known.full(match["name"])
            if who:
                held[match["role"].lower()].add(who)
    return {role: next(iter(holders)) for role, holders in held.items() if len(holders) == 1}


NAMES = (
    r"(?<![\p{L}'-])\p{Lu}[\p{L}'-]+\.?(?: (?:(?:van|von|de|der|den|del|di|da|du|la|le|al|bin|ibn|el|dos|"
    r"y) )?\p{Lu}[\p{L}'-]*\.?){0,4}"
)
NEAREST = 3
"""Sentences before a place in which somebody was named whom "she" can mean."""

OTHERS = lazy_pattern(
    r"\b(?:daughters?|sons?|wife|husband|mother|father|brothers?|sisters?|friend|man|woman|boy|girl|men|women|child|"
    r"children|colleague|partner|suspects?|victims?|neighbou?r|successor|predecessor|rival|assistant|aunt|uncle|cousin|"
    r"nephew|niece|grandson|granddaughter|fiancée?|girlfriend|boyfriend|"
    r"(?<!\bwas )(?<!\bbeen )(?:robbed|arrest\w*|charged|attacked|stabbed|shot))\b",
    re.IGNORECASE,
)
"""Words for somebody without a name, whom "she" or "the 20-year-old" may mean."""

CALLED = lazy_pattern(
    r"\b[Tt]he (?:\w+ )?(?:victim|suspect|man|woman|boy|girl)(?: was| is)?(?: named| identified)?(?: as)?,? (?=[A-Z])"
)
"""Words for the one who is named next: "the victim as Liam Dunn"."""

PLACED = lazy_pattern(r"\b(?:in|at|from|near|to|of|on|through|across|outside|around|for|by) (?:the )?$", re.IGNORECASE)


def last_named(article: Article, place: int) -> str:
    """The full name of the one person named in the sentences before a place; "" where there are several or none.

    A name after "in" or "of" is that of a place or a body.
    """
    index, known = article.sentence_index(place), article.derive(people)
    for sentence in reversed(article.sentences[max(0, index - NEAREST) : index + 1]):
        if article.block_of(sentence).kind in ("title", "heading", "byline", "dateline"):
            continue
        text = article.plain[sentence.span.start : min(sentence.span.end, place)]
        if OTHERS.search(CALLED.sub(" ", text)):
            return ""
        found = {who for match in matches(NAMES, text, cased=True) if (who := _person(text, match, known))}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _person(text: str, match: Any, known: People) -> str:
    """The person whom a name means, "?" for a name of several words that may be one."""
    words = bare(match[0])
    if not words or PLACED.search(text[: match.start()]):
        return ""
    if len(words) == 1:
        meant = known.by_word.get(words[0], frozenset())
        return next(iter(meant)) if len(meant) == 1 else "?" if meant else ""
    return known.full(match[0])


DATELINE = lazy_pattern(r"^\W*[A-Z][^a-z]{2,30}(?:, [A-Z][\w. ]{1,20})? ?[—–-]+ ")


def dead_before(article: Article, sentence: Sentence) -> str:
    """Of whom the sentence before tells the death, by the name with which it begins."""
    before = article.sentences[article.sentence_index(sentence.span.start) - 1]
    text = DATELINE.sub("", article.plain_words(before.span))
    found = next(matches(rf"^\W*(?P<name>{FULL})(?=,| (?:died|was killed|passed away)\b)", text, cased=True), None)
    return full_name(article, found["name"]) if found is not None else ""


def is_shared(article: Article, who: str) -> bool:
    """Whether two people of an article have one full name: a sentence names both, or the elder is told from the
    younger."""
    surname = who.rpartition(" ")[2]
    if surname == who:
        return False
    for found in TOLD_APART.finditer(article.plain):
        if article.plain.startswith(surname, found.end()) or article.plain.endswith(surname, 0, found.start()):
            return True
    place, last = article.plain.find(who), -1
    while place >= 0:
        index = article.sentence_index(place)
        if index == last:
            return True
        place, last = article.plain.find(who, place + 1), index
    return False


TOLD_APART = lazy_pattern(
    r"\b(?:elder|older|younger) (?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir)\.? )?|"
    r",? (?:the )?(?:elder|younger|senior|junior|Sr|Jr)\b",
    re.IGNORECASE,
)
"""Between two people of one name: "the elder Mr. Ekman", "Ekman junior"."""


TALLY = lazy_pattern(
    r"\b(?:points?|votes?|goals|runs|wickets|seats|wins|medals|scor\w+|standings|rankings?|tries|rebounds|assists|polled|tally)"
    r"\b|, \d+[.,]\d",
    re.IGNORECASE,
)
ITEM_BEFORE = lazy_pattern(r"\d(?: [a-z]+){0,3}(?:[;,]|,? (?:and|but|while)) (?:\w{1,4}\. )?$")
ITEM_AFTER = lazy_pattern(r"[.;]|$|,? (?:and|but) [A-Z]|, [A-Z]")


def is_tally(text: str, match: Any) -> bool:
    """Whether a figure after a name is a score or a vote in a row of such: "Korbel won 412 votes and Reisz, 95"."""
    end = match.end("age")
    if ITEM_AFTER.match(text, end) is None or TALLY.search(text) is None:
        return False
    return text.startswith(";", end) or ITEM_BEFORE.search(text[: match.start("name")]) is not None
