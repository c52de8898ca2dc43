from __future__ import annotations

from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.report.context import Context
from linter.report.grouped import render


def test_a_block_a_file_with_places_in_a_column(diagnostics: tuple[Diagnostic, ...]) -> None:
    near, far = diagnostics[1], replace(diagnostics[1], line=120, column=7, level="note", message="again")
    other = replace(diagnostics[1], path="news/z.md")
    assert "".join(render(Report((near, far, other)), Context(checked=2))) == (
        "news/strike.md (2 findings)\n"
        '   3:42  warning[polls/unnamed-pollster] "a recent poll" names no pollster: 62% of whom, and when?\n'
        "  120:7  note[polls/unnamed-pollster] again\n"
        "\n"
        "news/z.md (1 finding)\n"
        '  3:42  warning[polls/unnamed-pollster] "a recent poll" names no pollster: 62% of whom, and when?\n'
        "\n"
        "3 findings in 2 articles: 2 warnings, 1 note.\n"
    )


def test_one_line_a_finding_whatever_the_message(diagnostics: tuple[Diagnostic, ...]) -> None:
    hard = replace(diagnostics[1], path="a\nb.md", message="one\ntwo\x1b[31m")
    lines = "".join(render(Report((hard,)), Context())).splitlines()
    assert lines[:2] == ["a\\nb.md (1 finding)", "  3:42  warning[polls/unnamed-pollster] one\\ntwo<U+001B>[31m"]
