"""Keeping the cache small: what was not used for long goes, and the oldest where there is too much.

Only files that the cache has written are touched: their names are a word and a digest.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator

from msgspec import Struct

from linter.core.cache import DAY
from linter.core.pattern import lazy_pattern

LARGEST = 512 * 1024 * 1024
"""Bytes that the cache may take after a sweep."""

LONGEST = 60 * DAY
"""Seconds after which an entry that nobody has read goes."""

MUCH = 64 * 1024 * 1024
"""Bytes written by one process after which it sweeps, whenever the last sweep was."""

ABANDONED = 60 * 60
"""Seconds after which a half-written file has nobody who writes it."""

MARKER = "swept"
"""The file whose time says when the folder was last swept."""

ENTRY = lazy_pattern(r"[a-z][a-z0-9-]*-(?:[0-9a-f]{64}|\d+-\d+\.tmp)")
"""The names of entries, and of entries that are being written."""


class Entry(Struct, frozen=True, order=True):
    """A file of the cache: seconds since it was made or used, of which the oldest sort last, and its bytes."""

    age: float
    path: str
    size: int


class _Written:
    """Bytes that this process has written since it last swept."""

    total = 0


def is_due(folder: str, size: int) -> bool:
    """Whether to sweep now that so many bytes more were written; true once a day."""
    _Written.total += size
    if _Written.total > MUCH:
        return True
    try:
        return time.time() - os.stat(os.path.join(folder, MARKER)).st_mtime > DAY
    except OSError:
        return True


def sweep(folder: str, largest: int = LARGEST) -> None:
    """Delete what is old, then the oldest entries until the rest takes no more than `largest` bytes."""
    _Written.total = 0
    with contextlib.suppress(OSError), open(os.path.join(folder, MARKER), "w", encoding="utf-8"):
        os.utime(os.path.join(folder, MARKER))
    total = 0
    for entry in sorted(entries(folder)):
        total += entry.size
        abandoned = entry.path.endswith(".tmp") and entry.age > ABANDONED
        if total > largest or entry.age > LONGEST or abandoned:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)


def clean(folder: str) -> int:
    """Delete every entry; returns how many there were."""
    found = list(entries(folder))
    for entry in found:
        with contextlib.suppress(OSError):
            os.unlink(entry.path)
    return len(found)


def entries(folder: str) -> Iterator[Entry]:
    """The files of the cache; none where the folder cannot be read."""
    now = time.time()
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for file in found:
            if ENTRY.fullmatch(file.name) and file.is_file(follow_symlinks=False):
                status = file.stat(follow_symlinks=False)
                yield Entry(now - status.st_mtime, file.path, status.st_size)
