"""Suppressions of the configuration: for plain text above all."""

from __future__ import annotations

import datetime

import pytest

import linter
from linter.core.report import Report
from linter.engine.configured import Ignore, Run, apply_ignores, matches_path
from linter.ruleset.model import RuleSet

WEASEL = "Many experts say that the ferry is slow.\n\nSome observers see it as a first step.\n"


@pytest.fixture(scope="module")
def known() -> RuleSet:
    return linter.load_rules()


@pytest.fixture(scope="module")
def report(known: RuleSet) -> Report:
    found = linter.lint_many([("wire/a.txt", WEASEL, None), ("desk/b.txt", WEASEL, None)], rules=known)
    assert [(d.path, d.line) for d in found.diagnostics] == [
        ("desk/b.txt", 1), ("desk/b.txt", 3), ("wire/a.txt", 1), ("wire/a.txt", 3)
    ]  # fmt: skip
    return found


def places(report: Report) -> list[tuple[str, int, str]]:
    return [(d.path, d.line, d.rule) for d in report.diagnostics]


def test_an_entry_keeps_quiet_the_words_it_names_in_the_file_it_names(report: Report, known: RuleSet) -> None:
    entry = Ignore("wire/a.txt", "attribution/weasel", "many  experts", "listed below")
    told = apply_ignores(report, (entry,), Run(known, known))
    assert [place[:2] for place in places(told)] == [("desk/b.txt", 1), ("desk/b.txt", 3), ("wire/a.txt", 3)]
    assert [(s.kind, s.reason, s.diagnostic.text) for s in told.suppressed] == [
        ("configuration", "listed below", "Many experts")
    ]


@pytest.mark.parametrize("rule", ["attribution/weasel", "attribution/", "attribution"])
def test_an_entry_names_a_rule_or_a_pack(report: Report, known: RuleSet, rule: str) -> None:
    assert places(apply_ignores(report, (Ignore("**/*.txt", rule),), Run(known, known))) == []


def test_an_entry_names_a_tag(report: Report, known: RuleSet) -> None:
    tag = f"tag:{known['attribution/weasel'].tags[0]}"
    assert places(apply_ignores(report, (Ignore("wire", tag),), Run(known, known)))[0][0] == "desk/b.txt"


@pytest.mark.parametrize(
    ("pattern", "path", "holds"),
    [
        ("a.txt", "wire/a.txt", True),
        ("wire/", "wire/deep/a.txt", True),
        ("wire/*.txt", "wire/a.txt", True),
        ("wire/*.txt", "wire/deep/a.txt", False),
        ("wire/**/*.txt", "wire/deep/er/a.txt", True),
        ("wire/**/*.txt", "wire/a.txt", True),
        ("?.txt", "wire/a.txt", True),
        ("a.txt", "wire/aatxt", False),
        ("wire", "wires/a.txt", False),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, holds: bool) -> None:
    assert matches_path(pattern, path) is holds


def test_an_entry_for_words_that_are_not_reported_is_itself_reported_where_it_stands(
    report: Report, known: RuleSet
) -> None:
    entry = Ignore("wire/a.txt", "attribution/weasel", "Most experts", origin=("factlint.yaml", 7, 5))
    told = apply_ignores(report, (entry,), Run(known, known))
    assert places(told)[2] == ("factlint.yaml", 7, "meta/unused-ignore")


def test_an_entry_for_files_that_were_not_linted_is_left_alone(report: Report, known: RuleSet) -> None:
    entries = (Ignore("other.txt", "attribution/weasel"), Ignore("none/*.txt", "attribution/weasel"))
    assert len(places(apply_ignores(report, entries, Run(known, known)))) == 4
    whole = places(apply_ignores(report, entries, Run(known, known, whole=True)))
    assert [rule for _, _, rule in whole].count("meta/unused-ignore") == 2


def test_an_entry_for_an_unknown_rule_is_reported_with_the_one_that_could_be_meant(
    report: Report, known: RuleSet
) -> None:
    entry = Ignore("wire/a.txt", "attribution/weasle", origin=("factlint.yaml", 7, 5))
    [told] = [d for d in apply_ignores(report, (entry,), Run(known, known)).diagnostics if d.path == "factlint.yaml"]
    assert told.rule == "meta/unknown-ignore"
    assert "did you mean 'attribution/weasel'?" in told.message


@pytest.mark.parametrize(("day", "expired"), [(31, False), (32, True)])
def test_an_entry_works_up_to_its_last_day(report: Report, known: RuleSet, day: int, expired: bool) -> None:
    last = datetime.date(2026, 12, 31)
    entry = Ignore("**", "attribution/weasel", expires=last)
    today = last + datetime.timedelta(days=day - 31)
    told = places(apply_ignores(report, (entry,), Run(known, known, today=today)))
    assert (len(told) == 5, "meta/expired-ignore" in {rule for _, _, rule in told}) == (expired, expired)


def test_without_entries_the_report_is_the_same(report: Report, known: RuleSet) -> None:
    assert apply_ignores(report, (), Run(known, known)) is report
