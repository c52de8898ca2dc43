"""Rule files read and parsed, with the parsed nodes kept in the cache.

Reading YAML takes longer than all the rest of a run on one article, so the nodes of files without problems are kept,
a folder's files together, by the content of the files and of the reader.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct

from linter.core import yaml
from linter.core.errors import ProblemsError
from linter.core.kept import content_key, read_kept, write_kept
from linter.core.node import Node, pack, unpack
from linter.core.problem import Problem
from linter.core.source import Source
from linter.core.yaml import RULE_LIMITS


class RuleFile(Struct, frozen=True):
    """A file to read: `pack` is the name of the pack it belongs to, empty for none.

    `root` is the folder that was asked for: a link may not lead out of it.
    """

    path: Path
    pack: str
    root: Path


class Parsed(Struct, frozen=True):
    """A file that was read: its root node, or None and the problems."""

    path: Path
    pack: str
    source: Source
    node: Node | None
    problems: tuple[Problem, ...] = ()

    def member(self, key: str) -> Node:
        """The value of a key of the root; the root where there is none."""
        root = self.node or Node(None, 1, 1, (1, 1))
        return root.value.get(key, root) if isinstance(root.value, dict) else root

    def problem(self, node: Node, message: str, hint: str = "") -> Problem:
        """A problem at a node of this file."""
        return Problem(str(self.path), node.line, node.column, message, hint, yaml.frame(self.source, node.line))


class Unread(Struct, frozen=True):
    """Why a file could not be read, and at which line."""

    reason: str
    line: int = 1
    hint: str = ""


def parse_files(files: Iterable[RuleFile]) -> tuple[Parsed, ...]:
    """Every file, in order, parsed or with its problems; a file that is named twice counts once."""
    unique = {_place(file.path): file for file in reversed(list(files))}
    ordered = sorted(unique.values(), key=lambda file: file.path)
    groups = groupby(ordered, key=lambda file: file.path.parent)
    return tuple(parsed for _, group in groups for parsed in _parse_group(tuple(group)))


def _place(path: Path) -> str:
    return os.path.join(os.path.realpath(path.parent), path.name)


def _parse_group(files: tuple[RuleFile, ...]) -> Iterator[Parsed]:
    contents = [_read(file) for file in files]
    key = content_key(tuple(content for content in contents if not isinstance(content, Unread)))
    stored = read_kept(key)
    kept = stored if isinstance(stored, list) and len(stored) == len(files) else None
    parsed = [_parse(*each) for each in zip(files, contents, kept or [None] * len(files), strict=True)]
    if kept is None:
        nodes = [None if file.node is None else pack(file.node) for file in parsed]
        write_kept(key, nodes)
    return iter(parsed)


def _read(file: RuleFile) -> str | Unread:
    """The text of a file, or why it cannot be read."""
    try:
        if file.path.is_symlink() and not file.path.resolve().is_relative_to(file.root):
            return Unread("the link leads out of the folder")
        if not file.path.is_file():  # a pipe or a device would never end
            return Unread("is no file")
        with file.path.open("rb") as stream:
            content = stream.read(RULE_LIMITS.characters + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        return Unread(f"cannot be read: {getattr(error, 'strerror', None) or error}")
    if len(content) > RULE_LIMITS.characters:
        return Unread(f"the file is larger than {RULE_LIMITS.characters // 1024} KB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Unread("the line is not UTF-8", line, "save the file as UTF-8")


def _parse(file: RuleFile, content: str | Unread, kept: Any) -> Parsed:
    name = str(file.path)
    if isinstance(content, Unread):
        problem = Problem(name, content.line, 1, content.reason, content.hint)
        return Parsed(file.path, file.pack, Source(name, ""), None, (problem,))
    source = Source(name, content)
    try:
        return Parsed(file.path, file.pack, source, unpack(kept) if kept else yaml.load(content, name))
    except ProblemsError as error:
        return Parsed(file.path, file.pack, source, None, error.problems)
