"""What took how long in a run: each rule, each annotator, each stage. Nothing of it is in a run that does not ask."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from typing import Any, TypeVar

from msgspec import Struct, field

from linter.annotation.annotators import ANNOTATORS
from linter.annotation.article import Annotator, Article
from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.document.formats import parse
from linter.engine.lint import Input, Linter
from linter.ruleset.model import Rule

Derived = TypeVar("Derived")


class Timing(Struct, frozen=True):
    """The time of one thing: `kind` is `stage`, `annotator`, `inference` or `rule`; seconds of its own, and how often.

    What it called has its own time and is not in it, so that all timings of a run add up to its whole time.
    """

    kind: str
    name: str
    seconds: float
    calls: int


class Stopwatch(Struct):
    """Measures nested work: while an inner measurement runs, the outer one stands still."""

    clock: Callable[[], float] = time.perf_counter
    _seconds: dict[tuple[str, str], float] = field(default_factory=dict)
    _calls: dict[tuple[str, str], int] = field(default_factory=dict)
    _running: list[tuple[str, str]] = field(default_factory=list)
    _since: float = 0.0

    @contextmanager
    def measure(self, kind: str, name: str) -> Iterator[None]:
        """Count the time of the block as that of a thing."""
        self._charge()
        self._running.append((kind, name))
        self._calls[kind, name] = self._calls.get((kind, name), 0) + 1
        try:
            yield
        finally:
            self._charge()
            self._running.pop()

    def _charge(self) -> None:
        now = self.clock()
        if self._running:
            key = self._running[-1]
            self._seconds[key] = self._seconds.get(key, 0.0) + now - self._since
        self._since = now

    @property
    def timings(self) -> tuple[Timing, ...]:
        """All timings, the longest first."""
        made = (Timing(*key, self._seconds.get(key, 0.0), calls) for key, calls in self._calls.items())
        return tuple(sorted(made, key=lambda timing: (-timing.seconds, timing.kind, timing.name)))


class ProfiledArticle(Article):
    """An article that measures each annotator and each inference when it is first asked for."""

    watch: Stopwatch

    def derive(self, infer: Callable[[Article], Derived]) -> Derived:
        """The result of a function of the article alone, computed once, and its time."""
        if infer in self._derived:
            return super().derive(infer)
        with self.watch.measure("inference", inference_name(infer)):
            return super().derive(infer)


def inference_name(infer: Callable[..., Any]) -> str:
    """Module and name of an inference, as in `clock.clock_of`."""
    function = infer.func if isinstance(infer, partial) else infer
    module = getattr(function, "__module__", "").rpartition(".")[2]
    return f"{module}.{getattr(function, '__name__', type(function).__name__)}"


def timed(watch: Stopwatch, name: str, annotate: Annotator) -> Annotator:
    """An annotator that measures itself."""

    def measured(article: Article) -> tuple[Any, ...]:
        with watch.measure("annotator", name):
            return annotate(article)

    return measured


class ProfiledLinter(Linter):
    """A linter that measures its stages, its rules and all that they call."""

    @cached_property
    def watch(self) -> Stopwatch:
        """What it has measured so far."""
        return Stopwatch()

    def lint(self, inputs: Iterable[Input]) -> Report:
        """Lint articles; what no rule, annotator or other stage accounts for is the stage `engine`."""
        with self.watch.measure("stage", "compile"):
            _ = self.automaton
        with self.watch.measure("stage", "engine"):
            return super().lint(inputs)

    def article(self, article: Input) -> Article:
        """The article, parsed and scanned, with annotators that measure themselves."""
        with self.watch.measure("stage", "parse"):
            document = parse(article.source, date=article.date, order=article.settings.date_order)
            sources = tuple(parse(source) for source in article.sources)
        with self.watch.measure("stage", "scan"):
            hits = self.automaton.scan(document.text)
        annotators = {name: timed(self.watch, name, annotate) for name, annotate in ANNOTATORS.items()}
        made = ProfiledArticle(document, hits, annotators, self._facts, article.settings)
        made.watch, made.sources = self.watch, sources
        return made

    def _told(self, article: Article, rule: Rule) -> tuple[Diagnostic, ...]:
        with self.watch.measure("rule", rule.id):
            return super()._told(article, rule)
