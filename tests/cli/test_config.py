"""Settings on the command line: files, variables, flags; `factlint config`; and what a mistake in them does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linter.cli.main import main

NOTE = "# Ferry back in service\n\nIt remains to be seen whether the ferry sails on 3 May 2025.\n"
WARNING = "# Ferry back in service\n\nMany experts say that the ferry is slow. It will sail on 3 May 2025.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name, text in (("note.md", NOTE), ("warning.md", WARNING)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def configure(folder: Path, text: str, name: str = "factlint.yaml") -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("", ["note.md"], 0),
        ("fail-level: note\n", ["note.md"], 1),
        ("fail-level: note\n", ["note.md", "--fail-level", "warning"], 0),
        ("fail-level: note\n", ["note.md", "--isolated"], 0),
        ("fail-level: note\n", ["note.md", "--isolated", "--no-isolated"], 1),
        ("fail-level: note\n", ["note.md", "--config", "other.yaml"], 0),
        ("fail-level: note\n", ["note.md", "--config", "fail-level=error"], 0),
        ("extends: strict\n", ["note.md"], 1),
        ("extends: minimal\n", ["warning.md"], 0),
        ("extends: minimal\n", ["warning.md", "--extends", "strict"], 1),
        ("", ["warning.md", "--config", "rules.attribution/weasel=off"], 0),
        ("", ["warning.md", "--config", "rules={attribution/weasel: note}"], 0),
        ("ignore: [attribution/]\n", ["warning.md"], 0),
        ("ignore: [attribution/]\n", ["warning.md", "--select", "attribution/weasel"], 1),
        ("ignore: [attribution/]\n", ["warning.md", "--extend-select", "attribution/weasel"], 1),
        ("select: [framing/]\n", ["warning.md"], 0),
        ("rules: {attribution/weasel: note}\n", ["warning.md"], 0),
        ("per-file-ignores: {'warn*': [attribution/]}\n", ["warning.md"], 0),
        ("phrases: [many experts]\n", ["warning.md"], 0),
        ("ignores: [{path: '*.md', rule: attribution/weasel, reason: x}]\n", ["warning.md"], 0),
        (
            "overrides: [{files: [note.md], fail-level: note}]\n",
            ["note.md", "warning.md", "--ignore", "attribution/"],
            1,
        ),
        ("overrides: [{files: [warning.md], fail-level: note}]\n", ["note.md"], 0),
        ("fail-levle: note\n", ["note.md"], 2),
        ("fail-levle: note\n", ["note.md", "--isolated"], 0),
        ("select: [nothing/]\n", ["note.md", "--exit-zero"], 2),
        ("rules: {attribution/wesel: off}\n", ["note.md"], 2),
        ("output: [xml]\n", ["note.md"], 2),
        ("", ["note.md", "--config", "missing.yaml"], 2),
        ("", ["note.md", "--config", "fail-levle=note"], 2),
        ("", ["note.md", "--config", "other.yaml", "--config", "other.yaml"], 2),
        ("", ["note.md", "--config", "other.yaml", "--isolated"], 2),
        ("required-version: '>=99'\n", ["note.md"], 2),
        ("packs: [nowhere]\n", ["note.md"], 2),
    ],
)
def test_exit_codes_by_configuration_and_flags(folder: Path, text: str, arguments: list[str], code: int) -> None:
    configure(folder, text)
    configure(folder, "fail-level: error\n", "other.yaml")
    assert main(["check", *arguments]) == code


@pytest.mark.parametrize(
    ("variable", "value", "arguments", "code"),
    [
        ("FACTLINT_FAIL_LEVEL", "note", ["note.md"], 1),
        ("FACTLINT_FAIL_LEVEL", "note", ["note.md", "--fail-level", "error"], 0),
        ("FACTLINT_FAIL_LEVEL", "", ["note.md"], 0),
        ("FACTLINT_FAIL_LEVEL", "notes", ["note.md"], 2),
        ("FACTLINT_IGNORE", "framing/,attribution/", ["warning.md"], 0),
        ("FACTLINT_SELECT", "attribution/", ["warning.md"], 1),
        ("FACTLINT_SELECT", "framing/", ["warning.md", "--select", "attribution/"], 1),
        ("FACTLINT_EXTENDS", "minimal", ["warning.md"], 0),
        ("FACTLINT_EXIT_ZERO", "1", ["warning.md"], 0),
        ("FACTLINT_EXIT_ZERO", "1", ["warning.md", "--no-exit-zero"], 1),
        ("FACTLINT_EXIT_ZERO", "no", ["warning.md"], 1),
        ("FACTLINT_EXIT_ZERO", "maybe", ["warning.md"], 2),
        ("FACTLINT_CONFIG", "other.yaml", ["note.md"], 1),
        ("FACTLINT_CONFIG", "other.yaml", ["note.md", "--isolated"], 0),
        ("FACTLINT_OUTPUT", "xml", ["note.md"], 2),
        ("FACTLINT_MIN_CONFIDENCE", "low", ["note.md"], 0),
        ("FACTLINT_COLOR", "sometimes", ["note.md"], 2),
    ],
)
def test_every_output_and_selection_flag_has_a_variable(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, arguments: list[str], code: int
) -> None:
    configure(folder, "fail-level: note\n", "other.yaml")
    monkeypatch.setenv(variable, value)
    assert main(["check", *arguments]) == code


def test_a_mistake_in_a_variable_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FACTLINT_FAIL_LEVEL", "notes")
    assert main(["check", "note.md"]) == 2
    assert "FACTLINT_FAIL_LEVEL" in capsys.readouterr().err
    monkeypatch.setenv("FACTLINT_FAIL_LEVEL", "note")
    monkeypatch.setenv("FACTLINT_SELECT", "pols/")
    assert main(["check", "note.md"]) == 2
    told = capsys.readouterr().err
    assert "FACTLINT_SELECT" in told
    assert "did you mean 'polls/'?" in told


def test_the_output_format_can_be_configured(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(folder, "output: [json]\n")
    main(["check", "warning.md"])
    assert json.loads(capsys.readouterr().out)["version"] == 1
    main(["check", "warning.md", "-o", "concise"])
    assert capsys.readouterr().out.startswith("warning.md:3:1: warning[attribution/weasel]")


def test_articles_in_two_folders_go_by_their_own_configurations(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, level in (("a", "error"), ("b", "off")):
        configure(folder, f"rules: {{attribution/weasel: {level}}}\n", f"{name}/factlint.yaml")
        (folder / name / "x.md").write_text(WARNING, encoding="utf-8")
    assert main(["check", "a", "b", "warning.md"]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if "weasel" in line]
    assert [line.split(" ")[:2] for line in lines] == [
        ["a/x.md:3:1:", "error[attribution/weasel]"],
        ["warning.md:3:1:", "warning[attribution/weasel]"],
    ]


def test_packs_facts_and_sources_of_a_configuration_are_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = """\
id: house/ferry
title: Ferry
level: warning
confidence: high
check: pattern
message: '"{text}" is a boat'
docs: Boats.
phrases: [ferry]
examples:
  - {bad: A ferry sails., expect: [{text: ferry}]}
  - {bad: The ferry came., expect: [{text: ferry}]}
  - {good: A boat sails.}
  - {good: The boat came.}
"""
    pack = "name: house\ntitle: House\ndescription: Ours.\nversion: '1'\nlicense: MIT\n"
    configure(folder, "packs: [house]\nselect: [house/]\n")
    configure(folder, pack, "house/pack.yaml")
    configure(folder, rule, "house/ferry.yaml")
    assert main(["check", "note.md"]) == 1
    assert "warning[house/ferry]" in capsys.readouterr().out
    configure(folder, "facts: [facts.yaml]\n")
    configure(folder, "offices: [{titles: 3}]\n", "facts.yaml")
    assert main(["check", "note.md"]) == 2
    assert "facts.yaml:1:" in capsys.readouterr().err


def test_a_former_name_is_taken_with_a_note(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = (
        "formerly: [house/old]\nid: house/ferry\ntitle: F\nlevel: note\nconfidence: high\ncheck: pattern\nmessage: m\n"
    )
    rule += "docs: d\nphrases: [ferry]\nexamples:\n  - {bad: A ferry., expect: [{text: ferry}]}\n"
    rule += "  - {bad: The ferry., expect: [{text: ferry}]}\n  - {good: A boat.}\n  - {good: The boat.}\n"
    configure(folder, rule, "house.yaml")
    configure(folder, "packs: [house.yaml]\nselect: [house/old]\n")
    assert main(["check", "note.md"]) == 0
    told = capsys.readouterr()
    assert "note[house/ferry]" in told.out
    assert "factlint: note: factlint.yaml:2: the rule 'house/old' is now called 'house/ferry'" in told.err


def test_an_entry_of_ignores_that_does_nothing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(folder, "ignores: [{path: note.md, rule: attribution/weasel, reason: x}]\n")
    assert main(["check", "note.md"]) == 1
    assert "factlint.yaml:1:11: warning[meta/unused-ignore]" in capsys.readouterr().out
    assert main(["check", "note.md", "--select", "framing/"]) == 0


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[Any, list[str]]]:
    told = json.loads(capsys.readouterr().out)
    return {each["key"]: (each["value"], each["origin"]) for each in told["settings"]}


def test_config_show_tells_each_value_with_its_origin(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "extends: desk/house.yaml\nnames: [Kano]\nrules:\n  framing/cliche:\n    level: error\n"
    configure(folder, text + "overrides:\n  - files: ['*.md']\n    date-order: mdy\n")
    configure(folder, "extends: strict\nnames: [Lagos]\n", "desk/house.yaml")
    monkeypatch.setenv("FACTLINT_MIN_LEVEL", "warning")
    arguments = ["config", "show", "note.md", "--min-confidence", "high", "--config", "acronyms=[NUJ]"]
    assert main([*arguments, "--format", "json"]) == 0
    told = shown(capsys)
    assert told["names"] == (["Lagos", "Kano"], ["desk/house.yaml:2", "factlint.yaml:2"])
    assert told["date-order"] == ("mdy", ["factlint.yaml:8"])
    assert told["fail-level"] == ("note", ["profile strict"])
    assert told["min-level"] == ("warning", ["FACTLINT_MIN_LEVEL"])
    assert told["min-confidence"] == ("high", ["--min-confidence"])
    assert told["acronyms"] == (["NUJ"], ["--config"])
    assert told["phrases"] == ([], ["default"])
    assert told["rules.framing/cliche.level"] == ("error", ["factlint.yaml:5"])
    assert main(arguments) == 0
    assert 'date-order                  "mdy"  (factlint.yaml:8)' in capsys.readouterr().out.splitlines()


def test_config_explain_tells_why_a_rule_is_off(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(folder, "ignore:\n  - framing/\nper-file-ignores:\n  note.md: [attribution/weasel]\n")
    assert main(["config", "explain", "note.md", "--extend-select", "framing/cliche"]) == 0
    lines = {line.split()[1]: line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()}
    assert lines["framing/label"] == ["off", "framing/label", "ignore framing/ (factlint.yaml:2)"]
    assert lines["framing/cliche"] == ["on", "framing/cliche", "extend-select framing/cliche (--extend-select)"]
    assert lines["attribution/weasel"][2] == "per-file-ignores attribution/weasel (factlint.yaml:4)"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["config"], 2),
        (["config", "--help"], 0),
        (["config", "shwo"], 2),
        (["config", "show"], 0),
        (["config", "show", "missing/a.md"], 0),
        (["config", "show", "--select", "pols/"], 2),
        (["config", "schema"], 0),
    ],
)
def test_exit_codes_of_config(folder: Path, arguments: list[str], code: int) -> None:
    assert main(arguments) == code


def test_the_help_is_grouped(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    told = capsys.readouterr().out
    for heading in ("Rule selection:", "File selection:", "Articles:", "Output:", "Levels:", "Configuration:"):
        assert f"\n{heading}\n" in told
    assert "--no-exit-zero" in told


def test_mistakes_in_the_configurations_of_two_folders_are_told_together(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a", "ignores: [{path: x}]\nnmaes: []\n"), ("b", "overrides: [{files: 1}]\n"), ("c", "")):
        configure(folder, text, f"{name}/factlint.yaml")
        (folder / name / "x.md").write_text(WARNING, encoding="utf-8")
    assert main(["check", "a", "b", "c"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    for place in ("a/factlint.yaml:1:11", "a/factlint.yaml:2:1", "b/factlint.yaml:1:21"):
        assert f"--> {place}\n" in told.err


def test_annotate_reads_dates_in_the_order_of_the_house(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text("The ferry sailed on 03/04/2025 and came back.\n", encoding="utf-8")
    for order, day in (("mdy", "2025-03-04"), ("dmy", "2025-04-03")):
        configure(folder, f"date-order: {order}\n")
        assert main(["annotate", "a.md", "-o", "json"]) == 0
        (time,) = (each for each in json.loads(capsys.readouterr().out)["annotations"] if each["kind"] == "time")
        assert (time["earliest"], time["latest"]) == (day, day)
    configure(folder, "date-order: myd\n")
    assert main(["annotate", "a.md"]) == 2
