"""How far a run has come is shown on a terminal, for long runs, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from linter.cli import progress as module
from linter.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def listening(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def work(count: int = 5) -> None:
    with progress(wanted=True) as told:
        assert told is not None
        for done in range(1, count + 1):
            told(done, count)


def test_a_long_run_shows_how_far_it_is_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = listening(monkeypatch)
    monkeypatch.setattr(module, "LONG", 0.0)
    work()
    written = terminal.getvalue()
    assert "2/5" in written
    assert written.rstrip().endswith("\x1b[2K")


def test_a_short_run_shows_nothing_and_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = listening(monkeypatch)
    monkeypatch.setattr(module, "_started", lambda: pytest.fail("drawn"))
    work()
    assert terminal.getvalue() == ""


def test_in_a_pipe_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress(wanted=True) as told:
        assert told is None


def test_who_wants_none_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    listening(monkeypatch)
    with progress(wanted=False) as told:
        assert told is None


def test_without_the_library_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = listening(monkeypatch)
    monkeypatch.setattr(module, "LONG", 0.0)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    work()
    assert terminal.getvalue() == ""
