"""A run over any number of articles: what is known is taken from the cache, the rest is linted, in order.

A file costs the same however many there are: its content is let go of once it is linted, and of its report only the
packed form is kept, and a small extract by which it can be compared with others, in the one process that sees all:
of many files these lie in a temporary file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing

from msgspec import Struct
from msgspec.structs import replace

from linter.core.errors import UnreadableError
from linter.core.packed import pack
from linter.core.problem import Problem
from linter.core.read import digest_of
from linter.core.spool import Spool
from linter.engine.files import can_be_read_again, read_bytes
from linter.engine.job import Job, Outcome, Target
from linter.engine.results import read_comparison, read_result, write_comparison
from linter.engine.walk import STANDARD_INPUT

KEPT = 1024 * 1024
"""Bytes of articles that are kept for code frames; what is beyond is read again where a frame is drawn."""

ROOM = 1024 * 1024
"""Bytes of reports and extracts that are kept in memory; what is beyond is put aside, in a file."""

WORTH = 1.0
"""Seconds of work left for which more processes pay, if nobody says how many there should be."""

SAMPLE = 4
"""Articles by which the time of the others is judged."""


class Manner(Struct, frozen=True):
    """How a run goes about its work; none of it changes the results.

    `jobs` is the number of processes, 0 for as many as pay. `keeps` says whether the result cache is used. `told` is
    called with the number of articles done and of all, in the process that runs.
    """

    jobs: int = 0
    keeps: bool = True
    told: Callable[[int, int], None] | None = None


class Run(Struct, frozen=True):
    """What came of a run: an outcome for each article, in order of their printed paths, and mistakes in users' files.

    `compared` is the packed report on what articles say against each other, empty where they were not compared. Where
    every report was known, nothing was loaded, and the files have no mistakes: with mistakes nothing is kept.
    """

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...] = ()
    compared: bytes = b""


def targets_of(paths: Iterable[str], stdin_filename: str) -> tuple[Target, ...]:
    """The paths as targets, in order of what is printed; standard input is read by whoever lints it."""
    named = ((path, stdin_filename if path == STANDARD_INPUT else path) for path in paths)
    return tuple(sorted((Target(*each) for each in named), key=lambda target: target.printed))


def run(targets: Sequence[Target], job: Job, manner: Manner) -> Run:
    """Lint the targets; raises FactlintError for what makes the whole run impossible."""
    outcomes: list[Outcome | None] = [None] * len(targets)
    progress = _Progress(len(targets), manner.told)
    budget = _Budget(KEPT, ROOM)
    missing: dict[int, Target] = {}
    for index, given in enumerate(targets):
        target = given if given.data is not None or can_be_read_again(given.path) else _read_once(given)
        known = _known(target, job) if manner.keeps else None
        if known is None:
            missing[index] = target
        else:
            outcomes[index] = budget.kept(known, target)
            progress.advance()
    # Where no article was linted, neither now nor before, the user's files have not been looked at.
    mistakes = job.prepare() if missing or not any(outcome and outcome.digest for outcome in outcomes) else ()
    keeps = manner.keeps and not mistakes and not job.remarks
    with closing(_linted(tuple(missing.values()), job, manner, keeps=keeps)) as linted:
        for index, outcome in zip(missing, linted, strict=True):
            outcomes[index] = budget.kept(outcome, missing[index])
            progress.advance()
    done = tuple(outcome for outcome in outcomes if outcome is not None)
    return Run(done, mistakes, _compared(done, job, keeps=keeps))


def _compared(outcomes: Sequence[Outcome], job: Job, *, keeps: bool) -> bytes:
    extracts = [(outcome.path, outcome.extract) for outcome in outcomes if outcome.extract]
    if len(extracts) < 2:
        return b""
    packed = read_comparison(job, extracts) if keeps else None
    if packed is None:
        packed = pack(job.compare(extracts), "")
        if keeps and not any(outcome.broken for outcome in outcomes):
            write_comparison(job, extracts, packed)
    return packed


def _read_once(target: Target) -> Target:
    """A target whose content comes only once, with it; without, where it cannot be read, as whoever lints it tells."""
    try:
        return replace(target, data=read_bytes(target.path))
    except UnreadableError:
        return target


def _known(target: Target, job: Job) -> Outcome | None:
    """The outcome that is known without linting: the report is in the cache, or the file cannot be read."""
    try:
        data = read_bytes(target.path) if target.data is None else target.data
    except UnreadableError as error:
        from linter.engine.one import failed

        return failed(target.printed, str(error))
    digest = digest_of(data)
    result = read_result(job, target.printed, digest, data)
    return Outcome(target.printed, result.packed, digest, data, (), result.extract) if result is not None else None


def _linted(targets: Sequence[Target], job: Job, manner: Manner, *, keeps: bool) -> Generator[Outcome, None, None]:
    """The outcomes of all targets in order: the first from this process, the rest from several where that pays.

    This process has then loaded what most articles need, and the processes made from it share that; and it knows how
    long an article takes.
    """
    if not targets:
        return
    from linter.engine.one import lint_target

    jobs = manner.jobs or _processors()
    alone = _Alone(asked=bool(manner.jobs))
    for index, target in enumerate(targets):
        if jobs > 1 and alone.is_slow(len(targets) - index):
            from linter.engine.workers import lint_in_processes

            with closing(lint_in_processes(targets[index:], job, jobs=jobs, keeps=keeps)) as chunks:
                for chunk in chunks:
                    yield from chunk
            return
        yield lint_target(target, job, keeps)
        alone.count()


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Alone:
    """Watches one process at work, and tells when others would pay."""

    def __init__(self, asked: bool) -> None:
        self._asked = asked
        self._done = 0
        self._began = 0.0

    def count(self) -> None:
        """One more article is done; the time of the first, for which everything is loaded, does not count."""
        self._done += 1
        if self._done == 1:
            self._began = time.perf_counter()

    def is_slow(self, left: int) -> bool:
        """Whether the articles that are left would take so long that starting processes pays."""
        if self._done == 0 or left < 2:
            return False
        if self._asked:
            return True
        counted = self._done - 1
        return counted >= SAMPLE and left * (time.perf_counter() - self._began) / counted > WORTH


class _Budget:
    """Keeps the content of articles until so many bytes are kept, and puts the rest of their outcomes aside."""

    def __init__(self, bytes_left: int, room: int) -> None:
        self._left = bytes_left
        self._spool = Spool(room)

    def kept(self, outcome: Outcome, target: Target) -> Outcome:
        """The outcome, without its content where the budget is used up and it can be read again."""
        packed, extract = self._spool.put(bytes(outcome.packed)), self._spool.put(bytes(outcome.extract))
        return self._with_content(replace(outcome, packed=packed, extract=extract), target)

    def _with_content(self, outcome: Outcome, target: Target) -> Outcome:
        if target.data is not None:  # it cannot be read again; another process has not sent it back
            return replace(outcome, data=target.data) if outcome.digest else outcome
        if outcome.data is None:
            return outcome
        self._left -= len(outcome.data)
        return outcome if self._left >= 0 else replace(outcome, data=None)


class _Progress:
    def __init__(self, total: int, told: Callable[[int, int], None] | None) -> None:
        self._total = total
        self._told = told
        self._done = 0

    def advance(self) -> None:
        """One more article is done."""
        self._done += 1
        if self._told is not None:
            self._told(self._done, self._total)
