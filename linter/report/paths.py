"""Paths as other programs want them: relative to the root, with forward slashes."""

from __future__ import annotations

import os
import posixpath


def relative_path(path: str, root: str) -> str:
    """A printed path relative to the root, `/` between its parts; one outside the root stays absolute.

    No link is followed and no file looked at: the same path gives the same result everywhere.
    """
    normal = posixpath.normpath(path.replace(os.sep, "/"))
    base = posixpath.normpath(root.replace(os.sep, "/")).rstrip("/") + "/" if root else ""
    return normal.removeprefix(base)
