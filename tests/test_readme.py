"""What the README shows is what the command prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.checks import CHECKS
from linter.cli.main import main
from linter.ruledocs.pages import pack_table
from linter.ruledocs.record import record
from linter.ruleset.load import load_rules

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COMMANDS = {
    "lint": (["check", "examples", "-o", "concise"], 24),
    "frame": (["check", "examples/belarus-top-diplomat.txt", "--select", "timeline/conflict", "-o", "full"], 40),
}
"""What is shown below each marker, and how many lines of it at most."""


def block(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- output: {name} -->\n```text\n)(.*?)(```\n)", re.DOTALL)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_shows_what_the_command_prints(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    arguments, lines = COMMANDS[name]
    assert main(arguments) == 1
    printed = "".join(capsys.readouterr().out.splitlines(keepends=True)[:lines])
    text = README.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        README.write_text(block(name).sub(lambda found: found[1] + printed + found[3], text), encoding="utf-8")
        return
    shown = block(name).search(text)
    assert shown is not None
    assert shown[2] == printed


def test_the_readme_lists_all_rules(request: pytest.FixtureRequest) -> None:
    loaded = load_rules(checks=CHECKS)
    made = pack_table(map(record, loaded.ruleset.rules), loaded.packs)
    text = README.read_text(encoding="utf-8")
    place = re.compile(r"(<!-- rules -->\n\n)(.*?)(\n<!-- end of rules -->)", re.DOTALL)
    if request.config.getoption("--update-golden"):
        README.write_text(place.sub(lambda found: found[1] + made + found[3], text), encoding="utf-8")
        return
    shown = place.search(text)
    assert shown is not None
    assert shown[2] == made


def test_the_examples_give_what_they_gave(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    monkeypatch.chdir(ROOT)
    main(["check", "examples", "-o", "concise", "--min-confidence", "low"])
    golden("examples.txt", capsys.readouterr().out)
