"""The example newsroom: its pack holds, its facts are sound, and its articles give what they gave."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from linter.cli.main import main

NEWSROOM = Path(__file__).parents[1] / "examples" / "newsroom"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NEWSROOM)


def test_the_articles_give_what_they_gave(
    capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    assert main(["check", "articles", "--rules", "rules", "--facts", "facts", "-o", "concise"]) == 1
    told = capsys.readouterr().out
    golden("newsroom.txt", told)
    assert {"house/council-vote", "house/ship-name", "house/worn-phrase"} <= set(
        re.findall(r"\[([a-z-]+/[a-z-]+)\]", told)
    )
    second = [line for line in told.splitlines() if line.startswith("articles/2025-05-09-berth.md")]
    assert all("[corpus/" in line for line in second), "the second article has no fault but what the first one says"


def test_a_rule_that_speaks_in_the_place_of_another_drives_it_out(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "articles", "--rules", "rules", "--select", "framing/cliche", "-o", "concise"])
    told = capsys.readouterr().out
    assert "warning[house/worn-phrase]" in told
    assert "framing/cliche" not in told


def commands() -> list[str]:
    readme = (NEWSROOM / "README.md").read_text(encoding="utf-8")
    return [line for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) for line in block.splitlines()]


@pytest.mark.parametrize("command", commands())
def test_the_commands_of_its_readme_work(command: str) -> None:
    words = shlex.split(command)
    assert words[0] == "factlint"
    assert main(words[1:]) == (1 if words[1] == "check" else 0)


@pytest.mark.skipif(find_spec("linter.config.resolve") is None, reason="this version reads no configurations")
def test_the_configuration_says_the_same_as_the_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "articles", "-o", "concise"]) == 1
    configured = capsys.readouterr().out
    assert main(["check", "articles", "--rules", "rules", "--facts", "facts", "-o", "concise"]) == 1
    assert configured == capsys.readouterr().out
