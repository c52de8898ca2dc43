"""Calendar dates as articles write their own: "3 May 2025", "Aug. 7, 1998", "2019-05-12", "Tuesday, 8 May 1994"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from msgspec import Struct

from linter.core.calendar import MONTHS, FigureOrder
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
YEAR = r"(?:1[5-9]|20|21)\d\d"

DATE = lazy_pattern(
    rf"""\b{WEEKDAY}(?:
      (?P<iso_year>{YEAR})(?P<mark>[-/.])(?P<iso_month>\d\d?)(?P=mark)(?P<iso_day>\d\d?)(?:T[\d:.]+(?:Z|[-+]\d\d:?\d\d)?)?
    | (?:the\s+)?(?P<day_first>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+
      (?P<month_second>{MONTH})\b\.?,?[\s-]+(?P<year_a>{YEAR})
    | (?P<month_first>{MONTH})\b\.?\s+(?P<day_second>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year_b>{YEAR})
    | (?P<dot_day>\d\d?)(?P<between>[./])(?P<dot_month>\d\d?)(?P=between)(?P<year_c>{YEAR})
    )(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A day of the calendar with its year; whether it exists is asked of `datetime`."""

TIME_OF_DAY = lazy_pattern(
    r"\b(?:at\s+)?\d\d?(?:[:.]\d\d){1,2}\s*(?:[ap]\.?m\b\.?)?"
    r"(?:\s*\(?(?:[A-Z]{2,4}T|UTC|GMT|EST|local time)\b\)?(?:[-+]\d\d?)?)?"
    r"|\b(?:at\s+)?\d\d?\s*[ap]\.?m\b\.?(?:\s+(?:[A-Z]{2,4}T|UTC|GMT)\b)?|\b\d\d?h\d\d\b",
    re.IGNORECASE,
)
LABEL = lazy_pattern(
    r"(?:first\s+|last\s+|originally\s+)?(?:published|posted|updated|modified|revised|issued|released|filed|dated?"
    r"|publication date|release date|created|printed)(?:\s+(?:on|at|in|date))?\s*:?\s*",
    re.IGNORECASE,
)
CHANGED = lazy_pattern(r"(?:last\s+)?(?:updated|modified|revised)", re.IGNORECASE)
READING_TIME = lazy_pattern(r"\b\d+[\s-]min(?:ute)?s?(?:\s+read)?\b|\bminutes?\b", re.IGNORECASE)
LONGEST_DATE_LINE = 120


class FoundDate(Struct, frozen=True):
    """A date met in a text, and the span of its words there."""

    date: datetime.date
    span: Span


def find_dates(text: str, order: FigureOrder | None = None) -> Iterator[FoundDate]:
    """The dates with a year in a text, in order; no days that do not exist, and 3/4/2025 only with an `order`."""
    for found in DATE.finditer(text):
        date = _date(found, order)
        if date is not None:
            yield FoundDate(date, Span(*found.span()))


def parse_date(text: str, order: FigureOrder | None = None) -> datetime.date | None:
    """The date that a whole short text gives: ISO 8601, or in English, or else in another language.

    `order` is that of dates in figures that can be read in two ways; None leaves these unread.
    """
    stripped = text.strip()
    found = next(find_dates(stripped, order), None)
    if found is not None:
        return found.date if is_date_line(stripped, order) else None
    if len(stripped) == 8 and stripped.isdecimal():
        return _made(int(stripped[:4]), int(stripped[4:6]), int(stripped[6:]))
    if not DATE.search(stripped) and _like_foreign_date(stripped):
        from linter.core.calendar import read_any_date

        return read_any_date(stripped)
    return None


def is_date_line(text: str, order: FigureOrder | None = None) -> bool:
    """Whether a text holds an English or numeric date, and nothing else but a label and a time of day."""
    if len(text) > LONGEST_DATE_LINE or next(find_dates(text, order), None) is None:
        return False
    rest = DATE.sub(" ", text)
    for pattern in (TIME_OF_DAY, LABEL, READING_TIME):
        rest = pattern.sub(" ", rest)
    return not re.search(r"[^\W_]", re.sub(r"\b(?:on|at|and|the|utc|gmt)\b", " ", rest, flags=re.IGNORECASE))


def date_of_file_name(path: str) -> datetime.date | None:
    """The date in a file's name: "2019-05-12-title.md", "20190512_x.txt"."""
    name = re.split(r"[/\\]", path)[-1]
    found = re.search(rf"(?<![^\W_])({YEAR})([-_.]?)([01]\d)\2([0-3]\d)(?![^\W_])", name)
    return _made(int(found[1]), int(found[3]), int(found[4])) if found else None


def _like_foreign_date(text: str) -> bool:
    """Whether a short text has a year, a day and at most a few words: a date with the month in another language."""
    bare = LABEL.sub("", text, count=1)
    words = re.findall(r"[^\W\d_]+", bare)
    numbers = re.findall(r"\d+", TIME_OF_DAY.sub(" ", bare))
    return (
        len(text) <= 60 and 1 <= len(words) <= 6 and len(numbers) == 2 and re.search(rf"\b{YEAR}\b", bare) is not None
    )


def _date(found: re.Match[str], order: FigureOrder | None) -> datetime.date | None:
    part = found.groupdict()
    if part["iso_year"]:
        return _made(int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"]))
    if part["year_a"]:
        return _made(int(part["year_a"]), MONTH_NUMBERS[part["month_second"].lower()], int(part["day_first"]))
    if part["year_b"]:
        return _made(int(part["year_b"]), MONTH_NUMBERS[part["month_first"].lower()], int(part["day_second"]))
    return _numeric(int(part["dot_day"]), int(part["dot_month"]), int(part["year_c"]), part["between"], order)


def _numeric(first: int, second: int, year: int, mark: str, order: FigureOrder | None) -> datetime.date | None:
    """12.05.2019 is a day before a month; 5/12/2019 is read in the order given, unless one of the two is no month."""
    if mark == "." or first > 12 or first == second or (order == "DMY" and second <= 12):
        return _made(year, second, first)
    return _made(year, first, second) if second > 12 or order == "MDY" else None


def _made(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
