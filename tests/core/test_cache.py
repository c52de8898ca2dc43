"""The cache on disk: never in the way, never wrong."""

from __future__ import annotations

import stat
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from linter.core import cache

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "deep" / "cache"
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(place))
    return place


def entry(folder: Path) -> Path:
    [found] = [path for path in folder.iterdir() if path.name.startswith("rules-")]
    return found


def test_what_is_written_is_read(folder: Path) -> None:
    assert cache.read("rules", "key") is None
    cache.write("rules", "key", b"data")
    assert cache.read("rules", "key") == b"data"
    assert cache.read("rules", "other") is None
    assert cache.read("automaton", "key") is None
    cache.write("rules", "key", b"")
    assert cache.read("rules", "key") == b""
    assert not list(folder.glob("*.tmp"))


def test_the_folder_is_marked(folder: Path) -> None:
    assert cache.cache_folder() == str(folder)
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (folder / ".gitignore").read_text() == "*\n"


def test_a_folder_that_was_there_gets_no_ignore_file(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "article.md").write_text("text")
    cache.write("rules", "key", b"data")
    assert cache.read("rules", "key") == b"data"
    assert not (folder / ".gitignore").exists()


@posix_only
def test_the_folder_is_private(folder: Path) -> None:
    cache.write("rules", "key", b"data")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry(folder).stat().st_mode) == 0o600


@posix_only
def test_a_folder_that_everybody_can_write_to_is_not_used(folder: Path) -> None:
    cache.write("rules", "key", b"data")
    folder.chmod(0o777)
    assert cache.cache_folder() is None
    assert cache.read("rules", "key") is None


def damage_cut(content: bytes) -> bytes:
    return content[:-1]


def damage_turned(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def damage_grown(content: bytes) -> bytes:
    return content + b"x"


def damage_foreign(content: bytes) -> bytes:
    return b"PK\x03\x04" + content


def damage_other_version(content: bytes) -> bytes:
    return content.replace(cache.MAGIC, b"factlint cache 0\n")


def damage_empty(content: bytes) -> bytes:
    return content[:0]


@pytest.mark.parametrize("damage", [
    damage_cut, damage_turned, damage_grown, damage_foreign, damage_other_version, damage_empty,
])  # fmt: skip
def test_a_damaged_entry_is_none_and_can_be_made_anew(folder: Path, damage: object) -> None:
    assert callable(damage)
    cache.write("rules", "key", b"data")
    entry(folder).write_bytes(damage(entry(folder).read_bytes()))
    assert cache.read("rules", "key") is None
    cache.write("rules", "key", b"data")
    assert cache.read("rules", "key") == b"data"


def test_an_entry_of_another_key_is_none(folder: Path) -> None:
    cache.write("rules", "one", b"data")
    taken = entry(folder).read_bytes()
    entry(folder).unlink()
    cache.write("rules", "two", b"other")
    entry(folder).write_bytes(taken)
    assert cache.read("rules", "two") is None


def test_no_place_for_a_cache_is_no_trouble(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    for place in (
        str(tmp_path / "file"),
        str(tmp_path / "file" / "below"),
        "/dev/null/x",
    ):
        monkeypatch.setenv("FACTLINT_CACHE_DIR", place)
        assert cache.cache_folder() is None
        cache.write("rules", "key", b"data")
        assert cache.read("rules", "key") is None


def test_a_folder_in_the_place_of_an_entry_is_no_trouble(folder: Path) -> None:
    cache.write("rules", "key", b"data")
    place = entry(folder)
    place.unlink()
    place.mkdir()
    cache.write("rules", "key", b"data")
    assert cache.read("rules", "key") is None
    assert not list(folder.glob("*.tmp"))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="base directories of XDG")
def test_the_platform_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTLINT_CACHE_DIR")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache.cache_folder() == str(tmp_path / "xdg" / "factlint")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache.cache_folder() == str(tmp_path / "home" / ".cache" / "factlint")


def turn(number: int) -> bytes | None:
    data = bytes([number % 2]) * 200_000
    cache.write("rules", "key", data)
    found = cache.read("rules", "key")
    return None if found is None else bytes(found)


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_runs_at_the_same_time_see_whole_entries(folder: Path, executor: type[ThreadPoolExecutor]) -> None:
    with executor(4) as pool:
        seen = set(pool.map(turn, range(40)))
    assert seen <= {b"\0" * 200_000, b"\1" * 200_000}
    assert len(list(folder.glob("rules-*"))) == 1


def test_what_was_mapped_stays_when_another_takes_its_place(folder: Path) -> None:
    cache.write("rules", "key", b"1" * 200_000)
    found = cache.read("rules", "key")
    cache.write("rules", "key", b"2" * 200_000)
    entry(folder).unlink()
    assert isinstance(found, memoryview)
    assert bytes(found) == b"1" * 200_000
