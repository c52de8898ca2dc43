from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.match.fold import fold, plain


@given(st.text())
def test_folded_text_has_one_byte_for_each_code_point(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("don’t", b"don't"),
        ("“so‑called”", b'"so-called"'),
        ("Şimşek’s café", b"Simsek's cafe"),
        ("агрессор", b"xxxxxxxx"),
        ("3–5 May", b"3-5 May"),
        ("10\u00a0km 😀", b"10 km ?"),
        ("ﬁ", b"f"),
    ],
)
def test_letters_lose_their_accents_and_marks_become_plain(text: str, folded: bytes) -> None:
    assert fold(text) == folded


def test_plain_text_keeps_letters_and_dashes() -> None:
    assert plain("“Été” — l’an 2020–21") == '"Été" — l\'an 2020–21'
