"""Reports kept quiet from the configuration, for articles that have no room for comments."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from linter.config.resolve import Configurations
from linter.core.source import Source
from linter.engine.api import rules_of
from linter.engine.lint import Input, Linter
from linter.engine.outside import keep_quiet

TEXT = "Many experts say that it is slow. Some observers say so too.\n"
BOTH = ["Many experts", "Some observers"]
RULES = rules_of(["attribution"])
IN_FORCE = frozenset({"attribution/weasel"})
TODAY = datetime.date(2026, 5, 1)


def run(folder: Path, entry: str, today: datetime.date | None = TODAY) -> tuple[list[str], list[str], list[str]]:
    """What stands, why the rest does not, and what is remarked on the entries."""
    (folder / "factlint.yaml").write_text(f"ignores:\n  - {{{entry}}}\n", encoding="utf-8")
    configurations = Configurations()
    report = Linter(RULES).lint([Input(Source(str(folder / "a.txt"), TEXT), rules=IN_FORCE)])
    told = keep_quiet(report, configurations.of, lambda path: IN_FORCE, RULES, today)
    assert configurations.problems == ()
    quiet = [f"{each.kind}: {each.reason}" for each in told.suppressed]
    remarks = [f"{d.line}:{d.column} {d.rule} {d.message}" for d in told.diagnostics if d.rule.startswith("meta/")]
    return [d.text for d in told.diagnostics if not d.rule.startswith("meta/")], quiet, remarks


WEASEL = "rule: attribution/weasel, reason: why"


@pytest.mark.parametrize(
    ("entry", "standing"),
    [
        (f"path: a.txt, {WEASEL}", []),
        (f"path: '*.txt', {WEASEL}", []),
        (f"path: a.txt, {WEASEL}, text: Many  experts", ["Some observers"]),
        (f"path: a.txt, {WEASEL}, expires: 2026-05-01", []),
        (f"path: '*.md', {WEASEL}", BOTH),
    ],
)
def test_an_entry_keeps_quiet_the_reports_of_its_rule_its_file_and_its_words(
    tmp_path: Path, entry: str, standing: list[str]
) -> None:
    left, quiet, remarks = run(tmp_path, entry)
    assert left == standing
    assert quiet == ["configuration: why"] * (2 - len(standing))
    assert remarks == []


@pytest.mark.parametrize(
    ("entry", "remark"),
    [
        (
            f"path: a.txt, {WEASEL}, text: nobody says",
            '2:5 meta/unused-ignore no report of "attribution/weasel" stands',
        ),
        (
            f"path: a.txt, {WEASEL}, expires: 2026-04-30",
            '2:5 meta/expired-ignore this suppression of "attribution/weasel" expired on 2026-04-30',
        ),
        (f"path: '*.txt', {WEASEL}, expires: 2026-04-30", "2:5 meta/expired-ignore"),
    ],
)
def test_an_entry_that_keeps_nothing_quiet_is_told(tmp_path: Path, entry: str, remark: str) -> None:
    left, quiet, (told,) = run(tmp_path, entry)
    assert (left, quiet) == (BOTH, [])
    assert told.startswith(remark)


def test_without_a_day_nothing_expires(tmp_path: Path) -> None:
    left, _, remarks = run(tmp_path, f"path: a.txt, {WEASEL}, expires: 2020-01-01", None)
    assert (left, remarks) == ([], [])


@pytest.mark.parametrize(
    "entry", [f"path: '*.txt', {WEASEL}, text: no", "path: a.txt, rule: attribution/passive-report, reason: x"]
)
def test_nothing_is_said_of_an_entry_that_other_files_or_other_runs_may_need(tmp_path: Path, entry: str) -> None:
    left, _, remarks = run(tmp_path, entry)
    assert (left, remarks) == (BOTH, [])
