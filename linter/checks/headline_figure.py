"""The check kind `headline-figure`: a figure in the headline that the article does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.checks.base import Finding, Label
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.headline_dates import other_days, other_years
from linter.infer.figures.headline_scores import other_scores
from linter.infer.figures.headline_support import is_supported
from linter.infer.figures.headline_verbs import after_same_verb
from linter.infer.figures.likeness import same_thing
from linter.infer.figures.topics import topics
from linter.match.trigger import Trigger

LONG_HEADLINE = 20
"""Figures of a headline that are looked for in the body."""


class HeadlineFigureCheck(Struct, frozen=True, kw_only=True):
    """Reports a figure of the headline that the body neither states nor lets a reader compute.

    A figure is supported by the same value, by one that rounds to it, by figures of one sentence that add up to it, by
    the quotient of two, by as many items of a list, by a year of birth, or by two figures that tell a change, a gap, or
    so much each.
    A number up to `named` may stand for people
    or things that the body names one by one: it is reported only when the body has another number for the same.
    A figure of a kind of which the body has none (a length of time, a weight) may follow from something else.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("figure in title",)

    named: int = 5

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each unsupported figure of the first headline."""
        title = article.headline
        if title is None:
            return
        body = tuple(each for each in article.quantities if not _in_title(article, each))
        if len(article.document.blocks) < 2 or not any(block.kind == "paragraph" for block in article.document.blocks):
            return
        titled = [each for each in article.quantities if title.start <= each.span.start < title.end]
        for quantity in titled[:LONG_HEADLINE]:
            if not _is_told_before(article, quantity, titled) and not is_supported(article, quantity, body):
                rival = _rival(article, quantity)
                if rival is not None or (
                    not _may_be_named(quantity, self.named) and _has_like(article, quantity, body)
                ):
                    labels = (Label(rival.span, "the body's figure"),) if rival else ()
                    instead = f"; the body has {article.words(rival.span)}" if rival else ""
                    yield Finding(quantity.span, labels, {"instead": instead})
        for day in (*other_days(article), *other_years(article)):
            yield _other(article, day.headline, day.body, "the body's date")
        for own, other in other_scores(article):
            yield _other(article, own, other, "the body's result")


def _other(article: Article, own: Span, other: Span, label: str) -> Finding:
    return Finding(own, (Label(other, label),), {"instead": f"; the body has {article.words(other)}"})


def _in_title(article: Article, quantity: Quantity) -> bool:
    return article.document.block_holding(quantity.span.start).kind == "title"


def _is_told_before(article: Article, quantity: Quantity, titled: list[Quantity]) -> bool:
    """Whether the headline itself leads to a figure: "Nine charged, a tenth is sought", "12 years each, 24 in all"."""
    others = [each for each in titled if each.span.start < quantity.span.start]
    if quantity.kind == "ordinal":
        return any(each.value == quantity.value - 1 for each in others)
    shared = " each" in article.plain[others[0].span.start : quantity.span.start] if others else False
    return shared and any(each.value > 1 and quantity.value % each.value == 0 for each in others)


LIKE: Mapping[str, tuple[str, ...]] = {
    "count": ("count", "money"), "money": ("money", "count"), "percent": ("percent", "fraction", "points", "count"),
    "fraction": ("percent", "fraction", "points", "count"), "points": ("percent", "fraction", "points"),
}  # fmt: skip
"""The kinds of figures that could have told one of a kind; others have their own alone."""


STOPPED = lazy_pattern(r"\b\d{1,2}:\d\d(?::\d\d|\.\d)")
COUNTED_FROM: Mapping[str, re.Pattern[str]] = {
    "second": STOPPED, "minute": STOPPED, "year": lazy_pattern(
        r"\b(?:since|by(?: the end of)?|(?:opened|founded|built|begun|began|started|set up|established)(?: \w+)? in) "
        r"(?:1[89]|20)\d\d\b"
    ),
}  # fmt: skip
"""What tells a length of time without naming it: times on a stopwatch, the year in which something began."""


def _has_like(article: Article, quantity: Quantity, body: tuple[Quantity, ...]) -> bool:
    """Whether the body tells such things in figures at all, so that one that it lacks is missed."""
    told = COUNTED_FROM.get(quantity.unit) if quantity.kind == "duration" else None
    if told is not None and told.search(article.plain) and (article.date is not None or quantity.unit != "year"):
        return True
    return any(each.kind in LIKE.get(quantity.kind, (quantity.kind,)) for each in body)


def _may_be_named(quantity: Quantity, named: int) -> bool:
    around_the_clock = quantity.kind == "duration" and quantity.unit == "hour" and quantity.value == 24
    return around_the_clock or (quantity.kind in ("count", "ordinal", "multiple") and quantity.value <= named)


def _rival(article: Article, quantity: Quantity) -> Quantity | None:
    """The body's figure for the same thing, if it is told."""
    own = next((topic for topic in topics(article) if topic.quantity is quantity), None)
    others = (topic for topic in topics(article) if not _in_title(article, topic.quantity))
    if own is not None:
        found = next((topic.quantity for topic in others if same_thing(own, topic)), None)
        if found is not None:
            return found
    done = after_same_verb(article, quantity)
    if done is not None:
        return done
    kinds = {"age"} if quantity.kind == "age" else set()
    same = [each for each in article.quantities if each.kind in kinds and not _in_title(article, each)]
    return same[0] if same else None
