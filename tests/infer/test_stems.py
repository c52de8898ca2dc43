"""Stems: what counts as one word."""

from __future__ import annotations

import pytest

from linter.infer.stems import stem, stems


@pytest.mark.parametrize(
    ("word", "other"), [("reduces", "Reduced"), ("leaking", "leak"), ("overselling", "sells"), ("bribe's", "bribes")]
)
def test_forms_of_a_word_have_one_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other) != ""


@pytest.mark.parametrize("word", ["the", "Could", "isn't", "Mr"])
def test_words_that_say_nothing_have_none(word: str) -> None:
    assert stem(word) == ""


def test_different_words_stay_apart() -> None:
    assert len({stem(word) for word in ("reduce", "produce", "report", "port", "pressure")}) == 5


def test_stems_keep_the_order_of_the_text() -> None:
    assert stems("The dam, at 40 meters, is leaking.") == ("dam", "meter", "leak")
