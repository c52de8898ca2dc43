"""Reading what is counted from somewhere: durations, "two weeks ago", "last week", sets, and words like "recently"."""

from __future__ import annotations

import datetime

from linter.annotation.times import calendar_spans as spans
from linter.annotation.times.business import compared
from linter.annotation.times.calendar_spans import DAY, Period
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import ordinal, placed
from linter.annotation.times.words import NUMBERS, UNITS, Token

MODIFIERS = {"over": "MORE_THAN", "more": "MORE_THAN", "nearly": "LESS_THAN", "almost": "LESS_THAN",
             "under": "LESS_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "barely": "APPROX",
             "about": "APPROX", "around": "APPROX",
             "roughly": "APPROX", "some": "APPROX", "approximately": "APPROX", "at least": "EQUAL_OR_MORE",
             "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "no more": "EQUAL_OR_LESS",
             "not more": "EQUAL_OR_LESS", "no less": "EQUAL_OR_MORE",
             "close to": "LESS_THAN"}  # fmt: skip
"""Words before a number to TIMEX3's `mod`."""

TIMEX_UNITS = {"D": ("P", 1, "D"), "N": ("P", 1, "D"), "W": ("P", 1, "W"), "M": ("P", 1, "M"), "Y": ("P", 1, "Y"),
               "E": ("P", 10, "Y"), "C": ("P", 100, "Y"), "L": ("P", 1000, "Y"), "Q": ("P", 1, "Q"), "F": ("P", 2, "W"),
               "H": ("PT", 1, "H"), "TM": ("PT", 1, "M"), "S": ("PT", 1, "S")}  # fmt: skip
"""A unit to the head, the factor and the letter of its TIMEX3 value."""

SMALLER = {"H": "M", "M": "S"}
"""Sixty of which make one of the other."""

DASHES = ("-", "–")

LARGEST = 10_000
"""Years, months and the like beyond which nothing is placed."""


def unit_of(words: str) -> str:
    """The letter of a unit (`time_words.UNITS`), singular or plural."""
    return UNITS.get(words) or UNITS.get(words.removesuffix("s"), "")


def number_of(tokens: tuple[Token, ...]) -> float | None:
    """The number that tokens write, the first of two ("two or three"); None for "few", "several" and the like."""
    words = [token.word for token in tokens]
    if "couple" in words:
        return 2.0
    if any(token.kind in ("few", "more") for token in tokens):
        return None
    for divider in ("or", "to", *DASHES):
        place = words.index(divider) if divider in words[1:-1] else 0
        if place and (divider not in DASHES or (words[place - 1] + words[place + 1]).isdecimal()):
            words = words[:place]
    if "/" in words and len(words) >= 3:  # "2 1/2"
        place = words.index("/")
        return _sum(words[: place - 1]) + _digits(words[place - 1]) / max(1.0, _digits(words[place + 1]))
    return _sum(words)


def _sum(words: list[str]) -> float:
    total = 0.0
    for index, word in enumerate(words):
        if word in ("hundred", "thousand", "dozen"):
            total = max(1.0, total) * NUMBERS[word]
        elif word in NUMBERS:
            total += NUMBERS[word]
        elif word == "half":
            total += 0.5
        elif word in ("a", "an", "another"):
            total += 0.0 if index + 1 < len(words) else 1.0
        elif word[0].isdecimal():
            total += _digits(word)
    return total


def _digits(word: str) -> float:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return 0.0


def period_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: "P3W", "PT20M", "P1Y6M", "PXM" for an unknown number."""
    head, factor, letter = TIMEX_UNITS[unit]
    if number is None:
        return f"{head}X{letter}"
    amount = number * factor
    if amount == int(amount):
        return f"{head}{int(amount)}{letter}"
    if head == "PT" and letter in SMALLER and (amount * 60) % 1 == 0:
        whole, rest = divmod(int(amount * 60), 60)
        return f"PT{whole}{letter}{rest}{SMALLER[letter]}" if whole else f"PT{rest}{SMALLER[letter]}"
    if letter == "Y" and (amount * 12) % 1 == 0:
        whole, rest = divmod(int(amount * 12), 12)
        return f"P{whole}Y{rest}M" if whole else f"P{rest}M"
    return f"{head}{amount:g}{letter}"


def modifier_of(found: Found) -> str:
    """TIMEX3's `mod` of the group `about`."""
    word = found.word("about").removesuffix(" than")
    return MODIFIERS.get(word, "")


def duration(found: Found) -> Reading | None:
    """A length of time: "over seven months", "a two-year", "half an hour"."""
    unit = unit_of(found.word("u").split(" ")[-1])
    if not unit or _is_other(found, unit):
        return None
    number = number_of(found.groups["n"]) if found.groups.get("n") else None
    often = found.before is not None and found.before.word in ("once", "twice", "times", "per")
    return Reading("SET" if often else "DURATION", period_value(number, unit), "none", modifier=modifier_of(found))


def quarter_of(found: Found) -> Reading | None:
    """A quarter of a long unit: "a quarter of a century"."""
    return Reading("DURATION", period_value(0.25, unit_of(found.word("u"))), "none", modifier=modifier_of(found))


def _is_other(found: Found, unit: str) -> bool:
    """Whether it is an age ("a 6-year-old"), a title ("60 Minutes"), an ordinal ("a second try") or a fraction."""
    tokens, before = found.tokens, "" if found.before is None else found.before.word
    words = [token.word for token in tokens]
    if found.after is not None and (
        found.after.word == "old" or (found.after.kind == "hyphen" and tokens[-1].kind == "unit")
    ):
        return True
    if unit in "SQ" and words[-2:-1] == ["a"] and before not in ("for", "in", "within", "half", "every", "per"):
        return True
    if "a" in words[:-1] and words.index("a") + 1 < len(words) - 1 and _is_count(tokens[words.index("a") + 1]):
        return True
    if words[0] == "over" and any(token.kind == "few" for token in tokens):
        return True  # "evolved over several years" is no "more than"
    return tokens[-1].capital and found.before is not None and not tokens[0].capital


def _is_count(token: Token) -> bool:
    """Whether "a" before it belongs to a noun behind: "a five year low", but not "a hundred years"."""
    return token.kind in ("number", "day", "integer") and token.word not in ("hundred", "thousand", "dozen")


def duration_and_half(found: Found) -> Reading | None:
    """A unit and half of it: "a year and a half"."""
    return Reading("DURATION", period_value(1.5, unit_of(found.word("u"))), "none", modifier=modifier_of(found))


INNER = {"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",), "D": ("H",), "H": ("TM",), "TM": ("S",)}
"""The units in which a rest of one is told: "two years and four months"."""

FEWER = {"M": 12, "W": 5, "D": 31, "H": 24, "TM": 60, "S": 60}
"""A rest has fewer of them: they do not make one of the larger unit."""


def compound_duration(found: Found) -> Reading | None:
    """A length in several units: "two years and four months", "3 hours 12 minutes"."""
    unit = unit_of(found.word("u"))
    value = period_value(number_of(found.groups["n"]), unit)
    for part in ("2", "3") if "n3" in found.groups else ("2",):
        inner, rest = unit_of(found.word(f"u{part}")), number_of(found.groups[f"n{part}"])
        if rest is None or inner not in INNER.get(unit, ()) or not 0 < rest < FEWER[inner]:
            return None
        value += period_value(rest, inner).removeprefix("PT" if value.startswith("PT") else "P")
        unit = inner
    return None if _is_other(found, unit) else Reading("DURATION", value, "none", modifier=modifier_of(found))


def bare_duration(found: Found) -> Reading | None:
    """Units alone after a preposition: "for years"."""
    unit = unit_of(found.word("u"))
    if found.before is None or found.before.word not in (
        "for",
        "in",
        "within",
        "took",
        "over",
        "of",
        "after",
        "lasted",
        "takes",
        "spent",
    ):
        return None
    return Reading("DURATION", period_value(None, unit), "none")


def ago(found: Found) -> Reading | None:
    """A time counted back from now ("two weeks ago") or from another time in the text ("a day earlier")."""
    unit = unit_of(found.word("u").split(" ")[-1])
    number = number_of(found.groups["n"]) if found.groups.get("n") else (1.0 if found.word("u") in UNITS else None)
    from_now = found.word("dir") in ("ago", "back", "from now", "since") or found.word("dir").startswith("ago")
    modifier = modifier_of(found)
    if number is None:
        value = "PAST_REF" if from_now else period_value(None, unit)
        return Reading("DATE" if from_now else "DURATION", value, "vague" if from_now else "none", modifier=modifier)
    quarter = compared(found) if number == 1 and unit == "Y" and not modifier and found.word("dir") != "later" else None
    if quarter is not None:
        return placed(quarter, "none")
    if not from_now:
        return _earlier(found, number, unit)
    if found.base is None:
        return Reading("DATE", blank(unit), "relative", modifier=modifier)
    period = shifted(found.base, (1 if found.word("dir") == "from now" else -1) * number, unit)
    if period is None:
        return Reading("DATE", "PAST_REF", "relative")
    return Reading("DATE", period.value, "relative", period.earliest, period.latest, modifier)


def time_from_now(found: Found) -> Reading | None:
    """A time counted on from now: "in three weeks' time"."""
    unit, number = unit_of(found.word("u").split(" ")[-1]), number_of(found.groups["n"])
    if number is None or found.before is None or found.before.word not in ("in", "within"):
        return None
    period = None if found.base is None else shifted(found.base, number, unit)
    if period is None:
        return Reading("DATE", blank(unit), "relative", modifier=modifier_of(found))
    return Reading("DATE", period.value, "relative", period.earliest, period.latest, modifier_of(found))


def _earlier(found: Found, number: float, unit: str) -> Reading:
    """What "a year earlier" is counted from is not known; news that compares a year back means the year before."""
    modifier = modifier_of(found)
    if found.base is not None and unit == "Y" and found.word("dir") == "earlier":
        return Reading("DATE", str(found.base.year - int(number)), "none", modifier=modifier)
    return Reading("DURATION", period_value(number, unit), "none", modifier=modifier)


def blank(unit: str) -> str:
    """The TIMEX3 value of a unit that cannot be placed."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def shifted(base: datetime.date, count: float, unit: str) -> Period | None:
    """The day, week, month or year some units after a day, as wide as the unit; None before year 1 or after 9999."""
    if abs(count) > LARGEST:
        return None
    try:
        return _shifted(base, count, unit)
    except (ValueError, OverflowError):
        return None


def _shifted(base: datetime.date, count: float, unit: str) -> Period | None:
    whole = round(count)
    match unit:
        case "H" | "TM" | "S":
            return spans.day(base)
        case "D" | "N":
            return spans.day(base + whole * DAY)
        case "W" | "F":
            return spans.week(base + round(count * (14 if unit == "F" else 7)) * DAY)
        case "M":
            there = spans.months_later(base, whole)
            return spans.month(there.year, there.month)
        case "Q":
            return spans.quarter(base.year, (base.month + 2) // 3 + whole)
        case "Y":
            return (
                spans.year(base.year + whole)
                if count == whole
                else spans.year(spans.months_later(base, round(count * 12)).year)
            )
        case "E":
            return spans.years(base.year + 10 * whole - 1, base.year + 10 * whole + 1, str(base.year + 10 * whole))
    return None


def ordinal_spell(found: Found) -> Reading | None:
    """The current one of a row of units: "in its third week"."""
    number = ordinal(found.groups["o"][-1])
    return Reading("DURATION", period_value(number, unit_of(found.word("u"))), "none")
