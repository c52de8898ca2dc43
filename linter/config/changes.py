"""What a configuration says of single rules."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.config.layer import Layer
from linter.config.resolve import Resolved
from linter.core.node import Node


class Change(Struct, frozen=True):
    """What one layer says of one rule: `node` is a level, `off`, or a mapping of keys to values."""

    name: str
    layer: Layer
    node: Node


def changes(resolved: Resolved) -> Iterator[Change]:
    """Everything that the layers say of single rules, the strongest last."""
    for layer in resolved.layers:
        node = layer.gives("rules")
        for name, member in (node.value if node is not None and isinstance(node.value, dict) else {}).items():
            yield Change(name, layer, member)
