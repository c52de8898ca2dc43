"""Figures of a headline that a reader works out: a change, the rest of a whole, the gap between two times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern

APART = 2
"""How many places apart two figures of a change may stand."""

MOST = 40
"""Times of which any two are compared; more are a table."""


def is_reckoned(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether a reader can work out a figure of the headline from those of the body."""
    if quantity.kind in ("percent", "fraction"):
        if _is_change(article, quantity, body) or _is_rest(article, quantity, body):
            return True
        return quantity.kind == "fraction" and _lies_between_times(article, quantity, body)
    if quantity.kind == "duration":
        return _lies_between_times(article, quantity, body) or _is_odd_length(article, quantity)
    if quantity.unit.startswith("square_") and _is_area(article, quantity, body):
        return True
    return quantity.kind in ("count", "money", "measure") and (
        _is_passed(article, quantity, body) or (quantity.kind == "count" and _is_new_total(article, quantity, body))
    )


BETWEEN_SIDES = lazy_pattern(r" (?:by|x|×|(?:long|wide|deep|broad),? (?:and|by)) ")


def _is_area(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether two sides make the headline's area: "two metres by two", "nine feet wide and 20 long"."""
    unit = quantity.unit.removeprefix("square_")
    return any(
        quantity.may_be(one.value * other.value)
        for one, other in pairwise(body)
        if unit in (one.unit, other.unit)
        and {one.unit, other.unit} <= {unit, ""}
        and BETWEEN_SIDES.fullmatch(article.plain, one.span.end, other.span.start)
    )


def _is_change(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether two figures for the same, of one sentence or of two that follow each other, are that far apart."""
    scale = 100 if quantity.kind == "percent" else 1
    counted = [each for each in body if each.kind in ("count", "money", "measure") and each.ends is None]
    return any(
        one.value > 0
        and _are_alike(one, other)
        and article.sentence_index(other.span.start) - article.sentence_index(one.span.start) <= 1
        and any(
            quantity.may_be(abs(new / old - 1) * scale)
            for old, new in ((one.value, other.value), (other.value, one.value))
            if old > 0
        )
        for first in range(1, APART + 1)
        for one, other in zip(counted, counted[first:], strict=False)
    )


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one thing: a bare number takes the unit or the noun of the other."""
    bare = "count" in (one.kind if not one.head else "", other.kind if not other.head else "")
    return ((one.kind, one.unit) == (other.kind, other.unit) and one.head == other.head) or bare


AGAINST = lazy_pattern(
    r"\b(?:stay(?:s|ed)? (?:at )?home|abstain\w*|not|no|without|lack\w*|oppos\w*|reject\w*|against|unsold|unused|empty|"
    r"idle|skip\w*|miss\w*|fail\w*|never|refus\w*|shun\w*|still|remain\w*|left|keep\w*|surviv\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Says that the headline tells of those whom the body's share leaves out."""


def _is_rest(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    title = article.sentence_at(quantity.span.start).span
    if AGAINST.search(article.plain, title.start, title.end) is None:
        return False
    own = 100 if quantity.kind == "percent" else 1
    return any(
        quantity.may_be((1 - each.value / (100 if each.kind == "percent" else 1)) * own)
        for each in body
        if each.kind in ("percent", "fraction")
    )


TOTAL = lazy_pattern(
    r"\b(?:rises?|climbs?|grows?|jumps?|goes|up|now|passes|reaches)(?: to)?(?: at least)? $", re.IGNORECASE
)
"""Before a total to which something was added."""


def _is_new_total(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether a total that grew is that of two sentences: four bodies found, 27 deaths before."""
    if TOTAL.search(article.plain[max(0, quantity.span.start - 24) : quantity.span.start]) is None:
        return False
    counted = [each for each in body if each.kind == "count" and each.ends is None]
    return any(
        one.value + other.value == quantity.value
        and article.sentence_index(other.span.start) - article.sentence_index(one.span.start) <= 1
        for one, other in pairwise(counted)
    )


ABOVE = lazy_pattern(
    r"\b(?:pass(?:es|ed)?|top(?:s|ped)?|exceeds?|exceeded|cross(?:es|ed)?|surpass(?:es|ed)?|hits?|breaks?|broke|"
    r"breach(?:es|ed)?|clears?|tops|above|over|beyond|past) (?:the )?$",
    re.IGNORECASE,
)
BELOW = lazy_pattern(r"\b(?:below|under|nears?|neared|nearing|approach(?:es|ed)?|towards?) (?:the )?$", re.IGNORECASE)

NEAR = Fraction(5, 4)
"""How far past a mark its passing is still news."""


def _is_passed(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether the headline names a mark that the body's figure has passed or is about to pass: "tops 5,000"."""
    before = article.plain[max(0, quantity.span.start - 16) : quantity.number.start].rstrip("$£€¥")
    over, under = ABOVE.search(before), BELOW.search(before)
    if over is None and under is None:
        return False
    mark = quantity.value
    low, high = (mark, mark * NEAR) if over else (mark / NEAR, mark)
    return any(each.kind == quantity.kind and each.unit == quantity.unit and low <= each.value <= high for each in body)


SECONDS: Mapping[str, int] = {"second": 1, "minute": 60, "hour": 3600}

PART_OF = lazy_pattern(r" of an? (second|minute|hour)\b")

CLOCK = lazy_pattern(r"(?<![\w:.,])(\d{1,2}):(\d\d)(?::(\d\d))?(\.\d{1,3})?(?![\w:])")

TOLD = lazy_pattern(
    r"(?<![\w:.,])(?:(\d+) hours?,? (?:and )?)?(?:(\d+) minutes?,? (?:and )?)?(\d+(?:\.\d+)?) seconds?\b"
)

TIME = lazy_pattern(r"T(\d\d)(?::(\d\d))?$")
"""The hour of a time's value."""


def _lies_between_times(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether two times of the body are as far apart: finishes by the stopwatch, the hours of a sale."""
    part = PART_OF.match(article.plain, quantity.span.end) if quantity.kind == "fraction" else None
    size = SECONDS.get(part[1] if part else quantity.unit)
    if size is None or (quantity.kind == "fraction" and part is None):
        return False
    exact = quantity.value * size
    start = article.document.block_holding(quantity.span.start).end
    rows = (
        (*_stopped(article, start, 1), *_seconds(body)),
        tuple(_stopped(article, start, 60)),
        tuple(_hours(article, start)),
    )
    return any(
        abs(abs(one - other) - exact) <= (size * Fraction(1, 100) if part or size == 1 else size * Fraction(1, 20))
        for row in rows
        if len(row) <= MOST
        for one, other in combinations(row, 2)
    )


def _stopped(article: Article, start: int, scale: int) -> Iterator[Fraction]:
    """Times on a stopwatch in seconds; one of two figures as minutes and seconds, or with a scale of 60 as hours."""
    for found in CLOCK.finditer(article.plain, start):
        parts = [int(part) for part in found.groups()[:3] if part]
        seconds = parts[0] * 60 + parts[1] if len(parts) == 2 else parts[0] * 3600 + parts[1] * 60 + parts[2]
        yield Fraction(seconds * (scale if len(parts) == 2 else 1)) + Fraction(found[4] or 0)
    for found in TOLD.finditer(article.plain, start):
        hours, minutes = (int(part or 0) for part in found.groups()[:2])
        yield hours * 3600 + minutes * 60 + Fraction(found[3])


def _seconds(body: Sequence[Quantity]) -> Iterator[Fraction]:
    """Times of less than a minute: "52.31 seconds", "second in 52.51"."""
    for each in body:
        if each.value < 60 and each.value.denominator > 1 and not each.head and each.unit in ("", "second"):
            yield each.value


AT = lazy_pattern(
    r"\b(?:at|by|from|since|to|until) (\d{1,2})(?:\.([0-5]\d))?(?= on | in the |,|\.(?!\d)| and | a\.?m| p\.?m)"
)
"""A full hour, or a time with a dot."""


def _hours(article: Article, start: int) -> Iterator[Fraction]:
    for time in article.times:
        found = TIME.search(time.value) if time.type == "TIME" and time.span.start >= start else None
        if found is not None:
            yield Fraction(int(found[1]) * 3600 + int(found[2] or 0) * 60)
    for found in AT.finditer(article.plain, start):
        yield Fraction(int(found[1]) * 3600 + int(found[2] or 0) * 60)


LENGTHS: Mapping[str, tuple[int, ...]] = {
    "second": (60,), "minute": (60,), "hour": (24,), "day": (7, 365),
}  # fmt: skip
"""How many of a unit make the next larger one."""

ONE_MORE = lazy_pattern(
    r"\b(?:(?:an?|one) (?:extra |additional |leap )?(second|minute|hour|day) "
    r"(?:longer|more|extra|shorter|less|was (?:lost|added))|"
    r"(?:extra|leap|additional|added) (second|minute|hour|day))\b",
    re.IGNORECASE,
)


def _is_odd_length(article: Article, quantity: Quantity) -> bool:
    """Whether a unit of time is told to be one too long or too short: a day of 25 hours."""
    if not any(abs(quantity.value - whole) == 1 for whole in LENGTHS.get(quantity.unit, ())):
        return False
    return any((found[1] or found[2]) == quantity.unit for found in ONE_MORE.finditer(article.plain))
