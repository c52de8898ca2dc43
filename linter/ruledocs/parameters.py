"""What a check kind takes, from the types of its fields."""

from __future__ import annotations

import datetime
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from linter.core.decode import described, hints, is_mapping, is_union
from linter.core.record import defaults, is_record, names, required
from linter.ruleset.schema import field_words
from linter.ruleset.shipped import KeptCheck


class Parameter(Struct, frozen=True):
    """A key that a check kind takes.

    `name` is the key; `type` says in words what it wants; `required` whether a rule must give it, `default` what holds
    where it does not; `description` is what the check's documentation says of it.
    """

    name: str
    type: str
    required: bool
    default: Any
    description: str


def parameters(kind: type) -> tuple[Parameter, ...]:
    """The parameters of a check kind, or the keys of a nested mapping, in the order of their declaration."""
    return tuple(_parameter(kind, key, annotation) for key, annotation in hints(kind).items())


def nested(kind: type) -> tuple[type, ...]:
    """The records that parameters of a check kind are made of, each once, in the order they are met."""
    return tuple(dict.fromkeys(each for annotation in hints(kind).values() for each in _records(annotation)))


def type_words(annotation: Any) -> str:
    """An annotation in the words of somebody who writes YAML; mappings of known keys go by their name."""
    arguments = typing.get_args(annotation)
    if is_record(annotation) and not hasattr(annotation, "from_scalar"):
        return f"{annotation.__name__} (a mapping)"
    if typing.get_origin(annotation) is tuple and arguments[-1] is ...:
        return f"a list ({type_words(arguments[0])} each)"
    if is_union(annotation):
        return " or ".join(type_words(member) for member in arguments)
    if is_mapping(annotation):
        return f"a mapping of {type_words(arguments[0])} to {type_words(arguments[1])}"
    return "anything" if annotation is Any else described(annotation)


def plain(value: Any) -> Any:
    """A parameter's value as lists, dicts and scalars."""
    if isinstance(value, Struct):
        keys = names(type(value))
        return {key: plain(getattr(value, name)) for key, name in keys.items()}
    if isinstance(value, Mapping):
        return {str(key): plain(member) for key, member in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in (sorted(value) if isinstance(value, frozenset) else value)]
    return value.isoformat() if isinstance(value, datetime.date) else value


def values(check: object) -> dict[str, Any]:
    """The values that a check has, by parameter."""
    whole = made(check)
    kind: Any = type(whole)
    return {key: plain(getattr(whole, name)) for key, name in names(kind).items()}


def made(check: object) -> object:
    """A rule's check itself, also where it is a kept one that is not made yet."""
    return check.made if isinstance(check, KeptCheck) else check


def _parameter(kind: type, key: str, annotation: Any) -> Parameter:
    needed = key in required(kind)
    default = None if needed else plain(_default(kind, names(kind)[key]))
    return Parameter(key, type_words(annotation), needed, default, _capitalised(field_words(kind, key)))


def _capitalised(words: str) -> str:
    """A sentence with its full stop, as a description begins and ends."""
    return words and words[0].upper() + words[1:].rstrip(".;") + "."


def _default(kind: type, name: str) -> Any:
    return defaults(kind)[name]


def _records(annotation: Any) -> Iterator[type]:
    if is_record(annotation):
        if not hasattr(annotation, "from_scalar"):
            yield annotation
            for inner in hints(annotation).values():
                yield from _records(inner)
    else:
        for argument in typing.get_args(annotation):
            yield from _records(argument)
