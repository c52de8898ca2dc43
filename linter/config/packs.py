"""Packs that settings name: a path, or the name of a pack that an installed distribution offers."""

from __future__ import annotations

import os

from linter.core.pattern import lazy_pattern

BARE = lazy_pattern(r"\w[\w-]*")
"""What can be a pack's name: no path of several parts, no file with a suffix."""


def pack_path(base: str, named: str) -> str:
    """The path of a pack as seen from the current folder: a path below `base` if there is one, else an installed pack.

    Where there is neither it is the path. Raises UsageError where several distributions offer a pack of that name.
    """
    path = os.path.join(base, named)
    if os.path.exists(path) or not BARE.fullmatch(named):
        return path
    from linter.ruleset.installed import installed_folder

    folder = installed_folder(named)
    return path if folder is None else str(folder)


def is_installed(base: str, named: str) -> bool:
    """Whether the name is that of an installed pack; raises UsageError as `pack_path` does."""
    return pack_path(base, named) != os.path.join(base, named)
