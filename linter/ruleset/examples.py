"""The examples of a rule file: how they are written, and what makes them proof."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.core.decode import Decoder
from linter.core.node import Node
from linter.core.problem import Problem
from linter.ruleset.model import Example, Expectation, Neighbour

ENOUGH = 2
"""Bad examples, and good ones, that a rule must have; known misses do not count."""


class Written(Struct, frozen=True):
    """An example as it is written.

    `name` says what it shows. `bad` is an article with what the rule reports, `good` one with nothing to report.
    `expect` are the places that the rule reports in a bad example, all of them. `format` is the suffix of the file it
    could stand in. `date` is the article's date. `todo` says why the example does not hold yet.
    `source` is the text of a document that the article declares as its source.
    `beside` are articles that are checked together with it, for rules that compare articles.
    """

    name: str = ""
    bad: str | None = None
    good: str | None = None
    expect: tuple[Expectation, ...] = ()
    format: str = "txt"
    date: datetime.date | None = None
    todo: str = ""
    source: str = ""
    beside: tuple[Neighbour, ...] = ()

    @property
    def text(self) -> str:
        """The article of the example."""
        return self.bad if self.bad is not None else self.good or ""

    def example(self) -> Example:
        """The same as a value of the rule."""
        return Example(self.text, self.expect, self.name, self.format, self.date, self.todo, self.source, self.beside)


def example_problems(written: tuple[Written | None, ...], node: Node, decoder: Decoder) -> Iterator[Problem]:
    """What keeps the examples from proving anything; an example that could not be read is None."""
    items = node.value if isinstance(node.value, tuple) else ()
    pairs = [(example, item) for example, item in zip(written, items, strict=True) if example is not None]
    for example, item in pairs:
        yield from _own_problems(example, item, decoder)
    yield from _twins(pairs, decoder)
    if None not in written:
        yield from _too_few([example for example, _ in pairs], node, decoder)


def _own_problems(example: Written, item: Node, decoder: Decoder) -> Iterator[Problem]:
    place = item.line, item.column
    if (example.bad is None) == (example.good is None):
        yield decoder.problem(place, "an example is either bad or good", "give exactly one of the keys bad and good")
        return
    if not example.text.strip():
        yield decoder.problem(place, "the example has no text")
    if example.good is not None and example.expect:
        yield decoder.problem(_member(item, "expect").key_place, "a good example expects nothing", "delete expect")
    if example.bad is not None:
        yield from _expectation_problems(example, item, decoder)


def _expectation_problems(example: Written, item: Node, decoder: Decoder) -> Iterator[Problem]:
    if not example.expect:
        hint = "add expect: [{text: words of the example}]"
        yield decoder.problem((item.line, item.column), "a bad example must say what it expects", hint)
        return
    rows = _member(item, "expect").value
    seen: set[str] = set()
    for expected, row in zip(example.expect, rows if isinstance(rows, tuple) else (), strict=True):
        node = _member(row, "text")
        place, told = (node.line, node.column), repr(expected.text[:80])
        times = example.text.count(expected.text) if expected.text.strip() else 0
        if times != 1:
            hint = "add words until it stands there once" if times else "copy the words from the example"
            yield decoder.problem(place, f"{told} stands {_times(times)} in the example", hint)
        elif expected.text in seen:
            yield decoder.problem(place, f"{told} is expected twice", "delete one of the two")
        seen.add(expected.text)


def _twins(pairs: Iterable[tuple[Written, Node]], decoder: Decoder) -> Iterator[Problem]:
    seen: dict[tuple[str, str, datetime.date | None], int] = {}
    for example, item in pairs:
        key = example.text, example.format, example.date
        first = seen.setdefault(key, item.line)
        if first != item.line:
            message = f"this example is the same as the one on line {first}"
            yield decoder.problem((item.line, item.column), message, "other words prove more")


def _too_few(examples: list[Written], node: Node, decoder: Decoder) -> Iterator[Problem]:
    counts = {
        "bad": sum(example.bad is not None and not example.todo for example in examples),
        "good": sum(example.good is not None and not example.todo for example in examples),
    }
    for kind, count in counts.items():
        if count < ENOUGH:
            message = f"a rule needs at least {ENOUGH} {kind} examples, this one has {count or 'none'}"
            yield decoder.problem(node.key_place, message, "examples marked todo do not count")


def _member(node: Node, key: str) -> Node:
    members = node.value if isinstance(node.value, dict) else {}
    return members.get(key, node)


def _times(count: int) -> str:
    return {0: "nowhere", 2: "twice"}.get(count, f"{count} times")
