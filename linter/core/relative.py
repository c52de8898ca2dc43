"""Where a path lies, and how it is written in files that others read: from a folder, `/` between its parts."""

from __future__ import annotations

import os

OUTSIDE = "../"
"""How the path of what does not lie in the folder begins."""


def is_below(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, at any depth; the folder itself does not. Both are absolute, or both real."""
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it."""
    return path == folder or is_below(path, folder)


def path_from(path: str, folder: str) -> str:
    """A path as seen from a folder ("" is the working folder), `/` between its parts.

    What lies on another drive, which no path leads to from here, is outside too: `../` and the whole path.
    """
    try:
        found = os.path.relpath(path, folder or os.curdir)
    except ValueError:
        found = f"{OUTSIDE}{os.path.abspath(path)}"
    return found.replace(os.sep, "/")
