"""What the results of a run depend on besides the articles, told without loading any of it."""

from __future__ import annotations

import hashlib
import os
import sys

from linter import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA_SUFFIXES = (".yaml", ".yml", ".toml", ".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm", ".json")
"""What is read in folders of rules, facts and sources."""


def program_fingerprint() -> str:
    """A digest of this program: its code, its rules and facts, the libraries beside it, and Python.

    What was installed from a wheel is known by the list of digests that came with it; a source checkout by the sizes
    and times of its files, since somebody is working on them.
    """
    if not _KNOWN:
        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        parts = (__version__, sys.version, *_installed(), *(_record(package) or _checkout(package)))
        _KNOWN.append(hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest())
    return _KNOWN[0]


_KNOWN: list[str] = []


def content_fingerprint(paths: Iterable[str]) -> str:
    """A digest of the names and contents of files, and of all data files in folders and below them."""
    digest = hashlib.sha256()
    for path in paths:
        for file in _data_files(path):
            digest.update(file.encode("utf-8", "surrogateescape") + b"\0" + _digest(file))
    return digest.hexdigest()


def _installed() -> Iterator[str]:
    """The names and versions of the distributions that can be imported."""
    for folder in sys.path:
        if os.path.basename(folder) in ("site-packages", "dist-packages"):
            try:
                names = os.listdir(folder)
            except OSError:
                continue
            yield from sorted(name for name in names if name.endswith(".dist-info"))


def _record(package: str) -> tuple[str, ...]:
    """The digests of the wheel's files, where the package was installed from one."""
    try:
        path = os.path.join(os.path.dirname(package), f"factlint-{__version__}.dist-info", "RECORD")
        with open(path, encoding="utf-8") as file:
            return (file.read(),)
    except OSError:
        return ()


def _checkout(package: str) -> Iterator[str]:
    for folder in (package, os.path.join(os.path.dirname(package), "rules")):
        for file in _files(folder):
            status = os.stat(file)
            yield f"{file} {status.st_size} {status.st_mtime_ns}"


def _files(folder: str) -> Iterator[str]:
    """The files below a folder, without what Python compiles for itself."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            continue
        waiting.extend(entry.path for entry in entries if entry.is_dir() and entry.name != "__pycache__")
        yield from (entry.path for entry in entries if entry.is_file())


def _data_files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    for place, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if name.lower().endswith(DATA_SUFFIXES))


def _digest(file: str) -> bytes:
    if not os.path.isfile(file):  # a pipe would never end
        return b"none"
    try:
        with open(file, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as error:
        return str(error.errno).encode()
