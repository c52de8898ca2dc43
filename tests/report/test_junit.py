from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from xmlschema import XMLSchema10

from linter.core.diagnostic import Diagnostic, Level
from linter.core.report import Report
from linter.core.source import Source
from linter.report.context import Context
from linter.report.junit import render

SCHEMA = Path(__file__).parent / "schema" / "junit-10.xsd"


@pytest.fixture(scope="module")
def schema() -> XMLSchema10:
    return XMLSchema10(str(SCHEMA))


def suites(report: Report, context: Context = Context()) -> dict[str, ElementTree.Element]:  # noqa: B008
    root = ElementTree.fromstring("".join(render(report, context)).encode())
    return {suite.attrib["name"]: suite for suite in root}


def test_report_is_valid(report: Report, context: Context, schema: XMLSchema10) -> None:
    assert not list(schema.iter_errors("".join(render(report, context))))
    assert not list(schema.iter_errors("".join(render(Report(()), context))))


def test_the_schema_refuses_an_unknown_attribute(report: Report, context: Context, schema: XMLSchema10) -> None:
    assert list(schema.iter_errors("".join(render(report, context)).replace("classname=", "class=")))


def test_a_suite_a_file_and_a_case_a_finding(report: Report) -> None:
    made = suites(report)
    assert list(made) == ["news/empty.md", "news/strike.md", "news/two words 100%.md", "rules/é.yaml"]
    strike = made["news/strike.md"]
    assert [case.attrib["name"] for case in strike] == [
        "polls/unnamed-pollster at 3:42",
        "sources/unattributed at 3:57",
        "names/spelling at 5:14",
        "timeline/duration-mismatch at 7:18",
    ]
    assert (strike.attrib["tests"], strike.attrib["failures"], strike.attrib["skipped"]) == ("4", "3", "1")


def test_a_file_without_findings_has_a_case_that_passes() -> None:
    (suite,) = suites(Report((), sources=(Source("clean.md", "One.\n"),))).values()
    (case,) = suite
    assert suite.attrib["tests"] == "1"
    assert list(case) == []


def test_a_problem_is_an_error(report: Report) -> None:
    (case,) = suites(report)["rules/é.yaml"]
    assert [child.tag for child in case] == ["error"]


@pytest.mark.parametrize(
    ("fail_level", "failing"),
    [("error", ["error"]), ("warning", ["error", "warning"]), ("note", ["error", "warning", "note"])],
)
def test_what_fails_is_what_fails_the_run(
    fail_level: Level, failing: list[str], diagnostics: tuple[Diagnostic, ...]
) -> None:
    levels: tuple[Level, ...] = ("error", "warning", "note")
    report = Report(tuple(replace(diagnostics[1], level=level) for level in levels))
    (suite,) = suites(report, Context(fail_level=fail_level)).values()
    tags = {level: case[0].tag for level, case in zip(levels, suite, strict=True)}
    assert [level for level in levels if tags[level] == "failure"] == failing
    assert set(tags.values()) <= {"failure", "skipped"}


def test_the_totals_are_the_sums_of_the_suites(report: Report) -> None:
    root = ElementTree.fromstring("".join(render(report, Context())).encode())
    for name in ("tests", "failures", "errors"):
        assert int(root.attrib[name]) == sum(int(suite.attrib[name]) for suite in root)
    assert int(root.attrib["tests"]) == len(list(root.iter("testcase")))


def test_what_xml_cannot_hold_is_spelled_out(diagnostics: tuple[Diagnostic, ...], schema: XMLSchema10) -> None:
    hard = "a\x00b\x0bc\x1bd\ufffee\uffff\ud800 <b> & \"quoted\" 'so' ]]> \u202e"
    report = Report((replace(diagnostics[1], message=hard, path="n<e>&\x07ws.md"),))
    text = "".join(render(report, Context()))
    assert not list(schema.iter_errors(text))
    root = ElementTree.fromstring(text.encode())
    assert root[0].attrib["name"] == "n<e>&<U+0007>ws.md"
    spelled = "a<U+0000>b<U+000B>c<U+001B>d<U+FFFE>e<U+FFFF><U+D800> <b> & \"quoted\" 'so' ]]> <U+202E>"
    assert root[0][0][0].attrib["message"] == spelled
    assert spelled in (root[0][0][0].text or "")


def test_related_places_stand_below_the_finding(report: Report) -> None:
    text = suites(report)["news/strike.md"][3][0].text or ""
    assert text.splitlines()[1:] == [
        "  news/strike.md:6:22: start",
        "  news/strike.md:6:1954: end: 3 months 27 days later",
        "  news/strike.md:7:4: the same event",
    ]
