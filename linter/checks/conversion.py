"""The check kind `conversion`: one measure given in two units that do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantities.marks import with_points
from linter.annotation.quantities.words import SCALES
from linter.checks.base import Finding, Label
from linter.checks.figure_words import decimals_at, with_number, written
from linter.core.pattern import lazy_pattern
from linter.infer.figures.figured import SIGNS, Figured, figured, pattern
from linter.infer.figures.units import TEMPERATURES, conversions
from linter.match.trigger import Trigger

LISTED = r"<first:measure>, <second:measure>(?=,)"

CLOSING = r"<first:measure>, <second:measure>(?=\.(?: |$)|;)"

BESIDE = (
    (
        r"<first:measure>(?:[- ][\w'-]+){0,3} ?[(\[](?:or |i\.e\.,? |that is,? |which is |"
        r"equal to |= ?)?(?:minus |[-−–])?<second:measure>(?![ -]per |/| (?:an?|each|every) )"
    ),
    r"<first:measure>,? or (?:minus |[-−–])?<second:measure>(?=,|\.|;|:|$|\)| [—–]| of\b)",
    r"<first:measure> ?/ ?<second:measure>",
    r"<first:measure>,? ?(?:=|equals|is equal to|(?:is )?(?:the )?equivalent (?:to|of)) <second:measure>",
    r"<first:measure>, (?:i\.e\.,?|that is,?) <second:measure>(?=,|\.|;|$|\)| [—–]| of\b)",
    LISTED,
    CLOSING,
    r"<first:measure> [—–] (?:or )?<second:measure>(?= ?[—–]|,|\.)",
)
"""A measure with its conversion beside it, in brackets or after "or"."""

BEFORE = lazy_pattern("[\ue000-\ue009][ ,]{0,2}(?:and )?$")

COARSE = Fraction(8, 100)
"""A round figure ("50 km" for 30 miles) is rounded by no more than this part of itself."""


class ConversionCheck(Struct, frozen=True, kw_only=True):
    """Reports a conversion that is off by more than the rounding of both figures.

    It is right when either figure, converted, lies within the precision of the other. `differences` are words at once
    before a temperature that make it a difference of temperatures, `comparing` words at once behind it; farther off
    either of them lets it be one. Values: `computed`, the right conversion.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quantity",)

    differences: tuple[str, ...] = ()
    comparing: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each wrong conversion."""
        for block in figured(article):
            for first, second, place, end in _pairs(block):
                warm = {first.unit, second.unit} <= DEGREES
                bounded = first.approximation.endswith(("above", "below", "under"))
                sense = self._sense(block, place, end, bounded) if warm else Sense.READING
                finding = self._finding(article, first, second, sense)
                if finding is not None:
                    yield finding

    def _sense(self, block: Figured, place: int, end: int, bounded: bool) -> Sense:
        """How a temperature that begins at a place of a text, and whose conversion ends at another, is to be read.

        One that is `bounded` ("fell below 30") is no size of a fall.
        """
        before = re.split(r"[.;:,]", block.text[max(0, place - 60) : place])[-1]
        after = re.split(r"[.;:,]", block.text[end : end + 25])[0]
        if not bounded and _has(rf"\b(?:{'|'.join(self.differences)}){BLURRING}$", before):
            return Sense.DIFFERENCE
        if READING.search(before):
            return Sense.READING
        if _has(rf"^[ )\]]*(?!more or )(?:{'|'.join(self.comparing)})\b", after):
            return Sense.DIFFERENCE
        cues = "|".join((*self.differences, *self.comparing))
        return Sense.EITHER if _has(rf"\b(?:{cues})\b", f"{before} {after}") else Sense.READING

    def _finding(self, article: Article, first: Quantity, second: Quantity, sense: Sense) -> Finding | None:
        ends = list(zip(_signed_ends(article, first), _signed_ends(article, second), strict=False))
        if len(_ends(first)) != len(_ends(second)):
            return None
        wrong = [pair for pair in ends if not _agree(article, first, second, pair, sense)]
        if not wrong or not _possible(first, second, wrong[0][0], sense):
            return None
        truth = _possible(first, second, wrong[0][0], sense)[0]
        number = article.words(second.number)
        right = written(article, truth, max(1, decimals_at(article, second.number)) if abs(truth) < 100 else 0)
        if _scale(article, second) > 1:
            right = _rounded(article, truth, second, 1)
        computed = f"{article.words(first.span)} is {with_number(article.words(second.span), number, right)}"
        fixes = (
            ()
            if second.ends or second.approximation or min(truth, *wrong[0]) < 0
            else (with_number(article.words(second.span), number, _rounded(article, truth, second)),)
        )
        return Finding(second.span, (Label(first.span, "the same measure"),), {"computed": computed}, fixes)


DEGREES = frozenset((*TEMPERATURES, "degree"))

BLURRING = (
    r"(?: (?:of|about|around|roughly|some|nearly|almost|only|just|another|a|an|the|up to|as much as|"
    r"(?:at|more|less) \w+|further))* ?"
)
"""What may stand between a rise or fall and its size."""


class Sense(Enum):
    """What a temperature is: a reading of the thermometer, a difference of two, or one as well as the other."""

    READING = 1
    DIFFERENCE = 2
    EITHER = 3


@lru_cache(maxsize=32)
def _cues(expression: str) -> re.Pattern[str]:
    return lazy_pattern(expression, re.IGNORECASE)


def _has(expression: str, words: str) -> bool:
    return _cues(expression).search(words) is not None


def _possible(first: Quantity, second: Quantity, value: Fraction, sense: Sense) -> tuple[Fraction, ...]:
    found = conversions(value, first.unit, second.unit)
    return found[1:2] if sense is Sense.DIFFERENCE and len(found) == 2 else found


def _agree(article: Article, first: Quantity, second: Quantity, pair: tuple[Fraction, Fraction], sense: Sense) -> bool:
    one, other = pair
    there = _possible(first, second, one, sense)
    back = _possible(second, first, other, sense)
    if {first.unit, second.unit} <= DEGREES and sense is Sense.READING:
        there, back = there[:1] if one > 15 else there, back[:1] if other > 30 else back
    slack = _slack(article, second), _slack(article, first)
    return any(abs(value - other) <= slack[0] for value in there) or any(abs(value - one) <= slack[1] for value in back)


def _pairs(block: Figured) -> Iterator[tuple[Quantity, Quantity, int, int]]:
    """Each measure with its conversion, and where the first begins and the second ends in the figured text."""
    seen: set[int] = set()
    for template in BESIDE if block.text.count(SIGNS["measure"]) > 1 else ():
        for found in pattern(template).finditer(block.text):
            first, second = block.quantity(found.start("first")), block.quantity(found.start("second"))
            place = found.start("first")
            composed = BEFORE.search(block.text[max(0, place - 8) : place])
            if composed or first.unit == second.unit or found.start("second") in seen or _goes_on(block, found.end()):
                continue
            if template in (LISTED, CLOSING) and not second.approximation:
                continue  # "two miles, 400 metres, …" may be one thing after the other
            if template == CLOSING and not _near(first, second):
                continue
            seen.add(found.start("second"))
            yield first, second, place, found.end()


READING = lazy_pattern(r"\b(?:to|at|of|from|minus|reach(?:e[ds])?|hit)(?: (?:about|around|just|only))?(?: [-−–])? ?$")
"""Before a temperature, what makes it a reading: "It fell to minus 20 C"."""


def _near(first: Quantity, second: Quantity) -> bool:
    """Whether a measure beside another is so near it that it can be meant for the same."""
    return any(each / 2 <= second.value <= each * 2 for each in conversions(first.value, first.unit, second.unit))


def _goes_on(block: Figured, place: int) -> bool:
    """Whether another figure follows at once, as inches follow feet, or a width a length."""
    return re.match("[ ,]{0,2}(?:and |by |x |× )?[\ue000-\ue009]", block.text[place : place + 8]) is not None


MINUS = lazy_pattern(r"(?:\bminus |(?<![\w\d])[-−–])$")


def _signed_ends(article: Article, quantity: Quantity) -> tuple[Fraction, ...]:
    """The value or both ends of a figure, below nought where "minus" stands before a temperature."""
    cold = quantity.unit in (*TEMPERATURES, "degree")
    below = cold and MINUS.search(article.plain, max(0, quantity.span.start - 8), quantity.span.start) is not None
    return tuple(-end for end in _ends(quantity)) if below else _ends(quantity)


def _ends(quantity: Quantity) -> tuple[Fraction, ...]:
    return quantity.ends or (quantity.value,)


def _slack(article: Article, quantity: Quantity) -> Fraction:
    """How far the true value may lie from a figure: half its last digit that is no closing zero, more if blurred."""
    decimals = decimals_at(article, quantity.number)
    value = abs(quantity.value)
    digits = str(int(value)) if not decimals else ""
    zeros = len(digits) - len(digits.rstrip("0")) if value and value.denominator == 1 else 0
    step = (
        _scale(article, quantity) / 10**decimals
        if decimals or not zeros
        else min(Fraction(10**zeros), max(Fraction(1), value * COARSE * 2))
    )
    return step / 2 * Fraction(102, 100) + (value / 10 if quantity.approximation else 0)


FIGURE = lazy_pattern(r"[\d,]+(?:\.\d+)?")


def _scale(article: Article, quantity: Quantity) -> Fraction:
    """What a figure counts by: a million in "1.7 million", one without such a word."""
    found = FIGURE.match(with_points(article.words(quantity.number), article.settings.decimal_mark))
    told = Fraction(found[0].replace(",", "")) if found is not None and found[0].strip(",") else Fraction(0)
    scale = abs(quantity.value) / told if told else Fraction(1)
    return scale if scale in SCALES.values() else Fraction(1)


def _rounded(article: Article, value: Fraction, replaced: Quantity, more: int = 0) -> str:
    """The right value, as exact as the figure that it replaces, or by so many digits more exact."""
    decimals, scale = decimals_at(article, replaced.number) + more, _scale(article, replaced)
    if scale > 1:
        value = Fraction(round(value / scale * 10**decimals), 10**decimals) * scale
    return written(article, value, decimals)
