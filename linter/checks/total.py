"""The check kind `total`: a total that its own parts do not add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.checks.base import Finding, Label
from linter.checks.figure_words import decimals_at, with_number, written
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.infer.figures.kinds import kinds_told, told_once
from linter.infer.figures.sums import sums
from linter.infer.figures.totals import Sum
from linter.match.trigger import Trigger


class TotalCheck(Struct, frozen=True, kw_only=True):
    """Reports a total when no values of its parts, as exact as the text states them, add up to it.

    Values: `computed`, the sum written out, and `truth`, its result.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quantity",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each total that its parts do not make."""
        for each in told_once(sums(article), kinds_told(article)):
            if not _agrees(each, each.total) and not (_is_of_another(article, each) or _is_open(article, each)):
                yield _finding(article, each)


def _agrees(each: Sum, total: Quantity) -> bool:
    high, most = each.high, total.high
    return (high is None or total.low <= high) and (most is None or each.low <= most)


def _is_of_another(article: Article, each: Sum) -> bool:
    """Whether the parts make a figure that stands between them and what was taken for their total.

    So in "took on 18 workers and has 164 now. Ninety-seven of them are women and 67 are men", and where both make them:
    "24 players and six coaches. Twenty of them flew".
    """
    total = each.total
    between = starting_in(article.quantities, Span(total.span.end, each.parts[0].span.start))
    return any(
        _agrees(each, other) or total.value + other.value == each.value
        for other in between
        if (other.kind, other.unit, other.ends) == (total.kind, total.unit, None)
    )


REST = lazy_pattern(r"\b(?:the|whatever) (?:balance|others?|remainder|rest)\b")

OF_THEM = lazy_pattern(r" of (?:them|these|those|whom|the)\b")

REST_NEXT = lazy_pattern(
    r"(?:(?:And|But) )?(?:Some (?:are|is|of|was|were)|Others?|Another|One more|Neither|"
    r"The (?:others?|remainder|remaining|rest|last|final|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"eleventh|twelfth|\w+teenth|\w+ieth|\d+(?:st|nd|rd|th)))\b"
)


def _is_open(article: Article, each: Sum) -> bool:
    """Whether what is missing is told without a number ("and the town the rest"), or some are parts of another part.

    So in "Three hundred of them are new, 180 women and 120 men".
    """
    first, *others = each.parts
    if OF_THEM.match(article.plain, first.span.end) and first.value == sum(part.value for part in others):
        return True
    last = each.parts[-1].span.end
    index = article.sentence_index(last)
    if each.value >= each.total.value or last < each.total.span.start:
        return False
    following = article.sentences[index + 1].span.start if index + 1 < len(article.sentences) else len(article.plain)
    told = REST.search(article.plain, last, article.sentences[index].span.end)
    rest = REST_NEXT.match(article.plain, following)
    counted = starting_in(article.quantities, Span(rest.end(), rest.end() + 2)) if rest is not None else ()
    # "The other 18 people on board were crew" does not make up for two that are missing.
    fits = all(each.value + other.value == each.total.value for other in counted)
    return told is not None or (rest is not None and fits)


def _finding(article: Article, each: Sum) -> Finding:
    decimals = max((decimals_at(article, part.number) for part in each.parts), default=0)
    number = article.words(each.total.number)
    scale = any(part.inexact for part in each.parts)
    truth = written(article, each.value, decimals if not scale else 0)
    terms = [article.words(part.number) for part in each.parts] + ["one"] * each.singles
    labels = tuple(Label(part.span, "a part") for part in each.parts)
    fixed = () if each.total.approximation or scale else (with_number(article.words(each.total.span), number, truth),)
    return Finding(each.total.span, labels, {"computed": f"{' + '.join(terms)} is {truth}", "truth": truth}, fixed)
