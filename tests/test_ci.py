"""The action, the hooks and the examples for CI: what they say exists, and what they run works."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from linter.cli.check import _parser
from linter.core.yaml import load
from linter.report import REPORTERS

ROOT = Path(__file__).parents[1]
CI = ROOT / "examples" / "ci"
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){1,2}$", re.MULTILINE)
GOOD = "The ferry to Barra will sail again on 3 May 2025, the port authority said.\n"
BAD = "Many experts say that the ferry to Barra is slow.\n"

needs_bash = pytest.mark.skipif(sys.platform == "win32" or not shutil.which("bash"), reason="there is no bash here")


def yaml(path: Path) -> Any:
    return load(path.read_text(encoding="utf-8"), str(path)).plain()


def action() -> Any:
    return yaml(ROOT / "action.yml")


def step(name: str) -> Any:
    [found] = [each for each in action()["runs"]["steps"] if each["name"] == name]
    return found


def zizmor() -> str | None:
    return shutil.which("zizmor", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))


@pytest.mark.skipif(zizmor() is None, reason="zizmor is not installed: pip install zizmor")
@pytest.mark.parametrize("path", ["action.yml", "examples/ci/github-workflow.yml"])
def test_zizmor_has_nothing_to_say(path: str) -> None:
    command = [str(zizmor()), "--offline", "--no-progress", "--persona", "auditor", str(ROOT / path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_has_the_inputs_and_outputs_that_it_promises() -> None:
    assert set(action()["inputs"]) == {
        "paths", "version", "config", "args", "fail-level", "min-confidence", "format", "since", "working-directory",
        "summary", "python-version",
    }  # fmt: skip
    assert set(action()["outputs"]) == {"findings", "errors", "sarif-file", "exit-code"}
    assert action()["runs"]["using"] == "composite"


def test_no_input_is_ever_code() -> None:
    scripts = [each["run"] for each in action()["runs"]["steps"] if "run" in each]
    assert len(scripts) == 3
    assert [script for script in scripts if "${{" in script] == []


@pytest.mark.parametrize("path", [ROOT / "action.yml", CI / "github-workflow.yml"])
def test_actions_of_others_are_pinned_by_their_commit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(PINNED.findall(text)) == text.count("uses: ") == 2


def test_what_the_action_installs_is_pinned_with_hashes_and_is_what_the_project_asks_for() -> None:
    text = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text)
    locked = {Requirement(line).name: line for entry in entries if (line := entry.split(" \\")[0]) and "==" in line}
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for wanted in map(Requirement, (*project["project"]["dependencies"], *project["build-system"]["requires"])):
        name = re.sub(r"[._]+", "-", wanted.name).lower()
        [specifier] = Requirement(locked[name]).specifier
        assert wanted.specifier.contains(specifier.version), name


class Runner:
    """As much of a runner as the scripts of the action need: folders, variables and the files they write to."""

    def __init__(self, folder: Path, repository: Path) -> None:
        self.folder, self.repository = folder, repository
        folder.mkdir(exist_ok=True)
        self.output, self.summary = folder / "output", folder / "summary"

    def run(self, name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the script of a step, with the defaults of the inputs unless others are given."""
        self.output.write_text("")
        self.summary.write_text("")
        found = step(name)
        defaults = {
            f"INPUT_{key.upper().replace('-', '_')}": str(each["default"]) for key, each in action()["inputs"].items()
        }
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("INPUT_", "FACTLINT_"))}
        names = {key for key in found["env"] if key.startswith("INPUT_")}
        environment = {
            **kept,
            **{key: value for key, value in defaults.items() if key in names},
            "RUNNER_TEMP": str(self.folder),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_ACTIONS": "true",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            **inputs,
        }
        # As GitHub runs `shell: bash`.
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]]
        return subprocess.run(command, cwd=self.repository, env=environment, capture_output=True, text=True)

    def outputs(self) -> dict[str, str]:
        """What the step has put out."""
        return dict(line.split("=", 1) for line in self.output.read_text().splitlines())


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    repository = tmp_path / "repository"
    (repository / "our articles").mkdir(parents=True)
    (repository / "our articles" / "bad.md").write_text(BAD)
    (repository / "good.md").write_text(GOOD)
    return Runner(tmp_path / "temp", repository)


@pytest.fixture
def here(tmp_path: Path) -> str:
    """A folder with the commands that the installation would make, of this environment."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, words in (("python", ""), ("factlint", "-m linter ")):
        (folder / name).write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" {words}"$@"\n')
        (folder / name).chmod(0o755)
    return str(folder)


@needs_bash
def test_the_step_that_runs_factlint_tells_what_it_found(runner: Runner, here: str) -> None:
    done = runner.run("Run factlint", BIN=here, INPUT_PATHS="good.md 'our articles'", INPUT_FORMAT="both")
    assert done.returncode == 0, done.stderr
    outputs = runner.outputs()
    assert (outputs["exit-code"], outputs["errors"]) == ("1", "0")
    assert int(outputs["findings"]) >= 1
    assert "::warning title=factlint (attribution/weasel),file=our articles/bad.md,line=1" in done.stdout
    assert json.loads(Path(outputs["sarif-file"]).read_text())["runs"][0]["results"]
    assert runner.summary.read_text().count("attribution/weasel") == 1


@needs_bash
def test_paths_are_named_from_the_root_of_the_repository(runner: Runner, here: str) -> None:
    inputs = {"INPUT_WORKING_DIRECTORY": "our articles", "INPUT_SUMMARY": "false"}
    done = runner.run("Run factlint", BIN=here, **inputs)
    assert "file=our articles/bad.md" in done.stdout, done.stderr
    assert runner.outputs()["exit-code"] == "1"
    assert "sarif-file" not in runner.outputs()
    assert runner.summary.read_text() == ""


@needs_bash
def test_arguments_are_words_and_never_commands(runner: Runner, here: str) -> None:
    evil = "--ignore attribution/weasel,timeline/ '$(touch evil)' ; touch evil `touch evil`"
    done = runner.run("Run factlint", BIN=here, INPUT_ARGS=evil, INPUT_PATHS="good.md $(touch evil) ;touch")
    assert runner.outputs()["exit-code"] == "2", done.stdout
    assert not (runner.repository / "evil").exists()


@needs_bash
def test_arguments_and_levels_reach_factlint(runner: Runner, here: str) -> None:
    inputs = {"INPUT_FAIL_LEVEL": "error", "INPUT_MIN_CONFIDENCE": "high", "INPUT_FORMAT": "sarif"}
    done = runner.run("Run factlint", BIN=here, INPUT_ARGS="--select attribution/", **inputs)
    assert done.returncode == 0, done.stderr
    assert runner.outputs()["exit-code"] == "0"
    assert "our articles/bad.md:1:1: warning[attribution/weasel]" in done.stdout
    assert "attribution/weasel" in runner.summary.read_text()


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "words"),
    [({"INPUT_FORMAT": "xml"}, "annotations, sarif or both"), ({"INPUT_PATHS": "gone.md"}, "gone.md"),
     ({"INPUT_ARGS": "--nonsense"}, "--nonsense")],
)  # fmt: skip
def test_what_cannot_be_done_is_code_2(runner: Runner, here: str, inputs: dict[str, str], words: str) -> None:
    done = runner.run("Run factlint", BIN=here, **inputs)
    code = done.returncode or int(runner.outputs()["exit-code"])
    assert code == 2
    assert words in done.stdout + done.stderr


@needs_bash
@pytest.mark.parametrize(("code", "expected"), [("1", 1), ("2", 2), ("", 2)])
def test_the_last_step_fails_with_the_saved_code(runner: Runner, code: str, expected: int) -> None:
    assert runner.run("Pass on the exit code", CODE=code).returncode == expected


@needs_bash
def test_the_step_that_installs_and_the_one_that_runs_work_together(runner: Runner) -> None:
    installed = runner.run("Install factlint")
    assert installed.returncode == 0, installed.stderr
    folder = runner.outputs()["bin"]
    assert folder.startswith(str(runner.folder))
    done = runner.run("Run factlint", BIN=folder)
    assert runner.outputs()["exit-code"] == "1", done.stderr
    assert "::warning title=factlint (attribution/weasel)" in done.stdout


GITLAB_JOB = {
    "after_script", "allow_failure", "artifacts", "before_script", "cache", "dependencies", "environment", "extends",
    "image", "interruptible", "needs", "parallel", "resource_group", "retry", "rules", "script", "services", "stage",
    "tags", "timeout", "variables", "when",
}  # fmt: skip
GITLAB_ARTIFACTS = {
    "exclude",
    "expire_in",
    "expose_as",
    "name",
    "paths",
    "public",
    "access",
    "reports",
    "untracked",
    "when",
}
"""The keywords of GitLab's CI/CD YAML reference."""


def test_the_gitlab_job_has_only_keywords_that_gitlab_knows() -> None:
    [(name, job)] = yaml(CI / "gitlab-ci.yml").items()
    assert name == "factlint"
    assert set(job) <= GITLAB_JOB
    assert set(job["artifacts"]) <= GITLAB_ARTIFACTS
    report = job["artifacts"]["reports"]["codequality"]
    [command] = job["script"]
    assert f"-o gitlab={report}" in command


def commands() -> list[str]:
    hooks = [hook["entry"] for hook in yaml(ROOT / ".pre-commit-hooks.yaml")]
    return [*yaml(CI / "gitlab-ci.yml")["factlint"]["script"], *hooks]


@pytest.mark.parametrize("command", commands())
def test_every_command_in_the_examples_is_one_that_factlint_knows(command: str) -> None:
    words = shlex.split(command)
    assert words[0] == "factlint"
    if words[1] == "check":
        skip_without({word.partition("=")[0] for word in words if word.startswith("--")})
        values = _parser().parse([word.replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "main") for word in words[2:]])
        assert {output.partition("=")[0] for output in values.output} <= REPORTERS.keys()


def test_the_options_that_the_action_uses_are_ones_that_factlint_knows() -> None:
    script = step("Run factlint")["run"]
    assert set(re.findall(r'-o "?(\w+)', script)) <= REPORTERS.keys()
    skip_without(set(re.findall(r"--[a-z-]+", script)))


def skip_without(flags: set[str]) -> None:
    """Fail for options that `factlint check` does not know; skip for those of configurations and of histories."""
    missing = flags - {flag for each in _parser()._actions for flag in each.option_strings}
    assert missing <= {"--config", "--since"}
    if missing:
        pytest.skip(f"factlint check has no {' and no '.join(sorted(missing))} in this version")


def test_the_hooks_in_the_pre_commit_example_are_those_of_the_project() -> None:
    [repository] = yaml(CI / "pre-commit-config.yaml")["repos"]
    hooks = {hook["id"] for hook in yaml(ROOT / ".pre-commit-hooks.yaml")}
    assert {hook["id"] for hook in repository["hooks"]} == hooks == {"factlint", "factlint-project", "factlint-rules"}


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    workflow = yaml(CI / "github-workflow.yml")
    assert workflow["on"] == "pull_request"
    [*_, used] = workflow["jobs"]["factlint"]["steps"]
    assert set(used["with"]) <= set(action()["inputs"])
