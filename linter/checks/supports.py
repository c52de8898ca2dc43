"""What can stand behind a statement, and where it may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from linter.annotation.article import Article
from linter.annotation.model import Attribution, Sentence
from linter.annotation.verbs import THOUGHT, WISHES
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

Reach = Literal["sentence", "previous", "next", "paragraph", "before", "after", "below", "article"]
"""Where a support counts: the same sentence; the sentence before or after in the same paragraph; the whole paragraph;
the sentence before or after, also across paragraphs; the next paragraph; anywhere in the article."""

Support = Literal["source", "teller", "voucher", "attribution", "date", "link", "quotation"]
"""What counts: an attribution to somebody a reader could find; such a one that tells it, not one that thinks of
something else or is what is told of; such a one whose cue stands outside the words in question; any attribution; a time
that can be placed; a hyperlink; a direct quotation."""


LABEL = ":"
"""The verb of an attribution that is no more than a label before a colon: a speaker, or the topic of a list item."""


def regions(article: Article, sentence: Sentence, reaches: tuple[Reach, ...]) -> Iterator[Span]:
    """The spans of text that the reaches of a sentence cover."""
    index = article.sentence_index(sentence.span.start)
    before = article.sentences[index - 1] if index else None
    after = article.sentences[index + 1] if index + 1 < len(article.sentences) else None
    block = article.block_of(sentence)
    for reach in reaches:
        match reach:
            case "sentence":
                yield sentence.span
            case "paragraph":
                yield Span(block.start, block.end)
            case "article":
                yield Span(0, len(article.text))
            case "below" if sentence.block + 1 < len(article.document.blocks):
                following = article.document.blocks[sentence.block + 1]
                yield Span(following.start, following.end)
            case "previous" | "before" if before and (reach == "before" or before.block == sentence.block):
                yield before.span
            case "next" | "after" if after and (reach == "after" or after.block == sentence.block):
                yield after.span


def _attributed(article: Article, region: Span, named: bool) -> bool:
    first, last = article.sentence_index(region.start), article.sentence_index(max(region.start, region.end - 1))
    return any(
        attribution.named or not named
        for sentence in article.sentences[first : last + 1]
        for attribution in article.attributions_of(sentence)
    )


def _source(article: Article, region: Span, _subject: Span) -> bool:
    return _attributed(article, region, named=True)


def _teller(article: Article, region: Span, subject: Span) -> bool:
    first, last = article.sentence_index(region.start), article.sentence_index(max(region.start, region.end - 1))
    return any(
        attribution.named and _tells(attribution, subject)
        for sentence in article.sentences[first : last + 1]
        for attribution in article.attributions_of(sentence)
    )


def _tells(attribution: Attribution, subject: Span) -> bool:
    if attribution.verb == LABEL or (attribution.source is not None and attribution.source.overlaps(subject)):
        return False
    held = attribution.content is not None and attribution.content.overlaps(subject)
    return held or attribution.verb not in (*THOUGHT, *WISHES)


def _voucher(article: Article, region: Span, subject: Span) -> bool:
    first, last = article.sentence_index(region.start), article.sentence_index(max(region.start, region.end - 1))
    return any(
        attribution.named and not subject.contains(attribution.cue) and not _asks(attribution, subject)
        for sentence in article.sentences[first : last + 1]
        for attribution in article.attributions_of(sentence)
    )


def _asks(attribution: Attribution, subject: Span) -> bool:
    """Whether somebody only asks for something ("asked for the names"), which vouches for nothing else."""
    held = attribution.content is not None and attribution.content.overlaps(subject)
    return not held and attribution.verb == "ask"


def _attribution(article: Article, region: Span, _subject: Span) -> bool:
    return _attributed(article, region, named=False)


ASIDE = lazy_pattern(r"^[^.;:]*, (?:which|who|whose|where|whom)\b")
"""Opens a clause about something else: the date of a law is none of what the law has caused."""


def _date(article: Article, region: Span, subject: Span) -> bool:
    placed = ("absolute",) if article.date is None else ("absolute", "relative")
    times = (time.span for time in article.times if region.contains(time.span) and time.anchoring in placed)
    return any(
        time.start < subject.end or ASIDE.match(article.plain[subject.end : time.start]) is None for time in times
    )


def _link(article: Article, region: Span, _subject: Span) -> bool:
    return any(region.overlaps(Span(link.start, link.end)) for link in article.document.links)


def _quotation(article: Article, region: Span, _subject: Span) -> bool:
    return any(region.overlaps(quotation.span) for quotation in article.quotations if quotation.speech)


SUPPORTS: Mapping[Support, Callable[[Article, Span, Span], bool]] = {
    "source": _source,
    "teller": _teller,
    "voucher": _voucher,
    "attribution": _attribution,
    "date": _date,
    "link": _link,
    "quotation": _quotation,
}
"""Each support: whether it stands in a region, for a subject that may be inside it."""
