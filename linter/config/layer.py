"""One place that settings come from: a profile, a file, a part of a file, the environment, the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from linter.config.keys import Scope
from linter.core.globs import Matcher
from linter.core.node import Node
from linter.core.problem import Problem
from linter.core.record import names
from linter.core.source import Source
from linter.core.yaml import frame

NOTHING = Node({}, 1, 1, (1, 1))


class Layer(Struct, frozen=True, eq=False):
    """Settings of one origin, with their places.

    `values` hold what `node` gives, and defaults for what it does not. `base` is the folder that paths and patterns are
    relative to; `root` the one that they may not leave, "" where the user's own word is trusted. `applies` tells the
    files it is for, by their paths relative to `base`; None for all. `labels` say by key what gave it where that is no
    file: a flag, a variable.
    """

    values: Scope
    node: Node
    source: Source
    base: str = ""
    root: str = ""
    applies: Matcher | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    def gives(self, key: str) -> Node | None:
        """The node of a key; None where this layer says nothing of it."""
        return self.node.value.get(key) if isinstance(self.node.value, dict) else None

    def value(self, key: str) -> Any:
        """The decoded value of a key."""
        kind: type = type(self.values)
        return getattr(self.values, names(kind)[key])

    def has(self, key: str) -> bool:
        """Whether this layer gives a value to a key."""
        return self.gives(key) is not None

    def origin(self, key: str, node: Node | None = None) -> str:
        """Where a key's value, or a node in it, comes from, as a reader wants to see it."""
        if key in self.labels:
            return self.labels[key]
        place = node or self.gives(key) or self.node
        return f"{self.source.path}:{place.key_place[0]}"

    def problem(self, node: Node, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem at a node of this layer, or at its key."""
        if self.labels:
            return Problem(", ".join(dict.fromkeys(self.labels.values())), 1, 1, message, hint)
        line, column = node.key_place if key else (node.line, node.column)
        return Problem(self.source.path, line, column, message, hint, frame(self.source, line))

    def items(self, key: str) -> Iterator[tuple[str, Node]]:
        """The texts of a list, each with its place."""
        node = self.gives(key)
        for item in node.value if node is not None and isinstance(node.value, tuple) else ():
            yield str(item.value), item
