"""A cache on disk for what is dear to compute and can always be computed again.

Nothing here raises: where the cache cannot be used, every entry is missing. An entry is found by its name and a key of
the content it was made from, and is checked before use, so that a damaged, cut or foreign file is the same as none.
The folder stays small: once a day a run that writes puts away what was not used for long, and the oldest of too much.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib

from linter.core.digest import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

MAGIC = b"factlint cache 2\n"
"""Begins every entry; the number changes with the layout of entries."""

CHECK = 4
"""Bytes of the checksum of the data of an entry."""

LARGE = 64 * 1024
"""Bytes of an entry that is mapped."""

TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This is a cache of factlint; it can be deleted.\n"
"""Tells backup programs to leave the folder out (Cache Directory Tagging Specification, bford.info/cachedir)."""

DAY = 24 * 60 * 60
"""Seconds."""


def cache_folder() -> str | None:
    """The folder of the cache, made if need be, readable by its owner alone; None where that cannot be.

    It is what FACTLINT_CACHE_DIR says, or else `factlint` in the place where the platform keeps users' caches. A folder
    that other users could write to is not used: an entry is trusted by those who read it.
    """
    try:
        folder = cache_place()
        if not os.path.isdir(folder):
            os.makedirs(folder, mode=0o700, exist_ok=True)
            # Only in a folder of our own making: in one that is there, an ignore file could hide what is not ours.
            for name, text in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)
        return folder if _ours(folder) else None
    except (OSError, ValueError):  # ValueError: a NUL in the variable
        return None


def read(name: str, key: str) -> bytes | memoryview | None:
    """The data written under a name and a key; None where there is none, or it is not what was written.

    What is large is not read but mapped, so that of its pages only those are filled that are looked at.
    """
    folder = cache_folder()
    if folder is None:
        return None
    path, head = os.path.join(folder, _file_name(name, key)), _head(key)
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            content = mapped(file) if status.st_size > LARGE else memoryview(file.read())
    except (OSError, ValueError):  # ValueError: a file that was emptied meanwhile
        return None
    data = content[len(head) + CHECK :]
    if content[: len(head) + CHECK] != head + _check(data):
        return None
    _release(content)
    if time.time() - status.st_mtime > DAY:
        _touch(path)
    return data


def mapped(file: BinaryIO) -> memoryview:
    """The content of a file that is never written in place, and so stays as it is even when another takes its name."""
    from mmap import ACCESS_READ, mmap

    return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))


def _release(content: memoryview) -> None:
    """Let go of the pages that the check has filled: most of what is mapped is not looked at again."""
    if hasattr(content.obj, "madvise"):  # a mapped file, and not on Windows
        from mmap import MADV_DONTNEED

        content.obj.madvise(MADV_DONTNEED)


def write(name: str, key: str, data: bytes | memoryview) -> None:
    """Keep data under a name and a key: whole or not at all, whatever else writes there at the same time."""
    import contextlib

    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        # Not `tempfile`, which takes longer to import than all the writing; the folder is the user's own.
        temporary = os.path.join(folder, f"{name}-{os.getpid()}-{time.perf_counter_ns()}.tmp")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((_head(key), _check(data), data))
            os.replace(temporary, os.path.join(folder, _file_name(name, key)))
        except OSError:
            os.unlink(temporary)
    _account(folder, len(data))


def _touch(path: str) -> None:
    """What is in use is not old."""
    try:
        os.utime(path)
    except OSError:
        return


def _account(folder: str, size: int) -> None:
    """Sweep the folder if a day has passed since it was swept, or if this process alone has written a lot."""
    from linter.core.sweep import is_due, sweep

    if is_due(folder, size):
        sweep(folder)


def cache_place() -> str:
    """Where the cache is, or would be; ValueError where the user has no home."""
    if chosen := os.environ.get("FACTLINT_CACHE_DIR"):
        return chosen
    home = os.path.expanduser("~")
    if home == "~":
        raise ValueError("no home folder")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(base, "factlint", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "factlint")
    # The specification of base directories: a relative path is invalid and ignored.
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(chosen if os.path.isabs(chosen) else os.path.join(home, ".cache"), "factlint")


def _ours(folder: str) -> bool:
    status = os.stat(folder)
    if sys.platform == "win32":
        return stat.S_ISDIR(status.st_mode)
    return status.st_uid in (0, os.getuid()) and not status.st_mode & stat.S_IWOTH


def _file_name(name: str, key: str) -> str:
    return f"{name}-{sha256(key.encode()).hexdigest()}"


def _head(key: str) -> bytes:
    return MAGIC + sha256(key.encode()).digest()


def _check(data: bytes | memoryview) -> bytes:
    """Tells a damaged entry; that is no matter of trust, since none but its owner can write to the folder."""
    return zlib.crc32(data).to_bytes(CHECK, "big")
