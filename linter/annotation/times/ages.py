"""Reading ages and anniversaries: lengths of time that say how old somebody is, or how often a day came back."""

from __future__ import annotations

from msgspec.structs import replace

from linter.annotation.times.amounts import modifier_of, number_of, period_value, unit_of
from linter.annotation.times.notation import Found, Reading
from linter.annotation.times.values import ordinal
from linter.annotation.times.words import JUBILEES, METALS

OLDEST = 130
"""Years of age beyond which a bare number after "aged" is none."""


def age(found: Found) -> Reading | None:
    """How old somebody or something is: "44-year-old", "six months old"."""
    unit, number = unit_of(found.word("u").split(" ")[-1]), number_of(found.groups["n"])
    if not unit or not number:
        return None
    return Reading("DURATION", period_value(number, unit), "none", modifier=modifier_of(found), role="age")


def bare_age(found: Found) -> Reading | None:
    """An age in years without its unit: "aged 44", "at the age of 44", but not "aged 18 to 24"."""
    number = number_of(found.groups["n"])
    span = found.after is not None and found.after.word in ("to", "-", "–", "or", "and", "%")
    if not number or number > OLDEST or (span and found.after is not None and found.after.word != "and"):
        return None
    return Reading("DURATION", period_value(number, "Y"), "none", role="age")


def anniversary(found: Found) -> Reading | None:
    """How many years ago something was: "the 10th anniversary", "its centenary", "one-year anniversary"."""
    if found.groups.get("j"):
        number: float | None = {**JUBILEES, **METALS}[found.word("j")]
    elif found.groups.get("n"):
        number = number_of(found.groups["n"])
    else:
        tens = number_of(tuple(token for token in found.tokens if token.kind == "number"))
        number = ordinal(found.groups["o"][-1]) + (tens or 0)
    if not number:
        return None
    value = period_value(number, unit_of(found.word("u")) if found.groups.get("u") else "Y")
    return replace(Reading("DURATION", value, "none"), role="anniversary")
