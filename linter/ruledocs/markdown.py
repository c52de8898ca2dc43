"""Markdown, written so that no text of a rule can be taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.core.pattern import lazy_pattern

LANGUAGES = {"md": "markdown", "mdx": "markdown", "html": "html", "htm": "html"}
"""What to call the format of an example in a fenced block; plain text otherwise."""

MARKUP = lazy_pattern(r"([\\`*_\[\]<>#|~])")


def plain_text(text: str) -> str:
    """Words that stay as they are: on one line, with everything escaped that means something."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def prose(text: str) -> str:
    """Markdown of a rule's author, in which a "<" outside code begins no tag."""
    parts = re.split(r"(`+[^`]+`+)", text.strip())
    return "".join(part if index % 2 else part.replace("<", r"\<") for index, part in enumerate(parts))


def code(text: str) -> str:
    """Words as a code span, which may hold backquotes."""
    words = " ".join(text.split())
    fence = "`" * (_longest(words) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") or not words else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def block(text: str, language: str = "text") -> str:
    """A fenced block of text, which may hold fences."""
    fence = "`" * max(3, _longest(text) + 1)
    return f"{fence}{language}\n{text.rstrip(chr(10))}\n{fence}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are Markdown on one line."""
    return "\n".join([_row(heads), _row(["---"] * len(heads)), *map(_row, rows)])


def joined(parts: Iterable[str]) -> str:
    """Blocks of a page with a blank line between them, and a line end after the last."""
    return "\n\n".join(part for part in parts if part) + "\n"


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {item}" for item in items)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


def _longest(text: str) -> int:
    return max(_runs(text), default=0)


def _runs(text: str) -> Iterator[int]:
    return (len(run) for run in re.findall(r"`+", text))
