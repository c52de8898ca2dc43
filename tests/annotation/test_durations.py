"""Durations: how many days a stated length of time allows."""

from __future__ import annotations

import pytest

from linter.annotation.times.durations import days_of


@pytest.mark.parametrize(
    ("value", "modifier", "allowed", "refused"),
    [
        ("P7M", "MORE_THAN", (214, 230, 243), (180, 205, 250, 580)),
        ("P7M", "", (183, 213, 243), (150, 280)),
        ("P2Y", "EQUAL_OR_MORE", (730, 7300), (700,)),
        ("P3W", "EQUAL_OR_LESS", (0, 21), (22,)),
        ("P20Y", "APPROX", (6600, 7305, 8000), (5000, 9500)),
        ("P2Y6M", "", (800, 913, 1000), (600, 1200)),
        ("P2Y4M", "", (830, 852, 880), (730, 950)),
        ("P10Y", "", (3300, 3652, 4000), (2000, 5000)),
        ("PT36H", "", (1, 2), (3,)),
        ("P2Q", "", (100, 182), (20, 400)),
    ],
)
def test_the_days_a_length_allows(
    value: str, modifier: str, allowed: tuple[int, ...], refused: tuple[int, ...]
) -> None:
    days = days_of(value, modifier)
    assert days is not None
    assert all(days.allows(count) for count in allowed)
    assert not any(days.allows(count) for count in refused)


def test_nearly_is_close_and_less_than_need_not_be() -> None:
    nearly, less = days_of("P2Y", "LESS_THAN", nearly=True), days_of("P2Y", "LESS_THAN")
    assert nearly is not None
    assert less is not None
    assert nearly.allows(700)
    assert not nearly.allows(740)
    assert not nearly.allows(100)
    assert less.allows(100)


@pytest.mark.parametrize("value", ["PXY", "PXX", "XXXX-WXX-1", "2019", "P", ""])
def test_no_length_no_days(value: str) -> None:
    assert days_of(value) is None


def test_a_length_beyond_all_calendars() -> None:
    days = days_of("P1000000000000Y", "MORE_THAN")
    assert days is not None
    assert days.least > 3 * 10**14
