"""A cache on disk for what is dear to compute and can always be computed again.

Nothing here raises: where the cache cannot be used, every entry is missing. An entry is found by its name and a key of
the content it was made from, and is checked before use, so that a damaged, cut or foreign file is the same as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from pathlib import Path

MAGIC = b"factlint cache 1\n"
"""Begins every entry; the number changes with the layout of entries."""

TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This is a cache of factlint; it can be deleted.\n"
"""Tells backup programs to leave the folder out (Cache Directory Tagging Specification, bford.info/cachedir)."""


def cache_folder() -> Path | None:
    """The folder of the cache, made if need be, readable by its owner alone; None where that cannot be.

    It is what FACTLINT_CACHE_DIR says, or else `factlint` in the place where the platform keeps users' caches. A folder
    that other users could write to is not used: an entry is trusted by those who read it.
    """
    try:
        folder = _place()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
            if not (folder / name).exists():
                (folder / name).write_text(text, encoding="utf-8")
        return folder if _ours(folder) else None
    except (OSError, RuntimeError, ValueError):  # RuntimeError: no home folder; ValueError: a NUL in the variable
        return None


def read(name: str, key: str) -> bytes | None:
    """The data written under a name and a key; None where there is none, or it is not what was written."""
    folder = cache_folder()
    if folder is None:
        return None
    head = _head(key)
    try:
        with open(folder / _file_name(name, key), "rb") as file:
            begun, digest, data = file.read(len(head)), file.read(32), file.read()
    except OSError:
        return None
    return data if begun == head and digest == hashlib.sha256(data).digest() else None


def write(name: str, key: str, data: bytes) -> None:
    """Keep data under a name and a key: whole or not at all, whatever else writes there at the same time."""
    import tempfile

    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f"{name}-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_head(key) + hashlib.sha256(data).digest() + data)
            os.replace(temporary, folder / _file_name(name, key))
        except OSError:
            os.unlink(temporary)


def _place() -> Path:
    if chosen := os.environ.get("FACTLINT_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(base) / "factlint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "factlint"
    # The specification of base directories: a relative path is invalid and ignored.
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(chosen) if os.path.isabs(chosen) else Path.home() / ".cache") / "factlint"


def _ours(folder: Path) -> bool:
    if sys.platform == "win32":
        return True
    status = folder.stat()
    return status.st_uid in (0, os.getuid()) and not status.st_mode & stat.S_IWOTH


def _file_name(name: str, key: str) -> str:
    return f"{name}-{hashlib.sha256(key.encode()).hexdigest()}"


def _head(key: str) -> bytes:
    return MAGIC + hashlib.sha256(key.encode()).digest()
