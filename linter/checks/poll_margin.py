"""The check kind `poll-margin`: margins of error that cannot belong to their sample."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.checks.base import Finding, Label
from linter.checks.figure_words import written
from linter.infer.polls.arithmetic import margin_fits, margin_of_error
from linter.infer.polls.margin_cues import cue_triggers
from linter.infer.polls.margins import Margin, margins
from linter.infer.polls.samples import is_of_each
from linter.match.trigger import Trigger

OPEN = Fraction(3, 2)
"""How many times "more than 1,000" may be at most."""


class PollMarginCheck(Struct, frozen=True, kw_only=True):
    """Reports a stated margin of error that none of the samples it may belong to can have.

    Values: `sample`, the number of people asked as the text has it, `level`, the confidence level in percent, `truth`,
    the margin of a simple random sample of that size, and `most`, the largest that the design effect allows.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """Words that speak of margins."""
        return cue_triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each margin that is out of the question."""
        for margin in margins(article):
            fits = any(_fits(margin, each) or is_of_each(article, each) for each in margin.samples)
            if margin.samples and not fits:
                yield _finding(article, margin, margin.samples[0])


def _fits(margin: Margin, sample: Quantity) -> bool:
    high = sample.value * OPEN if sample.high is None else sample.high
    return sample.low <= 0 or margin_fits((margin.low, margin.high), (sample.low, high), margin.level)


def _finding(article: Article, margin: Margin, sample: Quantity) -> Finding:
    truth = margin_of_error(sample.value, margin.level)
    values = {
        "sample": article.words(sample.number),
        "level": written(article, margin.level, 1),
        "truth": written(article, truth, 1),
        "most": written(article, truth * 2, 1),
    }
    return Finding(margin.span, (Label(sample.span, "the sample"),), values)
