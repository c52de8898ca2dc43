"""The check kind `acronym`: short forms that the article never spells out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Name
from linter.annotation.names.expansions import expansions, stands_for
from linter.annotation.names.types import body_nouns, is_acronym, is_place
from linter.annotation.vocabulary import is_everyday
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.match.trigger import Trigger
from linter.match.words import forms

BODY = frozenset({"paragraph", "item", "quote"})
"""Blocks in which an acronym can need an explanation; a headline and a table have no room for one."""

ROMAN = lazy_pattern(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
SPEAKS = "said|says|told|tells|added|adds|wrote|writes|announced|reported|reports|confirmed|warned|claimed|stated"
"""What a subject behind a comma does, so that it is no apposition: "by the KVR, the company said"."""

LABEL_AFTER = lazy_pattern(
    rf"[\w'-]*\d|\$|[-:/.@,]\w|:| ?\)\)| \d|\s?[=<>]|"
    rf", the (?!(?:[A-Za-z-]+ ){{1,3}}(?:{SPEAKS})\b)(?:[A-Z][a-z]+ )?[a-z]|"
    r", an? [a-z]| \((?:an?|the|its|their) [a-z]|'s? [a-z]+ (?:agency|ministry)"
)
LABEL_BEFORE = lazy_pattern(
    r"(?:[ap]\.?m\.? |\b(?:known as|acronym|abbreviation|called|named|traded? as|trades as|ticker|symbol) (?:the )?|"
    r"[\d$€£#@/.:_&-]|\(\(|\b(?:NYSE|NASDAQ|LSE|Nasdaq|ISBN|No\.) ?:? ?|[A-Z]{2,}(?:'[A-Z]+)? |, )\Z"
)
ADVERBIAL = lazy_pattern(r"\W*(?:According to|In|At|For|With|Under|From|Unlike|Like|To|Without) (?:the )?(?:[a-z]+ )?")
"""A sentence up to an acronym that a comma parts from its subject: "According to the KVR, the bridge"."""
SHOUTED_AFTER = lazy_pattern(r"(?:'S)? [A-Z]{2,}\b|'S\b")
DATELINE_AFTER = lazy_pattern(r"(?:, [A-Z\d][\w. ,]+)? ?(?:\([A-Z]|[—–_]|--)|, [A-Z]")
POSTAL_BEFORE = lazy_pattern(r"[A-Z][a-z]+, $")
SHOUTED_BEFORE = lazy_pattern(r"[A-Z]{2}, $")
WORD_BEFORE = lazy_pattern(r"([a-z][a-z-]+) \(?$")

SIGN_AFTER = lazy_pattern(r"(?:-TV|-FM)?\) ?(?:[—–_-]|:)")
DATELINE = 60
"""Code points of a dateline, with the sign of the agency or the station in brackets: "MONROE, Mich. (WTKV) -"."""

SHORTEST_WORD = 3
LONG_WORD = 6
"""Letters of a word in capitals that is no acronym where it opens a paragraph: at least so many."""

PARAGRAPH_BEFORE = lazy_pattern(r"\W*(?:An? |The |THE )?")
STRESSED_BEFORE = lazy_pattern(r"\b(?:is|was|are|were|be|been|so|very|really|truly|absolutely|how) $")
"""Before a word that capitals stress."""

STATION = lazy_pattern(r"[KW][A-Z]{2,3}")
TOLD_BEFORE = lazy_pattern(
    r"\b(?:[Tt](?:old|elling|ells)|[Aa]ccording to|[Rr]eported by|interview (?:with|on|by)|(?:said|appear(?:ed|ing)|"
    r"speaking|aired) on|affiliates?) $|[KW][A-Z]{2,3}(?:-TV|-FM)?,? (?:and|or) $"
)
REPORTS_AFTER = lazy_pattern(r" (?:reported|reports|said|says|obtained|learned|interviewed|spoke)\b")
"""Around the sign of a station; it has no article."""

NEAR = 24
"""Code points before and after an acronym that are looked at."""


class AcronymCheck(Struct, frozen=True, kw_only=True):
    """Reports the first use in the body of an acronym that is never spelled out.

    `known` are acronyms that need no explanation. Left alone, too: what the text explains in passing ("the operator
    KVR", "KVR, the operator"), Roman numerals, sums of money, models and numbers, labels of speakers, words in a line
    of capitals, a word in capitals that opens a paragraph or is stressed, the signs of American stations, what begins a
    longer name ("KVR Energy"), and what only a quotation has. `explains` are nouns that explain the acronym behind
    them.
    """

    known: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: any word in capitals may be one."""
        del owner
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each acronym, at its first use in the writer's voice."""
        del owner
        acronyms = [name for name in article.names if name.type == "acronym"]
        if not acronyms:
            return
        told = {*_spellings(self.known), *article.settings.acronyms, *article.derive(expansions)}
        nouns = _nouns(self.explains)
        labels = {_short(article, name) for name in acronyms if _is_label(article, name, nouns)}
        labels |= {_short(article, name) for name in acronyms if _is_shouted(article, name) or _airs(article, name)}
        for name in acronyms:
            short = _short(article, name)
            if short in told or short in labels or not self._is_used(article, name, short):
                continue
            told.add(short)
            if stands_for(article, short) or short in article.derive(_openings):
                continue
            yield Finding(name.span, values={"acronym": short})

    @staticmethod
    def _is_used(article: Article, name: Name, short: str) -> bool:
        if not is_acronym(article.plain_words(name.span)) or len(short) < 2 or ROMAN.fullmatch(short):
            return False
        if article.document.block_holding(name.span.start).kind not in BODY:
            return False
        return article.quotation_at(name.span) is None


def _is_label(article: Article, name: Name, nouns: frozenset[str]) -> bool:
    """Whether an acronym is, at some place, explained in passing or no acronym of a body at all."""
    before = article.plain[max(0, name.span.start - NEAR) : name.span.start]
    after = article.plain[name.span.end : name.span.end + NEAR]
    noun = WORD_BEFORE.search(before)
    if noun is not None and noun[1] in nouns:
        return True
    head = name.span.start - article.document.block_holding(name.span.start).start
    if before.endswith("(") and SIGN_AFTER.match(after) and head <= DATELINE:
        return True
    shouted = SHOUTED_BEFORE.search(before) is not None and DATELINE_AFTER.match(after) is not None
    comma = before.endswith(", ") and not (shouted or POSTAL_BEFORE.search(before))
    if (LABEL_BEFORE.search(before) and not comma) or SHOUTED_AFTER.match(after):
        return True
    start = article.sentence_at(name.span.start).span.start
    opens = start == name.span.start or article.plain[start : name.span.start].isupper()
    adverbial = ADVERBIAL.fullmatch(article.plain, start, name.span.start) is not None and after.startswith(", ")
    return (LABEL_AFTER.match(after) is not None and not adverbial) or (
        opens and DATELINE_AFTER.match(after) is not None
    )


def _is_shouted(article: Article, name: Name) -> bool:
    """Whether a word is in capitals for their own sake: the first one of a paragraph ("A LEEDS man"), a line of one
    word, or one that is stressed ("it was HUGE")."""
    word = article.plain_words(name.span)
    if not word.isalpha() or len(word) < SHORTEST_WORD:
        return False
    block = article.document.block_holding(name.span.start)
    before = article.plain[block.start : name.span.start]
    if len(before) <= SHORTEST_WORD and PARAGRAPH_BEFORE.fullmatch(before):
        alone = not article.plain[name.span.end : block.end].strip(" .:*_")
        known = is_everyday(word.lower()) or is_place(article, word.title())
        return alone or len(word) >= LONG_WORD or known
    if len(word) >= LONG_WORD and article.sentence_at(name.span.start).span.start == name.span.start:
        return is_everyday(word.lower())
    return STRESSED_BEFORE.search(before[-NEAR:]) is not None and is_everyday(word.lower())


def _airs(article: Article, name: Name) -> bool:
    """Whether an acronym is the sign of an American station, by its shape and by what is told to it or by it."""
    if STATION.fullmatch(article.plain_words(name.span)) is None:
        return False
    before = article.plain[max(0, name.span.start - NEAR) : name.span.start]
    after = article.plain[name.span.end : name.span.end + NEAR]
    return TOLD_BEFORE.search(before) is not None or (
        REPORTS_AFTER.match(after) is not None and not before.endswith(("the ", "The "))
    )


def _openings(article: Article) -> frozenset[str]:
    """The words with which longer names of the article begin that say what they are of: "KVR Energy"."""
    names = (article.plain_words(name.span).split(" ") for name in article.names if name.title is None)
    return frozenset(words[0] for words in names if len(words) > 1 and is_everyday(words[1].lower()))


@lru_cache(maxsize=8)
def _spellings(known: tuple[str, ...]) -> frozenset[str]:
    """Acronyms as they are given, and in capitals."""
    return frozenset((*known, *(form.upper() for form in known)))


@lru_cache(maxsize=8)
def _nouns(extra: tuple[str, ...]) -> frozenset[str]:
    return body_nouns() | {form for entry in extra for form in forms(entry)}


def _short(article: Article, name: Name) -> str:
    """The acronym without stops, and without the s of a plural."""
    return re.sub(r"(?<=[A-Z&][A-Z])s$", "", article.plain_words(name.span).replace(".", ""))
