from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Level
from linter.core.report import Report
from linter.report.context import Context
from linter.report.github import annotation, inert, render

Several = Callable[[Level, int], tuple[Diagnostic, ...]]


def commands(report: Report, name: str) -> list[str]:
    return [line for line in "".join(render(report, Context())).splitlines() if line.startswith(f"::{name} ")]


def test_escapes_percent_first_then_colon_comma_and_line_breaks(diagnostics: tuple[Diagnostic, ...]) -> None:
    hard = replace(diagnostics[1], rule="a/b", path="50%, a:b\n.md", message="62% said: yes,\r\nno %0A")
    assert annotation(hard, Context()) == (
        "::warning title=factlint (a/b),file=50%25%2C a%3Ab%0A.md,line=3,endLine=3,col=42,endColumn=55"
        "::62%25 said: yes,%0D%0Ano %250A"
    )


def test_controls_are_spelled_out(diagnostics: tuple[Diagnostic, ...]) -> None:
    assert annotation(replace(diagnostics[1], message="a\x1b[2Jb\u202e"), Context()).endswith("::a<U+001B>[2Jb<U+202E>")


def test_columns_only_when_the_place_is_on_one_line(diagnostics: tuple[Diagnostic, ...]) -> None:
    assert "col=" not in annotation(diagnostics[2], Context())
    assert "line=3,endLine=4::" in annotation(diagnostics[2], Context())


def test_file_is_relative_to_the_root(diagnostics: tuple[Diagnostic, ...]) -> None:
    assert ",file=a.md," in annotation(replace(diagnostics[1], path="/home/desk/a.md"), Context(root="/home/desk"))


def test_ten_of_each_kind_and_a_notice_of_the_others(several: Several) -> None:
    report = Report(several("warning", 25) + several("error", 12) + several("note", 3))
    assert len(commands(report, "error")) == 10
    assert len(commands(report, "warning")) == 10
    assert len(commands(report, "notice")) == 4
    assert commands(report, "notice")[-1] == "::notice title=factlint::17 more findings in the log"


def test_the_closing_notice_is_one_of_the_ten(several: Several) -> None:
    report = Report(several("note", 11))
    assert len(commands(report, "notice")) == 10
    assert commands(report, "notice")[-1].endswith("::2 more findings in the log")
    assert len(commands(Report(several("note", 10)), "notice")) == 10


def test_worst_and_surest_first(several: Several) -> None:
    unsure = tuple(replace(each, confidence="low") for each in several("warning", 10))
    sure = (replace(several("warning", 1)[0], line=99, end_line=99),)
    lines = "".join(render(Report(unsure + sure + several("error", 1)), Context())).splitlines()
    sent = [line for line in lines if line.startswith(("::error ", "::warning "))]
    assert sent[0].startswith("::error ")
    assert "line=99" in sent[1]
    assert len(sent) == 11


def test_the_log_holds_everything(several: Several) -> None:
    log = "".join(render(Report(several("warning", 25)), Context())).splitlines()
    assert log[0] == "::group::news/strike.md"
    assert log[26] == "::endgroup::"
    assert all(line.startswith("news/strike.md:") for line in log[1:26])


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("a.md:1:1: note[a/b] it's ##[error] here", "a.md:1:1: note[a/b] it's # #[error] here"),
        ("::add-mask::a.md:1:1: note", "./::add-mask::a.md:1:1: note"),
        ("a.md:1:1: 50% ::error::", "a.md:1:1: 50% ::error::"),
    ],
)
def test_the_log_gives_no_commands(line: str, printed: str) -> None:
    assert inert(line) == printed
