"""Versions of factlint that a configuration is written for: the only module that knows packaging."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.config.layer import Layer
from linter.core.problem import Problem

KEY = "required-version"


def version_problems(layers: Iterable[Layer], version: str) -> Iterator[Problem]:
    """A problem for each layer that is written for other versions (a specifier of PEP 440) than the one that runs."""
    for layer in layers:
        node = layer.gives(KEY)
        if node is not None and isinstance(node.value, str) and node.value.strip():
            told = _told(node.value.strip(), version)
            if told:
                yield layer.problem(node, *told)


def _told(required: str, version: str) -> tuple[str, str] | None:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    text = required if required[0] in "<>=!~" else f"=={required}"
    try:
        wanted = SpecifierSet(text)
    except InvalidSpecifier:
        return f"{required[:80]!r} names no versions", "write them like >=0.1,<0.3"
    if wanted.contains(version, prereleases=True):
        return None
    return f"this is factlint {version}; the configuration is written for {required}", "install such a version"
