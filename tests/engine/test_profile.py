from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from linter.core.source import Source
from linter.engine.api import rules_of
from linter.engine.lint import Input, Linter
from linter.engine.profile import ProfiledLinter, Stopwatch

if TYPE_CHECKING:
    from linter.facts.base import FactBase

ROOT = Path(__file__).parents[2]
TEXT = "Many experts say that it is 45 years since 1977. A recent poll found that 62% agree, Ada Brun said on Monday.\n"


class Clock:
    """A clock that somebody turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_is_inside_is_not_counted_outside() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    with watch.measure("rule", "a/b"):
        clock.now += 1
        for _ in range(2):
            with watch.measure("annotator", "time"):
                clock.now += 5
        clock.now += 2
    clock.now += 100
    with watch.measure("rule", "a/b"):
        clock.now += 4
    measured = {timing.name: (timing.seconds, timing.calls) for timing in watch.timings}
    assert measured == {"time": (10.0, 2), "a/b": (7.0, 2)}
    assert [timing.name for timing in watch.timings] == ["time", "a/b"]


def test_a_failure_inside_stops_the_watch() -> None:
    clock = Clock()
    watch = Stopwatch(clock)
    with watch.measure("stage", "outer"):
        with pytest.raises(ZeroDivisionError), watch.measure("rule", "a/b"):
            clock.now += 1 / 0
        clock.now += 2
    assert {timing.name: timing.seconds for timing in watch.timings} == {"a/b": 0.0, "outer": 2.0}


def test_a_profiled_run_reports_the_same_and_names_all_that_took_time() -> None:
    rules = rules_of(["attribution"])
    inputs = [Input(Source("a.md", TEXT))]
    linter = ProfiledLinter(rules)
    assert linter.lint(inputs) == Linter(rules).lint(inputs)
    kinds = {(timing.kind, timing.name) for timing in linter.watch.timings}
    assert {("stage", "compile"), ("stage", "parse"), ("stage", "scan"), ("stage", "engine")} <= kinds
    assert {("annotator", "sentence"), ("annotator", "attribution")} <= kinds
    assert ("rule", "attribution/weasel") in kinds
    assert all(timing.seconds >= 0 and timing.calls >= 1 for timing in linter.watch.timings)


def test_facts_reach_the_articles_of_a_profiled_run() -> None:
    rules = rules_of(["polls"])
    facts = cast("FactBase", object())
    assert ProfiledLinter(rules, facts=facts).article(Input(Source("a.md", TEXT))).facts is facts


def test_a_run_that_does_not_ask_loads_nothing_of_it() -> None:
    code = "import linter.cli.check, sys; sys.exit('linter.engine.profile' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
