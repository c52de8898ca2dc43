"""The check kind `pattern`: words that should not stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.annotation.article import Article
from linter.checks.base import Finding
from linter.checks.search import Search
from linter.match.trigger import Trigger


class PatternCheck(Search, frozen=True, kw_only=True):
    """Reports each match of its phrases and patterns that nothing lifts."""

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The phrases and patterns."""
        return self.search_triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each match; its suggestions are those of the pattern."""
        for match in self.search(article, owner):
            yield Finding(match.span, suggestions=match.suggestions, confidence=match.confidence, level=match.level)
