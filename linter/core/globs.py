"""Patterns of paths with the meaning they have in a `.gitignore`: the only module that knows pathspec."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
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


FOLDER = "(?P<ps_d>/)"
"""How pathspec marks, in the expression of a pattern, the slash behind what the pattern names."""

STAR = "[^/]*"
"""What pathspec makes of `*`."""

MANY_STARS = 3
"""Wildcards in one pattern from which on plain backtracking could be kept busy by a name that was made for it."""


def exact_patterns(lines: Iterable[str]) -> Iterator[tuple[bool, re.Pattern[str]]]:
    """The patterns of an ignore file as expressions, each with whether it ignores or lets in what it matches.

    They match the very file, or folder with a slash at its end, that a pattern names, and not what lies below it. What
    is no pattern is passed over, as git does.
    """
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    for line in lines:
        try:
            pattern = GitIgnoreSpecPattern(line)
        except ValueError:
            continue
        if pattern.include is not None and pattern.regex is not None:
            yield pattern.include, re.compile(_exact(pattern.regex.pattern))


def _exact(expression: str) -> str:
    """The expression of a pattern changed to match what the pattern names, not what lies below it."""
    exact = expression.replace(FOLDER, r"/\Z")
    if exact.endswith("/"):  # from `folder/**`, which names all that is below, and not the folder
        exact += r"[\s\S]"
    return _without_retrial(exact) if exact.count(STAR) >= MANY_STARS else exact


def _without_retrial(expression: str) -> str:
    """The same expression, in time that grows with the name and not with a power of it.

    Of the places where the text between two wildcards can stand, the first is as good as any: what follows can match
    all that it could match from a later one. So there is no need to come back to it (an atomic group of Python's `re`).
    """
    first, *middle, last = expression.split(STAR)
    groups = (f"{STAR}{part}" if "(" in part or not part else f"(?>{STAR}?{part})" for part in middle)
    return "".join((first, *groups, STAR, last))
