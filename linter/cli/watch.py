"""`factlint check --watch`: lint again whenever an article, a rule or a fact changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from linter.core.errors import FactlintError, UsageError
from linter.document.suffixes import SUFFIXES

DEBOUNCE = 300
"""Milliseconds that changes are waited for after the first: an editor writes a file in several steps."""

CLEAR = "\x1b[2J\x1b[H"
"""Clears a terminal (ECMA-48: erase all, cursor to the first place)."""

WATCHED = (*SUFFIXES, ".yaml", ".yml", ".toml", ".factlintignore", ".gitignore")
"""How the names of files end that a run depends on."""


def watch(paths: Sequence[str], lint: Callable[[], int]) -> int:
    """Lint now and after every change below the paths, until interrupted: KeyboardInterrupt is raised then."""
    try:
        import watchfiles
    except ImportError:
        raise UsageError("--watch needs the library watchfiles: pip install 'factlint[watch]'") from None
    if missing := [path for path in paths if not os.path.exists(path)]:
        raise UsageError(f"cannot watch {missing[0]!r}: no such file or folder")
    _lint_on_clear_screen(lint)
    # Files are watched by their folders: an editor that writes a new file in the old one's place ends a watch on it.
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or os.curdir for path in paths}
    changes = watchfiles.watch(
        *sorted(folders), watch_filter=_is_watched, debounce=DEBOUNCE, step=50, raise_interrupt=True
    )
    for _ in changes:
        _lint_on_clear_screen(lint)
    raise KeyboardInterrupt


def _is_watched(_change: object, path: str) -> bool:
    return path.lower().endswith(WATCHED)


def _lint_on_clear_screen(lint: Callable[[], int]) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(CLEAR)
    try:
        lint()
    except FactlintError as error:  # a mistake in a file that is being edited does not end the watch
        print(f"factlint: error: {error}", file=sys.stderr)
    print("Watching for changes; Ctrl-C ends.", file=sys.stderr)
    sys.stdout.flush()
