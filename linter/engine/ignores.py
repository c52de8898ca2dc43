"""Ignore files and patterns, with git's own semantics (gitignore(5)).

The library pathspec translates the patterns. Its own matching takes a path at once; here a tree is walked, and a
pattern must match the very file or folder that is looked at: that it matches a folder above says nothing any more,
since an inner ignore file may have let that folder in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from msgspec import Struct

from linter.core.globs import exact_patterns
from linter.core.inputs import looked_at
from linter.core.relative import is_below

LARGEST = 1024 * 1024
"""Bytes of an ignore file that are read."""


class Ignores(Struct, frozen=True):
    """The patterns in force below a folder: its own, and those of the folders above it, which its own override.

    `base` is the absolute path of the folder that the patterns are relative to. Each pattern either ignores or lets in;
    the last one that matches decides.
    """

    base: str
    patterns: tuple[tuple[bool, re.Pattern[str]], ...]
    outer: Ignores | None = None

    def excludes(self, path: str, is_folder: bool) -> bool:
        """Whether a file or folder, named by its absolute path, is ignored; what lies outside `base` is not."""
        if is_below(path, self.base):
            name = path[len(self.base.rstrip(os.sep)) + 1 :].replace(os.sep, "/") + ("/" if is_folder else "")
            for ignores, pattern in reversed(self.patterns):
                if pattern.match(name):
                    return ignores
        return self.outer.excludes(path, is_folder) if self.outer else False

    def excludes_or_above(self, path: str, is_folder: bool) -> bool:
        """The same for a path that was not walked to: a folder above it may be ignored."""
        if self.excludes(path, is_folder):
            return True
        parent = os.path.dirname(path)
        return is_below(parent, self.base) and self.excludes_or_above(parent, is_folder=True)


def ignores_of(base: str, lines: Iterable[str], outer: Ignores | None = None) -> Ignores | None:
    """Patterns relative to a folder, laid over those further out; the outer ones where there is no pattern."""
    given = [line for line in lines if line.strip() and not line.startswith("#")]
    patterns = tuple(exact_patterns(given)) if given else ()
    return Ignores(base, patterns, outer) if patterns else outer


def read_ignores(folder: str, name: str, outer: Ignores | None, base: str = "") -> Ignores | None:
    """The ignore file of that name in a folder, laid over the outer ones; they alone where it cannot be read."""
    path = os.path.join(folder, name)
    looked_at(path)
    if not os.path.isfile(path):  # a pipe would never end
        return outer
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            lines = file.read(LARGEST).split("\n")
    except OSError:
        return outer
    return ignores_of(base or folder, lines, outer)
