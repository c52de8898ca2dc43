"""Marks of wire services and tokenised texts, ``so'', `so' and ''so'', read as curly marks as long as they are.

In a text that opens with ``, '' closes, whatever blanks stand around either (Penn Treebank tokenisation sets them
apart: "`` No , '' she said").
"""

from __future__ import annotations

import re

from linter.core.pattern import lazy_pattern

FILLER = "\u2063"
"""Stands for the second half of a mark of two signs."""

OPENS, CLOSES, STRAIGHT = "“" + FILLER, "”" + FILLER, '"' + FILLER
SINGLE_OPENS = "‛"
"""What ` is read as: a mark that only opens."""

MARKS = lazy_pattern(r"``|`|'{2,3}")

ENDS_BOTH = lazy_pattern(r"'''(?!['\w])")
"""The end of a quotation in a quotation."""

CODE_ENDS = lazy_pattern(r"[^\s(\[]``(?!\w)")
"""In a text without '' two backticks after a word close a piece of code, so that none are marks."""


def is_wire(text: str) -> bool:
    """Whether a text opens its quotations with backticks."""
    return "``" in text and ("''" in text or CODE_ENDS.search(text) is None)


def evened(text: str, wire: bool) -> str:
    """The text with one sign for each mark, and `FILLER` behind those of two; as long as the text.

    `wire` is whether the article opens with backticks: then '' only closes. A single backtick opens wherever a ' may
    close what it opens.
    """
    if not wire:
        text = ENDS_BOTH.sub("'" + STRAIGHT, text).replace("''", STRAIGHT)
        return text if "``" in text else text.replace("`", SINGLE_OPENS)
    return MARKS.sub(_curly, text)


def _curly(found: re.Match[str]) -> str:
    mark = found[0]
    if mark[0] == "`":
        return OPENS if len(mark) == 2 else SINGLE_OPENS
    if len(mark) == 2:
        return CLOSES
    opened, closed = found.string.rfind("`", 0, found.start()), found.string.rfind("'", 0, found.start())
    inner_first = found.string[opened - 1 : opened] != "`" and closed < opened
    return "'" + CLOSES if inner_first else CLOSES + "'"
