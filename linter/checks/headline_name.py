"""The check kind `headline-name`: people and places of the headline that the body never names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.names.expansions import expansions, is_contracted
from linter.annotation.names.runs import Run, Word, runs
from linter.annotation.names.types import is_acronym, is_place
from linter.annotation.names.words import BODIES, CALLINGS, FUNCTION, GROUNDS, JUNIOR, is_title
from linter.annotation.vocabulary import is_everyday, is_word
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.model import Place
from linter.facts.names import key_of
from linter.infer.lands import is_land_below
from linter.match.trigger import Trigger

WORD = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
CAPITAL = lazy_pattern(r"\b[A-Z][\w-]+")
LOCATIVE = lazy_pattern(r"\b(?:in|near|at|from|outside|across|around|off|to|on|over|of) (?:the )?$", re.IGNORECASE)
IN_PLACE = lazy_pattern(r"\b(?:in|near|outside) $")

LISTED = lazy_pattern(
    r"\b(in|near|at|from|outside|between|to|on) ((?:[^\W\d_][\w'’-]+, )*[^\W\d_][\w'’-]+),? (?:and|&) $", re.IGNORECASE
)
"""Before the last of several places: "at Aksu, Ruen and"."""

LIST = 80
"""Code points in which such a list is looked for."""

LIST_END = lazy_pattern(r"\s*(?:$|[,;:.–—|])")

ENGLISH_END = lazy_pattern(
    r"(?:[^s]s|ed|ing|er|or|ly|ness|[ts]ion|able|ible|ous|ment|ish|less|ful|ive|age|ity|ist|ism)$"
)

STEM = 4
"""Letters that a name and another form of it begin with ("Catalan", "Catalonia")."""

NOUN_BEHIND = lazy_pattern(r" (?:[a-z-]+ )??([a-z]{3,}[a-z])\b")
"""What an adjective stands before."""

OF_PEOPLE = lazy_pattern(r"(?:ese|ish|[aeo]n|ch|sque|lsh)$")
"""How adjectives of countries and regions end."""

NO_SURNAME = lazy_pattern(r"(?:ese|[^rm]ish|[lnrst]ian|ican|sque)$")
"""Those of them with which hardly a surname does."""

COUNTED_BEFORE = lazy_pattern(
    r"\b(?:an?|the|this|its|their|his|her|some|many|most|two|three|four|five|six|seven|eight|nine|ten|dozens of|"
    r"hundreds of|[\d,.]+)(?: [a-z]+)? $",
    re.IGNORECASE,
)
"""Before an adjective, what a surname does not stand behind."""

LEAD = 2
"""Paragraphs at the head of the body, where another nation than the headline's speaks against that one."""

LEAST = 12
"""Words of the shortest body that can be expected to name whom the headline names."""


class HeadlineNameCheck(Struct, frozen=True, kw_only=True):
    """Reports a name in the headline that the body never names, by that word or by another.

    A name is supported by any of its own words in the body, a form of it (possessive, plural, demonym), the accepted
    variants, the country or the capital of a place, the aliases of a person, an acronym and what it is short for, and
    `stand_for`: words that stand for a name, by the word in the headline. Words that need no support are `free`.
    `given` are first names, with which a name is a person's though all its words are words of English ("Tom Reed").
    """

    presupposes: ClassVar[tuple[str, ...]] = ("title",)

    stand_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    free: tuple[str, ...] = ()
    given: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: it reads the headline."""
        del owner
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each such name, at its first place in the headline."""
        del owner
        titles = [block for block in article.document.blocks if block.kind == "title"]
        if not titles:
            return
        body = frozenset(_body_words(article))
        if len(body) < LEAST:
            return
        told: set[str] = set()
        for run in article.derive(runs):
            if run.start >= titles[-1].end:
                return
            for words in self._names(article, run):
                key = key_of(" ".join(word.text for word in words))
                if key in told or self._is_supported(article, words, body):
                    continue
                if is_land_below(article, words[0].start, words[0].text):
                    continue
                of_people = len(words) == 1 and words[0].text not in self.given and _is_of_people(article, words[0])
                if not of_people or _has_other(article, words[0]):
                    told.add(key)
                    yield Finding(Span(words[0].start, words[-1].end))

    def _names(self, article: Article, run: Run) -> Iterator[tuple[Word, ...]]:
        """The names in a run of the headline: the run, or the words of one in title case that can only be names."""
        if article.document.block_holding(run.start).kind != "title":
            return
        if article.plain[max(0, run.start - 4) : run.start].lower() == "the " and not _is_located_thing(article, run):
            return
        words = tuple(word for word in run.words if self._can_be(article, word))
        if not run.styled and len(words) in (2, 3) and words[0].text in self.given:
            if not any(word.key in BODIES for word in run.words):
                yield words
            return
        if not run.styled:
            proper = words[1:] if run.opens and words[:1] == run.words[:1] and not _opens(article, words[0]) else words
            if proper and not any(word.key in BODIES for word in run.words) and _is_person_or_place(article, proper):
                yield proper
            return
        for word in words:
            located = not is_everyday(word.key) and _is_located(article, word)
            if located or _is_proper(article, word) or _is_listed(article, word):
                yield (word,)

    def _can_be(self, article: Article, word: Word) -> bool:
        key = word.key
        generic = (
            is_title(key) or key in CALLINGS or key in FUNCTION or key in JUNIOR or key in GROUNDS or key in BODIES
        )
        named = any(character.islower() for character in word.text) or is_place(article, word.text)
        return named and not generic and not key.endswith("iest") and word.text not in self.free and len(key) > 2

    def _is_supported(self, article: Article, words: tuple[Word, ...], body: frozenset[str]) -> bool:
        text = " ".join(word.text for word in words)
        if any(_occurs(key_of(word.text), body) for word in words) or _are_shortened(words, body):
            return True
        others = (
            *self._others(article, text),
            *(other for word in words for other in self._others(article, word.text)),
        )
        return any(_has_all(other, body) for other in others)

    def _others(self, article: Article, text: str) -> Iterator[str]:
        """Other names of the bearer of a name."""
        facts = article.facts
        yield from self.stand_for.get(text, ())
        singular = text.removesuffix("s")
        for place in (*facts.places_called(text), *facts.places_called(singular), *facts.places_with_capital(text)):
            yield from (*place.names, *place.demonyms, place.capital)
            yield from (other for name in place.names for other in self.stand_for.get(name, ()))
        for figure in (*facts.figures_named(text), *facts.figures_surnamed(text)[:1]):
            yield from (figure.name, *figure.aliases)
        yield from (short for short, long in article.derive(expansions).items() if text in long)


def _is_of_people(article: Article, word: Word) -> bool:
    """Whether a word is the adjective of a country or a region before what it tells of: "Catalan hospitals"."""
    if NOUN_BEHIND.match(article.plain, word.end) is None:
        return False
    if any(word.text in place.demonyms and word.text not in place.names for place in _nations(article, word.text)):
        return True
    if OF_PEOPLE.search(word.text) is None or article.facts.figures_surnamed(word.text):
        return False
    before = article.plain[max(0, word.start - 24) : word.start]
    return NO_SURNAME.search(word.text) is not None or COUNTED_BEFORE.search(before) is not None


def _nations(article: Article, word: str) -> tuple[Place, ...]:
    return article.facts.places_called(word) or article.facts.places_called(word.removesuffix("s"))


def _has_other(article: Article, word: Word) -> bool:
    """Whether the body has another nation than an adjective's, or for an unknown one another adjective of its noun.

    Towns are no other: they lie in the country that the headline's adjective tells. Nor is a nation further down that
    has nothing to do with the noun.
    """
    own = _nations(article, word.text)
    noun = NOUN_BEHIND.match(article.plain, word.end)
    blocks = [block for block in article.document.blocks if block.kind not in ("title", "byline")]
    for index, block in enumerate(blocks):
        for found in CAPITAL.finditer(article.plain, block.start, block.end):
            if own and (index < LEAD or _is_told_of(article, noun, found)):
                nations = _nations(article, found[0])
                if nations and not any(place in own for place in nations):
                    return True
            elif not own and _is_adjective_of(article, noun, found):
                return True
    return False


def _is_adjective_of(article: Article, noun: re.Match[str] | None, found: re.Match[str]) -> bool:
    """Whether a word of the body is the adjective of a people before a noun of the headline."""
    beside = noun is not None and article.plain.startswith(f" {noun[1]}", found.end())
    return beside and OF_PEOPLE.search(found[0]) is not None


def _is_told_of(article: Article, noun: re.Match[str] | None, found: re.Match[str]) -> bool:
    """Whether a noun of the headline stands in the sentence of a word of the body."""
    sentence = article.sentence_at(found.start()).span
    return noun is not None and article.plain.find(noun[1], sentence.start, sentence.end) >= 0


def _body_words(article: Article) -> Iterator[str]:
    for block in article.document.blocks:
        if block.kind not in ("title", "byline"):
            for found in WORD.finditer(article.plain, block.start, block.end):
                key = key_of(found[0])
                yield key
                yield from key.split()


def _occurs(key: str, body: frozenset[str]) -> bool:
    """Whether a word, or another form of it, stands in the body."""
    forms = {key, key + "s", key.removesuffix("s"), key.removesuffix("es"), *key.split()}
    if forms & body:
        return True
    least = max(STEM, (3 * len(key) + 4) // 5)
    return any(len(word) >= STEM and word[:least] == key[:least] for word in body)


def _are_shortened(words: tuple[Word, ...], body: frozenset[str]) -> bool:
    """Whether the body has a longer word for each of several, or for a short plural: "Democrats" for "Dems"."""
    stems = [key_of(word.text).removesuffix("s") for word in words]
    if len(stems) == 1 and (len(stems[0]) >= STEM or not words[0].text.endswith("s")):
        return any(is_contracted(stems[0], other) for other in body)
    return all(any(other.startswith(stem) or is_contracted(stem, other) for other in body) for stem in stems)


def _has_all(name: str, body: frozenset[str]) -> bool:
    """Whether the words of a name, or its initials, stand in the body."""
    words = [word for word in key_of(name).split() if word not in FUNCTION]
    plural = {word + "s" for word in words} if len(words) == 1 else set()
    return bool(words) and (body.issuperset(words) or bool(plural & body))


def _is_proper(article: Article, word: Word) -> bool:
    """Whether a capitalised word is a name wherever it stands: no word of English, or a known place or person."""
    if is_everyday(word.key):
        return is_place(article, word.text) and not article.facts.figures_surnamed(word.text)
    parts = [part for part in re.split(r"['’-]", word.key) if len(part) > 2]
    english = all(map(_is_english, parts)) or any(map(is_everyday, parts))
    return is_place(article, word.text) or bool(article.facts.figures_surnamed(word.text)) or not english


def _opens(article: Article, word: Word) -> bool:
    """Whether the first word of a headline is a name: a proper one, or a rare one with a colon behind ("Harris: ")."""
    speaks = article.plain.startswith(": ", word.end) and not is_everyday(word.key)
    return speaks or _is_proper(article, word)


def _is_located_thing(article: Article, run: Run) -> bool:
    """Whether one word that is none of English stands behind a preposition and "the": "from the Danube"."""
    word = run.words[0]
    return len(run.words) == 1 and not _is_english(word.key) and not run.styled and _is_located(article, word)


def _is_english(word: str) -> bool:
    """Whether a word is English: an everyday one, or a rare one that is formed like an English word.

    The list of words has names among its rare ones.
    """
    if is_everyday(word):
        return True
    built = ENGLISH_END.search(word) is not None or any(is_everyday(word[:end]) for end in range(5, len(word)))
    return built and (is_word(word) or is_word(word.removesuffix("s")))


def _is_located(article: Article, word: Word) -> bool:
    return LOCATIVE.search(article.plain[max(0, word.start - 14) : word.start]) is not None


def _is_listed(article: Article, word: Word) -> bool:
    """Whether an English word is the last of several names of places: "at Mohács, Vidin and Ruse"."""
    before = LISTED.search(article.plain[max(0, word.start - LIST) : word.start])
    block = article.document.block_holding(word.start)
    if before is None or LIST_END.match(article.plain[word.end : block.end]) is None:
        return False
    names = before[2].split(", ")
    sure = all(is_place(article, name) or not _is_english(name.lower()) for name in names)
    return sure and (len(names) > 1 or before[1].casefold() == "between")


def _is_person_or_place(article: Article, words: tuple[Word, ...]) -> bool:
    located = len(words) == 1 and IN_PLACE.search(article.plain[max(0, words[0].start - 8) : words[0].start])
    common = not located and all(is_everyday(word.key) and not is_place(article, word.text) for word in words)
    return len(words) < 5 and not common and not any(is_acronym(word.text) for word in words)
