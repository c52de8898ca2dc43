"""The check kind `single-source`: one voice that speaks of others who are not heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from linter.annotation.article import Article
from linter.annotation.model import Attribution
from linter.annotation.verbs import THOUGHT
from linter.checks.base import Finding, Label
from linter.checks.search import Match, Search
from linter.core.span import Span
from linter.infer.speech.sources import Source, sources
from linter.infer.speech.transcripts import in_turns
from linter.match.trigger import Trigger

OPENING = 12
"""Characters of a match that tell whose words it is; the speaker may stand in its end."""


class SingleSourceCheck(Search, frozen=True, kw_only=True):
    """Reports an article whose statements all come from one source while others are characterised in it.

    An interview printed turn by turn has one voice by its nature.

    The phrases and patterns find the characterisation of a party. `heard` are patterns of an attempt to hear one
    ("declined to comment"), `same_roles` words for one office, `least` the attributions that the one source must have.
    The finding is as sure as the surest pattern that met; one of low confidence is met only in what the source says.
    Values: `source`, its name; `party`, the words that characterise somebody.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("attribution",)

    heard: tuple[str, ...] = ()
    same_roles: tuple[tuple[str, ...], ...] = ()
    least: int = 2

    def _texts(self) -> Iterator[str]:
        yield from super()._texts()
        yield from self.heard

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """The phrases and patterns."""
        return self.search_triggers(owner)

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """At most one finding, on the whole article."""
        if len(article.attributions) < self.least or in_turns(article, len(article.document.blocks) - 1):
            return
        found = sources(article, tuple(frozenset(office) for office in self.same_roles))
        if len(found) != 1 or self._statements(article, found[0]) < self.least:
            return
        others = [match for match in self.search(article, owner) if self._counts(article, match, found[0])]
        if not others or self._is_heard(article) or _is_another_heard(article):
            return
        party = next((match for match in others if match.confidence != "low"), others[0])
        yield Finding(
            article.sentences[0].span,
            labels=(Label(party.span, "characterised here, and not heard"),),
            values={"source": found[0].name, "party": article.words(party.span)},
            confidence=party.confidence,
            level=party.level,
            whole_article=True,
        )

    @staticmethod
    def _statements(article: Article, source: Source) -> int:
        """The attributions to the one source, pronouns included."""
        others = {voice.attribution for voice in source.voices}
        pronouns = (each for each in article.attributions if each.source_type == "pronoun")
        return len(others | {*pronouns})

    @staticmethod
    def _counts(article: Article, match: Match, source: Source) -> bool:
        """Whether a match speaks of somebody else than the source, and surely enough."""
        words = article.plain_words(match.span).split(" ", 4)[:4]
        itself = any(name in words for voice in source.voices for name in voice.names)
        opening = Span(match.span.start, min(match.span.end, match.span.start + OPENING))
        return not itself and (match.confidence != "low" or article.voice(opening).kind != "writer")

    def _is_heard(self, article: Article) -> bool:
        return any(
            any(self._expanded(pattern).matches_in(article.passage(index)))
            for pattern in self.heard
            for index in range(len(article.sentences))
        )


def _is_another_heard(article: Article) -> bool:
    """Whether "he" speaks where the one source is a woman, or the other way round."""
    spoken = [
        (article.plain_words(attribution.source).lower(), attribution.speaker)
        for attribution in article.attributions
        if attribution.source_type == "pronoun"
        and attribution.source is not None
        and attribution.content is not None
        and attribution.verb not in THOUGHT
        and article.quotation_at(attribution.source) is None
        and not _is_told_of(article, attribution)
    ]
    known = {pronoun for pronoun, speaker in spoken if speaker}
    return bool(known) and any(pronoun in ("he", "she") for pronoun, _ in spoken if pronoun not in known)


def _is_told_of(article: Article, attribution: Attribution) -> bool:
    """Whether somebody else says that he spoke: "He threatened to set the dog on her, she said"."""
    near = article.attributions_of(article.sentence_at(attribution.cue.start))
    others = (each.content for each in near if each is not attribution)
    return any(content is not None and content.contains(attribution.cue) for content in others)
