"""A job that needs no rules: it reports the words that a text holds twice; and a repository."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from linter.core.diagnostic import Diagnostic
from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.files import declared_names, declared_sources
from linter.engine.job import Linted
from tests.engine.repository import Git


class Repeats:
    """Reports repeated words; articles that say so make it fail, hang, or end its process."""

    def __init__(self, settings: str = "", mistakes: tuple[Problem, ...] = ()) -> None:
        self.settings = settings
        self.mistakes = mistakes
        self.linted: list[str] = []
        self.prepared = 0
        self.compared = 0

    remarks: tuple[str, ...] = ()
    today = "2026-11-22"

    def fingerprint(self, path: str) -> str:
        return self.settings

    def prepare(self) -> tuple[Problem, ...]:
        self.prepared += 1
        return self.mistakes

    def lint(self, source: Source) -> Linted:
        self.linted.append(source.path)
        if "fail here" in source.text:
            raise KeyError("no such thing")
        if "hang here" in source.text:
            while True:
                time.sleep(0.01)
        if "die here" in source.text and "WORKER" in source.text:
            os._exit(3)
        if "interrupt here" in source.text:
            raise KeyboardInterrupt
        broken = (("test/slow", Problem("slow.yaml", 1, 1, "too slow")),) if "slow rule" in source.text else ()
        documents = " ".join(each.text for each in declared_sources(source).sources)
        found = tuple(_diagnostics(source, documents))
        return Linted(Report(found), declared_names(source), broken, self._extract(source))

    def _extract(self, source: Source) -> bytes:
        """The number that an article gives for the dead, and where."""
        given = re.search(r"(\d+) dead", source.text)
        return f"{given[1]} {given.start(1)}".encode() if given else b""

    def compare(self, extracts: Sequence[tuple[str, bytes]]) -> Report:
        self.compared += 1
        told = [(path, *extract.decode().split()) for path, extract in extracts]
        found = [
            _diagnostic(Source(path, " " * int(start) + number), number, "test/compare")
            for (_, before, _), (path, number, start) in itertools.pairwise(told)
            if before != number
        ]
        return Report(tuple(found))


def _diagnostics(source: Source, documents: str) -> list[Diagnostic]:
    words = Counter(re.findall(r"\w+", source.text))
    return [
        _diagnostic(source, word, "test/slow" if word.startswith("s") else "test/repeat")
        for word, count in words.items()
        if count > 1 and word not in documents
    ]


def _diagnostic(source: Source, word: str, rule: str) -> Diagnostic:
    from linter.core.span import Span

    start = source.text.index(word)
    end = start + len(word)
    place, stop = source.position(start), source.position(end)
    return Diagnostic(
        rule, "warning", "high", f'"{word}" is there twice', source.path, place.line, place.column, stop.line,
        stop.column, word, (), None, word, Span(start, end),
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and an empty cache elsewhere."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "work"


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A new repository that is the current folder, and git in it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> str:
        identity = ("-c", "user.name=n", "-c", "user.email=e@x", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True).stdout

    run("init", "-q", "-b", "main")
    return run
