"""Totals whose parts are told by what they are or do: "Of the 64 boats, 41 finished, 15 retired and 12 sank"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import singular
from linter.core.pattern import lazy_pattern
from linter.infer.figures.figured import SIGNS, Figured, pattern
from linter.infer.figures.totals import PERSONS, Sum, is_sound

COUNT = SIGNS["count"]
OTHER = "[^.;:!?()\n\ue000-\ue009]"

OF_THEM = r"(?: of (?:them|these|those|which|whom))?"
PART = (
    rf"(?:the (?:other|remaining|rest,) |another |the )?{COUNT}{OF_THEM}(?! (?:of|per|more|fewer|less|"
    rf"out)\b)(?! in (?-i:[^A-Z]))"
    rf"{OTHER}{{2,45}}?"
)
LEAVING = rf",? (?:and )?leaving (?:only |just |some )?{COUNT}"
PARTS = (
    rf"(?P<list>{PART}(?:(?:,? and |,? while |, |; )(?:of (?:them|these|those|which|whom),? )?{PART}){{1,6}})"
    rf"(?P<left>{LEAVING})?(?=[.;,\n]|$)"
)

OF_ALL = (
    rf"(?:^|[.;:] |\n)(?:of|among|out of) (?:the |its |their |those |these |all )?(?:[\w'-]+ ){{0,3}}?"
    rf"<total:count>{OTHER}{{2,60}}?"
)
DIVIDED = (
    rf"{OF_ALL}, {PARTS}",
    rf"{OF_ALL}, (?P<list>{PART})(?P<left>{LEAVING})",
    rf"<total:count>{OTHER}{{2,70}}?(?:,|;| [—–]) of (?:which|whom|them|these) {PARTS}",
    rf"<total:count>{OTHER}{{2,70}}?(?:,|;| [—–]) (?={COUNT} of (?:which|whom|them|these)\b){PARTS}",
    rf"<total:count>{OTHER}{{2,90}}?[.;][ \n](?!another\b)(?:of (?:which|whom|them|these),? )?{PARTS}",
)

INCLUDING = (rf"<total:count>{OTHER}{{0,60}}?(?:,? including|,? among (?:them|whom)| include[sd]?) {PARTS}",)
"""Kinds that need not be all of a total, but are no more than it."""

ENOUGH = Fraction(9, 10)
"""The share of a total from which on three parts or more are taken for all of it."""

SHARED = lazy_pattern(
    r"\b(?:also|both|some|aged?|under|over|older|younger|at least|more than|less than|about|have|has|had|speaks?|"
    r"many|most|including|includes?|included|others?|or|too|as well|only|already|wom[ae]n|girls?|"
    r"children|teenagers?|foreign\w*|new|first|so far|still|were there|times)\b",
    re.IGNORECASE,
)
"""What may be true of things counted under another head too, or shows that not all are told."""

PREDICATE = lazy_pattern(
    rf"(?P<which>the (?:other|remaining|rest,) |another |the )?{COUNT}{OF_THEM} ?(?P<be>is |are |was |were )?"
    r"(?P<one>an? )?(?P<word>[\w-]+)"
)
DONE = lazy_pattern(
    r"(?!\w*men$)(?:\w+(?:ed|en|ng)|found|told|torn|worn|shown|thrown|blown|(?:with)?drawn|paid|made|met|fled|set|lent|caught|brought|bought|spent|won|lost|fell|sank|sunk|went|came|held|hurt|left|sold|shot|died|dead|kept|sent|put|cut|built|by)$"
)

PLACE = lazy_pattern(rf"{COUNT}{OF_THEM}(?: [a-z]+)? (?:in|at|near|from) ((?-i:[A-Z])[\w'-]+)", re.IGNORECASE)
"""Where the things of a part are: nothing is in two places."""

EXCLUSIVE = (
    frozenset(("soldier", "civilian", "policeman", "officer", "firefighter", "journalist")),
    frozenset(("pupil", "teacher", "student", "parent")), frozenset(("passenger", "crew", "pilot", "sailor")),
    frozenset(("man", "woman", "child", "boy", "girl")), frozenset(("adult", "child", "teenager")),
    frozenset(("goalkeeper", "defender", "midfielder", "forward")), frozenset(("gold", "silver", "bronze")),
)  # fmt: skip
"""Kinds of people of which nobody belongs to two."""


def partitions(block: Figured) -> Iterator[Sum]:
    """The totals of a text that are more, or if nothing is left out less, than what is told of their parts."""
    if block.text.count(COUNT) < 3:
        return
    for template in (*DIVIDED, *INCLUDING):
        for found in pattern(template).finditer(block.text):
            total = block.quantity(found.start("total"))
            told = found["list"] + (found["left"] or "")
            parts = block.between(found.start("list"), found.start("list") + len(told))
            each = Sum(total, parts)
            if template in INCLUDING and not _are_apart(told):
                continue
            if _are_parts(total, parts) and _is_divided(total, told, found["left"] is not None) and _is_off(each, told):
                yield each


def _are_parts(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    # "one died": after "one" a verb is read as what it counts.
    heads = {part.head for part in parts if not DONE.match(part.head)} - {"", "other", total.head}
    plain = all(part.kind == "count" for part in parts) and (not heads or any(heads <= each for each in EXCLUSIVE))
    return plain and len(parts) > 1 and bool(total.head) and is_sound(total, parts)


def _is_off(each: Sum, told: str) -> bool:
    """Whether the parts are too many, or too few where they seem to be all."""
    most, high = each.total.high, each.high
    if most is not None and each.low > most:
        return True
    closed = re.search(r"\bthe (?:other|remaining|rest,)|leaving", told) is not None
    full = closed or (len(each.parts) > 2 and each.value >= ENOUGH * each.total.value and each.total.value < 1000)
    return full and high is not None and high < each.total.low


def _are_apart(told: str) -> bool:
    """Whether the parts are of kinds to two of which nothing belongs, each told once."""
    words = [singular(found["word"].lower()) for found in PREDICATE.finditer(told)]
    return any(each.issuperset(words) for each in EXCLUSIVE) and len(set(words)) == len(words) == told.count(COUNT)


def _is_divided(total: Quantity, told: str, left: bool) -> bool:
    """Whether what is told of the parts cannot be true of one thing twice."""
    if left:
        return True
    kinds = list(PREDICATE.finditer(told))
    if any(found["which"] not in (None, "the ", "another ") for found in kinds) or _are_apart(told):
        return True
    places = PLACE.findall(told)
    if len(places) == len(set(places)) == told.count(COUNT):
        return True
    if len(kinds) != told.count(COUNT) or SHARED.search(told):
        return False
    done = [DONE.match(found["word"]) is not None and found["one"] is None for found in kinds]
    if all(done):
        # "80 recovered and 60 were vaccinated" may be told of the same ones; "50 were accepted and 60 rejected" is not.
        return len(kinds) > 2 or not kinds[-1]["be"]
    single = any(found["one"] for found in kinds)
    named = not any(done) and all(found["be"] or number for number, found in enumerate(kinds))
    return named and (single or total.head not in PERSONS) and kinds[0]["be"] is not None
