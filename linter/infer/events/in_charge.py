"""The start of a time in office that a sentence comes back to: "in the six years that she has been in charge"."""

from __future__ import annotations

import re

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.infer.events.dated_beginnings import beginnings_by_head

SHE_HAS = lazy_pattern(
    r" (?:that |in which |during which )?(?:she|he|(?:Mr|Ms|Mrs|Dr)\.? [A-Z][\w'-]+|[A-Z][\w'-]+) has (?:\w+ly )?"
    r"(?:(?:been|spent) (?:in (?:charge|office|power|the (?:job|post|role|chair))|at the (?:helm|top)|there|the |its |"
    r"\w+(?:or|er|man|woman|head|chief|king|queen)\b)|led|run|headed|governed|ruled|directed|chaired|managed|coached|"
    r"held (?:the|that) (?:office|post|job|chair))"
)
APPOINTED = lazy_pattern(
    r"appointed|elected|sworn|named|took (?:over|office|charge)|power|office|became", re.IGNORECASE
)


def office_begun(article: Article, sentence: Sentence, duration: TimeMention) -> TimeMention | None:
    """The date of the one appointment that the article has told before, for a length of which somebody "has been in
    charge"."""
    if SHE_HAS.match(article.plain, duration.span.end, sentence.span.end) is None:
        return None
    told = article.derive(beginnings_by_head)
    times = {
        time.value: time
        for (head, _), begun in told.items()
        if head == ""
        for _, time, verb in begun
        if APPOINTED.search(verb) and time.span.end < sentence.span.start
    }
    return next(iter(times.values())) if len(times) == 1 else None
