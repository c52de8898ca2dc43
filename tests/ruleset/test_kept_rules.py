"""Rules from the cache: it is never wrong."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.core import cache, yaml
from tests.ruleset.helper import PACK, RULE, loaded, places


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "polls"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK)
    (folder / "one.yaml").write_text(RULE)
    return folder


def entry(tmp_path: Path) -> Path:
    [found] = (tmp_path / "cache").glob("yaml-*")
    return found


def test_a_second_run_reads_no_yaml(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pack / "two.yaml").write_text(RULE.replace("level: warning", "level: bad"))
    first = loaded(pack)
    monkeypatch.setattr(yaml, "load", None)
    assert loaded(pack) == first


def test_a_file_with_a_yaml_mistake_is_read_again_and_told_again(pack: Path) -> None:
    (pack / "two.yaml").write_text("a: &b c")
    first = loaded(pack)
    assert places(first.problems) == [("two.yaml", 1, 4)]
    assert loaded(pack) == first


def test_a_change_of_one_letter_is_seen(pack: Path) -> None:
    loaded(pack)
    (pack / "one.yaml").write_text(RULE.replace("A poll", "A Poll"))
    assert loaded(pack).ruleset.rules[0].title == "A Poll"


def test_files_that_change_places_are_not_mixed_up(pack: Path) -> None:
    (pack / "two.yaml").write_text(RULE.replace("polls/one", "polls/two").replace("A poll", "Two"))
    loaded(pack)
    (pack / "one.yaml").rename(pack / "spare.txt")
    (pack / "two.yaml").rename(pack / "one.yaml")
    (pack / "spare.txt").rename(pack / "two.yaml")
    assert places(loaded(pack).problems) == [("one.yaml", 1, 5), ("two.yaml", 1, 5)]


def spoil_bytes(path: Path) -> None:
    path.write_bytes(b"\0" * 100)


def spoil_content(path: Path) -> None:
    """A whole entry of the right key that holds something else."""
    head = path.read_bytes()[: len(cache.MAGIC) + 32]
    path.write_bytes(head + hashlib.sha256(b"[]").digest() + b"[]")


@pytest.mark.parametrize("spoil", [spoil_bytes, spoil_content])
def test_a_spoiled_entry_is_made_anew(pack: Path, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    first = loaded(pack)
    whole = entry(tmp_path).read_bytes()
    spoil(entry(tmp_path))
    assert loaded(pack) == first
    assert entry(tmp_path).read_bytes() == whole


def test_without_a_cache_all_is_the_same(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = loaded(pack)
    shutil.rmtree(tmp_path / "cache")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(pack / "one.yaml"))
    assert loaded(pack) == first
