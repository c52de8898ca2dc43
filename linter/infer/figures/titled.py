"""What a figure of the headline counts, where the headline says it in few words."""

from __future__ import annotations

import re

from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantities.change_words import DOWN, UP
from linter.annotation.quantities.words import ONES
from linter.core.pattern import lazy_pattern

AGED = frozenset("turn turns turned turning marks".split())
"""Verbs before a bare number of years."""

AGE = lazy_pattern(r", \d\d(?=,|\n|$)")
"""An age behind a person: "says poet, 90"."""

OF_UNIT = lazy_pattern(r"(?: of)? an? (second|minute|hour|day|week|month|year|decade|century)\b", re.IGNORECASE)

COINS = ("cent", "penny", "pence", "centime")

OF_EACH = lazy_pattern(
    r" (?:of|in|out of|on|from) (?:each|every|the|an?) (?:dollar|euro|pound|franc|krona|krone|rand|rupee|peso)\b",
    re.IGNORECASE,
)
"""Behind cents or pence, what they are a share of."""


def as_meant(article: Article, quantity: Quantity) -> Quantity:
    """A figure of the headline as what it counts.

    "Turns 150" are years, so are "poet, 90"; the 6 of "prices fall 4 percent as rents rise 6" are percent, and so are
    "45 cents of each dollar"; "a quarter of an hour" is a length of time, and so are hours with their minutes.
    """
    if quantity.kind in ("fraction", "duration"):
        return as_length(article, quantity)
    if quantity.unit in COINS and OF_EACH.match(article.plain, quantity.span.end):
        return replace(quantity, kind="percent", unit="percent")
    return _bare(article, quantity) if quantity.kind == "count" and not quantity.head else quantity


HOURS = lazy_pattern(r"\b(\w+) hours?(?: and|,)? $", re.IGNORECASE)


def as_length(article: Article, quantity: Quantity) -> Quantity:
    """A part of a unit of time as a length of time ("half an hour"), minutes with the hours before them."""
    if quantity.unit == "minute" and quantity.kind == "duration":
        found = HOURS.search(article.plain, max(0, quantity.span.start - 20), quantity.span.start)
        hours = _hours(found[1].lower()) if found is not None else 0
        value = quantity.value + 60 * hours
        return replace(quantity, value=value, low=value, high=value) if hours else quantity
    unit = OF_UNIT.match(article.plain, quantity.span.end) if quantity.kind == "fraction" else None
    return quantity if unit is None else replace(quantity, kind="duration", unit=unit[1].lower())


def _hours(word: str) -> int:
    return 1 if word == "an" else int(word) if word.isdecimal() else ONES.get(word, 0)


def _bare(article: Article, quantity: Quantity) -> Quantity:
    words = article.plain[max(0, quantity.span.start - 20) : quantity.span.start].split(" ")
    verb = words[-2].lower() if len(words) > 1 else ""
    if verb in AGED:
        return replace(quantity, kind="duration", unit="year")
    if not verb[-1:].isalpha() and AGE.match(article.plain, quantity.span.start - 2):
        return replace(quantity, kind="age", unit="year")
    title = article.sentence_at(quantity.span.start).span
    before = article.plain[title.start : quantity.span.start]
    if verb in (*UP, *DOWN, "by", "to") and ("%" in before or "percent" in before or "per cent" in before):
        return replace(quantity, kind="percent", unit="percent")
    return quantity
