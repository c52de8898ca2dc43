"""Paths as they are written in files that others read: from a folder, with the same separator on every platform."""

from __future__ import annotations

import os

OUTSIDE = "../"
"""How the path of what does not lie in the folder begins."""


def path_from(path: str, folder: str) -> str:
    """A path as seen from a folder ("" is the working folder), `/` between its parts.

    What lies on another drive, which no path leads to from here, is outside too: `../` and the whole path.
    """
    try:
        found = os.path.relpath(path, folder or os.curdir)
    except ValueError:
        found = f"{OUTSIDE}{os.path.abspath(path)}"
    return found.replace(os.sep, "/")
