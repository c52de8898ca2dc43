"""The tokens of a sentence as time expressions are read in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import overload

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
        self._found: list[tuple[str, int]] = []
        self._made: dict[int, Token] = {}
        codes: list[str] = []
        place = 0
        for piece in sentence.split(" "):
            for text, code, offset in _read(piece) or _read_tokens(sentence, place, place + len(piece)):
                self._found.append((text, place + offset))
                codes.append(code)
            place += len(piece) + 1
        self.code = "".join(codes)

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


Read = tuple[tuple[str, str, int], ...]
"""Tokens as their text, the code of their kind, and their offset."""


@lru_cache(maxsize=2048)
def _read(piece: str) -> Read:
    """The tokens of what stands between two spaces: text has the same few again and again.

    () where what follows decides ("at 7.30 pm").
    """
    return () if HALF_CLOCK.search(piece) else _read_tokens(piece, 0, len(piece))


def _read_tokens(text: str, start: int, end: int) -> Read:
    found = takewhile(lambda token: token.start() < end, TOKEN.finditer(text, start))
    return tuple((token[0], CODES[looked_up(token[0])[1]], token.start() - start) for token in found)
