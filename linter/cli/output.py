"""Where reports go: the formats asked for, each to standard output or to a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter import __version__
from linter.core.errors import UsageError
from linter.core.late import Late
from linter.core.problem import did_you_mean
from linter.core.report import Report
from linter.engine.meta import META_RULES
from linter.report import REPORTERS
from linter.report.context import Context, RuleInfo
from linter.report.terminal import ColorChoice, line_width, use_color

if TYPE_CHECKING:
    from linter.ruleset.model import RuleSet


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to; "" is standard output."""

    format: str
    file: str = ""


def parse_outputs(texts: Sequence[str]) -> tuple[Output, ...]:
    """The outputs asked for as FORMAT or FORMAT=FILE; raises UsageError for an unknown format."""
    default = "full" if sys.stdout.isatty() else "concise"
    outputs = tuple(Output(name, file) for name, _, file in (text.partition("=") for text in texts or [default]))
    for output in outputs:
        if output.format not in REPORTERS:
            hint = did_you_mean(output.format, REPORTERS) or f"there are {', '.join(REPORTERS)}"
            raise UsageError(f"no output format is called {output.format!r}; {hint}")
    if sum(not output.file for output in outputs) > 1:
        raise UsageError("only one format can go to standard output; write the others as FORMAT=FILE")
    return outputs


def write_reports(report: Report, outputs: Iterable[Output], rules: Callable[[], RuleSet], color: ColorChoice) -> None:
    """Write a report in each of the formats; raises UsageError for a file that cannot be written.

    `rules` are those in force for any article; they are asked for only if a format lists them.
    """
    for output in outputs:
        terminal = not output.file and sys.stdout.isatty()
        context = _context(report, rules, terminal, use_color(color, os.environ, terminal))
        chunks = REPORTERS[output.format](report, context)
        if output.file:
            _write_file(output.file, chunks)
        else:
            sys.stdout.writelines(chunk.encode("utf-8", "backslashreplace").decode("utf-8") for chunk in chunks)


def _context(report: Report, rules: Callable[[], RuleSet], terminal: bool, color: bool) -> Context:
    return Context(
        rules=Late(lambda: _rule_infos(rules())),
        version=__version__,
        color=color,
        width=line_width(os.environ, terminal),
        root=os.getcwd(),
        checked=len(report.sources),
        environment=dict(os.environ),
    )


def _rule_infos(ruleset: RuleSet) -> tuple[RuleInfo, ...]:
    """Every rule in force, once, by id."""
    meta = {each.id: RuleInfo(each.id, each.title, each.docs, each.level, "high", ("meta",)) for each in META_RULES}
    rules = {rule.id: RuleInfo.of(rule) for rule in ruleset.rules}
    return tuple(info for _, info in sorted({**meta, **rules}.items()))


def _write_file(path: str, chunks: Iterable[str]) -> None:
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(chunks)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
