from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from linter.core.report import Report
from linter.report import REPORTERS
from linter.report.context import Context

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("name", REPORTERS)
def test_reporter_on_difficult_articles(name: str, report: Report, context: Context, golden: Golden) -> None:
    golden(f"report/{name}.txt", "".join(REPORTERS[name](report, context)))


def test_the_articles_hold_what_makes_reporting_hard(report: Report) -> None:
    strike, texts = report.sources[0], [source.text for source in report.sources]
    for character in ("é", "“", "”", "—", "😀", "e\u0301", "\t", "\r\n", "\u202e"):
        assert character in strike.text
    assert max(len(strike.line_text(line)) for line in range(1, len(strike.line_starts) + 1)) >= 2000
    assert strike.bom
    assert not strike.text.endswith(("\n", "\r"))
    assert "" in texts
    assert {each.line for each in report.diagnostics if each.path == strike.path} == {3, 5, 7}
    assert {place.line for each in report.diagnostics for place in each.related if place.path == strike.path} >= {6}


@pytest.mark.parametrize("name", REPORTERS)
def test_reporter_without_findings(name: str, context: Context, golden: Golden) -> None:
    golden(f"report/{name}-clean.txt", "".join(REPORTERS[name](Report(()), context)))


@pytest.mark.parametrize("name", ["full", "concise"])
def test_reporter_in_colour(name: str, report: Report, context: Context, golden: Golden) -> None:
    golden(f"report/{name}-color.txt", "".join(REPORTERS[name](report, replace(context, color=True))))


def test_full_in_a_narrow_terminal(report: Report, context: Context, golden: Golden) -> None:
    golden("report/full-narrow.txt", "".join(REPORTERS["full"](report, replace(context, width=44))))


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_ends_its_last_line_and_never_writes_a_raw_control(
    name: str, report: Report, context: Context
) -> None:
    text = "".join(REPORTERS[name](report, context))
    assert text.endswith("\n")
    assert not set(text) & set("\r\t\x1b\u202e\u202c")


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_report_gives_the_same_text(name: str, report: Report, context: Context) -> None:
    assert list(REPORTERS[name](report, context)) == list(REPORTERS[name](report, context))


def test_json_lines_are_the_diagnostics_of_the_json_report(report: Report, context: Context) -> None:
    document = json.loads("".join(REPORTERS["json"](report, context)))
    lines = "".join(REPORTERS["jsonl"](report, context)).splitlines()
    assert [json.loads(line) for line in lines] == document["diagnostics"]
    assert document["version"] == 1


def test_json_gives_edits_as_lines_and_columns(report: Report, context: Context) -> None:
    document = json.loads("".join(REPORTERS["json"](report, context)))
    (fixed,) = (each for each in document["diagnostics"] if each["fix"])
    # a tab, five code points of Café with a combining accent, a space, "owner", a tab
    place = {"line": 5, "column": 14, "end_line": 5, "end_column": 17}
    assert {key: fixed[key] for key in place} == place
    assert fixed["fix"] == {
        "message": 'write "Tsai Ing-wen"',
        "applicability": "safe",
        "edits": [{**place, "replacement": "Tsai Ing-wen"}],
    }
