from __future__ import annotations

import itertools
import random
import re

import pytest
import regex

from linter.match.branches import any_of

LETTERS = "abAB '."


def flat(words: list[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


def test_words_share_what_they_begin_with() -> None:
    assert any_of(["people", "public", "pub"]) == "(?:p(?:eople|ub(?:lic)?))"


def test_the_longest_word_is_taken() -> None:
    found = regex.findall(any_of(["trade", "trade union", "trade unions"]), "trade unions, trade union, trade")
    assert found == ["trade unions", "trade union", "trade"]


def test_what_is_no_letter_stands_for_itself() -> None:
    assert regex.fullmatch(any_of(["U.S.", "up to"]), "UxS.") is None
    assert regex.fullmatch(any_of(["U.S.", "up to"]), "up to") is not None


def test_an_empty_word_is_a_word() -> None:
    assert regex.fullmatch(any_of(["", "so"]) + " far", " far") is not None


@pytest.mark.parametrize("form", [r"\b{}\b", "{}", "(?<={})a", "{}a", "(?P<x>{})?b", "(?>{})a", "(?!{})."])
@pytest.mark.parametrize("flags", [0, regex.IGNORECASE])
def test_it_matches_what_the_list_of_words_matches(form: str, flags: int) -> None:
    chance = random.Random(form)
    for _ in range(300):
        words = ["".join(chance.choices(LETTERS, k=chance.randint(0, 5))) for _ in range(chance.randint(1, 12))]
        text = "".join(chance.choices(LETTERS, k=40))
        found, expected = (
            [match.span() for match in regex.finditer(form.format(each), text, flags)]
            for each in (any_of(words), flat(words))
        )
        assert found == expected, words


def test_words_that_begin_one_another_a_thousand_times_can_be_compiled() -> None:
    words = ["a" * length for length in range(1, 1000)]
    assert regex.fullmatch(any_of(words), "a" * 500) is not None


def test_the_order_of_the_words_does_not_matter() -> None:
    words = ["deny", "denied", "defend", "Deny"]
    assert len({any_of(each) for each in itertools.permutations(words)}) == 1
