"""Where reports go, and what the flags make of them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from linter.cli.main import main
from linter.cli.output import WITH_STATISTICS, Look, Output, write_reports
from linter.core.report import Report
from linter.engine.meta import unreadable
from linter.report import REPORTERS
from linter.ruleset.model import RuleSet

WARNING = "# Ferry back in service\n\nMany experts say that the ferry is slow. It will sail on 3 May 2025.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (tmp_path / "warning.md").write_text(WARNING, encoding="utf-8")
    return tmp_path


def test_one_run_writes_every_format_and_none_changes_the_exit_code(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [name for name in REPORTERS if name not in ("grouped", "github")]
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    files = [argument for name in others for argument in ("-o", f"{name}=out.{name}")]
    assert main(["check", "warning.md", *files, "-o", "grouped"]) == 1
    assert capsys.readouterr().out.startswith("warning.md (")
    for name in others:
        assert "weasel" in (folder / f"out.{name}").read_text(encoding="utf-8")
    assert not (folder / "summary.md").exists(), "only the format of GitHub's runner writes it"


def test_github_writes_the_summary_of_the_step(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = folder / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(["check", "warning.md", "-o", "github"]) == 1
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("# Before\n## factlint\n")
    assert "| warning | attribution/weasel |" in written
    log = capsys.readouterr().out
    assert log.startswith("::group::warning.md\n")
    assert "## factlint" not in log


def test_github_without_a_runner_writes_no_summary(folder: Path) -> None:
    assert main(["check", "warning.md", "-o", "github=out"]) == 1
    assert {path.name for path in folder.iterdir()} == {"warning.md", "out"}


def test_statistics_count_the_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "warning.md", "-o", "full", "-o", "json=out.json", "--statistics"]) == 1
    assert capsys.readouterr().out.splitlines()[0].startswith("1  [ ]  attribution/weasel")
    document = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    assert {row["rule"]: row["findings"] for row in document["statistics"]}["attribution/weasel"] == 1
    assert document["diagnostics"]


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - set(WITH_STATISTICS)))
def test_statistics_that_nothing_would_show_are_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "warning.md", "-o", name, "--statistics"]) == 2
    assert "--statistics goes with the formats" in capsys.readouterr().err


@pytest.mark.parametrize(("fail_level", "tag"), [("warning", "failure"), ("error", "skipped")])
def test_junit_fails_what_fails_the_run(fail_level: str, tag: str, folder: Path) -> None:
    code = main(["check", "warning.md", "--select", "attribution/", "-o", "junit=out", "--fail-level", fail_level])
    assert f"<{tag} message=" in (folder / "out").read_text(encoding="utf-8")
    assert code == (1 if tag == "failure" else 0)


def test_rule_ids_are_links_only_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "warning.md", "-o", "concise", "--links", "always"])
    assert "\x1b]8;;file://" in capsys.readouterr().out
    main(["check", "warning.md", "-o", "concise"])
    assert "\x1b" not in capsys.readouterr().out


def test_profile_tells_on_standard_error_what_took_how_long(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "warning.md", "-o", "json", "--profile"]) == 1
    captured = capsys.readouterr()
    json.loads(captured.out)
    assert " ms in all" in captured.err
    for line in ("stages", "annotators", "rules", "parse", "sentence", "attribution/weasel"):
        assert line in captured.err


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "rdjson", "junit", "markdown"])
def test_paths_are_those_of_the_repository(name: str, folder: Path) -> None:
    """From a folder below its root, through a link: GitHub finds no file by another name."""
    diagnostic = unreadable("alias.md", "it is gone")
    (folder / ".git").mkdir()
    (folder / "news").mkdir()
    (folder / "news" / "real.md").write_text("One.\n", encoding="utf-8")
    (folder / "news" / "alias.md").symlink_to("real.md")
    os.chdir(folder / "news")
    write_reports(Report((diagnostic,)), (Output(name, "out"),), lambda: RuleSet(()), Look())
    text = Path("out").read_text(encoding="utf-8")
    assert "news/real.md" in text
    assert "news/alias.md" not in text
