"""Dates in figures and in other languages, beside dateparser, which knows both."""

from __future__ import annotations

import unicodedata
from importlib import import_module

import pytest

from linter.annotation.times.figures import FIGURES, LANGUAGES, MONTHS, _day
from linter.core.calendar import FigureOrder, read_any_date

ENGLISH = "january february march april may june july august september october november december".split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_month_of_dateparser_is_missing(language: str) -> None:
    known = import_module(f"dateparser.data.date_translation_data.{language}").info
    names = {_bare(name) for month in ENGLISH for name in known[month]}
    assert names == set(MONTHS[language].split())


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.lower())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


@pytest.mark.parametrize("order", ["DMY", "MDY"])
@pytest.mark.parametrize(
    "text",
    ["3/4/2025", "13/4/2025", "4/13/2025", "31.4.2025", "29-2-2024", "29-2-2023", "01/02/68", "01/02/69", "0/1/2020"],
)
def test_figures_are_read_as_dateparser_reads_them(text: str, order: FigureOrder) -> None:
    found = FIGURES.fullmatch(text)
    assert found is not None
    assert _day(found, order) == read_any_date(text, order, ("en",))


@pytest.mark.parametrize("text", ["25/03/12", "99/03/12", "68/02/30", "5/03/12"])
def test_a_short_year_can_stand_first(text: str) -> None:
    found = FIGURES.fullmatch(text)
    assert found is not None
    assert _day(found, "YMD") == read_any_date(text, "YMD", ("en",))
