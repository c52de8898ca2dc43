"""What results depend on besides the article: the code and the data that ship, told by their files' states.

What is kept between runs is bound to this stamp, so that neither a new version nor an edit in a source checkout ever
meets what an older one has kept. What was installed from a wheel is known by the list of digests that came with it; a
source checkout by the sizes and times of its files, since somebody is working on them. No other file is read.
"""

from __future__ import annotations

import os
import sys

from linter.core.digest import text_digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

PREPARED = "_prepared"
"""The folder in the package where a build leaves what it has made of the rest."""


def stamp() -> str:
    """A digest of the states of factlint's modules and shipped data, and of the interpreter's version."""
    if not _KNOWN:
        _KNOWN.append(stamp_of(package_folder()))
    return _KNOWN[0]


_KNOWN: list[str] = []


def stamp_of(package: str) -> str:
    """The stamp of the package in a folder."""
    states = _record(package) or tuple(_states(package))
    return text_digest("\0".join((sys.version, *states)))


def package_folder() -> str:
    """The folder of factlint's modules."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped_files(package: str) -> Iterator[os.DirEntry[str]]:
    """The modules and data of the package in a folder, in one order; not what is made of them.

    The rules stand inside the package when it is installed, and beside it in a checkout.
    """
    for folder in (package, os.path.join(os.path.dirname(package), "rules")):
        if os.path.isdir(folder):
            yield from _files(folder)


def _record(package: str) -> tuple[str, ...]:
    """The digests of the wheel's files, where the package was installed from one."""
    folder = os.path.dirname(package)
    try:
        installed = [
            each for each in os.listdir(folder) if each.startswith("factlint-") and each.endswith(".dist-info")
        ]
        return tuple([_text(os.path.join(folder, each, "RECORD")) for each in sorted(installed)])
    except OSError:
        return ()


def _text(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def _states(package: str) -> Iterator[str]:
    """Path, size and time of change of each file."""
    for entry in shipped_files(package):
        state = entry.stat()
        yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.is_file():
            yield entry
        elif entry.name not in ("__pycache__", PREPARED) and entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
