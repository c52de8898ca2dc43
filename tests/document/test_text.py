import textwrap
from collections.abc import Callable

import pytest

from linter.document.model import Document

Read = Callable[..., Document]
Blocks = Callable[[Document], list[tuple[str, str]]]
SourceOf = Callable[[Document, str], str]

LEAD = (
    "The port of Rask has bought a crane that can lift a church, the harbour master said, and the church is glad of it."
)
SECOND = (
    "It came by barge from Gdynia, lay three days in the ice, and was painted on the way by a crew with nothing to do."
)


def test_lines_of_one_sentence_each_are_blocks(read: Read, blocks: Blocks) -> None:
    found = blocks(
        read("Crane for Rask\nThe crane came by barge.\nIt lifts forty tons.\nNobody has paid for it yet.\n")
    )
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("width", [40, 60, 72, 100])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_wrapped_by_hand_are_joined(read: Read, blocks: Blocks, width: int, gap: str, line_end: str) -> None:
    paragraphs = [textwrap.fill(LEAD, width), textwrap.fill(SECOND, width)]
    text = f"Crane for Rask{gap}" + "\n\n".join(paragraphs) + "\n"
    found = blocks(read(text.replace("\n", line_end)))
    assert found == [("title", "Crane for Rask"), ("paragraph", LEAD), ("paragraph", SECOND)]


def test_a_long_address_does_not_keep_lines_apart(read: Read, blocks: Blocks) -> None:
    address = "https://harbour.example/" + "x" * 130
    text = textwrap.fill(LEAD, 60) + f"\n\nMore is told at\n{address}\n\n" + textwrap.fill(SECOND, 60)
    assert ("paragraph", SECOND) in blocks(read(text))


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Crane lifts church in Rask", "title"),
        ("Who pays for the crane?", "title"),
        ("A crane at last!", "title"),
        ("Crane sold to the U.S.", "title"),
        ("The crane lifts a church.", "paragraph"),
        ('"The crane is ours," he said.', "paragraph"),
        ("RASK, 3 May 2019 — The crane has come", "paragraph"),
        ("By Ana Sørli", "byline"),
        ("Friday, 3 May 2019", "dateline"),
        ("- a crane", "item"),
        ("word " * 50, "paragraph"),
    ],
)
def test_what_the_first_line_is(read: Read, blocks: Blocks, first: str, kind: str) -> None:
    assert blocks(read(f"{first}\n\nThe crane came by barge. It is red.\n"))[0][0] == kind


def test_a_line_alone_is_no_title(read: Read, blocks: Blocks) -> None:
    assert blocks(read("Crane for Rask")) == [("paragraph", "Crane for Rask")]


def test_short_lines_that_stand_alone_are_headings(read: Read, blocks: Blocks) -> None:
    text = "Crane\n\nIt came by barge.\n\nWhat the crew says\n\nNothing was said.\n"
    assert ("heading", "What the crew says") in blocks(read(text))


def test_lines_that_lead_to_a_list_are_headings(read: Read, blocks: Blocks) -> None:
    document = read("Crane\nIt came by barge.\nWhat it lifts:\n- churches\n- boats\nIt is red.\n")
    assert blocks(document)[2:] == [
        ("heading", "What it lifts:"),
        ("item", "churches"),
        ("item", "boats"),
        ("paragraph", "It is red."),
    ]
    assert len({block.group for block in document.blocks if block.kind == "item"}) == 1


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "(a) ", "a) ", "12. ", "3) "])
def test_markers_of_items_are_no_prose(read: Read, blocks: Blocks, marker: str) -> None:
    assert blocks(read(f"It lifts:\n\n{marker}churches\n{marker}boats\n"))[-2:] == [
        ("item", "churches"),
        ("item", "boats"),
    ]


def test_a_number_that_begins_one_line_is_prose(read: Read, blocks: Blocks) -> None:
    assert ("paragraph", "1. FC Rask won again.") in blocks(read("Football\n\n1. FC Rask won again.\n\nIt rained.\n"))


def test_an_item_goes_on_in_indented_lines(read: Read, blocks: Blocks) -> None:
    assert blocks(read("- a crane\n  that lifts\n- a boat\n")) == [("item", "a crane that lifts"), ("item", "a boat")]


def test_quoted_lines(read: Read, blocks: Blocks) -> None:
    assert blocks(read("It said.\n\n> The crane is red.\n\nDone.\n"))[1] == ("quote", "The crane is red.")


def test_underlined_lines_are_headlines_and_rules_are_nothing(read: Read, blocks: Blocks) -> None:
    text = "Crane for Rask\n==============\n\nIt came.\n\n* * *\n\nThe crew\n--------\nIt slept.\n"
    assert blocks(read(text)) == [
        ("title", "Crane for Rask"),
        ("paragraph", "It came."),
        ("heading", "The crew"),
        ("paragraph", "It slept."),
    ]


def test_invisible_characters_are_dropped_and_accents_composed(read: Read, source_of: SourceOf) -> None:
    document = read("\ufeffThe cafe\u0301 is heart\u00adless,\u00a0he\u200b said.\n")
    assert document.text == "The café is heartless, he said."
    assert source_of(document, "café") == "cafe\u0301"
    assert source_of(document, "heartless") == "heart\u00adless"


@pytest.mark.parametrize(
    "text", ["", "\n", "\r\n\r\n", " ", "\ufeff", "---", "-", "- ", "> ", ".", "\x00", "\ud800", "[//]: # ("]
)
@pytest.mark.parametrize("suffix", ["txt", "md", "mdx", "html", "adoc"])
def test_nearly_nothing_is_parsed(read: Read, text: str, suffix: str) -> None:
    document = read(text, suffix)
    assert document.first_span.end <= len(text)
    assert document.prose.to_source(0, len(document.text)).end <= len(text)
