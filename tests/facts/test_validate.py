"""What `factlint facts check` says of facts that can be read."""

from __future__ import annotations

import textwrap

import pytest

from linter.core.source import Source
from linter.core.yaml import FACT_LIMITS, load
from linter.facts.base import FactBase
from linter.facts.load import load_facts, placed_files
from linter.facts.merge import joined
from linter.facts.placed import PlacedFile, Remark
from linter.facts.validate import remarks
from tests.facts.helper import facts

PLACES = "places: [{name: Norby, source: s}, {name: Netherlands, demonyms: [Dutch], source: s}]\n"


def checked(*texts: str, built_in: bool = False) -> list[Remark]:
    plain = [textwrap.dedent(text) for text in texts]
    sources = [Source(f"{number}.yaml", text) for number, text in enumerate(plain, 1)]
    files = [PlacedFile(each, load(each.text, each.path, limits=FACT_LIMITS), built_in) for each in sources]
    return list(remarks(files, FactBase.of(joined([*(facts(text) for text in plain), facts(PLACES)]))))


def told(*texts: str) -> list[tuple[str, str, str]]:
    """Level, place and message of each remark."""
    each = ((remark.level, remark.problem) for remark in checked(*texts))
    return [(level, f"{problem.path}:{problem.line}:{problem.column}", problem.message) for level, problem in each]


def mayors(*holders: str, more: str = "") -> str:
    listed = "".join(f"      - {{{holder}}}\n" for holder in holders)
    return f"offices:\n  - id: a\n    titles: [mayor]\n    of: Norby\n    source: s\n{more}    holders:\n{listed}"


def entries(kind: str, *each: str) -> str:
    return f"{kind}:\n" + "".join(f"  - {{{entry}, source: s}}\n" for entry in each)


ADA, BO = "name: Ada Brun, from: 2001-01-01, to: 2005-05-05", "name: Bo Dahl, from: 2005-05-05, to: 2009-01-01"


@pytest.mark.parametrize(
    "holders",
    [
        (ADA, BO),
        (ADA, "name: Bo Dahl, from: 2005-05-06"),
        (ADA, "name: Bo Dahl, from: 2003-03-03, to: 2003-06-03, acting: true", BO),
        ("name: Ada Brun, from: 2001, to: 2005", "name: Bo Dahl, from: 2005-05"),
        ("name: Ada Brun, from: 2001-01-01, to: 2005-05", "name: Bo Dahl, from: 2005-05-05"),
        ("name: Ada Brun, from: -50, to: -44", "name: Bo Dahl, from: -44, to: -40"),
    ],
)
def test_terms_that_fit_are_not_spoken_of(holders: tuple[str, ...]) -> None:
    assert told(mayors(*holders)) == []


@pytest.mark.parametrize(
    ("holders", "place", "message"),
    [
        (
            (ADA, "name: Bo Dahl, from: 2005-05-04"), "1.yaml:8:31",
            "Bo Dahl takes office on 2005-05-04, in the term of Ada Brun (2001-01-01 to 2005-05-05)",
        ),
        (
            ("name: Ada Brun, from: 2001-01-01", BO), "1.yaml:8:31",
            "Bo Dahl takes office on 2005-05-05, in the term of Ada Brun (2001-01-01 to now)",
        ),
        (
            ("name: Bo Dahl, from: 2002-02, to: 2003", "name: Ada Brun, from: 2001-01-01, to: 2004"), "1.yaml:7:31",
            "Bo Dahl takes office on 2002-02, in the term of Ada Brun (2001-01-01 to 2004)",
        ),
    ],
)  # fmt: skip
def test_two_at_once_are_an_error(holders: tuple[str, ...], place: str, message: str) -> None:
    assert told(mayors(*holders)) == [("error", place, message)]


def test_an_office_with_seats_has_as_many_at_once() -> None:
    three = ("name: Ada Brun, from: 2001", "name: Bo Dahl, from: 2002", "name: Cai Foss, from: 2003")
    assert told(mayors(*three, more="    seats: 3\n")) == []
    assert [place for _, place, _ in told(mayors(*three, more="    seats: 2\n"))] == ["1.yaml:10:32"]


def test_a_gap_is_a_note() -> None:
    assert told(mayors(ADA, "name: Bo Dahl, from: 2005-07-01")) == [
        ("note", "1.yaml:8:31", "nobody is known to hold the office between 2005-05-05 and 2005-07-01")
    ]
    assert told(mayors(ADA, more="    through: 2006-01-01\n")) == [
        ("note", "1.yaml:6:14", "nobody is known to hold the office between 2005-05-05 and 2006-01-01")
    ]


def test_a_list_cannot_be_complete_before_its_last_holder() -> None:
    message = "the holders are said to be complete through 2004-12-31, but Bo Dahl follows on 2005-05-05"
    assert told(mayors(ADA, BO, more="    through: 2004-12-31\n")) == [("error", "1.yaml:6:14", message)]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            entries("people", "name: Ada Brun, aliases: [A. B.]", "name: Anna Bo, aliases: [X Y, a b]"),
            ("error", "1.yaml:2:32", "the alias 'A. B.' is a name of somebody else too: Anna Bo"),
        ),
        (
            entries("events", "id: a, names: [the fire], start: 2001", "id: b, names: [that, The Fire], start: 2002"),
            ("error", "1.yaml:3:27", "the name 'The Fire' means another event too: a"),
        ),
        (
            entries("events", "id: a, names: [one], start: 2001", "id: a, names: [two], start: 2002"),
            ("error", "1.yaml:3:10", "the id 'a' is taken"),
        ),
        (
            entries("places", "name: Oslo", "name: Bergen, variants: [Bjorgvin, oslo]"),
            ("note", "1.yaml:3:41", "the name 'oslo' means another place too: Oslo"),
        ),
        (
            entries("places", "name: Oslo", "name: OSLO"),
            ("warning", "1.yaml:3:12", "the name 'OSLO' means another place too: Oslo"),
        ),
        (
            "people: [{name: Ada Brun, aliases: [Brun], source: s}]\n",
            ("warning", "1.yaml:1:37", "the alias 'Brun' is a surname alone"),
        ),
        (
            "offices: [{id: a, titles: [mayor], of: Netherland, source: s, holders: []}]\n",
            ("warning", "1.yaml:1:40", "'Netherland' is no place that the facts know"),
        ),
        (
            "offices: [{id: a, titles: [mayor], of: Zembla, source: s, holders: []}]\n",
            ("note", "1.yaml:1:40", "'Zembla' is no place that the facts know"),
        ),
        (
            "people: [{name: Ada Brun}]\n",
            ("warning", "1.yaml:1:10", "the source is missing"),
        ),
        (
            "events: [{id: a, names: [fire], start: 2001-05-01, through: 2001-04, source: s}]\n",
            ("error", "1.yaml:1:61", "the event is said to be known through 2001-04, before it starts on 2001-05-01"),
        ),
        (
            mayors(ADA) + "people: [{name: Ada Brun, born: 2001-01-02, source: s}]\n",
            ("error", "1.yaml:8:33",
             "Ada Brun is born on 2001-01-02, after taking office as mayor of Norby on 2001-01-01"),
        ),
        (
            mayors(ADA) + "people: [{name: Ada Brun, died: 2005-05-04, source: s}]\n",
            ("error", "1.yaml:8:33",
             "Ada Brun dies on 2005-05-04, before the end of the term as mayor of Norby (2001-01-01 to 2005-05-05)"),
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(text: str, remark: tuple[str, str, str]) -> None:
    assert remark in told(text)
    assert all(each.problem.hint for each in checked(text))


def test_names_and_ids_are_compared_across_files() -> None:
    one = "events: [{id: a, names: [the fire], start: 2001, source: s}]"
    assert told(one, one) == [
        ("error", "2.yaml:1:15", "the id 'a' is taken"),
        ("error", "2.yaml:1:26", "the name 'the fire' means another event too: a"),
    ]


def test_only_holders_without_a_source_are_told_once() -> None:
    holders = "name: Ada Brun, from: 2001, to: 2002, source: s", "name: Bo Dahl, from: 2002"
    office = mayors(*holders).replace("    source: s\n", "")
    assert told(office) == [("warning", "1.yaml:7:9", "the source is missing")]
    assert told(office.replace(", source: s", "")) == [("warning", "1.yaml:2:5", "the source is missing")]


def test_a_built_in_fact_must_have_a_source() -> None:
    assert [remark.level for remark in checked("places: [{name: Oslo}]", built_in=True)] == ["error"]


def test_the_facts_that_ship_are_without_errors() -> None:
    files, problems = placed_files()
    assert problems == ()
    assert all(file.built_in for file in files)
    found = [remark.headline for remark in remarks(files, load_facts().base) if remark.level != "note"]
    assert found == []
