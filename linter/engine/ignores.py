"""Ignore files and patterns, with git's own semantics (gitignore(5)), as the library pathspec reads them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

LARGEST = 1024 * 1024
"""Bytes of an ignore file that are read."""

MANY_STARS = 3
"""Wildcards in one pattern from which on a backtracking matcher could be kept busy by a name that was made for it."""


@dataclass(frozen=True, slots=True)
class Ignores:
    """The patterns in force below a folder: its own, and those of the folders above it, which its own override.

    `base` is the absolute path of the folder that the patterns are relative to.
    """

    base: str
    spec: GitIgnoreSpec
    outer: Ignores | None = None

    def excludes(self, path: str, is_folder: bool) -> bool:
        """Whether a file or folder, named by its absolute path, is ignored; what lies outside `base` is not."""
        inside = path.startswith(self.base.rstrip(os.sep) + os.sep)
        relative = path[len(self.base.rstrip(os.sep)) + 1 :].replace(os.sep, "/") if inside else ""
        if relative:
            decided = self.spec.check_file(f"{relative}/" if is_folder else relative).include
            if decided is not None:
                return bool(decided)
        return self.outer.excludes(path, is_folder) if self.outer else False

    def excludes_or_above(self, path: str, is_folder: bool) -> bool:
        """The same for a path that was not walked to: a folder above it may be ignored."""
        if self.excludes(path, is_folder):
            return True
        parent = os.path.dirname(path)
        return parent.startswith(self.base.rstrip(os.sep) + os.sep) and self.excludes_or_above(parent, is_folder=True)


def ignores_of(base: str, patterns: Iterable[str], outer: Ignores | None = None) -> Ignores | None:
    """Patterns relative to a folder, laid over those further out; the outer ones where there is no pattern."""
    lines = [line for line in patterns if line.strip() and not line.startswith("#")]
    return Ignores(base, _spec(lines), outer) if lines else outer


def read_ignores(folder: str, name: str, outer: Ignores | None, base: str = "") -> Ignores | None:
    """The ignore file of that name in a folder, laid over the outer ones; they alone where it cannot be read."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path):  # a pipe would never end
        return outer
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            lines = file.read(LARGEST).splitlines()
    except OSError:
        return outer
    return ignores_of(base or folder, lines, outer)


def _spec(lines: list[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    starry = any(line.count("*") - line.count("**") >= MANY_STARS for line in lines)
    try:
        return GitIgnoreSpec.from_lines(lines, backend="hyperscan" if starry else "simple")
    except ValueError:  # git ignores a pattern that is none
        return GitIgnoreSpec.from_lines([line for line in lines if _is_pattern(line)])


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
