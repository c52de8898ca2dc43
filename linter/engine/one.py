"""One article from its path to its packed report: whatever happens to it, the others go on."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from linter.core.errors import FactlintError, UnreadableError
from linter.core.packed import pack
from linter.core.problem import Problem
from linter.core.read import decode, digest_of
from linter.core.report import Report
from linter.engine.files import read_bytes
from linter.engine.job import Job, Outcome, Target
from linter.engine.meta import unreadable
from linter.engine.results import Result, write_result

SECONDS, SECONDS_PER_MIB = 60, 60
"""Time that one article may take: a thousand times what an article of its size needs."""


class TooSlowError(FactlintError):
    """An article took longer than it may."""


def lint_target(target: Target, job: Job, keeps: bool) -> Outcome:
    """Read and lint one article; its report is kept in the cache if `keeps`.

    An article that cannot be read, takes too long or trips the program over is told as such, with a problem.
    """
    path, digest = target.printed, ""
    try:
        data = read_bytes(target.path) if target.data is None else target.data
        digest = digest_of(data)
        with _limit(SECONDS + SECONDS_PER_MIB * len(data) / 1024 / 1024):
            linted = job.lint(decode(path, data))
            packed = pack(linted.report, path)
    except (UnreadableError, TooSlowError) as error:
        return failed(path, str(error))
    except FactlintError:
        raise
    except Exception as error:  # a fault of ours; it must not hide what the other articles hold
        return _tripped(path, error)
    if keeps and not linted.broken:
        write_result(job, path, digest, data, Result(packed, linted.declared, linted.extract))
    return Outcome(path, packed, digest, data, linted.broken, linted.extract)


def failed(path: str, reason: str, hint: str = "") -> Outcome:
    """The outcome of an article that was not linted: a diagnostic and a problem, which makes the exit code 2."""
    report = Report((unreadable(path, reason),), problems=(Problem(path, 1, 1, reason, hint),))
    return Outcome(path, pack(report, path))


def _tripped(path: str, error: Exception) -> Outcome:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    words = " ".join(str(error).split())[:200]
    reason = f"factlint could not lint this article: {type(error).__name__}: {words}{place}"
    return failed(path, reason, "this is a fault of factlint; please report it, with the article if you can")


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in the block when its time is over, where the platform and the thread allow it."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_signal: int, _frame: object) -> None:
        raise TooSlowError(f"not done after {seconds:.0f} s; the article, or a rule, takes too long")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
