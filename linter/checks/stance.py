"""The check kind `stance`: verbs of attribution that tell the reader what to think of the statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.annotation.article import Article
from linter.annotation.model import Attribution
from linter.checks.base import Finding
from linter.checks.search import Match, Search
from linter.match.inflection import verb_forms
from linter.match.trigger import Trigger

VERB = "(verb of attribution)"
"""The name of the triggers of verbs; no phrase can have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCheck(Search):
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
            yield Finding(match.span, suggestions=match.suggestions, confidence=match.confidence, level=match.level)

    def _found(self, article: Article, owner: str) -> Iterator[Match]:
        # A dataclass with slots is made anew by its decorator, and super() would look in the first one.
        yield from (match for match in Search._found(self, article, owner) if match.phrase != VERB)
        if article.hits(owner):
            yield from (self._match(article, each) for each in article.attributions if self._judges(each))

    def _judges(self, attribution: Attribution) -> bool:
        said = attribution.source is not None and attribution.content is not None
        return said and attribution.verb in (*self.verbs, *self.doubtful_verbs)

    def _match(self, article: Article, attribution: Attribution) -> Match:
        sure = attribution.verb in self.verbs
        return Match(
            attribution.cue,
            attribution.cue,
            article.sentence_at(attribution.cue.start),
            (self._suggestion(article.words(attribution.cue), attribution.verb),),
            None if sure else "low",
        )

    def _suggestion(self, cue: str, verb: str) -> str:
        found, better = _forms(verb), verb_forms(self.instead)
        index = found.index(cue.casefold()) if cue.casefold() in found and len(found) == len(better) else 0
        return better[index]


def _forms(verb: str) -> tuple[str, ...]:
    first, _, rest = verb.partition(" ")
    return tuple(f"{form} {rest}".strip() for form in verb_forms(first))
