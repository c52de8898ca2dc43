"""The days and months on which what a figure counts came about, by the words around it or by their dates."""

from __future__ import annotations

import re

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.calendar import ANY_MONTH, WEEKDAYS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.infer.dates.told_days import told_days

DAY = lazy_pattern(rf"\b(?:{'|'.join(WEEKDAYS)})\b|\bin (?:{ANY_MONTH})\b(?! \d)")

OPENING = lazy_pattern(r"(?:Late |Early )?(?:On|Last|Until|In) [A-Z][a-z]+,? ")
"""With which a sentence begins that tells first when it came about."""

SAID = lazy_pattern(r"\b(?:said|told|announced|added|reported|confirmed)\b")
"""A day beside one of these is that of the words."""

SOURCE = lazy_pattern(r", [^,]*\b(?:said|told|announced|added|reported|confirmed)\b.*$")
"""The end of a sentence that only tells who says it: ", the army said on Tuesday"."""


def days_named(before: str, inner: str) -> frozenset[str]:
    """The days or months on which that came about of which a figure is; none where they may be those of words.

    `before` are the words of its sentence before it, `inner` those around it in its clause.
    """
    opening = OPENING.match(before)
    told = SOURCE.sub("", inner)
    if SAID.search(before if opening is not None else told):
        return frozenset()
    return frozenset(DAY.findall(f"{opening[0]} {told}" if opening is not None else told))


SUBORDINATE = lazy_pattern(r"[,;:—–()]| (?:after|before|but|once|since|until|when|where|whereas|while) ", re.IGNORECASE)
"""Where a clause of a sentence ends and another begins."""

OTHER_END = lazy_pattern(r"\b(?:(?i:until|till|since|from|before|after)|by) (?:the )?$")
"""Before a day on which something ends or begins, not that of the figure; "By noon the police had counted" is one."""


def day_of(article: Article, sentence: Sentence, place: Span) -> TimeMention | None:
    """The day of a figure: the nearest in its clause, else the nearest of those that are no end of something."""
    days = [time for time in told_days(article, sentence) if _is_day_of_act(article, time)]
    own = [time for time in days if not SUBORDINATE.search(article.plain, *_between(time.span, place))]
    return min(own or days, key=lambda time: abs(time.span.start - place.start), default=None)


def _is_day_of_act(article: Article, time: TimeMention) -> bool:
    """Whether a time is a day of its own: no "the night", and not the day until which something lasts."""
    if time.type == "TIME" and article.plain.startswith("the ", time.span.start):
        return False
    return OTHER_END.search(article.plain[max(0, time.span.start - 16) : time.span.start]) is None


def _between(one: Span, other: Span) -> tuple[int, int]:
    first, second = sorted((one, other))
    return first.end, max(first.end, second.start)


def years_told(article: Article, sentence: Sentence) -> frozenset[str]:
    """The years that a sentence names, other than the article's own, or those of the event that it goes back to."""
    years = _years(article, sentence)
    index = article.sentence_index(sentence.span.start)
    before = article.sentences[index - 1] if index else sentence
    if years or before.block != sentence.block:
        return years
    carried = _years(article, before)
    if carried and (BACK.search(article.plain_words(sentence.span)) or ALIKE.search(article.plain_words(before.span))):
        return carried
    return years


BACK = lazy_pattern(
    r"^That (?!year\b|day\b|is\b|was\b)[a-z]+ |\b(?:in|by|during|from|after|at|of|on) that (?!year\b)[a-z]+\b|"
    r"\bthen(?=[.,;])|\bat (?:that|the) time\b"
)
"""How a sentence goes back to an event of which the one before tells: "Four people were killed in that flood"."""

ALIKE = lazy_pattern(r"\b(?:also|similar|another|earlier|previous|same|last such|worst|deadliest)\b")
"""How a sentence brings up another event of the kind."""


def _years(article: Article, sentence: Sentence) -> frozenset[str]:
    years = frozenset(
        time.value[:4] for time in starting_in(article.times, sentence.span)
        if time.type == "DATE" and time.anchoring in ("absolute", "relative") and time.value[:4].isdecimal()
    )  # fmt: skip
    return years - {str(article.date.year)} if article.date else years
