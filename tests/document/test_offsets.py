"""The map from reading text to source, on random markup whose words are known."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import Struct

from linter.core.source import Source
from linter.document.formats import parse
from linter.document.model import Document

LETTERS = ("a", "Z", "é", "ß", "ж", "漢", "😀", "7")
MARKDOWN_LETTERS = (
    ("&eacute;", "é"),
    ("&#x1F600;", "😀"),
    ("e\u0301", "é"),
    ("a\u0323\u0302", "ậ"),
    ("&amp;", "&"),
    ("\\*", "*"),
)
HTML_LETTERS = (
    ("&eacute;", "é"),
    ("&#128512;", "😀"),
    ("e\u0301", "é"),
    ("o&#x308;", "ö"),
    ("&amp;", "&"),
    ("&copy;", "©"),
)
DROPPED = {
    "md": ("&shy;", "\u00ad", "\u200b", "<!-- x -->"),
    "html": ("&shy;", "\u00ad", "\u200b", "<!-- x -->", "<wbr>", "<b></b>"),
}
SPACES = {
    "md": (" ", "  ", "\n", "\r\n", "&nbsp;", "\u00a0", " \t "),
    "html": (" ", "\n", "\r\n", "&nbsp; ", "\r", "<br>", "\t"),
}
AROUND = {
    "md": (("*", "*"), ("**", "**"), ("***", "***"), ("[", "](https://a.example/b_c)"), ("~~", "~~"), ("<i>", "</i>")),
    "html": (
        ("<em>", "</em>"),
        ("<b class='x>y'>", "</b>"),
        ("<a href=x>", "</a>"),
        ("<span\n>", "</span >"),
        ("<I>", "</I>"),
    ),
}


class Atom(Struct, frozen=True, dict=True):
    """A reading character (or none), and its source."""

    source: str
    reading: str


def letters(suffix: str) -> st.SearchStrategy[list[Atom]]:
    own = [Atom(letter, letter) for letter in LETTERS]
    other = [Atom(*pair) for pair in (MARKDOWN_LETTERS if suffix == "md" else HTML_LETTERS)]
    dropped = [Atom(text, "") for text in DROPPED[suffix]]
    letter = st.sampled_from(own + other)
    # A word begins and ends with a plain letter, so that emphasis is emphasis to CommonMark.
    middle = st.lists(st.sampled_from(own + own + other + dropped), max_size=5)
    plain = st.sampled_from([atom for atom in own if atom.source.isalnum()])
    return st.builds(lambda first, inside, last: [first, *inside, last], plain, middle, plain) | letter.map(
        lambda atom: [Atom("a", "a"), atom, Atom("b", "b")]
    )


def escaped(atom: Atom) -> tuple[Atom, ...]:
    """A backslash is markup before its character, not a part of it."""
    return (Atom("\\", ""), Atom(atom.source[1], atom.reading)) if atom.source[0] == "\\" else (atom,)


@st.composite
def articles(draw: st.DrawFn, suffix: str) -> list[Atom]:
    """Paragraphs of words, some of them in markup, as atoms in source order."""
    atoms: list[Atom] = []
    for number in range(draw(st.integers(1, 3))):
        opening, closing = ("<p>", "</p>") if suffix == "html" else ("", "")
        if number:
            atoms.append(Atom("\n\n", "\n"))
        atoms.append(Atom(opening, ""))
        for index in range(draw(st.integers(1, 6))):
            if index:
                atoms.append(Atom(draw(st.sampled_from(SPACES[suffix])), " "))
            pairs = draw(st.lists(st.sampled_from(AROUND[suffix]), max_size=2, unique=True))
            if sum("*" in pair[0] for pair in pairs) > 1:
                pairs = pairs[:1]
            atoms.extend(Atom(pair[0], "") for pair in pairs)
            atoms.extend(part for atom in draw(letters(suffix)) for part in escaped(atom))
            atoms.extend(Atom(pair[1], "") for pair in reversed(pairs))
        atoms.append(Atom(closing, ""))
    return atoms


def parsed(atoms: list[Atom], suffix: str) -> Document:
    return parse(Source(f"article.{suffix}", "".join(atom.source for atom in atoms)))


def check(atoms: list[Atom], suffix: str, low: int, high: int) -> None:
    document = parsed(atoms, suffix)
    assert document.text == "".join(atom.reading for atom in atoms)
    start, end = sorted((low % (len(document.text) + 1), high % (len(document.text) + 1)))
    if start == end or "\n" in document.text[start] + document.text[end - 1]:
        return
    span = document.prose.to_source(start, end)
    expected = expected_span(atoms, start, end)
    assert (span.start, span.end) == expected
    back = document.prose.from_source(span.start, span.end)
    assert (back.start, back.end) == (start, end)


def expected_span(atoms: list[Atom], start: int, end: int) -> tuple[int, int]:
    """Where the first and last of some reading characters stand, added up from the atoms."""
    source = reading = 0
    starts: list[int] = []
    ends: list[int] = []
    for atom in atoms:
        for _ in atom.reading:
            if start <= reading < end:
                starts.append(source)
                ends.append(source + len(atom.source))
            reading += 1
        source += len(atom.source)
    return starts[0], ends[-1]


@given(articles("md"), st.integers(0, 10_000), st.integers(0, 10_000))
def test_markdown_leads_back_to_its_source(atoms: list[Atom], low: int, high: int) -> None:
    check(atoms, "md", low, high)


@given(articles("html"), st.integers(0, 10_000), st.integers(0, 10_000))
def test_html_leads_back_to_its_source(atoms: list[Atom], low: int, high: int) -> None:
    check(atoms, "html", low, high)


MARKS = st.sampled_from(
    [
        *(
            "<",
            ">",
            "&",
            "*",
            "_",
            "`",
            "[",
            "](",
            ")",
            "!",
            "#",
            "|",
            "\n",
            "\r",
            "\n\n",
            "- ",
            "> ",
            "<p>",
            "</p>",
            "<b",
        ),
        *("&amp;", "{/*", "*/}", "---\n", "+++\n", "title: ", "'", '"', "a", "é", "e\u0301", "\u0301", "\u00ad", "😀"),
        *("<q>", "<script>", "</script>", "<li>", "<td>", "factlint: ", "ignore[", "]", "1. ", "By Ana ", "3 May 2019"),
        *("[^1]", "```\n", "<!--", "-->", "\ud800", " ", "\t", "\\", "date: ", "~~", "<h1>", "</h1>", "<time>", "<br>"),
    ]
)


@pytest.mark.parametrize("suffix", ["txt", "md", "mdx", "html"])
@example("\ud8001. <br><")
@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_text_is_parsed_and_its_map_runs_forward(suffix: str, text: str) -> None:
    document = parse(Source(f"article.{suffix}", text))
    prose = document.prose
    assert (
        prose.text.split("\n") == [document.text[block.start : block.end] for block in document.blocks]
        or not prose.text
    )
    assert re.search(r"[^\S\n ]|  |^ | $|\u00ad|\u200b", prose.text, re.MULTILINE) is None
    places = [prose.to_source(offset, offset + 1) for offset in range(len(prose.text)) if prose.text[offset] != "\n"]
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(before.end <= after.start or before == after for before, after in pairwise(places))
    for problem in document.problems:
        assert 1 <= problem.line <= len(document.source.line_starts) + 1
