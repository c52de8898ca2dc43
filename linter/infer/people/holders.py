"""Who held an office on a day, and whether somebody named can have held it."""

from __future__ import annotations

import datetime

from linter.facts.model import Holder, Office
from linter.infer.dates.periods import FIRST, LAST, moved
from linter.infer.people.offices import OfficeMention

GRACE = 7
"""Days before and after a term in which news may name its holder as serving."""


def others_then(mention: OfficeMention, day: datetime.date) -> str:
    """A clause that says who held the office on a day; "" where that is not known."""
    if day in (FIRST, LAST):
        return ""
    names = [name for office in mention.offices if office.covers(day) for name in holders(office, day)]
    return f"; on {day} it was {' or '.join(dict.fromkeys(names))}" if names and mention.name not in names else ""


def holders(office: Office, day: datetime.date) -> tuple[str, ...]:
    """The names of those who held an office on a day, or may have."""
    return tuple(holder.name for holder in office.holders_at(day))


def contradicted(mention: OfficeMention, day: datetime.date) -> bool:
    """Whether the base knows who held the office on a day, and that it was not the one named."""
    if not mention.offices or not all(_knows(office, day) for office in mention.offices):
        return False
    named = {term.holder for term in mention.terms}
    return not any(
        _may_serve(office, holder, day) for office in mention.offices for holder in office.holders if holder in named
    )


def _knows(office: Office, day: datetime.date) -> bool:
    return office.covers(day) and office.covers(moved(day, -GRACE)) and bool(office.holders_at(day))


def _may_serve(office: Office, holder: Holder, day: datetime.date) -> bool:
    days = (moved(day, -GRACE), day, moved(day, GRACE))
    return any(office.serves(holder, each) is not False for each in days)
