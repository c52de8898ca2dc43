from collections.abc import Callable

import pytest

from linter.document.model import Document

Read = Callable[..., Document]
Blocks = Callable[[Document], list[tuple[str, str]]]
SourceOf = Callable[[Document, str], str]


def test_markup_is_gone_and_the_words_are_found_again(read: Read, blocks: Blocks, source_of: SourceOf) -> None:
    document = read(
        "# Board\n\nEight spoke. ***Self-styled* experts** from [the *old* town](https://a.example) &amp; others.\n",
        "md",
    )
    assert blocks(document) == [
        ("title", "Board"),
        ("paragraph", "Eight spoke. Self-styled experts from the old town & others."),
    ]
    assert source_of(document, "Self-styled experts") == "Self-styled* experts"
    assert source_of(document, "the old town & others") == "the *old* town](https://a.example) &amp; others"
    assert [(document.text[link.start : link.end], link.target) for link in document.links] == [
        ("the old town", "https://a.example")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a `code` b", "a b"),
        ("see <https://a.example/x> there", "see there"),
        ("a ![alt *text*](x.png) b", "a b"),
        ("word[^1] more\n\n[^1]: ", "word more"),
        ("a <!-- comment --> b", "a b"),
        ("a\nb  \nc\\\nd", "a b c d"),
        ("a *b*c", "a bc"),
        ("heart&shy;less", "heartless"),
        ("1 &lt; 2", "1 < 2"),
        ("R\\*M", "R*M"),
        ("cut ~~this~~ out", "cut this out"),
        ("a <kbd>Ctrl</kbd> b", "a b"),
        ("H<b>bol</b>d", "Hbold"),
        ("> a\r\n> b", "a b"),
        ("```\ncode\n```\n\nwords", "words"),
        ("    code\n\nwords", "words"),
        ("<script>\nx\n</script>\n\nwords", "words"),
        ("a &nosuch; b", "a &nosuch; b"),
    ],
)
def test_what_is_prose(read: Read, text: str, words: str) -> None:
    assert read(text, "md").text == words


def test_blocks_and_groups(read: Read, blocks: Blocks) -> None:
    text = "# T\n\n## H\n\n- a\n- b\n  - c\n\n> q\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n"
    text += "<div>html <b>x</b></div>\n\nSetext\n------\n"
    document = read(text, "md")
    assert blocks(document) == [
        ("title", "T"),
        ("heading", "H"),
        ("item", "a"),
        ("item", "b"),
        ("item", "c"),
        ("quote", "q"),
        ("cell", "x"),
        ("cell", "y"),
        ("cell", "1"),
        ("cell", "2"),
        ("paragraph", "html x"),
        ("heading", "Setext"),
    ]
    groups = [block.group for block in document.blocks]
    assert groups[2] == groups[3] != groups[4]
    assert len({groups[5], groups[6], groups[2]}) == 3
    assert [block.level for block in document.blocks if block.kind == "heading"] == [2, 2]


def test_a_first_heading_of_any_level_is_the_title(read: Read, blocks: Blocks) -> None:
    assert blocks(read("## Otters\n\nTwo were seen.\n", "md"))[0] == ("title", "Otters")


def test_html_blocks_hide_what_is_no_prose(read: Read, blocks: Blocks) -> None:
    text = (
        "It came.\n\n<figure>\n<img src=x>\n<figcaption>The &laquo;old&raquo; crane</figcaption>\n</figure>\n\nText.\n"
    )
    assert blocks(read(text, "md")) == [
        ("paragraph", "It came."),
        ("paragraph", "The «old» crane"),
        ("paragraph", "Text."),
    ]


def test_mdx_expressions_and_modules_are_no_prose(read: Read, blocks: Blocks) -> None:
    text = "import Chart from './chart'\n\n# Crane\n\nIt lifts {props.weight} tons. {/* a note */}\n"
    text += "\n<Chart data={rows} />\n"
    assert blocks(read(text, "mdx")) == [("title", "Crane"), ("paragraph", "It lifts tons.")]
