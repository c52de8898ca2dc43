from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Place
from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.core.span import Span
from linter.report.context import Context
from linter.report.frame import canvas_for, frames, problem_frame
from linter.report.full import render
from linter.report.terminal import cells, painter
from linter.report.window import window


def place_in(source: Source, words: str, message: str = "") -> Place:
    start = source.text.index(words)
    first, last = source.position(start), source.position(start + len(words))
    span = Span(start, start + len(words))
    return Place(source.path, first.line, first.column, last.line, last.column, words, message, span)


def rows(source: Source, words: str, *related: Place, width: int = 100) -> list[str]:
    at = place_in(source, words)
    lines = (at.line, at.column, at.end_line, at.end_column)
    made = Diagnostic("a/b", "warning", "high", "m", at.path, *lines, words, related, None, "f", at.span)
    return list(frames(made, {source.path: source}, canvas_for(made, width, painter(False))))


def test_marks_on_one_line_share_a_row() -> None:
    source = Source("a.md", "It opened in May and closed in June after two years.\n")
    related = (place_in(source, "in May", "opening"), place_in(source, "in June", "closing"))
    assert rows(source, "two years", *related) == [
        " --> a.md:1:43",
        "  |",
        "1 | It opened in May and closed in June after two years.",
        "  |           ------            -------       ^^^^^^^^^",
        "  |           |                 |",
        "  |           |                 closing",
        "  |           opening",
    ]


def test_lines_are_in_order_and_numbers_right_aligned() -> None:
    source = Source("a.md", "\n" * 8 + "one\ntwo\nthree\n")
    printed = rows(source, "two", place_in(source, "three", "later"), place_in(source, "one", "earlier"))
    assert printed == [
        "  --> a.md:10:1",
        "   |",
        " 9 | one",
        "   | --- earlier",
        "10 | two",
        "   | ^^^",
        "11 | three",
        "   | ----- later",
    ]


def test_a_place_over_many_lines_shows_its_first_and_last() -> None:
    source = Source("a.md", "one two\nthree\nfour\nfive\nsix seven\n")
    assert rows(source, "two\nthree\nfour\nfive\nsix")[2:] == [
        "1 | one two",
        "  |     ^^^",
        "5 | six seven",
        "  | ^^^",
    ]


def test_a_place_that_ends_with_its_line_break_stays_on_its_line() -> None:
    assert rows(Source("a.md", "one two\nthree\n"), "two\n")[2:] == ["1 | one two", "  |     ^^^"]


def test_carets_win_over_dashes() -> None:
    source = Source("a.md", "one two three")
    assert rows(source, "two", place_in(source, "one two three", "all"))[3] == "  | ----^^^------ all"


def test_a_related_place_without_its_text_is_told_in_words() -> None:
    source, other = Source("a.md", "one"), Source("b.md", "two")
    assert rows(source, "one", place_in(other, "two", "elsewhere"))[-2:] == [
        " ::: b.md:1:1",
        "  = see: b.md:1:1: elsewhere",
    ]


def test_a_finding_without_its_text_is_still_told(diagnostics: tuple[Diagnostic, ...]) -> None:
    printed = "".join(render(Report(diagnostics[1:2]), Context(checked=1)))
    assert printed.splitlines()[1:3] == [" --> news/strike.md:3:42", "  = help: factlint rule polls/unnamed-pollster"]


@pytest.mark.parametrize(
    ("applicability", "hint"), [("safe", "--fix"), ("unsafe", "--fix --unsafe-fixes"), ("display", None)]
)
def test_how_to_apply_a_fix(applicability: str, hint: str | None, report: Report) -> None:
    fixed = next(diagnostic for diagnostic in report.diagnostics if diagnostic.fix)
    assert fixed.fix
    changed = replace(fixed, fix=replace(fixed.fix, applicability=applicability))  # type: ignore[arg-type]
    printed = "".join(render(replace(report, diagnostics=(changed,)), Context()))
    expected = f" ({hint} applies it)" if hint else ""
    assert f'= help: write "Tsai Ing-wen"{expected}\n' in printed


def test_the_window_begins_with_the_sentence_if_it_fits() -> None:
    line = "A first sentence that is long. " * 5 + "Then the walkout began at noon. " + "And more of it. " * 20
    start = line.index("began")
    assert window(line, start, start + 5, 60).text == "… Then the walkout began at noon. And more of it. And more …"


def test_the_window_moves_to_the_words_when_their_sentence_does_not_fit() -> None:
    line = "word " * 400 + "target " + "word " * 400
    start = line.index("target")
    shown = window(line, start, start + 6, 40).text
    assert shown == "… word word target word word word word …"


def test_a_window_never_splits_a_character_from_its_accents() -> None:
    line = "e\u0301" * 300
    shown = window(line, 300, 302, 30)
    assert line[shown.start] == "e"
    assert shown.end == len(line) or line[shown.end] == "e"


LINES = st.text(st.sampled_from("ab. \t\u0301é“😀蔡\u202e\x07"), min_size=1, max_size=400)


@given(LINES, st.data(), st.integers(30, 120))
def test_a_window_fits_and_shows_the_beginning_of_the_words(line: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    view = window(line, start, end, width)
    assert cells(view.text) <= width
    assert view.start <= start <= view.end
    assert view.cell(start) <= view.cell(end) <= width
    assert not re.search("[\t\x07\u202e]", view.text)


def test_a_frame_costs_no_more_on_an_endless_line() -> None:
    line = "word " * 400_000
    for start in range(0, len(line), 10_000):
        assert window(line, start, start + 4, 100).text


def test_problem_frame() -> None:
    problem = Problem("rules/a.yaml", 12, 3, "unknown key 'mesage'", "did you mean 'message'?", "  mesage: x\x1b")
    assert problem_frame(problem) == (
        "error: unknown key 'mesage'\n"
        "  --> rules/a.yaml:12:3\n"
        "   |\n"
        "12 |   mesage: x<U+001B>\n"
        "   |   ^\n"
        "   = help: did you mean 'message'?\n"
    )


def test_problem_frame_without_a_line() -> None:
    assert problem_frame(Problem("a.md", 1, 1, "cannot be read")) == "error: cannot be read\n --> a.md:1:1\n"


def test_problem_frame_past_the_end_of_its_line() -> None:
    assert problem_frame(Problem("a.yaml", 1, 99, "ends too soon", frame="id: x")).splitlines()[-1] == "  |      ^"
