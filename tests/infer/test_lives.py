"""Births and deaths of people whom the fact base knows."""

from __future__ import annotations

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.core.source import Source
from linter.document.formats import parse
from linter.infer.people.lives import deaths, misdated_births
from linter.match.automaton import compile_triggers


def read(text: str) -> Article:
    return make_article(parse(Source("a.txt", text)), compile_triggers(annotator_triggers()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("David Bowie, who died in 2016, sang.", ["David Bowie, who died"]),
        ("David Bowie sang here. Bowie died in New York.", ["Bowie died"]),
        ("David Bowie sang here. He died in New York.", ["He died"]),
        ("She wept after the death of David Bowie.", ["death of David Bowie"]),
        ("She wept after Kofi Annan's death.", ["Kofi Annan's death"]),
        ("Steve Jobs sent his father, who died in 2012, a card.", []),
        ("David Bowie sang at the funeral of a baker who died in 1990.", []),
        ("Angela Merkel has died her hair.", []),
    ],
)
def test_deaths_are_told_by_name_by_surname_and_by_pronoun(text: str, words: list[str]) -> None:
    article = read(text)
    assert [article.words(each.span) for each in deaths(article)] == words


def test_a_misdated_birth_is_told_with_what_is_known_of_it() -> None:
    births = misdated_births(read("Marie Curie was born in 1866."))
    told = [(birth.born[0].year, str(event.start)) for birth, event in births]
    assert told == [(1866, "1867-11-07")]


def test_right_births_and_those_of_others_are_none() -> None:
    assert list(misdated_births(read("Marie Curie, born in 1867, met Ada Lind, who was born in 1866."))) == []
