"""A repository for tests of the command."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from linter.checks import CHECKS
from linter.ruleset.load import Loaded, load_rules
from tests.cli.repository import Repository


@cache
def loaded() -> Loaded:
    """The shipped rules: reading them is most of a run on one article."""
    return load_rules(checks=CHECKS)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A new repository that is the current folder, with the shipped rules read once for all tests."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setattr("linter.cli.rules.load_rules", lambda **_: loaded())
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path, capsys)
    made.git("init", "-q", "-b", "main")
    return made
