from __future__ import annotations

import pytest

from linter.match.inflection import plural, verb_forms
from linter.match.words import WordListError, expand, forms


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("say", {"say", "says", "said", "saying"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("be", {"be", "is", "are", "am", "was", "were", "been", "being"}),
        ("lie", {"lie", "lies", "lay", "lain", "lying"}),
        ("see", {"see", "sees", "saw", "seen", "seeing"}),
        ("teach", {"teach", "teaches", "taught", "teaching"}),
        ("write", {"write", "writes", "wrote", "written", "writing"}),
    ],
)
def test_verbs_are_inflected(verb: str, expected: set[str]) -> None:
    assert set(verb_forms(verb)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("critic", "critics"),
        ("study", "studies"),
        ("analysis", "analyses"),
        ("person", "people"),
        ("survey", "surveys"),
        ("church", "churches"),
    ],
)
def test_nouns_are_inflected(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("no end", ("no end",)),
        ("point/v out", ("point out", "points out", "pointed out", "pointing out")),
        ("trade union/n", ("trade union", "trade unions")),
        ("expert/ns", ("experts",)),
        ("neutralize/vpp", ("neutralized",)),
        ("report/ving", ("reporting",)),
    ],
)
def test_an_entry_stands_for_the_forms_it_asks_for(entry: str, expected: tuple[str, ...]) -> None:
    assert forms(entry) == expected


def test_names_in_patterns_become_their_words() -> None:
    assert expand(r"\b<who> (?P<report>said)", {"who": ("expert", "experts")}) == r"\b(?:expert(?:s)?) (?P<report>said)"


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(WordListError):
        expand("<nobody> said", {})
