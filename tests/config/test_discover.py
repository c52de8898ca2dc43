"""The nearest configuration upward counts, alone, and the search ends where the project ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.config.discover import Discovery, Found
from linter.config.resolve import Configurations
from tests.config.helper import mistakes, project, settings

STRICT, MINIMAL = "extends: strict\n", "extends: minimal\n"


def test_two_folders_have_two_configurations(tmp_path: Path) -> None:
    project(tmp_path, {"a/factlint.yaml": STRICT, "b/factlint.yaml": MINIMAL})
    configurations = Configurations()
    levels = [configurations.of(str(tmp_path / name)).value("fail-level") for name in ("a/x.md", "b/x.md", "x.md")]
    assert levels == ["note", "error", "warning"]


def test_the_nearest_one_counts_and_what_lies_above_it_is_not_merged(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": "names: [Lagos]\nfail-level: note\n", "deep/factlint.yaml": "names: [Kano]\n"})
    inner = settings(tmp_path, "deep/er/a.md")
    assert (inner.value("names"), inner.value("fail-level")) == (("Kano",), "warning")
    assert settings(tmp_path, "other/a.md").value("names") == ("Lagos",)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["factlint.yaml", ".factlint.yaml", "pyproject.toml"], "factlint.yaml"),
        ([".factlint.yaml", "pyproject.toml"], ".factlint.yaml"),
        (["pyproject.toml"], "pyproject.toml"),
        ([], None),
    ],
)
def test_in_one_folder_the_names_have_an_order(tmp_path: Path, files: list[str], expected: str | None) -> None:
    project(tmp_path, {name: "[tool.factlint]\n" if name.endswith("toml") else "" for name in files})
    found = Discovery().nearest(str(tmp_path))
    assert found == (Found(str(tmp_path / expected), str(tmp_path)) if expected else None)


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    project(tmp_path, {"factlint.yaml": STRICT, "deep/pyproject.toml": "[project]\nname = 'factlint-desk'\n"})
    assert settings(tmp_path, "deep/a.md").value("fail-level") == "note"


def test_a_broken_pyproject_that_speaks_of_us_is_told_and_any_other_is_not_ours_to_judge(tmp_path: Path) -> None:
    project(tmp_path, {"a/pyproject.toml": "[tool.factlint]\nnames = [\n", "b/pyproject.toml": "[tool.ruff\n"})
    assert mistakes(tmp_path, "b/x.md") == []
    (told,) = mistakes(tmp_path, "a/x.md")
    assert told.startswith("a/pyproject.toml:3:1: error: cannot be read as TOML")


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / "factlint.yaml").write_text(STRICT, encoding="utf-8")
    project(tmp_path / "repository", {"deep/a.md": ""})
    assert settings(tmp_path / "repository", "deep/a.md").layers == ()


def test_the_search_ends_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "factlint.yaml").write_text(STRICT, encoding="utf-8")
    (tmp_path / "home" / "desk").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert Discovery().nearest(str(tmp_path / "home" / "desk")) is None
    (tmp_path / "home" / ".factlint.yaml").write_text(MINIMAL, encoding="utf-8")
    assert Discovery().nearest(str(tmp_path / "home" / "desk")) is not None


def test_a_folder_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import linter.config.discover as module

    asked: list[str] = []
    found = module.config_in
    monkeypatch.setattr(module, "config_in", lambda folder: asked.append(folder) or found(folder))  # type: ignore[func-returns-value]
    project(tmp_path, {"a/b/x.md": ""})
    configurations = Configurations()
    for name in ("a/b/x.md", "a/b/y.md", "a/z.md"):
        configurations.of(str(tmp_path / name))
    assert asked == [str(tmp_path / "a" / "b"), str(tmp_path / "a"), str(tmp_path)]
