"""A configuration with all that it extends, down to the profile at the bottom."""

from __future__ import annotations

import os
from functools import cache

from msgspec.structs import replace

from linter.config.decode import Read, path_problems, read_layers
from linter.config.discover import PROJECT
from linter.config.files import read_file
from linter.config.keys import DEFAULT_PROFILE, PROFILES, Config
from linter.config.layer import Layer
from linter.core.decode import hints
from linter.core.errors import ProblemsError
from linter.core.kept import kept_nodes
from linter.core.node import Node
from linter.core.problem import Problem, did_you_mean
from linter.core.shipped import shipped_place
from linter.core.source import Source
from linter.core.yaml import RULE_LIMITS

DEEPEST = 8
"""Configurations that may extend one another in a row."""

SUFFIXES = (".yaml", ".yml")


def read_chain(path: str, root: str, base: str = "") -> Read:
    """The layers of a configuration file and of all it extends, the weakest first.

    Nothing that it names may lie outside of `root`. `base` is the folder that its paths are relative to where that is
    not its own, as for a file that the user names, which may lie anywhere itself.
    """
    return _Reader(root).file(path, base or os.path.dirname(path), (), "" if base else root)


def _profile_folder() -> str:
    return os.path.join(shipped_place(), "profiles")


@cache
def profile(name: str) -> Read:
    """The layers of a shipped profile, the weakest first."""
    read = _Reader("").file(os.path.join(_profile_folder(), f"{name}.yaml"), "", (), "")
    labels = dict.fromkeys(hints(Config), f"profile {name}")
    return replace(read, layers=(*read.layers[:-1], *(replace(layer, labels=labels) for layer in read.layers[-1:])))


def extended(layer: Layer) -> Read:
    """The layers of what a layer given on the command line extends; none where it does not say."""
    return _Reader("").extended(layer, ()) if layer.has("extends") else Read(())


class _Reader:
    """Reads one configuration and what it extends; `above` are the files that lead there."""

    def __init__(self, root: str) -> None:
        self._root = root

    def file(self, path: str, base: str, above: tuple[str, ...], within: str) -> Read:
        """The layers of a file, which must lie within a folder where one is given."""
        try:
            source = read_file(path, within)
            node = _node(source, path)
        except ProblemsError as error:
            return Read((), error.problems)
        own = read_layers(node, source, base, self._root)
        if not own.layers:
            return own
        beneath = self.extended(own.layers[0], (*above, os.path.realpath(path)))
        return Read((*beneath.layers, *own.layers), (*beneath.problems, *own.problems))

    def extended(self, layer: Layer, above: tuple[str, ...]) -> Read:
        """The layers of all that a layer extends; the default profile where it does not say, but for profiles."""
        node = layer.gives("extends")
        if node is None:
            is_profile = os.path.dirname(above[-1]) == os.path.realpath(_profile_folder())
            return Read(()) if is_profile else profile(DEFAULT_PROFILE)
        named = node.value if isinstance(node.value, tuple) else (node,)
        reads = [self._one(layer, item, above) for item in named]
        layers = tuple(each for read in reads for each in read.layers)
        return Read(layers, tuple(problem for read in reads for problem in read.problems))

    def _one(self, layer: Layer, node: Node, above: tuple[str, ...]) -> Read:
        named = node.value
        if not isinstance(named, str):
            return Read(())  # told as a wrong type
        if named in PROFILES:
            return profile(named)
        problem = next(iter(self._problems(layer, named, node, above)), None)
        if problem is not None:
            return Read((), (problem,))
        path = os.path.join(layer.base, named)
        return self.file(path, os.path.dirname(path), above, self._root)

    def _problems(self, layer: Layer, named: str, node: Node, above: tuple[str, ...]) -> list[Problem]:
        if not named.endswith(SUFFIXES) and "/" not in named:
            hint = did_you_mean(named, PROFILES) or f"profiles: {', '.join(PROFILES)}; or a path ending in .yaml"
            return [layer.problem(node, f"there is no profile {named[:80]!r}", hint)]
        wrong = list(path_problems(layer, named, node))
        if not wrong and os.path.realpath(os.path.join(layer.base, named)) in above:
            return [layer.problem(node, f"{named[:80]!r} extends itself", "take one of the links out of the circle")]
        if not wrong and len(above) >= DEEPEST:
            return [layer.problem(node, f"more than {DEEPEST} configurations extend one another")]
        return wrong


def _node(source: Source, path: str) -> Node:
    if os.path.basename(path) == PROJECT:
        from linter.config.toml import toml_table

        node = toml_table(source)
        if node is None:
            raise ProblemsError((Problem(source.path, 1, 1, "the file has no table [tool.factlint]"),))
        return node
    return kept_nodes(source, RULE_LIMITS)
