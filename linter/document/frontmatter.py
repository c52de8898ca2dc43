"""Front matter: what an article declares about itself above its text, in YAML (`---`) or TOML (`+++`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from linter.core.calendar import FigureOrder
from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem
from linter.core.source import Source
from linter.core.span import Span
from linter.document.dates import parse_date
from linter.document.declared import Value, read_toml, read_yaml
from linter.document.draft import Comment
from linter.document.model import DeclaredDate
from linter.document.prose import ProseBuilder
from linter.document.scalars import Run, map_scalar

FENCE = lazy_pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
CLOSING = {
    "---": lazy_pattern(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE),
    "+++": lazy_pattern(r"^\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE),
}

TITLE_KEYS = ("title", "headline")
DATE_KEYS = (
    "date",
    "published",
    "publishdate",
    "pubdate",
    "publicationdate",
    "datepublished",
    "publishedat",
    "created",
)
AUTHOR_KEYS = ("author", "authors", "byline")
SOURCE_KEYS = ("sources", "source")
DIRECTIVE_KEY = "factlint"
"""Keys that are read, in the order in which they are looked for; case, `_` and `-` make no difference."""


class FrontMatter(Struct, frozen=True):
    """What front matter declares; `body` is the source offset where the text begins, 0 where there is none.

    `title_runs` are the title's words with their places in the source. `directives` are instructions to the linter.
    """

    body: int = 0
    title: str = ""
    title_runs: tuple[Run, ...] = ()
    author: str = ""
    dates: tuple[DeclaredDate, ...] = ()
    sources: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    directives: tuple[Comment, ...] = ()


def read_front_matter(source: Source, order: FigureOrder | None = None) -> FrontMatter:
    """The front matter of a source; one that cannot be read becomes problems with their lines in the file.

    `order` is that of its dates in figures, None where nothing tells. Text between two
    rules that is no mapping is no front matter.
    """
    opening = FENCE.match(source.text)
    if opening is None:
        return FrontMatter()
    closing = _closing(source.text, opening)
    if closing is None:
        return FrontMatter()
    read = read_yaml if opening[1] == "---" else read_toml
    values = read(source, opening.end(), closing.start())
    if values is None:
        return FrontMatter()
    if isinstance(values, tuple):
        return FrontMatter(closing.end(), problems=values)
    directives, problems = _directives(source, values, closing.end())
    declared = _declared(source.text, values, closing.end(), order)
    return replace(declared, problems=problems, directives=directives)


def _closing(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    """The closing fence; of lines ended by a lone CR too, which `^` does not see."""
    found = CLOSING[opening[1]].search(text, opening.end())
    if found is None and "\r" in text:
        return lazy_pattern(CLOSING[opening[1]].pattern.replace("^", r"(?<![^\r\n])")).search(text, opening.end())
    return found


def open_with_title(builder: ProseBuilder, front: FrontMatter, headline: str) -> None:
    """Begin a document's prose with the front matter's title, unless the text's own headline says the same."""
    if not front.title or _words(front.title) == _words(headline):
        return
    for run in front.title_runs:
        if run.text is None:
            builder.copy(run.start, run.end)
        else:
            builder.replace(run.text, run.start, run.end)
    builder.close("title")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _declared(text: str, values: Mapping[str, Value], body: int, order: FigureOrder | None) -> FrontMatter:
    known = {re.sub(r"[_\s-]", "", key.lower()): value for key, value in reversed(list(values.items()))}
    title = next((known[key] for key in TITLE_KEYS if key in known and known[key].words), None)
    return FrontMatter(
        body,
        title.words if title else "",
        map_scalar(text, title.words, Span(title.start, body)) if title else (),
        ", ".join(_list(known, AUTHOR_KEYS)),
        tuple(_dates(known, order)),
        tuple(_list(known, SOURCE_KEYS)),
    )


def _dates(known: Mapping[str, Value], order: FigureOrder | None) -> Iterator[DeclaredDate]:
    for key in DATE_KEYS:
        date = parse_date(known[key].words, order) if key in known else None
        if date is not None:
            start = known[key].start
            yield DeclaredDate(date, "front-matter", Span(start, start + len(known[key].words)))


def _list(known: Mapping[str, Value], keys: tuple[str, ...]) -> tuple[str, ...]:
    return next((known[key].items for key in keys if key in known and known[key].items), ())


def _directives(
    source: Source, values: Mapping[str, Value], body: int
) -> tuple[tuple[Comment, ...], tuple[Problem, ...]]:
    """What stands under the key `factlint`: one directive, or a list of them, written as in a comment."""
    value = values.get(DIRECTIVE_KEY)
    if value is None:
        return (), ()
    starts = value.starts or (value.start,)
    if len(value.items) != len(starts):
        position = source.position(value.start)
        hint = "write file-ignore[pack/name] reason, or a list of such; in quotation marks where a colon stands in it"
        line = source.line_text(position.line)
        told = "the key 'factlint' holds no directive"
        return (), (Problem(source.path, position.line, position.column, told, hint, line),)
    pairs = zip(value.items, starts, strict=True)
    return tuple(_comment(source.text, words, Span(start, body)) for words, start in pairs), ()


def _comment(text: str, words: str, span: Span) -> Comment:
    return Comment(Span(span.start, map_scalar(text, words, span)[-1].end), f"{DIRECTIVE_KEY}: {words}")
