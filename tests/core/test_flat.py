"""Values taken apart and put together again."""

from __future__ import annotations

import datetime
import marshal
import re
from types import MappingProxyType
from typing import Any

import pytest

from linter.checks import CHECKS
from linter.core.flat import NotFlatError, flat, whole
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.ruleset.load import load_rules


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        "“words”",
        1.5,
        (),
        (1, ("a", None), Span(1, 2)),
        {"a": (1,), "b": {}},
        {"a": (Span(1, 2),), "b": {"c": Span(3, 4)}},
        frozenset({"x", "y"}),
        datetime.date(2025, 3, 1),
        Span(3, 9),
    ],
)
def test_values_survive(value: Any) -> None:
    assert whole(marshal.loads(marshal.dumps(flat(value)))) == value


def test_patterns_survive() -> None:
    kept = whole(flat(lazy_pattern("a+", re.IGNORECASE)))
    assert kept.fullmatch("AAA")


def test_a_table_that_cannot_be_written_to_becomes_a_plain_one() -> None:
    assert whole(flat(MappingProxyType({"a": 1}))) == {"a": 1}


@pytest.mark.parametrize(
    "value", [object(), [1], datetime.datetime(2025, 3, 1, 12), re.compile("a"), Span, {(1,), (2,)}]
)
def test_other_kinds_are_refused(value: Any) -> None:
    with pytest.raises(NotFlatError):
        flat(value)


@pytest.mark.parametrize("data", [["value", "os", "system", [], {}], ["value", "os"], ["call", "x"], []])
def test_what_was_not_made_here_is_refused(data: Any) -> None:
    with pytest.raises(NotFlatError):
        whole(data)


def test_every_shipped_rule_survives() -> None:
    rules = load_rules(checks=CHECKS).ruleset.rules
    assert rules
    for rule in rules:
        assert whole(marshal.loads(marshal.dumps(flat(rule)))) == rule
