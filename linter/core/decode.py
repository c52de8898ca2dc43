"""From YAML nodes to records (`linter.core.record`), by their type annotations.

Everything that does not fit is collected, each with its place; a value is made only when nothing was wrong. Types are
taken strictly: text is not a number, a number is not text, one text is not a list of texts. A class with a method
`from_scalar` makes itself of a text or number; a record with a method `validate` may refuse its values there, too.
"""

from __future__ import annotations

import contextlib
import datetime
import itertools
import math
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct

from linter.core.field import FieldError
from linter.core.node import Node
from linter.core.problem import Problem, did_you_mean
from linter.core.record import is_record, names, required
from linter.core.source import Source
from linter.core.yaml import frame

T = TypeVar("T")

Made = tuple[Any, tuple[Problem, ...]]
"""A value, which counts only when there are no problems, and the problems."""


class Decoded(Struct, Generic[T], frozen=True):
    """A value, or the reasons why there is none."""

    value: T | None
    problems: tuple[Problem, ...] = ()


def decode(kind: type[T], node: Node, source: Source) -> Decoded[T]:
    """Make a value of a record (or any other annotation) of a node.

    `source` is the file the node stands in, for code frames; its path is the problems' path. A ValueError of the
    record's own `__post_init__` or `validate` becomes a problem at the node.
    """
    value, problems = Decoder(source).make(kind, node)
    return Decoded(None, problems) if problems else Decoded(value)


@cache
def hints(kind: type) -> Mapping[str, Any]:
    """The annotations of a record's fields, by key, in their order."""
    known = typing.get_type_hints(kind)
    return {key: known[name] for key, name in names(kind).items()}


@cache
def described(kind: Any) -> str:
    """An annotation in the words of somebody who writes YAML."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return "one of " + ", ".join(str(choice) for choice in arguments)
    if origin is tuple and arguments[-1] is ...:
        return f"a list ({described(arguments[0])} each)"
    if origin is tuple:
        return f"a list of {len(arguments)} ({', '.join(map(described, arguments))})"
    if is_union(kind):
        return " or ".join(described(member) for member in arguments)
    if is_own(kind):
        return str(kind.described)
    if is_mapping(kind) or is_record(kind):
        return "a mapping"
    return WORDS.get(kind, str(kind))


def is_union(kind: Any) -> bool:
    """Whether an annotation is `A | B`, `Union[A, B]` or `Optional[A]`."""
    return typing.get_origin(kind) in (typing.Union, types.UnionType)


def is_own(kind: Any) -> bool:
    """Whether a class makes itself of a text or a number: `from_scalar`, and `described` for what it wants."""
    return isinstance(kind, type) and hasattr(kind, "from_scalar")


def is_mapping(kind: Any) -> bool:
    """Whether an annotation is a mapping: its keys are text, or a Literal of texts."""
    origin = typing.get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


WORDS: dict[Any, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    types.NoneType: "null",
    datetime.date: "a date (like 2024-01-31)",
}
"""What a scalar type is called."""


class Decoder:
    """Makes values of the nodes of one source."""

    def __init__(self, source: Source) -> None:
        """Decode nodes of this source."""
        self._source = source

    def problem(self, place: tuple[int, int], message: str, hint: str = "") -> Problem:
        """A problem at a line and a column of the source, with its frame."""
        return Problem(self._source.path, *place, message, hint, frame(self._source, place[0]))

    def make(self, kind: Any, node: Node) -> Made:
        """A value of an annotation, and what was wrong."""
        maker: Callable[[Any, Node], Made] = getattr(self, _maker(kind))
        return maker(kind, node)

    def members(self, kind: type, node: Node, also: tuple[str, ...] = ()) -> tuple[dict[str, Any], tuple[Problem, ...]]:
        """The values of a record's fields as a mapping gives them: unknown and missing keys are problems.

        A field with a problem has a value of no meaning. `also` are keys that a hint may name besides the fields.
        """
        if not isinstance(node.value, dict):
            return {}, self._wrong(kind, node)
        made = {key: self.make(hints(kind)[key], member) for key, member in node.value.items() if key in hints(kind)}
        strangers = tuple(self._strangers(node.value, tuple(hints(kind)), also))
        problems = (*strangers, *self._missing(kind, node), *_problems(made.values()))
        return {key: value for key, (value, _) in made.items()}, problems

    def build(self, kind: Callable[..., Any], values: Mapping[str, Any], node: Node) -> Made:
        """Make a record of the values of keys; its ValueError is a problem at the node, or at the key it names."""
        renamed = names(kind) if isinstance(kind, type) else {}
        try:
            made = kind(**{renamed.get(key, key): value for key, value in values.items()})
            if hasattr(made, "validate"):
                made.validate()
            return made, ()
        except ValueError as error:
            return None, (self._refused(error, node),)

    def _refused(self, error: ValueError, node: Node) -> Problem:
        members = node.value if isinstance(node.value, dict) else {}
        at = members.get(error.key, node) if isinstance(error, FieldError) else node
        return self.problem((at.line, at.column), str(error), getattr(error, "hint", ""))

    def _own(self, kind: Any, node: Node) -> Made:
        if not fits(kind, node):
            return None, self._wrong(kind, node)
        try:
            return kind.from_scalar(node.value), ()
        except ValueError as error:
            return None, (self._refused(error, node),)

    def _record(self, kind: Any, node: Node) -> Made:
        values, problems = self.members(kind, node)
        return (None, problems) if problems else self.build(kind, values, node)

    def _strangers(
        self, members: Mapping[str, Node], fields: tuple[str, ...], also: tuple[str, ...]
    ) -> Iterator[Problem]:
        for key, member in members.items():
            if key not in fields:
                near = did_you_mean(key.replace("-", "_"), (*fields, *also))
                hint = near or (f"known keys: {', '.join(fields)}" if fields else "this takes no keys of its own")
                yield self.problem(member.key_place, f"unknown key {key[:80]!r}", hint)

    def _missing(self, kind: type, node: Node) -> Iterator[Problem]:
        given = node.value if isinstance(node.value, dict) else {}
        for name, annotation in hints(kind).items():
            if name in required(kind) and name not in given:
                message = f"the key {name!r} is missing"
                yield self.problem((node.line, node.column), message, f"{name}: {described(annotation)}")

    def _items(self, kind: Any, node: Node) -> Made:
        kinds = typing.get_args(kind)
        if not isinstance(node.value, tuple) or (kinds[-1] is not ... and len(kinds) != len(node.value)):
            return None, self._wrong(kind, node)
        each = itertools.repeat(kinds[0]) if kinds[-1] is ... else kinds
        made = [self.make(*pair) for pair in zip(each, node.value, strict=False)]
        return tuple(value for value, _ in made), _problems(made)

    def _mapping(self, kind: Any, node: Node) -> Made:
        if not isinstance(node.value, dict):
            return None, self._wrong(kind, node)
        key_kind, value_kind = typing.get_args(kind)
        places = {key: Node(key, *member.key_place, member.key_place) for key, member in node.value.items()}
        keys = [self.make(key_kind, place) for place in places.values()]
        made = [self.make(value_kind, member) for member in node.value.values()]
        return {key: value for key, (value, _) in zip(node.value, made, strict=True)}, _problems((*keys, *made))

    def _literal(self, kind: Any, node: Node) -> Made:
        choices = typing.get_args(kind)
        for choice in choices:
            if type(choice) is type(node.value) and choice == node.value:
                return choice, ()
        if not isinstance(node.value, str):
            return None, self._wrong(kind, node)
        hint = did_you_mean(node.value, map(str, choices)) or f"allowed: {', '.join(map(str, choices))}"
        return None, (self.problem((node.line, node.column), f"{node.value[:80]!r} is not allowed here", hint),)

    def _union(self, kind: Any, node: Node) -> Made:
        tried = [self.make(member, node) for member in typing.get_args(kind) if fits(member, node)]
        for value, problems in tried:
            if not problems:
                return value, ()
        return tried[0] if tried else (None, self._wrong(kind, node))

    def _scalar(self, kind: Any, node: Node) -> Made:
        value = node.value
        if kind is datetime.date and isinstance(value, str):
            return self._date(value, node)
        if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
            return (float(value), ()) if math.isfinite(value) else (None, self._wrong(kind, node))
        if kind in WORDS and type(value) is kind:
            return value, ()
        return None, self._wrong(kind, node)

    def _date(self, text: str, node: Node) -> Made:
        with contextlib.suppress(ValueError):
            date = datetime.date.fromisoformat(text)
            if date.isoformat() == text:  # Python also reads 20240131 and 2024-W05-3
                return date, ()
        message = f"{text[:80]!r} is not a date"
        return None, (self.problem((node.line, node.column), message, "write it like 2024-01-31"),)

    def _wrong(self, kind: Any, node: Node) -> tuple[Problem, ...]:
        message = f"expected {described(kind)}, found {found(node)}"
        return (self.problem((node.line, node.column), message, _remedy(kind, node)),)


@cache
def _maker(kind: Any) -> str:
    """The name of the decoder's method for an annotation: looking an annotation over takes longer than the decoding."""
    if is_union(kind):
        return "_union"
    if is_mapping(kind):
        return "_mapping"
    if is_own(kind):
        return "_own"
    if is_record(kind):
        return "_record"
    return {Literal: "_literal", tuple: "_items"}.get(typing.get_origin(kind), "_scalar")


def fits(kind: Any, node: Node) -> bool:
    """Whether a node has the outward form of an annotation: a scalar's type, a list, a mapping."""
    if typing.get_origin(kind) is tuple:
        return isinstance(node.value, tuple)
    if is_own(kind):
        return type(node.value) in (str, int)
    if is_mapping(kind) or is_record(kind):
        return isinstance(node.value, dict)
    if typing.get_origin(kind) is Literal:
        return any(type(choice) is type(node.value) for choice in typing.get_args(kind))
    if kind is float:
        return type(node.value) in (int, float)
    return type(node.value) is (str if kind is datetime.date else kind)


def found(node: Node) -> str:
    """What stands at a node, in the words of somebody who writes YAML."""
    if isinstance(node.value, tuple):
        return "a list"
    if isinstance(node.value, dict):
        return "a mapping"
    if node.value is None:
        return "nothing"
    return f"the text {node.value[:40]!r}" if isinstance(node.value, str) else str(node.value).lower()


def _remedy(kind: Any, node: Node) -> str:
    if kind is str and isinstance(node.value, int | float | bool):
        return "put it in quotes"
    if typing.get_origin(kind) is tuple and isinstance(node.value, str):
        return "put it in brackets, or on a line of its own after a dash"
    return ""


def _problems(made: typing.Iterable[Made]) -> tuple[Problem, ...]:
    return tuple(problem for _, problems in made for problem in problems)
