"""Everyday words of English, to tell a common noun in capitals from a name.

The list of words with their frequencies is that of pyspellchecker (Open Subtitles, cleaned; MIT licence). The only
module that reads it.
"""

from __future__ import annotations

import marshal
import os
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec

from linter.core.prepared import keep_prepared, prepared

PACKAGE, FILE = "spellchecker", "en.json.gz"
EVERYDAY, RARE = "everyday-words", "rare-words"

LEAST = 300
"""The least frequency that counts: the list has names too, but hardly above this figure."""

BEGINNING = 2
"""Letters by which words are put together: some hundred words each, which are searched in less than a microsecond."""

Words = dict[str, str]
"""Words by their beginnings, all of one in one text, between line breaks: a tenth of what a set of them would take."""


def is_everyday(word: str) -> bool:
    """Whether a word, in small letters, is an everyday word of English."""
    return _is_among(_everyday(), word)


def is_word(word: str) -> bool:
    """Whether a word, in small letters, is in the list at all: an English word, or a name that films often have."""
    return _is_among(_everyday(), word) or _is_among(_rare(), word)


def kept_names() -> tuple[str, ...]:
    """The names under which the lists are kept: they say which file the lists were made of, by its size."""
    return _name(EVERYDAY), _name(RARE)


def _is_among(words: Words, word: str) -> bool:
    return f"\n{word}\n" in words.get(word[:BEGINNING], "") and "\n" not in word


@lru_cache(maxsize=1)
def _everyday() -> Words:
    return _words(EVERYDAY)


@lru_cache(maxsize=1)
def _rare() -> Words:
    return _words(RARE)


def _words(kind: str) -> Words:
    """The everyday words, or the others; kept, since unpacking the package's file takes a while."""
    kept = prepared(_name(kind))
    if kept is not None:
        words: Words = marshal.loads(kept)  # noqa: S302 - plain data of our own
        return words
    made = _read()
    for each, its in made.items():
        keep_prepared(_name(each), marshal.dumps(its))
    return made[kind]


def _name(kind: str) -> str:
    return f"{kind}-{os.stat(_file()).st_size}"


def _file() -> str:
    spec = find_spec(PACKAGE)
    assert spec is not None
    assert spec.origin is not None
    return os.path.join(os.path.dirname(spec.origin), "resources", FILE)


def _read() -> dict[str, Words]:
    import gzip
    import json

    with gzip.open(_file()) as file:
        frequencies: dict[str, int] = json.load(file)
    return {
        EVERYDAY: _by_beginning(word for word, count in frequencies.items() if count >= LEAST),
        RARE: _by_beginning(word for word, count in frequencies.items() if count < LEAST),
    }


def _by_beginning(words: Iterable[str]) -> Words:
    together: dict[str, list[str]] = defaultdict(list)
    for word in words:
        together[word[:BEGINNING]].append(word)
    return {beginning: "\n".join(("", *members, "")) for beginning, members in together.items()}
