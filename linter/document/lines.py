"""The lines of plain text: which of them go on in the next, and which begin an item or a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.core.source import Source

LineKind = Literal["text", "item", "quote", "rule", "underline", "comment"]
"""What a line is: `rule` holds no letter or digit, `underline` makes a headline of the line above."""

WIDEST = 120
"""Characters; nobody wraps text by hand at more."""

LONGEST_TITLE = 200

AROUND = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000\ufeff\u200b"
"""What may stand around the words of a line: white space, and byte-order marks in the wrong place."""

ITEM = lazy_pattern(r"(?:[-*+•‣▪◦·●]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)|\d{1,3}\.)[ \t\xa0]+(?=\S)")
QUOTE = lazy_pattern(r"(?:>[ \t]?)+(?=\S)")
UNDERLINE = lazy_pattern(r"={3,}|-{3,}|~{3,}")
WORD = lazy_pattern(r"[^\W_]")
TRAILING = "\"'”’»)]*_"
SENTENCE_END = lazy_pattern(rf"[.!?…][{re.escape(TRAILING)}]*$")
COMMENT = lazy_pattern(
    r"<!--(\s*factlint\b.*)-->"
    r"|\{/\*(\s*factlint\b.*)\*/\}"
    r"|\[(?://|comment)\]:\s*(?:\#|<>)\s*[(\"'](\s*factlint\b.*)[)\"']"
    r"|(?:\.\.|//)\s*(factlint\b.*)"
)
"""An instruction to the linter on a line of its own, in any of the comment forms; plain text has no others."""

INITIALS_END = lazy_pattern(r"\b(?:[A-Z]\.){2,}$")


class Line(Struct, frozen=True):
    """A line's words without the white space around and without its marker, of which `marker` tells the length.

    `start` and `end` are offsets into the source, `indent` is the column at which the line begins, from 0.
    """

    start: int
    end: int
    text: str
    kind: LineKind
    indent: int = 0
    marker: int = 0


def read_lines(source: Source, start: int) -> Iterator[Line | None]:
    """The lines from a source offset on, None for a blank one."""
    text = source.text
    starts = source.line_starts
    low = start
    before: Line | None = None
    for index in range(bisect_right(starts, start), len(starts) + 1):
        high = starts[index] if index < len(starts) else len(text)
        before = _line(text, low, high, before)
        yield before
        low = high


def runs(lines: Iterable[Line | None]) -> Iterator[tuple[Line, ...]]:
    """The runs of lines between blank ones."""
    run: list[Line] = []
    for line in lines:
        if line is not None:
            run.append(line)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _line(text: str, low: int, high: int, before: Line | None) -> Line | None:
    line = text[low:high]
    body = line.strip(AROUND)
    if not body:
        return None
    first = low + len(line) - len(line.lstrip(AROUND))
    kind, marker = _kind(body, before)
    indent = len(text[low:first].expandtabs(4))
    return Line(first + marker, first + len(body), body[marker:], kind, indent, marker)


def _kind(body: str, before: Line | None) -> tuple[LineKind, int]:
    """What a line is, and the length of its marker."""
    if not WORD.search(body):
        under = before is not None and before.kind == "text" and UNDERLINE.fullmatch(body) is not None
        return ("underline" if under else "rule"), 0
    if "factlint" in body and COMMENT.fullmatch(body):
        return "comment", 0
    if marker := ITEM.match(body):
        return "item", marker.end()
    if marker := QUOTE.match(body):
        return "quote", marker.end()
    return "text", 0


def wrapped_width(run: Sequence[Line]) -> int:
    """The width a run of lines was wrapped at: its longest line of more than one word."""
    return max((len(line.text) for line in run if " " in line.text), default=0)


def fills(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted (the mark of text wrapped greedily)."""
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > width


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: full stop, question or exclamation mark, ellipsis, or a colon."""
    return SENTENCE_END.search(text) is not None or text.endswith((":", ";"))


def like_title(text: str) -> bool:
    """Whether a line may be a headline: no full stop at its end, and not too long for one.

    A question or exclamation mark may end it, and so may an abbreviation ("in the U.S.").
    """
    bare = text.rstrip(TRAILING)
    if not text or len(text) > LONGEST_TITLE or not WORD.search(text):
        return False
    if bare.endswith("."):
        return INITIALS_END.search(bare) is not None and len(bare.split()) <= 14
    return not bare.endswith((",", ";", ":"))


def joins(run: Sequence[Line], document_width: int, first: bool) -> tuple[bool, ...]:
    """For each line of a run but the last: whether it goes on in the next one.

    The run is taken as wrapped where most lines that fill its width end in the middle of a sentence. `first` says that
    it opens the text: then its first line, which may be a headline that happens to be long, is no evidence.
    """
    if len(run) < 2:
        return ()
    if len(run) < 2:
        return ()
    width = wrapped_width(run) if len(run) > 2 else max(document_width, wrapped_width(run))
    if width > WIDEST:
        return (False,) * (len(run) - 1)
    pairs = list(pairwise(run))
    full = [fills(line, following, width) for line, following in pairs]
    evidence = [
        _goes_on(*pair) for index, pair in enumerate(pairs) if full[index] and not _headline(pair, first, index)
    ]
    if sum(evidence) * 2 < max(1, len(evidence)):
        return (False,) * len(pairs)
    return tuple(full)


def _goes_on(line: Line, following: Line) -> bool:
    return following.text[0].islower() or not ends_sentence(line.text)


def _headline(pair: tuple[Line, Line], first: bool, index: int) -> bool:
    return first and index == 0 and like_title(pair[0].text) and not pair[1].text[0].islower()
