from collections.abc import Callable

import pytest

from linter.document.model import Document

Read = Callable[..., Document]
Blocks = Callable[[Document], list[tuple[str, str]]]
SourceOf = Callable[[Document, str], str]

BODY = "\nThe crane came.\n"


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("---\ntitle: Crane for Rask\n---\n", "Crane for Rask"),
        ("---\r\ntitle: 'It''s a crane'\r\ntags: [a, b]\r\n---\r\n", "It's a crane"),
        ('---\ntitle: "A \\"big\\" crane"\n---\n', 'A "big" crane'),
        ('---\ntitle: "Caf\\u00e9 &amp; crane"\n---\n', "Café &amp; crane"),
        ("---\ntitle: >\n  A crane\n  for Rask\nsection: x\n---\n", "A crane for Rask"),
        ("---\ntitle: A crane\n  for Rask\n---\n", "A crane for Rask"),
        ("---\nHeadline: Crane\n...\n", "Crane"),
        ('+++\ntitle = "A \\"big\\" crane"\n+++\n', 'A "big" crane'),
        ("+++\ntitle = 'Crane'\n[params]\nx = 1\n+++\n", "Crane"),
        ("---\ntitle: Crane # a comment\n---\n", "Crane"),
        ("---\ntitle: 2019\n---\n", "2019"),
    ],
)
def test_the_title_is_prose(read: Read, blocks: Blocks, front: str, title: str) -> None:
    document = read(front + BODY, "md")
    assert blocks(document) == [("title", title), ("paragraph", "The crane came.")]
    assert document.metadata.title == title
    assert document.problems == ()
    assert document.body == len(front)


@pytest.mark.parametrize(
    ("front", "words", "source"),
    [
        ('---\nx: 1\ntitle: "A \\"big\\" crane"\n---\n', "big", "big"),
        ('---\ntitle: "A \\"big\\" crane"\n---\n', '"big" crane', '\\"big\\" crane'),
        ("---\ntags: [a]\ntitle: >\n  A crane\n  for Rask\n---\n", "crane for", "crane\n  for"),
        ("---\ntitle: 'It''s a crane'\ntags: [a]\n---\n", "It's", "It''s"),
        ('+++\ntitle = "A b\\u0069g crane"\n+++\n', "big", "b\\u0069g"),
    ],
)
def test_the_titles_words_are_found_again(read: Read, source_of: SourceOf, front: str, words: str, source: str) -> None:
    assert source_of(read(front + BODY, "md"), words) == source


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("# Crane for *Rask*", ["Crane for Rask"]),
        ("# A crane", ["Crane for Rask", "A crane"]),
        ("", ["Crane for Rask"]),
    ],
)
def test_a_headline_told_twice_is_one_title(read: Read, blocks: Blocks, heading: str, titles: list[str]) -> None:
    document = read(f"---\ntitle: Crane for Rask\n---\n{heading}\n{BODY}", "md")
    assert [words for kind, words in blocks(document) if kind == "title"] == titles


def test_all_that_is_declared(read: Read) -> None:
    text = "---\nauthor: [Ana Silva, Piet Berg]\npublished: 2019-05-12\nsources:\n  - a.txt\n  - {url: 'https://b.example'}\n---\n"
    metadata = read(text + BODY, "md").metadata
    assert metadata.author == "Ana Silva, Piet Berg"
    assert [(one.origin, one.date.isoformat()) for one in metadata.dates] == [("front-matter", "2019-05-12")]
    assert metadata.sources == ("a.txt", "https://b.example")


def test_dates_in_toml(read: Read) -> None:
    document = read("+++\ndate = 2019-05-12T10:00:00Z\n+++\n" + BODY, "md")
    assert [one.date.isoformat() for one in document.metadata.dates] == ["2019-05-12"]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: Crane\nauthor: [Ana\n---\n", 4),
        ("---\na: b\na: c\n---\n", 3),
        ("---\n\ntitle: 'x\n---\n", 4),
        ("+++\ntitle = 'Crane'\ndate = \n+++\n", 3),
        ("+++\ntitle = [\n+++\n", 3),
    ],
)
def test_broken_front_matter_is_a_problem_with_its_line(read: Read, blocks: Blocks, front: str, line: int) -> None:
    document = read(front + BODY, "md")
    assert [problem.line for problem in document.problems] in ([line], [line - 1])
    assert blocks(document) == [("paragraph", "The crane came.")]


@pytest.mark.parametrize(
    "text", ["---\nThe crane came.\n---\nIt is red.\n", "---\ntitle: x\n\nThe crane came.\n", "--- a\n"]
)
def test_what_is_no_front_matter(read: Read, text: str) -> None:
    document = read(text, "md")
    assert (document.body, document.problems) == (0, ())


def test_the_first_line_of_the_text(read: Read) -> None:
    document = read("---\ntitle: Crane\n---\n\n  # Crane for *Rask*  \n" + BODY, "md")
    span = document.first_span
    assert document.source.text[span.start : span.end] == "# Crane for *Rask*"
