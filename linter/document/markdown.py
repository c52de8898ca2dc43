"""Markdown: CommonMark with the tables, footnotes and struck words of GitHub. The only module that knows pyromark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from linter.core.pattern import lazy_pattern
from linter.core.source import Source
from linter.core.span import Span
from linter.document.comments import masked
from linter.document.draft import Anchor, Comment, Draft
from linter.document.frontmatter import FrontMatter, open_with_title
from linter.document.model import BlockKind, DeclaredDate
from linter.document.offsets import CodePoints
from linter.document.prose import SURROGATE, ProseBuilder

CONTAINERS: dict[str, BlockKind] = {"List": "item", "BlockQuote": "quote", "Table": "cell"}
WORDS = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
"""What begins and ends inside a line; all else that does is a block."""

HIDDEN = frozenset({"CodeBlock", "Image", "MetadataBlock"})
ADDRESSES = frozenset({"Autolink", "Email"})
HIDDEN_TAG = lazy_pattern(r"<(/?)(code|kbd|samp|tt|script|style|svg)\b", re.IGNORECASE)

Event = tuple[str, str, Any, int, int]
"""Phase ("start", "end" or "" for what has no inside), name, what the parser says of it, source span."""


def parse_markdown(source: Source, front: FrontMatter, *, mdx: bool = False) -> Draft:
    """Parse Markdown from the end of its front matter on.

    The first heading of the first level is the title. HTML in it is read as HTML is; code, images, bare addresses and
    footnote marks are no prose. With `mdx`, neither are expressions, imports and exports.
    """
    text, comments = masked(source.text, front.body, mdx=mdx)
    events = tuple(_events(text, front.body))
    builder = ProseBuilder(source.text)
    open_with_title(builder, front, _headline(events))
    reader = _Reader(
        SURROGATE.sub("\ufffd", source.text), builder, {comment.span.start: comment for comment in comments}
    )
    for event in events:
        reader.take(event)
    prose, blocks = builder.build()
    return Draft(
        prose,
        blocks,
        dates=tuple(reader.published),
        marked=tuple(reader.marked),
        anchors=tuple(reader.anchors),
        comments=tuple(reader.comments),
    )


def _events(text: str, base: int) -> Iterator[Event]:
    """The parser's events, their places in code points of the source; `base` is where the text begins in it."""
    from pyromark import Options, events_with_range

    options = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_FOOTNOTES | Options.ENABLE_TASKLISTS
    # A lone surrogate has no UTF-8; U+FFFD takes its place, one code point for one.
    text = SURROGATE.sub("\ufffd", text)
    place = CodePoints(text, base)
    for event, span in events_with_range(text, options=options):
        phase, name, value = _opened(event)
        yield phase, name, value, place(span["start"]), place(span["end"])


def _opened(event: Any) -> tuple[str, str, Any]:
    """An event's phase, name and value: "SoftBreak", {"Text": …}, {"Start": "Item"}, {"Start": {"Link": …}}."""
    if isinstance(event, str):
        return "", event, None
    [(name, value)] = event.items()
    if name not in ("Start", "End"):
        return "", name, value
    if isinstance(value, str):
        return name.lower(), value, None
    [(inner, details)] = value.items()
    return name.lower(), inner, details


def _headline(events: Sequence[Event]) -> str:
    """The words of the first heading of the first level, or of the first heading if there is none."""
    first = ""
    for index, (phase, name, value, _, _) in enumerate(events):
        if phase == "start" and name == "Heading" and (not first or value["level"] == "H1"):
            first = "".join(_words_of_heading(events, index)) or first
            if value["level"] == "H1":
                break
    return first


def _words_of_heading(events: Sequence[Event], index: int) -> Iterator[str]:
    for phase, name, value, _, _ in events[index + 1 : index + 500]:
        if phase == "end" and name == "Heading":
            return
        if name == "Text":
            yield value


class _Reader:
    """Appends the prose of events to a builder, and gathers links, comments and dates on the way."""

    def __init__(self, text: str, builder: ProseBuilder, masks: dict[int, Comment]) -> None:
        self.anchors: list[Anchor] = []
        self.comments: list[Comment] = []
        self.published: list[DeclaredDate] = []
        self.marked: list[DeclaredDate] = []
        self._text = text
        self._builder = builder
        self._masks = masks
        self._containers: list[tuple[BlockKind, int]] = []
        self._groups = 0
        self._level = 0
        self._titled = False
        self._hidden = 0
        self._hidden_tag = ""

    def take(self, event: Event) -> None:
        """Append what one event adds."""
        phase, name, value, start, end = event
        if self._hidden:
            self._hidden += {"start": 1, "end": -1}.get(phase, 0)
        elif phase == "start":
            self._start(name, value, start, end)
        elif phase == "end":
            self._end(name)
        elif name == "InlineHtml":
            self._tag(start, end)
        elif not self._hidden_tag:
            self._inside(name, value, start, end)

    def _inside(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Text":
            if self._text[start:end] == value:
                self._builder.copy(start, end)
            else:
                self._builder.replace(value, start, end)
        elif name in ("SoftBreak", "HardBreak", "Code"):
            self._builder.space(start, end)
        elif name == "Rule":
            self._close()

    def _start(self, name: str, value: Any, start: int, end: int) -> None:
        if name not in WORDS:
            self._close()
        elif name == "Link" and value["link_type"] not in ADDRESSES:
            self.anchors.append(Anchor(Span(start, end), value["dest_url"]))
        if name in HIDDEN or (name == "Link" and value["link_type"] in ADDRESSES):
            self._hidden = 1
            self._builder.space(start, end)
        elif name in CONTAINERS:
            self._groups += 1
            self._containers.append((CONTAINERS[name], self._groups))
        elif name == "Heading":
            self._level = int(value["level"][1])
        elif name == "HtmlBlock":
            self._html(start, end)

    def _end(self, name: str) -> None:
        if name in WORDS:
            return
        self._close()
        if name in CONTAINERS and self._containers:
            self._containers.pop()

    def _close(self) -> None:
        self._hidden_tag = ""
        kind, group = self._containers[-1] if self._containers else ("paragraph", 0)
        level, self._level = self._level, 0
        if not level:
            self._builder.close(kind, 0, group)
        elif level == 1 and not self._titled and not self._containers and not self._builder.blank:
            self._titled = True
            self._builder.close("title")
        else:
            self._builder.close("heading", level)

    def _tag(self, start: int, end: int) -> None:
        """A tag or comment inside a line."""
        raw = self._text[start:end]
        if start in self._masks:
            self.comments.append(self._masks[start])
        elif raw.startswith("<!--"):
            self.comments.append(Comment(Span(start, end), raw[4:].removesuffix("-->")))
        elif raw[:3].lower() == "<br":
            self._builder.space(start, end)
        elif found := HIDDEN_TAG.match(raw):
            self._builder.space(start, end)
            name = found[2].lower()
            if not found[1]:
                self._hidden_tag = self._hidden_tag or name
            elif name == self._hidden_tag:
                self._hidden_tag = ""

    def _html(self, start: int, end: int) -> None:
        """A block of HTML."""
        from linter.document.hypertext import Element, Walker
        from linter.document.tags import read_tags

        if start in self._masks:
            self.comments.append(self._masks[start])
            start = self._masks[start].span.end
        tokens = read_tags(self._text, start, end)
        kind, group = self._containers[-1] if self._containers else ("paragraph", 0)
        headings = (token.start for token in tokens if token.kind == "open" and token.name == "h1")
        headline = -1 if self._titled else next(headings, -1)
        walker = Walker(self._text, self._builder, Element("", kind, 0, group, kind), headline, self._groups + 1)
        walker.walk(tokens)
        self._groups = walker.next_group - 1
        self._titled = self._titled or headline >= 0
        self.anchors.extend(walker.anchors)
        self.comments.extend(walker.comments)
        self.published.extend(walker.published)
        self.marked.extend(walker.marked)
