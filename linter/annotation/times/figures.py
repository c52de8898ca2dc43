"""Dates in figures ("13/05/2022") and in other languages ("3 mai 2025"): what own arithmetic leaves to dateparser.

Its defaults are generous ("sat in silence" is a Saturday), so it is shown only what looks like a whole date, and its
answer counts only when every number of the text is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.annotation.model import TimeProblem
from linter.annotation.times.notation import Found, Reading
from linter.core.calendar import FigureOrder, read_any_date
from linter.core.pattern import lazy_pattern

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "pl")
"""Languages whose dates turn up in English news: names of documents, mottoes, quotations."""

ORDERS: tuple[FigureOrder, ...] = ("DMY", "MDY")
"""The orders with the year at the end."""

FIGURES = lazy_pattern(r"(?<![\w/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/-])")
"""A date in figures with its year at the end; or, where the house writes the year first, one of three short numbers."""


def foreign_date(found: Found) -> Reading | None:
    """A date in another language; None for what dateparser cannot read."""
    text = found.word("date")
    date = read_any_date(text, "DMY", LANGUAGES)
    if date is None or {int(number) for number in re.findall(r"\d+", text)} != {date.day, date.year}:
        return None
    return Reading("DATE", date.isoformat(), "absolute", date, date)


def figures(found: Found) -> Reading | None:
    """A date in figures, in the order of the house or else of the article's other ones.

    Where nothing decides the order, its days take in both readings and its value is the day-first one; one that the
    calendar lacks in any order is a problem of its own.
    """
    text = found.word("date")
    match = FIGURES.fullmatch(text)
    if match is None or (match[2] == "." and len(text.rpartition(".")[2]) == 2):
        return None
    orders: tuple[FigureOrder, ...] = ("YMD",) if found.order == "YMD" and len(match[4]) == 2 else ORDERS
    readings = {order: date for order in orders if (date := read_any_date(text, order, ("en",)))}
    if not readings:
        return _no_such_day(text)
    known = readings.get(found.order) if found.order else None
    dates = [known] if known else sorted(readings.values())
    shown = known or readings.get("DMY") or dates[0]
    problem: TimeProblem = "two-readings" if dates[0] != dates[-1] else ""
    return Reading("DATE", shown.isoformat(), "absolute", dates[0], dates[-1], problem=problem)


def _no_such_day(text: str) -> Reading | None:
    first, second, year = (int(number) for number in re.findall(r"\d+", text))
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 100):
        return None
    return Reading("DATE", f"{year:04}-{month:02}-{day:02}", "absolute", problem="no-such-day")


def order_of(text: str) -> FigureOrder | None:
    """The order in which a text's dates in figures name day and month, None where none or both are seen."""
    seen = set(_seen_orders((int(found[1]), int(found[3])) for found in FIGURES.finditer(text)))
    return seen.pop() if len(seen) == 1 else None


def _seen_orders(figures_of: Iterable[tuple[int, int]]) -> Iterable[FigureOrder]:
    for first, second in figures_of:
        if first > 12 >= second:
            yield "DMY"
        if second > 12 >= first:
            yield "MDY"
