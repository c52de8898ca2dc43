"""The outcome of a run."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.core.diagnostic import Diagnostic
from linter.core.problem import Problem
from linter.core.source import Source


class Suppressed(Struct, frozen=True):
    """A diagnostic that a directive in the article, or a baseline, keeps quiet, and why."""

    diagnostic: Diagnostic
    kind: str
    reason: str


class Report(Struct, frozen=True):
    """What a run found, and what it does not show.

    `diagnostics` are sorted by path and place. `sources` are the articles read, by path, for code frames. `problems`
    are mistakes in the user's files and files that could not be read: any of them makes the exit code 2. `unchanged`
    are left out because they have no place in the text that was asked about (`--since`, `--staged`). The report on
    many articles keeps its sequences packed: go through them once, and hold no more of them than you print.
    """

    diagnostics: Sequence[Diagnostic]
    suppressed: Sequence[Suppressed] = ()
    hidden: Sequence[Diagnostic] = ()
    problems: tuple[Problem, ...] = ()
    sources: Sequence[Source] = ()
    unchanged: Sequence[Diagnostic] = ()
