"""Configurations in a folder, and their settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from linter.config.resolve import Configurations, Resolved


def project(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder that is the root of a repository; returns the folder."""
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def settings(folder: Path, name: str = "a.md") -> Resolved:
    """The settings of a file; no mistakes are allowed."""
    configurations = Configurations()
    resolved = configurations.of(str(folder / name))
    assert configurations.problems == ()
    return resolved


def mistakes(folder: Path, name: str = "a.md") -> list[str]:
    """The mistakes in the configuration of a file, as line:column message (hint)."""
    configurations = Configurations(version="0.1.0")
    configurations.of(str(folder / name))
    return [problem.headline.removeprefix(f"{folder}/") for problem in configurations.problems]
