"""What a format parser hands on: prose and blocks, and what the file declares about itself."""

from __future__ import annotations

from dataclasses import dataclass

from linter.core.span import Span
from linter.document.model import Block, DeclaredDate, Prose


@dataclass(frozen=True, slots=True)
class Anchor:
    """A hyperlink as it stands in the source: the span of its words and its target."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source: its span with its marks, and what stands between them."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
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
