"""The only module that runs git: what it prints for a few questions, and nothing that a repository could make it do."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import IO

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


class Entry(Struct, frozen=True):
    """What the index holds at a path: the mode, in octal figures, and the name of the object.

    Both are empty where a merge has left several objects and nobody has chosen.
    """

    mode: str = ""
    name: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file, and no link or submodule."""
        return self.mode.startswith("100")

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link; the object is the path that it leads to."""
        return self.mode == "120000"


def ask(arguments: Sequence[str], folder: str, *, given: bytes = b"", out: IO[bytes] | None = None) -> Answer:
    """Run git in a folder, without a shell; raises UsageError where there is no git or it does not answer in time.

    `given` is what it reads from standard input; what it prints goes to `out`, where there is such a file.
    """
    import subprocess

    command = (_program(), *OPTIONS, *_unfiltered(folder), *arguments)
    try:
        run = subprocess.run(  # noqa: S603 - no shell, and every word is ours or a checked object name
            command,
            cwd=folder,
            env=_environment(os.environ),
            input=given,
            stdout=subprocess.PIPE if out is None else out,
            stderr=subprocess.PIPE,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"git did not answer within {TIMEOUT} seconds") from error
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror or error}") from error
    return Answer(run.stdout or b"", run.stderr.decode("utf-8", "replace").strip(), run.returncode == 0)


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


def index_of(root: str) -> dict[str, Entry]:
    """What is staged for the next commit, by path relative to the root of the work tree."""
    rows = demand(("ls-files", "--stage", "-z", "--"), root).split(b"\0")
    entries: dict[str, Entry] = {}
    for row in filter(None, rows):
        told, _, path = row.partition(b"\t")
        mode, name, stage = told.decode("ascii").split(" ")
        entries[os.fsdecode(path)] = Entry(mode, name) if stage == "0" else Entry()
    return entries


def contents(names: Sequence[str], folder: str, largest: int) -> dict[str, bytes | None]:
    """The contents of objects by their names: None for those of more than `largest` bytes, nothing for missing ones.

    However many there are, one process tells of them all: asked by their names, so that no path can be misread, and
    answering into a file, so that no object need fit into memory. Raises UsageError where git gives up.
    """
    from tempfile import TemporaryFile

    question = "".join(f"{name}\n" for name in names).encode("ascii")
    with TemporaryFile(prefix="factlint-") as answers:
        answer = ask(("cat-file", "--batch"), folder, given=question, out=answers)
        if not answer.done:
            raise UsageError(f"git cat-file failed: {answer.complaint or 'no reason given'}")
        answers.seek(0)
        return dict(_objects(answers, largest))


def _objects(answers: IO[bytes], largest: int) -> Iterator[tuple[str, bytes | None]]:
    """The objects that `git cat-file --batch` has printed: a line with name, kind and size, the content, a line end."""
    while header := answers.readline():
        name, *told = header.decode("ascii").split()
        if len(told) < 2:  # `NAME missing`
            continue
        size = int(told[1])
        after = answers.tell() + size + 1
        yield name, answers.read(size) if size <= largest else None
        answers.seek(after)


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
