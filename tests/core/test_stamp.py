"""The stamp of the code and the data that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.core.stamp import stamp_of


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with its rules beside it, as in a checkout."""
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "module.py").write_text("A = 1\n", encoding="utf-8")
    (tmp_path / "rules" / "pack").mkdir(parents=True)
    (tmp_path / "rules" / "pack" / "one.yaml").write_text("a: 1\n", encoding="utf-8")
    return tmp_path / "package"


def test_it_stays_while_nothing_changes(package: Path) -> None:
    assert stamp_of(str(package)) == stamp_of(str(package))


@pytest.mark.parametrize("name", ["package/module.py", "rules/pack/one.yaml", "package/page.css", "rules/two.yaml"])
def test_it_changes_with_a_file(package: Path, name: str) -> None:
    before = stamp_of(str(package))
    (package.parent / name).write_text("a: 12\n", encoding="utf-8")
    assert stamp_of(str(package)) != before


@pytest.mark.parametrize("folder", ["__pycache__", "_prepared"])
def test_what_is_made_of_the_files_does_not_matter(package: Path, folder: str) -> None:
    before = stamp_of(str(package))
    (package / folder).mkdir()
    (package / folder / "module.bin").write_text("x", encoding="utf-8")
    assert stamp_of(str(package)) == before


def test_an_installed_package_is_known_by_its_record(package: Path) -> None:
    record = package.parent / "factlint-0.1.0.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("package/module.py,sha256=one,6\n", encoding="utf-8")
    before = stamp_of(str(package))
    (package / "module.py").touch()
    assert stamp_of(str(package)) == before
    record.write_text("package/module.py,sha256=two,6\n", encoding="utf-8")
    assert stamp_of(str(package)) != before
