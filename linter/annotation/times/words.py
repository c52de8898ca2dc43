"""The words of time expressions, and the kind of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from linter.core import calendar
from linter.core.pattern import lazy_pattern

MONTHS = tuple(name.lower() for name in calendar.MONTHS)
MONTH_NUMBERS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
"""Names of months and their abbreviations, lower case, without a stop."""

SHORT_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
"""Abbreviations without a stop: months only beside a day or a year, for "Jan" and "Mar" are names."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_NUMBERS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(WEEKDAYS, 1)},
    **{short: number for number, short in enumerate(("mon.", "tues.", "wed.", "thurs.", "fri.", "sat.", "sun."), 1)},
    "tue.": 2,
    "thu.": 4,
}
"""Names of weekdays, Monday 1 (ISO 8601); abbreviations only with their stop, for "sun" and "sat" are words."""

NUMBERS: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
     "thousand": 1000, "dozen": 12}  # fmt: skip
"""Numbers in words."""

ORDINALS: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
     "ninetieth": 90, "hundredth": 100}  # fmt: skip
"""Ordinals in words."""

DECADE_WORDS: Mapping[str, int] = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6,
                                   "seventies": 7, "eighties": 8, "nineties": 9}  # fmt: skip

UNITS: Mapping[str, str] = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "E", "century": "C",
                            "centuries": "C", "quarter": "Q", "fortnight": "F", "hour": "H", "minute": "TM",
                            "second": "S", "millennia": "L", "yr": "Y", "hr": "H", "night": "N"}  # fmt: skip
"""Singular of a unit, to a letter of its own; `time_values` writes them as TIMEX3 does."""

SEASONS: Mapping[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY: Mapping[str, str] = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI",
                                   "lunchtime": "TMI", "midday": "TMI", "dawn": "TMO", "dusk": "TEV",
                                   "overnight": "TNI"}  # fmt: skip

REFERENCES: Mapping[str, str] = {
    **dict.fromkeys(("now", "currently", "nowadays"), "PRESENT_REF"),
    **dict.fromkeys(("recently", "lately"), "PAST_REF"),
    **dict.fromkeys(("soon", "shortly"), "FUTURE_REF"),
}
"""Adverbs that stand for a time alone, and the TIMEX3 value of each."""

HABITS: Mapping[str, str] = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
                             "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "hourly": "PT1H",
                             "fortnightly": "P2W", "biennial": "P2Y"}  # fmt: skip
"""Words for what comes back, and how often."""

FEASTS = frozenset("christmas easter thanksgiving halloween christmastime hogmanay epiphany xmas".split())
"""Names of holidays that stand alone."""

FEAST_WORDS = frozenset(
    "labor labour memorial independence valentine veterans columbus boxing bastille election patrick mother father "
    "good ash palm maundy pentecost whit presidents inauguration anzac canada australia groundhog armistice "
    "remembrance".split()
)
"""Words that make a holiday of the day after them: "Labor Day", "Good Friday"."""

JUBILEES: Mapping[str, int] = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200,
                               "tercentenary": 300, "sesquicentennial": 150, "quincentenary": 500}  # fmt: skip
"""Words for an anniversary, and its years."""

METALS: Mapping[str, int] = {"silver": 25, "ruby": 40, "golden": 50, "diamond": 60, "platinum": 70}
"""Words that say which jubilee it is."""

WORD_KINDS: Mapping[str, str] = {
    **dict.fromkeys(FEAST_WORDS, "feast-word"),
    **dict.fromkeys(FEASTS, "feast"),
    **dict.fromkeys(JUBILEES, "jubilee"),
    **dict.fromkeys(METALS, "metal"),
    "jubilee": "jubilee-word",
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys((f"{name}s" for name in WEEKDAYS), "weekdays"),
    **dict.fromkeys(NUMBERS, "number"),
    **dict.fromkeys(ORDINALS, "ordinal"),
    "second": "second",
    **dict.fromkeys(DECADE_WORDS, "decade-word"),
    **dict.fromkeys(("day", "week", "month", "year", "decade", "century", "fortnight", "yr"), "unit"),
    **dict.fromkeys(("days", "weeks", "months", "years", "decades", "centuries", "fortnights", "yrs"), "units"),
    **dict.fromkeys(("hour", "minute", "hr"), "hour"),
    **dict.fromkeys(("hours", "minutes", "seconds", "hrs"), "hours"),
    "quarter": "quarter",
    "quarters": "quarters",
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(("springs", "summers", "autumns", "winters"), "seasons"),
    **dict.fromkeys(PARTS_OF_DAY, "part"),
    "overnight": "overnight",
    **dict.fromkeys(("mornings", "afternoons", "evenings", "nights"), "parts"),
    **dict.fromkeys(("noon", "midnight"), "noon"),
    "weekend": "weekend",
    "weekends": "weekends",
    **dict.fromkeys(("yesterday", "today", "tomorrow", "tonight"), "deictic"),
    **dict.fromkeys(("few", "several", "many", "couple", "dozens", "hundreds", "thousands"), "few"),
    **dict.fromkeys(("trading", "business", "working", "consecutive", "straight", "calendar"), "sort"),
    **dict.fromkeys(("corresponding", "comparable", "same"), "same"),
    **dict.fromkeys(("anniversary", "birthday"), "anniversary"),
    **dict.fromkeys(("wedding", "founding", "foundation", "liberation", "statehood", "birth", "death"), "occasion"),
    **dict.fromkeys(("aged", "age"), "aged"),
    **dict.fromkeys(("ended", "ending", "ends"), "ended"),
    **dict.fromkeys(("last", "final"), "last"),
    "o'clock": "o'clock",
    **dict.fromkeys(("a", "an"), "a"),
    **dict.fromkeys(("about", "nearly", "almost", "over", "roughly", "around", "some", "approximately", "under",
                     "barely"), "about"),
    **dict.fromkeys(("more", "less", "fewer"), "more"),
    **dict.fromkeys(("early", "late"), "early"),
    **dict.fromkeys(("beginning", "start", "end", "middle", "close"), "end"),
    **dict.fromkeys(("every", "each"), "every"),
    **dict.fromkeys(("coming", "upcoming"), "coming"),
    **dict.fromkeys(("previous", "preceding", "prior"), "previous"),
}  # fmt: skip
"""Words to their kind."""

OWN_KIND = frozenset(
    "the of in ago back earlier later before after mid at least up to than and or half old not long so next past "
    "following this that these those time while other full another additional no most very period fiscal recent "
    "current latest near future foreseeable distant from whole immediate now on since until moment its their his "
    "her our through between short term years new eve rest remainder".replace("years ", "").split()
)
"""Words that are a kind of their own."""

KINDS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (*WORD_KINDS.values(), *sorted(OWN_KIND), "reference", "habit", "month", "year", "day", "integer", "nth", "iso",
         "clock", "slash-date", "ampm", "zone", "decade", "slash", "hyphen", "comma", "apostrophe-s", "era",
         "short-year", "short-month", "unknown")
    )
)  # fmt: skip
"""Every kind of token."""

CODES: Mapping[str, str] = {kind: chr(0xE000 + number) for number, kind in enumerate(KINDS)}
"""A character of the private use area for each kind."""

ERAS = frozenset("BC BCE B.C. B.C.E. AD A.D. CE".split())
ZONES = frozenset("GMT UTC EST EDT CET CEST BST PST PDT CST CDT IST JST ET PT MSK EET MST".split())


class Token(Struct, frozen=True):
    """A token of a sentence: its lower-case word, its kind, its offsets into the sentence, whether it has a capital."""

    word: str
    kind: str
    start: int
    end: int
    capital: bool = False


@lru_cache(maxsize=2048)
def looked_up(text: str) -> tuple[str, str]:
    """The lower-case word of a token, and its kind."""
    word = text.casefold()
    return word, _kind(text, word)


def _kind(text: str, word: str) -> str:
    if text[0].isdecimal() or (text[0] == "'" and len(text) > 2):
        return _number_kind(text)
    if word in REFERENCES and word != "now":
        return "reference"
    if text[0].isupper() and word in WEEKDAY_NUMBERS:
        return "weekday"
    if text in ERAS:
        return "era"
    if text[0].isupper() and (word in MONTHS or (word[-1] == "." and word[:-1] in MONTH_NUMBERS)):
        return "month"
    if text in SHORT_MONTHS:
        return "short-month"
    if word in WORD_KINDS:
        return WORD_KINDS[word]
    if word in OWN_KIND:
        return word
    if word in HABITS:
        return "habit"
    return "zone" if text in ZONES else MARKS.get(word, "unknown")


MARKS: Mapping[str, str] = {"-": "hyphen", "–": "hyphen", "—": "unknown", ",": "comma", "'s": "apostrophe-s",
                            "'": "apostrophe-s",
                            "/": "slash",
                            "am": "ampm", "pm": "ampm", "a.m": "ampm", "p.m": "ampm", "a.m.": "ampm",
                            "p.m.": "ampm"}  # fmt: skip


def _number_kind(text: str) -> str:
    if re.fullmatch(r"(?:1[0-9]|20|21)\d\d", text):
        return "year"
    if SLASH_DATE.fullmatch(text):
        return "slash-date"
    if text[0] == "'" and text[1:].isdecimal():
        return "short-year"
    if text.isdecimal():
        return "day" if 1 <= int(text) <= 31 else "integer"
    if text[-1] in "tdh":
        return "nth"
    if text[-1] == "s":
        return "decade"
    if "-" in text or "/" in text:
        return "iso"
    return "clock" if ":" in text else "integer"


SLASH_DATE = lazy_pattern(r"\d{1,2}([/.-])\d{1,2}\1\d+")
