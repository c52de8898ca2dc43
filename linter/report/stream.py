"""JSON written piece by piece: the text of `json.dumps(…, indent=2)`, without the whole document in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

INDENT = "  "


class Streamed(Struct, frozen=True):
    """A JSON object whose members are written one after the other; iterators among them become arrays."""

    members: Mapping[str, Any]


def stream(value: Any, depth: int = 0) -> Iterator[str]:
    """Chunks of JSON in plain ASCII: a chunk for each value, and for each element of an iterator, which is an array.

    `depth` is how deep the value stands in the document.
    """
    if isinstance(value, Streamed):
        yield from _object(value.members, depth)
    elif isinstance(value, Iterator):
        yield from _array(value, depth)
    else:
        import json

        yield json.dumps(value, indent=len(INDENT)).replace("\n", "\n" + INDENT * depth)


def _object(members: Mapping[str, Any], depth: int) -> Iterator[str]:
    opening = "{"
    for name, value in members.items():
        yield f'{opening}\n{INDENT * (depth + 1)}"{name}": '
        yield from stream(value, depth + 1)
        opening = ","
    yield f"\n{INDENT * depth}}}"


def _array(values: Iterator[Any], depth: int) -> Iterator[str]:
    opening = "["
    for value in values:
        yield f"{opening}\n{INDENT * (depth + 1)}"
        yield from stream(value, depth + 1)
        opening = ","
    yield "[]" if opening == "[" else f"\n{INDENT * depth}]"
