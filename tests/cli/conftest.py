"""A repository for tests of the command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.repository import Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A new repository that is the current folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path, capsys)
    made.git("init", "-q", "-b", "main")
    return made
