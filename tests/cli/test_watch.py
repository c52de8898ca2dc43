"""`--watch`: linted again when a file changes, until interrupted."""

from __future__ import annotations

import builtins
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from linter.cli import check
from linter.cli.main import main
from linter.cli.watch import CLEAR, watch
from linter.core.errors import UsageError

LATEST = 20.0


class Editor:
    """Lints by noting what a file says; after the first time somebody else changes files."""

    def __init__(self, path: Path, *changes: tuple[Path, str]) -> None:
        self.path = path
        self.changes = changes
        self.seen: list[str] = []
        self._alarm = threading.Timer(LATEST, self._give_up)
        self._alarm.daemon = True
        self._alarm.start()

    def _give_up(self) -> None:
        import _thread

        _thread.interrupt_main()

    def __call__(self, *_: object) -> int:
        self.seen.append(self.path.read_text())
        if len(self.seen) == 1:
            threading.Thread(target=self._edit, daemon=True).start()
            return 1
        self._alarm.cancel()
        raise KeyboardInterrupt

    def _edit(self) -> None:
        time.sleep(0.5)
        for path, text in self.changes:
            path.write_text(text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("before")
    return tmp_path


def test_a_change_is_linted_and_an_interrupt_is_130(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = Editor(folder / "a.md", (folder / "a.md", "after"))
    monkeypatch.setattr(check, "check_once", editor)
    assert main(["check", "--watch", "a.md"]) == 130
    assert editor.seen == ["before", "after"]


def test_a_file_that_an_editor_replaces_is_still_watched(folder: Path) -> None:
    class Replacing(Editor):
        def _edit(self) -> None:
            time.sleep(0.5)
            (folder / "a.md~").write_text("after")
            os.replace(folder / "a.md~", folder / "a.md")

    editor = Replacing(folder / "a.md")
    with pytest.raises(KeyboardInterrupt):
        watch(["a.md"], editor)
    assert editor.seen == ["before", "after"]


def test_several_changes_at_once_are_linted_once_and_other_files_not_at_all(folder: Path) -> None:
    class Counting(Editor):
        def __call__(self, *_: object) -> int:
            self.seen.append(self.path.read_text())
            if len(self.seen) == 1:
                threading.Thread(target=self._edit, daemon=True).start()
            if self.seen[-1] == "last":
                self._alarm.cancel()
                raise KeyboardInterrupt
            return 1

        def _edit(self) -> None:
            time.sleep(0.5)
            (folder / "notes.log").write_text("no article")
            time.sleep(0.8)
            for number in range(5):
                (folder / "a.md").write_text(f"text {number}")
            (folder / "a.md").write_text("last")

    editor = Counting(folder / "a.md")
    with pytest.raises(KeyboardInterrupt):
        watch(["."], editor)
    assert editor.seen == ["before", "last"]


def test_a_mistake_does_not_end_the_watch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Failing(Editor):
        def __call__(self, *arguments: object) -> int:
            super().__call__(*arguments)
            raise UsageError("no rule is called 'x'")

    editor = Failing(folder / "a.md", (folder / "a.md", "after"))
    with pytest.raises(KeyboardInterrupt):
        watch(["a.md"], editor)
    assert editor.seen == ["before", "after"]
    assert "error: no rule is called 'x'" in capsys.readouterr().err


def test_only_a_terminal_is_cleared(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for is_terminal in (True, False):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)  # noqa: B023
        (folder / "a.md").write_text("before")
        with pytest.raises(KeyboardInterrupt):
            watch(["a.md"], Editor(folder / "a.md", (folder / "a.md", "after")))
        assert (CLEAR in capsys.readouterr().out) is is_terminal


def test_without_the_library_the_user_is_told_how_to_get_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "watchfiles":
            raise ImportError(name)
        return load(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert main(["check", "--watch", "a.md"]) == 2
    assert "pip install 'factlint[watch]'" in capsys.readouterr().err
