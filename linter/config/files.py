"""Configuration files read, and the paths that they name: none leads out of the project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from linter.core.errors import ProblemsError
from linter.core.problem import Problem
from linter.core.relative import is_below, is_within
from linter.core.source import Source
from linter.core.yaml import RULE_LIMITS

MOST_LINKS = 10_000
"""Entries of a folder that are looked through for links."""


def read_file(path: str, root: str) -> Source:
    """The text of a configuration file; raises ProblemsError for one that cannot be read or leads out of `root`.

    The source's path is the one to print: relative to the current folder where it lies below it.
    """
    name = shown(path)
    try:
        if root and leads_out(path, root):
            raise ProblemsError((Problem(name, 1, 1, "the link leads out of the project"),))
        if not os.path.isfile(path):  # a pipe or a device would never end
            raise ProblemsError((Problem(name, 1, 1, "is no file" if os.path.lexists(path) else "no such file"),))
        with open(path, "rb") as stream:
            content = stream.read(RULE_LIMITS.characters + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise ProblemsError((Problem(name, 1, 1, f"cannot be read: {reason}"),)) from None
    return Source(name, _text(name, content))


def _text(name: str, content: bytes) -> str:
    if len(content) > RULE_LIMITS.characters:
        size = RULE_LIMITS.characters // 1024
        raise ProblemsError((Problem(name, 1, 1, f"the file is larger than {size} KB", "split it with extends"),))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ProblemsError((Problem(name, line, 1, "the line is not UTF-8", "save the file as UTF-8"),)) from None


def shown(path: str) -> str:
    """A path as it is printed: relative to the current folder where it lies below it."""
    here = os.getcwd()
    return os.path.relpath(path, here) if is_below(path, here) else path


def why_refused(named: str) -> str:
    """Why a configuration may not name a path, "" where it may: it must be relative and stay below its folder."""
    if "://" in named:
        return "an address on the web is not read"
    if "\0" in named or not named.strip():
        return "this is no path"
    if named.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", named):
        return "the path is not relative"
    if named.startswith("~"):
        return "the path leads to a home folder"
    return "the path leads upward" if ".." in re.split(r"[/\\]", named) else ""


def leads_out(path: str, root: str) -> bool:
    """Whether a path leads out of a folder when all links are followed."""
    return not is_within(os.path.realpath(path), os.path.realpath(root))


def stray_links(folder: str, root: str) -> Iterator[str]:
    """Links in a folder, and below it, that lead out of `root`."""
    seen = 0
    for place, folders, names in os.walk(folder):
        for name in (*sorted(folders), *sorted(names)):
            seen += 1
            path = os.path.join(place, name)
            if seen > MOST_LINKS:
                return
            if os.path.islink(path) and leads_out(path, root):
                yield path.replace(os.sep, "/")
