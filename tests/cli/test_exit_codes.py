"""The exit codes: 0 clean, 1 findings, 2 the job could not be done, 130 interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linter.cli.main import main

CLEAN = "# Ferry back in service\n\nThe ferry will sail again on 3 May 2025, the port authority said.\n"
NOTE = "# Ferry back in service\n\nIt remains to be seen whether the ferry sails on 3 May 2025.\n"
WARNING = "# Ferry back in service\n\nMany experts say that the ferry is slow. It will sail on 3 May 2025.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("clean.md", CLEAN), ("note.md", NOTE), ("warning.md", WARNING)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "clean.md"], 0),
        (["check", "warning.md"], 1),
        (["check", "note.md"], 0),
        (["check", "note.md", "--fail-level", "note"], 1),
        (["check", "warning.md", "--fail-level", "error"], 0),
        (["check", "warning.md", "--exit-zero"], 0),
        (["check", "warning.md", "--ignore", "attribution/"], 0),
        (["check", "warning.md", "-o", "sarif"], 1),
        (["check", "warning.md", "-o", "json=out.json"], 1),
        (["check", "missing.md"], 2),
        (["check", "missing.md", "--exit-zero"], 2),
        (["check", "--nonsense"], 2),
        (["check", "clean.md", "--select", "pols/"], 2),
        (["check", "clean.md", "-o", "xml"], 2),
        (["check", "clean.md", "--date", "2025-02-30"], 2),
        (["check", "clean.md", "-o", "json=no/such/folder/out.json"], 2),
        (["check", "clean.md", "--rules", "nowhere"], 2),
        (["check", "clean.md", "-j", "2"], 0),
        (["check", "warning.md", "--no-cache", "--exclude", "clean.md"], 1),
        (["check", "warning.md", "--exclude", "warning.md"], 0),
        (["check", "warning.md", "--exclude", "warning.md", "--no-force-exclude"], 1),
        (["check", "--extend-exclude", "*.md"], 2),
        (["check", ".", "--exit-zero"], 0),
        (["check", "clean.md", "-j", "many"], 2),
        (["check", "missing.md", "--watch"], 2),
        (["cache", "dir"], 0),
        (["cache"], 2),
        (["cache", "burn"], 2),
        (["chekc", "clean.md"], 2),
        ([], 2),
        (["--help"], 0),
        (["--version"], 0),
        (["rule", "attribution/weasel"], 0),
        (["rule", "attribution/weasle"], 2),
        (["annotate", "clean.md"], 0),
        (["annotate", "missing.md"], 2),
        (["test", "nowhere"], 2),
    ],
)
def test_exit_code(folder: Path, arguments: list[str], code: int) -> None:
    assert main(arguments) == code


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["check", "--fail-levle", "note"], "--fail-level"),
        (["check", "clean.md", "--select", "attribution/weasle"], "attribution/weasel"),
        (["check", "clean.md", "-o", "sarfi"], "sarif"),
        (["anotate", "clean.md"], "annotate"),
        (["rule", "attribution/weasle"], "attribution/weasel"),
    ],
)
def test_a_mistyped_word_is_told_with_the_one_that_could_be_meant(
    arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert f"did you mean {hint!r}?" in capsys.readouterr().err


def test_files_that_cannot_be_read_do_not_hide_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "latin.txt").write_bytes(b"caf\xe9 au lait")
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "empty").mkdir()
    assert main(["check", "latin.txt", "picture.md", "missing.md", "empty", "warning.md"]) == 2
    told = capsys.readouterr()
    assert "warning.md:3:1: warning[attribution/weasel]" in told.out
    for name in ("latin.txt", "picture.md", "missing.md", "empty"):
        assert f"{name}:1:1: error[meta/unreadable]" in told.out
        assert name in told.err


def test_a_folder_is_read_with_all_that_is_below_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "page.html").write_text("<h1>Ferry</h1><p>Some observers say so.</p>", encoding="utf-8")
    (folder / "deep" / "code.py").write_text("Many experts say", encoding="utf-8")
    assert main(["check", "."]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines if "weasel" in line] == ["deep/er/page.html", "warning.md"]


def run(*arguments: str, text: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "linter", *arguments],
        input=text,
        capture_output=True,
        env={**os.environ, **environment},
    )


def test_standard_input_is_an_article_of_the_given_name() -> None:
    done = run("check", "-", "--stdin-filename", "wire/page.html", text=b"<p>Many experts say <b>no</b>.</p>")
    assert done.returncode == 1
    assert b"wire/page.html:1:4: warning[attribution/weasel]" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    (folder / "long.md").write_text("Many experts say no.\n\n" * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "linter", "check", str(folder / "long.md")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() in (0, 141)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_is_130() -> None:
    # What is started in the background of a script inherits that interrupts are ignored.
    with subprocess.Popen(
        [sys.executable, "-m", "linter", "check", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_process_ends_with_its_code_when_everything_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    sentences = (f"Many experts say that ferry {number} is slow.\n\n" for number in range(1000))
    Path("long.md").write_text("".join(sentences), encoding="utf-8")
    arguments = ["check", "long.md", "clean.md", "-o", "concise", "--no-cache", jobs]
    run = subprocess.run(
        [sys.executable, "-m", "linter", *arguments],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
    )
    assert main(arguments) == run.returncode == 1
    told = capsys.readouterr()
    assert run.stdout == told.out
    assert run.stderr == told.err
    assert run.stdout.count("attribution/weasel") == 1000


@pytest.mark.parametrize("encoding", ["ascii", "cp1252:strict"])
@pytest.mark.parametrize("output", ["full", "json"])
def test_no_encoding_of_the_console_ends_a_run(folder: Path, encoding: str, output: str) -> None:
    text = "Many “experts” say that “naïve” 😀 ferries are slow. Many experts say so.\n"
    (folder / "odd é 😀.md").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "linter", "check", "odd é 😀.md", "-o", output, "--no-cache"],
        capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert b"attribution/weasel" in done.stdout
    printed = done.stdout.decode(encoding.partition(":")[0])
    assert "\\U0001f600" in printed or "\\ud83d" in printed
