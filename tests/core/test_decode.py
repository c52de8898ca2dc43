"""Nodes to dataclasses: strict types, and every mistake told with its place."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal, Optional

import pytest
from msgspec import Struct, field

from linter.core.decode import Decoded, decode
from linter.core.source import Source
from linter.core.yaml import load

Reach = Literal["sentence", "previous", "next"]


class Inner(Struct, frozen=True):
    """A nested dataclass."""

    pattern: str
    weight: float = 1.0


class Outer(Struct, frozen=True, kw_only=True):
    """One field of each sort."""

    name: str
    count: int = 0
    share: float = 0.0
    flag: bool = False
    reach: Reach = "sentence"
    words: tuple[str, ...] = ()
    pair: tuple[int, str] = (0, "")
    one_or_many: str | tuple[str, ...] = ()
    mixed: tuple[str | Inner, ...] = ()
    needs: Mapping[Reach, tuple[str, ...]] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)
    inner: Inner | None = None
    maybe: Optional[float] = None  # noqa: UP045
    day: datetime.date | None = None

    def __post_init__(self) -> None:
        """Refuse what types cannot."""
        if self.count < 0:
            raise ValueError("count must not be negative")


def decoded(text: str, kind: type = Outer) -> Decoded[Outer]:
    return decode(kind, load(text, "rule.yaml"), Source("rule.yaml", text))


@pytest.mark.parametrize(("text", "name", "value"), [
    ("count: 3", "count", 3), ("share: 3", "share", 3.0), ("share: 0.5", "share", 0.5), ("flag: true", "flag", True),
    ("reach: next", "reach", "next"), ("words: [a, b]", "words", ("a", "b")), ("words: []", "words", ()),
    ("pair: [1, a]", "pair", (1, "a")), ("one_or_many: a", "one_or_many", "a"),
    ("one_or_many: [a, b]", "one_or_many", ("a", "b")),
    ("mixed: [a, {pattern: b, weight: 2}]", "mixed", ("a", Inner("b", 2.0))),
    ("needs: {next: [a]}", "needs", {"next": ("a",)}), ("plain: {anything: 1}", "plain", {"anything": 1}),
    ("inner: {pattern: b}", "inner", Inner("b")), ("inner: null", "inner", None), ("maybe: 2", "maybe", 2.0),
    ("day: 2024-02-29", "day", datetime.date(2024, 2, 29)),
])  # fmt: skip
def test_a_value_of_each_sort(text: str, name: str, value: object) -> None:
    result = decoded(f"name: x\n{text}\n")
    assert result.problems == ()
    assert getattr(result.value, name) == value
    assert type(getattr(result.value, name)) is type(value)


@pytest.mark.parametrize(("text", "place", "message", "hint"), [
    ("cuont: 3", (2, 1), "unknown key 'cuont'", "did you mean 'count'?"),
    ("one-or-many: a", (2, 1), "unknown key 'one-or-many'", "did you mean 'one_or_many'?"),
    ("zzzz: 3", (2, 1), "unknown key 'zzzz'", "known keys: name, count"),
    ("count: many", (2, 8), "expected a whole number, found the text 'many'", ""),
    ("count: 1.5", (2, 8), "expected a whole number, found 1.5", ""),
    ("count: true", (2, 8), "expected a whole number, found true", ""),
    ("count:", (2, 1), "expected a whole number, found nothing", ""),
    ("count: -1", (1, 1), "count must not be negative", ""),
    ("share: .nan", (2, 8), "expected a number, found nan", ""),
    ("share: 1e999", (2, 8), "expected a number, found inf", ""),
    ("share: false", (2, 8), "expected a number, found false", ""),
    ("flag: 1", (2, 7), "expected true or false, found 1", ""),
    ("flag: no", (2, 7), "expected true or false, found the text 'no'", ""),
    ("reach: nxet", (2, 8), "'nxet' is not allowed here", "did you mean 'next'?"),
    ("reach: 7", (2, 8), "expected one of sentence, previous, next, found 7", ""),
    ("words: a", (2, 8), "expected a list (text each), found the text 'a'", "put it in brackets"),
    ("words: [a, 1999]", (2, 12), "expected text, found 1999", "put it in quotes"),
    ("words: [a, [b]]", (2, 12), "expected text, found a list", ""),
    ("pair: [1]", (2, 7), "expected a list of 2 (a whole number, text), found a list", ""),
    ("one_or_many: 5", (2, 14), "expected text or a list (text each), found 5", ""),
    ("one_or_many: [5]", (2, 15), "expected text, found 5", "put it in quotes"),
    ("mixed: [{patern: b}]", (2, 10), "unknown key 'patern'", "did you mean 'pattern'?"),
    ("needs: {nxt: [a]}", (2, 9), "'nxt' is not allowed here", "did you mean 'next'?"),
    ("needs: {next: a}", (2, 15), "expected a list", "put it in brackets"),
    ("needs: []", (2, 8), "expected a mapping, found a list", ""),
    ("inner: {}", (2, 8), "the key 'pattern' is missing", "pattern: text"),
    ("inner: text", (2, 8), "expected a mapping or null, found the text 'text'", ""),
    ("day: 2023-02-29", (2, 6), "'2023-02-29' is not a date", "write it like 2024-01-31"),
    ("day: 20240131", (2, 6), "expected a date (like 2024-01-31) or null, found 20240131", ""),
    ("day: 2024-W05-3", (2, 6), "'2024-W05-3' is not a date", ""),
])  # fmt: skip
def test_a_mistake_of_each_sort(text: str, place: tuple[int, int], message: str, hint: str) -> None:
    result = decoded(f"name: x\n{text}\n")
    assert result.value is None
    problem = result.problems[0]
    assert (problem.line, problem.column) == place
    assert problem.message.startswith(message)
    assert hint in problem.hint
    assert problem.frame == (text if place[0] == 2 else "name: x")


def test_all_mistakes_are_told() -> None:
    result = decoded("count: x\nmixed: [1, {weight: y}]\nneeds: {a: b}\nother: 1\n")
    assert sorted((problem.line, problem.column, problem.message.split(",")[0]) for problem in result.problems) == [
        (1, 1, "the key 'name' is missing"),
        (1, 8, "expected a whole number"),
        (2, 9, "expected text or a mapping"),
        (2, 12, "the key 'pattern' is missing"),
        (2, 21, "expected a number"),
        (3, 9, "'a' is not allowed here"),
        (3, 12, "expected a list (text each)"),
        (4, 1, "unknown key 'other'"),
    ]


@pytest.mark.parametrize("text", ["", "just text", "[a, b]", "12"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    [problem] = decoded(text).problems
    assert problem.message.startswith("expected a mapping, found")
