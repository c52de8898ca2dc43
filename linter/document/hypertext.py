"""The prose of HTML: which elements are blocks, which are no prose, and what stands between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.dates import parse_date
from linter.document.draft import Anchor, Comment
from linter.document.model import BlockKind, DeclaredDate
from linter.document.prose import ProseBuilder
from linter.document.tags import Token

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    "blockquote": "quote",
    "title": "title",
}
"""Elements that say what their text is."""

INHERITED: tuple[BlockKind, ...] = ("item", "cell", "quote")
"""Kinds that paragraphs inside take over."""

GROUPS = frozenset({"ul", "ol", "dl", "menu", "table", "blockquote"})
BLOCKS = (
    frozenset(KINDS)
    | GROUPS
    | frozenset(
        "html head body p div section article main header footer aside figure figcaption caption address details"
        " summary form fieldset legend tr thead tbody tfoot colgroup center hgroup search dialog".split()
    )
)

HIDDEN_BLOCKS = frozenset(
    "script style pre template svg math noscript textarea select datalist button iframe object canvas audio video nav"
    " listing xmp plaintext".split()
)
HIDDEN_WORDS = frozenset("code kbd samp tt rt rp".split())
"""Elements whose text is no prose, those inside a line apart: these end with their block at the latest."""

QUOTATION_MARKS = (("“", "”"), ("‘", "’"))
PUBLISHED_CLASS = lazy_pattern(
    r"publish|pub-?date|post(?:ed)?-?(?:date|on)|entry-date|article-?date|dateline|timestamp", re.I
)


class Element(Struct, frozen=True):
    """An open element: the kind, level and group of its text, and the kind that blocks inside it take over."""

    name: str
    kind: BlockKind
    level: int
    group: int
    inner: BlockKind


class Walker:
    """Appends the prose of HTML tokens to a builder, and gathers links, comments and marked dates on the way.

    `headline` is the source offset of the heading that is the article's title. The time taken is linear in the number
    of tokens, however deep the elements are nested.
    """

    def __init__(
        self, text: str, builder: ProseBuilder, root: Element, headline: int = -1, first_group: int = 1
    ) -> None:
        self.anchors: list[Anchor] = []
        self.comments: list[Comment] = []
        self.published: list[DeclaredDate] = []
        self.marked: list[DeclaredDate] = []
        self.next_group = first_group
        self._text = text
        self._builder = builder
        self._stack = [root]
        self._open: Counter[str] = Counter()
        self._headline = headline
        self._hidden = ""
        self._depth = 0
        self._closable: Counter[str] = Counter()
        self._anchor: Token | None = None
        self._time: Token | None = None
        self._quotations = 0
        self._raised = False
        self._broken = False

    def walk(self, tokens: Sequence[Token]) -> None:
        """Append the prose of all tokens, and close the last block."""
        self._closable.update(token.name for token in tokens if token.kind == "close")
        for token in tokens:
            if token.kind == "close":
                self._closable[token.name] -= 1
            if token.kind == "comment":
                self.comments.append(Comment(Span(token.start, token.end), token.value))
            elif self._hidden:
                self._pass(token)
            else:
                self._take(token)
        self._break()

    def _take(self, token: Token) -> None:
        if token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token)
        elif token.kind == "entity":
            self._builder.replace(token.value, token.start, token.end)
            self._broken = False
        else:
            self._builder.copy(token.start, token.end)
            self._broken = self._broken and self._text[token.start : token.end].isspace()

    def _pass(self, token: Token) -> None:
        """Pass over a token inside an element that is no prose."""
        if token.name == self._hidden and token.kind in ("open", "close"):
            self._depth += 1 if token.kind == "open" else -1
            if self._depth == 0:
                self._hidden = ""
        elif token.name in BLOCKS and (self._hidden in HIDDEN_WORDS or self._hidden in ("a", "sup")):
            self._hidden = ""
            self._take(token)

    def _hide(self, token: Token) -> None:
        """Pass over an element, if it ends: one that does not would take the rest of the article with it."""
        if self._closable[token.name] > 0:
            self._hidden = token.name
            self._depth = 1

    def _start(self, token: Token) -> None:
        name = token.name
        if name in HIDDEN_BLOCKS or ("hidden" in token.attributes and name not in ("html", "body")):
            self._break()
            self._hide(token)
        elif name in BLOCKS:
            self._break()
            self._push(token)
        elif name in HIDDEN_WORDS:
            self._builder.space(token.start, token.end)
            self._hide(token)
        elif name in ("br", "hr"):
            self._line_break(token)
        else:
            self._start_words(token)

    def _start_words(self, token: Token) -> None:
        """An element inside a line."""
        name, target = token.name, token.attributes.get("href", "")
        if name == "a":
            if target.startswith("#") and (self._raised or token.attributes.get("role") == "doc-noteref"):
                self._hide(token)
                return
            self._anchor = token
        elif name == "sup":
            self._raised = True
            if self._anchor is not None and self._anchor.attributes.get("href", "").startswith("#"):
                self._hide(token)
        elif name == "q":
            self._builder.replace(QUOTATION_MARKS[self._quotations % 2][0], token.start, token.end)
            self._quotations += 1
        elif name == "time":
            self._time = token

    def _end(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            self._break()
            self._pop(name)
        elif name == "a" and self._anchor is not None:
            span = Span(self._anchor.end, token.start)
            if target := self._anchor.attributes.get("href", ""):
                self.anchors.append(Anchor(span, target))
            self._anchor = None
        elif name == "sup":
            self._raised = False
        elif name == "q" and self._quotations > 0:
            self._quotations -= 1
            self._builder.replace(QUOTATION_MARKS[self._quotations % 2][1], token.start, token.end)
        elif name == "time" and self._time is not None:
            self._end_time(self._time, token)
            self._time = None

    def _end_time(self, opened: Token, closed: Token) -> None:
        words = re.sub(r"<[^>]*>", " ", self._text[opened.end : closed.start])
        date = parse_date(opened.attributes.get("datetime", "") or words)
        if date is None:
            return
        declared = DeclaredDate(date, "time-element", Span(opened.end, closed.start))
        attributes = opened.attributes
        own = attributes.get("itemprop", "").lower() == "datepublished" or "pubdate" in attributes
        if own or PUBLISHED_CLASS.search(attributes.get("class", "")):
            self.published.append(declared)
        else:
            self.marked.append(declared)

    def _push(self, token: Token) -> None:
        parent = self._stack[-1]
        kind = KINDS.get(token.name, parent.inner)
        inner = kind if kind in INHERITED else parent.inner
        level = int(token.name[1]) if kind == "heading" else 0
        group = parent.group
        if token.name in GROUPS:
            group = self.next_group
            self.next_group += 1
        if token.start == self._headline:
            kind, level = "title", 0
        self._stack.append(Element(token.name, kind, level, group, inner))
        self._open[token.name] += 1

    def _pop(self, name: str) -> None:
        """Close an element and whatever is still open inside it; an end without a beginning is nothing."""
        if not self._open[name]:
            return
        while True:
            closed = self._stack.pop()
            self._open[closed.name] -= 1
            if closed.name == name:
                return

    def _break(self) -> None:
        top = self._stack[-1]
        grouped = top.kind in INHERITED
        self._builder.close(top.kind, top.level, top.group if grouped else 0)
        self._broken = False
        self._quotations = 0

    def _line_break(self, token: Token) -> None:
        """A line break is a space; a second one, or a rule, parts paragraphs."""
        if self._broken or token.name == "hr":
            self._break()
        else:
            self._builder.space(token.start, token.end)
            self._broken = True
