"""Spans of matches, and what begins in a span."""

from __future__ import annotations

import re

import pytest
from msgspec import Struct

from linter.core.span import Span, span_of, starting_in


class Mention(Struct, frozen=True):
    span: Span


MENTIONS = tuple(Mention(Span(start, start + 4)) for start in (0, 5, 5, 9, 20))


@pytest.mark.parametrize(
    ("span", "starts"),
    [(Span(0, 30), (0, 5, 5, 9, 20)), (Span(1, 9), (5, 5)), (Span(9, 20), (9,)), (Span(10, 20), ()), (Span(5, 5), ())],
)
def test_what_begins_in_a_span(span: Span, starts: tuple[int, ...]) -> None:
    assert tuple(mention.span.start for mention in starting_in(MENTIONS, span)) == starts


def test_nothing_begins_where_there_is_nothing() -> None:
    assert starting_in((), Span(0, 9)) == ()


def test_the_span_of_a_match_and_of_its_groups() -> None:
    text = "The fund, aged 12, closed."
    found = re.search(r"aged (?P<age>\d+)", text[9:])
    assert found is not None
    assert [
        text[span.start : span.end] for span in (span_of(found, 9), span_of(found, 9, "age"), span_of(found, 9, 1))
    ] == [
        "aged 12",
        "12",
        "12",
    ]
