"""What acronyms are short for, where the article says so.

An acronym is spelled out beside it ("the Harbour Office (HO)", "HO (the Harbour Office)", "the Harbour Office, or HO"),
in any order of words or in another language, or anywhere by capitalised words with its letters as initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from linter.annotation.article import Article
from linter.annotation.name_runs import Run, runs
from linter.core.pattern import lazy_pattern
from linter.match.extract import compiled

SHORT = r"(?P<short>\p{Lu}(?:\p{Lu}|\.|[&/-](?=\p{Lu})|\d|[a-z](?=\p{Lu})){1,9})"
NOTE = r"(?:or |the |formerly |then |now |known as |abbreviated )?"
CALLED = (
    r"(?:or|abbreviated(?: to| as)?|known as|called|shortened to|known by its (?:\p{L}+ )?(?:acronym|initials),?) "
    r"(?:the )?"
)
ALONE = rf"(?<![\p{{L}}\p{{N}}]){SHORT}"
AFTER = (
    rf"[\"']? ?[(\[][\"']?{NOTE}[\"']?{SHORT}(?:s|'s)?[\"']?(?:[;,] [^)\]\n]{{1,40}})?[)\]]",
    rf",? {CALLED}[\"']?{SHORT}(?![\p{{L}}\p{{N}}])",
)
"""An acronym behind the phrase that it stands for."""

BEFORE = (
    rf"{ALONE}(?: [a-z]+)? ?[(\[](?:the |short for |for |in full )?[\"']?(?P<long>[^()\[\]\n]{{5,90}})[)\]]",
    (
        rf"{ALONE},? (?:which |that )?(?:stands for|is short for|short for|an acronym (?:for|of)|"
        rf"an abbreviation (?:of|for)) (?:the )?[\"']?(?P<long>[^()\[\]\n.,;\"]{{5,90}})"
    ),
    (
        rf"{ALONE},? (?:or (?:the )?|the )"
        rf"(?P<long>\p{{Lu}}[\p{{L}}'-]*+(?: (?:of|for|and|the|on|in|\p{{Lu}}[\p{{L}}'-]*+))++)"
    ),
)
"""An acronym before the phrase that it stands for."""

REACH = 90
"""Code points before an acronym in which its phrase is looked for."""

CLAUSE = lazy_pattern(r"[.;:()\[\]\"\n]|, ")

LINKS = frozenset("of and the for in on at to de la del du des & e y et und für der die das da do dos das von".split())
MAY_LINK = lazy_pattern(r" (?:(?:of|and|for|the|in|on|to|&|de|la|del|du|des|und|et|y|e) ){0,3}")
ANY_WORD = lazy_pattern(r"\w+|[^\w\s]")

LONG_WORD = 4
"""Letters of the shortest word, capitals or not, that an acronym's letter can stand for."""

LONGEST = 9
"""Words of the longest phrase that an acronym can stand for."""


@lru_cache(maxsize=1)
def _after() -> tuple[Any, ...]:
    return tuple(compiled(pattern, cased=True) for pattern in AFTER)


@lru_cache(maxsize=1)
def _before() -> tuple[Any, ...]:
    return tuple(compiled(pattern, cased=True) for pattern in BEFORE)


def expansions(article: Article) -> Mapping[str, str]:
    """The acronyms that the article spells out, without stops, each with what it is short for."""
    found: dict[str, str] = {}
    for short, long in (*_named_beside(article), *_by_initials(article)):
        found.setdefault(short, long)
    return found


def _named_beside(article: Article) -> Iterator[tuple[str, str]]:
    text = article.plain
    for pattern in _after():
        for found in pattern.finditer(text):
            phrase = CLAUSE.split(text[max(0, found.start() - REACH) : found.start()])[-1]
            yield from _spelled(found["short"], phrase)
    for pattern in _before():
        for found in pattern.finditer(text):
            yield from _spelled(found["short"], CLAUSE.split(found["long"])[0])


def _spelled(acronym: str, phrase: str) -> Iterator[tuple[str, str]]:
    short = acronym.replace(".", "")
    long = _meant(short, phrase)
    if long:
        yield short, long


def _meant(short: str, phrase: str) -> str:
    """The part of a phrase that an acronym stands for: from the word with its first letter, else its capitals."""
    words = phrase.split()
    for start in (i for i, word in enumerate(words) if word[0].lower() == short[0].lower() and word.lower() != "the"):
        if _initials_hold(short, words[start:]):
            return " ".join(words[start:])
    capital = next(
        (i for i, word in enumerate(words) if word[0].isupper() and word not in ("The", "A", "An")), len(words)
    )
    return " ".join(words[capital:]) if len(words) - capital > 1 else ""


def _initials_hold(short: str, words: list[str]) -> bool:
    """Whether the letters of an acronym come in order in the words, the first of each word that matters first."""
    letters = iter("".join(words).lower())
    initials = {word[0].lower() for word in words if word.lower() not in LINKS}
    return initials <= set(short.lower()) and all(letter in letters for letter in short.lower() if letter.isalnum())


def _by_initials(article: Article) -> Iterator[tuple[str, str]]:
    """The initials of every run of capitalised words, and of neighbours that small words join."""
    held: tuple[Run, ...] = ()
    for run in article.derive(runs):
        if held and not MAY_LINK.fullmatch(article.plain[held[-1].end : run.start]):
            held = ()
        held = (*held, run)[-LONGEST:]
        for first in range(len(held)):
            yield from _initials(article, held[first:])


def stands_for(article: Article, short: str) -> bool:
    """Whether longer words in a row, in letters of any case, have an acronym's letters as their initials."""
    return len(short) > 2 and short.lower() in article.derive(_all_initials)


def _all_initials(article: Article) -> str:
    """The first letters of all longer words, in small letters; a shorter one that is no link is a gap."""
    words = ANY_WORD.findall(article.plain.lower())
    return "".join(word[0] if len(word) >= LONG_WORD else " " for word in words if word not in LINKS)


def _initials(article: Article, joined: tuple[Run, ...]) -> Iterator[tuple[str, str]]:
    parts = [part for run in joined for word in run.words for part in re.split(r"[\s-]", word.text) if part]
    for first in range(min(len(parts) - 1, 4)) if len(joined) == 1 else (0,):
        words = parts[first:]
        if 2 <= len(words) <= LONGEST and not all(word.isupper() for word in words):
            letters = "".join(word[0] for word in words).upper()
            yield letters, article.plain[_start(joined[0], first) : joined[-1].end]


def _start(run: Run, first: int) -> int:
    return run.words[first].start if first < len(run.words) else run.start
