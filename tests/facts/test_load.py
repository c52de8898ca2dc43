"""Fact files read: every mistake with its place, and no file hidden by another."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from linter.core.yaml import FACT_LIMITS
from linter.facts.dates import PartialDate
from linter.facts.load import load_facts, shipped_base
from tests.facts.helper import HARBOUR, decoded, facts, written


def told(text: str) -> list[tuple[int, int, str, str]]:
    return [(each.line, each.column, each.message, each.hint) for each in decoded(text).problems]


def test_keys_that_are_no_names_in_python_are_read() -> None:
    holder = facts(HARBOUR).offices[0].holders[2]
    assert (holder.start, holder.end, holder.acting) == (PartialDate(2001, 9, 1), PartialDate(2010, 12, 31), True)


def test_an_event_goes_on_only_if_the_file_says_so() -> None:
    storm, strike, flood = facts(HARBOUR).events
    assert (storm.end, storm.ongoing) == (PartialDate(1987, 10, 18), False)
    assert (strike.end, strike.ongoing, strike.through) == (None, True, PartialDate(1999, 6, 30))
    assert (flood.end, flood.ongoing) == (None, False)
    (fog,) = facts("events: [{id: fog, names: [the fog], start: 2001, through: 2002}]").events
    assert fog.ongoing


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "people:\n  - {name: Ada Brun, bron: 1950}\n",
            (2, 22, "unknown key 'bron'", "did you mean 'born'?"),
        ),
        (
            "offices:\n  - id: a\n    titles: [mayor]\n    of: B\n    holders:\n      - {name: Ada, from: 1, end: 2}\n",
            (6, 30, "unknown key 'end'", "known keys: name, from, to, aliases, acting, source"),
        ),
        (
            "offices:\n  - id: a\n    titles: [mayor]\n    of: Norby\n    holders:\n      - {name: Ada, to: 2010}\n",
            (6, 9, "the key 'from' is missing", "from: a date (like 2024-01-31, 2024-01 or 2024)"),
        ),
        (
            "offices:\n  - {id: a, titles: [mayor], of: B, holders: [{name: Ada, from: 2012-03-01, to: 2011-03-01}]}\n",
            (2, 81, "the term ends before it begins: from 2012-03-01, to 2011-03-01",
             "swap the two dates, or correct one: to comes after from"),
        ),
        (
            "people: [{name: Ada Brun, born: 1950-02-30}]\n",
            (1, 33, "1950-02-30 is no date: that month has 28 days", "correct the day, or leave it out"),
        ),
        (
            "people: [{name: Ada Brun, born: [1950]}]\n",
            (1, 33, "expected a date (like 2024-01-31, 2024-01 or 2024) or null, found a list", ""),
        ),
        (
            "people: [{name: Ada Brun, born: 1950-02-03, died: 1949}]\n",
            (1, 51, "the life ends before it begins: born 1950-02-03, died 1949",
             "swap the two dates, or correct one: died comes after born"),
        ),
        (
            "events: [{id: a, names: [], start: 2001}]\n",
            (1, 25, "the event has no name", "give the names that news uses"),
        ),
        (
            "events: [{id: a, names: [fire], start: 2001, end: 2001, ongoing: true}]\n",
            (1, 66, "the event goes on and has an end", "keep one of the two"),
        ),
        (
            "places: [{name: '?'}]\n",
            (1, 17, "'?' is no name", "write the name as news does"),
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_what_to_write(text: str, problem: tuple[int, int, str, str]) -> None:
    assert told(text) == [problem]


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    text = "people: [{name: Ada, born: 1950-13}, {name: 7}]\nplace: []\n"
    assert [each[:2] for each in told(text)] == [(2, 1), (1, 28), (1, 45)]


def test_an_alias_bomb_is_refused_before_it_unfolds() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    problems = decoded("\n".join(lines)).problems
    assert (problems[0].line, problems[0].column) == (1, 5)
    assert {each.message[:9] for each in problems} == {"an anchor", "an alias "}


def test_a_file_that_is_too_large_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "large.yaml", "places: []\n" + "# nothing\n" * (FACT_LIMITS.characters // 10 + 1))
    load_facts()
    (problem,) = load_facts([path]).problems
    assert (problem.path, problem.line, problem.hint) == (str(path), 1, "split it into several files")


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    good = written(tmp_path, "good.yaml", "people: [{name: Zedda Quill, born: 1950}]")
    bad = written(tmp_path, "bad.yaml", "people: [{name: Other Quill, born: soon}]")
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"places:\n  - {name: Malm\xf6}\n")
    loaded = load_facts([bad, good, latin, tmp_path / "missing.yaml"])
    assert loaded.base.figures_named("Zedda Quill")[0].born == PartialDate(1950)
    assert loaded.base.figures_named("Other Quill") == ()
    assert loaded.base.places_named("Norway")
    assert [(Path(each.path).name, each.line) for each in loaded.problems] == [
        ("latin.yaml", 2), ("missing.yaml", 1), ("bad.yaml", 1),
    ]  # fmt: skip


def test_a_folder_is_read_with_what_is_below_it(tmp_path: Path) -> None:
    written(tmp_path, "a.yml", "people: [{name: Zedda Quill}]")
    written(tmp_path, "deep/b.yaml", "people: [{name: Yorick Quill}]")
    written(tmp_path, "deep/c.txt", "no facts")
    written(tmp_path, ".hidden/d.yaml", "broken: [")
    loaded = load_facts([tmp_path])
    assert loaded.problems == ()
    assert len(loaded.base.figures_surnamed("Quill")) == 2


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert [each.message for each in load_facts([tmp_path]).problems] == ["no fact file in this folder"]


def test_what_is_kept_in_the_cache_is_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    path = written(tmp_path, "harbour.yaml", HARBOUR)
    first, second = load_facts([path]).base, load_facts([path]).base
    assert first.events == second.events
    assert first.offices == second.offices
    assert first.figures == second.figures
    assert first.places == second.places
    written(tmp_path, "harbour.yaml", HARBOUR.replace("1987-10-16", "1987-10-15"))
    changed = load_facts([path]).base.event("storm")
    assert changed is not None
    assert changed.start.earliest == datetime.date(1987, 10, 15)


def test_a_kept_base_of_many_terms_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    holders = "".join(f"      - {{name: Ada Number{n}, from: {n}, to: {n + 1}}}\n" for n in range(2000, 5000))
    offices = f"offices:\n  - id: a\n    titles: [mayor]\n    of: Norby\n    holders:\n{holders}"
    path = written(tmp_path, "large.yaml", offices)
    load_facts([path])
    monkeypatch.setattr("linter.facts.load.parse_facts", lambda _: pytest.fail("read again"))
    known = load_facts([path]).base
    assert [term.first.year for term in known.figures_named("Ada Number4321")[0].terms] == [4321]


def test_the_shipped_base_has_countries() -> None:
    assert [place.name for place in shipped_base().places_called("Belarusian")] == ["Belarus"]
