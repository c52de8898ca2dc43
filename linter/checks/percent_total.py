"""The check kind `percent-total`: parts of one whole that are more than the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.checks.figure_words import written
from linter.infer.figures.wholes import Parts, wholes
from linter.match.trigger import Trigger


class PercentTotalCheck(Struct, frozen=True, kw_only=True):
    """Reports shares of one whole, outside polls, that add up to more than 100 percent plus their rounding.

    Values: `computed`, the sum written out, and `truth`, its result.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("two quantities",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each whole, at its first part."""
        for parts in wholes(article):
            if parts.low > 100 and not _is_polled(article, parts):
                yield _finding(article, parts)


def _is_polled(article: Article, parts: Parts) -> bool:
    """Whether the shares stand in a paragraph that speaks of a poll."""
    document = article.document
    block = document.block_at(parts.shares[0].span.start)
    return any(document.block_at(mention.start) == block for poll in article.polls for mention in poll.mentions)


def _finding(article: Article, parts: Parts) -> Finding:
    first, *others = parts.shares
    truth = f"{written(article, parts.value, 1)}%"
    terms = " + ".join(article.words(share.number) for share in parts.shares)
    labels = tuple(Label(share.span, "another part") for share in others)
    return Finding(first.span, labels, {"computed": f"{terms} is {truth}", "truth": truth})
