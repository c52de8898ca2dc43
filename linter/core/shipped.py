"""Where the data that ships with factlint is."""

from __future__ import annotations

import os

from linter.core.stamp import package_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def shipped_place() -> str:
    """The path of the folder of the shipped rules and facts: inside the package when installed, beside it in a source
    checkout."""
    installed = _installed()
    package = os.path.dirname(installed)
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "rules")


def shipped_folder() -> Path:
    """The folder of the shipped rules and facts."""
    # A run on one article needs no paths but strings, and they take a while to load.
    from pathlib import Path

    return Path(shipped_place())


def _installed() -> str:
    return os.path.join(package_folder(), "_rules")


def is_installed(path: Path) -> bool:
    """Whether a file is part of an installed factlint, which users do not edit."""
    return path.resolve().is_relative_to(os.path.realpath(_installed()))
