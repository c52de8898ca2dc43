"""What the check kinds that look for words have in common: the words, and what lifts a match."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Literal

from msgspec import Struct, field

from linter.annotation.article import Article
from linter.annotation.lexicon import WORDS
from linter.annotation.model import Sentence, VoiceKind
from linter.core.diagnostic import Confidence, Level
from linter.core.span import Span, span_of
from linter.document.model import BlockKind
from linter.facts.words import place_words
from linter.infer.speech.transcripts import in_turns
from linter.match.expression import Expression, Passage, expression, passage_of
from linter.match.trigger import Trigger
from linter.match.words import expand, forms

Once = Literal["each", "words", "paragraph", "article"]
"""How often a rule speaks: at each match, once for the same words, once a paragraph, once an article."""

Part = Literal["any", "headline", "lead", "opening", "body"]
"""Part of the article: title blocks; the first sentence below them; titles and the first paragraph; all but titles."""


class Pattern(Struct, frozen=True):
    """A pattern with its own particulars.

    `pattern` is a regular expression (syntax of the `regex` module) run on one sentence, in which `<name>` stands for a
    word list; what its group `report` matches is reported, or the whole match where it has none. `suggest` are wordings
    that could stand in its place. `trigger` is what to scan for instead, where the pattern would be met too often.
    `unless` are patterns that lift the match from anywhere in its sentence. `if_article` are patterns one of which
    another sentence of the article must have. `cased` is whether letter case counts. `confidence` and `level` are those
    of its reports, `voice` whose words it reads, where they are not the rule's.
    """

    pattern: str
    cased: bool = False
    suggest: tuple[str, ...] = ()
    confidence: Confidence | None = None
    level: Level | None = None
    trigger: str = ""
    unless: tuple[str, ...] = ()
    if_article: tuple[str, ...] = ()
    voice: tuple[VoiceKind, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Its regular expressions that are run, in which word lists may be named."""
        return (self.pattern, *self.unless, *self.if_article)


class Match(Struct, frozen=True):
    """Words found: the span to report, the whole span matched, the sentence, and the pattern's particulars.

    `ready` says that its suggestion can stand there as it is.
    """

    span: Span
    whole: Span
    sentence: Sentence
    suggestions: tuple[str, ...] = ()
    confidence: Confidence | None = None
    level: Level | None = None
    phrase: str = ""
    ready: bool = False
    voice: tuple[VoiceKind, ...] = ()


class Search(Struct, frozen=True, kw_only=True, dict=True):
    """Parameters of every check that looks for words.

    `words` are word lists (see `linter.match.words`) for use in patterns besides the built-in ones. `phrases` are
    literal or entries of such lists, `patterns` regular expressions; `doubtful` are phrases reported at low confidence.
    `unless` are patterns that lift a match they overlap, `unless_sentence` such that lift it wherever they stand in its
    sentence. `voice` says whose words are read; `parts` and `blocks` where. `marked` is whether to read words in
    quotation marks that nobody speaks (titles, terms, doubts), `names` whether to read capitalised words inside a
    sentence. `once` is how often the rule speaks.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    patterns: tuple[str | Pattern, ...] = ()
    unless: tuple[str, ...] = ()
    unless_sentence: tuple[str, ...] = ()
    voice: tuple[VoiceKind, ...] = ("writer", "reported")
    parts: Part = "any"
    blocks: tuple[BlockKind, ...] = ("title", "heading", "paragraph", "item", "cell", "quote")
    once: Once = "each"
    marked: bool = True
    names: bool = True

    def validate(self) -> None:
        """Raises ValueError where a pattern names a list of words that there is not, or a phrase is no entry."""
        _ = self._doubtful
        for text in (*self._texts(), *(pattern.trigger for pattern in self._patterns)):
            self._filled(text)

    def ready(self) -> None:
        """Work out what a run would when it comes to need it: a rule that is kept is kept so."""
        for text in self._texts():
            self._expanded(text)

    def _texts(self) -> Iterator[str]:
        """All patterns that are run."""
        yield from chain(self.unless, self.unless_sentence, *(pattern.texts for pattern in self._patterns))

    @cached_property
    def _patterns(self) -> tuple[Pattern, ...]:
        return tuple(Pattern(each) if isinstance(each, str) else each for each in self.patterns)

    @cached_property
    def _expansions(self) -> dict[str, Expression]:
        return {}

    @cached_property
    def _doubtful(self) -> frozenset[str]:
        return frozenset(form.casefold() for each in self.doubtful for form in forms(each))

    def _filled(self, pattern: str) -> str:
        """The pattern with its word lists filled in."""
        return expand(pattern, {**WORDS, **place_words(), **self.words})

    def _expanded(self, pattern: str) -> Expression:
        """The pattern ready to run, made once."""
        if pattern not in self._expansions:
            self._expansions[pattern] = expression(self._filled(pattern))
        return self._expansions[pattern]

    def search_triggers(self, owner: str) -> Iterator[Trigger]:
        """What to scan for."""
        for phrase in chain.from_iterable(map(forms, (*self.phrases, *self.doubtful))):
            yield Trigger(owner, phrase, phrase, literal=True)
        for index, pattern in enumerate(self._patterns):
            wanted = self._filled(pattern.trigger or pattern.pattern)
            yield Trigger(owner, str(index), wanted, cased=pattern.cased)
            for needed in pattern.if_article:
                yield Trigger(f"{owner} elsewhere", needed, self._filled(needed))

    def search(self, article: Article, owner: str) -> Iterator[Match]:
        """The matches that nothing lifts, in reading order, no two of them overlapping."""
        told: set[object] = set()
        found = sorted(self._found(article, owner), key=lambda match: (match.span.start, -match.span.end))
        # Where matches overlap, one of low confidence gives way to a surer one.
        sure = list(self._apart(article, (match for match in found if match.confidence != "low"), ()))
        doubtful = self._apart(article, (match for match in found if match.confidence == "low"), sure)
        for match in sorted((*sure, *doubtful), key=lambda match: match.span.start):
            key = self._key(article, match)
            if key not in told:
                told.add(key)
                yield match

    def _apart(self, article: Article, found: Iterable[Match], others: Sequence[Match]) -> Iterator[Match]:
        """The matches that nothing lifts and that overlap neither each other nor the others; all in reading order."""
        taken, ends = Span(0, 0), [other.span.end for other in others]
        for match in found:
            following = bisect_right(ends, match.span.start)
            beside = (taken, *(other.span for other in others[following : following + 1]))
            if not any(map(match.span.overlaps, beside)) and self._stands(article, match):
                taken = match.span
                yield match

    def _key(self, article: Article, match: Match) -> object:
        keys: dict[Once, object] = {
            "each": match.span,
            "words": article.words(match.span).casefold(),
            "paragraph": match.sentence.block,
            "article": None,
        }
        return keys[self.once]

    def _found(self, article: Article, owner: str) -> Iterator[Match]:
        met: dict[int, set[str]] = {}
        for hit in article.hits(owner):
            index = article.sentence_index(hit.end - 1)
            if hit.name in self._numbered:
                met.setdefault(index, set()).add(hit.name)
            elif self._reads(article, article.sentences[index]):
                span = Span(hit.start, hit.end)
                confidence: Confidence | None = "low" if hit.name.casefold() in self._doubtful else None
                yield Match(span, span, article.sentences[index], confidence=confidence, phrase=hit.name)
        for index, numbers in met.items():
            # Most of the patterns that are asked for lack a word in the sentence.
            passage, patterns = article.passage(index), self._numbered
            likely = [each for each in numbers if self._expanded(patterns[each].pattern).may_match(passage)]
            if likely and self._reads(article, article.sentences[index]):
                for number in sorted(likely, key=int):
                    yield from self._run(article, owner, index, patterns[number])

    @cached_property
    def _numbered(self) -> Mapping[str, Pattern]:
        """The patterns by what the scan calls them; a phrase may be a number, too."""
        named = ((str(number), pattern) for number, pattern in enumerate(self._patterns))
        return {name: pattern for name, pattern in named if name not in self.phrases}

    def _elsewhere(self, article: Article, owner: str, sentence: Sentence, pattern: Pattern) -> bool:
        """Whether another sentence of the article has what the pattern needs."""
        wanted = {needed: self._expanded(needed) for needed in pattern.if_article}
        for hit in article.hits(f"{owner} elsewhere"):
            other = article.sentence_at(hit.end - 1).span
            if hit.name in wanted and other != sentence.span:
                passage = passage_of(article.plain_words(other))
                if _overlapping(wanted[hit.name], passage, Span(0, len(passage.text))):
                    return True
        return False

    def _run(self, article: Article, owner: str, index: int, pattern: Pattern) -> Iterator[Match]:
        sentence, passage = article.sentences[index], article.passage(index)
        offset, whole = sentence.span.start, Span(0, len(passage.text))
        # Hardly any sentence has a match: what lifts one is looked for last.
        met = tuple(self._expanded(pattern.pattern).matches_in(passage, cased=pattern.cased))
        if not met or any(_overlapping(self._expanded(each), passage, whole) for each in pattern.unless):
            return
        if pattern.if_article and not self._elsewhere(article, owner, sentence, pattern):
            return
        for found in met:
            start, end = found.span("report") if "report" in found.re.groupindex else found.span()
            if start < end:
                around = span_of(found, offset)
                span = Span(offset + start, offset + end)
                yield Match(
                    span, around, sentence, pattern.suggest, pattern.confidence, pattern.level, voice=pattern.voice
                )

    def _reads(self, article: Article, sentence: Sentence) -> bool:
        """Whether a sentence stands where the words are looked for."""
        return (
            article.block_of(sentence).kind in self.blocks
            and in_part(article, sentence, self.parts)
            and ("quoted" in self.voice or not in_turns(article, sentence.block))
        )

    def _stands(self, article: Article, match: Match) -> bool:
        return (
            self._reads(article, match.sentence)
            and self._is_spoken_by(article, match, match.voice or self.voice)
            and (self.marked or article.quotation_at(match.span) is None)
            and (self.names or not _is_name(article, match))
            and not self._lifted(article, match)
        )

    def _is_spoken_by(self, article: Article, match: Match, voices: tuple[VoiceKind, ...]) -> bool:
        return article.voice(match.span).kind in voices

    def _lifted(self, article: Article, match: Match) -> bool:
        if self._overlaps(article, match, self.unless):
            return True
        passage = passage_of(article.plain_words(match.sentence.span))
        sentence = Span(0, len(passage.text))
        return any(_overlapping(self._expanded(pattern), passage, sentence) for pattern in self.unless_sentence)

    def _overlaps(self, article: Article, match: Match, patterns: Iterable[str]) -> bool:
        """Whether one of the patterns, run on the sentence, overlaps the match."""
        passage, offset = passage_of(article.plain_words(match.sentence.span)), match.sentence.span.start
        whole = Span(match.whole.start - offset, match.whole.end - offset)
        return any(_overlapping(self._expanded(pattern), passage, whole) for pattern in patterns)


def _is_name(article: Article, match: Match) -> bool:
    """Whether the words are written as a name: with a capital inside a sentence where the rule's own have none."""
    words, before = article.words(match.span), article.words(Span(match.sentence.span.start, match.span.start))
    if not words[:1].isupper() or words.isupper() or match.phrase[:1].isupper():
        return False
    set_in_capitals = article.block_of(match.sentence).kind in ("title", "heading", "cell")
    return not set_in_capitals and before.strip(" \"'“‘—–-:(*•") != ""


def _overlapping(expression: Expression, passage: Passage, span: Span) -> bool:
    return any(span.overlaps(Span(*found.span())) for found in expression.matches_in(passage))


def in_part(article: Article, sentence: Sentence, part: Part) -> bool:
    """Whether a sentence stands in a part of the article."""
    title = article.block_of(sentence).kind == "title"
    match part:
        case "any":
            return True
        case "headline":
            return title
        case "body":
            return not title
        case "lead":
            return sentence is article.lead
        case "opening":
            return title or (article.lead is not None and sentence.block == article.lead.block)
    return False
