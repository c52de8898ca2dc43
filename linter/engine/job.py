"""What a run does with each article, as those see it who read files, share out work and keep results."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.core.spool import Kept


class Linted(Struct, frozen=True):
    """What came of one article.

    `declared` are the documents that it names as its sources, as it names them: its report depends on them. `broken`
    are rules that could not do their work, by id: what the report says then depends on more than the article. `extract`
    is what is kept of it to compare it with others, in bytes; empty where it says nothing that can be compared.
    """

    report: Report
    declared: tuple[str, ...] = ()
    broken: tuple[tuple[str, Problem], ...] = ()
    extract: bytes = b""


class Job(Protocol):
    """Lints articles one at a time, and compares what is kept of them at the end.

    A job loads what it needs when it is first asked to, not before: a run whose results are all known never loads it.
    It can be pickled, for processes that share no memory.
    """

    @property
    def today(self) -> str:
        """The day of the run, as YYYY-MM-DD, by which suppressions in articles have expired or not."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth saying of the settings; only who loads everything can say it, so then nothing is kept."""

    def fingerprint(self, path: str) -> str:
        """All that the report on an article of this path depends on, besides its name, its bytes and this program."""

    def prepare(self) -> tuple[Problem, ...]:
        """Load everything; returns the mistakes in the user's files, raises FactlintError where nothing can be done."""

    def lint(self, source: Source) -> Linted:
        """The report on one article."""

    def compare(self, extracts: Sequence[tuple[str, Kept]]) -> Report:
        """What the articles of a run say against each other, from the paths and extracts of those that have one."""


class Target(Struct, frozen=True):
    """An article to lint: the path to read (`-` is standard input), and the one to print.

    `data` is its content where that was read already and can be read only once.
    """

    path: str
    printed: str
    data: bytes | None = None


class Outcome(Struct, frozen=True):
    """What came of one target, small: `packed` is its report as `linter.core.packed` writes it.

    `digest` is that of the file's bytes, empty where it could not be read; `data` are the bytes, where they were kept.
    `extract` is what other articles are compared with. A run of many articles puts the bytes of both aside.
    """

    path: str
    packed: Kept
    digest: str = ""
    data: bytes | None = None
    broken: tuple[tuple[str, Problem], ...] = ()
    extract: Kept = b""


def size_of(target: Target) -> int:
    """Bytes of an article; 0 where it cannot be told."""
    if target.data is not None:
        return len(target.data)
    try:
        return os.stat(target.path).st_size
    except OSError:
        return 0
