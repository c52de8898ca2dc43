"""What offices and terms say of a day."""

from __future__ import annotations

import datetime

import pytest

from linter.facts.model import Office
from tests.facts.helper import HARBOUR, facts

MASTER = facts(HARBOUR).offices[0]


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("1989-12-31", []),
        ("1990-01-01", ["Bea Stråle"]),
        ("1994-06-30", ["Bea Stråle", "Olaf Özdal"]),
        ("2001-05-20", ["Olaf Özdal"]),
        ("2001-06-01", []),
        ("2005-05-05", ["Ann-Marie O'Dell Jr."]),
        ("2020-12-31", ["Juan López Obregón"]),
    ],
)
def test_holders_at_a_day(day: str, names: list[str]) -> None:
    assert [holder.name for holder in MASTER.holders_at(datetime.date.fromisoformat(day))] == names


@pytest.mark.parametrize(
    ("day", "covered"),
    [("1989-12-31", False), ("1990-01-01", True), ("2001-07-01", True), ("2020-12-31", True), ("2021-01-01", False)],
)
def test_an_office_is_covered_from_its_first_holder_through_the_day_it_names(day: str, covered: bool) -> None:
    assert MASTER.covers(datetime.date.fromisoformat(day)) is covered


@pytest.mark.parametrize(
    ("number", "day", "serves"),
    [
        (1, "2001-04-30", True),
        (1, "2001-05-01", True),
        (1, "2001-05-15", None),
        (1, "2001-06-01", False),
        (1, "1994-06-29", False),
        (3, "2020-12-31", True),
        (3, "2021-01-01", None),
    ],
)
def test_a_term_known_to_the_month_may_take_in_a_day(number: int, day: str, serves: bool | None) -> None:
    assert MASTER.serves(MASTER.holders[number], datetime.date.fromisoformat(day)) is serves


@pytest.mark.parametrize(("day", "covered"), [("1999-01-01", True), ("2003-01-01", False), ("2009-01-01", True)])
def test_a_gap_of_years_is_not_covered(day: str, covered: bool) -> None:
    office = one_office("[{name: Ada, from: 1998-01-01, to: 2001-01-01}, {name: Bo, from: 2008-01-01, to: null}]")
    assert office.covers(datetime.date.fromisoformat(day)) is covered


@pytest.mark.parametrize(("to", "until"), [("2012-05", "2012-05-31"), ("null", "9999-12-31")])
def test_without_through_the_last_term_says_how_far_the_list_goes(to: str, until: str) -> None:
    office = one_office(f"[{{name: Ada Brun, from: 2010-01-01, to: {to}}}]")
    assert office.known_until.isoformat() == until


def test_holders_come_by_the_beginning_of_their_terms() -> None:
    office = one_office("[{name: Cai, from: 2012}, {name: Ada, from: 2010, to: 2011}, {name: Bo, from: 2011}]")
    assert [holder.name for holder in office.holders] == ["Ada", "Bo", "Cai"]


def one_office(holders: str) -> Office:
    return facts(f"offices: [{{id: a, titles: [mayor], of: Norby, holders: {holders}}}]").offices[0]
