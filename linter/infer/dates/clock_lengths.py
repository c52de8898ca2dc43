"""Lengths of time between two clock times: "six hours, from 14:10 to 17:20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.lengths import modifier_of
from linter.infer.dates.spans_of_time import LEAD, WINDOW, times_of

CLOCK = lazy_pattern(r".*T(\d\d):(\d\d)")
LENGTH = lazy_pattern(r"PT(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+)M)?")
WORD = r",? (?:to|until|till|til|through|and) (?:about |around |roughly |shortly before |shortly after )?"
JOINED = lazy_pattern(rf"(?: on [\w ]{{3,30}}?)?{WORD}")
DASHED = lazy_pattern(r" ?[-–—] ?")
HALF = lazy_pattern(r"[ap]\.?m|noon|midnight", re.IGNORECASE)

HALF_DAY, WHOLE_DAY = 720, 1440
"""Minutes."""

ROUND_HOURS, ROUND_BOTH, ROUND_MINUTES = 30, 5, 3
"""Minutes by which a length may be rounded: one in hours, in hours and minutes, in minutes."""

BLURRED = 0.25
"""Share by which a blurred length may be off ("nearly six hours"), besides its rounding."""


def is_clock_length(mention: TimeMention) -> bool:
    """Whether a length is told in hours or minutes."""
    return mention.type == "DURATION" and LENGTH.fullmatch(mention.value) is not None


def clock_times(article: Article, sentence: Sentence) -> tuple[TimeMention, ...]:
    """The clock times of a sentence."""
    return tuple(t for t in times_of(article, sentence) if t.type == "TIME" and CLOCK.fullmatch(t.value))


def clock_ranges(article: Article, sentence: Sentence) -> Iterator[tuple[Span, TimeMention, TimeMention]]:
    """Each two clock times that the text joins to a span, "from" or "between" included."""
    for first, second in pairwise(clock_times(article, sentence)):
        opening = max(sentence.span.start, first.span.start - WINDOW)
        before, gap = article.plain[opening : first.span.start], article.plain[first.span.end : second.span.start]
        lead = LEAD.search(before)
        joined = DASHED.fullmatch(gap) or (lead is not None and JOINED.fullmatch(gap))
        if joined:
            yield Span(opening + lead.start() if lead is not None else first.span.start, second.span.end), first, second


def clock_fits(article: Article, length: TimeMention, start: TimeMention, end: TimeMention) -> bool:
    """Whether a length in hours or minutes can be the time between two clock times, on one day or over midnight."""
    stated = _stated_minutes(length)
    if stated is None or stated >= WHOLE_DAY:
        return True
    passed = _passed(start, end)
    slack = _rounding(length) + (stated * BLURRED if modifier_of(article, length) else 0)
    each_day = HALF_DAY if _ambiguous(article, start) or _ambiguous(article, end) else WHOLE_DAY
    off = abs(passed - stated) % each_day
    return min(off, each_day - off) <= slack


def _stated_minutes(length: TimeMention) -> float | None:
    found = LENGTH.fullmatch(length.value)
    return None if found is None else float(found["hours"] or 0) * 60 + float(found["minutes"] or 0)


def _passed(start: TimeMention, end: TimeMention) -> int:
    return (_minute(end) - _minute(start)) % WHOLE_DAY


def _minute(time: TimeMention) -> int:
    found = CLOCK.fullmatch(time.value)
    assert found is not None
    return int(found[1]) * 60 + int(found[2])


def _rounding(length: TimeMention) -> int:
    found = LENGTH.fullmatch(length.value)
    if found is None or not found["minutes"]:
        return ROUND_HOURS
    return ROUND_BOTH if found["hours"] else ROUND_MINUTES


def _ambiguous(article: Article, time: TimeMention) -> bool:
    """Whether a time may be that of the morning or of the evening: "from 2:10 to 5:20"."""
    words = article.plain_words(time.span)
    return 0 < _minute(time) < HALF_DAY + 60 and not HALF.search(words) and not words.startswith("0")


def clock_between(start: TimeMention, end: TimeMention) -> str:
    """The time from one clock time to the next: "3 hours 10 minutes"."""
    hours, minutes = divmod(_passed(start, end), 60)
    parts = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in ((hours, "hour"), (minutes, "minute"))]
    return " ".join(part for part in parts if not part.startswith("0 "))
