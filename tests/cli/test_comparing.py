"""`factlint check` compares the articles of one run, however it goes about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli.main import main

TEXT = "The fire at the Norby mill on 27 February 2025 killed 12 people, the fire service said."
FIRST = f"---\ndate: 2025-03-01\n---\n\n{TEXT}\n"
SECOND = FIRST.replace("2025-03-01", "2025-03-02").replace("27 February", "26 February")


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.md").write_text(FIRST, encoding="utf-8")
    (tmp_path / "two.md").write_text(SECOND, encoding="utf-8")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(["check", "-o", "concise", "--select", "corpus/", *arguments])
    return [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("manner", [("--no-cache", "-j1"), ("--no-cache", "-j2"), ("-j1",), ("-j2",)])
def test_the_later_article_is_told_of(
    articles: Path, capsys: pytest.CaptureFixture[str], manner: tuple[str, ...]
) -> None:
    for _ in range(2):
        assert told(capsys, *manner, "two.md", "one.md") == ["two.md:5:31:"]


def test_an_article_linted_alone_before_is_compared_all_the_same(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "one.md") == []
    assert told(capsys, "two.md") == []
    assert told(capsys, "one.md", "two.md") == ["two.md:5:31:"]
