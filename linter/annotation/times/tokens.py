"""The tokens of a sentence as time expressions are read in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import NamedTuple, overload

from linter.annotation.times.words import CODES, Token, looked_up
from linter.core.pattern import lazy_pattern

TOKEN = lazy_pattern(
    r"""
    [a-z]{2,}(?![\w.'])  # most words, soon done with
    | \d{4}[-/]\d{2}[-/]\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?\b
    | \d{1,2}[:.]\d{2}(?=\ ?[ap]\.?m\b) | \d{1,2}:\d{2}(?::\d{2})?\b
    | \d{1,2}(?P<divider>[/.-])\d{1,2}(?P=divider)(?:\d{4}|\d\d)(?![\w.-]\w)
    | \d{3}0'?s\b | '\d0s\b | '\d\d\b | \d+(?:st|nd|rd|th)\b | \d[\d,]*\d(?:\.\d+)?|\d+(?:\.\d+)?
    | [ap]\.m\.? | [ap]m\b | B\.C\.(?:E\.)? | A\.D\.? | o'clock\b | 's\b
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\.
    | [^\W\d_]+(?:'[^\W\d_s]\w*)? | [^\w\s]
    """,
    re.VERBOSE,
)
"""A word, number or mark of a sentence."""

HALF_CLOCK = lazy_pattern(r"\d\.\d\d$")
"""A piece of a sentence that is a time of day if "am" or "pm" comes behind."""


class Tokens(Sequence[Token]):
    """The tokens of a sentence (plain text, see `linter.match.fold.plain`), each made when it is asked for.

    `code` has one character for each: that is all that the search for forms needs.
    """

    def __init__(self, sentence: str) -> None:
        self._pieces = sentence.split(" ")
        self._read = [_read(piece) for piece in self._pieces]
        if None in self._read:
            self._read = list(_read_in_place(sentence, self._pieces))
        self._made: dict[int, Token] = {}
        self.code = "".join([read.code for read in self._read if read])

    @cached_property
    def _found(self) -> list[tuple[str, int]]:
        """The tokens as their text and offset: told only where a form is met, which most sentences have none of."""
        found: list[tuple[str, int]] = []
        place = 0
        for piece, read in zip(self._pieces, self._read, strict=True):
            found += [(text, place + offset) for text, offset in read.tokens] if read else ()
            place += len(piece) + 1
        return found

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Token: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...

    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        if isinstance(index, slice):
            return tuple([self._token(number) for number in range(*index.indices(len(self._found)))])
        return self._token(index)

    def _token(self, number: int) -> Token:
        token = self._made.get(number)
        if token is None:
            text, start = self._found[number]
            token = self._made[number] = Token(*looked_up(text), start, start + len(text), text[0].isupper())
        return token


class Read(NamedTuple):
    """The codes of the kinds of tokens, and the tokens as their text and their offset."""

    code: str
    tokens: tuple[tuple[str, int], ...]


@lru_cache(maxsize=2048)
def _read(piece: str) -> Read | None:
    """The tokens of what stands between two spaces: text has the same few again and again.

    None where what follows decides ("at 7.30 pm").
    """
    return None if HALF_CLOCK.search(piece) else _read_tokens(piece, 0, len(piece))


def _read_in_place(sentence: str, pieces: Iterable[str]) -> Iterator[Read]:
    place = 0
    for piece in pieces:
        yield _read(piece) or _read_tokens(sentence, place, place + len(piece))
        place += len(piece) + 1


def _read_tokens(text: str, start: int, end: int) -> Read:
    found = [
        (token[0], token.start() - start)
        for token in takewhile(lambda token: token.start() < end, TOKEN.finditer(text, start))
    ]
    return Read("".join([CODES[looked_up(text)[1]] for text, _ in found]), tuple(found))
