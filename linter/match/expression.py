"""A pattern with the words that it needs: it is run only on a text that has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from sys import intern
from typing import Any

from msgspec import Struct

from linter.match.extract import matches
from linter.match.required import needed_words, words_of

words_in = lru_cache(maxsize=512)(words_of)
"""The words of a text by which patterns are told that cannot match in it: rule after rule reads the same sentences."""


@lru_cache(maxsize=1024)
def _set(words: str) -> frozenset[str]:
    """The words of a line, made when first looked up: most patterns are never run, and many need the same words."""
    return frozenset(map(intern, words.split()))


class Expression(Struct, frozen=True):
    """A pattern in the syntax of the `regex` module; `needs` are lines of words, one of each in every match."""

    pattern: str
    needs: tuple[str, ...] = ()

    def matches(self, text: str, *, cased: bool = False) -> Iterator[Any]:
        """The matches in a sentence; raises PatternTimeoutError when it takes too long."""
        if self.needs and not self.may_match(words_in(text)):
            return iter(())
        return matches(self.pattern, text, cased=cased)

    def first(self, text: str, *, cased: bool = False) -> Any | None:
        """The first match in a sentence, or None."""
        return next(self.matches(text, cased=cased), None)

    def may_match(self, words: frozenset[str]) -> bool:
        """Whether a text of these words (`words_in`) can have a match. A plain loop: it is asked for every sentence."""
        for line in self.needs:  # noqa: SIM110
            if words.isdisjoint(_set(line)):
                return False
        return True


def expression(pattern: str) -> Expression:
    """The expression of a pattern. Reading its needs takes milliseconds: keep it."""
    return Expression(pattern, tuple(" ".join(sorted(words)) for words in needed_words(pattern)))
