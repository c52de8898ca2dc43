"""What acronyms are short for, where the article says so.

An acronym is spelled out beside it ("the Harbour Office (HO)", "HO (the Harbour Office)", "the Harbour Office, or HO"),
in any order of words or in another language, or anywhere by capitalised words with its letters as initials.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.names.runs import Run, runs
from linter.core.pattern import lazy_pattern
from linter.match.extract import compiled

SHORT = r"(?P<short>\p{Lu}(?:\p{Lu}|\.|[&/-](?=\p{Lu})|\d|[a-z](?=\p{Lu})){1,9})"
NOTE = r"(?:or |the |formerly |then |now |known as |abbreviated )?"
CALLED = (
    r"(?:or|abbreviated(?: to| as)?|known as|called|shortened to|known by its (?:\p{L}+ )?(?:acronym|initials),?) "
    r"(?:the )?"
)
ALONE = rf"(?<![\p{{L}}\p{{N}}]){SHORT}"
"""An acronym; one that is spelled out stands behind the phrase that it stands for, or before it."""

IN_BRACKETS = rf"[\"']? ?[(\[][\"']?{NOTE}[\"']?"
IN_BRACKETS_AFTER = r"(?:s|'s)?[\"']?(?:[;,] [^)\]\n]{1,40})?[)\]]"
IN_WORDS = rf",? {CALLED}[\"']?"
IN_WORDS_AFTER = r"(?![\p{L}\p{N}])"
BEHIND = ((IN_BRACKETS, IN_BRACKETS_AFTER), (IN_WORDS, IN_WORDS_AFTER))
"""What stands before and after an acronym that comes behind its phrase."""

BEFORE = (
    r"(?: [a-z]+)? ?[(\[](?:the |short for |for |in full )?[\"']?(?P<long>[^()\[\]\n]{5,90})[)\]]",
    (
        r",? (?:which |that )?(?:stands for|is short for|short for|an acronym (?:for|of)|"
        r"an abbreviation (?:of|for)) (?:the )?[\"']?(?P<long>[^()\[\]\n.,;\"]{5,90})"
    ),
    (
        r",? (?:or (?:the )?|the )"
        r"(?P<long>\p{Lu}[\p{L}'-]*+(?: (?:of|for|and|the|on|in|\p{Lu}[\p{L}'-]*+))++)"
    ),
)
"""What stands between an acronym and its phrase, with the phrase."""

REACH = 90
"""Code points before an acronym in which its phrase is looked for."""

CLAUSE = lazy_pattern(r"[.;:()\[\]\"\n]|, ")

LINKS = frozenset("of and the for in on at to de la del du des & e y et und für der die das da do dos das von".split())
MAY_LINK = lazy_pattern(r"(?:'s?)? (?:(?:of|and|for|the|in|on|to|&|de|la|del|du|des|und|et|y|e) ){0,3}")
LONGEST_LINK = 15
"""Code points of the longest match of that pattern."""

CAPITALISED = lazy_pattern(r"[^\W\d_a-z]\w+")
ANY_WORD = lazy_pattern(r"\w+|[^\w\s]")

LONG_WORD = 4
"""Letters of the shortest word, capitals or not, that an acronym's letter can stand for."""

LONGEST = 9
"""Words of the longest phrase that an acronym can stand for."""


@lru_cache(maxsize=1)
def _behind() -> tuple[tuple[Any, Any], ...]:
    return tuple(
        (compiled(f"(?:{before})$", cased=True), compiled(f"{SHORT}{after}", cased=True)) for before, after in BEHIND
    )


@lru_cache(maxsize=1)
def _before() -> tuple[Any, ...]:
    return tuple(compiled(f"{SHORT}{pattern}", cased=True) for pattern in BEFORE)


def expansions(article: Article) -> Mapping[str, str]:
    """The acronyms that the article spells out, without stops, each with what it is short for."""
    found: dict[str, str] = {}
    for short, long in (*_named_beside(article), *_by_initials(article)):
        found.setdefault(short, long)
    return found


def _named_beside(article: Article) -> Iterator[tuple[str, str]]:
    text = article.plain
    places = [found.start() for found in compiled(ALONE, cased=True).finditer(text)]
    for opening, pattern in _behind():
        taken = 0
        for place in places:
            opened = opening.search(text, max(taken, place - REACH), place)
            found = pattern.match(text, place) if opened else None
            if found is not None:
                taken = found.end()
                phrase = CLAUSE.split(text[max(0, opened.start() - REACH) : opened.start()])[-1]
                yield from _spelled(found["short"], phrase)
    for pattern in _before():
        taken = 0
        for place in places:
            found = pattern.match(text, place) if place >= taken else None
            if found is not None:
                taken = found.end()
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


class Initials(Struct, frozen=True):
    """The first letters of the words of a run, in capitals; `cases` has "l" for each word that is not all capitals."""

    run: Run
    letters: str
    cases: str


def _by_initials(article: Article) -> Iterator[tuple[str, str]]:
    """The initials of every run of capitalised words, and of neighbours that small words join.

    Left out are those that the article nowhere has, which are most.
    """
    text = article.plain
    words = {word.upper() for word in CAPITALISED.findall(text.replace(".", ""))}
    written = words | {word.removesuffix("S") for word in words}
    for group in _linked(text, article.derive(runs)):
        if len(group) == 1 and len(group[0].words) == 1 and "-" not in group[0].words[0].text:
            continue
        held: tuple[Initials, ...] = ()
        for run in group:
            held = (*held[1 - LONGEST :], _initials_of(run))
            if len(held) == 1 and len(held[0].letters) == 1:
                continue
            for first in range(len(held)):
                for letters, start in _joined(held[first:]):
                    if letters in written or not letters.isascii():
                        yield letters, text[start : run.end]


def _linked(text: str, found: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs, those together that small words join."""
    group: list[Run] = []
    for run in found:
        if group and not (
            run.start - group[-1].end <= LONGEST_LINK and MAY_LINK.fullmatch(text, group[-1].end, run.start)
        ):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def stands_for(article: Article, short: str) -> bool:
    """Whether longer words in a row, in letters of any case, have an acronym's letters as their initials."""
    return len(short) > 2 and short.lower() in article.derive(_all_initials)


def _all_initials(article: Article) -> str:
    """The first letters of all longer words, in small letters; a shorter one that is no link is a gap."""
    words = ANY_WORD.findall(article.plain.lower())
    return "".join(word[0] if len(word) >= LONG_WORD else " " for word in words if word not in LINKS)


def _initials_of(run: Run) -> Initials:
    parts = [part for word in run.words for part in word.text.replace("-", " ").split()]
    cases = "".join(["U" if part.isupper() else "l" for part in parts])
    return Initials(run, "".join([part[0] for part in parts]), cases)


def _joined(held: tuple[Initials, ...]) -> Iterator[tuple[str, int]]:
    """The initials of neighbouring runs taken together, or of a run and of its ends; with the offset of the first."""
    letters, cases = "".join([each.letters for each in held]), "".join([each.cases for each in held])
    for first in range(min(len(letters) - 1, 4)) if len(held) == 1 else (0,):
        if 2 <= len(letters) - first <= LONGEST and "l" in cases[first:]:
            yield letters[first:].upper(), _start(held[0].run, first)


def _start(run: Run, first: int) -> int:
    return run.words[first].start if first < len(run.words) else run.start


def is_contracted(short: str, word: str) -> bool:
    """Whether a word without its inner vowels is a longer one: "Utd" for "United"."""
    if len(short) < 3 or short[0] != word[0] or short[-1] != word[-1] or not VOWELS.isdisjoint(short[1:]):
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


VOWELS = frozenset("aeiou")
