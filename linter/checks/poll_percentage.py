"""The check kind `poll-percentage`: percentages that no number of the people asked can give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.checks.figure_words import written
from linter.infer.polls.arithmetic import nearest_shares
from linter.infer.polls.wholes import Impossible, impossible_shares
from linter.match.trigger import Trigger


class PollPercentageCheck(Struct, frozen=True, kw_only=True):
    """Reports a percentage that no whole number of the people asked can give (the GRIM test).

    Values: `whole`, how many were asked, and `near`, the two numbers next to it with their percentages.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """Words that speak of people who were asked."""
        asked = (
            r"\bpoll|\bwrote back\b|\bsurvey|\brespon|\bask(?:ed|s)?\b|\bforms?\b|"
            r"\bquestion|\brepl|\banswer|\binterviewed\b|took part|returned|filled|"
            r"\bcanvass|\bquizz"
        )
        yield Trigger(owner, "asked", asked)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each such percentage."""
        for each in impossible_shares(article):
            yield _finding(article, each)


def _finding(article: Article, each: Impossible) -> Finding:
    whole = int(each.whole.value)
    decimals = len(str(Fraction(1) / each.step)) - 1
    counts = nearest_shares(each.percent.value, whole)
    near = " and ".join(
        f"{count} of {whole} is {written(article, Fraction(count * 100, whole), decimals + 1)}%" for count in counts
    )
    values = {"whole": article.words(each.whole.number), "near": near}
    return Finding(each.percent.span, (Label(each.whole.span, "the people asked"),), values)
