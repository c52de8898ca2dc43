"""The yardstick: figures on the evaluation cases that may not fall. Skipped where the cases are not at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import linter

CASES = Path(__file__).parents[3] / "shared" / "eval"
DATA = CASES / "data"

needs_cases = pytest.mark.skipif(not (CASES / "score.py").is_file(), reason="no evaluation cases beside the project")
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="no evaluation data beside the project")


@pytest.fixture(scope="module")
def score() -> ModuleType:
    specification = importlib.util.spec_from_file_location("score", CASES / "score.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@needs_cases
def test_pairs(score: ModuleType) -> None:
    """Nine of ten minimal pairs of the rules that are built are right on both sides; none crashes."""
    built = {rule.id for rule in linter.load_rules().rules}
    rules: dict[str, dict[str, int]] = score.score_pairs(CASES / "pairs", "", misses=False)["rules"]
    rows = [row for rule, row in rules.items() if rule in built]
    assert sum(row.get("crashed", 0) for row in rules.values()) == 0
    assert sum(row["both right"] for row in rows) >= 0.9 * sum(row["pairs"] for row in rows)


@needs_cases
def test_seed_articles(score: ModuleType) -> None:
    """The two articles of the examples come out with what a careful editor would say."""
    count: dict[str, Any] = score.score_keyed("seeds", list(score.keyed_articles(CASES / "seeds")), misses=False)
    assert count["must found"] >= 24
    assert count["should found"] >= 20
    assert count["silence broken"] == 0
    assert count["reported right"] >= 0.8 * count["reported"]


@needs_data
def test_news(score: ModuleType) -> None:
    """Well-edited news is left in peace."""
    figures = score.score_news(DATA / "wikinews.jsonl")
    assert figures["levels"].get("error", 0) + figures["levels"].get("warning", 0) <= 0.004 * figures["words"]
    assert figures["levels"].get("note", 0) <= 0.008 * figures["words"]
