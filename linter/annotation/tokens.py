"""Words and stops of a sentence, as the annotator of attributions reads them: a quotation is one token."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from linter.annotation.model import Quotation
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

TOKEN = lazy_pattern(
    r"(?:Mr|Mrs|Ms|Dr|St|Sens?|Reps?|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Jr|Sr|No|Inc|Ltd|Corp|Co|vs)\.|"
    r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?= )|"
    r"\d[\d.,]*\d|\w+(?:[.'&/-]\w+)*|--|[^\w\s]"
)
"""A word (an abbreviation with its stop, a figure, a hyphenated word, a possessive) or one mark."""

Kind = Literal["word", "stop", "quote"]


class Token(Struct, frozen=True):
    """One token: `text` in small letters, whether it begins with a capital, and its offsets in the reading text."""

    kind: Kind
    text: str
    capital: bool
    start: int
    end: int

    @property
    def is_name(self) -> bool:
        """Whether it looks like a part of a name."""
        return self.kind == "word" and self.capital


def tokens_of(plain_text: str, span: Span, quotations: Sequence[Quotation]) -> tuple[Token, ...]:
    """The tokens of a span of the plain text; each of the given quotations, which do not overlap, is one token."""
    if not quotations:
        return tuple(_words(plain_text, span.start, span.end))
    tokens: list[Token] = []
    place = span.start
    for quotation in quotations:
        start, end = max(span.start, quotation.span.start), min(span.end, quotation.span.end)
        tokens += _words(plain_text, place, start)
        tokens.append(Token("quote", '"', False, start, end))
        place = end
    return (*tokens, *_words(plain_text, place, span.end))


def _words(plain_text: str, start: int, end: int) -> list[Token]:
    tokens = []
    pieces = plain_text[start:end].split(" ")
    last = len(pieces) - 1
    for number, piece in enumerate(pieces):
        for kind, text, capital, low, high in _read(piece if number == last else piece + " "):
            tokens.append(Token(kind, text, capital, start + low, start + high))
        start += len(piece) + 1
    return tokens


@lru_cache(maxsize=2048)
def _read(piece: str) -> tuple[tuple[Kind, str, bool, int, int], ...]:
    """The tokens of a word with the space behind it, if any: text has the same few again and again."""
    return tuple(
        (_kind(found[0]), found[0].lower(), found[0][0].isupper(), *found.span()) for found in TOKEN.finditer(piece)
    )


def _kind(text: str) -> Kind:
    return "word" if text[0].isalnum() or text[0] == "_" else "stop"
