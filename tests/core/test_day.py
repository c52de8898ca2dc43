"""The day of a run."""

from __future__ import annotations

import pytest

from linter.core.day import today


@pytest.mark.parametrize(
    ("seconds", "day"), [("0", "1970-01-01"), ("1798761599", "2026-12-31"), ("1798761600", "2027-01-01")]
)
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Lima"])
def test_it_is_that_of_utc_at_the_given_moment(
    monkeypatch: pytest.MonkeyPatch, seconds: str, day: str, zone: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    monkeypatch.setenv("TZ", zone)
    assert today() == day


@pytest.mark.parametrize("given", ["", "soon", "-1", "9" * 12])
def test_what_is_no_moment_is_left_alone(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setattr("time.time", lambda: 1798761600.9)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert today() == "2027-01-01"
