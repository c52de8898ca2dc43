"""The file of a baseline: JSON with one entry a line, sorted, so that a change of it reads well in a review."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from linter.core.errors import ProblemsError, UnreadableError
from linter.core.problem import Problem, did_you_mean
from linter.core.read import decode
from linter.core.source import Source
from linter.core.span import Span

VERSION = 1
DEFAULT_NAME = "factlint-baseline.json"
KEYS = ("version", "entries")


class Entry(Struct, frozen=True, order=True):
    """Reports that were there before: file (relative to the baseline's folder), rule, hash of the sentence, how many.

    `text` are the words of the first of them, for people; nothing is compared with it.
    """

    path: str
    rule: str
    sentence: str
    count: int
    text: str = ""


class Written(Struct, frozen=True):
    """A baseline as it stands in its file."""

    path: str
    entries: tuple[Entry, ...] = ()
    text: str = ""

    @property
    def folder(self) -> str:
        """The folder that paths of entries are relative to."""
        return os.path.dirname(os.path.abspath(self.path))


def read_baseline(path: str) -> Written:
    """The baseline of a file; raises ProblemsError with the place of every mistake in it."""
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe would never end
        raise ProblemsError((Problem(path, 1, 1, "the baseline cannot be read: it is no file"),))
    try:
        with open(path, "rb") as file:
            source = decode(path, file.read())
    except OSError as error:
        hint = f"write it with: factlint baseline --baseline {path}" if isinstance(error, FileNotFoundError) else ""
        told = f"the baseline cannot be read: {error.strerror or error}"
        raise ProblemsError((Problem(path, 1, 1, told, hint),)) from error
    except UnreadableError as error:
        raise ProblemsError((Problem(path, 1, 1, f"the baseline cannot be read: {error}"),)) from error
    try:
        data = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise ProblemsError((_problem(source, error.pos, f"no JSON: {error.msg}"),)) from error
    except RecursionError as error:
        raise ProblemsError((_problem(source, 0, "nested too deeply"),)) from error
    if problems := tuple(_problems(source, data)):
        raise ProblemsError(problems)
    return Written(path, tuple(Entry(**entry) for entry in data["entries"]), source.text)


def render_baseline(entries: Iterable[Entry]) -> str:
    """The text of a baseline file."""
    names = Entry.__struct_fields__
    rows = [json.dumps({name: getattr(entry, name) for name in names}, ensure_ascii=False) for entry in sorted(entries)]
    listed = "".join(f"\n    {row}" + ("," if number < len(rows) else "\n  ") for number, row in enumerate(rows, 1))
    return f'{{\n  "version": {VERSION},\n  "entries": [{listed}]\n}}\n'


def entry_spans(text: str) -> Iterator[Span]:
    """The source spans of the entries of a file that is sound JSON, in order."""
    decoder = json.JSONDecoder()
    place = _opening(text, decoder)
    while place < len(text):
        place = _past(text, place, " \t\r\n,")
        if place >= len(text) or text[place] == "]":
            return
        _, end = decoder.raw_decode(text, place)
        yield Span(place, end)
        place = end


def _opening(text: str, decoder: json.JSONDecoder) -> int:
    """The offset after the bracket that opens the list of entries; the end of the text where there is none."""
    place = text.find("{") + 1
    while place < len(text):
        place = _past(text, place, " \t\r\n,")
        if text[place : place + 1] != '"':
            break
        key, place = decoder.raw_decode(text, place)
        place = _past(text, place, " \t\r\n:")
        if key == "entries":
            return place + 1 if text[place : place + 1] == "[" else len(text)
        _, place = decoder.raw_decode(text, place)
    return len(text)


def _past(text: str, place: int, characters: str) -> int:
    while place < len(text) and text[place] in characters:
        place += 1
    return place


def _problems(source: Source, data: Any) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield _problem(source, 0, "a baseline is an object with the keys version and entries")
        return
    for key in data:
        if key not in KEYS:
            yield _problem(source, 0, f"unknown key {key[:80]!r}", did_you_mean(key, KEYS))
    version = data.get("version")
    if version != VERSION or isinstance(version, bool):
        hint = (
            "update factlint" if isinstance(version, int) and version > VERSION else "write it anew: factlint baseline"
        )
        yield _problem(source, 0, f"baseline of version {version!r}; this factlint reads {VERSION}", hint)
    elif not isinstance(data.get("entries"), list):
        yield _problem(source, 0, "the baseline has no list of entries", "write it anew: factlint baseline")
    else:
        yield from _entry_problems(source, data["entries"])


def _entry_problems(source: Source, entries: list[Any]) -> Iterator[Problem]:
    told = [_mistake(entry) for entry in entries]
    seen: dict[tuple[Any, ...], int] = {}
    for number, entry in enumerate(entries):
        if not told[number][0]:
            first = seen.setdefault((entry["path"], entry["rule"], entry["sentence"]), number)
            if first != number:
                told[number] = f"the same as entry {first + 1}", "make them one, with the sum of their counts"
    if any(message for message, _ in told):
        for span, (message, hint) in zip(entry_spans(source.text), told, strict=False):
            if message:
                yield _problem(source, span.start, message, hint)


def _mistake(entry: Any) -> tuple[str, str]:
    if not isinstance(entry, dict):
        return "an entry is an object", ""
    names = Entry.__struct_fields__
    for key in entry:
        if key not in names:
            return f"unknown key {key[:80]!r} in an entry", did_you_mean(key, names)
    for key in ("path", "rule", "sentence"):
        if not isinstance(entry.get(key), str):
            return f"the {key} of an entry must be a text", ""
    count = entry.get("count")
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        return "the count of an entry must be a number from 1", ""
    return ("", "") if isinstance(entry.get("text", ""), str) else ("the text of an entry must be a text", "")


def _problem(source: Source, place: int, message: str, hint: str = "") -> Problem:
    position = source.position(place)
    return Problem(source.path, position.line, position.column, message, hint, source.line_text(position.line))
