from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Edit, Fix
from linter.core.report import Report
from linter.core.source import Source
from linter.core.span import Span
from linter.report.context import Context, RuleInfo
from linter.report.rdjson import render

SCHEMA = Path(__file__).parent / "schema" / "rdjson.json"


def result(report: Report, context: Context) -> dict[str, Any]:
    made: dict[str, Any] = json.loads("".join(render(report, context)))
    return made


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def test_report_is_valid(report: Report, context: Context, validator: Draft202012Validator) -> None:
    assert not list(validator.iter_errors(result(report, context)))
    assert result(Report(()), context) == {"source": {"name": "factlint"}, "diagnostics": []}


def test_the_schema_refuses_a_field_that_reviewdog_does_not_know(
    report: Report, context: Context, validator: Draft202012Validator
) -> None:
    made = result(report, context)
    made["diagnostics"][0]["location"]["range"]["start"]["col"] = 3
    assert list(validator.iter_errors(made))


def test_columns_are_bytes(report: Report) -> None:
    """Each range cuts the words of its place out of the line, taken as UTF-8."""
    lines = {source.path: source.text.encode() for source in report.sources}
    made = result(report, Context())["diagnostics"]
    for diagnostic, entry in zip(report.diagnostics, made, strict=True):
        start, end = entry["location"]["range"]["start"], entry["location"]["range"]["end"]
        text = lines[diagnostic.path].replace(b"\r\n", b"\n").split(b"\n")
        if start["line"] == end["line"]:
            cut = text[start["line"] - 1][start["column"] - 1 : end["column"] - 1]
            assert cut.decode() == diagnostic.text
    assert made[1]["location"]["range"]["start"] == {"line": 3, "column": 52}


def test_suggestions_are_in_bytes_too(report: Report) -> None:
    (entry,) = (each for each in result(report, Context())["diagnostics"] if "suggestions" in each)
    assert entry["suggestions"] == [{"range": entry["location"]["range"], "text": "Tsai Ing-wen"}]


def test_an_insertion_is_an_empty_range(diagnostics: tuple[Diagnostic, ...]) -> None:
    source = Source(diagnostics[1].path, "“é” x\n" * 4)
    fixed = replace(diagnostics[1], fix=Fix("say", "display", (Edit(Span(4, 4), "y"),)))
    (entry,) = result(Report((fixed,), sources=(source,)), Context())["diagnostics"]
    place = {"line": 1, "column": 10}
    assert entry["suggestions"] == [{"range": {"start": place, "end": place}, "text": "y"}]


def test_related_places_are_locations_of_their_own_files(report: Report) -> None:
    spread = result(report, Context())["diagnostics"][2]
    (related,) = spread["relatedLocations"]
    assert related["message"] == "the council says the opposite"
    assert related["location"]["path"] == "news/two words 100%.md"
    assert related["location"]["range"]["start"] == {"line": 2, "column": 1}


def test_severities_and_the_worst_of_them(report: Report) -> None:
    made = result(report, Context())
    assert made["severity"] == "ERROR"
    assert [entry["severity"] for entry in made["diagnostics"]] == ["INFO", "WARNING", "WARNING", "INFO", "ERROR"]


def test_the_page_of_a_rule_is_its_url(diagnostics: tuple[Diagnostic, ...]) -> None:
    rule = RuleInfo(diagnostics[1].rule, "", "", "note", "high", help_uri="https://example.org/a")
    (entry,) = result(Report((diagnostics[1],)), Context((rule,)))["diagnostics"]
    assert entry["code"] == {"value": "polls/unnamed-pollster", "url": "https://example.org/a"}
