"""What can stand behind a statement, and where it may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from linter.annotation.article import Article
from linter.annotation.model import Attribution, Sentence
from linter.annotation.verbs import THOUGHT, WISHES
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in

Reach = Literal["sentence", "previous", "next", "paragraph", "before", "after", "below", "lead", "article"]
"""Where a support counts: the same sentence; the sentence before or after in the same paragraph; the whole paragraph;
the sentence before or after, also across paragraphs; the next paragraph; the first paragraph below the titles, and the
second if the first is one sentence; anywhere in the article."""

Support = Literal["source", "teller", "voucher", "release", "attribution", "date", "link", "quotation"]
"""What counts: an attribution to somebody a reader could find; such a one that tells it, not one that thinks of
something else or is what is told of; such a one whose cue stands outside the words in question; a body or a document
that gives out a figure; any attribution; a time that can be placed; a hyperlink; a direct quotation."""


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
            case "lead" if (lead := _lead(article)) is not None:
                yield lead
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
        attribution.named and _tells(attribution, subject) and not _is_told(article, attribution, subject)
        for sentence in article.sentences[first : last + 1]
        for attribution in article.attributions_of(sentence)
    )


WHAT = lazy_pattern(r"(?: [\w-]+){0,3} that ")


def _is_told(article: Article, attribution: Attribution, subject: Span) -> bool:
    """Whether that somebody spoke is itself what is passed on: "It emerged last week that she had warned them"."""
    source = attribution.source
    return source is not None and WHAT.fullmatch(article.plain, subject.end, max(subject.end, source.start)) is not None


def _tells(attribution: Attribution, subject: Span) -> bool:
    if attribution.verb == LABEL or (attribution.source is not None and attribution.source.overlaps(subject)):
        return False
    held = attribution.content is not None and attribution.content.overlaps(subject)
    return held or attribution.verb not in (*THOUGHT, *WISHES)


def _voucher(article: Article, region: Span, subject: Span) -> bool:
    first, last = article.sentence_index(region.start), article.sentence_index(max(region.start, region.end - 1))
    return any(
        attribution.named
        and (not subject.contains(attribution.cue) or _opens(article, attribution, subject))
        and not _asks(attribution, subject)
        for sentence in article.sentences[first : last + 1]
        for attribution in article.attributions_of(sentence)
    )


STATED = frozenset("add allege argue assert claim complain contend explain insist maintain note say state warn".split())
"""Verbs whose subject vouches for the clause behind them."""


def _opens(article: Article, attribution: Attribution, subject: Span) -> bool:
    """Whether the words in question begin with whoever says the rest: "The governor says the toll has ruined them"."""
    if attribution.source is None or attribution.content is None or attribution.source.start > subject.start:
        return False
    said = attribution.verb in STATED
    meant = attribution.verb in ("believe", "think") and article.plain.startswith(" that ", attribution.cue.end)
    return (said or meant) and attribution.content.start >= attribution.cue.end


def _asks(attribution: Attribution, subject: Span) -> bool:
    """Whether somebody only asks for something ("asked for the names"), which vouches for nothing else."""
    held = attribution.content is not None and attribution.content.overlaps(subject)
    return not held and attribution.verb == "ask"


MONEY = r"(?! (?:[mb]illion )?(?:crowns|dollars|euros|francs|kron|pesos|pounds|rupees|shillings|yen|yuan))"

STATISTIC = lazy_pattern(
    r"\d ?%|\d per ?cent\b|"
    rf"(?<![$€£¥\d.,])(?:[1-9]\d{{0,2}}(?:,\d{{3}})+|\d+(?:\.\d+)? million|[1-9]\d\d)\b(?![.,-]?\d){MONEY}"
)
"""A figure that a body may give out: a share, or what it takes three digits to count; no sum of money."""


def _release(article: Article, region: Span, _subject: Span) -> bool:
    """Whether a body or a document gives out figures there: others of the article are taken to be from it too."""
    return STATISTIC.search(article.plain, region.start, region.end) is not None and any(
        _gives_out(article, attribution)
        for sentence in starting_in(article.sentences, region)
        if STATISTIC.search(article.plain, sentence.span.start, sentence.span.end)
        for attribution in article.attributions_of(sentence)
    )


HEAD = lazy_pattern(
    r"(?:\bits|'s|s') (?:[\w-]+ ){0,2}?(?:chair\w*|chief|director|head|manager|president|secretary|spokes\w+|"
    r"statistician|superintendent)\b"
)
"""Whoever heads a body or speaks for it."""


def _gives_out(article: Article, attribution: Attribution) -> bool:
    """Whether a body, "it", its head or a document states something."""
    if attribution.source is None or attribution.verb in (*THOUGHT, *WISHES, "ask", LABEL):
        return False
    if attribution.named and attribution.source_type in ("organisation", "document", "unknown"):
        return True
    words = article.plain_words(attribution.source)
    return words.casefold() == "it" or HEAD.search(words) is not None


def _lead(article: Article) -> Span | None:
    """The first paragraph below the titles; if it is one sentence, the next one too."""
    paragraphs = (each for each in article.document.blocks if each.kind == "paragraph")
    first = next(paragraphs, None)
    if first is None:
        return None
    second = next(paragraphs, None)
    short = article.sentences[article.sentence_index(first.start)].span.end >= first.end
    return Span(first.start, second.end if short and second is not None else first.end)


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
    "release": _release,
    "attribution": _attribution,
    "date": _date,
    "link": _link,
    "quotation": _quotation,
}
"""Each support: whether it stands in a region, for a subject that may be inside it."""
