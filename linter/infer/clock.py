"""The article's clock: when it was written, as far as its date, its words and the fact base tell.

Each statement that bears on the moment of writing bounds it (`linter.infer.constraints`); the clock intersects them.
Where nothing is left, it gives a smallest set of statements that cannot all be true: smallest by inclusion, found by
leaving out one after the other (the deletion filter of Chinneck and Dravnieks, 1991), after a look at all pairs, of
which
one is always enough while every statement allows one unbroken stretch of days (Helly's theorem).
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.infer.constraints import declared, implied
from linter.infer.dates.periods import FIRST, LAST, common
from linter.infer.events.beginnings import start_told
from linter.infer.events.starts import start_of
from linter.infer.reasons import Reason

SLACK = 3
"""Days by which two statements may miss each other: news is written a day or two before it is read."""

TWO_DATES = 60
"""Days by which two dates of one article may differ: it may have been updated."""

SUREST = ("date", "duration", "office", "age", "future", "past")
"""The kinds of reasons, the surest first."""

PUBLISHED = ("date-line", "byline", "front-matter", "time-element", "meta")
"""Origins of the day of publication; a dateline gives the day of writing."""

MOST = 60
"""Statements that are compared; a long article has more than anybody needs."""


Pair = tuple[Reason, Reason]


class Clock(Struct, frozen=True):
    """The first and the last day on which the article can have been written, None where nothing tells, and why.

    `conflict` is a smallest set of statements that cannot all be true, in the order of the text; then `earliest` and
    `latest` are None.
    """

    earliest: datetime.date | None
    latest: datetime.date | None
    because: tuple[Reason, ...]
    conflict: tuple[Reason, ...] = ()


def dated(article: Article) -> bool:
    """Whether the article says, or its caller knows, when it was written."""
    return article.date is not None


def start_known(article: Article, duration: TimeMention) -> bool:
    """Whether the article or the fact base dates the start of what a running duration measures."""
    return start_told(article, duration) or start_of(article, duration) is not None


def clock_of(article: Article) -> Clock:
    """The clock of an article."""
    return article.derive(_clock_of)


def _clock_of(article: Article) -> Clock:
    dates = tuple(declared(article))
    if dates:
        far = _far_apart(dates)
        return Clock(None, None, (), far) if far else Clock(article.date, article.date, dates[:1])
    reasons = _first_of_each_kind(implied(article))
    conflict = _conflict(reasons)
    if conflict:
        return Clock(None, None, (), conflict)
    because = tuple(_needed(reasons))
    shared = common(reason.periods for reason in because)
    earliest, latest = shared[0].earliest, max(period.latest for period in shared)
    return Clock(None if earliest == FIRST else earliest, None if latest == LAST else latest, because)


def _far_apart(dates: Sequence[Reason]) -> tuple[Reason, ...]:
    """Two of the article's own dates that are too far apart to be of one text."""
    for one, other in combinations(dates, 2):
        if abs((one.periods[0].earliest - other.periods[0].earliest).days) > TWO_DATES:
            return one, other
    return _filed_late(dates)


def _filed_late(dates: Sequence[Reason]) -> tuple[Reason, ...]:
    """A dateline that is later than the day of publication: what was not written yet cannot have been published."""
    for filed in (date for date in dates if date.origin == "dateline"):
        for published in dates:
            late = (filed.periods[0].earliest - published.periods[0].earliest).days
            if late > SLACK and published.origin in PUBLISHED:
                return published, filed
    return ()


def _first_of_each_kind(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons in the order of the text, of dates only the latest past one and the earliest to come."""
    past = max((r for r in reasons if r.kind == "past"), key=lambda r: r.periods[0].earliest, default=None)
    future = min((r for r in reasons if r.kind == "future"), key=lambda r: r.periods[0].latest, default=None)
    kept = [reason for reason in reasons if reason.kind not in ("past", "future")][:MOST]
    return tuple(sorted((*kept, *(each for each in (past, future) if each)), key=_place))


def _place(reason: Reason) -> int:
    return -1 if reason.span is None else reason.span.start


def _clash(reasons: Iterable[Reason]) -> bool:
    return not common(tuple(period.widened(SLACK) for period in reason.periods) for reason in reasons)


def _conflict(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    pairs = [pair for pair in combinations(reasons, 2) if _clash(pair)]
    if pairs:
        return min(pairs, key=_rank(pairs))
    return tuple(_minimal(reasons)) if _clash(reasons) else ()


def _rank(pairs: Sequence[Pair]) -> Callable[[Pair], tuple[int, int, int]]:
    """How well a pair tells the conflict: it has the statement that most others contradict, and it is sure."""
    count = Counter(id(reason) for pair in pairs for reason in pair)

    def key(pair: Pair) -> tuple[int, int, int]:
        sure = sum(SUREST.index(reason.kind) for reason in pair)
        return -max(count[id(reason)] for reason in pair), sure, _place(pair[1])

    return key


def _minimal(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """A smallest set that still clashes: whatever can be left out is, the least sure first."""
    left = list(reasons)
    for reason in sorted(reasons, key=lambda each: (-SUREST.index(each.kind), -_place(each))):
        without = [each for each in left if each is not reason]
        if _clash(without):
            left = without
    yield from left


def _needed(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """The reasons without those that narrow nothing."""
    left, shared = list(reasons), common(reason.periods for reason in reasons)
    for reason in sorted(reasons, key=lambda each: (-SUREST.index(each.kind), -_place(each))):
        without = [each for each in left if each is not reason]
        if common(each.periods for each in without) == shared:
            left = without
    yield from left
