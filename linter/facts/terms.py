"""What can be wrong with the holders of an office: terms that overlap, gaps between them, a list cut short."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from linter.facts.dates import PartialDate
from linter.facts.model import Holder, Office
from linter.facts.placed import Placed, Remark

OPEN = (10_000, 1, 1)
"""The end of a term that lasts."""

ONE_DAY = datetime.timedelta(days=1)


def term_remarks(office: Placed[Office], holders: Sequence[Placed[Holder]]) -> Iterator[Remark]:
    """Everything about the terms of an office's holders, who come by the beginning of their terms."""
    yield from _overlaps(office.value, holders)
    yield from _gaps(office, holders)
    through = office.value.through
    if through is not None and holders and through.last < holders[-1].value.start.first:
        last = holders[-1].value
        message = f"the holders are said to be complete through {through}, but {last.name} follows on {last.start}"
        yield office.remark("error", message, "set `through` to a later day", "through")


def _overlaps(office: Office, holders: Sequence[Placed[Holder]]) -> Iterator[Remark]:
    """Terms that surely share more than the day of a hand-over: more of them at once than the office has seats."""
    serving: list[Holder] = []
    for placed in holders:
        holder = placed.value
        if holder.acting:
            continue
        serving = [other for other in serving if _surely_ends(other) > holder.start.last]
        if len(serving) >= office.seats and _surely_ends(holder) > holder.start.last:
            yield _overlap(placed, serving[-1], office)
        # Of too many at once, those who stay longest are kept to compare with.
        serving = [*sorted(serving, key=_surely_ends)[-office.seats :], holder]


def _overlap(placed: Placed[Holder], other: Holder, office: Office) -> Remark:
    term = f"{other.start} to {other.end or 'now'}"
    message = f"{placed.value.name} takes office on {placed.value.start}, in the term of {other.name} ({term})"
    hint = f"correct a date, mark who stands in with `acting: true`, or say `seats: {office.seats + 1}`"
    return placed.remark("error", message, hint, "from")


def _surely_ends(holder: Holder) -> tuple[int, int, int]:
    return OPEN if holder.end is None else holder.end.first


def _gaps(office: Placed[Office], holders: Sequence[Placed[Holder]]) -> Iterator[Remark]:
    """The days between the first term and the last in which surely nobody holds the office."""
    known: PartialDate | None = None
    for number, placed in enumerate(holders):
        if known is not None and _days_between(known, placed.value.start):
            yield placed.remark("note", _gap(known, placed.value.start), "add the holder, if there was one", "from")
        if placed.value.end is None:
            return
        known = placed.value.end if number == 0 or known is None else max(known, placed.value.end, key=_last)
    through = office.value.through
    if known is not None and through is not None and _days_between(known, through):
        yield office.remark("note", _gap(known, through), "add the holder, if there is one", "through")


def _last(date: PartialDate) -> tuple[int, int, int]:
    return date.last


def _days_between(end: PartialDate, start: PartialDate) -> bool:
    if start.first <= end.last:
        return False
    return start.year < 0 or end.year < 0 or start.earliest - end.latest > ONE_DAY


def _gap(end: PartialDate, start: PartialDate) -> str:
    return f"nobody is known to hold the office between {end} and {start}"
