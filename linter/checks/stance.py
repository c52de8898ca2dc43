"""The check kind `stance`: verbs of attribution that tell the reader what to think of the statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.annotation.article import Article
from linter.annotation.model import Attribution
from linter.checks.base import Finding
from linter.checks.search import Match, Search
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.match.inflection import verb_forms
from linter.match.trigger import Trigger

VERB = "(verb of attribution)"
"""The name of the triggers of verbs; no phrase can have it."""

STATEMENT = lazy_pattern(r" that\b|[,:]? ?[\"']")

STATED = lazy_pattern(
    r"\b(?:that|how|why|what|whether|he|she|it|they|we|there|nobody|is|are|was|were|be|has|have|had|will|would|can|could|may|"
    r"might|must|should|do|does|did|became|began|broke|brought|came|cost|cut|fell|felt|gave|go|goes|got|grew|held|kept|knew|"
    r"left|lost|made|met|need|needs|paid|put|ran|rose|said|sank|saw|sold|spent|stood|told|took|want|wants|went|won|wrote|"
    r"[a-z]+(?:ed|n't|n’t))\b|[\"'“‘`:]",
    re.IGNORECASE,
)
"""What a clause has, and the object of a verb ("a heavy presence of soldiers") has not."""


class StanceCheck(Search, frozen=True, kw_only=True):
    """Reports verbs where they give a statement to somebody, and the matches of its phrases and patterns.

    `verbs` are base forms, `doubtful_verbs` those reported at low confidence; a verb that attributes nothing ("a storm
    claimed four boats") is never reported. `instead` is the base form of the verb to suggest.
    """

    verbs: tuple[str, ...] = ()
    doubtful_verbs: tuple[str, ...] = ()
    instead: str = "say"

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The forms of the verbs, the phrases and the patterns."""
        yield from self.search_triggers(owner)
        for verb in (*self.verbs, *self.doubtful_verbs):
            yield from (Trigger(owner, VERB, form, literal=True) for form in _forms(verb))

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each verb that attributes and each match of a pattern, with the verb to prefer."""
        for match in self.search(article, owner):
            found, sure, level = match.suggestions, match.confidence, match.level
            yield Finding(match.span, suggestions=found, confidence=sure, level=level, ready=match.ready)

    def _found(self, article: Article, owner: str) -> Iterator[Match]:
        yield from (match for match in super()._found(article, owner) if match.phrase != VERB)
        if article.hits(owner):
            yield from (self._match(article, each) for each in article.attributions if self._judges(article, each))

    def _judges(self, article: Article, attribution: Attribution) -> bool:
        if attribution.source is None or attribution.content is None:
            return False
        if attribution.verb in self.verbs:
            return True
        # Somebody may note, reveal or maintain a thing.
        content = attribution.content
        words = article.plain_words(Span(attribution.cue.end, max(attribution.cue.end, content.end)))
        stated = content.start < attribution.cue.end or STATED.search(words) is not None
        return stated and attribution.verb in self.doubtful_verbs

    def _match(self, article: Article, attribution: Attribution) -> Match:
        sure = attribution.verb in self.verbs
        suggestion, same_form = self._suggestion(article.words(attribution.cue), attribution.verb)
        return Match(
            attribution.cue,
            attribution.cue,
            article.sentence_at(attribution.cue.start),
            (suggestion,),
            None if sure else "low",
            ready=same_form and _takes_statement(article, attribution),
        )

    def _suggestion(self, cue: str, verb: str) -> tuple[str, bool]:
        """The verb to prefer, and whether it is in the form of the one that was found."""
        found, better = _forms(verb), verb_forms(self.instead)
        same_form = cue.casefold() in found and len(found) == len(better)
        return better[found.index(cue.casefold()) if same_form else 0], same_form


def _takes_statement(article: Article, attribution: Attribution) -> bool:
    """Whether the verb stands with "that" or beside the words of a quotation, where any verb of saying can stand."""
    if attribution.content is not None and attribution.content.end <= attribution.cue.start:
        return True
    place = attribution.cue.end
    return STATEMENT.match(article.plain_words(Span(place, min(place + 10, len(article.text))))) is not None


def _forms(verb: str) -> tuple[str, ...]:
    first, _, rest = verb.partition(" ")
    return tuple(f"{form} {rest}".strip() for form in verb_forms(first))
