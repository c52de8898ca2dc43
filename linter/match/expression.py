"""A pattern with the words that it needs: it is run only on a text that has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from msgspec import Struct

from linter.match.extract import matches
from linter.match.required import ANY_FIGURE, endings_of, folded, needed_words, places_of, words_of


class Passage:
    """A text to run patterns on; `words` are those by which patterns are told that cannot match in it.

    Made once for a text (`passage_of`): rule after rule reads the same sentences.
    """

    __slots__ = ("_endings", "_folded", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        self._folded: str | None = None
        self._endings: frozenset[str] | None = None

    @property
    def folded(self) -> str:
        """The text in small letters."""
        if self._folded is None:
            self._folded = folded(self.text)
        return self._folded

    @property
    def endings(self) -> frozenset[str]:
        """The endings of its words, which few patterns ask for."""
        if self._endings is None:
            self._endings = endings_of(self.words)
        return self._endings


passage_of = lru_cache(maxsize=512)(Passage)
"""The passage of a text."""


NO_WORD = ("-", ANY_FIGURE)
"""With what begins what is no word: an ending, and what stands for figures."""


class Needed(NamedTuple):
    """Words of which a match has one, or else one of some endings, and for those that count only beside another word
    the pairs, by the longer."""

    words: frozenset[str]
    endings: frozenset[str]
    pairs: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1024)
def _needed(line: str) -> Needed:
    """The words of a line, made when first looked up: most patterns are never run, and many need the same words."""
    told = frozenset(map(intern, line.split()))
    single = frozenset(words for words in told if "_" not in words)
    pairs: defaultdict[str, list[str]] = defaultdict(list)
    for words in told - single:
        longer = max(words.split("_"), key=len)
        if longer not in single:
            pairs[intern(longer)].append(words.replace("_", " "))
    endings = frozenset(word for word in single if word.startswith("-"))
    return Needed(single - endings | pairs.keys(), endings, {word: tuple(its) for word, its in pairs.items()})


class Expression(Struct, frozen=True):
    """A pattern in the syntax of the `regex` module; `needs` are lines of words, one of each in every match,
    in this order.
    """

    pattern: str
    needs: tuple[str, ...] = ()

    def matches(self, text: str, *, cased: bool = False) -> Iterator[Any]:
        """The matches in a sentence; raises PatternTimeoutError when it takes too long."""
        return (
            self.matches_in(passage_of(text), cased=cased) if self.needs else matches(self.pattern, text, cased=cased)
        )

    def matches_in(self, passage: Passage, *, cased: bool = False) -> Iterator[Any]:
        """The matches in a passage; raises PatternTimeoutError when it takes too long."""
        if not self.may_match(passage) or not self._in_order(passage):
            return iter(())
        return matches(self.pattern, passage.text, cased=cased)

    def first(self, text: str, *, cased: bool = False) -> Any | None:
        """The first match in a sentence, or None."""
        return next(self.matches(text, cased=cased), None)

    def may_match(self, passage: Passage) -> bool:
        """Whether a passage, by its words, can have a match. A plain loop: it is asked for every sentence."""
        words = passage.words
        for line in self.needs:
            needed = _needed(line)
            if words.isdisjoint(needed.words) and (not needed.endings or passage.endings.isdisjoint(needed.endings)):
                return False
        return True

    def _in_order(self, passage: Passage) -> bool:
        """Whether a passage with the words has the pairs too, and none of a line before those of the last."""
        text, words, reached = passage.folded, passage.words, 0
        for needed in map(_needed, self.needs):
            first, last = len(text), -1
            endings = needed.endings & passage.endings if needed.endings else needed.endings
            for word in (*(needed.words & words), *endings):
                for each in needed.pairs.get(word, (word,)):
                    # Few of the pairs stand in a text: that is seen sooner than where they stand.
                    place = places_of(each, text) if each in text or each[0] in NO_WORD else None
                    if place is not None:
                        first = place[0] if place[0] < first else first
                        last = place[1] if place[1] > last else last
            if last < reached:
                return False
            reached = first if first > reached else reached
        return True


def expression(pattern: str) -> Expression:
    """The expression of a pattern. Reading its needs takes milliseconds: keep it."""
    return Expression(pattern, tuple(" ".join(sorted(words)) for words in needed_words(pattern)))
