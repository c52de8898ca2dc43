"""The check kind `quote-mismatch`: words quoted in the headline that the body's quotations do not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quotation
from linter.checks.base import Finding, Label
from linter.core.span import Span
from linter.infer.speech.alignment import GAP, Change
from linter.infer.speech.quoted import Passage, Passages, Run, read_run, spelled_out
from linter.infer.speech.transcripts import is_interview, is_transcript
from linter.infer.stems import stem
from linter.match.trigger import Trigger

NEAR = 0.6
"""Share of a headline's quoted words from which the rest is held to be a slip for the body's."""


INFLECTED = 3
"""Words of the longest term that may stand in another form in the headline."""


class QuoteMismatchCheck(Struct, frozen=True, kw_only=True):
    """Reports what a headline quotes and no quotation of the body has.

    Where the body has a quotation that is nearly the same, only the words that differ are reported, and it is shown.
    Names and titles that the body has outside quotation marks are in order, and so are one or two words that it has.
    Values: `there`, what the body has instead, or "nothing like it".
    """

    presupposes: ClassVar[tuple[str, ...]] = ("quotation in title",)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: the words of a quotation are not known beforehand."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """At most one finding for each quotation of the headline."""
        quoted = tuple(q for q in article.quotations if not q.depth and q.closed and _in_headline(article, q))
        if not quoted or is_transcript(article):
            return
        run = _body(article)
        passages = Passages(run.words)
        for quotation in quoted:
            words = read_run(article.plain, quotation.inner)
            if not words.stated or passages.holds(words) or _is_named(article, quotation, words):
                continue
            near = passages.nearest(words)
            if near is None or not (_is_inflected(words, near) or _is_contracted(words, run)):
                yield _finding(article, quotation, words, run, near)


def _in_headline(article: Article, quotation: Quotation) -> bool:
    return article.document.block_holding(quotation.span.start).kind == "title"


def _body(article: Article) -> Run:
    """The words of all quotations of the body, one after the other."""
    runs = [
        read_run(article.plain, quotation.inner)
        for quotation in article.quotations
        if not quotation.depth and not _in_headline(article, quotation)
    ]
    return Run(
        tuple(word or "…" for run in runs for word in run.words), tuple(span for run in runs for span in run.spans)
    )


def _is_named(article: Article, quotation: Quotation, run: Run) -> bool:
    """Whether the body has the words outside quotation marks: a name, a title or a term, an answer of an interview."""
    large = all(article.text[span.start].isupper() or not stem(article.words(span)) for span in run.spans)
    term = (large and not quotation.speech) or run.stated <= 2
    if not (term or is_interview(article)):
        return False
    whole = read_run(article.plain, Span(article.lead.span.start if article.lead else 0, len(article.text)))
    return Passages(whole.words).holds(run)


def _is_inflected(words: Run, near: Passage) -> bool:
    """Whether a term of a few words differs only in number or tense."""
    changes = near.fit.changes
    ours = [stem(word) for change in changes for word in words.words[change.start : change.end]]
    theirs = [stem(word) for change in changes for word in near.words[change.other_start : change.other_end]]
    return 1 < words.stated <= INFLECTED and bool(ours) and ours == theirs and all(ours)


def _is_contracted(words: Run, body: Run) -> bool:
    """Whether the two differ only in what is contracted: "it's over" for "it is over"."""
    whole = (*words.words, *body.words)
    if not any("'" in word or word == "cannot" for word in whole):
        return False
    return Passages(spelled_out(body.words).words).holds(spelled_out(words.words))


def _finding(article: Article, quotation: Quotation, words: Run, body: Run, near: Passage | None) -> Finding:
    if near is None or not near.fit.changes or not _is_near(words, near):
        return Finding(quotation.span, values={"there": "nothing like it"})
    changes = near.fit.changes
    there = _spanned(body, near.start + changes[0].other_start, near.start + changes[-1].other_end)
    span = _spanned(words, *_widened(changes, words)) or quotation.span
    if there is None:
        there = _spanned(body, near.start + max(0, changes[0].other_start - 1), near.start + changes[-1].other_end + 1)
    instead = f'"{article.words(there)}"' if there else "nothing like it"
    labels = (Label(there, "the body has this"),) if there else ()
    return Finding(span, labels, {"there": instead})


def _is_near(words: Run, near: Passage) -> bool:
    kept = {word for word in words.words if word != GAP} & set(near.words)
    return near.fit.similarity >= NEAR and any(stem(word) for word in kept)


def _widened(changes: tuple[Change, ...], words: Run) -> tuple[int, int]:
    """The words from the first change to the last; the one before where words are only missing."""
    start, end = changes[0].start, changes[-1].end
    return (start, end) if start < end else (max(0, start - 1), min(len(words.words), end + 1))


def _spanned(run: Run, start: int, end: int) -> Span | None:
    spans = run.spans[start:end]
    return Span(spans[0].start, spans[-1].end) if spans and spans[0].start < spans[-1].end else None
