"""Reading the command line: argparse, with a hint for a mistyped flag."""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

from linter.core.errors import UsageError
from linter.core.problem import did_you_mean
from linter.report.terminal import line_width


class _Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse itself would load `shutil` to ask, on each start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=line_width(os.environ, sys.stdout.isatty()) - 2)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `UsageError`s and name the flag that could be meant."""

    def __init__(self, verb: str, description: str) -> None:
        super().__init__(
            prog=f"factlint {verb}", description=description, allow_abbrev=False, formatter_class=_Formatter
        )

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError that says what is wrong."""
        raise UsageError(f"{message}; see {self.prog} --help")

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The values of the command line; raises UsageError."""
        values, unknown = self.parse_known_args(list(arguments))
        if unknown:
            flags = [flag for action in self._actions for flag in action.option_strings]
            hint = did_you_mean(unknown[0].partition("=")[0], flags)
            self.error(f"no option is called {unknown[0]!r}" + (f", {hint}" if hint else ""))
        return values


def day(text: str) -> datetime.date:
    """A date given as YYYY-MM-DD."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2025-05-31")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day of the calendar: {error}") from error


def listed(texts: Sequence[str]) -> tuple[str, ...]:
    """The values of an option that can be repeated and can take several values parted by commas."""
    return tuple(part.strip() for text in texts for part in text.split(",") if part.strip())


def job_count(text: str) -> int:
    """A number of processes; 0 for `auto`."""
    if text == "auto":
        return 0
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write auto, or 1, 2, 3 …")
    return int(text)
