"""What a format parser hands on: prose and blocks, and what the file declares about itself."""

from __future__ import annotations

from msgspec import Struct

from linter.core.span import Span
from linter.document.model import Block, DeclaredDate, Prose


class Anchor(Struct, frozen=True):
    """A hyperlink as it stands in the source: the span of its words and its target."""

    span: Span
    target: str


class Comment(Struct, frozen=True):
    """A comment of the source: its span with its marks, and what stands between them."""

    span: Span
    text: str


class Draft(Struct, frozen=True):
    """A parsed file before what all formats share is done: the masthead's dates and bylines, and directives.

    `dates` are those that the format marks as the article's own (`<meta>`); `marked` are those that it marks as dates
    (`<time>`): they are the article's where they stand above its first paragraph. `title` and `author` are the declared
    ones, empty where there are none.
    """

    prose: Prose
    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    dates: tuple[DeclaredDate, ...] = ()
    marked: tuple[DeclaredDate, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    comments: tuple[Comment, ...] = ()
