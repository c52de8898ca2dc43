"""The wheel, in an environment of its own, lints with its own rules; pre-commit runs the hook."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "belarus-top-diplomat.txt"
GOOD = "The ferry to Barra will sail again on 3 May 2025, the port authority said.\n"
BAD = "Many experts say that the ferry to Barra is slow.\n"


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "FACTLINT_"))}
    return subprocess.run(
        list(map(str, command)), cwd=folder, env=kept, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_wheel_lints_in_a_fresh_environment(tmp_path: Path) -> None:
    built = run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", tmp_path, ROOT, folder=tmp_path)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("factlint-*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    bin_folder = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    installed = run(bin_folder / "python", "-m", "pip", "install", "--quiet", wheel, folder=tmp_path)
    assert installed.returncode == 0, installed.stderr
    shutil.copy(EXAMPLE, tmp_path)
    done = run(bin_folder / "factlint", "check", EXAMPLE.name, folder=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "warning[polls/unnamed-pollster]" in done.stdout
    page = run(bin_folder / "factlint", "check", EXAMPLE.name, "-o", "html", folder=tmp_path)
    assert page.returncode == 1, page.stderr
    assert ":root {" in page.stdout, "the wheel holds the style of the page"
    assert '"use strict";' in page.stdout, "the wheel holds the script of the page"
    assert run(bin_folder / "factlint", "test", "polls", folder=tmp_path).returncode == 0
    assert "linter/_rules/config-schema.json" in ZipFile(wheel).namelist()
    settings = run(bin_folder / "factlint", "config", "show", "--extends", "strict", folder=tmp_path)
    assert '"low"  (profile strict)' in settings.stdout, settings.stderr


RULE = """\
id: house/fax
title: Fax
level: warning
confidence: high
check: pattern
phrases: [by fax]
message: '"{text}" is of the past'
docs: Nobody faxes.
examples:
  - {bad: Send it by fax., expect: [{text: by fax}]}
  - {bad: It came by fax., expect: [{text: by fax}]}
  - {good: None.}
  - {good: Neither.}
"""
PACK = "name: house\ntitle: House\ndescription: Ours.\nversion: 1.0.0\nlicense: MIT\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("clean", [True, False], ids=["clean", "faulty"])
def test_pre_commit_runs_the_three_hooks(tmp_path: Path, clean: bool) -> None:
    """One environment for all three: pre-commit makes one for each call of `try-repo`, not for each hook."""
    git = ("git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    run(*git, "init", "--quiet", folder=tmp_path)
    rules = tmp_path / "desk" / "rules" / "house"
    rules.mkdir(parents=True)
    (rules / "pack.yaml").write_text(PACK, encoding="utf-8")
    (rules / "fax.yaml").write_text(RULE if clean else RULE.replace("phrases: [by fax]", "phrases: [by owl]"))
    (tmp_path / "wire").mkdir()
    for name in ("good.md", "changed.md", "wire/other.html"):
        faulty = name != "good.md" and not clean
        (tmp_path / name).write_text(BAD if faulty else GOOD, encoding="utf-8")
    run(*git, "add", ".", folder=tmp_path)
    changed = ("changed.md", "good.md", "desk/rules/house/fax.yaml", "desk/rules/house/pack.yaml")
    done = run(
        *(sys.executable, "-m", "pre_commit", "try-repo", ROOT, "--verbose", "--color", "never", "--files", *changed),
        folder=tmp_path,
    )
    assert done.returncode == (0 if clean else 1), done.stdout + done.stderr
    assert hook_results(done.stdout) == dict.fromkeys(
        ("factlint", "factlint-project", "factlint-rules"), "Passed" if clean else "Failed"
    )
    told = parted(done.stdout)
    if clean:
        assert "4 examples passed, 0 failed" in told["factlint-rules"]
    else:
        assert "changed.md:1:1: warning[attribution/weasel]" in told["factlint"]
        assert "wire/other.html" not in told["factlint"]
        assert "wire/other.html:1:1: warning[attribution/weasel]" in told["factlint-project"]
        assert "FAIL house/fax" in told["factlint-rules"]
    assert "good.md:" not in done.stdout


def parted(output: str) -> dict[str, str]:
    """What pre-commit prints for each hook, by the hook's id."""
    parts = re.split(r"(?m)^(?=.*\.\.\.(?:Passed|Failed|\(no files to check\)Skipped)$)", output)
    return {found[1]: part for part in parts if (found := re.search(r"(?m)^- hook id: (\S+)$", part))}


def hook_results(output: str) -> dict[str, str]:
    """How each hook ended, by its id."""
    return {hook: part.splitlines()[0].rpartition(".")[2] for hook, part in parted(output).items()}
