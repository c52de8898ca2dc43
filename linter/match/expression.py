"""A pattern with the words that it needs: it is run only on a text that has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from sys import intern
from typing import Any

from msgspec import Struct

from linter.match.extract import matches
from linter.match.required import in_order, needed_words, places_of, words_of

_words_of = lru_cache(maxsize=512)(words_of)
"""Rule after rule reads the same sentences."""

_places_of = lru_cache(maxsize=512)(places_of)


@lru_cache(maxsize=1024)
def _set(words: str) -> frozenset[str]:
    """The words of a line, made when first looked up: most patterns are never run, and many need the same words."""
    return frozenset(map(intern, words.split()))


class Expression(Struct, frozen=True):
    """A pattern in the syntax of the `regex` module; `needs` are lines of words, one of each in every match,
    in this order.
    """

    pattern: str
    needs: tuple[str, ...] = ()

    def matches(self, text: str, *, cased: bool = False) -> Iterator[Any]:
        """The matches in a sentence; raises PatternTimeoutError when it takes too long."""
        if self._has_words(text):
            yield from matches(self.pattern, text, cased=cased)

    def first(self, text: str, *, cased: bool = False) -> Any | None:
        """The first match in a sentence, or None."""
        return next(self.matches(text, cased=cased), None)

    def _has_words(self, text: str) -> bool:
        if not self.needs:
            return True
        words = _words_of(text)
        for line in self.needs:
            if words.isdisjoint(_set(line)):
                return False
        return len(self.needs) == 1 or in_order(map(_set, self.needs), words, _places_of(text))


def expression(pattern: str) -> Expression:
    """The expression of a pattern. Reading its needs takes milliseconds: keep it."""
    return Expression(pattern, tuple(" ".join(sorted(words)) for words in needed_words(pattern)))
