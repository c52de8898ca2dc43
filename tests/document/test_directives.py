import datetime
from collections.abc import Callable

import pytest

from linter.document.model import Directive, Document

Read = Callable[..., Document]


def text_of(document: Document, directive: Directive) -> str:
    return document.source.text[directive.scope.start : directive.scope.end]


@pytest.mark.parametrize(
    ("comment", "suffix"),
    [
        ("<!-- {} -->", "md"),
        ("<!--{}-->", "html"),
        ("<!-- {} -->", "txt"),
        ("{{/* {} */}}", "mdx"),
        ("[//]: # ({})", "md"),
        ('[comment]: # "{}"', "md"),
        ("[//]: <> ({})", "md"),
        (".. {}", "rst"),
        ("// {}", "adoc"),
        ("// {}", "txt"),
    ],
)
def test_every_form_of_comment_on_a_line_of_its_own(read: Read, comment: str, suffix: str) -> None:
    directive = comment.format("factlint: ignore[polls/unnamed-pollster, b/c] asked by phone")
    opening, closing = ("<p>", "</p>") if suffix == "html" else ("", "")
    text = f"{opening}One.{closing}\n\n{directive}\n\n{opening}Two is two.{closing}\n\n{opening}Three.{closing}\n"
    document = read(text, suffix)
    assert document.text == "One.\nTwo is two.\nThree."
    assert document.problems == ()
    [read_directive] = document.directives
    assert read_directive.verb == "ignore"
    assert read_directive.rules == ("polls/unnamed-pollster", "b/c")
    assert read_directive.reason == "asked by phone"
    assert document.source.text[read_directive.span.start : read_directive.span.end] == directive
    assert text_of(document, read_directive) == "Two is two."


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("One is <!-- factlint: ignore[a/b] --> one. Two.\n\nThree.", "md"),
        ("One is one. <!-- factlint: ignore[a/b] -->\n\nThree.", "md"),
        ("<p>One is one.<!-- factlint: ignore[a/b] --></p><p>Three.</p>", "html"),
        ("<p>One is one.\n<!-- factlint: ignore[a/b] -->\n</p><p>Three.</p>", "html"),
        ("One {/* factlint: ignore[a/b] */} is one.\n\nThree.", "mdx"),
    ],
)
def test_inside_a_paragraph_the_scope_is_left_to_its_sentence(read: Read, text: str, suffix: str) -> None:
    [directive] = read(text, suffix).directives
    assert directive.scope == directive.span


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- factlint: ignore[a/b] -->\n```\n\nOne.",
        "`<!-- factlint: ignore[a/b] -->` One.",
        "`{/* factlint: ignore[a/b] */}` One.",
    ],
)
def test_code_holds_no_directives(read: Read, text: str) -> None:
    document = read(text, "md")
    assert (document.directives, document.text) == ((), "One.")


def test_disable_reaches_to_the_enable_of_the_same_rule(read: Read) -> None:
    text = (
        "One.\n\n<!-- factlint: disable[a/b, c/d] -->\n\nTwo.\n\n<!-- factlint: enable[a/b] -->\n\nThree.\n\n"
        "<!-- factlint: disable[a/b] -->\n\nFour.\n"
    )
    document = read(text, "md")
    reaches = [(one.rules, text_of(document, one)) for one in document.directives if one.verb == "disable"]
    assert [rules for rules, _ in reaches] == [("a/b",), ("c/d",), ("a/b",)]
    assert "Two." in reaches[0][1]
    assert "Three." not in reaches[0][1]
    assert reaches[1][1].endswith("Four.\n")
    assert reaches[2][1].endswith("Four.\n")
    assert "Three." not in reaches[2][1]


def test_a_range_knows_the_rules_that_lack_their_other_end(read: Read) -> None:
    text = "<!-- factlint: disable[a/b, c/d] -->\n\nOne.\n\n<!-- factlint: enable[a/b, e/f] -->\n\nTwo.\n"
    found = [(one.verb, one.rules, one.unmatched) for one in read(text, "md").directives]
    assert found == [
        ("disable", ("a/b",), ()),
        ("disable", ("c/d",), ("c/d",)),
        ("enable", ("a/b", "e/f"), ("e/f",)),
    ]


def test_the_last_day_is_no_part_of_the_reason(read: Read) -> None:
    [one] = read("<!-- factlint: ignore[a/b] until the vote, expires: 2026-12-31. -->\n\nOne.\n", "md").directives
    assert one.expires == datetime.date(2026, 12, 31)
    assert one.reason.startswith("until the vote")


FRONT_MATTER = [
    ("---\ntitle: T\nfactlint: file-ignore[a/b] a column\n---\n\nOne.\n", 1),
    ("---\nfactlint:\n  - file-ignore[a/b] a column\n  - file-ignore[c/d] a poem\n---\n\nOne.\n", 2),
    ("---\nfactlint: 'file-ignore[a/b] a column expires: 2026-12-31'\n---\n\nOne.\n", 1),
    ('+++\nfactlint = "file-ignore[a/b] a column"\n+++\n\nOne.\n', 1),
    ('+++\nfactlint = ["file-ignore[a/b] a column", "file-ignore[c/d] a poem"]\n+++\n\nOne.\n', 2),
]


@pytest.mark.parametrize("suffix", ["md", "mdx", "html", "txt"])
@pytest.mark.parametrize(("text", "count"), FRONT_MATTER)
def test_front_matter_holds_directives_for_the_whole_file(read: Read, text: str, count: int, suffix: str) -> None:
    document = read(text, suffix)
    assert document.problems == ()
    assert len(document.directives) == count
    assert document.directives[0].rules == ("a/b",)
    assert document.directives[0].reason == "a column"
    assert text_of(document, document.directives[0]) == text


@pytest.mark.parametrize(
    ("value", "message", "line"),
    [
        ("ignore[a/b] reason", "only 'file-ignore'", 2),
        ("file-ignore", "names no rules", 2),
        ("{file-ignore: a/b}", "holds no directive", 2),
        ("\n  - file-ignore[a/b]\n  - file-ignore[c/d] x expires: 2026-12-31", "holds no directive", 3),
    ],
)
def test_mistakes_in_front_matter_are_problems_with_their_place(
    read: Read, value: str, message: str, line: int
) -> None:
    [problem] = read(f"---\nfactlint: {value}\n---\n\nOne.\n", "md").problems
    assert problem.line == line
    assert message in problem.message


def test_file_ignore_is_for_the_whole_file(read: Read) -> None:
    document = read("# Title\n\n<!-- factlint: file-ignore[a/b] -->\n\nOne.\n", "md")
    assert [text_of(document, one) for one in document.directives] == [document.source.text]


@pytest.mark.parametrize(
    ("directive", "message", "hint"),
    [
        ("factlint: ignore", "names no rules", "ignore[pack/name]"),
        ("factlint: ignore[]", "names no rules", "ignore[pack/name]"),
        ("factlint: disable because", "names no rules", "disable[pack/name]"),
        ("factlint: ingore[a/b]", "unknown directive 'ingore'", "did you mean 'ignore'?"),
        ("factlint: stop[a/b]", "unknown directive", "one of ignore"),
        ("factlint: [a/b]", "without a verb", "one of ignore"),
        ("factlint: file-ignore[a/b]", "before the first paragraph", "move it up"),
        ("factlint: ignore[a/b] expires: 2026-02-30", "no day of the calendar", "2026-12-31"),
        ("factlint: ignore[a/b] expires: soon", "'soon' is no day", "2026-12-31"),
    ],
)
def test_mistakes_are_problems_with_their_place(read: Read, directive: str, message: str, hint: str) -> None:
    document = read(f"One.\n\n  <!-- {directive} -->\n\nTwo.\n", "md")
    [problem] = document.problems
    assert (problem.line, problem.column) == (3, 3)
    assert message in problem.message
    assert hint in problem.hint
    assert directive in problem.frame


def test_other_comments_are_none_of_ours(read: Read) -> None:
    document = read("<!-- factlint is nice -->\n\n<!-- markdownlint: ignore -->\n\nOne.\n", "md")
    assert (document.directives, document.problems) == ((), ())
