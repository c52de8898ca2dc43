"""The arithmetic of opinion polls, in exact fractions.

All shares and margins are in percent and percentage points: 3.1 is a margin of 3.1 points.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import isqrt

DESIGN = 2
"""How many times the margin of a simple random sample a stated margin may be.

Weighting and clustering widen a margin by the root of the design effect (Kish, Survey Sampling, 1965). A factor of 2 is
a design effect of 4, more than published polls report.
"""

HALF_A_UNIT = Fraction(1, 2)


@lru_cache(maxsize=32)
def critical_value(level: Fraction) -> Fraction:
    """The two-sided critical value z of the normal distribution for a confidence level in percent, to three decimals.

    1.96 for 95 percent, 1.645 for 90, 2.576 for 99. The level must lie between 0 and 100.
    """
    from statistics import NormalDist

    return Fraction(round(NormalDist().inv_cdf(float((1 + level / 100) / 2)) * 1000), 1000)


def margin_of_error(sample: Fraction, level: Fraction = Fraction(95)) -> Fraction:
    """The largest margin of error of a simple random sample, in percentage points, to a millionth.

    z * sqrt(p * (1 - p) / n) with p = 1/2, where it is largest (AAPOR, Margin of Sampling Error/Credibility Interval;
    Cochran, Sampling Techniques, 1977). The sample must be above 0.
    """
    squared = critical_value(level) ** 2 * Fraction(1, 4) / sample * 100**2
    return Fraction(isqrt((squared * 10**12).__floor__()), 10**6)


def margin_fits(
    stated: tuple[Fraction, Fraction], sample: tuple[Fraction, Fraction], level: Fraction = Fraction(95)
) -> bool:
    """Whether a stated margin can belong to a sample, both given by the least and the most they can stand for.

    It can be no smaller than that of a simple random sample, and at most `DESIGN` times as large.
    """
    least, most = stated
    return margin_of_error(sample[1], level) <= most and least <= DESIGN * margin_of_error(sample[0], level)


def is_lead(first: Fraction, second: Fraction, margin: Fraction) -> bool:
    """Whether a share is ahead of another by at least the margin stated for one share.

    The margin on the difference of two shares is larger, up to twice as large (Franklin, The Margin of Error for
    Differences in Polls, 2007); the AP Stylebook calls a gap below the margin of one share no lead.
    """
    return abs(first - second) >= margin


def can_be_share(percent: Fraction, step: Fraction, whole: int) -> bool:
    """Whether some whole number out of `whole` is a percentage, rounded to a multiple of `step`, halves either way.

    The GRIM test (Brown and Heathers, The GRIM Test, Social Psychological and Personality Science 8(4), 2017).
    """
    slack = step * HALF_A_UNIT
    least = -((-(percent - slack) * whole / 100).__floor__())
    return least * 100 <= (percent + slack) * whole


def nearest_shares(percent: Fraction, whole: int) -> tuple[int, int]:
    """The two neighbouring whole numbers out of `whole` between whose shares a percentage lies."""
    below = (percent * whole / 100).__floor__()
    return below, below + 1


def least_sum(shares: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The least that shares, each with the step it is rounded to, can add up to."""
    return sum((share - step * HALF_A_UNIT for share, step in shares), Fraction(0))
