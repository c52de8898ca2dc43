"""The check kind `unbalanced`: quotations that are opened and never closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quotation
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.match.trigger import Trigger

FIRST_WORD = lazy_pattern(r"\W{1,6}\w+|\W")


class UnbalancedCheck(Struct, frozen=True, kw_only=True):
    """Reports the opening mark of a quotation that nothing closes, with the word it stands before.

    A paragraph of a running quotation is in order (see `linter.annotation.quotations`).
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quotation",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: marks are no words."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each open quotation."""
        for quotation in article.quotations:
            if not quotation.closed and not _ends_in_three(article, quotation):
                found = FIRST_WORD.match(article.plain, quotation.span.start, quotation.span.end)
                end = found.end() if found else quotation.span.start + 1
                yield Finding(
                    Span(quotation.span.start, end), values={"mark": article.text[quotation.span.start : end][:1]}
                )


def _ends_in_three(article: Article, quotation: Quotation) -> bool:
    """Whether an inner quotation may be closed by one of three marks in a row, which can be paired in two ways."""
    end = quotation.span.end
    return quotation.depth > 0 and "'''" in article.plain[max(0, end - 3) : end + 4]
