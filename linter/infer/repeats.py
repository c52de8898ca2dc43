"""Quotations that an article gives twice, with different words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from linter.annotation.article import Article
from linter.annotation.model import Quotation
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.alignment import GAP, aligned
from linter.infer.quoted import Run, pieces, read_run
from linter.infer.stems import stem
from linter.infer.transcripts import is_transcript

AGAIN = lazy_pattern(
    r"\b(?:again|sentence|lines?|words|phrase|quot\w+|remarks?|repeat\w*|reminded|recall\w*|interview|speech|statement|"
    r"poster|plaque|mug|wall|motto|version|record|minutes|transcript|letter)\b",
    re.IGNORECASE,
)
"""Words beside a quotation which tell that it was said or written elsewhere."""

POSTINGS = 12
"""Earlier pieces remembered for one key: what stands in more of them tells no two apart."""

CANDIDATES = 3
"""Earlier pieces that one is compared with."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a quotation, and whether it stands in the headline."""

    quotation: Quotation
    run: Run
    headline: bool
    speaker: str
    block: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A quotation that gives an earlier one with other words: what stands `there` earlier, and `here`."""

    later: Quotation
    first: Quotation
    there: str
    here: str


def repeats(article: Article) -> tuple[Repeat, ...]:
    """Quotations that differ from an earlier one of the same statement, each once."""
    return article.derive(_repeats)


def _repeats(article: Article) -> tuple[Repeat, ...]:
    if len(article.quotations) < 2 or is_transcript(article):
        return ()
    found: dict[Quotation, Repeat] = {}
    earlier: list[Piece] = []
    index: dict[str, list[int]] = defaultdict(list)
    for piece in _pieces(article):
        keys = set(_keys(piece.run))
        votes = Counter(number for key in keys for number in index.get(key, ()))
        for number, _ in votes.most_common(CANDIDATES):
            repeat = _compared(article, earlier[number], piece)
            if repeat is not None:
                found.setdefault(repeat.later, repeat)
        for key in keys:
            if len(index[key]) < POSTINGS:
                index[key].append(len(earlier))
        earlier.append(piece)
    return tuple(found.values())


def _pieces(article: Article) -> Iterator[Piece]:
    for quotation in article.quotations:
        number = article.document.block_at(quotation.span.start)
        headline = article.document.blocks[number].kind == "title"
        if quotation.depth or not (headline or quotation.speech):
            continue
        speaker = article.voice(quotation.inner).speaker
        for run in pieces(read_run(article.plain, quotation.inner), article.plain):
            if run.stated >= (2 if headline else 4):
                yield Piece(quotation, run, headline, speaker, number)


def _keys(run: Run) -> Iterator[str]:
    for first, second in zip(run.words, run.words[1:], strict=False):
        if GAP not in (first, second):
            yield f"{first} {second}"
    yield from (word for word in run.words if word != GAP and stem(word))


def _compared(article: Article, first: Piece, later: Piece) -> Repeat | None:
    if first.quotation == later.quotation or first.block == later.block:
        return None
    if not _may_be_same_speaker(first, later) and not _is_repeated(article, later.quotation):
        return None
    swapped = first.run.stated > later.run.stated
    short, long = (later.run, first.run) if swapped else (first.run, later.run)
    fit = aligned(short.words, long.words)
    if not fit.changes or not _is_same_statement(short, fit.similarity, fit.changes[-1].end, first.headline):
        return None
    if not _shares_enough(article, short, long, first.headline):
        return None
    change = fit.changes[0]
    ours = _shown(article, short, change.start, change.end)
    theirs = _shown(article, long, change.other_start, change.other_end)
    there, here = (theirs, ours) if swapped else (ours, theirs)
    return Repeat(later.quotation, first.quotation, there, here)


def _may_be_same_speaker(first: Piece, later: Piece) -> bool:
    if not first.speaker or not later.speaker or first.headline:
        return True
    return bool(set(first.speaker.casefold().split()) & set(later.speaker.casefold().split()))


def _is_same_statement(short: Run, similarity: float, last_change: int, headline: bool) -> bool:
    """Whether so much agrees that one must be a slip for the other: less for a headline, which quotes the body."""
    if headline:
        return similarity >= 0.6
    open_end = last_change == len(short.words)
    return short.stated >= 5 and similarity >= (0.8 if open_end else 0.7)


def _is_repeated(article: Article, quotation: Quotation) -> bool:
    """Whether the writer says that the words were said before, so that they are not those of whoever gives them."""
    sentence = article.sentence_at(quotation.span.start).span
    before = article.plain_words(Span(min(sentence.start, quotation.span.start), quotation.span.start))
    after = article.plain_words(Span(quotation.span.end, max(quotation.span.end, sentence.end)))
    return AGAIN.search(f"{before} ~ {after}") is not None


def _shares_enough(article: Article, short: Run, long: Run, headline: bool) -> bool:
    """Whether both have words in common that say something; for a headline one, but no mere name."""
    known = {stem(word) for word in short.words if word}
    shared = {
        stem(word)
        for word, span in zip(long.words, long.spans, strict=True)
        if stem(word) in known and (not headline or article.text[span.start].islower())
    }
    return len(shared - {""}) >= (1 if headline else 2)


def _shown(article: Article, run: Run, start: int, end: int) -> str:
    """Words of a run as they stand, with the one before them where there are none."""
    if start == end:
        start = max(0, start - 1)
        end = min(len(run.spans), end + 1)
    return article.text[run.spans[start].start : run.spans[end - 1].end] if start < end else ""
