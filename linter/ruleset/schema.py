"""The JSON Schema of a rule file, from the same annotations that decode it.

JSON Schema 2020-12: the head of a rule, and for each check kind its parameters, chosen by the value of `check`.
"""

from __future__ import annotations

import datetime
import json
import re
import types
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from linter.core.decode import hints, is_mapping, is_union
from linter.core.record import defaults, is_record, names, required
from linter.ruleset.examples import Written
from linter.ruleset.extend import Extension
from linter.ruleset.rulefile import ID, Head

Schema = dict[str, Any]

SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
}


def rule_schema(checks: Mapping[str, type]) -> Schema:
    """The schema of a rule file; `checks` maps check kinds to their classes."""
    head = object_schema(Head)
    needed = head.pop("required")
    head["properties"]["id"]["pattern"] = f"^(?:{ID.pattern})$"
    head["properties"]["check"] = {"description": "The check kind.", "enum": sorted(checks)}
    nested = {kind for root in (Head, *checks.values()) for kind in nested_kinds(root) if kind is not root}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of factlint",
        **head,
        "allOf": [_extension(checks, needed), *(_branch(name, checks[name]) for name in sorted(checks))],
        "unevaluatedProperties": False,
        "$defs": {
            **{definition_name(kind): closed(kind) for kind in sorted(nested, key=definition_name)},
            **{_kind_name(name): _parameters(checks[name]) for name in sorted(checks)},
        },
    }


def render_schema(checks: Mapping[str, type]) -> str:
    """The schema as the text of `rules/schema.json`."""
    return json.dumps(rule_schema(checks), indent=2, ensure_ascii=False) + "\n"


def write_schema(path: Path, checks: Mapping[str, type]) -> None:
    """Write the schema to a file."""
    path.write_text(render_schema(checks), encoding="utf-8", newline="\n")


def field_words(kind: type, name: str) -> str:
    """What a record's docstring, or a base's, says of a field: the sentence that has its name in backquotes."""
    for owner in kind.__mro__[:-1]:
        for sentence in re.split(r"(?<=[.;])\s", _one_line(owner.__doc__ or "")):
            if f"`{name}`" in sentence:
                return sentence.rstrip(";")
    return ""


def _branch(name: str, kind: type) -> Schema:
    needed = [key for key in hints(kind) if key in required(kind)]
    return {
        "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
        "then": {
            "$ref": f"#/$defs/{_kind_name(name)}",
            **({"if": {"not": {"required": ["extends"]}}, "then": {"required": needed}} if needed else {}),
        },
    }


def _extension(checks: Mapping[str, type], needed: list[str]) -> Schema:
    """A rule that builds on another one may leave out what it inherits, its check too, and change the base's lists."""
    changes = {key: {"description": field_words(Extension, key), "type": "object"} for key in ("add", "remove")}
    return {
        "if": {"required": ["extends"]},
        "then": {
            "required": ["id", "examples"],
            "properties": changes,
            "anyOf": [{"$ref": f"#/$defs/{_kind_name(name)}"} for name in sorted(checks)],
        },
        "else": {"required": needed},
    }


def _kind_name(name: str) -> str:
    return f"check.{name}"


def _parameters(kind: type) -> Schema:
    return {key: value for key, value in object_schema(kind).items() if key != "required"}


def closed(kind: type) -> Schema:
    """The schema of a record that takes no other keys than its fields'."""
    either = {"oneOf": [{"required": ["bad"]}, {"required": ["good"]}]} if kind is Written else {}
    return {**object_schema(kind), **either, "additionalProperties": False}


def definition_name(kind: type) -> str:
    """What a record is called among the definitions of a schema."""
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


def object_schema(kind: type) -> Schema:
    """The schema of a record, by its annotations and its docstring."""
    properties = {}
    for name, annotation in hints(kind).items():
        words = field_words(kind, name)
        described = {"description": words} if words else {}
        properties[name] = {**described, **value_schema(annotation), **_default(kind, name)}
    needed = [name for name in hints(kind) if name in required(kind)]
    return {
        "description": _one_line(kind.__doc__ or ""),
        "type": "object",
        "properties": properties,
        **({"required": needed} if needed else {}),
    }


def _default(kind: type, name: str) -> Schema:
    default = defaults(kind).get(names(kind)[name])
    if isinstance(default, str | int | float | bool):
        return {"default": default}
    if isinstance(default, tuple) and all(isinstance(item, str | int | float) for item in default):
        return {"default": list(default)}
    return {}


def value_schema(kind: Any) -> Schema:
    """The schema of an annotation."""
    arguments = typing.get_args(kind)
    if is_union(kind):
        return {"anyOf": [value_schema(member) for member in arguments]}
    if typing.get_origin(kind) is Literal:
        return {"enum": list(arguments)}
    if typing.get_origin(kind) is tuple:
        return _array(arguments)
    if is_mapping(kind):
        names = {} if arguments[0] is str else {"propertyNames": value_schema(arguments[0])}
        return {"type": "object", **names, "additionalProperties": value_schema(arguments[1])}
    if is_record(kind):
        return {"$ref": f"#/$defs/{definition_name(typing.cast(type, kind))}"}
    return dict(SCALARS[kind])


def _array(kinds: tuple[Any, ...]) -> Schema:
    if kinds[-1] is ...:
        return {"type": "array", "items": value_schema(kinds[0])}
    count = len(kinds)
    return {
        "type": "array",
        "prefixItems": [value_schema(kind) for kind in kinds],
        "minItems": count,
        "maxItems": count,
    }


def nested_kinds(kind: Any) -> Iterator[type]:
    """The records that an annotation leads to."""
    if is_record(kind):
        yield kind
        for annotation in hints(kind).values():
            yield from nested_kinds(annotation)
    else:
        for argument in typing.get_args(kind):
            yield from nested_kinds(argument)


def _one_line(text: str) -> str:
    return " ".join(text.split())
