"""Where paths lie, and how they are told from a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.core.relative import OUTSIDE, is_below, is_within, path_from


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


@pytest.mark.parametrize(
    ("path", "folder", "below"),
    [
        ("/x/a.md", "/x", True),
        ("/x/y/a.md", "/x/", True),
        ("/xy/a.md", "/x", False),
        ("/x", "/x", False),
        ("/a.md", "/", True),
    ],
)
def test_a_path_lies_in_a_folder_or_not(path: str, folder: str, below: bool) -> None:
    assert is_below(path, folder) is below
    assert is_within(path, folder) is (below or path == folder)
