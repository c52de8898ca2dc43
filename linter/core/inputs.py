"""Noting what a run looks at outside the program: files it reads, files it misses, folders it lists.

The interpreter's audit events (PEP 578) tell of every file that is opened and every folder that is listed, by whichever
library, so that nothing is forgotten; who only asks whether a file is there says so with `looked_at`.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORBIDDEN = ("subprocess.Popen", "os.fork", "os.exec", "os.posix_spawn", "os.system", "socket.connect", "os.remove")
"""Events after which nobody can say what a run depended on, or what it did."""


class Inputs:
    """What was looked at since it was made; `is_complete` turns false when something was done that leaves no trace."""

    def __init__(self, ignored: tuple[str, ...]) -> None:
        self.paths: dict[str, None] = {}
        self.is_complete = True
        self._ignored = tuple(folder.rstrip(os.sep) + os.sep for folder in ignored)

    def add(self, path: str) -> None:
        """Note a path, absolute, unless it is one of the program's own."""
        whole = os.path.abspath(path)
        if not (whole + os.sep).startswith(self._ignored):
            self.paths[whole] = None

    def hear(self, event: str, values: tuple[Any, ...]) -> None:
        """Note what an audit event tells."""
        if event == "open":
            path, _mode, flags = values
            if isinstance(path, bytes):
                path = os.fsdecode(path)
            if isinstance(path, str):
                self._add_file(path, is_written=bool(flags & (os.O_WRONLY | os.O_RDWR)))
        elif event in ("os.scandir", "os.listdir"):
            self._add_folder(event, os.fsdecode(values[0]) if isinstance(values[0], str | bytes) else os.curdir)
        elif event in FORBIDDEN:
            self.is_complete = False

    def _add_file(self, path: str, is_written: bool) -> None:
        self.add(path)
        if is_written and os.path.abspath(path) in self.paths:
            self.is_complete = False

    def _add_folder(self, event: str, path: str) -> None:
        # The import system lists the folders of `sys.path`, the working folder sometimes among them.
        if event == "os.scandir" or path not in sys.path:
            self.add(path)


class _Hook:
    """The one hook of the process: hooks cannot be taken away again."""

    inputs: Inputs | None = None
    is_set = False


def start_noting(ignored: tuple[str, ...]) -> Inputs:
    """Note from now on what is looked at outside the ignored folders."""
    inputs = _Hook.inputs = Inputs(ignored)
    if not _Hook.is_set:
        _Hook.is_set = True
        sys.addaudithook(_heard)
    return inputs


def stop_noting() -> None:
    """Note no longer."""
    _Hook.inputs = None


def looked_at(path: str) -> None:
    """Say that the run depends on whether this file is there."""
    if _Hook.inputs is not None:
        _Hook.inputs.add(path)


def _heard(event: str, values: tuple[Any, ...]) -> None:
    if _Hook.inputs is not None:
        _Hook.inputs.hear(event, values)
