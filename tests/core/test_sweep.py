"""The cache stays small, and only its own files are ever deleted."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from linter.core import cache, sweep


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    assert cache.cache_folder()
    return tmp_path / "cache"


def write(key: str, size: int, age: float) -> None:
    cache.write("rules", key, b"x" * size)
    path = Path(os.environ["FACTLINT_CACHE_DIR"]) / cache._file_name("rules", key)
    os.utime(path, (time.time() - age, time.time() - age))


def known(*keys: str) -> list[bool]:
    return [cache.read("rules", key) is not None for key in keys]


def test_the_oldest_goes_first_when_there_is_too_much(folder: Path) -> None:
    for index, key in enumerate(("new", "middle", "old")):
        write(key, 1000, 60 * index)
    sweep.sweep(str(folder), largest=2500)
    assert known("new", "middle", "old") == [True, True, False]


def test_what_was_not_used_for_long_goes_and_what_is_in_use_stays(folder: Path) -> None:
    write("unused", 10, sweep.LONGEST + 60)
    write("used", 10, sweep.LONGEST + 60)
    assert known("used") == [True]  # read: it is new again
    sweep.sweep(str(folder))
    assert known("used", "unused") == [True, False]


def test_half_written_files_that_nobody_writes_go(folder: Path) -> None:
    for name in ("rules-12-34.tmp", "rare-words-650750-56-78.tmp"):
        (folder / name).write_bytes(b"half")
    old = time.time() - sweep.ABANDONED - 60
    os.utime(folder / "rules-12-34.tmp", (old, old))
    sweep.sweep(str(folder))
    assert [path.name for path in folder.glob("*.tmp")] == ["rare-words-650750-56-78.tmp"]


def test_files_of_others_stay(folder: Path) -> None:
    for name in ("article.md", "rules-1.md", "notes-" + "z" * 64, "CACHEDIR.TAG"):
        (folder / name).write_text("mine")
        os.utime(folder / name, (0, 0))
    write("old", 10, sweep.LONGEST + 60)
    sweep.sweep(str(folder), largest=0)
    assert sweep.clean(str(folder)) == 0
    assert {path.name for path in folder.iterdir()} == {
        "article.md", "rules-1.md", "notes-" + "z" * 64, "CACHEDIR.TAG", ".gitignore", sweep.MARKER,
    }  # fmt: skip


def test_a_sweep_is_due_once_a_day_or_after_much(folder: Path) -> None:
    sweep.sweep(str(folder))
    assert not sweep.is_due(str(folder), 10)
    assert sweep.is_due(str(folder), sweep.MUCH)
    sweep.sweep(str(folder))
    assert not sweep.is_due(str(folder), 10)
    yesterday = time.time() - cache.DAY - 60
    os.utime(folder / sweep.MARKER, (yesterday, yesterday))
    assert sweep.is_due(str(folder), 10)


def test_a_write_sweeps_when_it_is_due(folder: Path) -> None:
    write("unused", 10, sweep.LONGEST + 60)
    os.utime(folder / sweep.MARKER, (0, 0))
    cache.write("rules", "new", b"data")
    assert known("new", "unused") == [True, False]


def test_a_sweep_of_no_folder_is_no_trouble(tmp_path: Path) -> None:
    sweep.sweep(str(tmp_path / "nowhere"))
    assert sweep.clean(str(tmp_path / "nowhere")) == 0
