"""Everyday words of English, to tell a common noun in capitals from a name.

The list of words with their frequencies is that of pyspellchecker (Open Subtitles, cleaned; MIT licence). The only
module that reads it.
"""

from __future__ import annotations

from functools import lru_cache

from linter.core import cache

PACKAGE = "spellchecker"
CACHE_NAME = "vocabulary"

LEAST = 300
"""The least frequency that counts: the list has names too, but hardly above this figure."""


def is_everyday(word: str) -> bool:
    """Whether a word, in small letters, is an everyday word of English."""
    return word in _everyday()


def is_word(word: str) -> bool:
    """Whether a word, in small letters, is in the list at all: an English word, or a name that films often have."""
    return word in _everyday() or word in _rare()


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(_lists()[0].split())


@lru_cache(maxsize=1)
def _rare() -> frozenset[str]:
    return frozenset(_lists()[1].split())


@lru_cache(maxsize=1)
def _lists() -> tuple[str, str]:
    """The everyday words and the others; kept in the cache, since unpacking the package's file takes a while."""
    from importlib.resources import files

    packed = (files(PACKAGE) / "resources" / "en.json.gz").read_bytes()
    key = f"{len(packed)}-{LEAST}-words"
    kept = cache.read(CACHE_NAME, key)
    if kept is None:
        kept = _unpacked(packed)
        cache.write(CACHE_NAME, key, kept)
    everyday, _, rare = kept.decode().partition("\n")
    return everyday, rare


def _unpacked(packed: bytes) -> bytes:
    import gzip
    import json

    frequencies: dict[str, int] = json.loads(gzip.decompress(packed))
    everyday = " ".join(word for word, count in frequencies.items() if count >= LEAST)
    rare = " ".join(word for word, count in frequencies.items() if count < LEAST)
    return f"{everyday}\n{rare}".encode()
