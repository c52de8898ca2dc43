from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.core.source import Source
from linter.report.context import Context, RuleInfo
from linter.report.sarif import render
from linter.report.sarif_message import message_text
from linter.report.sarif_rule import descriptor, shortened

SCHEMA = Path(__file__).parent / "schema" / "sarif-2.1.0.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


@pytest.fixture
def run(report: Report, context: Context) -> dict[str, Any]:
    return run_of(report, context)


def run_of(report: Report, context: Context) -> dict[str, Any]:
    (run,) = json.loads("".join(render(report, context)))["runs"]
    return run


def nodes(value: Any, key: str) -> Iterator[Any]:
    """Every value of a key, however deep."""
    if isinstance(value, dict):
        yield from ([value[key]] if key in value else [])
        value = list(value.values())
    for member in value if isinstance(value, list) else ():
        yield from nodes(member, key)


def test_log_is_valid(report: Report, context: Context, validator: Draft202012Validator) -> None:
    assert not list(validator.iter_errors(json.loads("".join(render(report, context)))))
    assert not list(validator.iter_errors(json.loads("".join(render(Report(()), Context())))))


def test_the_schema_refuses_what_is_not_sarif(
    report: Report, context: Context, validator: Draft202012Validator
) -> None:
    log = json.loads("".join(render(report, context)))
    log["runs"][0]["results"][0]["severity"] = "error"
    assert list(validator.iter_errors(log))


def test_columns_are_utf16_and_the_run_says_so(run: dict[str, Any]) -> None:
    assert run["columnKind"] == "utf16CodeUnits"
    poll = next(result for result in run["results"] if result["ruleId"] == "polls/unnamed-pollster")
    # “A naïve plan” — 😀 said 62% of voters in a recent poll: 41 code points before, one of them two code units
    region = poll["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 43, "endLine": 3, "endColumn": 56}


def test_all_four_bounds_are_there_and_count_from_one(run: dict[str, Any]) -> None:
    regions = list(nodes(run, "region"))
    assert len(regions) >= 10
    for region in regions:
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert min(region.values()) >= 1


def test_rules_do_not_depend_on_results(report: Report, context: Context) -> None:
    backwards = replace(context, rules=tuple(reversed(context.rules)))
    driver = run_of(report, context)["tool"]["driver"]
    assert driver == run_of(Report(()), backwards)["tool"]["driver"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == sorted(set(ids))
    assert "names/never-reported" in ids


def test_rule_index_points_at_the_rule(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_a_result_of_a_rule_that_is_not_listed_has_no_index(report: Report) -> None:
    assert not any("ruleIndex" in result for result in run_of(report, Context())["results"])


def test_rules_keep_the_limits() -> None:
    tags = tuple(f"tag{number}" for number in range(30))
    described = descriptor(
        RuleInfo("a/b", "t" * 3000, "One sentence. " * 300, "note", "low", tags, (), "https://e.org/a")
    )
    assert len(described["name"]) <= 255
    assert len(described["shortDescription"]["text"]) <= 1024
    assert len(described["fullDescription"]["text"]) <= 1024
    assert described["fullDescription"]["text"].endswith("One sentence.")
    assert described["properties"] == {
        "tags": ["a", *tags[:9]],
        "precision": "low",
        "problem.severity": "recommendation",
    }
    assert described["helpUri"] == "https://e.org/a"
    assert "<https://e.org/a>" in described["help"]["markdown"]


def test_no_security_severity(run: dict[str, Any]) -> None:
    assert not list(nodes(run, "security-severity"))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Short.", "Short."),
        ("He said so. And then some more words", "He said so."),
        ("“He said so.” And then some more words", "“He said so.”"),
        ("one two three four five six", "one two three four…"),
        ("x" * 40, "x" * 19 + "…"),
    ],
)
def test_shortened(text: str, short: str) -> None:
    assert shortened(text, 20) == short


def test_every_related_place_is_linked_from_the_message(run: dict[str, Any]) -> None:
    duration = next(result for result in run["results"] if result["ruleId"] == "timeline/duration-mismatch")
    assert [place["id"] for place in duration["relatedLocations"]] == [1, 2, 3]
    assert duration["message"]["text"] == (
        '"seven months" does not match the dates given. '
        "See [start](1), [end: 3 months 27 days later](2), [the same event](3)."
    )


def test_words_of_an_article_make_no_link(diagnostics: tuple[Diagnostic, ...]) -> None:
    assert message_text(replace(diagnostics[1], message='"[the page](1)" [sic]')) == r'"\[the page\](1)" [sic]'
    place = replace(diagnostics[2].related[0], message="see [1] \\ here")
    assert message_text(replace(diagnostics[1], message="Why?", related=(place,))) == (
        "Why? See [see \\[1\\] \\\\ here](1)."
    )


def test_suppressed_findings_say_by_what(run: dict[str, Any]) -> None:
    suppressions = [result["suppressions"] for result in run["results"] if "suppressions" in result]
    assert suppressions == [
        [{"kind": "inSource", "justification": "agreed with the desk"}],
        [{"kind": "external"}],
    ]


def test_problems_make_the_run_unsuccessful(run: dict[str, Any], context: Context) -> None:
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "unknown key 'mesage' (did you mean 'message'?)"
    # column 9 in code points, behind one character of two code units
    assert notification["locations"][0]["physicalLocation"]["region"]["startColumn"] == 10
    assert run_of(Report(()), context)["invocations"][0]["executionSuccessful"] is True


def test_fingerprints_and_category(run: dict[str, Any]) -> None:
    assert run["automationDetails"] == {"id": "factlint/"}
    assert all(set(result["partialFingerprints"]) == {"factlint/v1"} for result in run["results"])


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./news/a b.md", "news/a%20b.md"),
        ("/home/desk/news/100%.md", "news/100%25.md"),
        ("news/café:1#x?.md", "news/caf%C3%A9%3A1%23x%3F.md"),
        ("/elsewhere/a.md", "file:///elsewhere/a.md"),
        ("/home/desktop/a.md", "file:///home/desktop/a.md"),
    ],
)
def test_uris(path: str, uri: str, diagnostics: tuple[Diagnostic, ...], context: Context) -> None:
    report = Report((replace(diagnostics[1], path=path),), sources=(Source(path, "x\n" * 5),))
    (artifact,) = nodes(run_of(report, context), "artifactLocation")
    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) is not uri.startswith("file:")
