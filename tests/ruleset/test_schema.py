"""The JSON Schema says what the decoder does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest
from msgspec import Struct, field

from linter.core.source import Source
from linter.core.yaml import load
from linter.ruleset.extend import Library, extended
from linter.ruleset.files import Parsed
from linter.ruleset.rulefile import read_rule
from linter.ruleset.schema import render_schema, rule_schema, write_schema


class Part(Struct, frozen=True):
    """A part."""

    pattern: str
    cased: bool = False


class Find(Struct, frozen=True):
    """Finds words. `phrases` are what to look for; `limit` is how often.

    `parts` have particulars.
    """

    phrases: tuple[str, ...]
    limit: int = 3
    parts: tuple[str | Part, ...] = ()
    reach: Literal["near", "far"] = "near"
    span: tuple[int, int] = (0, 9)
    needs: Mapping[Literal["date", "link"], str | None] = field(default_factory=dict)


class Count(Struct, frozen=True):
    """Counts."""

    share: float = 0.5


CHECKS: Mapping[str, type] = {"find": Find, "count": Count}

RULE = """\
id: polls/one
title: One
level: note
confidence: low
check: find
phrases: [a poll]
message: '"{text}"'
docs: About it.
examples:
  - {bad: A poll., expect: [{text: A poll}]}
  - {bad: The poll., expect: [{text: The poll}]}
  - {good: None.}
  - {good: Neither., date: 2024-01-31}
"""


def valid(text: str) -> bool:
    schema = rule_schema(CHECKS)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema).is_valid(load(text, "rule.yaml").plain())


def reads(text: str) -> bool:
    return not read_rule(load(text, "rule.yaml"), Source("rule.yaml", text), CHECKS).problems


@pytest.mark.parametrize(("old", "new", "good"), [
    ("", "", True),
    ("level: note", "level: grave", False),
    ("level: note\n", "", False),
    ("id: polls/one", "id: One", False),
    ("check: find", "check: search", False),
    ("check: find\nphrases: [a poll]", "check: count\nshare: 1", True),
    ("check: find", "check: count", False),
    ("phrases: [a poll]\n", "", False),
    ("phrases: [a poll]", "phrases: a poll", False),
    ("phrases: [a poll]", "phrases: [a poll]\nlimit: 1.5", False),
    ("phrases: [a poll]", "phrases: [a poll]\nparts: [a, {pattern: b, cased: true}]", True),
    ("phrases: [a poll]", "phrases: [a poll]\nparts: [{patern: b}]", False),
    ("phrases: [a poll]", "phrases: [a poll]\nreach: nowhere", False),
    ("phrases: [a poll]", "phrases: [a poll]\nspan: [1, 2]", True),
    ("phrases: [a poll]", "phrases: [a poll]\nspan: [1, 2, 3]", False),
    ("phrases: [a poll]", "phrases: [a poll]\nneeds: {date: ~, link: x}", True),
    ("phrases: [a poll]", "phrases: [a poll]\nneeds: {day: x}", False),
    ("docs:", "tags: [a]\ndocs:", True),
    ("docs:", "tag: [a]\ndocs:", False),
    ("docs:", "yields_to: {polls/two: sentence}\ndocs:", True),
    ("docs:", "yields_to: {polls/two: page}\ndocs:", False),
    ("docs:", "replaces: [polls/two]\ndocs:", True),
    ("docs:", "replaces: polls/two\ndocs:", False),
    ("{good: None.}", "{good: None., bad: Some.}", False),
    ("{good: None.}", "{name: None.}", False),
])  # fmt: skip
def test_the_schema_and_the_decoder_agree(old: str, new: str, good: bool) -> None:
    text = RULE.replace(old, new, 1)
    assert (valid(text), reads(text)) == (good, good)


EXTENDING = """\
id: polls/two
extends: polls/one
add: {phrases: [the poll]}
examples:
  - {bad: A poll., expect: [{text: A poll}]}
  - {bad: The poll., expect: [{text: The poll}]}
  - {good: None.}
  - {good: Neither.}
"""


def reads_on(text: str) -> bool:
    first, second = (Parsed(Path(f"{name}.yaml"), "", Source(name, each), load(each, name)) for name, each in (
        ("one", RULE), ("two", text)
    ))  # fmt: skip
    whole = extended(second, Library({"polls/one": first, "polls/two": second}, {}), CHECKS)
    return whole.value is not None and not read_rule(whole.value, second.source, CHECKS).problems


@pytest.mark.parametrize(("old", "new", "good"), [
    ("", "", True),
    ("add: {phrases: [the poll]}", "phrases: [the poll]", True),
    ("add: {phrases: [the poll]}", "level: error\nlimit: 7", True),
    ("add: {phrases: [the poll]}", "check: find\nlimit: 7", True),
    ("add: {phrases: [the poll]}", "check: find\nremove: {phrases: [a poll]}", True),
    ("add: {phrases: [the poll]}", "level: grave", False),
    ("add: {phrases: [the poll]}", "limmit: 7", False),
    ("add: {phrases: [the poll]}", "limit: seven", False),
    ("add: {phrases: [the poll]}", "add: [the poll]", False),
    ("extends: polls/one\n", "", False),
    ("extends: polls/one", "extends: 1", False),
    ("id: polls/two\n", "", False),
])  # fmt: skip
def test_the_schema_and_the_decoder_agree_on_rules_built_on_others(old: str, new: str, good: bool) -> None:
    text = EXTENDING.replace(old, new, 1)
    assert (valid(text), reads_on(text)) == (good, good)


def test_docstrings_describe_fields() -> None:
    find: Any = rule_schema(CHECKS)["$defs"]["check.find"]["properties"]
    assert find["phrases"]["description"] == "`phrases` are what to look for"
    assert find["parts"]["description"] == "`parts` have particulars."
    assert find["limit"]["default"] == 3


def test_the_schema_as_a_file(tmp_path: Path) -> None:
    write_schema(tmp_path / "schema.json", CHECKS)
    text = (tmp_path / "schema.json").read_bytes().decode()
    assert text == render_schema(CHECKS)
    assert json.loads(text) == rule_schema(CHECKS)
    assert text.endswith("}\n")
