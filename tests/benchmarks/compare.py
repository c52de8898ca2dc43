"""The table of speeds in the README: factlint beside its yardsticks, all in one run, each figure a median and a ratio.

    python tests/benchmarks/compare.py [--texts FILE.jsonl|FOLDER] [--rounds N] [--npm FOLDER]

Texts are the `text` of each line of a JSON Lines file, or the files of a folder; the examples if nothing is given.
Proselint is measured where it is installed, write-good where `npm install write-good` was run: in the folder given with
`--npm`, or globally. Times of whole commands are wall time, those of libraries processor time. Run it on a machine that
does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SMALL = "The mayor said on Monday that the bridge over the Esk, closed since 2019, would reopen.\n"
Row = tuple[str, str, str]


def main() -> None:
    """Print the table as Markdown."""
    values = arguments()
    texts = tuple(read_texts(values.texts))
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(texts):,} articles, {size / 1e6:.2f} MB; {machine()}\n")
    for title, rows in (
        ("start", starts(values.rounds)),
        ("throughput", throughputs(texts, values.npm)),
        ("runs", runs(texts)),
    ):
        print(f"| {title} | median | ratio |\n|---|---|---|")
        for row in rows:
            print("| " + " | ".join(row) + " |", flush=True)
        print()


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Compare factlint's speed with its yardsticks.")
    parser.add_argument("--texts", type=Path, action="append", default=[], help="a folder of articles, or JSON Lines")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--npm", type=Path, help="the folder where npm has installed write-good")
    return parser.parse_args()


def read_texts(places: Sequence[Path]) -> Iterator[str]:
    """The articles to lint."""
    for place in places or [ROOT / "examples"]:
        if place.is_dir():
            yield from (path.read_text(encoding="utf-8") for path in sorted(place.rglob("*.txt")))
        else:
            for line in place.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield row.get("text") or row["context"]


def machine() -> str:
    """What this was measured on."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def wall(command: Sequence[str], rounds: int, **environment: str) -> float:
    """Median seconds of a command; its exit code may be 1, for findings."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
        taken.append(time.perf_counter() - start)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return statistics.median(taken)


def starts(rounds: int) -> Iterator[Row]:
    """One small article, as a hook or an editor would have it linted."""
    factlint = [sys.executable, "-m", "linter", "check", "--exit-zero"]
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "small.txt")
        article.write_text(SMALL, encoding="utf-8")
        bare = wall([sys.executable, "-c", "pass"], rounds * 3)
        first = wall([*factlint, str(article)], 1, FACTLINT_CACHE_DIR=f"{folder}/first")
        wall([*factlint, str(article)], 2)
        commands = {
            "factlint, the article unchanged since the last run": [*factlint, str(article)],
            "factlint, a new article": [*factlint, "--no-cache", str(article)],
        }
        if found := shutil.which("proselint"):
            commands["proselint"] = [found, "check", str(article)]
        yield "`python -c pass`", f"{bare * 1000:.0f} ms", "1"
        for name, command in commands.items():
            taken = wall(command, rounds)
            yield name, f"{taken * 1000:.0f} ms", f"{taken / bare:.1f}"
        yield "factlint, first run after installation", f"{first * 1000:.0f} ms", f"{first / bare:.1f}"


def throughputs(texts: Sequence[str], npm: Path | None) -> Iterator[Row]:
    """Everything in one process, beside parts of the work and beside other linters."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    peers = {name: make() for name, make in PEERS.items() if name != "proselint" or shutil.which("proselint")}
    taken = {name: cpu(lint, texts) for name, lint in peers.items()}
    seconds, reason = write_good(texts, npm)
    if seconds:
        taken["write-good"] = seconds
    yardstick = taken.get("proselint", taken["factlint, all rules"])
    for name, seconds in taken.items():
        speed = f"{size / seconds:.3f} MB/s, {len(texts) / seconds:,.0f} articles/s"
        yield name, speed, f"{yardstick / seconds:.2f}"
    if reason:
        yield "write-good", f"not measured: {reason}", ""


WRITE_GOOD = """
const lint = require('write-good');
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
texts.slice(0, 20).forEach(text => lint(text));
const start = process.cpuUsage();
texts.forEach(text => lint(text));
const taken = process.cpuUsage(start);
console.log((taken.user + taken.system) / 1e6);
"""
"""Lints texts as `cpu` does, and prints the processor seconds."""


def write_good(texts: Sequence[str], npm: Path | None) -> tuple[float, str]:
    """Processor seconds of write-good for all texts; 0 and the reason where it cannot be measured."""
    node = shutil.which("node")
    if node is None:
        return 0, "node is not installed"
    environment = dict(os.environ)
    if npm is not None:
        environment["NODE_PATH"] = str(npm.resolve() / "node_modules")
    elif found := shutil.which("npm"):
        place = subprocess.run([found, "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
        environment.setdefault("NODE_PATH", place)
    done = subprocess.run(
        [node, "-e", WRITE_GOOD], input=json.dumps(texts), capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        return 0, "npm has not installed it; name the folder with --npm"
    return float(done.stdout), ""


def cpu(lint: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor seconds for all texts, after a few to warm up."""
    for text in texts[:20]:
        lint(text)
    start = time.process_time()
    for text in texts:
        lint(text)
    return time.process_time() - start


def _factlint() -> Callable[[str], object]:
    import linter

    return lambda text: linter.lint(text, path="article.txt")


def _scan() -> Callable[[str], object]:
    from linter.engine.api import shipped

    return shipped().automaton.scan


def _raw_scan() -> Callable[[str], object]:
    from linter.engine.api import shipped

    database = shipped().automaton.database

    def scan(text: str) -> None:
        found: list[int] = []
        database.scan(
            text.encode("ascii", "replace"),
            match_event_handler=lambda index, _start, end, _flags, _context: found.append(end),
        )

    return scan


def _sentences() -> Callable[[str], object]:
    import sentencex

    return lambda text: list(sentencex.segment("en", text))


def _proselint() -> Callable[[str], object]:
    from proselint.checks import __register__  # type: ignore[import-not-found, unused-ignore]
    from proselint.registry import CheckRegistry  # type: ignore[import-not-found, unused-ignore]
    from proselint.tools import LintFile  # type: ignore[import-not-found, unused-ignore]

    CheckRegistry().register_many(__register__)
    return lambda text: LintFile("article.txt", text).lint()


PEERS: dict[str, Callable[[], Callable[[str], object]]] = {
    "proselint": _proselint,
    "factlint, all rules": _factlint,
    "factlint's scan": _scan,
    "hyperscan alone, the same patterns": _raw_scan,
    "sentencex alone": _sentences,
}


def runs(texts: Sequence[str]) -> Iterator[Row]:
    """The command on all articles as files: processes, the cache of results, memory."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:05}.txt").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "linter", "check", "--exit-zero", "-o", "json=/dev/null", folder]
        one = wall([*command, "--no-cache", "-j1"], 1)
        yield "one process", f"{one:.2f} s", "1"
        two = wall([*command, "--no-cache", "-j2"], 1)
        yield "two processes", f"{two:.2f} s", f"{one / two:.2f} × as fast"
        wall(command, 1)
        kept = wall(command, 3)
        yield "nothing changed since the last run", f"{kept:.2f} s", f"{one / kept:.0f} × as fast"
        for name, path in (("peak memory, one article", f"{folder}/00000.txt"), ("peak memory, all of them", folder)):
            peak = peak_of([*command[:-1], "--no-cache", "-j1", path])
            yield name, f"{peak / 1024:.0f} MB", ""


def peak_of(command: Sequence[str]) -> int:
    """Peak memory of a command in kilobytes."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True)"
    code += "; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(done.stdout)


if __name__ == "__main__":
    main()
