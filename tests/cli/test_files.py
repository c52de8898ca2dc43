"""Which articles `factlint check` lints, as users see it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from linter.cli.main import main

WARNING = "# Ferry back\n\nMany experts say that the ferry is slow. It will sail on 3 May 2025.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "drafts/b.md", "out/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WARNING, encoding="utf-8")
    return tmp_path


def linted(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    code = main(["check", "--select", "attribution/weasel", "-o", "concise", *arguments])
    printed = capsys.readouterr()
    return code, [line.partition(":")[0] for line in printed.out.splitlines()], printed.err


def test_without_paths_the_working_folder_is_linted_without_what_is_ignored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".factlintignore").write_text("drafts/\n")
    (folder / ".gitignore").write_text("out/\n")
    assert linted(capsys)[:2] == (1, ["a.md"])
    assert linted(capsys, "--no-respect-gitignore")[1] == ["a.md", "out/c.md"]
    code, paths, said = linted(capsys, "--exclude", "a.md,nothing")
    assert (code, paths) == (2, ["."])
    assert "no article in this folder" in said


def test_a_named_file_that_is_excluded_is_skipped_with_a_word(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, paths, said = linted(capsys, "drafts/b.md", "a.md", "--extend-exclude", "drafts/")
    assert (code, paths) == (1, ["a.md"])
    assert "factlint: skipped drafts/b.md, which is excluded" in said
    code, paths, said = linted(capsys, "drafts/b.md", "--exclude", "drafts")
    assert (code, paths) == (0, [])
    assert linted(capsys, "drafts/b.md", "--exclude", "drafts", "--no-force-exclude")[:2] == (1, ["drafts/b.md"])


def test_standard_input_has_the_format_and_the_ignores_of_its_name(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(text: str, *arguments: str) -> tuple[int, list[str], str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return linted(capsys, "-", *arguments)

    assert given("<p>Many experts <!-- no --> say no.</p>", "--stdin-filename", "x.html")[:2] == (1, ["x.html"])
    code, paths, said = given(WARNING, "--stdin-filename", "drafts/new.md", "--exclude", "drafts/")
    assert (code, paths) == (0, [])
    assert "skipped drafts/new.md" in said


def test_frames_show_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WARNING.encode())))
    assert main(["check", "-", "-o", "full", "--select", "attribution/weasel"]) == 1
    assert "3 | Many experts say that the ferry is slow." in capsys.readouterr().out


def test_the_cache_can_be_found_and_emptied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from linter.core import cache

    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    cache.write("results", "key", b"data")
    assert main(["cache", "dir"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'cache'}\n"
    assert main(["cache", "clean"]) == 0
    assert capsys.readouterr().out == f"1 file deleted in {tmp_path / 'cache'}\n"
    assert cache.read("results", "key") is None
