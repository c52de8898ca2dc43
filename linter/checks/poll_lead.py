"""The check kind `poll-lead`: leads smaller than the margin of error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.checks.base import Finding, Label
from linter.checks.figure_words import written
from linter.infer.polls.arithmetic import is_lead
from linter.infer.polls.leads import leads
from linter.infer.polls.margin_cues import cue_triggers
from linter.match.trigger import Trigger


class PollLeadCheck(Struct, frozen=True, kw_only=True):
    """Reports a lead that is told as one though it is smaller than the margin of error that the story states.

    Values: `gap` and `margin`, both in points, and `unit`, "point" or "points", for the gap.
    """

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """Words that speak of margins of error."""
        return cue_triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each lead, at its verb."""
        for lead in leads(article):
            if not is_lead(lead.gap, Fraction(0), lead.margin.value):
                unit = "point" if lead.gap == 1 else "points"
                values = {
                    "gap": written(article, lead.gap, 1),
                    "margin": written(article, lead.margin.value, 1),
                    "unit": unit,
                }
                yield Finding(lead.span, (Label(lead.margin.span, "the margin of error"),), values)
