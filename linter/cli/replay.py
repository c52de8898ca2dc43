"""A run whose inputs have not changed is told again, without loading the linter.

What a run prints depends on its arguments, the working folder, the environment, the terminal, the program, and the
files and folders that it looks at, all of which are noted while it runs. When all are the same the next time, so is the
output. Runs that write files, start processes (as git) or read standard input are not kept.
"""

from __future__ import annotations

import marshal
import os
import sys

from linter.core import cache
from linter.core.day import can_expire, today
from linter.core.digest import sha256, text_digest
from linter.core.inputs import start_noting, stop_noting
from linter.core.stamp import package_folder
from linter.engine.fingerprint import program_fingerprint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TextIO

NAME = "runs"

MOST_INPUTS = 200
"""Files and folders that a kept run may depend on; looking at more takes as long as asking for each result."""

LONGEST = 256 * 1024
"""Code points of output of a kept run."""

READERS = ("-", "--stdin-filename", "--since", "--staged")
WRITERS = ("--fix", "--unsafe-fixes", "--diff", "--add-ignores")
NEVER = frozenset((*READERS, *WRITERS, "-w", "--watch", "--no-cache", "--profile"))
"""Arguments of runs that are never kept: they depend on more than files, or do more than print."""

PERSONAL = frozenset(("_", "SHLVL", "OLDPWD", "PWD", "WINDOWID", "TERM_SESSION_ID", "SSH_CLIENT", "SSH_CONNECTION"))
"""Variables of the environment that say who asks, and from where, and nothing else."""

Printed = tuple[tuple[str, str], ...]
"""What was written, in order: "out" or "err", and the text."""


def replayed(arguments: Sequence[str], check: Callable[[Sequence[str]], int]) -> int:
    """The exit code of a check with these arguments, told again if it is known, done and kept if not."""
    if any(argument.partition("=")[0] in NEVER for argument in arguments) or not cache.cache_folder():
        return check(arguments)
    key = _key(arguments)
    kept = _kept(key)
    if kept is None:
        return _recorded(arguments, check, key)
    code, printed = kept
    for stream, text in printed:
        (sys.stdout if stream == "out" else sys.stderr).write(text)
    return code


def _key(arguments: Sequence[str]) -> str:
    environment = sorted(item for item in os.environ.items() if item[0] not in PERSONAL)
    terminals = [(_columns(stream) if stream.isatty() else 0) for stream in (sys.stdout, sys.stderr)]
    parts = (program_fingerprint(), list(arguments), os.getcwd(), environment, terminals, sys.stdout.encoding)
    return text_digest(repr(parts))


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return -1


def _kept(key: str) -> tuple[int, Printed] | None:
    data = cache.read(NAME, key)
    if data is None:
        return None
    try:
        code, printed, inputs, day = marshal.loads(data)  # noqa: S302 - the cache has checked that we wrote it
    except (EOFError, ValueError, TypeError):
        return None
    same = day in ("", today()) and all(state_of(path) == state for path, state in inputs)
    return (code, printed) if same else None


def _recorded(arguments: Sequence[str], check: Callable[[Sequence[str]], int], key: str) -> int:
    """Run a check, and keep what it printed if that depends on nothing but what was noted."""
    printed: list[tuple[str, str]] = []
    out, err = sys.stdout, sys.stderr
    inputs = start_noting(_own_folders())
    sys.stdout, sys.stderr = _Tee(out, "out", printed), _Tee(err, "err", printed)
    try:
        code = check(arguments)
    finally:
        sys.stdout, sys.stderr = out, err
        stop_noting()
    is_small = len(inputs.paths) <= MOST_INPUTS and sum(len(text) for _, text in printed) <= LONGEST
    if code in (0, 1) and inputs.is_complete and is_small:
        states = [(path, state_of(path)) for path in inputs.paths]
        if None not in (state for _, state in states):
            day = today() if any(_can_expire(path) for path in inputs.paths) else ""
            cache.write(NAME, key, marshal.dumps((code, tuple(printed), states, day)))
    return code


def _own_folders() -> tuple[str, ...]:
    """The folders of the program, whose state is part of the key, and of the cache."""
    package = package_folder()
    own = (package, os.path.join(os.path.dirname(package), "rules"), cache.cache_folder() or "", sys.prefix)
    return tuple(os.path.abspath(folder) for folder in (*own, sys.base_prefix, "/dev", "/proc", "/etc", "/usr/share"))


def state_of(path: str) -> str | None:
    """What a run could have seen there: a file's digest, what a folder lists, or that there is nothing.

    None where it cannot be said again, as for pipes.
    """
    try:
        if os.path.isdir(path):
            with os.scandir(path) as found:
                names = sorted((entry.name, entry.is_dir(), entry.is_symlink()) for entry in found)
            return text_digest(repr(names))
        if not os.path.isfile(path):
            return None if os.path.lexists(path) else "none"
        with open(path, "rb") as file:
            return f"{os.path.islink(path)} {sha256(file.read()).hexdigest()}"
    except OSError as error:
        return f"error {error.errno}"


def _can_expire(path: str) -> bool:
    """Whether a file has an entry with a last day in it, so that what is said of it can depend on the day."""
    try:
        with open(path, "rb") as file:
            return can_expire(file.read())
    except OSError:
        return False


class _Tee:
    """A stream that remembers what is written to it."""

    def __init__(self, stream: TextIO, name: str, printed: list[tuple[str, str]]) -> None:
        self._stream = stream
        self._name = name
        self._printed = printed

    def write(self, text: str) -> int:
        """Write, and remember."""
        self._printed.append((self._name, text))
        return self._stream.write(text)

    def writelines(self, lines: Any) -> None:
        """Write each, and remember."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        """All else is the stream's own."""
        return getattr(self._stream, name)
