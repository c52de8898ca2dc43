"""The days and months on which what a figure counts came about."""

from __future__ import annotations

from linter.core.pattern import lazy_pattern

DAY = lazy_pattern(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bin (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b(?! \d)"
)

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
