"""Entries for configurations, which keep quiet what no comment in the article can: ready to be pasted."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from linter.config.discover import PROJECT
from linter.config.files import shown
from linter.config.resolve import Home
from linter.core.diagnostic import Diagnostic
from linter.core.relative import path_from

KEY = "ignores"
TABLE = f"[[tool.factlint.{KEY}]]"
MEANT = re.compile(r"[\\*?\[]")
"""What has a meaning in a pattern of paths."""

Row = Mapping[str, str]


def entries(left: Iterable[Diagnostic], reason: str, home: Callable[[str], Home]) -> Iterator[str]:
    """The lines to print: for each configuration what is to be put into it, in its own notation.

    Paths are as each configuration wants them, whatever folder the run was started in.
    """
    homes: dict[Home, dict[tuple[str, ...], Row]] = {}
    for diagnostic in left:
        if not diagnostic.rule.startswith("meta/"):
            at = home(diagnostic.path)
            row = _row(diagnostic, reason, at.base)
            homes.setdefault(at, {})[tuple(row.values())] = row
    for at, rows in sorted(homes.items(), key=lambda item: item[0].path):
        given = [row for _, row in sorted(rows.items())]
        yield from _in_toml(at, given) if os.path.basename(at.path) == PROJECT else _in_yaml(at, given)


def _row(diagnostic: Diagnostic, reason: str, base: str) -> Row:
    words = {"path": _pattern(diagnostic.path, base), "rule": diagnostic.rule}
    text = " ".join(diagnostic.text.split())
    return {**words, **({"text": text} if text else {}), "reason": reason}


def _pattern(path: str, base: str) -> str:
    """The pattern that means this very file, relative to a folder."""
    relative = MEANT.sub(r"\\\g<0>", path_from(path, base))
    # Without a slash it would mean files of that name in every folder; "#" and "!" have a meaning at the start.
    return f"/{relative}" if "/" not in relative or relative.startswith(("#", "!")) else relative


def _in_yaml(at: Home, rows: Iterable[Row]) -> Iterator[str]:
    has_some = at.layer is not None and at.layer.has(KEY)
    yield _told(at, f"{KEY} in " if has_some else "")
    if not has_some:
        yield f"{KEY}:"
    for row in rows:
        yield "  - {" + ", ".join(f"{key}: {_quoted(word)}" for key, word in row.items()) + "}"


def _in_toml(at: Home, rows: Iterable[Row]) -> Iterator[str]:
    is_list = at.layer is not None and at.layer.has(KEY) and TABLE not in at.layer.source.text
    yield _told(at, f"{KEY} in " if is_list else "the end of ")
    for row in rows:
        pairs = [f"{key} = {_quoted(word)}" for key, word in row.items()]
        yield "  {" + ", ".join(pairs) + "}," if is_list else "\n".join((TABLE, *pairs))


def _told(at: Home, where: str) -> str:
    return f"No comment can be written for these; put them into {where}{shown(at.path)}:"


def _quoted(text: str) -> str:
    """A text in quotation marks; JSON's escapes are those of YAML and of TOML too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
