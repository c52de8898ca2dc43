"""Paths as seen from a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.core.relative import OUTSIDE, path_from


@pytest.mark.parametrize(
    ("path", "folder", "told"),
    [
        ("a/b.md", "", "a/b.md"),
        ("./a/../b.md", ".", "b.md"),
        ("/x/a/b.md", "/x", "a/b.md"),
        ("/x/a/b.md", "/x/y", "../a/b.md"),
        ("/x", "/x", "."),
    ],
)
def test_a_path_is_told_from_the_folder(path: str, folder: str, told: str) -> None:
    assert path_from(path, folder) == told


def test_what_no_path_leads_to_is_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_two_drives(path: str, start: str) -> str:
        raise ValueError(f"path is on mount {path!r}, start on mount {start!r}")

    monkeypatch.setattr(os.path, "relpath", on_two_drives)
    assert path_from("/d/a.md", "/c") == f"{OUTSIDE}/d/a.md"
