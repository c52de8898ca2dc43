"""Turning a pattern into an expression that the automaton can scan for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.core.pattern import lazy_pattern
from linter.match.fold import fold

TOKEN = lazy_pattern(
    r"\(\?<?[=!]|\(|\)|\\p\{L[ulmto]?\}|\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|[\^$]|[^\\\[^$()]+", re.DOTALL
)
"""The opening of a look-around or a group, a closing, an escape, a character class, an anchor, or a run of the rest."""

LOOK_AROUND = ("(?=", "(?!", "(?<=", "(?<!")

ANCHORS = {"\\b", "\\B", "\\A", "\\Z", "\\z", "\\m", "\\M", "^", "$"}
"""Zero-width tests that only narrow a match: the owner of the pattern applies them, the automaton need not."""

LETTERS = {r"\p{L}": "[A-Za-z]", r"\p{Lu}": "[A-Z]", r"\p{Ll}": "[a-z]"}
"""Letter classes as they look in the folded text."""


def prefilter(pattern: str) -> str:
    """An expression that matches, in folded text, wherever the pattern matches, and perhaps elsewhere.

    Anchors and look-arounds are left out: they only narrow a match.
    """
    return "".join(map(_wider, _consuming(TOKEN.findall(pattern))))


def _consuming(tokens: list[str]) -> Iterator[str]:
    """The tokens outside look-arounds."""
    depth = 0
    for token in tokens:
        if depth:
            depth += token.startswith("(") - (token == ")")
        elif token in LOOK_AROUND:
            depth = 1
        else:
            yield token


def _wider(token: str) -> str:
    if token in ANCHORS:
        return ""
    if token.startswith("["):
        return _wider_class(token)
    return LETTERS.get(token) or fold(token).decode("ascii")


def _wider_class(token: str) -> str:
    for letters, plain_class in LETTERS.items():
        token = token.replace(letters, plain_class[1:-1])
    if token.startswith("[^") and not token.isascii():
        return "."
    return "".join(character if character.isascii() else _member(character) for character in token)


def _member(character: str) -> str:
    plain_character = fold(character).decode("ascii")
    return "\\" + plain_character if not plain_character.isalnum() else plain_character
