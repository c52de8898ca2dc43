"""Names as keys: one form for the spellings of a name that differ only in case, accents and marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from linter.core.pattern import lazy_pattern

UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "ŋ": "ng",
     "ə": "a", "ŧ": "t"}
)  # fmt: skip
"""Letters that Unicode does not take apart into a base letter and an accent, with their usual plain spelling."""

WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""The other plain spelling of some letters: Schröder is Schroder or Schroeder."""

APOSTROPHES = lazy_pattern(r"['’‘ʼʻ`´ʿʾ′.]")
SEPARATORS = lazy_pattern(r"[\s\-‐‑‒–—_/,]+")
PLAIN = lazy_pattern(r"[a-z0-9 ]+")
ARTICLE = "the "


@lru_cache(maxsize=2048)
def key_of(name: str) -> str:
    """The key of a name: no case, accents, apostrophes, periods or leading "the"; hyphens are spaces."""
    folded = name.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.translate(UNDECOMPOSED))
        folded = "".join(character for character in decomposed if not unicodedata.combining(character))
    if not PLAIN.fullmatch(folded):
        folded = APOSTROPHES.sub("", folded)
    return SEPARATORS.sub(" ", folded).strip().removeprefix(ARTICLE)


def plain_spelling(name: str) -> str:
    """A name as it is written without accents: "Fernández" as "Fernandez"."""
    decomposed = unicodedata.normalize("NFKD", name.translate(UNDECOMPOSED))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def without_article(name: str) -> str:
    """A name without a leading "the"."""
    return name[len(ARTICLE) :] if name[: len(ARTICLE)].lower() == ARTICLE else name


def keys_of(name: str) -> tuple[str, ...]:
    """The keys under which a name is found: its own, and that with its umlauts written out."""
    key = key_of(name)
    if name.isascii():
        return (key,)
    other = key_of(unicodedata.normalize("NFC", name.casefold()).translate(WRITTEN_OUT))
    return (key,) if other == key else (key, other)


FAMILY_FIRST = frozenset(
    "china,peoples republic of china,hong kong,macau,taiwan,south korea,north korea,vietnam,singapore,cambodia,"
    "united nations,japan,hungary".split(",")
)
"""Keys of places and bodies some of whose people put the family name first in English ("Xi Jinping")."""

JUNIOR = frozenset({"jr", "sr"})
NUMERALS = frozenset("ii iii iv vi vii viii ix xii xiii xiv xv xvi xvii xviii".split())
"""What stands after a monarch's or a pope's name; "X" and "Xi" are names of people."""


def surname_keys(key: str, family_first: bool = False) -> Iterator[str]:
    """The keys by which a second mention can call the bearer of a name: every proper end of it ("López Obrador",
    "Obrador"), with and without "Jr."; the first word too where the family name may come first. A monarch ("Charles
    III", "Beatrix of the Netherlands") has none."""
    words = key.split()
    if not words or words[-1] in NUMERALS or len(words[-1]) == 1 or "of" in words:
        return
    ends = [words, words[:-1]] if words[-1] in JUNIOR else [words]
    for part in ends:
        yield from (" ".join(part[index:]) for index in range(1, len(part)) if part[index] not in JUNIOR)
    if family_first and len(words) > 1:
        yield words[0]
