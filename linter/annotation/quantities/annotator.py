"""Quantities: figures that state how much, how many, which part, how long or how old."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from linter.annotation.article import Article
from linter.annotation.model import Quantity, Sentence
from linter.annotation.quantities.forms import Form, forms_of
from linter.annotation.quantities.labels import blocked, counts_things
from linter.annotation.quantities.marks import with_points
from linter.annotation.quantities.numbers import Token, tokens_of
from linter.annotation.quantities.words import GROUPS, ONES, PARTS, SCALES, TENS
from linter.core.span import Span
from linter.match.trigger import Trigger

OWNER = "annotate/quantity"
DIGITS = "digits"

WORDS = (*ONES, *TENS, *GROUPS, *SCALES, *PARTS, *(part + "s" for part in PARTS), "halved")


def triggers() -> tuple[Trigger, ...]:
    """What the scan looks for on behalf of this annotator: digits, and the words of numbers."""
    digits = Trigger(OWNER, DIGITS, r"\d+|[¼½¾⅓⅔⅛]")
    return digits, *(Trigger(OWNER, word, word, literal=True) for word in sorted(set(WORDS)))


def annotate(article: Article) -> tuple[Quantity, ...]:
    """All figures of an article that state a quantity, an age or a rank, sorted by place; no two overlap."""
    dates = [time.span for time in article.times if time.type != "DURATION" and not _is_count(article, time.span)]
    starts = [span.start for span in dates]
    return tuple(
        quantity
        for sentence in _sentences(article, dates, starts)
        for quantity in _quantities(article, sentence, _touching(dates, starts, sentence.span))
    )


def _sentences(article: Article, dates: Sequence[Span], starts: Sequence[int]) -> Sequence[Sentence]:
    """The sentences with a number, but for those whose figures are all of dates."""
    indexes = set()
    for hit in article.hits(OWNER):
        before = bisect_right(starts, hit.start) - 1
        if hit.name != DIGITS or before < 0 or hit.end > dates[before].end:
            indexes.add(article.sentence_index(hit.end - 1))
    return [article.sentences[index] for index in sorted(indexes)]


def _is_count(article: Article, span: Span) -> bool:
    """Whether words that can be read as a year are a number of things: "1200", "a sample of 1500 adults"."""
    words = article.words(span)
    # A day is no number of things, and most years end a phrase: to see that is quicker than to read the words around.
    if len(words) != 4 or not words.isdecimal():
        return False
    if words >= "1500" and not article.plain[span.end + 1 : span.end + 2].islower():
        return False
    around = tokens_of(article.plain[max(0, span.start - 30) : span.end + 30])
    index = next((number for number, token in enumerate(around) if token.text == words), -1)
    return words < "1500" or (index > 0 and counts_things(around, index))


def _touching(spans: Sequence[Span], starts: Sequence[int], sentence: Span) -> Sequence[Span]:
    return [
        Span(span.start - sentence.start, span.end - sentence.start)
        for span in spans[max(0, bisect_right(starts, sentence.start) - 1) : bisect_right(starts, sentence.end)]
    ]


def _quantities(article: Article, sentence: Sentence, dates: Sequence[Span]) -> Iterator[Quantity]:
    offset = sentence.span.start
    text = with_points(article.plain_words(sentence.span), article.settings.decimal_mark)
    tokens = tokens_of(text)
    titled = article.block_of(sentence).kind in ("title", "heading")
    closed = _closed(tokens, [*dates, *blocked(text)])
    for form in forms_of(text, tokens, closed, titled=titled):
        yield _placed(article, tokens, form, offset)


def _closed(tokens: Sequence[Token], blocked: Sequence[Span]) -> frozenset[int]:
    """The tokens inside dates and labels."""
    starts = [token.start for token in tokens]
    closed: set[int] = set()
    for span in blocked:
        first = max(0, bisect_right(starts, span.start) - 1)
        for index in range(first, len(tokens)):
            if tokens[index].start >= span.end:
                break
            if tokens[index].end > span.start:
                closed.add(index)
    return frozenset(closed)


def _placed(article: Article, tokens: Sequence[Token], form: Form, offset: int) -> Quantity:
    def span(first: int, last: int) -> Span:
        return Span(offset + tokens[first].start, offset + tokens[last - 1].end)

    noun = span(form.noun.first, form.noun.last) if form.noun else None
    return Quantity(
        span(form.first, form.last),
        form.kind,
        form.value,
        form.low,
        form.high,
        span(form.number_first, form.number_last),
        form.unit,
        article.words(noun) if noun else "",
        form.noun.head if form.noun else "",
        noun,
        form.approximation,
        form.ends,
        form.inexact,
    )
