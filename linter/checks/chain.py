"""The check kind `chain`: words that are a fault only when they come in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.checks.search import Match, Search
from linter.match.trigger import Trigger


class ChainCheck(Search, frozen=True, kw_only=True):
    """Reports the first of `length` or more matches in a row: in one paragraph, in the same or the next sentence.

    The others of the chain are related places, each told as `link`.
    """

    length: int = 3
    link: str = "and here"

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The phrases and patterns."""
        return self.search_triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each chain that is long enough, at its first match; {count} is its length."""
        for chain in _chains(article, self.search(article, owner)):
            if len(chain) >= self.length:
                labels = tuple(Label(match.span, self.link) for match in chain[1:])
                yield Finding(
                    chain[0].span,
                    labels,
                    {"count": str(len(chain))},
                    confidence=chain[0].confidence,
                    level=chain[0].level,
                )


def _chains(article: Article, matches: Iterable[Match]) -> Iterator[tuple[Match, ...]]:
    chain: tuple[Match, ...] = ()
    for match in matches:
        if chain and not _follows(article, chain[-1], match):
            yield chain
            chain = ()
        chain = (*chain, match)
    if chain:
        yield chain


def _follows(article: Article, earlier: Match, later: Match) -> bool:
    apart = article.sentence_index(later.span.start) - article.sentence_index(earlier.span.start)
    return earlier.sentence.block == later.sentence.block and apart <= 1
