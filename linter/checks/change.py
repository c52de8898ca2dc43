"""The check kind `change`: a rise or fall that its own before and after do not make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import ClassVar, Literal

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.checks.base import Finding, Label
from linter.checks.figure_words import decimals_at, with_number, written
from linter.core.span import Span
from linter.infer.figures.changes import Change, changes
from linter.match.trigger import Trigger

Bounds = tuple[Fraction, Fraction | None]

COMPARED = ("more", "less", "higher", "lower", "fewer", "up", "down")

Fault = Literal["size", "points"]


class ChangeCheck(Struct, frozen=True, kw_only=True):
    """Reports a change whose figures, as exact as the text states them, do not make what is told of them.

    `fault` is "size" for a change of another size, and "points" for the difference of two percentages that is called
    percent where percentage points are meant. Values: `computed`, the arithmetic with its result, and `truth`.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("two quantities",)

    fault: Fault

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each change with that fault."""
        reported: list[Span] = []
        for change in _uncontradicted(changes(article)):
            if fault_of(change) == self.fault and not any(span.overlaps(change.span) for span in reported):
                reported.append(change.span)
                yield _finding(article, change, self.fault)


def _uncontradicted(found: tuple[Change, ...]) -> Iterator[Change]:
    """The changes none of whose words were read in another way that is right."""
    right = [change.span for change in found if fault_of(change) is None]
    return (change for change in found if not any(span.overlaps(change.span) for span in right))


def fault_of(change: Change) -> Fault | None:
    """What is wrong with a change, None where nothing is."""
    before, after, amount = *evened(change.before, change.after), change.amount
    if before.low <= 0 or after.low < 0:
        return None
    if amount is None:
        return None if _meets(ratio(before, after), (change.low, change.high)) else "size"
    told = told_bounds(amount)
    shares = "percent" in (before.kind, after.kind)
    differs = difference(before, after, change.direction)
    if amount.kind not in ("percent", "points", "fraction"):
        return None if _meets(differs, told) else "size"
    if amount.kind == "points":
        return None if not shares or _meets(differs, told) else "size"
    if amount.kind == "percent" and shares and _is_difference(change, amount):
        return "points"
    if _meets(relative(before, after, change.direction), told):
        return None
    return "points" if amount.kind == "percent" and shares and _meets(differs, told) else "size"


FINER = 5
"""How many times as exact as another a figure is written to show that the other one's last digits are noughts."""


def evened(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two figures of one statement, the coarser as "1.8 million" beside "1.53 million" held to half its rounding."""
    steps = [Fraction(0) if each.high is None else each.high - each.low for each in (one, other)]
    if one.approximation or other.approximation or not all(steps):
        return one, other
    if steps[0] >= FINER * steps[1]:
        return _halved(one, steps[0]), other
    return (one, _halved(other, steps[1])) if steps[1] >= FINER * steps[0] else (one, other)


def _halved(quantity: Quantity, step: Fraction) -> Quantity:
    return replace(quantity, low=quantity.value - step / 4, high=quantity.value + step / 4)


PLAINLY = Fraction(3, 2)
"""How many times as large as the difference of two percentages the change in percent is, to tell the two apart."""


def _is_difference(change: Change, amount: Quantity) -> bool:
    """Whether a percentage is just the difference of two, which as they are written make a much greater change."""
    before, after = change.before, change.after
    exact = before.kind == after.kind == "percent" and not (before.approximation or after.approximation)
    apart = (after.value - before.value) * change.direction
    return exact and apart == amount.value and apart / before.value * 100 >= PLAINLY * amount.value


def told_bounds(amount: Quantity) -> Bounds:
    """The least and greatest change that an amount can stand for; a fraction as its percentage."""
    scale = 100 if amount.kind == "fraction" else 1
    return amount.low * scale, None if amount.high is None else amount.high * scale


def ratio(before: Quantity, after: Quantity) -> Bounds:
    """The least and greatest factor that two figures allow: after over before, by the ends of their intervals."""
    low = Fraction(0) if before.high is None else after.low / before.high
    return low, None if after.high is None else after.high / before.low


def relative(before: Quantity, after: Quantity, direction: int) -> Bounds:
    """The least and greatest change in percent of the first figure, in a direction."""
    low, high = ratio(before, after)
    if direction > 0:
        return (low - 1) * 100, None if high is None else (high - 1) * 100
    return (Fraction(-(10**9)) if high is None else (1 - high) * 100), (1 - low) * 100


def difference(before: Quantity, after: Quantity, direction: int) -> Bounds:
    """The least and greatest difference of two figures, in a direction."""
    first, second = (before, after) if direction > 0 else (after, before)
    low = Fraction(-(10**9)) if first.high is None else second.low - first.high
    return low, None if second.high is None else second.high - first.low


def _meets(one: Bounds, other: Bounds) -> bool:
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])


def _finding(article: Article, change: Change, fault: Fault) -> Finding:
    before, after = article.words(change.before.number), article.words(change.after.number)
    labels = (Label(change.before.span, "before"), Label(change.after.span, "after"))
    truth = _truth(article, change, fault)
    values = {"computed": f"{before} to {after} is {truth}", "truth": truth}
    return Finding(change.span, labels, values, _fixed(article, change, fault))


def _truth(article: Article, change: Change, fault: Fault) -> str:
    first, second = change.before.value, change.after.value
    if fault == "points":
        points = written(article, abs(second - first), 2)
        noun = "percentage point" if abs(second - first) <= 1 else "percentage points"
        return f"{points} {noun}, or {_signed(article, (second / first - 1) * 100, 1)}"
    if change.factor is not None:
        return f"{written(article, second / first, 1)} times as much"
    assert change.amount is not None
    if change.amount.kind not in ("percent", "fraction"):
        noun = " percentage points" if change.amount.kind == "points" else ""
        return f"a difference of {written(article, abs(second - first), 2)}{noun}"
    decimals = max(1, decimals_at(article, change.amount.number)) if change.amount.kind == "percent" else 0
    return _signed(article, (second / first - 1) * 100, decimals)


def _signed(article: Article, value: Fraction, decimals: int) -> str:
    return f"{'+' if value > 0 else ''}{written(article, value, decimals)}%"


def _fixed(article: Article, change: Change, fault: Fault) -> tuple[str, ...]:
    amount = change.amount
    if (
        amount is None
        or amount.kind == "fraction"
        or amount.approximation
        or (change.after.value - change.before.value) * change.direction <= 0
    ):
        return ()
    words, number = article.words(change.span), article.words(amount.number)
    if fault == "points":
        unit = article.words(Span(amount.number.end, amount.span.end)).strip()
        single = amount.value <= 1 or (amount.span.start == change.span.start and not words.endswith(COMPARED))
        noun = "percentage point" if single else "percentage points"
        return (words.replace(article.words(amount.span), f"{number} {noun}", 1),) if unit else ()
    first, second = change.before.value, change.after.value
    exact = abs(second - first) if amount.kind != "percent" else abs(second / first - 1) * 100
    return (with_number(words, number, written(article, exact, decimals_at(article, amount.number))),)
