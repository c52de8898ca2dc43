"""Writing what rules really report into the examples of their files.

Only the words that change are replaced; every other byte of the file, its comments and its layout among them, stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.core.diagnostic import Diagnostic
from linter.core.node import Node
from linter.core.source import Source
from linter.core.yaml import extents, load
from linter.ruleset.model import Example, Expectation
from linter.ruletest.run import Outcome, compared


class Change(Struct, frozen=True):
    """What is to change in the example of a number (from 1): expectations that go and come, a `todo` that is done."""

    number: int
    dropped: tuple[Expectation, ...] = ()
    added: tuple[str, ...] = ()
    done: bool = False


class Splice(Struct, frozen=True):
    """A piece of a text, in code points, and what takes its place."""

    start: int
    end: int
    text: str


def change_of(outcome: Outcome) -> Change | None:
    """How an example that failed would hold; None where that is for its author to say.

    A good example that is reported may be a fault of the rule, and a bad one that is not at all has nothing to expect.
    """
    example = outcome.example
    if not outcome.failures:
        return None
    if example.todo:
        return Change(outcome.number, done=True)
    if not example.expect or not outcome.told:
        return None
    unmet, unexpected = compared(example, outcome.told)
    kept = [expected.text for expected in example.expect if expected not in unmet]
    added = tuple(_unique_words(example, unexpected, kept))
    return Change(outcome.number, unmet, added) if len(added) == len(unexpected) and (kept or added) else None


def updated(text: str, path: str, changes: Iterable[Change]) -> str:
    """The text of a rule file with its examples changed; a change that the file's layout does not allow is left out."""
    root = load(text, path)
    examples = root.value["examples"].value if isinstance(root.value, dict) else ()
    assert isinstance(examples, tuple)
    layout = _Layout(text, path)
    splices = [splice for change in changes for splice in layout.splices(examples[change.number - 1], change)]
    for splice in sorted(splices, key=lambda each: each.start, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _unique_words(example: Example, told: Iterable[Diagnostic], taken: list[str]) -> Iterator[str]:
    """For each diagnostic words that stand once in the example: its own, and more to the right where they must be."""
    seen = set(taken)
    for diagnostic in told:
        words = next((each for each in _wider(example.text, diagnostic) if example.text.count(each) == 1), "")
        if words and words not in seen:
            seen.add(words)
            yield words


def _wider(text: str, diagnostic: Diagnostic) -> Iterator[str]:
    start, end = diagnostic.span.start, max(diagnostic.span.end, diagnostic.span.start + 1)
    yield text[start:end].split("\n")[0].strip()
    while end < len(text) and text[end] != "\n":
        end = min(
            (place for place in (text.find(" ", end + 1), text.find("\n", end + 1)) if place > 0), default=len(text)
        )
        yield text[start:end].strip()
    line = text.rfind("\n", 0, start) + 1
    yield text[line:end].strip()


class _Layout:
    """A rule file's text with the places where its values begin and end."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._starts = Source(path, text).line_starts
        self._ends = extents(text)
        self._break = "\r\n" if "\r\n" in text else "\n"

    def splices(self, example: Node, change: Change) -> Iterator[Splice]:
        """What a change replaces."""
        members = example.value if isinstance(example.value, dict) else {}
        if change.done:
            yield from self._without_todo(example, members)
        elif "expect" in members:
            yield from self._expectations(members["expect"], change)

    def _offset(self, place: tuple[int, int]) -> int:
        return self._starts[place[0] - 1] + place[1] - 1

    def _span(self, node: Node) -> tuple[int, int]:
        """Where a value begins and ends: without the blank lines and comments that follow it."""
        start = self._offset((node.line, node.column))
        lines = self._text[start : self._ends[start]].split("\n")
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
            lines.pop()
        return start, start + len("\n".join(lines).rstrip())

    def _expectations(self, node: Node, change: Change) -> Iterator[Splice]:
        items = node.value if isinstance(node.value, tuple) else ()
        gone = [expected.text for expected in change.dropped]
        kept = [item for item in items if _text_of(item) not in gone]
        new = [f"{{text: {json.dumps(words, ensure_ascii=False)}}}" for words in change.added]
        start, end = self._span(node)
        if self._text[start] == "[":
            pieces = [self._text[slice(*self._span(item))] for item in kept]
            yield Splice(start, end, f"[{', '.join((*pieces, *new))}]")
            return
        dash = self._dash(items[0])
        margin = self._text[self._text.rfind("\n", 0, dash) + 1 : dash]
        last = self._span(items[-1])[1]
        yield from (Splice(*self._lines(self._dash(item), item), "") for item in items if item not in kept)
        after = self._line_end(last)
        begin = "" if self._text[:after].endswith("\n") else self._break
        yield Splice(after, after, begin + "".join(f"{margin}- {words}{self._break}" for words in new))

    def _dash(self, item: Node) -> int:
        return self._text.rfind("-", 0, self._offset((item.line, item.column)))

    def _lines(self, begin: int, value: Node) -> tuple[int, int]:
        """The whole lines from an offset to the end of a value."""
        return self._text.rfind("\n", 0, begin) + 1, self._line_end(self._span(value)[1])

    def _line_end(self, offset: int) -> int:
        found = self._text.find("\n", offset)
        return found + 1 if found >= 0 else len(self._text)

    def _without_todo(self, example: Node, members: dict[str, Node]) -> Iterator[Splice]:
        """Take the key `todo` away with its lines; one that shares a line with others is left to its author."""
        todo = members["todo"]
        key = self._offset(todo.key_place)
        start, end = self._lines(key, todo)
        if not self._text[start:key].strip():
            yield Splice(start, end, "")


def _text_of(item: Node) -> str:
    member = item.value.get("text") if isinstance(item.value, dict) else None
    return str(member.value) if member else ""
