"""Facts with the places where they stand in their files, and what a validation says of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from linter.core.decode import decode
from linter.core.node import Node
from linter.core.problem import Problem
from linter.core.source import Source
from linter.core.yaml import frame
from linter.facts.model import Event, Holder, Office, Person, Place, Pollster

T = TypeVar("T")

Level = Literal["error", "warning", "note"]
"""An error cannot be true, or makes a name mean two things; a warning wants a look; a note is good to know."""


LEVELS: tuple[Level, ...] = ("error", "warning", "note")


class Remark(Struct, frozen=True):
    """What a validation has to say, and how grave it is."""

    level: Level
    problem: Problem

    @property
    def headline(self) -> str:
        """The one-line form, in the shape every editor parses."""
        return self.problem.headline.replace(": error: ", f": {self.level}: ", 1)


class Placed(Struct, Generic[T], frozen=True):
    """A fact and the node it was made of."""

    value: T
    node: Node
    source: Source

    @property
    def place(self) -> str:
        """Where it stands, as `path:line:column`."""
        return f"{self.source.path}:{self.node.line}:{self.node.column}"

    def remark(self, level: Level, message: str, hint: str = "", key: str = "", item: int = -1) -> Remark:
        """A remark at the fact, at the value of one of its keys, or at one item of that value."""
        at = self._at(key, item)
        shown = frame(self.source, at.line)
        return Remark(level, Problem(self.source.path, at.line, at.column, message, hint, shown))

    def _at(self, key: str, item: int) -> Node:
        members = self.node.value if isinstance(self.node.value, dict) else {}
        at = members.get(key, self.node)
        return at.value[item] if item >= 0 and isinstance(at.value, tuple) else at


class PlacedFile(Struct, frozen=True):
    """The facts of one file without mistakes. `built_in` for a file of the shipped base."""

    source: Source
    root: Node
    built_in: bool = False

    def events(self) -> Iterator[Placed[Event]]:
        """The events in their order."""
        return self._entries("events", Event)

    def people(self) -> Iterator[Placed[Person]]:
        """The people in their order."""
        return self._entries("people", Person)

    def places(self) -> Iterator[Placed[Place]]:
        """The places in their order."""
        return self._entries("places", Place)

    def pollsters(self) -> Iterator[Placed[Pollster]]:
        """The pollsters in their order."""
        return self._entries("pollsters", Pollster)

    def offices(self) -> Iterator[Placed[Office]]:
        """The offices in their order."""
        return self._entries("offices", Office)

    def holders(self, office: Placed[Office]) -> tuple[Placed[Holder], ...]:
        """The holders of an office by the beginning of their terms."""
        members = office.node.value if isinstance(office.node.value, dict) else {}
        placed = list(self._made(members.get("holders"), Holder))
        return tuple(sorted(placed, key=lambda holder: holder.value.start.first))

    def _entries(self, key: str, kind: type[T]) -> Iterator[Placed[T]]:
        members = self.root.value if isinstance(self.root.value, dict) else {}
        return self._made(members.get(key), kind)

    def _made(self, listed: Node | None, kind: type[T]) -> Iterator[Placed[T]]:
        for node in listed.value if listed is not None and isinstance(listed.value, tuple) else ():
            value = decode(kind, node, self.source).value
            if value is not None:
                yield Placed(value, node, self.source)
