"""Articles written and linted by a job that needs no rules."""

from __future__ import annotations

from pathlib import Path

from linter.engine.gather import gather
from linter.engine.job import Target
from linter.engine.run import Manner, Run, run, targets_of
from tests.engine.conftest import Repeats


def write(**texts: str) -> tuple[Target, ...]:
    for name, text in texts.items():
        Path(f"{name}.md").write_text(text, encoding="utf-8")
    return targets_of([f"{name}.md" for name in texts], "stdin.md")


def lint(targets: tuple[Target, ...], job: Repeats, jobs: int = 1, keeps: bool = True) -> Run:
    return run(targets, job, Manner(jobs, keeps))


def told(done: Run) -> list[str]:
    report = gather(done.outcomes, lambda each: each, done.compared)
    return [f"{each.path} {each.rule} {each.text or each.message}" for each in report.diagnostics]


def problems(done: Run) -> list[str]:
    return [problem.headline for problem in gather(done.outcomes, lambda each: each).problems]
