"""The table `tool.factlint` of a pyproject.toml, as nodes with places: the standard parser tells none.

The parser of the standard library says what the values are. Where they stand is found by reading the headers and keys
of the table's own lines again, a statement at a time; what cannot be found there has the place of what it stands in.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from msgspec import Struct

from linter.core.errors import ProblemsError
from linter.core.node import Node, Scalar
from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem
from linter.core.source import Source
from linter.core.yaml import frame

TABLE = ("tool", "factlint")
HEADER = lazy_pattern(r"\s*\[\[?[^\]\n]*\]\]?\s*(?:#.*)?")
PLACE = lazy_pattern(r"\s*\(at line (\d+), column (\d+)\)$")
DEEPEST = 16
LONGEST_STATEMENT = 2000
"""Lines after which an unfinished statement is given up."""

Path = tuple[str | int, ...]
"""Keys and indexes that lead to a value."""


class Place(Struct, frozen=True):
    """Where a key stands, and where its value begins and ends, in offsets into the file."""

    key: int
    start: int
    end: int


def toml_table(source: Source) -> Node | None:
    """The table of factlint; None where the file has none. Raises ProblemsError for a file that is no TOML."""
    import tomllib

    if TABLE[1] not in source.text:
        return None
    try:
        table = tomllib.loads(source.text.replace("\r\n", "\n")).get(TABLE[0], {})
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProblemsError((_broken(str(error), source),)) from None
    if not isinstance(table, Mapping) or TABLE[1] not in table:
        return None
    return _Nodes(source, dict(_places(source))).node(table[TABLE[1]], TABLE, Place(0, 0, len(source.text)))


def _broken(message: str, source: Source) -> Problem:
    found = PLACE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (len(source.line_starts), 1)
    told = PLACE.sub("", message) if found else message.replace(" (at end of document)", " at the end of the file")
    line = min(line, len(source.line_starts))
    return Problem(source.path, line, column, f"cannot be read as TOML: {told}", "", frame(source, line))


class _Nodes:
    """Makes nodes of plain values and the places that were found."""

    def __init__(self, source: Source, places: Mapping[Path, Place]) -> None:
        self._source = source
        self._places = places

    def node(self, value: Any, path: Path, around: Place) -> Node:
        """The node of a value; `around` is the place of what it stands in."""
        if len(path) > DEEPEST:
            position = self._source.position(around.key)
            raise ProblemsError(
                (Problem(self._source.path, position.line, 1, f"values are nested deeper than {DEEPEST} levels"),)
            )
        place = self._places.get(path, around)
        at, key = self._source.position(place.start), self._source.position(place.key)
        return Node(self._value(value, path, place), at.line, at.column, (key.line, key.column))

    def _value(self, value: Any, path: Path, place: Place) -> Scalar | tuple[Node, ...] | dict[str, Node]:
        if isinstance(value, Mapping):
            return {name: self.node(member, (*path, name), place) for name, member in value.items()}
        if isinstance(value, list):
            return tuple(self._items(value, path, place))
        if isinstance(value, datetime.date | datetime.time):
            return value.isoformat()
        assert value is None or isinstance(value, str | int | float | bool)
        return value

    def _items(self, values: list[Any], path: Path, place: Place) -> Iterator[Node]:
        after = place.start
        for index, value in enumerate(values):
            found = self._find(value, after, place.end)
            item = Place(found, found, place.end) if found >= 0 else place
            after = found + 1 if found >= 0 else after
            yield self.node(value, (*path, index), item)

    def _find(self, value: Any, start: int, end: int) -> int:
        if not isinstance(value, str):
            return -1
        found = (self._source.text.find(mark + value + mark, start, end) for mark in ('"', "'"))
        return min((place for place in found if place >= 0), default=-1)


def _places(source: Source) -> Iterator[tuple[Path, Place]]:
    """The places of the table's keys, of those in tables below it, and of these tables."""
    here: Path = ()
    counts: dict[Path, int] = {}
    lines = source.text.split("\n")
    offsets = [0, *accumulate(len(line) + 1 for line in lines)]
    number = 0
    while number < len(lines):
        line, offset = lines[number].rstrip("\r"), offsets[number]
        number += 1
        if HEADER.fullmatch(line):
            here = _header(line, counts)
            if here[:2] == TABLE:
                start = offset + len(line) - len(line.lstrip())
                yield here, Place(start, start, len(source.text))
        elif here[: len(TABLE)] == TABLE and "=" in line and not line.lstrip().startswith("#"):
            number += _statement(lines, number - 1) - 1
            yield from _member(here, line, offset, offsets[number] - offset)


def _header(line: str, counts: dict[Path, int]) -> Path:
    """The path that a header names; an item of an array of tables has its index in it."""
    import tomllib

    try:
        value: Any = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    path: Path = ()
    while value:
        if isinstance(value, list):
            counts[path] = counts.get(path, -1) + 1
            return (*path, counts[path])
        (name, value), *_ = value.items()
        path = (*path, name)
        if path in counts and isinstance(value, dict):
            path = (*path, counts[path])
    return path


def _statement(lines: list[str], first: int) -> int:
    """How many lines the statement takes that begins on a line."""
    import tomllib

    for length in range(1, min(LONGEST_STATEMENT, len(lines) - first) + 1):
        try:
            tomllib.loads("\n".join(lines[first : first + length]).replace("\r", ""))
        except tomllib.TOMLDecodeError:
            continue
        return length
    return 1


def _member(here: Path, line: str, offset: int, length: int) -> Iterator[tuple[Path, Place]]:
    """The place of the key that a line gives, and those of the keys that a dotted one goes through."""
    import tomllib

    key, equals, rest = line.partition("=")
    try:
        value: Any = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return
    start = offset + len(key) - len(key.lstrip())
    begin = offset + len(key) + len(equals) + len(rest) - len(rest.lstrip())
    path = here
    while isinstance(value, dict):
        (name, value), *_ = value.items()
        path = (*path, name)
        yield path, Place(start, begin, offset + length)
