"""Attributions: who says what, after the scheme of PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).

Only sentences with a cue are read. A quotation in them counts as one word; cues inside it are read on their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.attributions.clauses import Phrase
from linter.annotation.attributions.cues import OWNER, triggers, verb_form
from linter.annotation.attributions.phrases import (
    read_after,
    read_agentless,
    read_before,
    read_colon,
    read_noun,
    read_put,
)
from linter.annotation.attributions.readings import Reading, read_verb
from linter.annotation.attributions.sources import classify
from linter.annotation.attributions.speakers import Speakers
from linter.annotation.model import Attribution, Sentence, SourceType
from linter.annotation.names.persons import full_name, named_before
from linter.annotation.tokens import Token, tokens_of
from linter.core.span import Span
from linter.match.fold import plain
from linter.match.trigger import Hit

__all__ = ["annotate", "triggers"]

Placed = tuple[Reading, tuple[Token, ...]]
"""A reading and the tokens its indexes point into."""


def annotate(article: Article) -> tuple[Attribution, ...]:
    """All attributions of an article, sorted by their cues."""
    speakers = Speakers()
    made = (_attribution(article, reading, tokens, speakers) for reading, tokens in _readings(article))
    return tuple(sorted(made, key=lambda attribution: attribution.cue))


def _readings(article: Article) -> Iterator[Placed]:
    hits = article.hits(OWNER)
    for index, group in groupby(hits, key=lambda hit: article.sentence_index(hit.start)):
        yield from _sentence_readings(article, article.sentences[index], tuple(group))


def _sentence_readings(article: Article, sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Placed]:
    spoken = article.quotations_in(sentence.span)
    outside = [hit for hit in hits if not any(q.span.start < hit.start < q.span.end for q in spoken)]
    if outside:
        tokens = tokens_of(article.plain, sentence.span, spoken)
        yield from ((reading, tokens) for reading in _read(tokens, outside))


def _read(tokens: tuple[Token, ...], hits: Iterable[Hit]) -> Iterator[Reading]:
    """The readings of the cues of one run of tokens; of cues that begin at one place the longest that can be read."""
    return _parted(tokens, list(_read_in_turn(tokens, hits)))


def _parted(tokens: tuple[Token, ...], readings: list[Reading]) -> Iterator[Reading]:
    """End each statement where the next speaker's clause begins: "Smith said … and Jones said …"."""
    for place, (reading, following) in enumerate(zip_longest(readings, readings[1:])):
        reading = _after_semicolon(tokens, reading, readings[place - 1]) if place else reading
        content = reading.content
        if content and following and following.source and following.source.first < following.first:
            joint = following.source.first - 1
            ends = content.first < joint < content.end and tokens[joint].text in ("and", "but", "while", "though", ";")
            if ends and following.source != reading.source and reading.first < joint:
                reading = replace(reading, content=Phrase(content.first, joint))
        yield reading


def _after_semicolon(tokens: tuple[Token, ...], reading: Reading, earlier: Reading) -> Reading:
    """A reading whose statement leaves out what another says before: "Smith said …; she had answered, she said"."""
    content = reading.content
    if content is None or not content.first <= earlier.first < content.end <= reading.first:
        return reading
    stops = [place for place in range(earlier.end, content.end - 1) if tokens[place].text == ";"]
    return replace(reading, content=Phrase(stops[-1] + 1, content.end)) if stops else reading


def _read_in_turn(tokens: tuple[Token, ...], hits: Iterable[Hit]) -> Iterator[Reading]:
    starts = {token.start: index for index, token in enumerate(tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(tokens)}
    earlier: Reading | None = None
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.name == "noun")):
        first, end = starts.get(hit.start), ends.get(hit.end)
        if first is None or end is None or (earlier is not None and first < earlier.end):
            continue
        reading = _read_hit(tokens, first, end, hit.name, earlier)
        if reading is not None:
            earlier = reading
            yield reading


def _read_hit(tokens: tuple[Token, ...], first: int, end: int, name: str, earlier: Reading | None) -> Reading | None:
    words = " ".join(token.text for token in tokens[first:end])
    match name:
        case "before":
            return read_before(tokens, first, end, words)
        case "after":
            return read_after(tokens, first)
        case "noun":
            return read_noun(tokens, first)
        case "colon":
            return None if earlier is not None and earlier.content is not None else read_colon(tokens, first)
        case "put":
            return read_put(tokens, first, end)
        case "agentless":
            return read_agentless(tokens, first, end, words)
    form = verb_form(words)
    return None if form is None else read_verb(tokens, first, end, form, earlier)


def _attribution(article: Article, reading: Reading, tokens: tuple[Token, ...], speakers: Speakers) -> Attribution:
    source, content = _span(tokens, reading.source), _span(tokens, reading.content)
    nobody: tuple[SourceType, bool] = ("unknown", False)
    type_, named = nobody if reading.source is None or source is None else classify(tokens, reading.source)
    speaker = "" if source is None else _speaker(article, source, type_, speakers)
    if type_ == "pronoun":
        named = bool(speaker)
    if content is not None:
        content = _with_following(article, _stretched(article, content), tokens[-1].end)
    cue = Span(tokens[reading.first].start, tokens[reading.end - 1].end)
    return Attribution(cue, source, content, reading.verb, reading.stance, type_, named, speaker)


def _speaker(article: Article, source: Span, type_: SourceType, speakers: Speakers) -> str:
    """The speaker's name; a person named since the last source is nearer to "he" and "she" than that source."""
    words = article.words(source)
    if type_ == "pronoun" and words.lower() in ("he", "she", "his", "her"):
        nearer = (
            name for name in named_before(article, source.start, speakers.place) if speakers.fits(name, words.lower())
        )
        name = next(nearer, None)
        if name is not None:
            speakers.meet(name, "person")
    speakers.place = source.end
    speaker = speakers.meet(words, type_)
    if type_ == "person" and speaker and " " not in speaker and speaker[0].isupper() and speaker not in speakers.alone:
        speakers.alone.add(speaker)
        speaker = speakers.meet(full_name(article, plain(speaker)), type_)
    return speaker


def _with_following(article: Article, content: Span, end: int) -> Span:
    """Content with the quotations that go on after its sentence, each a sentence of its own in the same paragraph."""
    if not article.quotations_in(content):
        return content
    index = article.sentence_index(max(content.end, end) - 1)
    block = article.sentences[index].block
    for sentence in article.sentences[index + 1 : index + 12]:
        spoken = article.quotations_in(sentence.span)
        if sentence.block != block or not spoken or spoken[0].span.start > sentence.span.start:
            break
        if spoken[-1].span.end < sentence.span.end - 1:
            break
        content = Span(content.start, max(content.end, spoken[-1].span.end))
    return content


def _span(tokens: Sequence[Token], phrase: Phrase | None) -> Span | None:
    if phrase is None or phrase.first >= min(phrase.end, len(tokens)):
        return None
    return Span(tokens[phrase.first].start, tokens[phrase.end - 1].end)


def _stretched(article: Article, content: Span) -> Span:
    """Content with the whole of the quotations at its ends, which may go on over several sentences."""
    first, last = _spoken_at(article, content.start), _spoken_at(article, content.end - 1)
    return Span(
        min(content.start, first.start) if first else content.start, max(content.end, last.end) if last else content.end
    )


def _spoken_at(article: Article, offset: int) -> Span | None:
    quotation = article.quotation_at(Span(offset, offset + 1))
    return None if quotation is None else article.running(quotation)
