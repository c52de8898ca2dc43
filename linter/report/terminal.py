"""What a terminal shows: colour or none, how many columns a text takes, and no control character of an article."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

from linter.core.pattern import lazy_pattern

ColorChoice = Literal["auto", "always", "never"]
"""The values of `--color`."""

Paint = Callable[[str, str], str]
"""Gives a text one of the styles of `STYLES`."""

PLAIN_WIDTH = 100
"""Columns where the output is no terminal."""

NARROWEST = 40
"""Columns below which a frame shows nothing useful."""

TAB = "    "
"""What a tab becomes in a code frame."""

STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "related": "1;34",
    "gutter": "1;34",
    "strong": "1",
}
"""Styles by what they are for, as SGR parameters (ECMA-48)."""

# C0 and C1 controls, line and paragraph separators, bidirectional embeddings, overrides and isolates, lone surrogates:
# an article is untrusted text, and with these it could repaint the screen or show its words in another order.
TREACHEROUS = lazy_pattern("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

LINE_CONTROLS = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})


def use_color(choice: ColorChoice, environment: Mapping[str, str], is_terminal: bool) -> bool:
    """Whether to colour: the flag decides, then `NO_COLOR`, then `FORCE_COLOR`, then whether a terminal listens.

    `NO_COLOR` and `FORCE_COLOR` count when they are not empty, as no-color.org and force-color.org say;
    `CLICOLOR_FORCE` counts when it is not `0` either.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return is_terminal and environment.get("TERM") != "dumb"


def line_width(environment: Mapping[str, str], is_terminal: bool) -> int:
    """Columns that a line may take: those of the terminal, 100 where there is none."""
    if not is_terminal:
        return PLAIN_WIDTH
    if environment.get("COLUMNS", "").isdecimal():
        return max(NARROWEST, int(environment["COLUMNS"]))
    import os

    try:
        return max(NARROWEST, os.get_terminal_size().columns)
    except OSError:
        return PLAIN_WIDTH


def painter(color: bool) -> Paint:
    """The function that styles texts, or leaves them as they are."""
    return styled if color else unstyled


def styled(text: str, style: str) -> str:
    """A text between the escape sequences of a style; nothing for nothing."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if text else ""


def unstyled(text: str, _style: str) -> str:
    """The text as it is."""
    return text


def visible(text: str) -> str:
    """The text with every character that could play tricks spelled out, as in `<U+202E>`."""
    return TREACHEROUS.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def one_line(text: str) -> str:
    r"""The text on one line: line breaks and tabs become `\n`, `\r` and `\t`, other tricks are spelled out."""
    return visible(text.translate(LINE_CONTROLS))


def in_frame(text: str) -> str:
    """The text as a code frame shows it: tabs as four spaces, tricks spelled out."""
    return visible(text.replace("\t", TAB))


def cells(text: str) -> int:
    """Columns that a visible text takes in a terminal: 0 for combining characters, 2 for wide ones (UAX #11)."""
    return len(text) if text.isascii() else sum(map(cell_count, text))


def cell_count(character: str) -> int:
    """Columns of one code point."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
