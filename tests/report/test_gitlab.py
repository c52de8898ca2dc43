from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Level
from linter.core.report import Report
from linter.report.context import Context
from linter.report.gitlab import render

SCHEMA = Path(__file__).parent / "schema" / "gitlab-code-quality.json"


def issues(report: Report, context: Context) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads("".join(render(report, context)))
    return made


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def test_report_is_valid(report: Report, context: Context, validator: Draft202012Validator) -> None:
    assert len(issues(report, context)) == 5
    assert not list(validator.iter_errors(issues(report, context)))
    assert issues(Report(()), context) == []


@pytest.mark.parametrize("field", ["description", "check_name", "fingerprint", "severity", "location"])
def test_the_schema_refuses_an_issue_without_a_field(
    field: str, report: Report, context: Context, validator: Draft202012Validator
) -> None:
    made = issues(report, context)
    del made[0][field]
    assert list(validator.iter_errors(made))


def test_fingerprints_of_three_equal_findings_differ(diagnostics: tuple[Diagnostic, ...]) -> None:
    equal = (diagnostics[1],) * 3
    prints = [issue["fingerprint"] for issue in issues(Report(equal), Context())]
    assert len(set(prints)) == 3


def test_a_fingerprint_stays_when_its_text_moves_and_differs_in_another_file(
    diagnostics: tuple[Diagnostic, ...],
) -> None:
    moved = replace(diagnostics[1], line=90, end_line=90)
    elsewhere = replace(diagnostics[1], path="b.md")
    first, second, third = (issues(Report((each,)), Context())[0] for each in (diagnostics[1], moved, elsewhere))
    assert first["fingerprint"] == second["fingerprint"] != third["fingerprint"]


@pytest.mark.parametrize(("level", "severity"), [("error", "major"), ("warning", "minor"), ("note", "info")])
def test_severities(level: Level, severity: str, diagnostics: tuple[Diagnostic, ...]) -> None:
    (issue,) = issues(Report((replace(diagnostics[1], level=level),)), Context())
    assert issue["severity"] == severity


def test_the_description_begins_with_the_rule(diagnostics: tuple[Diagnostic, ...]) -> None:
    (issue,) = issues(Report((diagnostics[1],)), Context())
    assert issue["description"] == 'polls/unnamed-pollster: "a recent poll" names no pollster: 62% of whom, and when?'


@pytest.mark.parametrize(
    ("path", "environment", "printed"),
    [
        ("./a.md", {}, "a.md"),
        ("/home/desk/a.md", {}, "a.md"),
        ("/builds/desk/news/a.md", {"CI_PROJECT_DIR": "/builds/desk"}, "news/a.md"),
    ],
)
def test_paths_are_relative_to_the_project(
    path: str, environment: dict[str, str], printed: str, diagnostics: tuple[Diagnostic, ...]
) -> None:
    context = Context(root="/home/desk", environment=environment)
    (issue,) = issues(Report((replace(diagnostics[1], path=path),)), context)
    assert issue["location"]["path"] == printed
