"""The table in pyproject.toml means what the same YAML means, and its mistakes have places."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.config.toml import toml_table
from linter.core.node import Node, Plain
from linter.core.source import Source
from linter.core.yaml import load
from tests.config.helper import mistakes, project

TOML = """\
[project]
name = "desk"  # [tool.factlint]

[tool.factlint]
extends = "strict"
names = [
  "Lagos",  # a comment
  'Kano',
]
force-exclude = false

[tool.factlint.rules]
"framing/cliche" = "off"
"numbers/list-count" = { level = "error" }

[[tool.factlint.overrides]]
files = ["us/**"]
date-order = "mdy"

[[tool.factlint.overrides]]
files = ["de/**"]
rules."framing/label".level = "note"

[[tool.factlint.ignores]]
path = "a.txt"
rule = "names/bare-surname"
reason = "x = 1"
expires = 2026-12-31
"""

YAML = """\
extends: strict
names: [Lagos, Kano]
force-exclude: false
rules: {framing/cliche: off, numbers/list-count: {level: error}}
overrides:
  - {files: [us/**], date-order: mdy}
  - {files: [de/**], rules: {framing/label: {level: note}}}
ignores:
  - {path: a.txt, rule: names/bare-surname, reason: x = 1, expires: 2026-12-31}
"""


def table(text: str) -> Node:
    node = toml_table(Source("pyproject.toml", text))
    assert node is not None
    return node


def test_it_means_what_the_same_yaml_means() -> None:
    assert table(TOML).plain() == load(YAML, "factlint.yaml").plain()


def follow(node: Node, path: tuple[str | int, ...]) -> Node:
    for step in path:
        assert isinstance(node.value, dict | tuple)
        node = node.value[step]  # type: ignore[index]
    return node


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("extends",), (5, 1), (5, 11)),
        (("names", 0), (7, 3), (7, 3)),
        (("names", 1), (8, 3), (8, 3)),
        (("force-exclude",), (10, 1), (10, 17)),
        (("rules", "framing/cliche"), (13, 1), (13, 20)),
        (("rules", "numbers/list-count", "level"), (14, 1), (14, 24)),
        (("overrides", 0), (16, 1), (16, 1)),
        (("overrides", 1, "files"), (21, 1), (21, 9)),
        (("overrides", 1, "rules", "framing/label", "level"), (22, 1), (22, 31)),
        (("ignores", 0, "expires"), (28, 1), (28, 11)),
    ],
)
def test_values_have_places(
    newline: str, path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    node = follow(table(TOML.replace("\n", newline)), path)
    assert (node.key_place, (node.line, node.column)) == (key, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.factlint]\nnames = 'Lagos'\n", "2:9: error: expected a list (text each), found the text 'Lagos'"),
        ("[tool.factlint]\nnames = ['x', 3]\n", "2:9: error: expected text, found 3"),
        ("[tool.factlint]\nfail_levle = 'note'\n", "2:1: error: unknown key 'fail_levle' (did you mean 'fail-level'?)"),
        ("[tool.factlint]\nextends = 'strikt'\n", "2:11: error: there is no profile 'strikt' (did you mean 'strict'?)"),
        ("[tool]\nfactlint = 3\n", "1:1: error: expected a mapping, found 3"),
        ("[tool.factlint]\nextends = 1 2\n", "2:13: error: cannot be read as TOML"),
        ("[tool.factlint]\nfail-level = 'note'\nfail-level = 'note'\n", "3:20: error: cannot be read as TOML"),
    ],
)
def test_mistakes_are_told_with_their_places(tmp_path: Path, text: str, expected: str) -> None:
    project(tmp_path, {"pyproject.toml": text})
    assert any(told.startswith(f"pyproject.toml:{expected}") for told in mistakes(tmp_path)), mistakes(tmp_path)


@pytest.mark.parametrize("text", ["", "[tool.ruff]\n", "# factlint\n[tool]\nx = 1\n", "tool = 'factlint'\n"])
def test_other_files_have_no_table(text: str) -> None:
    assert toml_table(Source("pyproject.toml", text)) is None


def test_deep_nesting_is_a_mistake_and_no_crash(tmp_path: Path) -> None:
    project(tmp_path, {"pyproject.toml": "[tool.factlint]\nnames = " + "[" * 40 + "]" * 40 + "\n"})
    assert "nested deeper" in mistakes(tmp_path)[0]
    project(tmp_path, {"pyproject.toml": "[tool.factlint]\nnames = " + "[" * 90000 + "]" * 90000 + "\n"})
    assert "cannot be read as TOML" in mistakes(tmp_path)[0]


def test_plain_values_stay_what_they_are() -> None:
    plain: Plain = table("[tool.factlint]\na = 1\nb = 1.5\nc = true\nd = 2025-01-02T03:04:05\n").plain()
    assert plain == {"a": 1, "b": 1.5, "c": True, "d": "2025-01-02T03:04:05"}
