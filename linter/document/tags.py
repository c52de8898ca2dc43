"""HTML as a stream of tokens with their places in the source: the only module that knows html.parser."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
TokenKind = Literal["open", "close", "text", "entity", "comment"]


class Token(Struct, frozen=True):
    """A tag, text, entity or comment: its source span, the tag's name and attributes.

    Names are in lower case. `value` is the text an entity stands for, or the inside of a comment. An attribute without
    a value has the empty one; of two of one name the first counts.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    value: str = ""


def read_tags(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a span of a source.

    Forgiving as browsers are: whatever begins a tag or comment that never ends is dropped with all that follows it.
    """
    fragment = text if (start, end) == (0, len(text)) else text[start:end]
    parser = _Parser(fragment, start)
    # `close` is never called: in the parsers of some Python versions it takes quadratic time where tags do not end, and
    # then tells as text what no browser shows.
    parser.feed(fragment)
    return (*parser.tokens, *parser.rest())


class _Parser(HTMLParser):
    def __init__(self, text: str, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self.tokens: list[Token] = []
        self._text = text
        self._base = base
        self._lines = [0]
        place = text.find("\n")
        while place >= 0:
            self._lines.append(place + 1)
            place = text.find("\n", place + 1)

    @property
    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def rest(self) -> tuple[Token, ...]:
        """What the parser waits for more of, where it is text: a last "&" or "&amp"."""
        start = self._place
        if self._text.startswith("&", start):
            return (_entity(self._text[start:], start + self._base),)
        return ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._place + self._base
        values = {name: value or "" for name, value in reversed(attrs)} if attrs else NO_ATTRIBUTES
        self.tokens.append(Token("open", start, start + len(self.get_starttag_text() or ""), tag, values))

    def handle_endtag(self, tag: str) -> None:
        start = self._place
        end = self._text.find(">", start) + 1 or start
        self.tokens.append(Token("close", start + self._base, end + self._base, tag))

    def handle_data(self, data: str) -> None:
        start = self._place + self._base
        self.tokens.append(Token("text", start, start + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._handle_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._handle_reference(f"&#{name}")

    def _handle_reference(self, raw: str) -> None:
        start = self._place
        if self._text.startswith(";", start + len(raw)):
            raw += ";"
        self.tokens.append(_entity(raw, start + self._base))

    def handle_comment(self, data: str) -> None:
        start = self._place
        end = self._text.find(">", start + 4 + len(data)) + 1 or len(self._text)
        self.tokens.append(Token("comment", start + self._base, end + self._base, value=data))


def _entity(raw: str, start: int) -> Token:
    value = _unescaped(raw)
    return Token("text" if value == raw else "entity", start, start + len(raw), value=value)


@lru_cache(maxsize=1024)
def _unescaped(raw: str) -> str:
    from html import unescape

    return unescape(raw)
