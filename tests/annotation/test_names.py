"""Names: which runs of capitals are names, of what type, and what the fullest form is."""

from __future__ import annotations

import pytest

from linter.annotation.model import Name
from tests.annotation.helper import article_of


def names(text: str) -> list[tuple[str, Name]]:
    """The names of a text, each with its words."""
    article = article_of(text)
    return [(article.words(name.span), name) for name in article.names]


def types(text: str) -> dict[str, str]:
    """The type of each name of a text."""
    return {words: name.type for words, name in names(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Health Minister Ana Belén Ruiz who rang.", {"Ana Belén Ruiz": "person"}),
        ("They met in Norway, and Danes came too.", {"Norway": "place", "Danes": "place"}),
        ("A clerk of the Skarv River Authority came.", {"Skarv River Authority": "organisation"}),
        ("He swam in Lake Orsa for an hour.", {"Lake Orsa": "place"}),
        ("The pump came from KVR with a hose.", {"KVR": "acronym"}),
        ("It is said that Ludwig van der Aalst fell.", {"Ludwig van der Aalst": "person"}),
        ("Some say that Jan Rost left in Jan. 2004.", {"Jan Rost": "person"}),
    ],
)
def test_types(text: str, expected: dict[str, str]) -> None:
    assert types(text) == expected


def test_a_title_is_no_part_of_the_name() -> None:
    article = article_of("Police met Mayor Ida Berg's driver and Stephen King.")
    shown = [(article.words(n.span), n.title and article.words(n.title)) for n in article.names]
    assert shown == [("Ida Berg", "Mayor"), ("Stephen King", None)]


def test_a_word_that_only_opens_a_sentence_is_no_name() -> None:
    assert names("Otters came back. Nobody saw them. However, the pond was empty.") == []


def test_a_word_that_opens_a_sentence_is_a_name_by_its_other_mentions() -> None:
    found = names("Tootoo drove. The ice held, said Levi Tootoo.")
    assert [(words, name.canonical) for words, name in found] == [
        ("Tootoo", "Levi Tootoo"),
        ("Levi Tootoo", "Levi Tootoo"),
    ]


def test_a_surname_goes_with_the_last_full_name_before_it() -> None:
    found = names("Ida Berg sang, then Berg slept. Olav Berg woke, and Berg sang.")
    assert [name.canonical for _, name in found] == ["Ida Berg", "Ida Berg", "Olav Berg", "Olav Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "The Tidal Gates Commission (TGC) met. The TGC left.",
        "The TGC (Tidal Gates Commission) met.",
        "The TGC met. A clerk of the Tidal Gates Commission came.",
        "The Tidal Gates Commission, or TGC, met.",
    ],
)
def test_an_acronym_is_spelled_out(text: str) -> None:
    assert {name.canonical for words, name in names(text) if words == "TGC"} == {"Tidal Gates Commission"}


def test_a_possessive_ends_a_name() -> None:
    assert [words for words, _ in names("He praised Finland's President Alvar Koski.")] == ["Finland", "Alvar Koski"]


@pytest.mark.parametrize("text", ["", "...", "A. " * 500, "ABC " * 500, "Abc (" * 500, "«Привет» Мир עולם", "'" * 400])
def test_odd_texts_do_no_harm(text: str) -> None:
    article = article_of(text)
    assert all(article.words(name.span).strip() for name in article.names)
