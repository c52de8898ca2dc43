"""Writing articles back: nothing of the file is lost, whatever happens."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from linter.core.errors import UnwritableError
from linter.core.read import decode
from linter.core.source import Source
from linter.core.write import encode, replace_file, rewrite

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes and links are others there")
CONTENTS = {
    "plain": b"one\ntwo\n",
    "no final newline": b"one\ntwo",
    "crlf": b"one\r\ntwo\r\n",
    "mixed ends": b"one\r\ntwo\nthree\rfour",
    "bom": b"\xef\xbb\xbf" + "one — “é” 😀\n".encode(),
    "utf-16-le": b"\xff\xfe" + "one — “é” 😀\r\n".encode("utf-16-le"),
    "utf-16-be": b"\xfe\xff" + "one — “é” 😀\n".encode("utf-16-be"),
    "empty": b"",
}


def changed(source: Source) -> Source:
    return source.with_text(source.text.replace("one", "1") + "x")


@pytest.mark.parametrize("name", CONTENTS)
def test_encoding_mark_and_line_ends_are_kept(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(CONTENTS[name])
    before = decode(str(path), CONTENTS[name])
    assert encode(before) == CONTENTS[name]
    rewrite(before, changed(before), str(tmp_path))
    after = decode(str(path), path.read_bytes())
    assert after == changed(before)
    assert list(tmp_path.iterdir()) == [path]


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o664])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    path.chmod(mode)
    before = Source(str(path), "one")
    rewrite(before, changed(before), str(tmp_path))
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_bytes() == b"1x"


@POSIX
def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    path.chmod(0o444)
    before = Source(str(path), "one")
    with pytest.raises(UnwritableError, match="read-only; nothing written"):
        rewrite(before, changed(before), str(tmp_path))
    assert path.read_bytes() == b"one"


def test_a_file_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one, and more")
    before = Source(str(path), "one")
    with pytest.raises(UnwritableError, match="changed while it was linted"):
        rewrite(before, changed(before), str(tmp_path))
    assert path.read_bytes() == b"one, and more"


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    before = Source(str(tmp_path / "a.md"), "one")
    with pytest.raises(UnwritableError, match="No such file"):
        rewrite(before, changed(before), str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_link_stays_a_link_and_leads_nowhere_outside(tmp_path: Path) -> None:
    inside, outside = tmp_path / "project", tmp_path / "outside.md"
    inside.mkdir()
    (inside / "a.md").write_bytes(b"one")
    outside.write_bytes(b"one")
    (inside / "within.md").symlink_to("a.md")
    (inside / "without.md").symlink_to(outside)
    before = Source(str(inside / "within.md"), "one")
    rewrite(before, changed(before), str(inside))
    assert (inside / "within.md").is_symlink()
    assert (inside / "a.md").read_bytes() == b"1x"
    stray = Source(str(inside / "without.md"), "one")
    with pytest.raises(UnwritableError, match="outside"):
        rewrite(stray, changed(stray), str(inside))
    assert outside.read_bytes() == b"one"


@POSIX
def test_a_folder_that_is_a_link_leads_nowhere_outside_either(tmp_path: Path) -> None:
    inside, outside = tmp_path / "project", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "a.md").write_bytes(b"one")
    (inside / "folder").symlink_to(outside)
    before = Source(str(inside / "folder" / "a.md"), "one")
    with pytest.raises(UnwritableError, match="outside"):
        rewrite(before, changed(before), str(inside))
    assert (outside / "a.md").read_bytes() == b"one"


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = Source(str(path), "one")
    with pytest.raises(UnwritableError, match="No space left"):
        rewrite(before, changed(before), str(tmp_path))
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_file(str(tmp_path / "new"), b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
