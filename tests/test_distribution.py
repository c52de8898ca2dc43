"""The wheel, in an environment of its own, lints with its own rules; pre-commit runs the hook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

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


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    git = ("git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    run(*git, "init", "--quiet", folder=tmp_path)
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    run(*git, "add", ".", folder=tmp_path)
    hook = (sys.executable, "-m", "pre_commit", "try-repo", ROOT, "factlint", "--files")
    failed = run(*hook, "bad.md", "good.md", folder=tmp_path)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "bad.md:1:1: warning[attribution/weasel]" in failed.stdout
    assert "good.md:" not in failed.stdout
    passed = run(*hook, "good.md", folder=tmp_path)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout
