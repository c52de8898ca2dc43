"""Tables of things that are imported when they are looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, TypeVar

T = TypeVar("T")


class LazyTable(Mapping[str, T]):
    """Names and where their values are defined, as "package.module:name"; a module is imported when it is needed."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = dict(places)

    def __getitem__(self, name: str) -> T:
        """The value of a name; KeyError for an unknown one."""
        module, _, attribute = self._places[name].partition(":")
        value: Any = import_module(module)
        for part in attribute.split("."):
            value = getattr(value, part)
        found: T = value
        return found

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the table."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        """Whether a name is in the table; imports nothing."""
        return name in self._places
