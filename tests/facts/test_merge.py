"""A user's facts laid over others: they add, and they win."""

from __future__ import annotations

import pytest

from linter.facts.base import FactBase
from linter.facts.model import Office
from tests.facts.helper import HARBOUR, base


def over(text: str) -> FactBase:
    return base(HARBOUR, text)


def masters(holders: str, more: str = "") -> Office:
    text = f"offices: [{{id: mine, titles: [master of the port, boss], of: lunaria, holders: [{holders}]{more}}}]"
    (office,) = over(text).offices
    return office


def terms(office: Office) -> list[str]:
    return [f"{holder.name} {holder.start}/{holder.end}" for holder in office.holders]


def test_a_successor_ends_the_open_term() -> None:
    office = masters("{name: Nia New, from: 2022-03-01, to: null, source: s}", ", through: 2023-01-01")
    assert terms(office)[-2:] == ["Juan López Obregón 2011-01-01/2022-03-01", "Nia New 2022-03-01/None"]
    assert str(office.through) == "2023-01-01"
    assert office.titles == ("harbour master", "master of the port", "boss")


def test_a_term_told_anew_takes_the_place_of_the_old_one() -> None:
    office = masters("{name: Olaf Ozdal, from: 1994-07-01, to: 2001-06-15}")
    assert terms(office)[:2] == ["Bea Stråle 1990-01-01/1994-06-30", "Olaf Ozdal 1994-07-01/2001-06-15"]
    assert len(office.holders) == 4


def test_of_terms_that_contradict_a_users_the_rest_is_kept() -> None:
    office = masters("{name: Nia New, from: 1989-01-01, to: 1995-01-01}")
    assert terms(office)[:2] == ["Nia New 1989-01-01/1995-01-01", "Olaf Özdal 1995-01-01/2001-05"]


def test_an_office_of_several_seats_takes_another_holder() -> None:
    office = masters("{name: Nia New, from: 1991-01-01, to: 1995-01-01}", ", seats: 2")
    assert terms(office)[:2] == ["Bea Stråle 1990-01-01/1994-06-30", "Nia New 1991-01-01/1995-01-01"]


def test_another_term_of_one_person_is_added() -> None:
    office = masters("{name: Bea Stråle, from: 1980-01-01, to: 1984-01-01}")
    assert len(office.holders) == 5


@pytest.mark.parametrize(
    ("holder", "more", "through"),
    [
        ("{name: Nia New, from: 1985-01-01, to: 1989-01-01}", "", "2020-12-31"),
        ("{name: Nia New, from: 2022-03-01, to: null}", "", "None"),
        ("{name: Nia New, from: 1985-01-01, to: 1989-01-01}", ", through: 1989-01-01", "2020-12-31"),
        ("{name: Nia New, from: 2022-03-01, to: null}", ", through: 2024-05-06", "2024-05-06"),
    ],
)
def test_the_list_is_complete_as_far_as_either_says(holder: str, more: str, through: str) -> None:
    assert str(masters(holder, more).through) == through


def test_an_office_of_another_body_or_title_is_another() -> None:
    more = "holders: [{name: Nia New, from: 2022}]"
    offices = ("{id: a, titles: [harbour master], of: Norby", "{id: b, titles: [pilot], of: Lunaria")
    known = over(f"offices: [{', '.join(f'{office}, {more}}}' for office in offices)}]")
    assert [office.id for office in known.offices] == ["harbour-master", "a", "b"]


def test_an_event_takes_the_place_of_that_with_its_id_or_name() -> None:
    known = over("""
        events:
          - {id: flood, names: [the deluge], start: 2001-03-05}
          - {id: tempest, names: [the storm of Port Lune], start: 1987-10-15}
    """)
    assert known.events_named("the flood") == ()
    assert [event.id for event in known.events_named("the storm of Port Lune")] == ["tempest"]
    assert [event.id for event in known.events_named("the Great Harbour Storm")] == ["storm"]


def test_a_place_gets_what_a_user_adds() -> None:
    (place,) = over("places: [{name: Luneland, demonyms: [Lunish], capital: New Lune}]").places_named("Lunaria")
    assert (place.name, place.variants, place.demonyms, place.capital) == (
        "Luneland", ("Lunaria",), ("Lunish", "Lunarian"), "New Lune",
    )  # fmt: skip


def test_a_users_dates_of_a_life_win() -> None:
    known = over("people: [{name: Beatrice Strale, aliases: [B. S.], born: 1940-05-07}]")
    (figure,) = known.figures_named("B. S.")
    assert (str(figure.born), str(figure.died), len(figure.terms)) == ("1940-05-07", "2003", 1)
