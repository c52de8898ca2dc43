"""What results depend on besides the article: the code and the data that ship, told by their files' states.

What is kept between runs is bound to this stamp, so that neither a new version nor an edit in a source checkout ever
meets what an older one has kept. Sizes and times of change are enough to tell, and need no file to be read.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache as once

from linter.core.shipped import shipped_folder

CODE, DATA = (".py",), (".yaml", ".yml")


@once
def stamp() -> str:
    """A digest of the states of factlint's modules and shipped data, and of the interpreter's version."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    states = (*_states(package, CODE), *_states(str(shipped_folder()), DATA))
    return hashlib.sha256(repr((sys.version, *states)).encode()).hexdigest()


def _states(folder: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of change of each file of these kinds, in the order of their paths."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name.endswith(suffixes):
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns
        elif entry.name != "__pycache__" and entry.is_dir(follow_symlinks=False):
            yield from _states(entry.path, suffixes)
