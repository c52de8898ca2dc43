"""Processes that share the work: they change nothing, and none of them is left over."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from linter.core.errors import FactlintError
from linter.engine.job import Target
from linter.engine.run import Manner, run
from linter.engine.workers import chunked
from tests.engine.conftest import Repeats
from tests.engine.running import lint, told, write

pytestmark = pytest.mark.usefixtures("folder")
fork_only = pytest.mark.skipif(sys.platform != "linux", reason="processes are made by fork there")


@pytest.mark.parametrize("jobs", [2, 4])
def test_processes_change_nothing(jobs: int) -> None:
    texts = {f"a{number:03}": f"word{number} word{number} " * (number % 7 + 1) * 50 for number in range(60)}
    targets = write(**texts)
    alone = lint(targets, Repeats(), jobs=1, keeps=False)
    shared = lint(targets, Repeats(), jobs=jobs, keeps=False)
    assert told(alone) == told(shared)
    assert [outcome.path for outcome in shared.outcomes] == sorted(f"{name}.md" for name in texts)
    assert [replace_data(outcome) for outcome in shared.outcomes] == [replace_data(o) for o in alone.outcomes]


def replace_data(outcome: object) -> object:
    from msgspec.structs import replace

    return replace(outcome, data=None)  # type: ignore[type-var]


def test_processes_keep_their_results_too() -> None:
    targets = write(**{f"a{number}": f"word{number} " * 2 for number in range(20)})
    lint(targets, Repeats(), jobs=2)
    job = Repeats()
    lint(targets, job)
    assert job.linted == []


def test_a_process_that_dies_ends_the_run_as_an_error() -> None:
    before = multiprocessing.active_children()
    with pytest.raises(FactlintError, match="has died"):
        lint(write(a="one one", b="die here WORKER", c="two two"), Repeats(), jobs=2)
    assert multiprocessing.active_children() == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_the_run_and_its_processes(jobs: int) -> None:
    texts = {f"a{number}": "text" for number in range(8)}
    with pytest.raises(KeyboardInterrupt):
        run(write(**texts), Repeats(), Manner(jobs, keeps=False, told=interrupt_at_the_third))
    assert multiprocessing.active_children() == []


def interrupt_at_the_third(done: int, total: int) -> None:
    if done == 3:
        raise KeyboardInterrupt


@fork_only
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_run(sent: signal.Signals, folder: Path) -> None:
    targets = [f"a{number}.md" for number in range(4)]
    write(**{name.removesuffix(".md"): "text" if name == "a0.md" else "hang here" for name in targets})
    code = f"""
        from linter.engine.run import Manner, run, targets_of
        from tests.engine.conftest import Repeats
        run(targets_of({targets!r}, ""), Repeats(), Manner(2, keeps=False))
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], env=environment()) as process:
        deadline = time.monotonic() + 30
        while len(children(process.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        workers = children(process.pid)
        process.send_signal(sent)
        process.wait(10)
    assert len(workers) == 2
    deadline = time.monotonic() + 10
    while any(map(is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in workers if is_alive(pid)] == []


def environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": root}


def children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_chunks_are_of_about_the_same_size_and_lose_nothing() -> None:
    targets = tuple(Target(str(number), str(number), b"x" * size) for number, size in enumerate([10, 900_000, 5] * 200))
    chunks = chunked(targets, 2)
    assert [target for chunk in chunks for target in chunk] == list(targets)
    sizes = [sum(len(target.data or b"") for target in chunk) for chunk in chunks]
    assert max(sizes) < 2 * 1024 * 1024
    assert all(len(chunk) <= 200 for chunk in chunked(tuple(Target(str(n), "", b"") for n in range(1000)), 2))
