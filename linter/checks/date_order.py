"""The check kind `date-order`: a range of dates whose later end stands first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.model import Sentence
from linter.checks.base import Finding
from linter.core.span import Span
from linter.infer.dates.date_order import is_reversed
from linter.infer.dates.masked import masked, masked_expressions, masked_matches, masked_pattern
from linter.infer.dates.spans_of_time import DateRange, early_ranges_in, ranges_in
from linter.match.expression import Expression
from linter.match.trigger import Trigger

JOINED = r"\b(?:from|between)\b|[\d)a-z.] ?[-–—] ?[\dA-Z(]|\b(?:to|until|till|through) "


class DateOrderCheck(Struct, frozen=True, kw_only=True, dict=True):
    """Reports ranges of dates that run backward; those across New Year, and years B.C., are in order.

    `unless` are patterns that lift a range, whose dates they name as `<range>`: where its ends are compared, or
    something is moved from one to the other. `words` are word lists for them. Value: `ordered`, the range the right
    way round.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: tuple[str, ...] = ()

    @cached_property
    def _unless(self) -> tuple[Expression, ...]:
        return masked_expressions(self.unless, self.words)

    def validate(self) -> None:
        """Raises ValueError where a pattern names a list of words that there is not."""
        for pattern in self.unless:
            masked_pattern(pattern, self.words)

    def ready(self) -> None:
        """Work out what a run would when it comes to need it: a rule that is kept is kept so."""
        _ = self._unless

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """Words and marks that join two ends."""
        yield Trigger(owner, "joined", JOINED)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each range that runs backward."""
        for sentence in article.sentences_hit(owner):
            for dates in ranges_in(article, sentence):
                if is_reversed(article, dates) and not self._lifted(article, sentence, _ends(dates)):
                    ordered = _ordered(article, dates)
                    yield Finding(dates.span, values={"ordered": ordered}, suggestions=(ordered,))
            for early in early_ranges_in(article, sentence):
                if early.first > early.second and not self._lifted(article, sentence, early.span):
                    yield Finding(early.span, values={"ordered": f"{early.second} to {early.first}"})

    def _lifted(self, article: Article, sentence: Sentence, span: Span) -> bool:
        text = masked(article, sentence, (("range", span),))
        return any(True for _ in masked_matches(self._unless, text))


def _ends(dates: DateRange) -> Span:
    return Span(dates.start.mention.span.start, dates.span.end)


def _ordered(article: Article, dates: DateRange) -> str:
    """The range with its ends exchanged; a year that stands at the second end alone stays there."""
    first, second = article.words(dates.start.mention.span), article.words(dates.end.mention.span)
    if dates.end.own_year and not dates.start.own_year:
        year = f"{dates.end.year}"
        first, second = f"{first} {year}", second.replace(year, "").rstrip(" ,")
    start, end = dates.start.mention.span, dates.end.mention.span
    lead = article.words(Span(dates.span.start, start.start))
    return f"{lead}{second}{article.words(Span(start.end, end.start))}{first}"
