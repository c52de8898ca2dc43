"""What a start costs beside that of the bare interpreter: wall time of commands, as a hook or an editor runs them.

    pytest --benchmark-only tests/benchmarks/test_start.py

A new article shall take less than 250 ms with warm caches, and less than a second with none; the ratio to the
interpreter says more than the milliseconds of some machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).parents[2]
SENTENCE = "The mayor said on Monday that the bridge over the Esk, closed since 2019, would reopen.\n"
CHECK = ("-m", "linter", "check", "--exit-zero")

pytestmark = pytest.mark.benchmark(group="start")


def python(*arguments: str, **environment: str) -> None:
    """One run of the interpreter, in which nothing may fail."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    everything: Mapping[str, str] = {**kept, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=everything)


def measure(benchmark: BenchmarkFixture, run: Callable[[], None], rounds: int = 9) -> None:
    """The median of some runs after one that warms the caches."""
    run()
    benchmark.pedantic(run, rounds=rounds)


def test_the_bare_interpreter(benchmark: BenchmarkFixture) -> None:
    measure(benchmark, lambda: python("-c", "pass"), rounds=25)


def test_an_article_that_has_not_changed(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(SENTENCE, encoding="utf-8")
    measure(benchmark, lambda: python(*CHECK, str(article)))


@pytest.mark.parametrize("name", ["one sentence", "a dispatch"])
def test_a_new_article(benchmark: BenchmarkFixture, tmp_path: Path, name: str) -> None:
    article = tmp_path / "a.txt"
    dispatch = (ROOT / "examples" / "belarus-peacekeepers.txt").read_text(encoding="utf-8")
    text = SENTENCE if name == "one sentence" else dispatch

    def run() -> None:
        # Words that no earlier run has seen either: results are kept by content.
        article.write_text(f"{text}\nThe bridge is called {_name(time.time_ns())}.\n", encoding="utf-8")
        python(*CHECK, str(article))

    measure(benchmark, run)


def _name(number: int) -> str:
    """A name of its own for every number, in letters: a figure would call rules that the text does not."""
    return "".join(chr(ord("a") + int(figure)) for figure in str(number)).title()


def test_a_first_run(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    article, folders = tmp_path / "a.txt", count()
    article.write_text(SENTENCE, encoding="utf-8")

    def run() -> None:
        python(*CHECK, str(article), FACTLINT_CACHE_DIR=str(tmp_path / f"cache-{next(folders)}"))

    measure(benchmark, run, rounds=3)
