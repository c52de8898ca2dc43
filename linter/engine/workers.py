"""Sharing articles out to processes: chunks of about the same size, outcomes in the order of the articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from msgspec.structs import replace

from linter.core.errors import FactlintError
from linter.engine.job import Job, Outcome, Target, size_of
from linter.engine.one import lint_target

CHUNKS_A_JOB = 8
"""Chunks that each process gets, if there is work enough: the last ones level out what the others took longer."""

LARGEST, MOST = 1024 * 1024, 200
"""Bytes of a chunk at most (one article can be larger), and articles in it at most."""

MOST_JOBS = 61 if sys.platform == "win32" else 1024
"""Processes at most: Windows cannot wait for more at a time."""


class _Worker:
    """What one worker process works with."""

    job: Job
    keeps: bool


def lint_in_processes(
    targets: Sequence[Target], job: Job, *, jobs: int, keeps: bool
) -> Generator[tuple[Outcome, ...], None, None]:
    """The outcomes of the targets, in their order, by the chunk; processes end with the iterator.

    Raises FactlintError if a process dies. Where processes are made by fork they share what the job has loaded; made in
    another way they load it for themselves, and come to the same. A program that uses this one as a library can have
    chosen how processes are made (`multiprocessing.set_start_method`), as it must where it has threads.
    """
    chosen = multiprocessing.get_start_method(allow_none=True)
    context = multiprocessing.get_context(chosen or ("fork" if sys.platform == "linux" else "spawn"))
    others = set(multiprocessing.active_children())
    chunks = chunked(targets, jobs)
    pool = ProcessPoolExecutor(min(jobs, len(chunks), MOST_JOBS), context, _begin, (job, keeps))
    try:
        with _ended_by_sigterm():
            waiting = deque(pool.submit(_lint_chunk, chunk) for chunk in chunks)
            while waiting:
                yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise FactlintError("a process that was linting has died; run with --jobs 1 to see why") from error
    finally:
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        # The pool's own thread waits for its processes; until it is done they can still count as running.
        pool.shutdown(wait=True, cancel_futures=True)


def chunked(targets: Sequence[Target], jobs: int) -> list[tuple[Target, ...]]:
    """The targets in chunks of about the same number of bytes, in order."""
    sizes = [size_of(target) for target in targets]
    room = min(sum(sizes) // (jobs * CHUNKS_A_JOB), LARGEST)
    chunks: list[list[Target]] = []
    filled = 0
    for target, size in zip(targets, sizes, strict=True):
        if not chunks or filled + size > room or len(chunks[-1]) >= MOST:
            chunks.append([])
            filled = 0
        chunks[-1].append(target)
        filled += size
    return [tuple(chunk) for chunk in chunks]


def _begin(job: Job, keeps: bool) -> None:
    """Make a worker process: Ctrl-C ends it without a word, and so does the end of the process that made it."""
    _Worker.job, _Worker.keeps = job, keeps
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _lint_chunk(targets: Sequence[Target]) -> tuple[Outcome, ...]:
    # The content of an article is not sent back: it is larger than all that is said of it.
    return tuple(replace(lint_target(target, _Worker.job, _Worker.keeps), data=None) for target in targets)


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """Let SIGTERM end the workers of this process with it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _frame: object) -> None:
    # Nothing is raised: in the middle of a fork an exception would be lost. A worker that is not known yet ends itself.
    for child in multiprocessing.active_children():
        child.terminate()
    os._exit(128 + number)
