"""A run that is told again: only where nothing it depends on has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from linter.cli import replay
from linter.cli.replay import replayed


class Check:
    """Prints the content of files, and counts how often it is asked."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, arguments: Sequence[str]) -> int:
        self.runs += 1
        for path in arguments:
            if os.path.isdir(path):
                sys.stdout.writelines(f"{entry.name}\n" for entry in os.scandir(path))
            else:
                with open(path, "rb") as file:
                    sys.stdout.write(file.read().decode("utf-8", "replace"))
        print("done", file=sys.stderr)
        return 1


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "work" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    for name in ("a.md", "b.md", "deep/c.md"):
        (tmp_path / "work" / name).write_text(f"text of {name}\n")
    return tmp_path / "work"


def runs(check: Check, *arguments: str) -> int:
    before = check.runs
    assert replayed(arguments, check) == 1
    return check.runs - before


def test_a_run_is_told_again_word_for_word(capsys: pytest.CaptureFixture[str]) -> None:
    check = Check()
    assert runs(check, "a.md", "b.md") == 1
    first = capsys.readouterr()
    assert runs(check, "a.md", "b.md") == 0
    assert capsys.readouterr() == first == ("text of a.md\ntext of b.md\n", "done\n")


def test_a_changed_file_is_read_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check = Check()
    runs(check, "a.md")
    (folder / "a.md").write_text("other")
    assert runs(check, "a.md") == 1
    assert capsys.readouterr().out.endswith("other")
    assert runs(check, "a.md") == 0


def test_a_new_file_in_a_folder_that_was_listed_counts(folder: Path) -> None:
    check = Check()
    assert (runs(check, "deep"), runs(check, "deep")) == (1, 0)
    (folder / "deep" / "d.md").write_text("new")
    assert runs(check, "deep") == 1


def test_a_file_that_appears_where_one_was_looked_for_counts(folder: Path) -> None:
    def check(arguments: Sequence[str]) -> int:
        seen.append(1)
        try:
            open("factlint.yaml").close()
        except FileNotFoundError:
            return 0
        return 1

    seen: list[int] = []
    assert [replayed(["a.md"], check), replayed(["a.md"], check), len(seen)] == [0, 0, 1]
    (folder / "factlint.yaml").write_text("rules: {}")
    assert [replayed(["a.md"], check), len(seen)] == [1, 2]


def test_arguments_environment_folder_and_program_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = Check()
    a, b = str(folder / "a.md"), str(folder / "b.md")
    assert [runs(check, a, b), runs(check, b, a), runs(check, a, b)] == [1, 1, 0]
    monkeypatch.setenv("NO_COLOR", "1")
    assert [runs(check, a, b), runs(check, a, b)] == [1, 0]
    monkeypatch.chdir(folder / "deep")
    assert [runs(check, a, b), runs(check, a, b)] == [1, 0]
    monkeypatch.setattr(replay, "program_fingerprint", lambda: "another version")
    assert [runs(check, a, b), runs(check, a, b)] == [1, 0]


def writes(path: str) -> None:
    Path(path).write_text("x")


def starts(path: str) -> None:
    import subprocess

    subprocess.run([sys.executable, "-c", ""], check=True)


def removes(path: str) -> None:
    os.unlink(path)


@pytest.mark.parametrize("act", [writes, starts, removes])
def test_a_run_that_does_more_than_print_is_not_kept(folder: Path, act: object) -> None:
    def check(arguments: Sequence[str]) -> int:
        assert callable(act)
        act("out.txt")
        seen.append(1)
        return 0

    seen: list[int] = []
    for count in (1, 2):
        (folder / "out.txt").touch()
        assert replayed(["a.md"], check) == 0
        assert len(seen) == count


@pytest.mark.parametrize("argument", ["-", "--watch", "-w", "--no-cache", "--stdin-filename=x.md"])
def test_some_runs_are_never_kept(argument: str) -> None:
    seen: list[int] = []

    def check(arguments: Sequence[str]) -> int:
        seen.append(1)
        return 0

    assert [replayed(["a.md", argument], check), replayed(["a.md", argument], check), len(seen)] == [0, 0, 2]


def test_a_run_that_could_not_do_its_job_is_done_again() -> None:
    seen: list[int] = []

    def check(arguments: Sequence[str]) -> int:
        seen.append(1)
        return 2

    assert [replayed(["a.md"], check), replayed(["a.md"], check), len(seen)] == [2, 2, 2]


def test_long_output_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "LONGEST", 10)
    check = Check()
    assert [runs(check, "a.md"), runs(check, "a.md")] == [1, 1]


def test_without_a_cache_every_run_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", "/dev/null/nowhere")
    check = Check()
    assert [runs(check, "a.md"), runs(check, "a.md")] == [1, 1]


def test_what_can_expire_is_looked_at_every_day(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = Check()
    (folder / "b.md").write_text("factlint: ignore[x] known; Expires: 2026-12-31", encoding="utf-16")
    assert [runs(check, "a.md"), runs(check, "b.md"), runs(check, "a.md"), runs(check, "b.md")] == [1, 1, 0, 0]
    monkeypatch.setattr(replay, "today", lambda: "2027-01-01")
    assert [runs(check, "a.md"), runs(check, "b.md")] == [0, 1]
