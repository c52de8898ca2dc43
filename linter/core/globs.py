"""Patterns of paths with the meaning they have in a `.gitignore`: the only module that knows pathspec."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

Matcher = Callable[[str], bool]
"""Whether a path, relative to the folder that the patterns stand in and with "/" between its parts, is meant."""


@lru_cache(maxsize=1024)
def matcher(patterns: tuple[str, ...]) -> Matcher:
    """What tells whether a path matches patterns; raises ValueError for one that is none.

    As in a `.gitignore` a pattern without a slash counts at any depth, `**` crosses folders, a folder stands for all
    that is in it, and `!` takes back what an earlier pattern matched.
    """
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(patterns)
    return lambda path: bool(spec.match_file(path))
