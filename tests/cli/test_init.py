"""`factlint init` writes what is missing, and never over what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.cli.init import CONFIGURATION
from linter.cli.main import main
from linter.core.yaml import load

HOOK = "- id: factlint"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_project_gets_a_configuration_and_the_hook(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    assert load((folder / ".pre-commit-config.yaml").read_text("utf-8"), "").plain() == {
        "repos": [{"repo": "URL-OF-THIS-REPOSITORY", "rev": "v0.1.0", "hooks": [{"id": "factlint"}]}]
    }
    capsys.readouterr()
    assert main(["config", "show"]) == 0
    assert '"warning"  (profile newsroom)' in capsys.readouterr().out


@pytest.mark.parametrize("profile", ["minimal", "strict"])
def test_it_begins_with_the_profile_asked_for(folder: Path, profile: str) -> None:
    assert main(["init", "--extends", profile]) == 0
    assert f"\nextends: {profile}\n" in (folder / "factlint.yaml").read_text("utf-8")


def test_every_example_in_it_is_a_valid_setting(folder: Path) -> None:
    lines = CONFIGURATION.format(profile="newsroom", version="0.1.0").splitlines()
    examples = [line.removeprefix("# ") for line in lines if line.startswith(("# ", "#   ")) and _is_setting(line)]
    (folder / "desk" / "rules" / "house").mkdir(parents=True)
    (folder / "desk" / "facts.yaml").write_text("{}\n", encoding="utf-8")
    (folder / "desk" / "transcripts").mkdir()
    (folder / "desk" / "transcripts" / "a.txt").write_text("She said so.\n", encoding="utf-8")
    text = "\n".join(line for line in examples if not line.startswith(("packs:", "extend-select:")))
    assert text.count("\n") > 20
    (folder / "factlint.yaml").write_text(text + "\n", encoding="utf-8")
    assert main(["config", "show"]) == 0


def _is_setting(line: str) -> bool:
    return re.match(r"# *(?:- )?(?:\{path|\"[^\"]+\"|[a-z][a-z/-]*):", line) is not None


def test_nothing_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".factlint.yaml").write_text("# ours\n", encoding="utf-8")
    (folder / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    assert main(["init"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == [".factlint.yaml", ".git", ".pre-commit-config.yaml"]
    assert (folder / ".factlint.yaml").read_text("utf-8") == "# ours\n"
    assert (folder / ".pre-commit-config.yaml").read_text("utf-8") == "repos: []\n"
    told = capsys.readouterr().out
    assert HOOK in told
    assert "add this below `repos:`" in told


def test_a_second_run_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["init"])
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    capsys.readouterr()
    assert main(["init"]) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert capsys.readouterr().out.count("kept") == 2


def test_a_table_in_pyproject_is_a_configuration(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.factlint]\nextends = 'strict'\n", encoding="utf-8")
    assert main(["init"]) == 0
    assert not (folder / "factlint.yaml").exists()


def test_a_folder_that_is_none_is_a_mistake(folder: Path) -> None:
    assert main(["init", "nowhere"]) == 2
