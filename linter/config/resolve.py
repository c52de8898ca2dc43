"""The settings of each file: its configuration with all it extends, then the environment, then the command line.

What reads configurations is imported only where there is one: most runs have none, and begin the sooner for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.settings import DecimalMark, Settings
from linter.config.discover import NAMES, Discovery, project_root
from linter.config.keys import ADDED, Config, Ignore
from linter.config.layer import Layer
from linter.config.packs import pack_path
from linter.core.calendar import FigureOrder
from linter.core.diagnostic import CONFIDENCES, LEVELS, Confidence, Diagnostic, Level
from linter.core.globs import matcher
from linter.core.node import Node
from linter.core.problem import Problem
from linter.core.record import names
from linter.core.relative import OUTSIDE, is_within, path_from

if TYPE_CHECKING:
    from linter.config.decode import Read

DEFAULTS = Config()
ORDERS: dict[str, FigureOrder | None] = {"article": None, "dmy": "DMY", "mdy": "MDY", "ymd": "YMD"}
PerFile = tuple[Layer, str, Node]
"""A selector for some files, with its layer and its place."""

MARKS: dict[str, DecimalMark] = {"point": ".", "comma": ","}


class Resolved(Struct, frozen=True, eq=False, dict=True):
    """The settings in force for some files: `layers` are what they come from, the strongest last.

    `file_select` and `file_ignore` are the selectors of `per-file-select` and `per-file-ignores` that match the files,
    each with its layer and its place.
    """

    layers: tuple[Layer, ...]
    file_select: tuple[PerFile, ...] = ()
    file_ignore: tuple[PerFile, ...] = ()

    def value(self, key: str) -> Any:
        """The value of a key: that of the strongest layer that gives it, or all of them where values are added."""
        given = self.giving(key)
        if not given:
            return getattr(DEFAULTS, names(Config)[key])
        if key in ADDED:
            return tuple(dict.fromkeys(item for layer in given for item in layer.value(key)))
        return given[-1].value(key)

    def giving(self, key: str) -> tuple[Layer, ...]:
        """The layers that give a key a value."""
        return tuple(layer for layer in self.layers if layer.gives(key) is not None)

    def origins(self, key: str) -> tuple[str, ...]:
        """Where the value of a key comes from."""
        given = self.giving(key)
        chosen = given if key in ADDED else given[-1:]
        return tuple(dict.fromkeys(layer.origin(key) for layer in chosen)) or ("default",)

    def paths(self, key: str) -> tuple[str, ...]:
        """The files and folders that a key names, as paths from the current folder; packs may be installed ones."""
        path_of = pack_path if key == "packs" else os.path.join
        named = ((layer, text) for layer in self.giving(key) for text in layer.value(key))
        return tuple(dict.fromkeys(path_of(layer.base, text) for layer, text in named))

    @cached_property
    def house(self) -> Settings:
        """What the annotators and checks go by."""
        return Settings(
            ORDERS[self.value("date-order")],
            MARKS[self.value("decimal-mark")],
            self.value("names"),
            self.value("acronyms"),
            self.value("phrases"),
        )

    @cached_property
    def fail_levels(self) -> tuple[Level, ...]:
        """The levels that make the exit code 1."""
        return LEVELS[: LEVELS.index(self.value("fail-level")) + 1]

    @cached_property
    def _least(self) -> dict[Level, Confidence]:
        value: Confidence | Mapping[Level, Confidence] = self.value("min-confidence")
        given = value if isinstance(value, Mapping) else dict.fromkeys(LEVELS, value)
        return {level: given.get(level, "medium") for level in LEVELS}

    @cached_property
    def _levels(self) -> tuple[Level, ...]:
        return LEVELS[: LEVELS.index(self.value("min-level")) + 1]

    def shows(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic is grave and sure enough to be shown."""
        least = self._least[diagnostic.level]
        sure = CONFIDENCES.index(diagnostic.confidence) <= CONFIDENCES.index(least)
        return sure and diagnostic.level in self._levels

    @cached_property
    def ignores(self) -> tuple[tuple[Layer, Node, Ignore], ...]:
        """The single reports to keep quiet, each with its place."""
        return tuple(
            (layer, node, ignore)
            for layer in self.giving("ignores")
            for node, ignore in zip(_items(layer.gives("ignores")), layer.value("ignores"), strict=True)
        )


class Home(Struct, frozen=True):
    """Where what is to be said of a file belongs: the path of its configuration, and what that says now.

    `layer` is None where there is none yet. `base` is the folder that paths and patterns in it are relative to.
    """

    path: str
    base: str
    layer: Layer | None = None


class Configurations:
    """The settings of files.

    `flags` are the layers of the environment and of the command line, the strongest last. With a `file` that is the
    configuration of every file, its paths relative to the current folder; else each file has the nearest one upward,
    or none at all if `isolated`. `version` is that of factlint, for `required-version`. What was
    read is not read again.
    """

    def __init__(
        self, flags: Sequence[Layer] = (), *, file: str = "", isolated: bool = False, version: str = ""
    ) -> None:
        below = [_extended(layer) for layer in flags]
        pairs = zip(below, flags, strict=True)
        self._flags = tuple(layer for read, flag in pairs for layer in (*_usable(read), flag))
        self._file, self._isolated, self._version = file, isolated, version
        self._discovery = Discovery()
        self._chains: dict[str, Read] = {}
        self._resolved: dict[tuple[object, ...], Resolved] = {}
        self._reads = list(below)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the configurations read so far."""
        return tuple(
            dict.fromkeys(problem for read in (*self._reads, *self._chains.values()) for problem in read.problems)
        )

    def of(self, path: str) -> Resolved:
        """The settings of one file."""
        path = os.path.abspath(path)
        layers = (*self._chain(os.path.dirname(path)), *self._flags)
        applying = tuple(layer for layer in layers if layer.applies is None or layer.applies(_relative(path, layer)))
        select = tuple(_per_file(applying, "per-file-select", path))
        ignore = tuple(_per_file(applying, "per-file-ignores", path))
        return self._shared(applying, select, ignore)

    def of_folder(self, folder: str) -> Resolved:
        """The settings of a folder, but for what depends on the names of files."""
        layers = (*self._chain(os.path.abspath(folder)), *self._flags)
        return self._shared(tuple(layer for layer in layers if layer.applies is None), (), ())

    def folder_of(self, folder: str) -> str:
        """The folder of the configuration for the files in a folder (an absolute path); "" where there is none."""
        found = None if self._isolated else self._place(folder)
        return os.path.dirname(found[0]) if found is not None else ""

    @property
    def is_one(self) -> bool:
        """Whether all files have the same configuration, wherever they are."""
        return self._isolated or bool(self._file)

    def home(self, path: str) -> Home:
        """The configuration of a file, whether or not it is read in this run; else the one that there could be."""
        folder, here = os.path.dirname(os.path.abspath(path)), os.getcwd()
        found = self._place(folder)
        if found is None:
            base = project_root(here if is_within(folder, here) else folder)
            return Home(os.path.join(base, NAMES[0]), base)
        file, _, base = found
        own = [layer for layer in self._read(*found).layers if layer.applies is None]
        return Home(file, base or os.path.dirname(file), own[-1] if own else None)

    def _shared(self, layers: tuple[Layer, ...], select: tuple[PerFile, ...], ignore: tuple[PerFile, ...]) -> Resolved:
        """The same value for the same layers and selectors."""
        key = tuple(map(id, (*layers, *(node for _, _, node in (*select, *ignore)))))
        if key not in self._resolved:
            self._resolved[key] = Resolved(layers, select, ignore)
        return self._resolved[key]

    def _chain(self, folder: str) -> tuple[Layer, ...]:
        found = None if self._isolated else self._place(folder)
        return _usable(self._read(*found)) if found is not None else ()

    def _place(self, folder: str) -> tuple[str, str, str] | None:
        """The configuration for the files in a folder: its path, what it may not leave, and what it is relative to."""
        if self._file:
            return os.path.abspath(self._file), project_root(os.getcwd()), os.getcwd()
        found = self._discovery.nearest(folder)
        return (found.path, found.root, "") if found is not None else None

    def _read(self, path: str, root: str, base: str) -> Read:
        if path not in self._chains:
            from linter.config.chain import read_chain

            self._chains[path] = self._fitting(read_chain(path, root, base))
        return self._chains[path]

    def _fitting(self, read: Read) -> Read:
        """A configuration written for other versions is not read further: its keys may mean nothing here."""
        from linter.config.version import version_problems

        wrong = tuple(version_problems(read.layers, self._version)) if self._version else ()
        return replace(read, problems=wrong) if wrong else read


def _usable(read: Read) -> tuple[Layer, ...]:
    """The layers of a configuration without mistakes: values with mistakes mean nothing, and the run is refused."""
    return () if read.problems else read.layers


def _extended(layer: Layer) -> Read:
    from linter.config.chain import extended

    return extended(layer)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.value if node is not None and isinstance(node.value, tuple) else ()


def _relative(path: str, layer: Layer) -> str:
    """A path as the patterns of a layer see it; one outside of the layer's folder matches what fits its full path."""
    relative = path_from(path, layer.base)
    return path.replace(os.sep, "/").lstrip("/") if relative.startswith(OUTSIDE) else relative


def _per_file(layers: Sequence[Layer], key: str, path: str) -> Iterator[PerFile]:
    for layer in layers:
        node = layer.gives(key)
        members = node.value if node is not None and isinstance(node.value, dict) else {}
        for pattern, listed in members.items():
            if matcher((pattern,))(_relative(path, layer)):
                yield from ((layer, str(item.value), item) for item in _items(listed))
