"""Reading calendar dates: days, months, quarters, years, decades, weekdays and words for days."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from linter.annotation.model import Anchoring, TimeProblem
from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.calendar_spans import Period
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.tense import Direction
from linter.annotation.times.words import (
    DECADE_WORDS,
    MONTH_NUMBERS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    WEEKDAY_NUMBERS,
    Token,
)
from linter.core.pattern import lazy_pattern

PHASES = {"early": "START", "beginning": "START", "start": "START", "earlier": "START", "mid": "MID", "middle": "MID",
          "late": "END", "later": "END", "end": "END", "close": "END"}  # fmt: skip


def placed(period: Period, anchoring: Anchoring, modifier: str = "") -> Reading:
    """The reading of a period."""
    narrowed = spans.part(period, modifier)
    return Reading("DATE", period.value, anchoring, narrowed.earliest, narrowed.latest, modifier)


def phase_of(found: Found) -> str:
    """The modifier that the group `phase` gives."""
    return PHASES.get(found.word("phase"), "")


def month_number(found: Found) -> int:
    """The month of group `m`."""
    return MONTH_NUMBERS[found.word("m").rstrip(".")]


def ordinal(token: Token) -> int:
    """The number of an ordinal or a day."""
    return ORDINALS[token.word] if token.word in ORDINALS else int("".join(filter(str.isdigit, token.word)))


def calendar_day(found: Found) -> Reading | None:
    """A day of a month, with its year or without: "3 May 2025", "Sept. 30", "last Oct. 23", "Tuesday, 6 April 1999"."""
    month, day = month_number(found), ordinal(found.groups["d"][-1])
    if "t" in found.groups:  # "the thirty-first of May"
        tens = NUMBERS[found.word("t")]
        day = tens + day if tens in (20, 30) and day < 10 else 0
    if not 1 <= day <= 31:
        return None
    year = found.word("y") or found.word("y2")
    read = _exact_day(int(year), month, day, "absolute") if year else _near_day(found, month, day)
    stated = WEEKDAY_NUMBERS[found.groups["w"][0].word] if found.groups.get("w") else None
    return replace(read, weekday=stated)


def second_day(found: Found) -> Reading | None:
    """The last of several days of a month: the "25" of "on April 24 and 25", but not of "April 24 and 25 people"."""
    if found.after is not None and found.after.word.isalpha() and found.after.word not in AFTER_DAY:
        return None
    return calendar_day(found)


AFTER_DAY = frozenset(
    "in at and of to for on by the of with as but when where while before after this last next".split()
)


def _near_day(found: Found, month: int, day: int) -> Reading:
    if found.base is None:
        problem: TimeProblem = "" if _date(2000, month, day) else "no-such-day"
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "relative", problem=problem)
    relative = found.word("rel")
    if relative:
        year = _shifted_year(found.base, relative, (month, day) >= (found.base.month, found.base.day))
    else:
        year = nearest_year(found, lambda year: _date(year, month, day))
    return _exact_day(year, month, day, "relative")


def _shifted_year(base: datetime.date, relative: str, to_come: bool) -> int:
    """The year of a day or month called "last", "next" or "this"; `to_come` where it is not over in the base's year."""
    if "last" in relative or "past" in relative:
        return base.year - to_come
    if "next" in relative or "coming" in relative:
        return base.year + (not to_come)
    return base.year


def _exact_day(year: int, month: int, day: int, anchoring: Anchoring) -> Reading:
    date = _date(year, month, day)
    if date is None:
        return Reading("DATE", f"{year:04}-{month:02}-{day:02}", anchoring, problem="no-such-day")
    return placed(spans.day(date), anchoring)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    if not 1 <= month <= 12 or not 1 <= year <= 9999 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return datetime.date(year, month, day)


def nearest_year(found: Found, start: Callable[[int], datetime.date | None]) -> int:
    """The year that a date without one most likely has; the article's date must be known.

    That is the nearest, a past one sooner than one to come under a past tense, and the other way round under a future.
    """
    assert found.base is not None
    base = found.base
    dates = [(year, date) for year in range(base.year - 1, base.year + 2) if (date := start(year)) is not None]
    if not dates:
        return base.year
    bias = BIAS[found.direction]
    return min(dates, key=lambda pair: (base - pair[1]).days if pair[1] <= base else bias * (pair[1] - base).days)[0]


BIAS: Mapping[Direction, float] = {"past": 3.0, "": 1.0, "future": 0.25}
"""How many times farther off a past day may be than a future one, by the way the verb points."""


def iso_day(found: Found) -> Reading | None:
    """A day in digits: "2025-05-03"."""
    word = found.word("iso").upper().replace("/", "-")
    year, month, day = (int(part) for part in word[:10].split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199):
        return None
    read = _exact_day(year, month, day, "absolute")
    return replace(read, type="TIME" if "T" in word else "DATE", value=word)


def month_and_year(found: Found) -> Reading | None:
    """A month with its year: "May 2022", "January this year", "late November 1995"."""
    number = month_number(found)
    year = spelt_year(found.groups["yw"]) if found.groups.get("yw") else int(found.word("y") or found.word("y2") or 0)
    if year is None:
        return None
    if year:
        return placed(spans.month(year, number), "absolute", phase_of(found))
    if found.base is None:
        return Reading("DATE", f"XXXX-{number:02}", "relative")
    shift = {"last": -1, "next": 1}.get(found.word("rel"), 0)
    return placed(spans.month(found.base.year + shift, number), "relative", phase_of(found))


def month_alone(found: Found) -> Reading | None:
    """A month without its year: "March", "last June"."""
    number, relative = month_number(found), found.word("rel")
    if found.after is not None and found.after.word == "of":
        return None  # "the March of the Mothers"
    if found.base is None:
        return Reading("DATE", f"XXXX-{number:02}", "relative", modifier=phase_of(found))
    if relative:
        to_come = number >= found.base.month if "last" in relative or "past" in relative else number > found.base.month
        year = _shifted_year(found.base, relative, to_come)
    else:
        year = nearest_year(found, lambda year: _month_day(year, number, found.base))
    return placed(spans.month(year, number), "relative", phase_of(found))


def _month_day(year: int, month: int, base: datetime.date | None) -> datetime.date:
    """The day of a month nearest to the base: the month that runs now is no way off."""
    period = spans.month(year, month)
    return period.earliest if base is None else min(max(base, period.earliest), period.latest)


YEAR_BEFORE = frozenset(
    "in of since from by until before after during early late mid fiscal the for through year and to".split()
)
"""Words after which a number of four digits is a year."""


def year_alone(found: Found) -> Reading | None:
    """A year in digits, unless it counts something: "2019", "early 2022", but not "1500 people"."""
    number = int(found.word("y"))
    before, after = found.before, found.after
    if before is not None and before.word in ("$", "£", "€", "#", "/", "no."):
        return None
    if after is not None and after.word in ("%", "/", "percent", "metres", "meters", "people", "feet", "miles", "km"):
        return None
    known = before is None or before.word in YEAR_BEFORE or before.kind in ("month", "comma", "hyphen", "early")
    known = known or (before is not None and before.word in ("between", "and") and _is_between(found))
    if not known and (not 1700 <= number <= 2099 or (after is not None and _counts(after))):
        return None
    return placed(spans.year(number), "absolute", phase_of(found))


BETWEEN = lazy_pattern(r"etween 1[5-9]\d\d and 1[5-9]\d\d(?=[,.;:)]|$| (?:when|while|by|under|in|at|the|but)\b)")


def _is_between(found: Found) -> bool:
    """Whether a year is one of two early ones, behind which nothing is counted: "between 1615 and 1640"."""
    years = BETWEEN.match(found.text, max(0, found.text.rfind("etween 1", 0, found.tokens[-1].end)))
    return years is not None and years.end() >= found.tokens[-1].end


def _counts(after: Token) -> bool:
    return (
        after.kind == "unknown"
        and after.word.isalpha()
        and after.word.endswith("s")
        and after.word not in ("was", "is", "as")
    )


def year_in_words(found: Found) -> Reading | None:
    """A year in words: "nineteen ninety-seven"."""
    number = spelt_year(found.groups["yw"])
    if number is None or (number >= 2000 and found.tokens[0].word != "the"):
        return None  # "two thousand" alone is an amount
    return placed(spans.year(number), "absolute")


def spelt_year(tokens: tuple[Token, ...]) -> int | None:
    """The year that words write: "nineteen ninety-seven", "two thousand"."""
    words = [NUMBERS[token.word] for token in tokens if token.kind == "number"]
    if words[:2] == [2, 1000]:
        return 2000 + sum(words[2:]) if sum(words[2:]) < 100 else None
    if words[0] not in (18, 19) or sum(words[1:]) > 99 or (len(words) > 1 and words[1] < 10):
        return None
    return words[0] * 100 + sum(words[1:])


def second_year(found: Found) -> Reading | None:
    """The end of a span of years: the "16" of "2014-16"."""
    first, last = int(found.word("y")), int(found.word("end"))
    number = first // 100 * 100 + last
    if len(found.tokens[0].word) != 2 or not first < number <= first + 50:
        return None
    return placed(spans.year(number), "absolute")


def short_year(found: Found) -> Reading | None:
    """A year by its last two digits: "since '82"."""
    if found.before is None or found.before.word not in YEAR_BEFORE:
        return None
    base = 2000 if found.base is None else found.base.year
    number = base // 100 * 100 + int(found.word("y")[1:])
    return placed(spans.year(number - 100 if number > base + 5 else number), "absolute")


def decade(found: Found) -> Reading | None:
    """A decade: "the 1990s", "the late nineties"."""
    word = found.word("dec")
    digit = DECADE_WORDS.get(word)
    if digit is None and word[0] == "'":
        digit = int(word[1])
    if digit is not None:
        century = (1900 if found.base is None else found.base.year) // 100 * 100
        first = century + digit * 10 - (100 if found.base and century + digit * 10 > found.base.year else 0)
    else:
        first = int(word[:3]) * 10
    if not 1000 <= first <= 2190:
        return None
    return placed(spans.years(first, first + 9, str(first // 10)), "absolute", phase_of(found))


def century(found: Found) -> Reading | None:
    """A century: "the 20th century"."""
    number = ordinal(found.groups["o"][-1])
    if not 1 <= number <= 30 or found.tokens[-1].word not in ("century", "centuries"):
        return None
    first = (number - 1) * 100 + 1
    return placed(spans.years(first, first + 99, f"{number - 1:02}"), "absolute", phase_of(found))


def season_of(found: Found) -> Reading | None:
    """A season: "last fall", "this summer", "the winter of 1998", "over the summer"."""
    code = SEASONS[found.word("s")]
    year = spelt_year(found.groups["yw"]) if found.groups.get("yw") else int(found.word("y") or 0)
    if year:
        return placed(spans.season(year, code), "absolute", phase_of(found))
    relative = found.word("rel")
    if not relative and (found.before is None or found.before.word not in SEASON_BEFORE):
        return None
    if found.base is None:
        return Reading("DATE", f"XXXX-{code}", "relative" if relative else "none", modifier=phase_of(found))
    return placed(spans.season(_season_year(found.base, code, relative), code), "relative", phase_of(found))


SEASON_BEFORE = frozenset("over during in into through of until since from throughout".split())
"""Words before "the summer" that make it this year's."""


def _season_year(base: datetime.date, code: str, relative: str) -> int:
    start = spans.season(base.year, code)
    if relative in ("last", "this past", "past"):
        return base.year - (start.latest >= base)
    if relative in ("next", "coming", "this coming"):
        return base.year + (start.earliest <= base)
    return base.year
