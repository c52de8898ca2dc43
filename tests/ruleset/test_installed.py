"""Packs of installed distributions: data on disk, found by metadata, never imported."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from linter.checks import CHECKS
from linter.cli.main import main
from linter.config.packs import pack_path
from linter.core.errors import UsageError
from linter.ruleset.installed import installed_packs
from linter.ruleset.load import load_rules

PACK = "name: rules\ntitle: Styles\ndescription: A desk's own.\nversion: 1.0.0\nlicense: MIT\n"
RULE = """\
id: rules/fax
title: Fax
level: note
confidence: high
check: pattern
phrases: [by fax]
message: '"{text}"'
docs: Nobody faxes.
examples:
  - {bad: Send it by fax., expect: [{text: by fax}]}
  - {bad: It came by fax., expect: [{text: by fax}]}
  - {good: None.}
  - {good: Neither.}
"""


def install(site: Path, name: str, entries: str, package: Path | None = None) -> None:
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[factlint.packs]\n{entries}\n")
    rules = (package or site) / "desk_styles" / "rules"
    rules.mkdir(parents=True, exist_ok=True)
    trap = "raise RuntimeError('code of a pack was run')\n"
    (rules.parent / "__init__.py").write_text(trap)
    (rules / "__init__.py").write_text(trap)
    (rules / "pack.yaml").write_text(PACK)
    (rules / "fax.yaml").write_text(RULE)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_pack_of_a_distribution_goes_by_its_name_and_runs_no_code(site: Path) -> None:
    install(site, "desk-styles", "desk = desk_styles.rules")
    assert "desk" in installed_packs()
    result = load_rules(["desk"], checks=CHECKS)
    assert ([rule.id for rule in result.ruleset.rules], result.problems) == (["rules/fax"], ())
    assert not any(name.startswith("desk_styles") for name in sys.modules)


def test_an_editable_installation_is_read_from_its_source_tree(site: Path, tmp_path: Path) -> None:
    source = tmp_path / "project"
    install(site, "desk-styles", "desk = desk_styles.rules", source / "src")
    url = f'{{"url": "{source.as_uri()}", "dir_info": {{"editable": true}}}}'
    (site / "desk_styles-1.0.dist-info").mkdir(exist_ok=True)
    (site / "desk-styles-1.0.dist-info" / "direct_url.json").write_text(url)
    result = load_rules(["desk"], checks=CHECKS)
    assert [Path(rule.path) for rule in result.ruleset.rules] == [source / "src" / "desk_styles" / "rules" / "fax.yaml"]


@pytest.mark.parametrize("value", ["desk_styles.rules:FOLDER", "desk_styles.gone", "..outside", "desk_styles/rules"])
def test_an_entry_point_names_a_package_folder_and_nothing_else(site: Path, value: str) -> None:
    install(site, "desk-styles", f"desk = {value}")
    with pytest.raises(UsageError, match="must name a package folder"):
        load_rules(["desk"], checks=CHECKS)


def test_a_package_that_is_a_link_to_elsewhere_is_refused(site: Path, tmp_path: Path) -> None:
    install(site, "desk-styles", "desk = desk_styles.away")
    (tmp_path / "elsewhere").mkdir()
    (site / "desk_styles" / "away").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="must name a package folder"):
        load_rules(["desk"], checks=CHECKS)


def test_a_name_that_two_distributions_give_is_told_with_both(site: Path) -> None:
    install(site, "desk-styles", "desk = desk_styles.rules")
    install(site, "night-desk", "desk = night.rules")
    with pytest.raises(UsageError, match="several installed packs are called 'desk', of desk-styles, night-desk"):
        load_rules(["desk"], checks=CHECKS)


def test_a_mistyped_name_is_told_with_the_one_that_could_be_meant(site: Path) -> None:
    install(site, "desk-styles", "desk-styles = desk_styles.rules")
    with pytest.raises(UsageError, match="did you mean 'desk-styles'"):
        load_rules(["desk-style"], checks=CHECKS)


def test_installed_packs_that_nobody_names_are_not_read(site: Path) -> None:
    install(site, "desk-styles", "desk = desk_styles.rules")
    (site / "desk_styles" / "rules" / "fax.yaml").write_text("broken: [")
    assert load_rules(["polls"], checks=CHECKS).problems == ()
    assert load_rules((), checks=CHECKS).problems == ()


def test_the_command_line_names_a_pack_by_its_name(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(site, "desk-styles", "desk = desk_styles.rules")
    (tmp_path / "article.md").write_text("It came by fax.\n")
    assert main(["check", "article.md", "--rules", "desk", "--select", "rules/", "-o", "concise"]) == 0
    assert 'article.md:1:9: note[rules/fax] "by fax"' in capsys.readouterr().out
    assert main(["test", "desk", "--coverage"]) == 0
    assert main(["check", "article.md", "--rules", "dsek"]) == 2
    assert "did you mean 'desk'?" in capsys.readouterr().err


def test_a_configuration_names_a_pack_by_its_name(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(site, "desk-styles", "desk = desk_styles.rules")
    (tmp_path / "article.md").write_text("It came by fax.\n")
    (tmp_path / "factlint.yaml").write_text("packs: [desk]\nselect: [rules/]\n")
    assert main(["check", "article.md", "-o", "concise"]) == 0
    assert 'article.md:1:9: note[rules/fax] "by fax"' in capsys.readouterr().out
    (site / "desk_styles" / "rules" / "fax.yaml").write_text(RULE.replace("level: note", "level: warning"))
    assert main(["check", "article.md", "-o", "concise"]) == 1
    assert 'article.md:1:9: warning[rules/fax] "by fax"' in capsys.readouterr().out
    assert main(["rule", "rules/fax"]) == 0
    assert "Nobody faxes." in capsys.readouterr().out


def test_a_folder_of_the_project_comes_before_an_installed_pack(site: Path, tmp_path: Path) -> None:
    install(site, "desk-styles", "desk = desk_styles.rules")
    assert pack_path(str(tmp_path), "desk") == str(site / "desk_styles" / "rules")
    (tmp_path / "desk").mkdir()
    assert pack_path(str(tmp_path), "desk") == str(tmp_path / "desk")
    assert pack_path(str(tmp_path), "desks") == str(tmp_path / "desks")


def test_a_name_that_two_distributions_give_is_a_mistake_of_the_configuration(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(site, "desk-styles", "desk = desk_styles.rules")
    install(site, "night-desk", "desk = night.rules")
    (tmp_path / "article.md").write_text("It came by fax.\n")
    (tmp_path / "factlint.yaml").write_text("packs:\n  - desk\n")
    assert main(["check", "article.md"]) == 2
    told = capsys.readouterr().err
    assert "error: several installed packs are called 'desk', of desk-styles, night-desk" in told
    assert "factlint.yaml:2:5" in told
