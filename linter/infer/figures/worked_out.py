"""Figures of a headline that two of the body make: a sum, so much each, so much a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.units import conversions

DAYS: Mapping[str, Fraction] = {
    "second": Fraction(1, 86400), "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1),
    "night": Fraction(1), "weekend": Fraction(2), "week": Fraction(7), "fortnight": Fraction(14),
    "month": Fraction(365, 12), "year": Fraction(365), "decade": Fraction(3650), "century": Fraction(36500),
}  # fmt: skip
"""Units of time in days."""

ROUND = Fraction(25, 1000)
"""How far a round figure of the headline may lie from the body's, of itself."""

LONGEST = 20
"""Figures of two sentences of which any two are put together; more are a list or a table."""

MORE = lazy_pattern(r"\b(?:[Aa]nother|[Aa] further|[Aa]n (?:extra|additional)) $")

EACH = lazy_pattern(
    r"\b(?:each|every|apiece|per|times|(?:there|out) and back|round trip|both ways|an? (?:day|head|hour|month|night|"
    r"person|piece|week|year))\b"
)
"""What in a sentence makes a figure one that comes again and again."""

BOTH_WAYS = lazy_pattern(r"\b(?:each way|(?:there|out) and back|round trip|both ways)\b")

RATE = lazy_pattern(r"(?: [a-z]+){0,2}? (?:an?|per|each|every) (day|hour|month|week|year)\b")
"""Behind a figure, the time in which there is so much: "600 jobs a year"."""

CHANGED_TO = lazy_pattern(r"\b(?:to|at|now) (?:about |just |only |over )?[$£€¥]?$")
"""Before what something comes to: "to double to 4 euros"."""


def in_unit(quantity: Quantity, body: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures of the body of one kind with one of the headline, in its unit; a bare number has that before it."""
    unit = ""
    for each in body:
        if each.kind == quantity.kind:
            unit = each.unit
        elif each.kind != "count" or each.head:
            continue
        size = _converted(each.value, unit, quantity)
        if size is not None and not each.ends:
            yield replace(each, kind=quantity.kind, value=size)


def _converted(value: Fraction, unit: str, quantity: Quantity) -> Fraction | None:
    if unit == quantity.unit or quantity.kind not in ("measure", "duration"):
        return value if unit in ("", quantity.unit) else None
    if quantity.kind == "duration":
        return value * DAYS[unit] / DAYS[quantity.unit] if unit in DAYS else None
    return next(iter(conversions(value, unit, quantity.unit)), None)


def is_worked_out(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether two figures of one sentence, or of two in turn, make a figure of the headline."""
    if quantity.kind not in ("count", "money", "measure", "duration"):
        return False
    alike = tuple(in_unit(quantity, body))
    return (
        _is_sum(article, quantity, alike)
        or _is_product(article, quantity, alike, body)
        or _is_rate(article, quantity, body)
    )


def _is_sum(article: Article, quantity: Quantity, alike: Sequence[Quantity]) -> bool:
    return any(
        quantity.may_be(one.value + other.value)
        and (one.head == other.head or not other.head or _is_more(article, other))
        for one, other in near(article, alike)
    )


def _is_more(article: Article, quantity: Quantity) -> bool:
    start = quantity.span.start
    return MORE.search(article.plain, max(0, start - len(" an additional ")), start) is not None


def near(article: Article, figures: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures of one sentence or of two in turn, two by two."""
    for first, one in enumerate(figures):
        here = article.sentence_index(one.span.start)
        for other in figures[first + 1 : first + LONGEST]:
            if article.sentence_index(other.span.start) - here > 1:
                break
            yield one, other


def _is_product(article: Article, quantity: Quantity, alike: Sequence[Quantity], body: Sequence[Quantity]) -> bool:
    """Whether so much each or so much a year makes it, or what a percentage is added to."""
    own = {each.span: each.value for each in alike}
    if any(quantity.may_be(each.value * 2) for each in alike) and BOTH_WAYS.search(article.plain) is not None:
        return True
    changed = CHANGED_TO.search(article.plain[max(0, quantity.span.start - 20) : quantity.span.start]) is not None
    return any(
        quantity.may_be(value)
        for one, other in near(article, body)
        for size, factor in ((own.get(one.span), other), (own.get(other.span), one))
        if size is not None
        for value in _multiplied(article, size, factor, Span(one.span.start, other.span.end), changed=changed)
    )


def _multiplied(article: Article, size: Fraction, factor: Quantity, told: Span, *, changed: bool) -> Iterator[Fraction]:
    if factor.kind == "percent" and changed:
        yield size * (1 + factor.value / 100)
        yield size * (1 - factor.value / 100)
    elif factor.kind in ("count", "duration", "multiple"):
        low, high = (article.sentence_at(place).span for place in (told.start, told.end - 1))
        if EACH.search(article.plain, low.start, high.end):
            yield size * factor.value


def _is_rate(article: Article, quantity: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether a figure of the body is so much in another time: 3,000 in five years for "600 a year"."""
    unit = RATE.match(article.plain, quantity.span.end)
    if unit is None:
        return False
    size = DAYS[unit[1]]
    alike = {each.span: each.value for each in in_unit(quantity, body)}
    rates = ((each, RATE.match(article.plain, each.span.end)) for each in body if each.span in alike)
    times = [alike[each.span] * size / DAYS[told[1]] for each, told in rates if told is not None]
    for one, other in near(article, body):
        for each, length in ((one, other), (other, one)):
            if each.span in alike and length.kind == "duration" and length.value:
                times.append(alike[each.span] * size / (length.value * DAYS[length.unit]))
    return any(abs(value - quantity.value) <= quantity.value * ROUND for value in times)
