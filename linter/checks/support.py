"""The check kind `support`: something that needs something else in reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.checks.base import Finding
from linter.checks.search import Match, Search
from linter.checks.supports import SUPPORTS, Reach, Support, regions
from linter.match.expression import passage_of
from linter.match.trigger import Trigger


class Wording(Struct, frozen=True):
    """Words that support a match: `reaches` are the places where they count.

    `patterns` are run on the text of each of them. `of` are patterns one of which the match must overlap for these
    words to support it; without any, they support every match.
    """

    reaches: tuple[Reach, ...]
    patterns: tuple[str, ...]
    of: tuple[str, ...] = ()


class SupportCheck(Search, frozen=True, kw_only=True):
    """Reports each match with none of its supports in reach.

    `needs` maps a support (see `linter.checks.supports`) to the places where it counts; `wording` says what words
    support it; one support is enough.
    """

    needs: Mapping[Support, tuple[Reach, ...]] = field(default_factory=dict)
    wording: tuple[Wording, ...] = ()

    def _texts(self) -> Iterator[str]:
        yield from super()._texts()
        for wording in self.wording:
            yield from (*wording.patterns, *wording.of)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The phrases and patterns."""
        return self.search_triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each match that nothing supports."""
        for match in self.search(article, owner):
            if not self._supported(article, match):
                yield Finding(match.span, suggestions=match.suggestions, confidence=match.confidence, level=match.level)

    def _supported(self, article: Article, match: Match) -> bool:
        return self._worded(article, match) or any(
            SUPPORTS[name](article, region, match.span)
            for name, reaches in self.needs.items()
            for region in regions(article, match.sentence, reaches)
        )

    def _worded(self, article: Article, match: Match) -> bool:
        return any(
            any(self._expanded(pattern).matches_in(passage))
            for wording in self.wording
            if not wording.of or self._overlaps(article, match, wording.of)
            for region in regions(article, match.sentence, wording.reaches)
            for passage in (passage_of(article.plain_words(region)),)
            for pattern in wording.patterns
        )
