"""How far a long run has come, on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

LONG = 2.0
"""Seconds after which a run is worth watching."""

Told = Callable[[int, int], None]
"""Is told how many articles are done, and how many there are."""


@contextmanager
def progress(wanted: bool) -> Iterator[Told | None]:
    """What a run tells how far it is; None where nobody looks: it goes to the error stream if that is a terminal.

    The library rich draws it (the extra `progress`); it is imported after LONG seconds, and without it there is none.
    """
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.told
    finally:
        bar.stop()


class _Bar:
    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown: Any = None
        self._is_possible = True

    def told(self, done: int, total: int) -> None:
        """Draw the bar, if the run has become a long one and is not over."""
        if self._shown is None and self._is_possible and done < total and time.monotonic() - self._began > LONG:
            self._shown = _started()
            self._is_possible = self._shown is not None
        if self._shown is not None:
            self._shown.update(self._shown.task_ids[0], completed=done, total=total)
            self._shown.refresh()

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()


def _started() -> Any:
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
    except ImportError:
        return None
    columns = ("Linting", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No thread that draws by itself: processes may be forked from this one.
    shown = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    shown.add_task("")
    shown.start()
    return shown
