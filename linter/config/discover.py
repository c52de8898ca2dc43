"""Which configuration a file has: the nearest one upward from it."""

from __future__ import annotations

import os

from msgspec import Struct

from linter.core.inputs import looked_at

NAMES = ("factlint.yaml", ".factlint.yaml")
PROJECT = "pyproject.toml"
REPOSITORY = (".git", ".hg", ".jj")
"""What lies at the root of a repository: the search upward ends there."""


class Found(Struct, frozen=True):
    """A configuration file, and the folder that nothing it names may lie outside of."""

    path: str
    root: str


class Discovery:
    """Looks for configurations; what was found out about a folder is not asked again.

    The search goes upward and ends at the root of the repository, in the user's home folder, or at the top.
    """

    def __init__(self) -> None:
        self._found: dict[str, Found | None] = {}
        self._home = os.path.expanduser("~")

    def nearest(self, folder: str) -> Found | None:
        """The configuration for the files in a folder (an absolute path), or None."""
        if folder not in self._found:
            self._found[folder] = self._look(folder)
        return self._found[folder]

    def _look(self, folder: str) -> Found | None:
        path = config_in(folder)
        if path:
            return Found(path, project_root(folder))
        above = os.path.dirname(folder)
        if above == folder or folder == self._home or is_repository(folder):
            return None
        return self.nearest(above)


def config_in(folder: str) -> str:
    """The path of the configuration in a folder, "" where there is none."""
    for name in NAMES:
        path = os.path.join(folder, name)
        looked_at(path)
        if os.path.lexists(path):
            return path
    path = os.path.join(folder, PROJECT)
    looked_at(path)
    return path if os.path.isfile(path) and _configures(path) else ""


def _configures(path: str) -> bool:
    """Whether a pyproject.toml has a table for factlint; also where it is no TOML but speaks of one."""
    from linter.config.files import read_file
    from linter.config.toml import toml_table
    from linter.core.errors import ProblemsError

    try:
        source = read_file(path, "")
    except ProblemsError:
        return False  # it is somebody else's, and may hold no word of factlint
    if "factlint" not in source.text:
        return False
    try:
        return toml_table(source) is not None
    except ProblemsError:
        return "[tool.factlint" in source.text


def project_root(folder: str) -> str:
    """The root of the repository that a folder lies in; the folder itself where it lies in none."""
    place = folder
    while not is_repository(place):
        above = os.path.dirname(place)
        if above == place:
            return folder
        place = above
    return place


def is_repository(folder: str) -> bool:
    """Whether a folder is the root of a repository."""
    places = [os.path.join(folder, name) for name in REPOSITORY]
    for place in places:
        looked_at(place)
    return any(map(os.path.lexists, places))
