"""Values as plain data that `marshal` can hold, and back: how what is dear to make is kept between runs.

Records are taken apart by their fields, and with them goes what they have worked out of these for themselves
(`cached_property`). Only classes of factlint's own modules come back.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from linter.core.pattern import LazyPattern, lazy_pattern

PLAIN = (str, int, float, bool, bytes, type(None))
OWN = "linter."


class NotFlatError(TypeError):
    """A value of a kind that cannot be taken apart."""


def flat(value: Any) -> Any:
    """The value as plain data; raises NotFlatError for a kind that is not known here."""
    match value:
        case bool() | int() | float() | str() | bytes() | None if type(value) in PLAIN:
            return value
        case tuple() if type(value) is tuple:
            return ("tuple", *map(flat, value))
        case frozenset():
            return ("set", *map(flat, sorted(value)))
        case dict() | MappingProxyType():
            return ("map", *((flat(key), flat(each)) for key, each in value.items()))
        case datetime.date() if type(value) is datetime.date:
            return ("date", value.toordinal())
        case LazyPattern():
            return ("pattern", value.pattern, value._given_flags)
    if isinstance(value, Struct) and type(value).__module__.startswith(OWN):
        kind = type(value)
        held = tuple(flat(getattr(value, name)) for name in value.__struct_fields__)
        worked_out = tuple((name, flat(each)) for name, each in getattr(value, "__dict__", {}).items())
        return ("value", kind.__module__, kind.__qualname__, held, worked_out)
    raise NotFlatError(f"{type(value).__qualname__} cannot be kept")


def whole(data: Any) -> Any:
    """The value that `flat` took apart; raises NotFlatError for what it did not make."""
    if type(data) is not tuple:
        return data
    kind, *parts = data
    match kind:
        case "tuple":
            return tuple(map(whole, parts))
        case "set":
            return frozenset(map(whole, parts))
        case "map":
            return {whole(key): whole(each) for key, each in parts}
        case "date":
            return datetime.date.fromordinal(parts[0])
        case "pattern":
            return lazy_pattern(*parts)
        case "value" if len(parts) == 4:
            return _value(*parts)
    raise NotFlatError(f"{kind!r} is no kind of kept value")


def _value(module: str, name: str, held: tuple[Any, ...], worked_out: tuple[tuple[str, Any], ...]) -> Any:
    kind = _kind(module, name)
    made = kind(**dict(zip(kind.__struct_fields__, map(whole, held), strict=True)))
    if worked_out:
        made.__dict__.update((each, whole(data)) for each, data in worked_out)
    return made


@lru_cache(maxsize=256)
def _kind(module: str, name: str) -> Any:
    if not module.startswith(OWN):
        raise NotFlatError(f"{module}.{name} is none of factlint's own")
    return getattr(import_module(module), name)
