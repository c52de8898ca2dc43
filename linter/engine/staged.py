"""Articles as they are staged for the next commit, which need not be how they lie in the work tree."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.core.problem import Problem
from linter.core.relative import is_below, path_from
from linter.engine.changes import Changes, listed
from linter.engine.files import LARGEST
from linter.engine.git import Entry, contents
from linter.engine.job import Target

DIFFERING = ("diff-files", "--name-only", "--no-renames", "--ignore-submodules=all", "-z", "--")
"""The question which files of the work tree may differ from what is staged: no content is compared for it."""


class Staged(Struct, frozen=True):
    """Articles with what is staged of them, and why others cannot be linted as they are staged."""

    targets: tuple[Target, ...]
    problems: tuple[Problem, ...] = ()


def as_staged(targets: Sequence[Target], changes: Changes) -> Staged:
    """The articles with what is staged of them; those that git does not know, or that do not differ, as they are.

    Of a link counts what is staged of the file it leads to.
    """
    index = changes.staged or {}
    differing = frozenset(listed(DIFFERING, changes.root)).intersection(index)
    places = [_place(target.path, changes) for target in targets]
    names = {index[place].name for place in places if place in differing and index[place].is_file}
    held = contents(sorted(names), changes.root, LARGEST) if names else {}
    reasons = [_refused(index[place], held) if place in differing else "" for place in places]
    rows = tuple(zip(targets, places, reasons, strict=True))
    return Staged(
        tuple(
            replace(target, data=held[index[place].name]) if place in differing else target
            for target, place, reason in rows
            if not reason
        ),
        tuple(Problem(target.printed, 1, 1, reason) for target, _, reason in rows if reason),
    )


def _place(path: str, changes: Changes) -> str:
    """Where in the index an article stands: a link, where the file stands that it leads to."""
    place = changes.path_of(path)
    if not (changes.staged or {}).get(place, Entry()).is_link:
        return place
    whole = os.path.realpath(path)
    return path_from(whole, changes.root) if is_below(whole, changes.root) else place


def _refused(entry: Entry, held: Mapping[str, bytes | None]) -> str:
    """Why what is staged cannot be linted; empty where it can."""
    if not entry.mode:
        return "nothing is staged of it before its merge is resolved"
    if not entry.is_file:
        return "what is staged here is no file but a link or a submodule"
    if entry.name not in held:
        return f"git lacks the object that is staged: {entry.name}"
    return f"larger than {LARGEST // 1024 // 1024} MiB" if held[entry.name] is None else ""
