"""The check kind `altered`: the same quotation given twice with different words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.infer.speech.repeats import repeats
from linter.match.trigger import Trigger


class AlteredCheck(Struct, frozen=True, kw_only=True):
    """Reports the later of two quotations of one statement whose words differ.

    Values: `there` and `here`, the words that differ in the first and in the later one.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quotation",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: the words of a quotation are not known beforehand."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each quotation that changes an earlier one."""
        for repeat in repeats(article):
            label = Label(repeat.first.span, "first given with these words")
            yield Finding(repeat.later.span, (label,), {"there": repeat.there, "here": repeat.here})
