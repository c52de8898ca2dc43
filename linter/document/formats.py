"""From a source to a document: the format by the path's suffix, then what all formats share."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator

from linter.core.calendar import FigureOrder
from linter.core.source import Source
from linter.document.dates import date_of_file_name
from linter.document.directives import read_directives
from linter.document.draft import Anchor, Draft
from linter.document.frontmatter import FrontMatter, read_front_matter
from linter.document.masthead import Masthead, read_masthead
from linter.document.model import DATE_ORIGINS, DeclaredDate, Document, Link, Metadata, Prose
from linter.document.suffixes import SUFFIXES

Parser = Callable[[Source, FrontMatter], Draft]
"""From a source and its front matter, which ends where the text begins, to a draft."""


def _text(source: Source, front: FrontMatter) -> Draft:
    from linter.document.text import parse_text

    return parse_text(source, front)


def _markdown(source: Source, front: FrontMatter) -> Draft:
    from linter.document.markdown import parse_markdown

    return parse_markdown(source, front)


def _mdx(source: Source, front: FrontMatter) -> Draft:
    from linter.document.markdown import parse_markdown

    return parse_markdown(source, front, mdx=True)


def _html(source: Source, front: FrontMatter) -> Draft:
    from linter.document.html import parse_html

    return parse_html(source, front)


PARSERS: dict[str, Parser] = {"text": _text, "markdown": _markdown, "mdx": _mdx, "html": _html}
"""Parsers by the name of the format."""

FORMATS: dict[str, Parser] = {suffix: PARSERS[name] for suffix, name in SUFFIXES.items()}
"""Parsers by the suffix of the path; whatever else is linted is read as plain text."""


def parse(source: Source, *, date: datetime.date | None = None, order: FigureOrder | None = None) -> Document:
    """Parse an article in the format its path's suffix names; plain text where that is unknown.

    `date` is the article's date as the user gives it, more trusted than any the article gives itself; `order` is how
    the house writes dates in figures, such as those of front matter and date lines. Nothing is raised: what is wrong in
    front matter or in a directive becomes a problem of the document, and the rest is parsed.
    """
    front = read_front_matter(source, order)
    suffix = os.path.splitext(source.path)[1].lower()
    draft = FORMATS.get(suffix, _text)(source, front)
    masthead = read_masthead(draft.prose, draft.blocks, order)
    directives, problems = read_directives(source, draft.prose, masthead.blocks, draft.comments, front.directives)
    return Document(
        source,
        draft.prose,
        masthead.blocks,
        _metadata(front, draft, masthead, tuple(_dates(source, date, front, draft, masthead))),
        tuple(_link(anchor, draft.prose) for anchor in draft.anchors),
        directives,
        (*front.problems, *problems),
        front.body,
    )


def _dates(
    source: Source, date: datetime.date | None, front: FrontMatter, draft: Draft, masthead: Masthead
) -> Iterator[DeclaredDate]:
    """All dates the article gives, the most trusted first; of equal origin in reading order."""
    if date is not None:
        yield DeclaredDate(date, "argument", None)
    early = (marked for marked in draft.marked if _above_text(marked, draft.prose, masthead))
    found = (*front.dates, *draft.dates, *early, *masthead.dates)
    yield from sorted(found, key=lambda declared: DATE_ORIGINS.index(declared.origin))
    named = date_of_file_name(source.path)
    if named is not None:
        yield DeclaredDate(named, "file-name", None)


def _above_text(marked: DeclaredDate, prose: Prose, masthead: Masthead) -> bool:
    """Whether a date stands above the article's first paragraph, or is all there is in it."""
    body = next((block for block in masthead.blocks if block.start == masthead.body), None)
    if body is None or marked.span is None:
        return True
    place = prose.to_source(body.start, body.end)
    return marked.span.start < place.start or (marked.span.start <= place.start and place.end <= marked.span.end)


def _metadata(front: FrontMatter, draft: Draft, masthead: Masthead, dates: tuple[DeclaredDate, ...]) -> Metadata:
    titles = (draft.prose.text[block.start : block.end] for block in masthead.blocks if block.kind == "title")
    title = front.title or next(titles, "") or draft.title
    return Metadata(title, front.author or draft.author or masthead.author, dates, front.sources)


def _link(anchor: Anchor, prose: Prose) -> Link:
    words = prose.from_source(anchor.span.start, anchor.span.end)
    return Link(words.start, words.end, anchor.target)
