"""What the statements of shares are made of: the pieces of their patterns, and the share that one states."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import singular
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.figured import SIGNS, Figured, pattern

GAP = "[^.;:!?()\ue000-\ue006]"
"""What may stand between the figures of one statement: no other figure, and no end of a clause."""

OWNER = r"(?:[\w'-]+ ){0,4}?"
BETWEEN = r"(?:,? (?!(?:of|to|from|by|than|at|and|or)\b)[\w'-]+){0,4}"

OF_WHOLE = (
    rf"<part:amount>{BETWEEN} (?:out )?of {OWNER}<whole:amount>",
    rf"(?:^|[.;:,—–(] |\band )(?:out of|of|among) {OWNER}<whole:amount>[^.;:!?]{{1,120}}?, {GAP}{{0,50}}?<part:amount>",
    rf"<whole:amount>{GAP}{{0,70}}?, {GAP}{{0,20}}?(?:of|among) (?:which|whom|them|these|those) {OWNER}<part:amount>",
)
"""A part and its whole, in either order."""

COLLECTIVE = (
    "staff", "workforce", "chamber", "council", "parliament", "house", "assembly", "electorate", "fleet", "membership",
    "class", "crew", "roll", "village", "town", "population", "board", "squad", "team", "collection", "herd", "stock",
    "area", "land", "surface",
)  # fmt: skip
"""Nouns for a whole whose parts are counted by another noun: "30 of the 150 workers, 20 percent of the staff"."""

CLOSES = (
    r"(?=,|\.|;|\)|$| ?[—–]| of (?:the total|them|all|those|these|the lot|"
    rf"(?:the|its|their|his|her) (?:{'|'.join(COLLECTIVE)}))\b)"
)

NOT_A_SHARE = (
    r"(?! (?:more|less|higher|lower|fewer|up|down|increase|rise|jump|gain|drop|fall|"
    r"decline|cut|discount|interest|above|"
    r"below|off|over|stake|better|worse|bigger|larger|smaller|faster|slower|than)\b)(?!-)"
)

SHARE = r"(?P<share>{percent}|{worded})"
MAJORITY = (
    r"(?<!or )(?<!relative )\b(?:an? |the )?(?:(?:clear|large|narrow|slim|bare|small|"
    r"overwhelming|vast|great|slight|big|"
    r"comfortable|solid|strong|tiny|absolute|simple) )?(?:majority|minority)\b(?! "
    r"(?:leader|party|government|stake|whip|"
    r"shareholder|owner|report|group|rule|language|faith|population|community|vote|interest))"
)
"""A majority is more than half; a relative one, and one that is needed or missed, is not meant."""


class Share(Struct, frozen=True):
    """A share as it is stated, at `span`, and the figures it can be computed from.

    `stated` is None for a share in words that are no figure ("a majority"). Either `part` and `whole`, or `percent`, a
    percentage that is said to be the same share, are given.
    """

    span: Span
    words: str
    stated: Quantity | None
    part: Quantity | None = None
    whole: Quantity | None = None
    percent: Quantity | None = None

    def true_bounds(self) -> tuple[Fraction, Fraction] | None:
        """The least and greatest share that the figures allow, as a part of one; None where nothing bounds it."""
        if self.percent is not None:
            high = self.percent.high
            return None if high is None else (self.percent.low / 100, high / 100)
        assert self.part is not None
        assert self.whole is not None
        if self.whole.low <= 0 or self.part.high is None:
            return None
        least = Fraction(0) if self.whole.high is None else self.part.low / self.whole.high
        return least, self.part.high / self.whole.low


def compiled(template: str) -> re.Pattern[str]:
    """A pattern of shares, "{SHARE}" and "{percent}" put in."""
    text = (
        template.replace("{SHARE}", SHARE)
        .replace("{percent}", SIGNS["percent"])
        .replace("{worded}", f"(?<!{SIGNS['fraction']} of )[{SIGNS['fraction']}]|{{majority}}")
    )
    return pattern(text.replace("{majority}", MAJORITY))


def place_of(block: Figured, found: re.Match[str]) -> tuple[Span, str, Quantity | None]:
    """Where a share stands, its words where it is no figure, and its figure."""
    span = block.reading(*found.span("share"))
    sign = found["share"] in SIGNS.values()
    return span, "" if sign else found["share"].lower(), block.quantity(found.start("share")) if sign else None


def fits(part: Quantity, whole: Quantity) -> bool:
    """Whether one can be a part of the other: of one unit, and not a plain number beside one in millions."""
    if part.kind != whole.kind and part.kind != "count":
        return False
    if part.ends or whole.ends or (part.unit and part.unit != whole.unit):
        return False
    return 0 < part.value <= whole.value and not (part.value < 1000 and whole.inexact and whole.value >= 100_000)


OF_NOUN = lazy_pattern(r" of (?:the |its |their |all |those |these |our )*([\w'-]+)(?: ([\w'-]+))?")


THOSE = lazy_pattern(r" of (?:all )?those (?:who\b|[a-z]+(?:ed|en)\b)")
"""Behind a share, those that were counted before: "28 percent of those examined"."""


def same_whole(block: Figured, place: int, whole: Quantity) -> bool:
    """Whether a share that says what it is of ("61 % of the people") speaks of the same whole."""
    found = OF_NOUN.match(block.text, place)
    if found is None or THOSE.match(block.text, place):
        return True
    if found[2] == "total" and found[1] not in ("grand", "overall", "full", "whole"):
        return False  # "of the national total"
    heads = {singular(word.lower()) for word in found.groups() if word}
    if any(each.head in heads for each in block.quantities if each is not whole and each.kind == "count"):
        return whole.head in heads
    return not whole.head or bool(
        heads & {whole.head, "total", "them", "all", "those", "lot", "whole", "member", *COLLECTIVE}
    )
