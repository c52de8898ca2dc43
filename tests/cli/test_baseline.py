"""Baselines, as a user meets them: what was there before keeps quiet, and what is gone is told."""

from __future__ import annotations

import io
import json
import sys

import pytest

from linter.engine.baseline_file import DEFAULT_NAME
from tests.cli.repository import Repository

WEASEL = "Many experts say that the ferry is slow."
OTHER = "Some observers see it as a first step."
BASELINE = ("--baseline", DEFAULT_NAME)
RINK = "---\ndate: 2017-02-06\n---\n\nThe mayor of Tarvisio, Elena Cossutti, opened the rink.\n"
ICE = "---\ndate: 2017-02-07\n---\n\nThe rink is open. The mayor of Tarvisio, Bruno Madotto, skated first.\n"
CORPUS = ("--select", "corpus/", "--fail-level", "note")


def test_a_baseline_is_made_used_found_stale_and_pruned(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n\n{OTHER}\n")
    assert repository.run("check", ".").code == 1
    made = repository.run("baseline")
    assert (made.code, made.err.splitlines()[0]) == (0, f"factlint: 2 findings in {DEFAULT_NAME}")
    assert f"`baseline: {DEFAULT_NAME}` in the configuration" in made.err
    quiet = repository.run("check", ".", *BASELINE)
    assert (quiet.code, quiet.out) == (0, "")
    assert "2 suppressed (baseline)" in quiet.err
    repository.write("a.md", f"# Ferry\n\nA paragraph above.\n\n{OTHER}\n")
    stale = repository.run("check", ".", *BASELINE)
    [entry] = [number for number, line in enumerate(repository.read(DEFAULT_NAME).split("\n"), 1) if "Many" in line]
    assert (stale.code, stale.places) == (1, [f"{DEFAULT_NAME}:{entry} meta/stale-baseline"])
    assert repository.run("baseline", "prune").err == f"factlint: 1 finding in {DEFAULT_NAME}, -1\n"
    assert repository.run("check", ".", *BASELINE).code == 0


def test_a_baseline_of_the_configuration_is_used_from_any_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("factlint.yaml", "baseline: known.json\n")
    repository.write("deep/a.md", f"{WEASEL}\n")
    missing = repository.run("check")
    assert (missing.code, "factlint baseline" in missing.err) == (2, True)
    assert repository.run("baseline").err == "factlint: 1 finding in known.json\n"
    assert repository.run("check").code == 0
    assert repository.run("check", "--baseline", "").code == 1
    repository.write("other.json", '{"version": 1, "entries": []}')
    monkeypatch.setenv("FACTLINT_BASELINE", "other.json")
    assert repository.run("check").code == 1
    monkeypatch.delenv("FACTLINT_BASELINE")
    monkeypatch.chdir("deep")
    assert repository.run("check").code == 0
    repository.write("deep/a.md", "The ferry runs.\n")
    assert "meta/stale-baseline" in repository.run("check").out
    assert repository.run("baseline", "prune").code == 0
    assert json.loads(repository.read("known.json"))["entries"] == []


@pytest.mark.parametrize("path", ["../known.json", "/etc/known.json", "~/known.json"])
def test_a_baseline_of_the_configuration_stays_in_the_project(repository: Repository, path: str) -> None:
    repository.write("factlint.yaml", f"baseline: {path}\n")
    repository.write("a.md", f"{WEASEL}\n")
    for verb in ("check", "baseline"):
        told = repository.run(verb)
        assert (told.code, "factlint.yaml:1:11" in told.err) == (2, True)


def test_what_the_configuration_keeps_quiet_is_not_in_the_baseline(repository: Repository) -> None:
    entry = "{path: a.txt, rule: attribution/weasel, text: many experts, reason: known}"
    repository.write("factlint.yaml", f"ignores:\n  - {entry}\n")
    repository.write("a.txt", f"{WEASEL}\n\n{OTHER}\n")
    repository.run("baseline")
    assert [each["text"] for each in json.loads(repository.read(DEFAULT_NAME))["entries"]] == ["Some observers"]
    told = repository.run("check", *BASELINE)
    assert (told.code, "1 suppressed (baseline), 1 suppressed (configuration)" in told.err) == (0, True)


def test_what_articles_say_against_each_other_is_in_the_baseline_and_not_stale_in_a_part(
    repository: Repository,
) -> None:
    repository.write("a.md", RINK)
    repository.write("b.md", ICE)
    assert repository.run("check", *CORPUS).places == ["b.md:5 corpus/conflicting-holder"]
    repository.run("baseline", "--select", "corpus/")
    assert repository.run("check", *BASELINE, *CORPUS).code == 0
    assert repository.run("check", "b.md", *BASELINE, *CORPUS).code == 0
    assert repository.run("baseline", "prune", "b.md", "--select", "corpus/").err.endswith("+0\n")
    repository.write("a.md", RINK.replace("Elena Cossutti", "Bruno Madotto"))
    assert "meta/stale-baseline" in repository.run("check", *BASELINE, *CORPUS).out


@pytest.mark.parametrize("form", [("baseline", "prune"), ("baseline", "--prune"), ("baseline", ".", "--prune")])
def test_both_forms_of_prune_add_nothing(repository: Repository, form: tuple[str, ...]) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.run("baseline")
    before = repository.read(DEFAULT_NAME)
    repository.write("a.md", f"{WEASEL}\n\n{OTHER}\n")
    assert repository.run(*form).code == 0
    assert repository.read(DEFAULT_NAME) == before
    assert repository.run("check", ".", *BASELINE).places == ["a.md:3 attribution/weasel"]


def test_the_baseline_of_some_articles_leaves_the_others_alone(repository: Repository) -> None:
    for name in ("a.md", "b.md"):
        repository.write(name, f"{WEASEL}\n")
    repository.run("baseline", "a.md")
    assert repository.run("check", ".", *BASELINE).places == ["b.md:1 attribution/weasel"]
    repository.run("baseline", "b.md")
    assert repository.run("check", ".", *BASELINE).code == 0
    repository.write("a.md", "The ferry runs.\n")
    assert repository.run("check", "b.md", *BASELINE).code == 0  # a.md was not linted
    assert repository.run("check", ".", *BASELINE).code == 1


def test_a_baseline_works_from_a_folder_below_and_for_standard_input(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("deep/a.md", f"{WEASEL}\n")
    repository.run("baseline")
    monkeypatch.chdir("deep")
    assert repository.run("check", ".", "--baseline", f"../{DEFAULT_NAME}").code == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WEASEL.encode())))
    assert repository.run("check", "-", "--stdin-filename", "a.md", "--baseline", f"../{DEFAULT_NAME}").code == 0


def test_only_what_is_sure_enough_goes_into_the_baseline(repository: Repository) -> None:
    repository.write("a.md", '"We will pay," the mayor noted.\n')
    repository.run("baseline")
    assert json.loads(repository.read(DEFAULT_NAME))["entries"] == []
    repository.run("baseline", "--min-confidence", "low")
    assert repository.run("check", ".", *BASELINE).code == 0  # what is hidden is not gone


def test_a_stale_entry_fails_whatever_the_level(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.run("baseline")
    repository.write("a.md", "The ferry runs.\n")
    assert repository.run("check", ".", *BASELINE, "--fail-level", "error").code == 1
    assert repository.run("check", ".", *BASELINE, "--exit-zero").code == 0


@pytest.mark.parametrize("verb", [("check", ".", *BASELINE), ("baseline",), ("baseline", "prune")])
def test_a_broken_baseline_is_told_with_its_place(repository: Repository, verb: tuple[str, ...]) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.write(DEFAULT_NAME, '{"version": 1,\n "entries": [7]}')
    told = repository.run(*verb)
    assert told.code == 2
    assert f"{DEFAULT_NAME}:2:14" in told.err
    assert repository.read(DEFAULT_NAME) == '{"version": 1,\n "entries": [7]}'


def test_a_missing_baseline_is_told_with_how_to_make_it(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    told = repository.run("check", ".", "--baseline", "none.json")
    assert told.code == 2
    assert "factlint baseline" in told.err


def test_no_baseline_is_written_of_articles_that_cannot_be_read(repository: Repository) -> None:
    (repository.folder / "a.md").write_bytes(b"caf\xe9")
    assert repository.run("baseline").code == 2
    assert not (repository.folder / DEFAULT_NAME).exists()


def test_in_sarif_the_baseline_is_external_and_a_comment_in_source(repository: Repository) -> None:
    repository.write("a.md", f"{WEASEL}\n")
    repository.run("baseline")
    repository.write("b.md", f"<!-- factlint: ignore[attribution/weasel] known -->\n\n{WEASEL}\n")
    results = json.loads(repository.run("check", ".", *BASELINE, "-o", "sarif").out)["runs"][0]["results"]
    assert [each["suppressions"] for each in results] == [
        [{"kind": "external"}],
        [{"kind": "inSource", "justification": "known"}],
    ]
