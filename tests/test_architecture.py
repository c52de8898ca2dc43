"""What holds for the whole code base: sizes, documentation, directions of imports, complete tables, light start."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "linter").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_P90 = 300, 40, 20
HEAVY = {
    "concurrent.futures",
    "dateparser",
    "hyperscan",
    "packaging",
    "pathspec",
    "pint",
    "pyromark",
    "rapidfuzz",
    "regex",
    "rich",
    "ruamel",
    "sentencex",
    "html.parser",
    "multiprocessing",
    "tempfile",
    "tomllib",
    "watchfiles",
}
"""Only imported where they are used."""


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    long = [(node.name, length(node)) for node in functions(ast.parse(text)) if length(node) > LONGEST_FUNCTION]
    assert long == []


def test_most_functions_are_short() -> None:
    lengths = sorted(
        length(node) for path in MODULES for node in functions(ast.parse(path.read_text(encoding="utf-8")))
    )
    assert lengths[len(lengths) * 9 // 10] <= LONGEST_P90
    assert lengths[len(lengths) // 2] <= 10


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_names_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_imports_run_one_way() -> None:
    run = subprocess.run(["lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("library", "door"),
    [
        ("hyperscan", "linter/match/automaton.py"),
        ("regex", "linter/match/extract.py"),
        ("sentencex", "linter/annotation/sentences.py"),
        ("dateparser", "linter/core/calendar.py"),
        ("pint", "linter/infer/figures/units.py"),
        ("rapidfuzz", "linter/infer/speech/alignment.py"),
        ("Stemmer", "linter/infer/stems.py"),
        ("pyromark", "linter/document/markdown.py"),
        ("pathspec", "linter/core/globs.py"),
        ("packaging", "linter/config/version.py"),
        ("watchfiles", "linter/cli/watch.py"),
        ("rich", "linter/cli/progress.py"),
    ],
)
def test_each_library_has_one_door(library: str, door: str) -> None:
    doors = {str(path.relative_to(ROOT)) for path in MODULES if library in imported(path)}
    assert doors == {door}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}; import sys, json; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout))


@pytest.mark.parametrize("module", ["linter", "linter.cli.main", "linter.cli.check", "linter.engine.lint"])
def test_nothing_heavy_is_imported_at_the_start(module: str) -> None:
    assert not loaded_by(f"import {module}") & HEAVY


def test_records_are_loaded_without_what_they_do_not_need() -> None:
    load = "from linter.core.lean import load_records; load_records()"
    loaded = loaded_by(load)
    assert "msgspec" in loaded
    assert not loaded & {"typing_extensions", "inspect", "ast"}
    assert "typing_extensions" in loaded_by(
        "from linter.core.lean import load_records; load_records(); import typing_extensions"
    )


def test_a_run_that_is_told_again_loads_next_to_nothing() -> None:
    loaded = loaded_by("import linter.cli.main, linter.cli.replay")
    assert not loaded & {"argparse", "dataclasses", "typing", "inspect", "contextlib", "hashlib"}
    assert {name for name in loaded if name.startswith("linter")} == {
        "linter", "linter.cli", "linter.cli.main", "linter.cli.replay", "linter.core", "linter.core.cache",
        "linter.core.day", "linter.core.digest", "linter.core.inputs", "linter.core.stamp", "linter.engine",
        "linter.engine.fingerprint",
    }  # fmt: skip


def test_importing_the_package_imports_nothing_of_it() -> None:
    assert {name for name in loaded_by("import linter") if name.startswith("linter.")} == set()


def test_the_schema_of_rule_files_is_up_to_date() -> None:
    from linter.checks import CHECKS
    from linter.ruleset.schema import render_schema

    assert (ROOT / "rules" / "schema.json").read_text(encoding="utf-8") == render_schema(CHECKS)


def test_no_rule_speaks_of_what_does_not_exist() -> None:
    from linter import load_rules

    ruleset = load_rules()
    ids = {rule.id for rule in ruleset.rules}
    assert {name for rule in ruleset.rules for name in rule.yields_to} <= ids
