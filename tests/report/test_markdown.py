from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Level
from linter.core.report import Report
from linter.report.context import Context
from linter.report.markdown import LONGEST, escaped, render
from linter.report.terminal import one_line

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
HARD = "a | b `c` *d* _e_ [f](https://g.example) <script>h</script> &amp; ~~i~~ \\ $j$ ![k](l) :tada: http://m.eu\n# n"


def page(markdown: str) -> Element:
    """The page that Markdown makes."""
    parsed: Element = html5lib.parse(pyromark.html(markdown, options=OPTIONS), namespaceHTMLElements=False)
    return parsed


def words(element: Element) -> str:
    """The text of an element as a reader sees it, without comments."""
    inside = "".join((words(child) if isinstance(child.tag, str) else "") + (child.tail or "") for child in element)
    return (element.text or "") + inside


def cells(report: Report) -> list[list[str]]:
    rows = page("".join(render(report, Context()))).iter("tr")
    return [[words(cell) for cell in row] for row in rows]


def test_a_table_a_file(report: Report) -> None:
    made = page("".join(render(report, Context(checked=3))))
    assert [heading.text for heading in made.iter("h3")] == ["news/empty.md", "news/strike.md", "Problems"]
    assert len(list(made.iter("table"))) == 2
    assert cells(report)[3] == [
        "3:42",
        "warning",
        "polls/unnamed-pollster",
        '"a recent poll" names no pollster: 62% of whom, and when?',
    ]


def test_words_of_an_article_are_no_markup(diagnostics: tuple[Diagnostic, ...]) -> None:
    hard = replace(diagnostics[1], message=HARD, path="a|b_c_<i>.md", related=())
    made = page("".join(render(Report((hard,)), Context())))
    assert cells(Report((hard,)))[1][3] == one_line(HARD)
    assert [heading.text for heading in made.iter("h3")] == ["a|b_c_<i>.md"]
    assert not {element.tag for element in made.iter() if isinstance(element.tag, str)} & {
        *("a", "script", "em", "strong", "code", "del", "img", "i"),
    }


@given(st.text(st.sampled_from("ab |`*_[](){}<>&~\\$!:/#@.-+=\n\t'\"0"), max_size=40))
def test_any_text_comes_out_as_it_is(text: str) -> None:
    """In a cell of a table, which is where the words of articles stand."""
    (cell,) = page(f"| a |\n|---|\n| x{escaped(text)}x |\n").iter("td")
    assert words(cell) == f"x{one_line(text)}x"


@pytest.mark.parametrize("text", ["@desk", "#12", "cc @desk/all", "norby#12"])
def test_nobody_is_mentioned(text: str) -> None:
    assert "<!-- -->" in escaped(text)
    assert text not in escaped(text)


def test_no_longer_than_a_comment_can_be(several: Callable[[Level, int], tuple[Diagnostic, ...]]) -> None:
    report = Report(several("warning", 2000))
    text = "".join(render(report, Context()))
    assert LONGEST * 0.9 < len(text) < 65_536
    listed = sum(line.startswith("| ") for line in text.splitlines()) - 1
    assert f"{2000 - listed} more findings in the full report.\n" in text


def test_related_places_stand_below_the_message(report: Report) -> None:
    assert cells(report)[4][3].endswith("nobody.news/two words 100%.md:2:1 the council says the opposite")


def test_statistics_are_a_table(report: Report, context: Context) -> None:
    text = "".join(render(report, replace(context, statistics=True)))
    assert "| 1 | timeline/duration-mismatch | Duration that the dates contradict |" in text
