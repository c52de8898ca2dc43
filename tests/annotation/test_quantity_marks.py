"""Figures of a house with a decimal comma."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.annotation.quantities.marks import in_house, with_points
from linter.annotation.settings import Settings
from linter.checks.conversion import ConversionCheck
from linter.checks.share import ShareCheck
from tests.annotation.helper import article_of

COMMA = Settings(decimal_mark=",")


def told(text: str) -> list[tuple[str, str, str, float]]:
    """The words, the kind, the unit and the value of each figure."""
    article = article_of(text)
    article.settings = COMMA
    return [(article.words(each.span), each.kind, each.unit, float(each.value)) for each in article.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs €1,5 Mio. a year.", [("€1,5 Mio.", "money", "EUR", 1_500_000)]),
        ("It costs 1,5 Mrd. euros a year.", [("1,5 Mrd. euros", "money", "EUR", 1_500_000_000)]),
        ("They keep 2,5 Tsd. hens there.", [("2,5 Tsd.", "count", "", 2500)]),
        ("They have 1.234,5 tonnes of it.", [("1.234,5 tonnes", "measure", "metric_ton", 1234.5)]),
        ("They have 1 234,5 tonnes of it.", [("1 234,5 tonnes", "measure", "metric_ton", 1234.5)]),
        ("They have 1\u202f234,5 tonnes.", [("1\u202f234,5 tonnes", "measure", "metric_ton", 1234.5)]),
        ("They sold 1.234.567 eggs.", [("1.234.567", "count", "", 1_234_567)]),
        ("It rose by 2,25 percent.", [("2,25 percent", "percent", "percent", 2.25)]),
        ("They left on 24.12.2024 at 20.15.", []),
    ],
)  # fmt: skip
def test_a_comma_parts_decimals_and_a_point_thousands(text: str, expected: list[tuple[str, str, str, float]]) -> None:
    assert told(text) == expected


def test_the_stated_precision_is_that_of_the_decimals() -> None:
    article = article_of("It rose by 2,5 percent.")
    article.settings = COMMA
    (quantity,) = article.quantities
    assert (quantity.low, quantity.high) == (Fraction("2.45"), Fraction("2.55"))


def test_without_settings_a_comma_parts_thousands() -> None:
    assert [float(each.value) for each in article_of("They sold 1,234 eggs at 1.5 euros.").quantities] == [1234, 1.5]


@given(st.text(st.sampled_from("0123456789., ab")))
def test_every_offset_stays(text: str) -> None:
    assert len(with_points(text, ",")) == len(text)
    assert with_points(text, ".") == text == in_house(text, ".")


def test_what_is_computed_is_written_in_the_marks_of_the_house() -> None:
    article = article_of(
        "Rust was found on 1.250 of 3.000 boats (45,5 percent). The cable is 5,5 miles (12,2 km) long."
    )
    article.settings = COMMA
    (share,) = ShareCheck(stated="percent").check(article, "test/rule")
    (length,) = ConversionCheck(differences=()).check(article, "test/rule")
    assert share.suggestions == ("41,7 percent",)
    assert share.values["computed"] == "1.250 of 3.000 is 41,7%"
    assert length.suggestions == ("8,9 km",)
