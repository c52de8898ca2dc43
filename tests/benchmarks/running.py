"""How a run grows: with the number of files, with processes, with what is known from before, and in memory.

    python tests/benchmarks/running.py [FILES ...]

Articles are made up, of about 2 KB each. Every run is a process of its own, with an empty cache of results unless it
says otherwise; compiled rules are there. The figures that count are ratios, all of one session on one machine.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parents[2]
COUNTS = (1, 10, 100, 1000, 10_000)
LONGER = ((100, 20), (30, 70), (3, 700))
"""How many articles, and of how many paragraphs, where memory is measured by their length."""

SENTENCES = (
    "The ferry will sail again on {day} May 2025, the port authority said.",
    "Many experts say that the ferry is slow.",
    "It remains to be seen whether the council pays ${number} million.",
    '"We will not wait," Ada Brun, the mayor of Norby, said on Tuesday.',
    "A poll found that {number}% of voters back the plan.",
    "The mill closed in 1998, {number} years ago.",
    "Residents of the hill quarter left without a word.",
    "The budget rose from $2 million to $3 million, an increase of {number}%.",
)
RUN = "import sys; from linter.cli.main import main; sys.exit(main(sys.argv[1:]))"


class Measure(Struct, frozen=True):
    """Wall and processor time in seconds, and the peak memory of the largest process in MB."""

    wall: float
    processor: float
    peak: float


def make_articles(folder: Path, count: int, paragraphs: int = 7) -> None:
    """Articles of so many paragraphs of 300 bytes, in folders of 500."""
    chance = random.Random(count)
    for number in range(count):
        place = folder / f"{number // 500:03}"
        place.mkdir(parents=True, exist_ok=True)
        told = (" ".join(sentence(chance) for _ in range(4)) for _ in range(paragraphs))
        (place / f"{number:06}.md").write_text(f"# Story {number}\n\n" + "\n\n".join(told) + "\n")


def sentence(chance: random.Random) -> str:
    """One sentence of the news."""
    return chance.choice(SENTENCES).format(day=chance.randint(1, 28), number=chance.randint(2, 90))


def measured(*arguments: str, code: str = RUN) -> Measure:
    """One run in a process of its own; its children count too."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Measure(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def median(runs: int, *arguments: str, code: str = RUN) -> Measure:
    """The run with the median processor time."""
    done = sorted((measured(*arguments, code=code) for _ in range(runs)), key=lambda run: run.processor)
    return done[len(done) // 2]


def growth(folder: Path, counts: Sequence[int]) -> None:
    """Time and memory by the number of files."""
    print(f"{'files':>7} {'processor s':>12} {'ms a file':>10} {'peak MB':>8} {'known, s':>9} {'of that':>8}")
    for count in counts:
        place = folder / str(count)
        make_articles(place, count)
        check = ("check", str(place), "-o", "concise", "-j1")
        fresh = measured(*check, "--no-cache")
        measured(*check)
        known = measured(*check, "--exit-zero")
        print(
            f"{count:7} {fresh.processor:12.2f} {fresh.processor / count * 1000:10.2f} {fresh.peak:8.1f}"
            f" {known.processor:9.2f} {known.processor / fresh.processor:8.3f}",
            flush=True,
        )


def lengths(folder: Path) -> None:
    """Memory by the length of the articles."""
    print(f"{'articles':>8} {'KB each':>8} {'peak MB':>8}")
    for count, paragraphs in LONGER:
        place = folder / f"longer-{paragraphs}"
        make_articles(place, count, paragraphs)
        size = sum(path.stat().st_size for path in place.rglob("*.md")) / count
        run = measured("check", str(place), "-o", "concise", "-j1", "--no-cache")
        print(f"{count:8} {size / 1000:8.0f} {run.peak:8.1f}", flush=True)


def jobs(place: Path) -> None:
    """One process beside two."""
    pairs = [
        (measured("check", str(place), "--no-cache", "-j1"), measured("check", str(place), "--no-cache", "-j2"))
        for _ in range(3)
    ]
    ratio = statistics.median(one.wall / two.wall for one, two in pairs)
    print(f"two processes are {ratio:.2f} times as fast as one ({os.cpu_count()} processors)")


def start(article: Path) -> None:
    """One small article that has not changed, beside the bare interpreter."""
    check = ("check", str(article), "-o", "concise")
    measured(*check)
    bare = median(15, code="pass")
    for name, run in (("told again", median(15, *check)), ("linted", median(3, *check, "--no-cache"))):
        ratio = run.processor / bare.processor
        print(f"one article, {name}: {run.processor * 1000:.0f} ms, {ratio:.1f} times the bare interpreter")


def main() -> None:
    """Print everything."""
    counts = [int(argument) for argument in sys.argv[1:]] or COUNTS
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("FACTLINT_CACHE_DIR", os.path.join(folder, "cache"))
        os.environ["PYTHONPATH"] = str(ROOT)
        growth(Path(folder), counts)
        lengths(Path(folder))
        start(Path(folder) / str(counts[0]) / "000" / "000000.md")
        jobs(Path(folder) / str(max(count for count in counts if count <= 1000)))


if __name__ == "__main__":
    main()
