"""From the node of a configuration to its layers: itself, and each of its overrides."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.config.files import leads_out, stray_links, why_refused
from linter.config.keys import FREE, Config, Override, Scope
from linter.config.layer import Layer
from linter.config.packs import is_installed
from linter.core.decode import Decoder
from linter.core.errors import UsageError
from linter.core.globs import Matcher, matcher
from linter.core.node import Node
from linter.core.problem import Problem
from linter.core.source import Source

PER_FILE = ("per-file-ignores", "per-file-select")


class Read(Struct, frozen=True):
    """The layers of one configuration, the weakest first, and everything that is wrong with it."""

    layers: tuple[Layer, ...]
    problems: tuple[Problem, ...] = ()


def read_layers(node: Node, source: Source, base: str, root: str, labels: Mapping[str, str] | None = None) -> Read:
    """The layers of a configuration's root node; an empty file says nothing.

    `base` is the folder that paths are relative to; with a `root` they may not lead out of it.
    """
    if node.value is None:
        node = replace(node, value={})
    main, problems = _layer(Config, node, source, base, root)
    if main is None:
        return Read((), problems)
    main = replace(main, labels=labels or {})
    parts = [_override(item, main) for item in _items(main.gives("overrides"))]
    told = (*problems, *_own_problems(main), *(problem for _, wrong in parts for problem in wrong))
    return Read((main, *(part for part, _ in parts if part is not None)), told)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.value if node is not None and isinstance(node.value, tuple) else ()


def _layer(
    kind: type[Scope], node: Node, source: Source, base: str, root: str
) -> tuple[Layer | None, tuple[Problem, ...]]:
    decoder = Decoder(source)
    if not isinstance(node.value, dict):
        return None, decoder.members(kind, node)[1]
    free = FREE if kind is Config else FREE[:1]
    typed = replace(node, value={key: member for key, member in node.value.items() if key not in free})
    values, problems = decoder.members(kind, typed, free)
    made, refused = (None, ()) if problems else decoder.build(kind, values, node)
    wrong = (*problems, *refused, *_form_problems(node.value, decoder, free))
    layer = Layer(made if made is not None else _empty(kind), node, source, base, root)
    return layer, (*wrong, *(() if wrong else _path_problems(layer)))


def _empty(kind: type[Scope]) -> Scope:
    return Override(files=()) if kind is Override else kind()


def _form_problems(members: Mapping[str, Node], decoder: Decoder, free: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the outward form of the keys that are decoded later."""
    forms = {"rules": (dict, "a mapping (of rule ids to a level, off, or parameters)"), "overrides": (tuple, "a list")}
    for key in free:
        node = members.get(key)
        form, words = forms[key]
        if node is not None and not isinstance(node.value, form):
            hint = "paths of your own rules are listed under packs" if key == "rules" else ""
            yield decoder.problem((node.line, node.column), f"expected {words} under {key!r}", hint)


def _override(item: Node, main: Layer) -> tuple[Layer | None, tuple[Problem, ...]]:
    layer, problems = _layer(Override, item, main.source, main.base, main.root)
    if layer is None or problems:
        return None, problems
    found = _matcher(layer, tuple(text for text, _ in layer.items("files")), layer.gives("files"))
    if isinstance(found, Problem):
        return None, (found,)
    return replace(layer, applies=found), ()


def _matcher(layer: Layer, patterns: tuple[str, ...], node: Node | None) -> Matcher | Problem:
    try:
        return matcher(patterns)
    except ValueError as error:
        return layer.problem(node or layer.node, f"this is no pattern of files: {error}")


def _own_problems(layer: Layer) -> Iterator[Problem]:
    """What is wrong with a configuration whose values have the right types."""
    yield from _glob_problems(layer)
    for text, node in layer.items("output"):
        if "=" in text and not layer.labels and layer.root:
            yield layer.problem(node, "a configuration writes no files", "give FORMAT=FILE on the command line")


def _glob_problems(layer: Layer) -> Iterator[Problem]:
    for key in PER_FILE:
        node = layer.gives(key)
        members = node.value if node is not None and isinstance(node.value, dict) else {}
        for pattern, member in members.items():
            if isinstance(found := _matcher(layer, (pattern,), member), Problem):
                yield found
    for item in _items(layer.gives("ignores")):
        path = item.value.get("path") if isinstance(item.value, dict) else None
        if path is not None and isinstance(found := _matcher(layer, (str(path.value),), path), Problem):
            yield found


def _path_problems(layer: Layer) -> Iterator[Problem]:
    """Paths that lead where a configuration of a repository may not read, or nowhere."""
    if layer.root:
        for text, node in layer.items("packs"):
            yield from _pack_problems(layer, text, node)
        for key in ("facts", "sources"):
            for text, node in layer.items(key):
                yield from path_problems(layer, text, node)
        named = layer.gives("baseline")
        if named is not None and named.value:
            # It need not be there yet: `factlint baseline` writes it.
            yield from _refusals(layer, str(named.value), named)


def _pack_problems(layer: Layer, named: str, node: Node) -> Iterator[Problem]:
    """What is wrong with a pack that a configuration names, by its path or as an installed one."""
    try:
        installed = is_installed(layer.base, named)
    except UsageError as error:
        yield layer.problem(node, str(error))
    else:
        if not installed:
            yield from path_problems(layer, named, node)


def _refusals(layer: Layer, named: str, node: Node) -> Iterator[Problem]:
    """Why a configuration of a repository may not name a path, whatever there is."""
    if refused := why_refused(named):
        yield layer.problem(node, f"{named[:80]!r}: {refused}", "name a path below the folder of the configuration")
    elif leads_out(os.path.join(layer.base, named), layer.root):
        yield layer.problem(node, f"{named[:80]!r}: the link leads out of the project")


def path_problems(layer: Layer, named: str, node: Node) -> Iterator[Problem]:
    """What is wrong with a path that a configuration names."""
    path = os.path.join(layer.base, named)
    if not why_refused(named) and not os.path.exists(path):
        yield layer.problem(node, f"{named[:80]!r}: no such file or folder")
    elif refusals := tuple(_refusals(layer, named, node)):
        yield from refusals
    else:
        for link in stray_links(path, layer.root):
            yield layer.problem(node, f"{named[:80]!r} holds a link that leads out of the project: {link[-200:]}")
