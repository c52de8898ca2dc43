"""Values as plain data that `marshal` can hold, and back: how what is dear to make is kept between runs.

What holds no record stays as it is, however deep, so that most of a value costs nothing to put together again. All
else becomes a list, which no value is. Records are taken apart by their fields, and with them goes what they have
worked out of these for themselves (`cached_property`). Only classes of factlint's own modules come back.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
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
    if type(value) in PLAIN:
        return value
    match value:
        case tuple() if type(value) is tuple:
            parts = list(map(flat, value))
            return value if _are_same(parts, value) else ["tuple", *parts]
        case frozenset() if all(type(each) in PLAIN for each in value):
            return value
        case dict() | MappingProxyType() if all(type(key) in PLAIN for key in value):
            held = {key: flat(each) for key, each in value.items()}
            return held if _are_same(held.values(), value.values()) else ["map", held]
        case datetime.date() if type(value) is datetime.date:
            return ["date", value.toordinal()]
        case LazyPattern():
            return ["pattern", value.pattern, value._given_flags]
    if isinstance(value, Struct) and type(value).__module__.startswith(OWN):
        kind = type(value)
        fields = [flat(getattr(value, name)) for name in value.__struct_fields__]
        worked_out = {name: flat(each) for name, each in getattr(value, "__dict__", {}).items()}
        return ["value", kind.__module__, kind.__qualname__, fields, worked_out]
    raise NotFlatError(f"{type(value).__qualname__} cannot be kept")


def _are_same(parts: Iterable[Any], values: Iterable[Any]) -> bool:
    return all(part is value for part, value in zip(parts, values, strict=True))


def whole(data: Any) -> Any:
    """The value that `flat` took apart; raises NotFlatError for what it did not make."""
    if type(data) is not list:
        return data
    try:
        kind, *parts = data
        return _MAKERS[kind](*parts)
    except (KeyError, TypeError, ValueError, AttributeError, ImportError) as error:
        raise NotFlatError(f"{data[:1]!r} is no kind of kept value: {error}") from error


def _value(module: str, name: str, fields: list[Any], worked_out: dict[str, Any]) -> Any:
    kind = _kind(module, name)
    # A comprehension that looks before it calls: most fields are plain, and there are thousands.
    held = [whole(each) if type(each) is list else each for each in fields]
    made = kind(**dict(zip(kind.__struct_fields__, held, strict=True)))
    if worked_out:
        made.__dict__.update((each, whole(data)) for each, data in worked_out.items())
    return made


@lru_cache(maxsize=256)
def _kind(module: str, name: str) -> Any:
    if not module.startswith(OWN):
        raise NotFlatError(f"{module}.{name} is none of factlint's own")
    return getattr(import_module(module), name)


def _tuple(*parts: Any) -> tuple[Any, ...]:
    return tuple(map(whole, parts))


def _map(held: dict[Any, Any]) -> dict[Any, Any]:
    return {key: whole(each) for key, each in held.items()}


_MAKERS: Mapping[str, Callable[..., Any]] = {
    "value": _value,
    "tuple": _tuple,
    "map": _map,
    "pattern": lazy_pattern,
    "date": datetime.date.fromordinal,
}
