"""Paths as other programs want them: relative to the root, with forward slashes."""

from __future__ import annotations

import os
import posixpath

from linter.report.context import Context


def relative_path(path: str, root: str) -> str:
    """A printed path relative to the root, `/` between its parts; one outside the root stays absolute.

    No link is followed and no file looked at: the same path gives the same result everywhere.
    """
    normal = posixpath.normpath(path.replace(os.sep, "/"))
    base = posixpath.normpath(root.replace(os.sep, "/")).rstrip("/") + "/" if root else ""
    return normal.removeprefix(base)


def shown_path(path: str, context: Context) -> str:
    """A printed path as other programs want it: as the run has found it on the disk, else by its name alone."""
    return context.files.get(path) or relative_path(path, context.root)


def root_of(folder: str) -> str:
    """The repository that a folder is in: the nearest folder upward with `.git`, or the folder itself without one."""
    at = folder
    while not os.path.exists(os.path.join(at, ".git")):
        above = os.path.dirname(at)
        if above == at:
            return folder
        at = above
    return at


def resolved_path(path: str, root: str) -> str:
    """Where a path leads, links followed, relative to a root whose own path holds no link."""
    return relative_path(os.path.realpath(path), root)
