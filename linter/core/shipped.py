"""Where the data that ships with factlint is."""

from __future__ import annotations

from pathlib import Path


def shipped_folder() -> Path:
    """The folder of the shipped rules and facts: inside the package when installed, beside it in a source checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def is_installed(path: Path) -> bool:
    """Whether a file is part of an installed factlint, which users do not edit."""
    installed = Path(__file__).parents[1] / "_rules"
    return path.resolve().is_relative_to(installed.resolve())
