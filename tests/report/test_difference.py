"""The diff of what a fix would change: a patch for programs, cut to the width of the terminal for people."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from linter.core.source import Source
from linter.report.difference import cut_difference, difference

LONG = "The ferry sails. " * 60 + "The mayor claimed that it was safe. " + "The ferry sails. " * 60


@pytest.mark.parametrize(
    "text",
    [
        "One.\n\nThe mayor claimed it.\n\nTwo.\n",
        "The mayor claimed it.",
        "One.\r\nThe mayor claimed it.\r\nTwo\u2028x\x85y.\r\n",
        f"{LONG}\n\nTwo é — 😀.\n",
        "The mayor claimed it.\n" * 3,
    ],
)
def test_the_patch_makes_the_new_text_of_the_old(tmp_path: Path, text: str) -> None:
    before = Source("deep/a b.md", text)
    after = before.with_text(text.replace("claimed", "said"))
    path = tmp_path / before.path
    path.parent.mkdir()
    path.write_bytes(text.encode())
    patch = "".join(difference(before, after)).encode()
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, check=True, capture_output=True)
    assert path.read_bytes() == after.text.encode()


def test_without_a_change_there_is_no_patch() -> None:
    assert list(difference(Source("a.md", LONG), Source("a.md", LONG))) == []


def test_for_people_long_lines_are_cut_around_the_change() -> None:
    before = Source("a.md", f"{LONG}\n\nTwo.\n")
    after = before.with_text(before.text.replace("claimed", "said"))
    lines = list(cut_difference(before, after, 80))
    assert max(map(len, lines)) <= 81
    [old] = [line for line in lines if line.startswith("-") and not line.startswith("---")]
    [new] = [line for line in lines if line.startswith("+") and not line.startswith("+++")]
    assert "mayor claimed that" in old
    assert "mayor said that" in new


def test_for_people_controls_are_shown_as_what_they_are() -> None:
    before = Source("a.md", "A \x1b[31mred\u202e claim.\n")
    lines = "".join(cut_difference(before, before.with_text(before.text.replace("claim", "word")), 80))
    assert "\x1b" not in lines
    assert "\u202e" not in lines


def test_added_and_taken_out_lines_are_shown_too() -> None:
    before, after = Source("a.md", "One.\nTwo.\n"), Source("a.md", "One.\n")
    assert list(cut_difference(before, after, 80))[-1] == "-Two.\n"
    assert list(cut_difference(after, before, 80))[-1] == "+Two.\n"
