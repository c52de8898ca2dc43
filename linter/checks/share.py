"""The check kind `share`: a percentage or a fraction that its own part and whole do not make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import ClassVar, Literal

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.checks.figure_words import decimals_at, with_number, written
from linter.core.span import Span, starting_in
from linter.infer.figures.share_forms import Share
from linter.infer.figures.shares import shares
from linter.match.trigger import Trigger

Stated = Literal["percent", "fraction"]

COMMON = tuple(Fraction(*pair) for pair in ((1, 10), (1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4), (9, 10), (1, 1)))
"""Fractions that people name: "more than a third" is less than half."""

POINT = Fraction(1, 100)


class ShareCheck(Struct, frozen=True, kw_only=True):
    """Reports a share that no value of its figures, as exact as the text states them, can make.

    `stated` says which shares: percentages, or fractions in words and majorities. Values: `computed`, the arithmetic
    with its result, and `truth`, that result as a percentage.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quantity",)

    stated: Stated

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each share that cannot be."""
        for share in shares(article):
            if (share.stated is not None and share.stated.kind == "percent") != (self.stated == "percent"):
                continue
            true, told = share.true_bounds(), stated_bounds(share)
            if true is None or told is None or (true[0] <= told[1] and told[0] <= true[1]):
                continue
            if not _is_of_another(article, share, told):
                yield _finding(article, share)


def _is_of_another(article: Article, share: Share, told: tuple[Fraction, Fraction]) -> bool:
    """Whether a part makes the stated share of another figure told before it, from the whole's sentence on.

    In "11,400 tonnes, of which 4,560 (40 percent) went to Japan, 3,420 (30 percent) to Europe" the first is; in
    "visited 960 of its 4,100 farms. At 240 of them, or 25 percent," it is the part told first.
    """
    if share.part is None or share.whole is None:
        return False
    part, whole = share.part, share.whole
    sentence = article.sentence_at(min(part, whole, key=lambda each: each.span).span.start).span
    for other in starting_in(article.quantities, Span(sentence.start, part.span.start)):
        plain = whole.kind == "count" and not whole.head
        alike = not other.ends and (plain or (other.kind == whole.kind and other.unit == whole.unit))
        if alike and other.value and told[0] <= part.value / other.value <= told[1]:
            return True
    return False


def stated_bounds(share: Share) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest share that the stated words can mean, as a part of one."""
    told = share.stated
    if told is None:
        return (
            (Fraction(0), Fraction(1, 2)) if "minority" in share.words else (Fraction(1, 2) + POINT / 1000, Fraction(1))
        )
    if told.ends and told.kind != "percent":
        return None
    scale = 100 if told.kind == "percent" else 1
    high = Fraction(1) if told.high is None else told.high / scale
    if told.kind == "fraction" and told.high is None:
        high = next((common for common in COMMON if common > told.value), Fraction(1)) + POINT
    return told.low / scale, high


def _finding(article: Article, share: Share) -> Finding:
    if share.percent is not None:
        same = article.words(share.percent.span)
        label = Label(share.percent.span, "the same share as a percentage")
        return Finding(share.span, (label,), {"computed": same, "truth": same})
    assert share.part is not None
    assert share.whole is not None
    exact = share.part.value / share.whole.value * 100
    told = share.stated if share.stated is not None and share.stated.kind == "percent" else None
    decimals = decimals_at(article, told.number) if told else 0
    truth = f"{written(article, exact, max(1, decimals))}%"
    computed = f"{article.words(share.part.number)} of {article.words(share.whole.number)} is {truth}"
    labels = (Label(share.part.span, "the part"), Label(share.whole.span, "the whole"))
    fixed: tuple[str, ...] = ()
    if told and not told.approximation:
        fixed = (with_number(article.words(share.span), article.words(told.number), written(article, exact, decimals)),)
    return Finding(share.span, labels, {"computed": computed, "truth": truth}, fixed)
