"""Dates in figures ("13/05/2022"), and in other languages ("3 mai 2025"), which are left to dateparser.

Its defaults are generous ("sat in silence" is a Saturday), so it is shown only what looks like a whole date, and its
answer counts only when every number of the text is in it. It takes more memory than all rules together, and ten
milliseconds for a date, so what names no month is not shown to it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from linter.annotation.model import TimeProblem
from linter.annotation.times.notation import Found, Reading
from linter.core.calendar import FigureOrder, read_any_date
from linter.core.pattern import lazy_pattern

MONTHS = {
    "en": "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
    " nov november dec december",
    "fr": "jan janv janvier fev fevr fevrier mars avr avril mai jun juin jul juil juillet aou aout sep sept septembre"
    " oct octobre nov novembre dec decembre",
    "de": "jan januar janner feb februar feber mar marz mrz apr april mai jun juni jul juli aug august sep sept"
    " september okt oktober nov november dez dezember",
    "es": "ene enero feb febrero mar marzo abr abril may mayo jun junio jul julio ago agosto sep set sept septiembre"
    " setiembre oct octubre nov noviembre dic diciembre",
    "it": "gen gennaio feb febbraio mar marzo apr aprile mag maggio giu giugno lug luglio ago agosto set settembre ott"
    " ottobre nov novembre dic dicembre",
    "pt": "jan janeiro fev fevereiro mar marco abr abril mai maio jun junho jul julho ago agosto set setembro septembro"
    " out outubro nov novembro dez dezembro",
    "nl": "jan januari feb februari mrt maart apr april mei jun juni jul juli aug augustus sep september okt oktober"
    " nov november dec december",
    "sv": "jan januari feb februari mars apr april maj jun juni jul juli aug augusti sep sept september okt oktober nov"
    " november dec december",
    "pl": "sty styczen stycznia styczniu lut luty lutego lutym mar marzec marca marcu kwi kwie kwiecien kwietnia"
    " kwietniu maj maja maju cze czerwiec czerwca czerwcu lip lipiec lipca lipcu sie sierpien sierpnia sierpniu wrz"
    " wrzesien wrzesnia wrzesniu paz pazdziernik pazdziernika pazdzierniku lis listopad listopada listopadzie gru"
    " grudzien grudnia grudniu",
}
"""The names of the months as dateparser knows them, without accents, in the languages whose dates turn up in English
news: names of documents, mottoes, quotations."""

LANGUAGES = tuple(MONTHS)
MONTH_NAMES = frozenset(" ".join(MONTHS.values()).split())
BARE = str.maketrans("éûäçńśź", "euacnsz")
WORD = lazy_pattern(r"[^\W\d_]+")

PIVOT = 69
"""The short year from which on one is of the last century: POSIX's reading."""

ORDERS: tuple[FigureOrder, ...] = ("DMY", "MDY")
"""The orders with the year at the end."""

FIGURES = lazy_pattern(r"(?<![\w/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/-])")
"""A date in figures with its year at the end; or, where the house writes the year first, one of three short numbers."""


def foreign_date(found: Found) -> Reading | None:
    """A date in another language; None for what dateparser cannot read."""
    text = found.word("date")
    if MONTH_NAMES.isdisjoint(WORD.findall(text.lower().translate(BARE))):
        return None
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
    readings = {order: date for order in orders if (date := _day(match, order))}
    if not readings:
        return _no_such_day(text)
    known = readings.get(found.order) if found.order else None
    dates = [known] if known else sorted(readings.values())
    shown = known or readings.get("DMY") or dates[0]
    problem: TimeProblem = "two-readings" if dates[0] != dates[-1] else ""
    return Reading("DATE", shown.isoformat(), "absolute", dates[0], dates[-1], problem=problem)


def _day(found: re.Match[str], order: FigureOrder) -> datetime.date | None:
    """The day of a date in figures read in an order; None where the calendar lacks it, or the year is one figure."""
    named = dict(zip(order, (found[1], found[3], found[4]), strict=True))
    year = int(named["Y"])
    if len(named["Y"]) < 4:
        year += 2000 if year < PIVOT else 1900
    try:
        return datetime.date(year, int(named["M"]), int(named["D"])) if len(named["Y"]) > 1 else None
    except ValueError:
        return None


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
