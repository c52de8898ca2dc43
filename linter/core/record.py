"""The fields of a record: a `msgspec.Struct`, which is made and imported several times faster than a dataclass.

What YAML is decoded into, and what a run makes by the thousand, are records. A field's key in YAML is its name, unless
it is declared with another (`field(name="from")`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import NODEFAULT, Struct


def is_record(kind: Any) -> bool:
    """Whether an annotation is a record's class."""
    return isinstance(kind, type) and issubclass(kind, Struct)


@cache
def names(kind: type) -> Mapping[str, str]:
    """The names of a record's fields, by the keys that they have in YAML, in the order of their declaration."""
    record: Any = kind
    return dict(zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True))


@cache
def defaults(kind: type) -> Mapping[str, Any]:
    """The defaults of a record's fields, by name; a field that must be given has none."""
    from msgspec.structs import fields

    given = {field.name: field for field in fields(kind) if not field.required}
    return {name: _default(field) for name, field in given.items()}


def _default(field: Any) -> Any:
    return field.default_factory() if field.default is NODEFAULT else field.default


@cache
def required(kind: type) -> frozenset[str]:
    """The keys of a record's fields that have no default."""
    return frozenset(key for key, name in names(kind).items() if name not in defaults(kind))
