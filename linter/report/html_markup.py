"""Text on a page: whatever an article, a file name or a rule holds is shown as it stands and never obeyed."""

from __future__ import annotations

from linter.core.diagnostic import Level
from linter.core.pattern import lazy_pattern
from linter.report.terminal import in_frame, one_line

LEVEL_NAMES: dict[Level, str] = {"error": "Error", "warning": "Warning", "note": "Note"}
"""The levels as the page writes them."""

# The five characters of the HTML standard, 13.3, "escapingString" (and the apostrophe for attributes in single quotes).
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


WRAP = lazy_pattern(r"[ \t]*\n(?![ \t]*(?:[-*]|\d+\.) )[ \t]*")
"""A line break inside a paragraph: the next line begins no item of a list."""


def text(words: str) -> str:
    """A text as the inside of an element or the value of an attribute, on one line."""
    return one_line(words).translate(ESCAPES)


def source_text(words: str) -> str:
    """A stretch of a line of an article as the inside of an element: tabs as spaces, tricks spelled out."""
    return in_frame(words).translate(ESCAPES)


def prose(words: str) -> str:
    """Text of several paragraphs, parted by blank lines, as paragraphs; items of a list keep their lines."""
    parts = (part.strip() for part in words.replace("\r\n", "\n").split("\n\n"))
    return "".join(f"<p>{'<br>'.join(map(text, unwrapped(part)))}</p>" for part in parts if part)


def unwrapped(paragraph: str) -> list[str]:
    """The lines of a paragraph, those that only go on joined to the one before."""
    return WRAP.sub(" ", paragraph).split("\n")


def pack_of(rule: str) -> str:
    """The pack of a rule, as its id says it."""
    return rule.partition("/")[0]


def rule_anchor(rule: str) -> str:
    """The id of the element that documents a rule."""
    return text(f"rule-{rule}")
