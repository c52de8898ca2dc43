"""Reading the command line and the environment: argparse, with a hint for a mistyped flag."""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from linter.core.errors import UsageError
from linter.core.problem import did_you_mean
from linter.report.terminal import line_width


class _Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse itself would load `shutil` to ask, on each start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=line_width(os.environ, sys.stdout.isatty()) - 2)


PREFIX = "FACTLINT_"
"""Variables of the environment that stand for flags begin so."""

TRUE, FALSE = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `UsageError`s and name the flag that could be meant."""

    def __init__(self, verb: str, description: str) -> None:
        super().__init__(
            prog=f"factlint {verb}", description=description, allow_abbrev=False, formatter_class=_Formatter
        )

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError that says what is wrong."""
        raise UsageError(f"{message}; see {self.prog} --help")

    def parse(
        self, arguments: Sequence[str], variables: Sequence[str] = (), environment: Mapping[str, str] = os.environ
    ) -> argparse.Namespace:
        """The values of the command line, or else of the environment for the options called `variables`.

        `origins` of the result says by option what gave its value: a flag, a variable; an option that nobody gave is
        not in it and has its default. Raises UsageError.
        """
        values = self._given(arguments)
        origins = {action.dest: action.option_strings[-1] for action in self._options if _has(values, action)}
        for action in self._options:
            name = PREFIX + action.dest.upper()
            if action.dest in variables and action.dest not in origins and environment.get(name) is not None:
                given = self._from_variable(action, name, environment[name])
                if given is not None:
                    setattr(values, action.dest, given)
                    origins[action.dest] = name
            if action.dest not in origins:
                setattr(values, action.dest, action.default)
        values.origins = {dest: _flag(self._options, dest, origin) for dest, origin in origins.items()}
        return values

    @property
    def _options(self) -> list[argparse.Action]:
        return [action for action in self._actions if action.option_strings and action.dest != "help"]

    def _given(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The values given, None for options that are not."""
        nothing = argparse.Namespace(**{action.dest: None for action in self._options})
        values, unknown = self.parse_known_args(list(arguments), nothing)
        if unknown:
            flags = [flag for action in self._actions for flag in action.option_strings]
            hint = did_you_mean(unknown[0].partition("=")[0], flags)
            self.error(f"no option is called {unknown[0]!r}" + (f", {hint}" if hint else ""))
        return values

    def _from_variable(self, action: argparse.Action, name: str, text: str) -> Any:
        """The value of an option as a variable gives it; None for an empty one."""
        if action.nargs == 0:
            return _truth(name, text)
        flag = action.option_strings[-1]
        texts = listed([text]) if isinstance(action.default, list) else (text,) if text else ()
        try:
            return getattr(self._given([f"{flag}={each}" for each in texts]), action.dest)
        except UsageError as error:
            raise UsageError(f"in the environment variable {name}: {error}") from None


def _has(values: argparse.Namespace, action: argparse.Action) -> bool:
    return getattr(values, action.dest) is not None


def _flag(options: Sequence[argparse.Action], dest: str, origin: str) -> str:
    """The long form of the flag that stands for an option; a variable as it is."""
    if origin.startswith(PREFIX):
        return origin
    (action, *_) = (action for action in options if action.dest == dest)
    return next(flag for flag in action.option_strings if flag.startswith("--"))


def _truth(name: str, text: str) -> bool:
    if text.lower() in (*TRUE, *FALSE):
        return text.lower() in TRUE
    raise UsageError(f"in the environment variable {name}: {text[:80]!r} is neither true nor false")


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
