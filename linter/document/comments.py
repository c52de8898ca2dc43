"""Comments that a Markdown parser does not know as such, made comments that it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.draft import Comment

LINK_COMMENT = lazy_pattern(
    r"^[ \t]{0,3}(?P<all>\[(?://|comment)\]:[ \t]*(?:\#|<>)[ \t]*[(\"']"
    r"(?P<words>\s*factlint\b[^\r\n]*)[)\"'])[ \t]*\r?$",
    re.MULTILINE,
)
# The words hold no second opening: else each of many without an end would be followed to the end of the file.
BRACE_COMMENT = lazy_pattern(r"(?P<all>\{/\*(?P<words>\s*factlint\b(?:(?!\{/\*|\*/).)*)\*/\})", re.DOTALL)
MDX_COMMENT = lazy_pattern(r"(?P<all>\{/\*(?P<words>(?:(?!\{/\*|\*/).)*)\*/\})", re.DOTALL)
MDX_EXPRESSION = lazy_pattern(r"(?<!\\)(?P<all>\{(?P<words>[^{}\r\n]{5,})\})")
MDX_MODULE = lazy_pattern(
    r"^(?P<all>(?P<words>(?:import\s[^\r\n]*?['\"][^'\"\r\n]+['\"]|export\s+(?:const|let|var|default|function|async|class|[{*]))"
    r"[^\r\n]*(?:\r?\n[^\r\n]+)*))",
    re.MULTILINE,
)

EVERYWHERE = (LINK_COMMENT, BRACE_COMMENT)
IN_MDX = (LINK_COMMENT, MDX_COMMENT, MDX_EXPRESSION, MDX_MODULE)


def masked(text: str, start: int, *, mdx: bool) -> tuple[str, tuple[Comment, ...]]:
    """A text from an offset on, with comments in braces or as link references made HTML comments of the same length.

    Whether they stand in code, where they are none, is for the parser to say. The comments come with the spans and
    words they have in the source. `mdx` masks expressions and modules too.
    """
    comments: list[Comment] = []
    body = text[start:]
    for pattern in IN_MDX if mdx else EVERYWHERE:
        if mdx or "factlint" in body:
            found = tuple(_comments(pattern, body, start))
            comments.extend(found)
            body = _blotted(body, found, start)
    return body, tuple(comments)


def _comments(pattern: re.Pattern[str], body: str, base: int) -> Iterator[Comment]:
    for found in pattern.finditer(body):
        start, end = found.span("all")
        yield Comment(Span(start + base, end + base), found["words"])


def _blotted(body: str, comments: tuple[Comment, ...], base: int) -> str:
    parts: list[str] = []
    place = 0
    for comment in comments:
        start, end = comment.span.start - base, comment.span.end - base
        parts.extend((body[place:start], "<!--", "x" * (end - start - 7), "-->"))
        place = end
    return "".join((*parts, body[place:]))
