"""Values with the places where they stand in a file, as YAML is read into them."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

Scalar = str | int | float | bool | None
"""What stands where nothing is nested."""

Plain = Scalar | list["Plain"] | dict[str, "Plain"]
"""Python data without places."""


class Node(Struct, frozen=True):
    """A value and the place where it begins: line and column from 1, in code points.

    `key_place` is the line and column of its key where it is a member of a mapping, else its own. A member of which
    nothing is written has its key's place.
    """

    value: Scalar | tuple[Node, ...] | dict[str, Node]
    line: int
    column: int
    key_place: tuple[int, int]

    def plain(self) -> Plain:
        """The value without places: lists, dicts and scalars."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        return self.value


def pack(node: Node) -> list[Any]:
    """A node with its places as plain lists, dicts and scalars."""
    value: Any = node.value
    if isinstance(value, dict):
        value = {key: pack(member) for key, member in value.items()}
    elif isinstance(value, tuple):
        value = [pack(item) for item in value]
    return [value, node.line, node.column, *node.key_place]


def unpack(packed: Any) -> Node:
    """The node of what `pack` made."""
    value, line, column, key_line, key_column = packed
    if isinstance(value, dict):
        value = {key: unpack(member) for key, member in value.items()}
    elif isinstance(value, list):
        value = tuple([unpack(item) for item in value])
    return Node(value, line, column, (key_line, key_column))
