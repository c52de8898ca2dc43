"""Folding a text to one plain byte per code point, so that offsets into the bytes are offsets into the text.

`plain` keeps letters and makes punctuation plain; patterns are run on it. `fold` goes further, to ASCII, and is what
the automaton scans: an accented letter becomes its base letter, any other letter "x", anything else "?". It keeps
every match of a pattern that is folded the same way, and adds a few that the owner of the pattern weeds out.
"""

from __future__ import annotations

import codecs
import unicodedata

from linter.core.pattern import lazy_pattern

PLAIN = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "\u00a0": " ", "\u202f": " ",
         "\u2009": " ", "\u2010": "-", "\u2011": "-"}  # fmt: skip
"""Punctuation that has a plain twin of the same length."""

DOUBLED = lazy_pattern(r"``|(?<!\d)''")
"""Double marks of wire services, of two signs; after a figure '' are inches."""

DASHES = "‒–—―−"
"""Dashes stay in the plain text, where patterns tell them from hyphens, and are hyphens in the folded one."""

ERROR_HANDLER = "factlint.fold"


def plain(text: str) -> str:
    """The text with curly and wire quotation marks, no-break spaces and hyphens made plain; as long as the text."""
    if not text.isascii():
        for mark, twin in PLAIN.items():
            text = text.replace(mark, twin)
    if "''" in text or "``" in text:
        text = DOUBLED.sub('""', text)
    return text.replace("`", "'")


def fold(text: str) -> bytes:
    """One ASCII byte for each code point of the text."""
    text = plain(text)
    if text.isascii():
        return text.encode("ascii")
    for dash in DASHES:
        text = text.replace(dash, "-")
    return text.encode("ascii", ERROR_HANDLER)


def _base(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)[0]
    if decomposed.isascii() and decomposed.isalnum():
        return decomposed
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return "0" if character.isdecimal() else "?"


def _replace_unencodable(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    run = error.object[error.start : error.end]
    return "".join(map(_base, run)), error.end


codecs.register_error(ERROR_HANDLER, _replace_unencodable)
