from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Level, Place
from linter.core.report import Report
from linter.core.source import Source
from linter.core.span import Span
from linter.report.context import Context, RuleInfo
from linter.report.html_head import asset
from linter.report.html_report import render
from linter.report.terminal import in_frame

HOSTILE = (
    "<script>stolen = 1</script><img src=//e.example/x onerror=alert(1)>\" onclick='x' &lt; <!-- </style></script>"
)


def page(report: Report, context: Context = Context()) -> Element:  # noqa: B008
    """The page, which must be HTML without a single mistake."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    parsed: Element = parser.parse("".join(render(report, context)))
    return parsed


def elements(parsed: Element, name: str, kind: str = "") -> list[Element]:
    """The elements of a name, and of a class if one is given, in order."""
    return [each for each in parsed.iter(name) if not kind or kind in each.attrib.get("class", "").split()]


def words(element: Element) -> str:
    return "".join(element.itertext())


def diagnostic(source: Source, start: int, end: int, level: Level = "warning", *related: tuple[int, int]) -> Diagnostic:
    def place(start: int, end: int) -> Place:
        first, last = source.position(start), source.position(end)
        text = source.text[start:end]
        return Place(source.path, first.line, first.column, last.line, last.column, text, "why", Span(start, end))

    at = place(start, end)
    lines = (at.line, at.column, at.end_line, at.end_column)
    others = tuple(place(*pair) for pair in related)
    return Diagnostic("a/b", level, "high", "said", at.path, *lines, at.text, others, None, "f", at.span)


def test_the_page_is_valid(report: Report, context: Context) -> None:
    page(report, context)
    page(Report(()), context)
    page(Report(report.diagnostics), Context())


def test_every_link_leads_somewhere_and_no_id_stands_twice(report: Report, context: Context) -> None:
    parsed = page(report, context)
    ids = Counter(each.attrib["id"] for each in parsed.iter() if "id" in each.attrib)
    assert set(ids.values()) == {1}
    targets = {link.attrib["href"] for link in elements(parsed, "a") if link.attrib["href"].startswith("#")}
    assert {target[1:] for target in targets} <= set(ids)
    assert {"#finding-5", "#place-5", "#place-5-1", "#place-5-2", "#rule-timeline/duration-mismatch"} <= targets


def test_each_finding_is_a_note_beside_its_line(report: Report, context: Context) -> None:
    parsed = page(report, context)
    notes = {note.attrib["id"]: words(note) for note in elements(parsed, "section", "finding")}
    assert list(notes) == [f"finding-{number}" for number in range(1, 6)]
    passages = elements(parsed, "div", "passage")
    (beside,) = (each for each in passages if "finding-5" in {note.attrib.get("id") for note in each.iter("section")})
    assert beside[0].attrib["data-line"] == "7"
    assert words(beside[0]) == "It ended <U+202E>after<U+202C> seven months"
    assert "7:18" in notes["finding-5"]
    assert "line 6: “30 June 2025” — end: 3 months 27 days later" in notes["finding-5"]


def test_nothing_of_an_article_is_obeyed(diagnostics: tuple[Diagnostic, ...]) -> None:
    source = Source(f"{HOSTILE}.md", f"{HOSTILE}\n\n{HOSTILE} again\n")
    other = Source("b.txt", HOSTILE)
    related = diagnostic(other, 0, 8).related or (
        Place("b.txt", 1, 1, 1, 9, HOSTILE, HOSTILE, Span(0, 8)),
        Place(f"gone/{HOSTILE}", 1, 1, 1, 9, HOSTILE, HOSTILE, Span(0, 8)),
    )
    told = replace(diagnostic(source, 0, 60), rule=f"a/{HOSTILE}", message=HOSTILE, related=related)
    rule = RuleInfo(told.rule, HOSTILE, f"{HOSTILE}\n\n{HOSTILE}", "note", "high", (), ("javascript:alert(1)", HOSTILE))
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)  # an id with a space is no error worth stopping for
    parsed: Element = parser.parse("".join(render(Report((told,), sources=(source, other)), Context((rule,)))))
    assert [words(script) for script in elements(parsed, "script")] == [asset("page.js")]
    assert elements(parsed, "img") == []
    attributes = [(name, value) for each in parsed.iter() for name, value in each.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("style", "src", "srcdoc")]
    assert not [value for name, value in attributes if name == "href" and not value.startswith(("#", "data:,"))]
    assert elements(parsed, "h2")[0].text == f"{HOSTILE}.md"


def test_the_policy_names_the_style_and_the_script_and_nothing_else(report: Report, context: Context) -> None:
    parsed = page(report, context)
    (policy,) = (meta.attrib["content"] for meta in elements(parsed, "meta") if "http-equiv" in meta.attrib)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for name in ("style", "script"):
        (element,) = elements(parsed, name)
        digest = base64.b64encode(hashlib.sha256(words(element).encode()).digest()).decode()
        assert rules.pop(f"{name}-src") == f"'sha256-{digest}'"
    assert rules == {"default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
    assert not [each for each in parsed.iter() if "style" in each.attrib or "src" in each.attrib]


def test_the_style_asks_for_nothing() -> None:
    assert not re.search(r"url\(|@import|https?:", asset("page.css"))
    assert not re.search(r"fetch|XMLHttpRequest|WebSocket|import\s*\(|https?:|innerHTML|eval", asset("page.js"))


TEXT = st.text(st.sampled_from("ab c.\n\r\t<&\"'é“😀\u0301\u202e#*_-[]`"), min_size=1, max_size=60)


@given(TEXT, st.sampled_from(["a.md", "a.txt", "a.html"]), st.data())
def test_every_line_is_shown_whole_and_every_place_marked_exactly(
    path_text: str, path: str, data: st.DataObject
) -> None:
    """Whatever spans overlap: the lines are those of the source, and the marks of a place hold its words."""
    source = Source(path, path_text)
    offsets = st.integers(0, len(source.text))
    pairs = st.tuples(offsets, offsets).map(sorted).map(tuple)
    levels = st.sampled_from(["error", "warning", "note"])
    made = st.builds(
        lambda at, level, related: diagnostic(source, *at, level, *related), pairs, levels, st.lists(pairs)
    )
    told = tuple(data.draw(st.lists(made, min_size=1, max_size=4)))
    parsed = page(Report(told, sources=(source,)))
    shown = {int(line.attrib["data-line"]): words(line) for line in elements(parsed, "p", "line")}
    for number in range(1, len(source.line_starts) + 1):
        expected = in_frame(source.line_text(number))
        assert shown.get(number, "").strip() == expected.strip()
        assert number in shown or not expected.strip()
    for number, each in enumerate(told, 1):
        marked = "".join(words(a) for a in elements(parsed, "a", "mark") if str(number) in a.attrib["data-own"].split())
        breaks = each.text.replace("\r", "").replace("\n", "")
        assert marked == in_frame(breaks)


def test_where_findings_overlap_the_worst_gives_the_colour() -> None:
    source = Source("a.txt", "one two three four")
    told = (diagnostic(source, 0, 13, "note"), diagnostic(source, 4, 18, "error"), diagnostic(source, 4, 7, "warning"))
    marks = elements(page(Report(told, sources=(source,))), "a", "mark")
    assert [(words(mark), mark.attrib["class"], mark.attrib["data-own"]) for mark in marks] == [
        ("one ", "mark note", "1"),
        ("two", "mark error several", "1 2 3"),
        (" three", "mark error several", "1 2"),
        (" four", "mark error", "2"),
    ]
    assert [mark.attrib["href"] for mark in marks] == ["#finding-1", "#finding-2", "#finding-2", "#finding-2"]


def test_a_related_place_is_marked_as_such() -> None:
    source = Source("a.txt", "one two three")
    marks = elements(page(Report((diagnostic(source, 0, 3, "error", (4, 7)),), sources=(source,))), "a", "mark")
    assert [(words(mark), mark.attrib["class"]) for mark in marks] == [("one", "mark error"), ("two", "mark related")]


def test_markup_is_told_from_prose() -> None:
    source = Source("a.md", "# A *plan* here\n\n[It](https://e.example) ended.\n")
    parsed = page(Report((diagnostic(source, 2, 3),), sources=(source,)))
    assert [words(each) for each in elements(parsed, "span", "markup")] == [
        "# ",
        "*",
        "*",
        "[",
        "](https://e.example)",
    ]
    assert [words(line) for line in elements(parsed, "p", "heading")] == ["# A *plan* here"]


def test_a_long_stretch_of_markup_is_folded() -> None:
    front = "---\n" + "".join(f"key{number}: value\n" for number in range(9)) + "---\n"
    source = Source("a.md", f"{front}\nMany say so.\n")
    start = source.text.index("Many")
    (fold,) = elements(page(Report((diagnostic(source, start, start + 4),), sources=(source,))), "details")
    assert words(fold[0]) == "11 lines of markup"


def test_lines_of_one_paragraph_stay_together() -> None:
    source = Source("a.md", "One line\nand its other half.\n\nAnother one.\n")
    lines = elements(page(Report((diagnostic(source, 0, 3),), sources=(source,))), "p", "line")
    assert ["opens" in line.attrib["class"] for line in lines] == [True, False, True]


def test_several_articles_are_listed_with_their_counts(report: Report, context: Context) -> None:
    (table,) = elements(page(report, context), "table")
    rows = [[words(cell) for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["Article", "Errors", "Warnings", "Notes"],
        ["news/empty.md", "0", "0", "1"],
        ["news/strike.md", "1", "2", "1"],
        ["news/two words 100%.md", "0", "0", "0"],
    ]


def test_one_article_needs_no_list() -> None:
    source = Source("a.txt", "one")
    assert elements(page(Report((diagnostic(source, 0, 3),), sources=(source,))), "table") == []


def test_an_article_that_nothing_speaks_of_is_only_named() -> None:
    parsed = page(Report((), sources=(Source("a.txt", "one two"),)), Context(checked=1))
    (article,) = elements(parsed, "article")
    assert [words(part) for part in article[0]] == ["a.txt", "0 findings"]
    assert len(article) == 1


def test_a_place_in_another_article_is_a_link_to_its_text(report: Report, context: Context) -> None:
    parsed = page(report, context)
    article = elements(parsed, "article")[2]
    assert words(elements(article, "h2")[0]) == "news/two words 100%.md"
    assert [words(mark) for mark in elements(article, "a", "mark")] == ["The council denied it"]
    assert "#place-3-1" in {link.attrib["href"] for link in elements(parsed, "a")}


def test_a_file_that_could_not_be_read_has_its_finding_without_text() -> None:
    parsed = page(Report((diagnostic(Source("gone.md", ""), 0, 0, "error"),)))
    (note,) = elements(parsed, "section", "finding")
    assert "1:1" in words(note)
    assert [link.attrib["href"] for link in note.iter("a")] == ["#rule-a/b"]


def test_problems_are_on_the_page(report: Report, context: Context) -> None:
    (problems,) = elements(page(report, context), "section", "problems")
    assert "rules/é.yaml:3:9: error: unknown key 'mesage' (did you mean 'message'?)" in words(problems)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_articles_given_is_no_matter(order: int, report: Report, context: Context) -> None:
    shuffled = replace(report, sources=report.sources[::order])
    assert "".join(render(shuffled, context)) == "".join(render(report, context))


def test_many_findings_on_one_endless_line_cost_little() -> None:

    source = Source("a.txt", "word " * 40_000)
    told = tuple(diagnostic(source, start, start + 40) for start in range(0, 190_000, 20))
    assert sum(map(len, render(Report(told, sources=(source,)), Context()))) > len(source.text)
