"""Looking facts up by the names that articles use."""

from __future__ import annotations

import pytest

from linter.facts.names import key_of
from tests.facts.helper import HARBOUR, base, facts

WORLD = base(HARBOUR)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Władysław Łoś", "wladyslaw los"),
        ("Sana’a", "Sanaa"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("George W. Bush", "George W Bush"),
        ("the War in Ukraine", "war in Ukraine"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("İsmet İnönü", "Ismet Inonu"),
        ("Guðni Jóhannesson", "Gudni Johannesson"),
        ("Bashar  al‑Assad", "Bashar al-Assad"),
        ("E\u0301dith Cresson", "Édith Cresson"),
    ],
)
def test_spellings_that_differ_in_marks_alone_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("Tehran", "Teheran"), ("Ann Dell", "Anne Dell"), ("Theo Brun", "o Brun")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("name", ["Olaf Özdal", "Olaf Ozdal", "OLAF OEZDAL", "olaf özdal"])
def test_a_person_is_found_by_each_spelling(name: str) -> None:
    assert [figure.name for figure in WORLD.figures_named(name)] == ["Olaf Özdal"]


@pytest.mark.parametrize(
    ("surname", "name"),
    [
        ("O'Dell", "Ann-Marie O'Dell Jr."),
        ("ODell Jr.", "Ann-Marie O'Dell Jr."),
        ("López Obregón", "Juan López Obregón"),
        ("Obregon", "Juan López Obregón"),
        ("Strale", "Beatrice Strale"),
        ("Straale", "Beatrice Strale"),
    ],
)
def test_a_person_is_found_by_surname(surname: str, name: str) -> None:
    assert [figure.name for figure in WORLD.figures_surnamed(surname)] == [name]


@pytest.mark.parametrize("word", ["Juan", "Ann", "Jr.", "Bea", "Nobody"])
def test_a_given_name_is_no_surname(word: str) -> None:
    assert WORLD.figures_surnamed(word) == ()


@pytest.mark.parametrize(
    ("of", "surname", "found"),
    [("China", "Wu", True), ("South Korea", "Wu", True), ("Norway", "Wu", False), ("China", "Haoran", True)],
)
def test_where_family_names_come_first_they_are_surnames(of: str, surname: str, found: bool) -> None:
    holders = "[{name: Wu Haoran, from: 2010-01-01, to: null}]"
    known = base(f"offices: [{{id: a, titles: [president], of: {of}, holders: {holders}}}]")
    assert bool(known.figures_surnamed(surname)) is found


@pytest.mark.parametrize("name", ["Ragnar XII", "Juana I", "Beatrix of Luneland"])
def test_a_monarch_has_no_surname(name: str) -> None:
    known = base(f"people: [{{name: {name}}}]")
    assert [known.figures_surnamed(word) for word in name.split()] == [()] * len(name.split())


def test_entries_that_share_a_name_are_one_person() -> None:
    (figure,) = WORLD.figures_named("Bea Strale")
    assert figure is WORLD.figures_named("Beatrice Strale")[0]
    assert (str(figure.born), str(figure.died)) == ("1940-05-06", "2003")
    assert [(term.office.id, str(term.holder.start), term.source) for term in figure.terms] == [
        ("harbour-master", "1990-01-01", "https://example.org/masters")
    ]


def test_people_born_in_other_years_are_others_whatever_their_names() -> None:
    known = base("people: [{name: Ada Brun, born: 1950}, {name: Ada Brun, born: 1899, died: 1960}]")
    assert [str(figure.born) for figure in known.figures_named("Ada Brun")] == ["1950", "1899"]


def test_an_alias_of_two_people_makes_them_not_one() -> None:
    known = base("people: [{name: Ada Brun, aliases: [A. Brun]}, {name: Anna Brun, aliases: [A. Brun]}]")
    assert [figure.name for figure in known.figures_named("A. Brun")] == ["Ada Brun", "Anna Brun"]


def test_a_person_has_all_terms_of_office() -> None:
    text = """
        offices:
          - {id: b, titles: [president], of: Norby, holders: [{name: Ada Brun, from: 2012, to: 2015}]}
          - {id: a, titles: [mayor], of: Norby, holders: [{name: A. Brun, aliases: [Ada Brun], from: 2001, to: 2004},
             {name: Ada Brun, from: 2006, to: 2008}]}
    """
    (figure,) = base(text).figures_named("Ada Brun")
    assert [(term.office.id, term.first.year) for term in figure.terms] == [("a", 2001), ("a", 2006), ("b", 2012)]


@pytest.mark.parametrize("of", ["Lunaria", "LUNARIA", "Luneland", "Lunarian", "the Lunarian"])
@pytest.mark.parametrize("title", ["harbour master", "Harbour Master", "master of the port"])
def test_an_office_is_found_by_title_and_country(title: str, of: str) -> None:
    assert [office.id for office in WORLD.offices_titled(title, of)] == ["harbour-master"]


@pytest.mark.parametrize(("title", "of"), [("mayor", "Lunaria"), ("harbour master", "Norby"), ("harbour", "Lunaria")])
def test_an_unknown_office_is_not_found(title: str, of: str) -> None:
    assert WORLD.offices_titled(title, of) == ()


def test_events_are_found_by_name_and_id() -> None:
    (storm,) = WORLD.events_named("The storm of Port-Lune")
    assert storm is WORLD.event("storm")
    assert WORLD.events_named("storm") == ()


def test_places_are_found_by_variant_demonym_and_capital() -> None:
    assert [place.name for place in WORLD.places_named("luneland")] == ["Lunaria"]
    assert [place.name for place in WORLD.places_called("Lunarian")] == ["Lunaria"]
    assert [place.name for place in WORLD.places_with_capital("Lunehaven")] == ["Lunaria"]


def test_names_to_look_for_are_those_of_events_and_people() -> None:
    names = WORLD.names_for_triggers()
    assert {"Great Harbour Storm", "dockers' strike", "Bea Stråle", "Beatrice Strale", "Juan López Obregón"} <= {*names}
    assert not any(name.lower().startswith("the ") for name in names)
    assert list(names) == sorted(set(names))


def test_values_come_out_of_the_index_as_they_went_in() -> None:
    given = facts(HARBOUR)
    assert (WORLD.events, WORLD.offices, WORLD.places) == (given.events, given.offices, given.places)
