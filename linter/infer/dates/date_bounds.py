"""What dates, anniversaries and known events say of the moment of writing: not before, not after, about so long
after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.event_forms import noun_class
from linter.annotation.mentions import EventMention, fact_names, without_the
from linter.annotation.model import TimeMention
from linter.core.pattern import lazy_pattern
from linter.infer.dates.periods import Period
from linter.infer.events.elapsed import length_of, shifted
from linter.infer.events.starts import when
from linter.infer.reasons import Reason

PAST = lazy_pattern(
    r"\b(?:was|were|voted|opened|closed|died|began|started|won|lost|signed|said|killed|joined|took|made|left|founded|"
    r"bought|sold|built|moved|became|elected|held|fell|rose|met|went|came|happened|struck|burned|burnt|sank|collapsed|"
    r"crashed|exploded|arrived|married|retired|resigned|graduated|broke|wrote|published|destroyed|damaged|arrested|"
    r"jailed|shot|stolen|visited|announced|discovered|injured)\b[^,;.]{0,60}?"
    r"\b(?:on|in)(?: the)?(?: night of| evening of| morning of)? ?$",
    re.IGNORECASE,
)
FUTURE = lazy_pattern(
    r"\b(?:will|is (?:due |set |scheduled )?to|are (?:due |set |scheduled )?to)\b(?! have\b)[^,;.]{0,60}?\b(?:on|"
    r"in) ?$",
    re.IGNORECASE,
)
NOT_SO = lazy_pattern(
    r"\b(?:would|could|should|might|may have|if|until|by|target|goal|forecast|plan\w*|due|expected|scheduled|"
    r"predict\w*|project\w*|promis\w+|pledg\w+|agree\w*|was to|were to)\b",
    re.IGNORECASE,
)


def bounds(article: Article) -> Iterator[Reason]:
    """Dates told as past or as still to come, and events that must have happened to be named."""
    yield from _known_events(article)
    for time in article.times:
        if time.type == "DATE" and time.anchoring == "absolute" and time.earliest and time.latest:
            sentence = article.sentence_at(time.span.start).span
            before = article.plain[sentence.start : time.span.start]
            if article.voice(time.span).kind != "quoted":
                yield from _date(article, time, before)


def _date(article: Article, time: TimeMention, before: str) -> Iterator[Reason]:
    if time.earliest is None or time.latest is None:
        return
    words = article.words(time.span)
    if FUTURE.search(before) and not PAST.search(before):
        yield Reason("future", time.span, (Period(latest=time.latest),), f'"{words}" is told as still to come')
    elif PAST.search(before) and not NOT_SO.search(before) and not FUTURE.search(before):
        yield Reason("past", time.span, (Period(time.earliest),), f'"{words}" is told as past')


UNPLANNED = frozenset({"war", "siege", "disease", "attack", "quake", "storm", "wave", "wreck", "coup"})
"""Classes of events that nobody can name before they happen (`linter.annotation.event_forms`)."""


def _known_events(article: Article) -> Iterator[Reason]:
    """Events that come without notice: what names them was written after they began."""
    for mention in fact_names(article).events:
        if not mention.short and len(mention.events) == 1 and (mention.clause or _is_unplanned(article, mention)):
            event = mention.events[0]
            yield Reason("past", mention.span, (Period(event.start.earliest),), when(event))


def _is_unplanned(article: Article, mention: EventMention) -> bool:
    return any(noun_class(word) in UNPLANNED for word in article.plain_words(mention.span).split())


OF = lazy_pattern(r"\s*(?:of|since|after)\s+", re.IGNORECASE)
AROUND = 200
"""Days before and after an anniversary in which news speaks of it."""


def anniversaries(article: Article) -> Iterator[Reason]:
    """Anniversaries of known events: about so many years after them."""
    for time in article.times:
        found = OF.match(article.plain, time.span.end) if time.role == "anniversary" else None
        mention = fact_names(article).event_at(without_the(article.plain, found.end())) if found else None
        length = length_of(time.value, "", "") if mention else None
        if mention and length and len(mention.events) == 1:
            years = (length.least + length.most) / 2
            start = mention.events[0].start
            period = Period(shifted(start.earliest, years, length.unit), shifted(start.latest, years, length.unit))
            words = f'"{article.words(time.span)}": {when(mention.events[0])}'
            yield Reason("age", time.span, (period.widened(AROUND),), words)
