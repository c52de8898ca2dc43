"""The stamp of the code and the data that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.core import stamp as module


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "one.yaml").write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(module, "shipped_folder", lambda: tmp_path)
    return tmp_path


def stamped() -> str:
    module.stamp.cache_clear()
    try:
        return module.stamp()
    finally:
        module.stamp.cache_clear()


def test_it_stays_while_nothing_changes(folder: Path) -> None:
    assert stamped() == stamped()


def test_it_changes_with_a_rule_file(folder: Path) -> None:
    before = stamped()
    (folder / "pack" / "one.yaml").write_text("a: 12\n", encoding="utf-8")
    assert stamped() != before


def test_it_changes_with_a_new_file(folder: Path) -> None:
    before = stamped()
    (folder / "two.yaml").write_text("", encoding="utf-8")
    assert stamped() != before


def test_other_files_do_not_matter(folder: Path) -> None:
    before = stamped()
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert stamped() == before
