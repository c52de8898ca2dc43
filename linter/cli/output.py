"""Where reports go: the formats asked for, each to standard output or to a file."""

from __future__ import annotations

import os
import sys
from argparse import Namespace, _ArgumentGroup
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from linter import __version__
from linter.core.diagnostic import Level
from linter.core.errors import UsageError
from linter.core.late import Late
from linter.core.problem import did_you_mean
from linter.core.report import Report
from linter.engine.meta import META_RULES
from linter.report import REPORTERS
from linter.report.context import Context, RuleInfo
from linter.report.links import use_links
from linter.report.paths import resolved_path, root_of
from linter.report.terminal import ColorChoice, line_width, use_color

if TYPE_CHECKING:
    from linter.ruleset.model import RuleSet

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable in which GitHub's runner names the file whose Markdown it shows on the page of the run."""

WITH_STATISTICS = ("full", "concise", "grouped", "json", "markdown")
"""The formats that can tell how often each rule reported."""


WITH_FILES = ("sarif", "github", "gitlab", "rdjson", "junit", "markdown")
"""The formats for programs that know files by their path in the repository."""


class Output(Struct, frozen=True):
    """A format and the file it goes to; "" is standard output."""

    format: str
    file: str = ""


class Look(Struct, frozen=True):
    """How reports look: what the flags of `check` say of it. Their names are those of the fields."""

    color: ColorChoice = "auto"
    links: ColorChoice = "auto"
    statistics: bool = False
    fail_level: Level = "warning"

    @classmethod
    def of(cls, values: Namespace, outputs: Iterable[Output], fail_level: Level) -> Look:
        """The look that the command line asks for; raises UsageError for statistics that no output would show."""
        if values.statistics and not any(output.format in WITH_STATISTICS for output in outputs):
            raise UsageError(f"--statistics goes with the formats {', '.join(WITH_STATISTICS)}")
        return cls(values.color, values.links, values.statistics, fail_level)


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


def write_reports(report: Report, outputs: Iterable[Output], rules: Callable[[], RuleSet], look: Look) -> None:
    """Write a report in each of the formats; raises UsageError for a file that cannot be written.

    `rules` are those in force for any article; they are asked for only if a format lists them. With `github`, the
    summary of the step is written too, where a runner names the file for it.
    """
    for output in outputs:
        terminal = not output.file and sys.stdout.isatty()
        context = _context(report, rules, terminal, look)
        if output.format in WITH_FILES:
            context = replace(context, files=_files(report, context.root))
        chunks = REPORTERS[output.format](report, context)
        if output.file:
            _write_file(output.file, chunks)
        else:
            sys.stdout.writelines(chunk.encode("utf-8", "backslashreplace").decode("utf-8") for chunk in chunks)
        step_summary = context.environment.get(STEP_SUMMARY) if output.format == "github" else None
        if step_summary:
            _write_file(step_summary, REPORTERS["markdown"](report, context), "a")


def _context(report: Report, rules: Callable[[], RuleSet], terminal: bool, look: Look) -> Context:
    return Context(
        rules=Late(lambda: _rule_infos(rules())),
        version=__version__,
        color=use_color(look.color, os.environ, terminal),
        width=line_width(os.environ, terminal),
        root=root_of(os.path.realpath(os.getcwd())),
        checked=len(report.sources),
        fail_level=look.fail_level,
        statistics=look.statistics,
        links=use_links(look.links, os.environ, terminal),
        environment=dict(os.environ),
    )


def _files(report: Report, root: str) -> dict[str, str]:
    return {path: resolved_path(path, root) for path in set(_paths(report))}


def _paths(report: Report) -> Iterator[str]:
    yield from (source.path for source in report.sources)
    yield from (problem.path for problem in report.problems)
    for each in chain(report.diagnostics, (suppressed.diagnostic for suppressed in report.suppressed)):
        yield each.path
        yield from (place.path for place in each.related)


def _rule_infos(ruleset: RuleSet) -> tuple[RuleInfo, ...]:
    """Every rule in force, once, by id."""
    meta = {each.id: RuleInfo(each.id, each.title, each.docs, each.level, "high", ("meta",)) for each in META_RULES}
    rules = {rule.id: RuleInfo.of(rule) for rule in ruleset.rules}
    return tuple(info for _, info in sorted({**meta, **rules}.items()))


def _write_file(path: str, chunks: Iterable[str], mode: Literal["w", "a"] = "w") -> None:
    try:
        with open(path, mode, encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(chunks)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def add_look_options(group: _ArgumentGroup) -> None:
    """The options that `Look.of` reads, except the fail level."""
    links = "rule ids as links that a terminal can open: auto, always or never (default: auto)"
    statistics = "how often each rule reported, instead of the findings"
    choices = ("auto", "always", "never")
    group.add_argument("--color", choices=choices, default="auto")
    group.add_argument("--links", choices=choices, default="auto", help=links)
    group.add_argument("--statistics", action="store_true", help=statistics)
