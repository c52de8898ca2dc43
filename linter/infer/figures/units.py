"""Conversion between units of measure. The only module that imports pint.

Making its registry takes longer than a run, so the factor between two units is kept once it is known.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from linter.core import cache
from linter.core.stamp import stamp

CACHE_NAME = "units"

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


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()


def conversions(value: Fraction, unit: str, other: str) -> tuple[Fraction, ...]:
    """What a value in one unit can be in another, for each thing that the units may mean.

    None at all where the two do not measure the same. For a temperature both a reading and a difference are given, in
    this order.
    """
    return tuple(_conversions(float(value), unit, other)) if abs(value) < 10**15 else ()


def _conversions(value: float, unit: str, other: str) -> Iterator[Fraction]:
    for first in SPELLED.get(unit, (unit,)):
        for second in SPELLED.get(other, (other,)):
            scale = _scale(first, second)
            if scale is not None:
                yield from (Fraction(value * factor + shift) for factor, shift in scale)


@lru_cache(maxsize=1024)
def _scale(unit: str, other: str) -> tuple[tuple[float, float], ...] | None:
    """Factor and shift of each way to convert, None for units of different things."""
    if unit == other:
        return None
    key = f"{stamp()} {unit} {other}"
    kept = cache.read(CACHE_NAME, key)
    if kept is None:
        kept = marshal.dumps(_ways(unit, other))
        cache.write(CACHE_NAME, key, kept)
    ways: tuple[tuple[float, float], ...] | None = marshal.loads(kept)  # noqa: S302 - plain data of our own
    return ways


def _ways(unit: str, other: str) -> tuple[tuple[float, float], ...] | None:
    registry = _registry()
    if unit in TEMPERATURES and other in TEMPERATURES:
        zero, one = (registry.Quantity(point, unit).to(other).magnitude for point in (0.0, 1.0))
        return (one - zero, zero), (one - zero, 0.0)
    if {unit, other} & set(TEMPERATURES) or not registry.Unit(unit).is_compatible_with(other):
        return None
    return ((registry.Quantity(1.0, unit).to(other).magnitude, 0.0),)
