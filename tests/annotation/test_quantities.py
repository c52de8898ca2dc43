"""Quantities: what figures state, how exactly, and what they count."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.annotation.model import Quantity
from tests.annotation.helper import article_of


def quantities(text: str) -> tuple[Quantity, ...]:
    return article_of(text).quantities


def told(text: str) -> list[tuple[str, str, float]]:
    """The words, the kind and the value of each figure."""
    article = article_of(text)
    return [(article.words(each.span), each.kind, float(each.value)) for each in article.quantities]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two and a half million", 2_500_000),
        ("1.2bn", 1_200_000_000),
        ("a dozen", 12),
        ("twelve hundred", 1200),
        ("half a million", 500_000),
        ("a couple of hundred", 200),
        ("five and three quarters", 5.75),
        ("a dozen and a half", 18),
        ("half a dozen", 6),
        ("one million two hundred thousand", 1_200_000),
        ("two hundred and five", 205),
        ("1,25,000", 125_000),
        ("2½ million", 2_500_000),
        ("nil", 0),
        ("twenty-five", 25),
    ],
)
def test_numbers_in_digits_and_words(words: str, value: float) -> None:
    assert [each[2] for each in told(f"They counted {words} herons.")] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost US$5m.", [("US$5m", "money", 5e6)]),
        ("It rose by 7 percentage points.", [("7 percentage points", "points", 7)]),
        ("It is 3.5 per cent.", [("3.5 per cent", "percent", 3.5)]),
        ("One in five came.", [("One in five", "fraction", 0.2)]),
        ("A 1-in-20 chance.", [("1-in-20", "fraction", 0.05)]),
        ("Three-quarters of them left.", [("Three-quarters", "fraction", 0.75)]),
        ("A 15,000-strong crowd came.", [("15,000-strong", "count", 15000)]),
        ("It was 104°F there.", [("104°F", "measure", 104)]),
        ("They drove at 165 kilometers an hour.", [("165 kilometers an hour", "measure", 165)]),
        ("It is 20 times as long.", [("20 times", "multiple", 20)]),
        ("Biel Roca, 83, sang.", [("83", "age", 83)]),
        ("The 12-year-old boy sang.", [("12-year-old", "age", 12)]),
        ("It was the 21st lamp.", [("21st", "ordinal", 21)]),
        ("Between 40 and 50 people came.", [("Between 40 and 50", "count", 45)]),
        ("They bought two or three million eggs.", [("two or three million", "count", 2_500_000)]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str, float]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He flew a Boeing 737 and an F-16.",
        "It stands in Section 4 of Resolution 1701.",
        "COVID-19 and the G7 were the topics.",
        "Call 555-1234 or +44 20 7946 0958.",
        "It happened in 2003.",
        "The council voted 8 to 5 for it after a 3-2 vote in committee.",
        "They met at 10:30 a.m. on 3 May 2011.",
        "No one came, and they looked at one another.",
        "A third man waited.",
        "10^400 is too much, and NaN% is nothing.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Some 400 people came.", 360, 440),
        ("They counted 400 people.", 400, 400),
        ("More than 40 came.", 40, None),
        ("Up to 12 men came.", 0, 12),
        ("It rose 25 percent.", 24.5, 25.5),
        ("It was 37.5% full.", 37.45, 37.55),
        ("It has 21,000 voters.", 20_500, 21_500),
        ("It has 2.4 million voters.", 2_350_000, 2_450_000),
        ("Nearly half of them came.", 0.44, 0.5),
        ("Between 40 and 50 came.", 40, 50),
    ],
)
def test_precision(text: str, low: float, high: float | None) -> None:
    (only,) = quantities(text)
    assert (float(only.low), None if only.high is None else float(only.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("It saved 37 wooden fishing boats from the fire.", "boat"),
        ("Nearly 5,000 people came.", "person"),
        ("Two sports cars stood there.", "car"),
        ("Nine of the men are Greeks.", "man"),
        ("The toll rose to 11 on Monday.", ""),
        ("One woman and three children swam.", "woman"),
    ],
)
def test_what_is_counted(text: str, head: str) -> None:
    assert quantities(text)[0].head == head


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_an_integer_is_read_as_it_is_written(number: int) -> None:
    assert [each.value for each in quantities(f"They counted {number:,} herons there.")] == [Fraction(number)]


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,%-–$£½⅓ abcdehilmnorstuvwx", max_size=60))
def test_no_text_breaks_the_annotator(text: str) -> None:
    article = article_of(text)
    spans = [each.span for each in article.quantities]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(each.high is None or each.low <= each.value <= each.high for each in article.quantities)
