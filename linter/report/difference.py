"""What a fix would change, as a unified diff: whole for other programs, cut to the width of a terminal for people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from linter.core.source import Source
from linter.report.paths import relative_path
from linter.report.window import window

CONTEXT = 1
"""Lines around a change; a line is often a paragraph."""

NO_END = "\\ No newline at end of file\n"


def difference(before: Source, after: Source, root: str = "") -> Iterator[str]:
    """The change of one article as a patch that `git apply` and `patch -p1` take; nothing where there is none."""
    from difflib import unified_diff

    path = relative_path(before.path, root)
    lines = unified_diff(_lines(before.text), _lines(after.text), f"a/{path}", f"b/{path}", n=CONTEXT)
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{NO_END}"


def cut_difference(before: Source, after: Source, width: int, root: str = "") -> Iterator[str]:
    """The same for people: each line cut to so many columns around what changes in it."""
    removed: list[str] = []
    added: list[str] = []
    for line in difference(before, after, root):
        if line.startswith("-") and not line.startswith("--- "):
            removed.append(line)
        elif line.startswith("+") and not line.startswith("+++ "):
            added.append(line)
        else:
            yield from _pairs(removed, added, width)
            removed, added = [], []
            yield _cut(line, 1, 1, width) if line.startswith(" ") else line
    yield from _pairs(removed, added, width)


def _pairs(removed: list[str], added: list[str], width: int) -> Iterator[str]:
    cuts = [_changed(old, new) for old, new in zip_longest(removed, added, fillvalue="")]
    yield from (_cut(line, start, end, width) for line, (start, end, _) in zip(removed, cuts, strict=False))
    yield from (_cut(line, start, end, width) for line, (start, _, end) in zip(added, cuts, strict=False))


def _changed(old: str, new: str) -> tuple[int, int, int]:
    """Where two lines begin to differ after their mark, and where each of them stops to."""
    start = 1
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    same = 0
    while same < min(len(old), len(new)) - start and old[-1 - same] == new[-1 - same]:
        same += 1
    return start, len(old) - same, len(new) - same


def _cut(line: str, start: int, end: int, width: int) -> str:
    mark, words = line[0], line[1:].rstrip("\r\n")
    low, high = min(start - 1, len(words)), min(max(end - 1, start - 1), len(words))
    return f"{mark}{window(words, low, high, width - 1).text}\n"


def _lines(text: str) -> list[str]:
    """The lines as other programs count them, ended by "\\n" alone."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.split("\n")[-1]) else [])
