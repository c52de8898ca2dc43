"""The days and months on which what a figure counts came about."""

from __future__ import annotations

from linter.core.calendar import ANY_MONTH, WEEKDAYS
from linter.core.pattern import lazy_pattern

DAY = lazy_pattern(rf"\b(?:{'|'.join(WEEKDAYS)})\b|\bin (?:{ANY_MONTH})\b(?! \d)")

OPENING = lazy_pattern(r"(?:Late |Early )?(?:On|Last|Until|In) [A-Z][a-z]+,? ")
"""With which a sentence begins that tells first when it came about."""

SAID = lazy_pattern(r"\b(?:said|told|announced|added|reported|confirmed)\b")
"""A day beside one of these is that of the words."""

SOURCE = lazy_pattern(r", [^,]*\b(?:said|told|announced|added|reported|confirmed)\b.*$")
"""The end of a sentence that only tells who says it: ", the army said on Tuesday"."""


def days_of(before: str, inner: str) -> frozenset[str]:
    """The days or months on which that came about of which a figure is; none where they may be those of words.

    `before` are the words of its sentence before it, `inner` those around it in its clause.
    """
    opening = OPENING.match(before)
    told = SOURCE.sub("", inner)
    if SAID.search(before if opening is not None else told):
        return frozenset()
    return frozenset(DAY.findall(f"{opening[0]} {told}" if opening is not None else told))
