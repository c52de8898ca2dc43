"""`--update`: what rules report is written into the examples, and nothing else in the file changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.cli.main import main

RULE = """\
# A comment at the top.
id: house/fax
title: Fax
level: note
confidence: high
check: pattern
phrases: [by fax,
          by telegram]   # two of them
message: '"{text}" is of the past'
docs: Nobody faxes.
examples:
  - name: flow     # a remark
    bad: |
      Send it by fax, or send it by telegram.
    expect: [{text: by letter}, {text: by fax, message: of the past}] # why
  - bad: It came by fax.
    expect:
      # both of them
      - text: It
        message: is
      - {text: gone}
    # after it
    format: md
  - bad: It came by telegram.
    expect: [{text: by telegram}]
    todo: not yet
  - good: None.
  - good: Neither.
"""

UPDATED = """\
# A comment at the top.
id: house/fax
title: Fax
level: note
confidence: high
check: pattern
phrases: [by fax,
          by telegram]   # two of them
message: '"{text}" is of the past'
docs: Nobody faxes.
examples:
  - name: flow     # a remark
    bad: |
      Send it by fax, or send it by telegram.
    expect: [{text: by fax, message: of the past}, {text: "by telegram"}] # why
  - bad: It came by fax.
    expect:
      # both of them
      - {text: "by fax"}
    # after it
    format: md
  - bad: It came by telegram.
    expect: [{text: by telegram}]
  - good: None.
  - good: Neither.
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "fax.yaml"
    text = RULE.replace("by letter", "Send it").replace("{text: gone}", "{text: came}")
    path.write_text(text, encoding="utf-8")
    return path


def written(path: Path, text: str, *, ending: str = "\n", mark: bytes = b"") -> bytes:
    path.write_bytes(mark + text.replace("\n", ending).encode())
    return path.read_bytes()


def before() -> str:
    return RULE.replace("by letter", "Send it").replace("{text: gone}", "{text: came}")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_expectations_change_and_all_else_stays(
    file: Path, ending: str, mark: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    written(file, before(), ending=ending, mark=mark)
    file.chmod(0o640)
    assert main(["test", "fax.yaml"]) == 1
    assert "todo away" in capsys.readouterr().out
    assert main(["test", "fax.yaml", "--update", "--coverage"]) == 0
    assert file.read_bytes() == mark + UPDATED.replace("\n", ending).encode()
    assert os.stat(file).st_mode & 0o777 == 0o640
    told = capsys.readouterr().out
    assert "-    expect: [{text: Send it}, {text: by fax, message: of the past}] # why" in told
    assert '+    expect: [{text: by fax, message: of the past}, {text: "by telegram"}] # why' in told
    assert "5 examples passed, 0 failed, in 1 rules" in told


def test_a_second_update_changes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["test", "fax.yaml", "--update"])
    capsys.readouterr()
    first = file.read_bytes()
    assert main(["test", "fax.yaml", "--update"]) == 0
    assert file.read_bytes() == first
    assert capsys.readouterr().out == "5 examples passed, 0 failed, in 1 rules\n"


def test_without_update_nothing_is_written(file: Path) -> None:
    first = file.read_bytes()
    assert main(["test", "fax.yaml"]) == 1
    assert file.read_bytes() == first


def test_words_that_stand_twice_are_widened_until_they_are_unique(file: Path) -> None:
    text = UPDATED.replace("It came by fax.", "It came by fax, and went by fax today.")
    written(file, text.replace('{text: "by fax"}', "{text: today}"))
    assert main(["test", "fax.yaml", "--update"]) == 0
    assert '      - {text: "by fax,"}\n      - {text: "by fax today."}\n' in file.read_text()


@pytest.mark.parametrize(
    ("old", "new"),
    [("good: None.", "good: It came by fax then."), ("bad: It came by fax.", "bad: The mail came by post.")],
)
def test_what_only_the_author_can_decide_is_left_and_fails(file: Path, old: str, new: str) -> None:
    first = written(file, UPDATED.replace(old, new).replace('- {text: "by fax"}', "- {text: came}"))
    main(["test", "fax.yaml", "--update"])
    assert main(["test", "fax.yaml", "--update"]) == 1
    kept = b"  - good: It came by fax then.\n" if "good" in old else b"      - {text: came}\n"
    assert kept in first
    assert kept in file.read_bytes()


def test_a_todo_that_still_fails_passes_and_is_counted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = UPDATED.replace(
        "  - good: None.", "  - bad: A letter.\n    expect: [{text: letter}]\n    todo: later\n  - good: None."
    )
    written(file, text)
    assert main(["test", "fax.yaml", "--coverage"]) == 0
    assert capsys.readouterr().out == "6 examples passed, 0 failed, 1 of them todo, in 1 rules\n"


def test_coverage_fails_for_a_rule_that_never_speaks(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(file, UPDATED.replace("by fax,\n          by telegram", "by owl"))
    assert main(["test", "fax.yaml", "--coverage"]) == 1
    assert "FAIL house/fax: no example makes it report anything" in capsys.readouterr().out


def test_one_broken_rule_file_hides_no_other_and_the_code_is_2(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(file, UPDATED)
    (file.parent / "broken.yaml").write_text("id: [")
    (file.parent / "article.md").write_text("It came by fax.\n")
    assert main(["test", "."]) == 2
    told = capsys.readouterr()
    assert "5 examples passed, 0 failed, in 1 rules" in told.out
    assert "broken.yaml:1:6" in told.err
    assert main(["check", "article.md", "--rules", ".", "-o", "concise"]) == 2
    told = capsys.readouterr()
    assert 'note[house/fax] "by fax" is of the past' in told.out
    assert "broken.yaml:1:6" in told.err
    assert main(["rule", "house/fax", "--rules", "."]) == 2
    told = capsys.readouterr()
    assert "house/fax · note" in told.out
    assert "broken.yaml:1:6" in told.err
