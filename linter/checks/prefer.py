"""The check kind `prefer`: words with a better-suited twin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import field

from linter.annotation.article import Article
from linter.annotation.model import VoiceKind
from linter.checks.base import Finding
from linter.checks.search import Match, Search
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.match.trigger import Trigger
from linter.match.words import forms

RECORD = lazy_pattern(
    r"\b(?:accounts|balance sheet|books|calendar|catalogue|census|chart|data|figures|index|ledgers?|logs?|maps?|"
    r"meters?|minutes|records|registers?|registry|sensors?|statistics|tables?|tally|timetable|"
    r"documents|filings?|invoices|papers|payroll|receipts|tax returns?|"
    r"(?:annual|company|earnings|financial|half-year(?:ly)?|interim|quarterly|regulatory|stock exchange|yearly) "
    r"(?:disclosures?|filings?|reports?|results|statements?|updates?))"
    r"(?: (?:from|it|of|on|out|published|seen|sent|that|which)\b.*)?$",
    re.IGNORECASE,
)
"""Sources that hold figures and no opinions."""


class PreferCheck(Search, frozen=True, kw_only=True):
    """Reports words for which the rule knows a neutral wording: `swap` maps an entry to what could stand there.

    An entry is written as in a word list ("rightsize/v": "lay off"); the wording is a suggestion to the writer. One
    written so itself ("slam/v": "criticize/v") is suggested in the form that was found.
    """

    swap: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _wordings(self) -> Mapping[str, tuple[tuple[str, ...], bool]]:
        return {form: better for entry, its in self.swap.items() for form, better in _inflected(entry, its)}

    def validate(self) -> None:
        """Raises ValueError for an entry that is none, besides what every search refuses."""
        super().validate()
        _ = self._wordings

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The forms of the entries, the phrases and the patterns."""
        yield from self.search_triggers(owner)
        for entry in self.swap:
            yield from (Trigger(owner, form, form, literal=True) for form in forms(entry))

    def _is_spoken_by(self, article: Article, match: Match, voices: tuple[VoiceKind, ...]) -> bool:
        """A record has figures and no opinions: words told from one are the writer's."""
        kind = article.voice(match.span).kind
        recorded = kind == "reported" and "writer" in voices and _is_recorded(article, match.span)
        return kind in voices or (recorded and article.quotation_at(match.span) is None)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each match, with the wordings to prefer."""
        for match in self.search(article, owner):
            found = self._wordings.get(article.plain_words(match.span).casefold())
            suggestions, ready = found or (match.suggestions, False)
            sure, level = match.confidence, match.level
            yield Finding(match.span, suggestions=suggestions, confidence=sure, level=level, ready=ready)


def _is_recorded(article: Article, span: Span) -> bool:
    """Whether what stands in a span is told from a record, and by nobody: "according to its accounts"."""
    around = [
        attribution
        for attribution in article.attributions_of(article.sentence_at(span.start))
        if attribution.content is not None and attribution.content.contains(span)
    ]
    return bool(around) and all(
        attribution.source is not None and RECORD.search(article.plain_words(attribution.source)) is not None
        for attribution in around
    )


def _inflected(entry: str, wording: str | tuple[str, ...]) -> Iterator[tuple[str, tuple[tuple[str, ...], bool]]]:
    """Each form of an entry with the wordings for it, and whether they are in the same form.

    They are where they are entries themselves, or where the entry has but one form.
    """
    wordings = (wording,) if isinstance(wording, str) else wording
    found = forms(entry)
    alike = tuple(map(forms, wordings))
    for index, form in enumerate(found):
        # An irregular verb has more forms or fewer; then the base form must do.
        same = all(len(its) == len(found) for its in alike)
        yield form.casefold(), (tuple(its[index] if len(its) == len(found) else its[0] for its in alike), same)
