"""The check kinds that ask the fact base, on a base made here."""

from __future__ import annotations

import datetime

import pytest

from linter.annotation.annotators import annotator_triggers, make_article
from linter.checks.base import Check
from linter.checks.capital import CapitalCheck
from linter.checks.clock_conflict import ClockConflictCheck
from linter.checks.event_date import EventDateCheck
from linter.checks.office_holder import OfficeHolderCheck
from linter.checks.stale import StaleCheck
from linter.core.source import Source
from linter.document.formats import parse
from linter.facts.base import FactBase
from linter.facts.dates import PartialDate
from linter.facts.model import Event, FactFile, Holder, Office, Place
from linter.match.automaton import compile_triggers

OWNER = "test/rule"


def day(text: str) -> PartialDate:
    return PartialDate.from_scalar(text)


BASE = FactBase.of(
    FactFile(
        events=(
            Event("mill-fire", ("the Grub mill fire", "the fire at Grub mill"), day("1990-05-03"), day("1990-05-03")),
        ),
        offices=(
            Office(
                "reeve",
                ("reeve", "reeve of Grub"),
                "Grub",
                (Holder("Ada Pell", day("1985-01-01"), day("1991-12-31")), Holder("Bo Tarn", day("1992-01-01"))),
                through=day("2000-12-31"),
            ),
        ),
        places=(Place("Grubland", "", ("Grubbish",), (), "Grub"),),
    )
)


def told(check: Check, text: str, date: str | None = None) -> list[str]:
    automaton = compile_triggers([*annotator_triggers(), *check.triggers(OWNER)])
    given = None if date is None else datetime.date.fromisoformat(date)
    article = make_article(parse(Source("a.txt", text), date=given), automaton, BASE)
    return [article.words(finding.span) for finding in check.check(article, OWNER)]


@pytest.mark.parametrize(
    ("text", "date", "found"),
    [
        ("The reeve of Grub, Ada Pell, has a new hat.", "1994-02-02", ["Ada Pell"]),
        ("The reeve of Grub, Ada Pell, has a new hat.", "1990-02-02", []),
        ("The reeve of Grub, Ada Pell, has a new hat.", "1992-01-03", []),
        ("The reeve of Grub, Ada Pell, has a new hat.", "2004-02-02", []),
        ("The reeve of Grub, Nobody Known, has a new hat.", "1994-02-02", []),
        ("The former reeve of Grub, Ada Pell, has a new hat.", "1994-02-02", []),
        ("Reeve Ada Pell waves. Reeve Ada Pell has a new hat.", "1994-02-02", ["Ada Pell"]),
    ],
)
def test_office_holders(text: str, date: str, found: list[str]) -> None:
    assert told(OfficeHolderCheck(), text, date) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Grub mill fire of 3 May 1991 left a scar.", ["3 May 1991"]),
        ("The Grub mill fire of May 1990 left a scar.", []),
        ("The 1992 Grub mill fire left a scar.", ["1992"]),
        ("The Grub mill fire, which broke out on 4 May 1990, left a scar.", ["4 May 1990"]),
        ("A report on the Grub mill fire appeared on 9 July 1991.", []),
        ("On the tenth anniversary of the Grub mill fire, on 3 May 2000, bells rang.", []),
        ('"The Grub mill fire of 1991 was mine," he said.', []),
    ],
)
def test_dates_of_events(text: str, found: list[str]) -> None:
    assert told(EventDateCheck(begins=("broke out",)), text, "2001-01-01") == found


@pytest.mark.parametrize(
    ("text", "date", "found"),
    [
        ("It has been two years since the Grub mill fire.", "1995-05-10", ["two years"]),
        ("It has been five years since the Grub mill fire.", "1995-05-10", []),
        ("The strike, which began on 3 May 1994, has now lasted two months.", "1995-05-10", ["two months"]),
        ("The strike, which began on 3 May 1994, had lasted two months in July.", "1995-05-10", []),
        ("The pool closed on 3 May 1994. It has been shut for a month.", "1995-05-10", ["a month"]),
        ("The pool closed on 3 May 1994. The inn has been shut for a month.", "1995-05-10", []),
        ("It has been two years since the Grub mill fire.", None, []),
    ],
)
def test_running_durations(text: str, date: str | None, found: list[str]) -> None:
    assert told(StaleCheck(), text, date) == found


def test_a_conflict_of_the_clock_stands_at_the_last_statement() -> None:
    text = "It has been six months since the Grub mill fire.\n\nThe reeve of Grub, Bo Tarn, has a new hat."
    assert told(ClockConflictCheck(), text) == ["Bo Tarn"]
    assert told(ClockConflictCheck(), text, "1995-05-10") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Silt, the Grubbish capital, rain fell.", ["Silt"]),
        ("In Grub, the Grubbish capital, rain fell.", []),
        ("In Silt, the former Grubbish capital, rain fell.", []),
        ("In Ouse, the Grubbish capital, rain fell.", []),
    ],
)
def test_capitals(text: str, found: list[str]) -> None:
    check = CapitalCheck(
        shapes=("<city>, the <country> <capital>",), lifts=("former [A-Z]",), seats={"Grubland": ("Ouse",)}
    )
    assert told(check, text) == found
