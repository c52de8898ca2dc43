"""Figures that state no quantity: labels, years, scores, times of day, telephone and section numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.annotation.quantities.nouns import is_plural
from linter.annotation.quantities.numbers import Number, Token
from linter.annotation.quantities.words import SHORT_SCALES, UNITS
from linter.core.calendar import CALENDAR_WORDS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

LABELS = frozenset(
    "no nos number numbers section sections article articles resolution route highway flight category chapter rule "
    "grade room page pages paragraph clause act line interstate boeing airbus group phase level stage type class "
    "district ward precinct channel gate platform pier version psalm building block area zone sector lot exhibit title "
    "part volume episode season formula protocol amendment schedule appendix form model tier step question bill "
    "proposition measure regulation directive order case docket bus tram train lane track hangar unit squad brigade "
    "division regiment battalion force studio terminal exit apartment flat suite box windows iphone galaxy playstation "
    "xbox android ps mark mk top under league serie super fig figure table item code size radio apollo soyuz fy".split()
)
"""Words before a figure that number a thing; in small letters only those of `ALSO_SMALL`."""

ALSO_SMALL = frozenset("number section article resolution chapter rule grade room page pages paragraph clause".split())

SMALL_FIGURE_NOUNS = frozenset("top under".split())

GLUED_AFTER = frozenset((*SHORT_SCALES, "km", "kg", "kgs", "kms", "cm", "mm", "mg", "g", "l", "ml", "ha", "ft", "lb",
                         "lbs", "oz", "yd", "yds", "mph", "kph", "kmh", "kmph", "hp", "kw", "mw", "gw", "kwh",
                         "pc", "pct",
                         "percent",
                         "st", "nd", "rd", "th", "pp", "mi", "km2", "m2", "m3", "c", "f", "x", "p"))  # fmt: skip
"""Letters that may stand close to a figure without making it a label."""

BLOCKED = lazy_pattern(
    r"""
    (?<![\w])(?:\+\d{1,3}[ -]?)?\(?\d{2,4}\)?[ -]\d{3,4}-\d{3,4}(?!\d) | \+\d{1,3}(?:[ -]\d{2,5}){2,} | \b\d{3}-\d{4}\b
    | \b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\ ?[ap]\.?m\b|\ (?:GMT|UTC|local)|\ o'clock) | \b\d{1,2}:\d\d(?::\d\d)?\b
    | \b\d{1,2}\ ?[ap]\.?m\b | \b(?:\w+\ )?o'clock
    | (?<!\S)\S*(?:https?://|www\.)\S* | (?<!\S)\S+@\S+ | \#\d+ | \b\d+/\d+/\d+\b | \b24/7\b | \b9/11\b | \b50[-–/]50\b
    | \b\d+(?:\.\d+){2,} | §+\ ?[\d.]+ | \b(?:19|20)\d\d[-–/](?:19|20)?\d\d\b | \b\d{4}s\b | '\d\ds?\b | (?<!\d)\d+\^\d+
    | \b\d+[-–]\d+[-–]\d+(?:[-–]\d+)*\b | \b\d{1,3}\.\d\.\d
    | \b[A-Z]{1,5}[-–]?\d+\w*\b
    | \b\d{1,3}[-–]\d{1,3}(?=\ (?:vote|win|victory|defeat|loss|draw|tie|ruling|decision|lead|record|score
      |aggregate|majority|margin|triumph|thrashing|success|split|in\ favou?r|to\ |against\b|at\ half|after\ extra
      |on\ penalties|on\ aggregate))
    | \b(?:by|won|win|wins|beat|beats|lost|lose|vote|voted|votes|ruled|tied|drew|draw|leads?|leading|led|was|ended
      |finished)\ \d{1,3}[-–]\d{1,3}(?![\w%])
    """,
    re.VERBOSE,
)
"""Stretches of a sentence whose figures are no quantities."""

MARKED = lazy_pattern(r"\d(?:(?<=[-–:/^+#'A-Z]\d)|s\b|(?:\.\d\d)? ?(?:[ap]\.?m\b|GMT|UTC|local|o'clock)|\.\d+\.\d)")
"""A digit beside a mark or a letter as all blocked stretches have one, but for those with one of the next marks."""

MARKS = ("§", "@", "o'clock", "http", "www.")

VOTE = lazy_pattern(
    r"\b(?:vot(?:e|ed|es|ing)|ruled|ruling|beat|won|lost|defeated|win|passed it|split|"
    r"by a vote of|a vote of|tally of)\b"
    r"[^,;.\d]{0,40}?(\b[\w-]+ (?:to|votes to) [\w-]+\b)(?! (?:million|billion|thousand|percent|%))(?=[ .,;)]|$)"
)
"""Eight to five: the count of a vote or a game."""

VOTED = ("vot", "rul", "beat", "won", "lost", "defeated", "win", "passed it", "split", "tally")
"""What each of those has one of."""


def blocked(text: str) -> Iterator[Span]:
    """The stretches of a sentence whose figures are no quantities.

    The patterns are slow to fail, so a sentence is looked at first for what they need.
    """
    if MARKED.search(text) or any(mark in text for mark in MARKS):
        yield from (Span(*found.span()) for found in BLOCKED.finditer(text))
    if " to " in text and any(word in text for word in VOTED):
        yield from (Span(*found.span(1)) for found in VOTE.finditer(text))


WORDS_BEFORE_ONE = frozenset(
    "no the this that each every any which another some only big new loved little single".split()
)

YEAR_WORDS = frozenset(
    "in since by until till of from before after to for during circa early late mid and or the".split()
)


def is_label(tokens: Sequence[Token], number: Number, *, titled: bool) -> bool:
    """Whether a number names a thing instead of counting: "Boeing 737", "Section 4", "COVID-19", a year.

    `titled` says that the sentence is a headline, where capitals tell nothing.
    """
    if number.form == "words":
        return _is_pronoun(tokens, number)
    if number.form == "part":
        return False
    return _is_glued(tokens, number) or _is_named(tokens, number, titled) or _is_year(tokens, number)


RATIOS = frozenset("two three four five six seven eight nine ten twelve fifteen twenty 10 20 50 100".split())
"""What the second number of a share with "one" can be."""


def _is_pronoun(tokens: Sequence[Token], number: Number) -> bool:
    if number.value != 1 or tokens[number.first].text != "one" or number.last - number.first > 1:
        return False
    before = tokens[number.first - 1].text if number.first else ""
    after = tokens[number.last].text if number.last < len(tokens) else ""
    if after in ("in", "out") and before in ("only", "that", "this") and number.last + 1 < len(tokens):
        return tokens[number.last + 1].text not in RATIOS  # "says that one in four households"
    return before in WORDS_BEFORE_ONE or after in ("another", "day", "thing", "another's", "can", "'", "-")


def _is_glued(tokens: Sequence[Token], number: Number) -> bool:
    """Whether the figure is part of a word: "F-16", "COVID-19", "5G", "mid-40"."""
    first = number.first
    if first and tokens[first - 1].end == tokens[first].start:
        mark = tokens[first - 1]
        if mark.text[0].isalnum() or mark.text in "_#:/@&.^":
            return True
        if (
            mark.text == "-"
            and first > 1
            and tokens[first - 2].end == mark.start
            and tokens[first - 2].text[0].isalpha()
        ):
            return tokens[first - 2].text not in ("to", "in", "of")
    if number.last < len(tokens) and tokens[number.last].start == tokens[number.last - 1].end:
        follower = tokens[number.last].text
        if follower == ":":
            # "12:30" is a time, "$300,000: half of it" an amount.
            return number.last + 1 < len(tokens) and tokens[number.last + 1].start == tokens[number.last].end
        return (follower[0].isalpha() and follower not in GLUED_AFTER) or follower in "_^/@"
    return False


def _is_named(tokens: Sequence[Token], number: Number, titled: bool) -> bool:
    if not number.first or (number.last - number.first > 1 and number.form != "digits"):
        return False
    before = tokens[number.first - 1]
    if (
        before.text == "."
        and number.first > 1
        and tokens[number.first - 2].text in ("no", "nos", "sec", "art", "p", "pp")
    ):
        return True
    if before.text in LABELS and (before.capital or before.text in ALSO_SMALL or before.text in SMALL_FIGURE_NOUNS):
        return not (before.text in ("no", "under", "top") and not before.capital and _counts(tokens, number.last))
    alone = tokens[number.first].text.isdecimal() and number.last - number.first == 1
    named = before.capital and number.first > 1 and not titled and alone
    return (
        named and before.text not in CAPITALISED and not _counts(tokens, number.last) and not _is_amount(tokens, number)
    )


CAPITALISED = CALENDAR_WORDS | frozenset("the of in at on about some only nearly over around us a".split())


def _counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether a plural noun follows within three words."""
    return any(is_plural(token.text) for token in tokens[index : index + 3])


def _is_amount(tokens: Sequence[Token], number: Number) -> bool:
    follower = tokens[number.last].text if number.last < len(tokens) else ""
    return follower in ("%", "percent", "per", "in", "of", "out", "-", "°") or any(
        follower in forms for forms in UNITS.values()
    )


COUNTING = frozenset("of and or to for with among about around some asked polled surveyed interviewed".split())
"""Words before four figures that as often stand before a number of things as before a year."""


RECENT = 1850, 2050
"""The years that stand before a plural as often as a number does: "the winner of 2019 elections"."""

ASKED = frozenset(
    "people adults voters residents citizens respondents men women students workers households parents children "
    "teachers members employees patients persons consumers users soldiers troops".split()
)
"""Those who come in numbers rather than in years."""


def counts_things(tokens: Sequence[Token], index: int) -> bool:
    """Whether four figures that could be a year have a plural right behind them: "a sample of 1500 adults"."""
    if not index or index + 1 >= len(tokens) or tokens[index - 1].text not in COUNTING:
        return False
    follower = tokens[index + 1]
    beside = not follower.capital and is_plural(follower.text) and follower.start == tokens[index].end + 1
    return beside and (not RECENT[0] <= int(tokens[index].text) <= RECENT[1] or follower.text in ASKED)


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    """Whether four digits without a comma are a year rather than a number of things."""
    text = tokens[number.first].text
    if len(text) != 4 or not text.isdecimal() or number.last - number.first > 1 or not 1500 <= number.value <= 2100:
        return False
    before = tokens[number.first - 1].text if number.first else ""
    if counts_things(tokens, number.first):
        return False
    if before in YEAR_WORDS or not number.first:
        return True
    follower = tokens[number.last] if number.last < len(tokens) else None
    return follower is None or follower.capital or not (is_plural(follower.text) or _is_amount(tokens, number))
