"""The values of front matter and where they stand: YAML and TOML, read without loading a parser where that will do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem
from linter.core.source import Source

if TYPE_CHECKING:
    from linter.core.yaml import Node

PLAIN_LINE = lazy_pattern(
    r"""(?P<key>[A-Za-z][\w-]*):[ \t]+
    (?: (?P<bare>[^\W_](?:[^\r\n:#]|:(?!\s|$)|(?<!\s)\#)*?) | "(?P<double>[^"\\\r\n]*)" | '(?P<single>[^'\r\n]*)' )
    [ \t]*(?:\r\n|\n|\r|\Z)""",
    re.VERBOSE,
)
"""A line `key: value` that means the same to every YAML parser: no nesting, escapes, comments, anchors or tags."""

NOT_TEXT = lazy_pattern(r"(?:true|false|null|yes|no|on|off)\Z", re.IGNORECASE)
TOML_PLACE = lazy_pattern(
    r"^(?P<message>.*?)\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL
)
TOML_KEY = r"^[ \t]*[\"']?{key}[\"']?[ \t]*=[ \t]*"


class Value(Struct, frozen=True):
    """A value as words, the source offset at which it begins, and its members where it is a list.

    `starts` are the offsets of all members of the list, also of those that are no words and are left out of `items`.
    """

    words: str
    start: int
    items: tuple[str, ...]
    starts: tuple[int, ...] = ()


Values = dict[str, Value]


def read_yaml(source: Source, start: int, end: int) -> Values | tuple[Problem, ...] | None:
    """The members of a mapping in YAML; None for what is no mapping, problems for what is no YAML."""
    simple = _plain_lines(source.text, start, end)
    if simple is not None:
        return simple
    from linter.core.errors import ProblemsError
    from linter.core.yaml import load

    line = source.position(start).line
    try:
        node = load(source.text[start:end], source.path, line_offset=line - 1)
    except ProblemsError as error:
        return error.problems
    if node.value is None:
        return {}
    if not isinstance(node.value, dict):
        return None
    return {key: _of_node(source, member) for key, member in node.value.items()}


def _plain_lines(text: str, start: int, end: int) -> Values | None:
    """The values of front matter that holds nothing but plain lines; None where it holds more.

    Nearly all front matter is so, and loading a YAML parser takes longer than linting the article.
    """
    values: Values = {}
    place = start
    while place < end:
        found = PLAIN_LINE.match(text, place, end)
        group = found.lastgroup if found else None
        if found is None or group is None or found["key"] in values:
            return None
        words = found[group]
        if group == "bare" and NOT_TEXT.match(words):
            return None
        values[found["key"]] = Value(words, found.start(group) - (group != "bare"), (words,) if words else ())
        place = found.end()
    return values


def _of_node(source: Source, node: Node) -> Value:
    start = _start(source, node)
    if isinstance(node.value, tuple):
        items = tuple(_name(member) for member in node.value)
        starts = tuple(_start(source, member) for member in node.value)
        return Value("", start, tuple(item for item in items if item), starts)
    words = _name(node)
    return Value(words, start, (words,) if words else ())


def _start(source: Source, node: Node) -> int:
    return source.line_starts[node.line - 1] + node.column - 1


def _name(node: Node) -> str:
    """A scalar as text; of a mapping the member that names it."""
    if isinstance(node.value, dict):
        named = next((node.value[key] for key in ("name", "title", "url", "path") if key in node.value), None)
        return _name(named) if named is not None else ""
    return "" if node.value is None or isinstance(node.value, tuple) else " ".join(str(node.value).split())


def read_toml(source: Source, start: int, end: int) -> Values | tuple[Problem, ...] | None:
    """The members of a TOML document; problems for what is no TOML."""
    import tomllib

    text = source.text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (_toml_problem(source, start, end, str(error)),)
    return {key: _of_toml(source.text, start, end, key, member) for key, member in table.items()}


def _of_toml(text: str, start: int, end: int, key: str, member: object) -> Value:
    # tomllib tells no places; a key of the top level stands at the start of a line.
    found = lazy_pattern(TOML_KEY.format(key=re.escape(key)), re.MULTILINE).search(text, start, end)
    place = found.end() if found else start
    if isinstance(member, list):
        return Value(
            "", place, tuple(str(item) for item in member if isinstance(item, (str, int))), (place,) * len(member)
        )
    words = "" if isinstance(member, dict) else " ".join(str(member).split())
    return Value(words, place, (words,) if words else ())


def _toml_problem(source: Source, start: int, end: int, told: str) -> Problem:
    found = TOML_PLACE.match(told)
    first = source.position(start).line
    line = first + int(found["line"]) - 1 if found and found["line"] else source.position(end).line
    column = int(found["column"]) if found and found["column"] else 1
    message = found["message"] if found else told
    return Problem(source.path, line, column, f"front matter: {message}", "", source.line_text(line))
