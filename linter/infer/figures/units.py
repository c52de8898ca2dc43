"""Conversion between units of measure. The only module that imports pint.

Making its registry takes longer than a run and more memory than half of one, so the ways between all units that figures
can have are worked out once, when the package is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from typing import Any

from linter.annotation.quantities.words import UNITS
from linter.core.prepared import prepared_plain

NAME = "units"
"""Under which the ways between units are prepared."""

Ways = tuple[tuple[float, float], ...]
"""Factor and shift of each way to convert."""

SPELLED: Mapping[str, tuple[str, ...]] = {
    "square_kilometer": ("kilometer**2",), "square_mile": ("mile**2",), "square_meter": ("meter**2",),
    "square_foot": ("foot**2",), "square_yard": ("yard**2",), "cubic_meter": ("meter**3",), "cubic_foot": ("foot**3",),
    "cubic_yard": ("yard**3",), "kilometer_per_hour": ("kilometer/hour",), "mile_per_hour": ("mile/hour",),
    "meter_per_second": ("meter/second",), "kilowatt_hour": ("kilowatt*hour",), "barrel": ("oil_barrel",),
    "ton": ("ton", "long_ton", "metric_ton"), "gallon": ("gallon", "imperial_gallon"),
    "pint": ("pint", "imperial_pint"), "quart": ("quart", "imperial_quart"), "ounce": ("ounce", "fluid_ounce"),
    "horsepower": ("horsepower", "metric_horsepower"),
    "degree": ("degree_Celsius", "degree_Fahrenheit"),
}  # fmt: skip
"""Units by their name in `linter.annotation.quantities.words.UNITS` to what pint calls them: each that may be meant."""

TEMPERATURES = ("degree_Celsius", "degree_Fahrenheit")


def conversions(value: Fraction, unit: str, other: str) -> tuple[Fraction, ...]:
    """What a value in one unit can be in another, for each thing that the units may mean.

    None at all where the two do not measure the same. For a temperature both a reading and a difference are given, in
    this order.
    """
    return tuple(_conversions(float(value), unit, other)) if abs(value) < 10**15 else ()


def _conversions(value: float, unit: str, other: str) -> Iterator[Fraction]:
    ways = _ways()
    for first in SPELLED.get(unit, (unit,)):
        for second in SPELLED.get(other, (other,)):
            yield from (Fraction(value * factor + shift) for factor, shift in ways.get((first, second), ()))


@lru_cache(maxsize=1)
def _ways() -> Mapping[tuple[str, str], Ways]:
    """The ways from each unit to each other that measures the same."""
    made: Mapping[tuple[str, str], Ways] = prepared_plain(NAME, lambda: dict(_made()))
    return made


def _made() -> Iterator[tuple[tuple[str, str], Ways]]:
    import pint

    registry: Any = pint.UnitRegistry()
    names = sorted({name for unit in UNITS for name in SPELLED.get(unit, (unit,))})
    measures = {name: registry.Unit(name).dimensionality for name in names}
    for unit, other in permutations(names, 2):
        warm = unit in TEMPERATURES
        if measures[unit] == measures[other] and warm == (other in TEMPERATURES):
            yield (unit, other), _between(registry, unit, other, warm)


def _between(registry: Any, unit: str, other: str, warm: bool) -> Ways:
    one = registry.Quantity(1.0, unit).to(other).magnitude
    if not warm:
        return ((one, 0.0),)
    zero = registry.Quantity(0.0, unit).to(other).magnitude
    return (one - zero, zero), (one - zero, 0.0)
