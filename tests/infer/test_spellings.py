"""Near spellings: one edit, found without comparing all words with all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.infer.people.spellings import NearWords, edit, near_pairs


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("bruhn", "brun", "drop"),
        ("hansen", "hanson", "change"),
        ("dorian", "dorain", "swap"),
        ("berg", "berg", ""),
        ("andersen", "andersson", ""),
        ("ab", "ba", "swap"),
    ],
)
def test_the_one_edit(one: str, other: str, kind: str) -> None:
    assert edit(one, other) == edit(other, one) == kind


@given(st.sets(st.text("abcd", min_size=4, max_size=6), max_size=8))
def test_pairs_are_those_of_comparing_all(words: set[str]) -> None:
    ordered = sorted(words)
    expected = {(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :] if edit(a, b)}
    assert set(near_pairs(ordered)) == expected


def test_words_one_edit_from_another_are_looked_up() -> None:
    words = NearWords(("berg", "kowal"))
    assert all(map(words.has_near, ("brg", "bergs", "barg", "kowla")))
    assert not any(map(words.has_near, ("berg", "xyz", "borgs")))
