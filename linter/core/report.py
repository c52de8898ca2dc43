"""The outcome of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linter.core.diagnostic import Diagnostic
from linter.core.problem import Problem
from linter.core.source import Source


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A diagnostic that a directive in the article, or a baseline, keeps quiet, and why."""

    diagnostic: Diagnostic
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found, and what it does not show.

    `diagnostics` are sorted by path and place. `sources` are the articles read, by path, for code frames. `problems`
    are mistakes in the user's files and files that could not be read: any of them makes the exit code 2. The report on
    many articles keeps its sequences packed: go through them once, and hold no more of them than you print.
    """

    diagnostics: Sequence[Diagnostic]
    suppressed: Sequence[Suppressed] = ()
    hidden: Sequence[Diagnostic] = ()
    problems: tuple[Problem, ...] = ()
    sources: Sequence[Source] = ()
