from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from linter.core.diagnostic import Applicability, Diagnostic, Edit, Fix
from linter.core.report import Report
from linter.core.span import Span
from linter.report import REPORTERS
from linter.report.context import Context
from linter.report.statistics import counts, table


@pytest.fixture
def mixed(diagnostics: tuple[Diagnostic, ...]) -> Report:
    def fixed(diagnostic: Diagnostic, applicability: Applicability) -> Diagnostic:
        return replace(diagnostic, fix=Fix("", applicability, (Edit(Span(0, 1), ""),)))

    poll, name, duration = diagnostics[1], diagnostics[3], diagnostics[4]
    polls = (poll, fixed(poll, "display"), poll)
    return Report((duration, fixed(duration, "unsafe"), *polls, fixed(name, "safe"), replace(name, fix=None)))


def test_the_most_frequent_rule_comes_first_and_equal_ones_by_id(mixed: Report, context: Context) -> None:
    assert "".join(table(mixed, context)) == (
        "3  [ ]  polls/unnamed-pollster      Poll cited without its pollster\n"
        "2  [*]  names/spelling              Name spelled in several ways\n"
        "2  [-]  timeline/duration-mismatch  Duration that the dates contradict\n"
        "[*] fixable with --fix, [-] with --unsafe-fixes\n"
    )


def test_nothing_of_nothing(context: Context) -> None:
    assert list(table(Report(()), context)) == []


def test_a_rule_counts_with_its_worst_level(diagnostics: tuple[Diagnostic, ...]) -> None:
    mild = replace(diagnostics[4], level="note")
    (count,) = counts(Report((mild, diagnostics[4], mild)), Context())
    assert (count.level, count.findings) == ("error", 3)


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_statistics_take_the_place_of_the_findings(name: str, mixed: Report, context: Context) -> None:
    text = "".join(REPORTERS[name](mixed, replace(context, statistics=True)))
    assert text.startswith("3  [ ]  polls/unnamed-pollster")
    assert "names no pollster" not in text


def test_json_has_them_besides_the_findings(mixed: Report, report: Report, context: Context) -> None:
    whole = replace(mixed, sources=report.sources)
    document = json.loads("".join(REPORTERS["json"](whole, replace(context, statistics=True))))
    assert len(document["diagnostics"]) == 7
    assert document["statistics"][2] == {
        "rule": "timeline/duration-mismatch",
        "title": "Duration that the dates contradict",
        "level": "error",
        "findings": 2,
        "fixable": 0,
        "fixable_unsafe": 1,
    }


def test_json_has_none_unless_asked(report: Report, context: Context) -> None:
    assert "statistics" not in json.loads("".join(REPORTERS["json"](report, context)))
