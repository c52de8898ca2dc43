"""The order of dates in figures that a house has."""

from __future__ import annotations

import datetime

import pytest

from linter.annotation.settings import Settings
from linter.core.calendar import FigureOrder
from linter.core.source import Source
from linter.engine.api import shipped
from linter.engine.lint import Input

APRIL_3, MARCH_4 = datetime.date(2025, 4, 3), datetime.date(2025, 3, 4)


def read(text: str, order: FigureOrder | None) -> tuple[datetime.date | None, datetime.date | None]:
    article = shipped().article(Input(Source("a.txt", text), settings=Settings(date_order=order)))
    (time,) = article.times
    return time.earliest, time.latest


@pytest.mark.parametrize(
    ("order", "days"),
    [(None, (MARCH_4, APRIL_3)), ("DMY", (APRIL_3, APRIL_3)), ("MDY", (MARCH_4, MARCH_4)), ("YMD", (MARCH_4, APRIL_3))],
)
def test_figures_that_are_two_days_are_read_in_the_order_of_the_house(
    order: FigureOrder | None, days: tuple[datetime.date, datetime.date]
) -> None:
    assert read("The ferry sailed on 03/04/2025 and came back.", order) == days


def test_the_year_is_first_where_the_house_writes_it_first() -> None:
    day = datetime.date(2003, 4, 5)
    assert read("The ferry sailed on 03/04/05 and came back.", "YMD") == (day, day)


def test_figures_that_are_one_day_are_that_day_in_any_order() -> None:
    day = datetime.date(2025, 4, 13)
    assert read("The ferry sailed on 13/04/2025 and came back.", "MDY") == (day, day)
