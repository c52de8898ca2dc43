"""Tables of Wikidata and Popolo made into facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from linter.core.source import Source
from linter.facts.dates import PartialDate
from linter.facts.imports.gather import gathered
from linter.facts.imports.popolo import read_popolo
from linter.facts.imports.record import RefusedError, Taken, date_of
from linter.facts.imports.table import read_bindings, read_csv
from linter.facts.imports.write import fact_text
from linter.facts.load import parse_facts
from linter.facts.model import FactFile
from tests.facts.helper import base

WORLD = base("places: [{name: Norby, demonyms: [Norbian]}, {name: Netherlands, demonyms: [Dutch]}]")
ITEM = "http://www.wikidata.org/entity/"


def cell(value: str) -> dict[str, str]:
    return {"type": "uri" if value.startswith("http") else "literal", "value": value}


def results(*rows: Mapping[str, str]) -> dict[str, Any]:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {"head": {"vars": names}, "results": {"bindings": [{k: cell(v) for k, v in row.items()} for row in rows]}}


def put(taken: Taken, through: PartialDate | None = None) -> tuple[list[str], list[str]]:
    """The terms and the refusals, a line each."""
    facts, refusals = gathered([taken], through)
    terms = [
        f"{office.of}/{office.titles[0]}: {holder.name} {holder.start}–{holder.end}"
        for office in facts.offices
        for holder in office.holders
    ]
    return terms, [f"{refusal.row}: {refusal.reason}" for refusal in refusals]


def queried(*rows: Mapping[str, str]) -> tuple[list[str], list[str]]:
    return put(read_bindings("q.json", results(*rows), WORLD, {}))


ADA = {"item": f"{ITEM}Q11", "itemLabel": "Ada Brun", "positionLabel": "Prime Minister of Norby",
       "start": "2001-03-04T00:00:00Z", "end": "2005-06-07T00:00:00Z"}  # fmt: skip


def test_a_row_of_a_query_is_a_term() -> None:
    facts, refusals = gathered([read_bindings("q.json", results(ADA), WORLD, {})])
    (office,) = facts.offices
    assert (office.id, office.titles, office.of, refusals) == ("norby-prime-minister", ("prime minister",), "Norby", ())
    assert [(h.name, str(h.start), str(h.end), h.source) for h in office.holders] == [
        ("Ada Brun", "2001-03-04", "2005-06-07", "https://www.wikidata.org/wiki/Q11")
    ]


def test_the_plain_list_and_csv_say_the_same() -> None:
    header, row = ",".join(ADA), ",".join(ADA.values())
    table = read_csv("q.csv", f"{header}\r\n{row}\r\n", WORLD, {})
    listed = read_bindings("q.json", [dict(ADA)], WORLD, {})
    full = read_bindings("q.json", results(ADA), WORLD, {})
    assert put(table) == put(listed) == put(full)


@pytest.mark.parametrize(
    ("title", "more", "office"),
    [
        ("Minister of Foreign Affairs of the Netherlands", {}, "Netherlands/minister of foreign affairs"),
        ("Dutch Minister of Defence", {}, "Netherlands/minister of defence"),
        ("President", {"countryLabel": "Norby"}, "Norby/president"),
        ("President of Norby", {"ofLabel": "Norby", "countryLabel": "Atlantis"}, "Norby/president"),
        ("Director", {"organizationLabel": "The Lighthouse Board"}, "The Lighthouse Board/director"),
        ("CEO", {"organization": "Lumen"}, "Lumen/CEO"),
    ],
)
def test_an_office_is_read_of_its_label_or_of_a_column(title: str, more: dict[str, str], office: str) -> None:
    terms, refused = queried({**ADA, "positionLabel": title, **more})
    assert (terms, refused) == ([f"{office}: Ada Brun 2001-03-04–2005-06-07"], [])


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"itemLabel": "Q11"}, "the person has no name, only Q11"),
        ({"itemLabel": ""}, "the person has no name"),
        ({"positionLabel": "Q99"}, "the office has no name, only Q99"),
        ({"positionLabel": "Keeper of Atlantis"},
         "nothing says of which country or organisation 'Keeper of Atlantis' is; give it with --of"),
        ({"start": ""}, "the start is missing"),
        ({"start": "http://www.wikidata.org/.well-known/genid/0a"}, "the start is known to have been, but not when"),
        ({"end": "t1234567"}, "the end is known to have been, but not when"),
        ({"start": "soon"}, "the start is no date: 'soon'"),
        ({"start": "2001-02-30T00:00:00Z"}, "the start: 2001-02-30 is no date: that month has 28 days"),
        ({"end": "1999-01-02T00:00:00Z"}, "the term ends before it begins: from 2001-03-04, to 1999-01-02"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_with_its_row(changed: dict[str, str], reason: str) -> None:
    other = {**ADA, "itemLabel": "Bo Dahl", "start": "2006-03-04T00:00:00Z", "end": "2007-03-04T00:00:00Z"}
    terms, refused = queried(other, {**ADA, **changed})
    assert terms == ["Norby/prime minister: Bo Dahl 2006-03-04–2007-03-04"]
    assert refused == [f"2: {reason}"]


@pytest.mark.parametrize(
    ("text", "precision", "date"),
    [
        ("2010-01-01T00:00:00Z", "", "2010"),
        ("2010-01-01T00:00:00Z", "11", "2010-01-01"),
        ("2010-05-01T00:00:00Z", "", "2010-05"),
        ("2010-05-01T00:00:00Z", "11", "2010-05-01"),
        ("2010-05-03T00:00:00Z", "9", "2010"),
        ("2010-05-03T00:00:00Z", "10", "2010-05"),
        ("2010-01-01", "", "2010-01-01"),
        ("2010-05", "", "2010-05"),
        ("+2010-05-00T00:00:00Z", "", "2010-05"),
        ("-0043-03-15T00:00:00Z", "11", "-0044-03-15"),
    ],
)
def test_a_date_is_no_more_exact_than_what_is_known(text: str, precision: str, date: str) -> None:
    assert str(date_of(text, precision, "start")) == date


@pytest.mark.parametrize("text", ["2010-13-01", "123456-01-01T00:00:00Z", "tomorrow", "31/12/2010"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        date_of(text, "", "start")


def test_rows_that_tell_one_term_twice_are_one() -> None:
    twice = ({**ADA, "itemAltLabel": "A. B., Ada B. Brun"}, {**ADA, "dob": "1950-02-03T00:00:00Z"})
    facts, refusals = gathered([read_bindings("q.json", results(*twice, {**ADA, "end": ""}), WORLD, {})])
    assert [holder.aliases for holder in facts.offices[0].holders] == [("A. B.", "Ada B. Brun")]
    assert [(person.name, str(person.born)) for person in facts.people] == [("Ada Brun", "1950-02-03")]
    assert refusals == ()


def test_a_second_end_and_a_lost_end_are_told() -> None:
    open_term = {**ADA, "itemLabel": "Bo Dahl", "start": "2006-03-04T00:00:00Z", "end": ""}
    later = {**ADA, "itemLabel": "Cai Foss", "start": "2010-03-04T00:00:00Z", "end": ""}
    terms, refused = queried(ADA, {**ADA, "end": "2004-06-07T00:00:00Z"}, open_term, later)
    assert terms == [
        "Norby/prime minister: Ada Brun 2001-03-04–2005-06-07",
        "Norby/prime minister: Cai Foss 2010-03-04–None",
    ]
    assert refused == [
        "2: a second end of one term of Ada Brun: 2004-06-07, beside 2005-06-07",
        "3: no end of the term of Bo Dahl, though Cai Foss follows on 2010-03-04",
    ]


def test_members_sit_side_by_side() -> None:
    member = {**ADA, "positionLabel": "member of the Diet of Norby", "end": ""}
    members = [{**member, "itemLabel": name} for name in ("Ada Brun", "Bo Dahl")]
    facts, refusals = gathered([read_bindings("q.json", results(*members), WORLD, {})])
    assert ([office.seats for office in facts.offices], refusals) == ([2], ())


@pytest.mark.parametrize("text", ["", "name,office\nAda,mayor\n", "just a text\n", "a,b\n1,2\n"])
def test_a_table_without_the_columns_is_of_no_use(text: str) -> None:
    with pytest.raises(RefusedError, match="lacks a column"):
        read_csv("q.csv", text, WORLD, {})


def test_rows_without_an_office_are_those_of_the_given_one() -> None:
    taken = read_csv("q.csv", "Name,Start Date\nAda Brun,2001-01-01\n", WORLD, {"title": "Mayor", "of": "Norby"})
    assert put(taken) == (["Norby/mayor: Ada Brun 2001-01-01–None"], [])


POPOLO: dict[str, Any] = {
    "persons": [
        {"id": "p1", "name": "Ada Brun", "birth_date": "1950-02-03", "other_names": [{"name": "Ada B."}],
         "identifiers": [{"scheme": "wikidata", "identifier": "Q11"}]},
        {"id": "p2", "name": "Bo Dahl", "sources": [{"url": "https://example.org/bo"}],
         "memberships": [{"organization_id": "gov", "role": "Minister of Justice", "start_date": "2002-02-02"}]},
    ],
    "organizations": [
        {"id": "gov", "name": "Government of Norby", "classification": "executive"},
        {"id": "diet", "name": "Diet of Norby", "classification": "legislature"},
    ],
    "posts": [{"id": "pm", "label": "Prime Minister", "organization_id": "gov"}],
    "events": [{"id": "t1", "classification": "legislative period", "start_date": "1998-05", "end_date": "2002-04"}],
    "memberships": [
        {"person_id": "p1", "post_id": "pm", "start_date": "2001-03-04", "end_date": "2005-06-07"},
        {"person_id": "p1", "organization_id": "diet", "role": "member", "legislative_period_id": "t1"},
        {"person_id": "p2", "organization_id": "diet", "role": "member", "legislative_period_id": "t1"},
        {"person_id": "p9", "organization_id": "diet", "role": "member", "start_date": "2001"},
        {"person_id": "p1", "organization_id": "diet", "role": "speaker"},
    ],
}  # fmt: skip


def test_memberships_of_popolo_are_terms() -> None:
    taken = read_popolo("p.json", POPOLO, WORLD, {})
    assert put(taken) == (
        [
            "Diet of Norby/member: Ada Brun 1998-05–2002-04",
            "Diet of Norby/member: Bo Dahl 1998-05–2002-04",
            "Norby/minister of justice: Bo Dahl 2002-02-02–None",
            "Norby/prime minister: Ada Brun 2001-03-04–2005-06-07",
        ],
        ["4: there is no person with a name for it", "5: the start is missing"],
    )
    facts, _ = gathered([taken])
    assert [person.name for person in facts.people] == ["Ada Brun"]
    assert {holder.source for office in facts.offices for holder in office.holders} == {
        "https://www.wikidata.org/wiki/Q11", "https://example.org/bo",
    }  # fmt: skip


@pytest.mark.parametrize(
    "data", [{"persons": []}, {"persons": {}, "memberships": 3}, {"persons": [1, "x"], "memberships": [{}]}]
)
def test_popolo_without_people_is_of_no_use(data: dict[str, Any]) -> None:
    with pytest.raises(RefusedError):
        read_popolo("p.json", data, WORLD, {})


def test_what_is_written_reads_back_as_it_was() -> None:
    odd = {**ADA, "itemLabel": 'Ada "the Hammer": Brun, #1 \u2028 {x}\\', "itemAltLabel": "'A' & B | - no: yes"}
    later = {**ADA, "item": f"{ITEM}Q12", "itemLabel": "Bo Dahl", "start": "2006-01-01T00:00:00Z", "end": "",
             "dob": "1950-01-01T00:00:00Z"}  # fmt: skip
    facts, _ = gathered([read_bindings("q.json", results(odd, later), WORLD, {})], PartialDate(2024, 5, 6))
    text = fact_text(facts, "Made.")
    assert parse_facts(Source("out.yaml", text)).value == facts


def test_the_order_of_rows_makes_no_difference() -> None:
    rows = [{**ADA, "itemLabel": name, "start": f"{year}-03-04T00:00:00Z", "end": f"{year + 1}-03-03T00:00:00Z"}
            for year, name in enumerate(("Ada B", "Bo D", "Cai F"), 2001)]  # fmt: skip
    forward, backward = (made(json.dumps(results(*each))) for each in (rows, rows[::-1]))
    assert fact_text(forward, "") == fact_text(backward, "")


def made(text: str) -> FactFile:
    return gathered([read_bindings("q.json", json.loads(text), WORLD, {})])[0]
