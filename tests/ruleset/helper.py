"""A pack with one rule, of a check kind that is never run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from linter.core.problem import Problem
from linter.ruleset.load import load_rules
from linter.ruleset.model import Loaded


class Find(Struct, frozen=True):
    """A check kind of two parameters."""

    phrases: tuple[str, ...]
    limit: int = 1

    def __post_init__(self) -> None:
        """Refuse nothing to look for."""
        if not self.phrases:
            raise ValueError("there is nothing to find")

    def triggers(self, owner: str) -> Iterator[object]:
        """None: this check is never run."""
        return iter(())

    def check(self, article: object, owner: str) -> Iterator[object]:
        """Nothing: this check is never run."""
        return iter(())


CHECKS: dict[str, type] = {"find": Find}
PACK = "name: polls\ntitle: Polls\ndescription: About polls.\nversion: 1.0.0\nlicense: MIT\n"
RULE = """\
id: polls/one
title: A poll
level: warning
confidence: high
check: find
phrases: [a poll]
message: '"{text}" is a poll'
docs: Reports polls.
examples:
  - name: first
    bad: We saw a poll.
    expect: [{text: a poll, message: is a poll}]
  - bad: Then a poll came.
    expect:
      - text: a poll
    format: md
    date: 2024-01-31
  - good: Nothing.
  - good: Nothing else.
    todo: not yet
  - good: And no more.
"""


def loaded(*paths: str | Path) -> Loaded:
    return load_rules(paths, checks=CHECKS)


def ids(result: Loaded) -> list[str]:
    return [rule.id for rule in result.ruleset.rules]


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(Path(problem.path).name, problem.line, problem.column) for problem in problems]
