"""What can end a run.

FactlintError
├── UsageError      a wrong flag, selector or path: what the user asked for cannot be done
├── ProblemsError   mistakes in the user's files (rules, facts, configuration), all of them, each with its place
├── UnreadableError a file that cannot be read or decoded
└── UnwritableError a file that cannot be written; nothing of it is lost

A mistake that leaves the rest of the run possible is not raised but returned as a `Problem`.
"""

from __future__ import annotations

from linter.core.problem import Problem


class FactlintError(Exception):
    """The root: caught in one place, `linter.cli.main`, and told as exit code 2."""


class UsageError(FactlintError):
    """What was asked for cannot be done; the message says why, and what could be meant."""


class UnreadableError(FactlintError):
    """A file cannot be read or is no text; the message says why."""


class UnwritableError(FactlintError):
    """A file cannot be written; the message says why, and nothing of it is lost."""


class ProblemsError(FactlintError):
    """Mistakes in files that the run cannot do without."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.headline for problem in problems))
        self.problems = problems
