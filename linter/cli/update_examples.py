"""`factlint test --update`: what rules report, written into their files."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from linter.core.errors import UsageError
from linter.core.shipped import is_installed
from linter.core.write import replace_file
from linter.core.yaml import load
from linter.ruletest.run import Outcome
from linter.ruletest.update import Change, change_of, updated

MARK = b"\xef\xbb\xbf"


def update(outcomes: Iterable[Outcome]) -> int:
    """Update the files of examples that failed, and print the difference; returns how many files were written."""
    written = 0
    for path, group in groupby(sorted(outcomes, key=lambda each: each.rule.path), key=lambda each: each.rule.path):
        changes = [change for outcome in group if (change := change_of(outcome))]
        if changes and _may_write(path):
            written += _update(Path(path), changes)
    return written


def _may_write(path: str) -> bool:
    if is_installed(Path(path)):
        print(f"{path}: a built-in rule; it is not changed", file=sys.stderr)
        return False
    return True


def _update(path: Path, changes: list[Change]) -> bool:
    data = path.read_bytes()
    mark = MARK if data.startswith(MARK) else b""
    old = data.removeprefix(MARK).decode()
    new = updated(old, str(path), changes)
    if new == old or _rest(new, path) != _rest(old, path):
        return False
    sys.stdout.writelines(_difference(old, new, str(path)))
    _replace(path, mark + new.encode())
    return True


def _rest(text: str, path: Path) -> object:
    """All that an update must leave as it is."""
    root: object = load(text, str(path)).plain()
    assert isinstance(root, dict)
    examples = [
        {key: value for key, value in each.items() if key not in ("expect", "todo")} for each in root["examples"]
    ]
    return {**root, "examples": examples}


def _difference(old: str, new: str, path: str) -> Iterator[str]:
    from difflib import unified_diff

    for line in unified_diff(old.split("\n"), new.split("\n"), path, path, lineterm=""):
        yield f"{line}\n"


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with its mode kept; a link stays a link."""
    target = path.resolve()
    try:
        replace_file(str(target), data, stat.S_IMODE(target.stat().st_mode))
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
