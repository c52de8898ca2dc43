"""HTML pages: what stands in their head, and the prose of their body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from linter.core.pattern import lazy_pattern
from linter.core.source import Source
from linter.core.span import Span
from linter.document.dates import parse_date
from linter.document.draft import Draft
from linter.document.frontmatter import FrontMatter, open_with_title
from linter.document.hypertext import Element, Walker
from linter.document.model import DeclaredDate
from linter.document.prose import ProseBuilder
from linter.document.tags import Token, read_tags

DATE_NAMES = frozenset(
    "article:published_time article:published og:published_time og:article:published_time og:pubdate datepublished"
    " dc.date dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created date pubdate pub_date"
    " publishdate publish-date publish_date publication_date publication-date parsely-pub-date sailthru.date"
    " citation_publication_date citation_date created originalpublicationdate".split()
)
"""Names of `<meta>` under which pages give the day they were published."""

AUTHOR_NAMES = frozenset("author article:author dc.creator dcterms.creator byl parsely-author citation_author".split())
TITLE_NAMES = frozenset({"og:title", "headline", "dc.title", "twitter:title"})
LINKED_DATE = lazy_pattern(r'"datePublished"\s*:\s*"(?P<date>[^"]{8,40})"')
SITE_NAME = lazy_pattern(r"\s+[|·»]\s+[^|·»]{1,60}$")
ARTICLES = frozenset({"article", "main"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def parse_html(source: Source, front: FrontMatter) -> Draft:
    """Parse a page from the end of its front matter on.

    The first `<h1>` in the article is the title; where there is none, a first heading that repeats `<title>`, or else
    `<title>` itself.
    """
    text = source.text
    tokens = read_tags(text, front.body, len(text))
    page_title = SITE_NAME.sub("", _words(text, tokens, ("title",)))
    heading = _headline(text, tokens, page_title)
    builder = ProseBuilder(text)
    open_with_title(builder, front, "" if heading is None else _words_inside(text, tokens, heading))
    walker = Walker(
        text, builder, Element("", "paragraph", 0, 0, "paragraph"), -1 if heading is None else tokens[heading].start
    )
    walker.walk(tuple(_body(text, tokens, with_title=heading is None and not front.title)))
    prose, blocks = builder.build()
    return Draft(
        prose,
        blocks,
        title=next(_metas(tokens, TITLE_NAMES), page_title),
        author=next((name for name in _metas(tokens, AUTHOR_NAMES) if "://" not in name), ""),
        dates=(*_dates(text, tokens), *walker.published),
        marked=tuple(walker.marked),
        anchors=tuple(walker.anchors),
        comments=tuple(walker.comments),
    )


def _body(text: str, tokens: Sequence[Token], *, with_title: bool) -> Iterator[Token]:
    """The tokens that may hold prose: `<title>` only where it is the headline, and without the name of the site."""
    inside = False
    for token in tokens:
        inside = token.kind == "open" if token.name == "title" else inside
        if not (inside or token.name == "title"):
            yield token
        elif with_title:
            site = SITE_NAME.search(text[token.start : token.end]) if token.kind == "text" else None
            yield replace(token, end=token.start + site.start()) if site else token


def _headline(text: str, tokens: Sequence[Token], page_title: str) -> int | None:
    """The index of the heading that is the headline: the first `<h1>` with words, preferably inside the article."""
    first: int | None = None
    depth = 0
    for index, token in enumerate(tokens):
        if token.name in ARTICLES:
            depth += 1 if token.kind == "open" else -1
        if token.kind == "open" and token.name == "h1" and _words_inside(text, tokens, index):
            if depth > 0:
                return index
            first = index if first is None else first
    return first if first is not None else _repeating(text, tokens, page_title)


def _repeating(text: str, tokens: Sequence[Token], page_title: str) -> int | None:
    """The index of the first heading, where it says the same as the page's title."""
    headings = (index for index, token in enumerate(tokens) if token.kind == "open" and token.name in HEADINGS)
    index = next(headings, None)
    if index is None:
        return None
    words = _words_inside(text, tokens, index)
    return index if words and page_title.startswith(words) else None


def _words(text: str, tokens: Sequence[Token], names: tuple[str, ...]) -> str:
    found = (index for index, token in enumerate(tokens) if token.kind == "open" and token.name in names)
    index = next(found, None)
    return "" if index is None else _words_inside(text, tokens, index)


def _words_inside(text: str, tokens: Sequence[Token], index: int) -> str:
    """The text of an element up to its end, or to the next heading or paragraph."""
    name = tokens[index].name
    parts: list[str] = []
    for token in tokens[index + 1 : index + 200]:
        if token.name == name or token.name == "p":
            break
        if token.kind in ("text", "entity"):
            parts.append(token.value or text[token.start : token.end])
    return " ".join("".join(parts).replace("\u00ad", "").split())


def _metas(tokens: Sequence[Token], names: frozenset[str]) -> Iterator[str]:
    for token in tokens:
        if token.kind == "open" and token.name == "meta" and _meta_name(token) in names:
            content = token.attributes.get("content", "").strip()
            if content:
                yield content


def _meta_name(token: Token) -> str:
    given = (token.attributes.get(name, "") for name in ("property", "name", "itemprop"))
    return next((name.lower().strip() for name in given if name), "")


def _dates(text: str, tokens: Sequence[Token]) -> Iterator[DeclaredDate]:
    """The days of publication that the head, microdata and linked data give."""
    linked = False
    for token in tokens:
        span = Span(token.start, token.end)
        if token.kind == "open":
            linked = token.name == "script" and "ld+json" in token.attributes.get("type", "").lower()
            if token.name != "meta" and "itemprop" not in token.attributes:
                continue
            content = token.attributes.get("content", "")
            named = _meta_name(token)
            if named == "datepublished" or (token.name == "meta" and named in DATE_NAMES):
                date = parse_date(content) if content else None
                if date is not None:
                    yield DeclaredDate(date, "meta", span)
        elif linked and token.kind == "text":
            for found in LINKED_DATE.finditer(text, token.start, token.end):
                date = parse_date(found["date"])
                if date is not None:
                    yield DeclaredDate(date, "meta", Span(*found.span("date")))
