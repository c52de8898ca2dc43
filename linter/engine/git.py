"""The only module that runs git: what it prints for a few questions, and nothing that a repository could make it do."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from linter.core.errors import UsageError
from linter.core.problem import did_you_mean

TIMEOUT = 120
"""Seconds after which a git that does not answer is stopped."""

KEPT = frozenset(
    "GIT_DIR GIT_WORK_TREE GIT_COMMON_DIR GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES"
    " GIT_CEILING_DIRECTORIES GIT_DISCOVERY_ACROSS_FILESYSTEM GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM"
    " GIT_CONFIG_COUNT".split()
)
"""Variables that say where a repository is, as git sets them for its hooks; all others of git's are left out."""

SAFETY = {
    "GIT_OPTIONAL_LOCKS": "0",  # no index is written, and no hook of index changes run
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # nothing is fetched
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
OPTIONS = (
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.quotePath=false",
    "-c",
    f"diff.orderFile={os.devnull}",
)
"""What keeps the configuration of a repository from naming programs to run."""


class Answer(Struct, frozen=True):
    """What git printed, what it complained of, and whether it did what it was asked."""

    output: bytes
    complaint: str
    done: bool


def ask(arguments: Sequence[str], folder: str) -> Answer:
    """Run git in a folder, without a shell; raises UsageError where there is no git or it does not answer in time."""
    import subprocess

    command = (_program(), *OPTIONS, *_unfiltered(folder), *arguments)
    try:
        run = subprocess.run(  # noqa: S603 - no shell, and every word is ours or a checked object name
            command,
            cwd=folder,
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"git did not answer within {TIMEOUT} seconds") from error
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror or error}") from error
    return Answer(run.stdout, run.stderr.decode("utf-8", "replace").strip(), run.returncode == 0)


def demand(arguments: Sequence[str], folder: str) -> bytes:
    """What git prints; raises UsageError with its complaint where it fails."""
    answer = ask(arguments, folder)
    if not answer.done:
        raise UsageError(f"git {arguments[0]} failed: {answer.complaint or 'no reason given'}")
    return answer.output


def top_folder(folder: str) -> str:
    """The root of the work tree that a folder is in; raises UsageError where it is in none."""
    answer = ask(("rev-parse", "--show-toplevel"), folder)
    if not answer.done:
        told = "is in no git repository" if "not a git repository" in answer.complaint else answer.complaint
        raise UsageError(f"{folder}: {told}; --since and --staged need one")
    return os.path.realpath(os.fsdecode(answer.output.removesuffix(b"\n")))


def commit_of(reference: str, folder: str) -> str:
    """The full name of the commit that a branch, tag or other reference means; raises UsageError for none."""
    if not reference or reference.startswith("-") or "\0" in reference:
        raise UsageError(f"{reference!r} is no git reference; write a branch, a tag or a commit")
    answer = ask(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"), folder)
    if answer.done:
        return answer.output.decode("ascii").strip()
    listed = ask(("for-each-ref", "--format=%(refname:short)"), folder).output.decode("utf-8", "replace")
    hint = did_you_mean(reference, listed.split()) or "fetch it first, or write a branch, a tag or a commit"
    raise UsageError(f"git knows no commit {reference!r}; {hint}")


@lru_cache(maxsize=1)
def _program() -> str:
    import shutil

    found = shutil.which("git")
    # On some platforms the current folder is searched too, and that is the linted one.
    if found is None or os.path.dirname(os.path.abspath(found)) == os.getcwd():
        raise UsageError("git is not installed; --since and --staged need it")
    return found


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
    plain = {name: value for name, value in given.items() if not name.startswith("GIT_")}
    return {**plain, **{n: v for n, v in given.items() if n in KEPT or n.startswith(kept)}, **SAFETY}


@lru_cache(maxsize=8)
def _unfiltered(folder: str) -> tuple[str, ...]:
    """Options that empty every content filter, which the configuration names as programs."""
    import subprocess

    command = (_program(), *OPTIONS, "config", "--null", "--name-only", "--get-regexp", r"^filter\.")
    run = subprocess.run(  # noqa: S603 - fixed words
        command, cwd=folder, env=_environment(os.environ), capture_output=True, timeout=TIMEOUT, check=False
    )
    names = sorted({key.rpartition(".")[0] for key in os.fsdecode(run.stdout).split("\0") if key})
    keys = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
    return tuple(word for name in names for key, value in keys for word in ("-c", f"{name}.{key}={value}"))
