from __future__ import annotations

import pytest
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Edit, Fix
from linter.core.report import Report
from linter.core.span import Span
from linter.report.concise import render as concise
from linter.report.context import Context
from linter.report.paths import relative_path
from linter.report.summary import summary
from linter.report.terminal import ColorChoice, cells, line_width, one_line, use_color, visible


@pytest.mark.parametrize(
    ("choice", "environment", "is_terminal", "coloured"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "1", "TERM": "dumb"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(choice: ColorChoice, environment: dict[str, str], is_terminal: bool, coloured: bool) -> None:
    assert use_color(choice, environment, is_terminal) is coloured


@pytest.mark.parametrize(
    ("environment", "is_terminal", "columns"),
    [({}, False, 100), ({"COLUMNS": "72"}, False, 100), ({"COLUMNS": "72"}, True, 72), ({"COLUMNS": "5"}, True, 40)],
)
def test_width(environment: dict[str, str], is_terminal: bool, columns: int) -> None:
    assert line_width(environment, is_terminal) == columns


@pytest.mark.parametrize(
    ("text", "columns"),
    [("plain", 5), ("é", 1), ("e\u0301", 1), ("“—”", 3), ("😀", 2), ("蔡英文", 6), ("ｆ", 2), ("\u200d", 0), ("", 0)],
)
def test_cells(text: str, columns: int) -> None:
    assert cells(text) == columns


@pytest.mark.parametrize(
    "number", [*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xD83D]
)
def test_tricks_are_spelled_out(number: int) -> None:
    assert visible(f"a{chr(number)}b") == f"a<U+{number:04X}>b"


def test_honest_text_stays() -> None:
    assert visible("“naïve” — 😀 Cafe\u0301 蔡\u200d\xa0") == "“naïve” — 😀 Cafe\u0301 蔡\u200d\xa0"
    assert one_line("a\r\nb\tc\u202e") == "a\\r\\nb\\tc<U+202E>"


def test_concise_is_one_line_whatever_the_message(diagnostics: tuple[Diagnostic, ...]) -> None:
    hard = replace(diagnostics[1], path="a\nb.md", message="one\ntwo\x1b[31m")
    assert "".join(concise(Report((hard,)), Context())) == (
        "a\\nb.md:3:42: warning[polls/unnamed-pollster] one\\ntwo<U+001B>[31m\n"
    )


def test_summary_of_a_clean_run_is_one_line() -> None:
    assert summary(Report(()), Context(checked=1)) == "No findings in 1 article."


def test_summary_says_what_is_not_shown(diagnostics: tuple[Diagnostic, ...]) -> None:
    hidden = tuple(replace(diagnostics[0], confidence=level) for level in ("low", "medium", "low"))
    assert summary(Report((), hidden=hidden), Context(checked=2)) == (
        "No findings in 2 articles.\nNot shown: 1 of medium confidence, 2 of low confidence."
    )


def test_summary_counts_the_fixes_that_change_something(diagnostics: tuple[Diagnostic, ...]) -> None:
    edits = (Edit(Span(0, 1), ""),)
    fixes = (Fix("", "safe", edits), Fix("", "unsafe", edits), Fix("", "display", edits), Fix("", "safe", ()), None)
    report = Report(tuple(replace(diagnostics[0], fix=fix) for fix in fixes))
    assert summary(report, Context(checked=1)).splitlines() == [
        "5 findings in 1 article: 5 notes.",
        "Fixable with --fix: 1.",
        "Fixable with --fix --unsafe-fixes: 1 more.",
    ]


@pytest.mark.parametrize(
    ("path", "root", "relative"),
    [
        ("a/./b/../c.md", "/r", "a/c.md"),
        ("/r/a.md", "/r/", "a.md"),
        ("/ra.md", "/r", "/ra.md"),
        ("a.md", "", "a.md"),
        ("/r/a.md", "/", "r/a.md"),
    ],
)
def test_relative_path(path: str, root: str, relative: str) -> None:
    assert relative_path(path, root) == relative
