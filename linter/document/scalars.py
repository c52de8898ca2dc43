"""Where each word of a declared value stands in the source, through quotes and escapes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.core.span import Span

ESCAPE = lazy_pattern(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n|[\s\S])")
SIMPLE_ESCAPES = {"n": "\n", "t": "\t", "r": "\n", "0": "", "e": "", "_": "\u00a0", "N": "\u0085", "L": "\n", "P": "\n"}
BLOCK_HEADER = lazy_pattern(r"[>|][-+\d]*[ \t]*(?:\r\n|\n|\r)")


class Run(Struct, frozen=True):
    """A span of the source, and the text it stands for; None where it stands for itself."""

    text: str | None
    start: int
    end: int


def map_scalar(source: str, words: str, span: Span) -> tuple[Run, ...]:
    """The runs of a scalar that begins at `span.start` and means `words`; one run for all where they cannot be told."""
    runs: list[Run] = []
    expected = "".join(words.split())
    seen = 0
    for run in _runs(source, span):
        text = source[run.start : run.end] if run.text is None else run.text
        solid = "".join(text.split())
        if not expected.startswith(solid, seen):
            break
        runs.append(run)
        seen += len(solid)
        if seen == len(expected):
            return tuple(runs)
    return (Run(words, span.start, _line_end(source, span)),)


def _runs(source: str, span: Span) -> Iterator[Run]:
    """The words, white space and escapes of a scalar, in order."""
    quote = source[span.start : span.start + 1]
    triple = source.startswith(quote * 3, span.start)
    header = BLOCK_HEADER.match(source, span.start, span.end)
    place = header.end() if header else span.start
    if quote and quote in "\"'":
        place += 3 if triple else 1
    for found in lazy_pattern(rf"{ESCAPE.pattern}|''|[^\s\\']+|\s+|'").finditer(source, place, span.end):
        text = found.group()
        if text[0] == "\\" and quote == '"':
            yield Run(_unescaped(text), *found.span())
        elif text == "''" and quote == "'" and not triple:
            yield Run("'", *found.span())
        elif quote == '"' and text.endswith('"'):
            yield Run(None, found.start(), found.start() + len(text.rstrip('"')))
        else:
            yield Run(None, *found.span())


def _unescaped(escape: str) -> str:
    letter = escape[1]
    if letter in "xuU":
        code = int(escape[2:], 16)
        return chr(code) if code <= 0x10FFFF else ""
    return "" if letter in "\r\n" else SIMPLE_ESCAPES.get(letter, letter)


def _line_end(source: str, span: Span) -> int:
    found = lazy_pattern(r"[\r\n]").search(source, span.start, span.end)
    return found.start() if found else span.end
