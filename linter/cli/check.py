"""`factlint check`: lint articles."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, redirect_stdout
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from linter.cli.arguments import Parser, day, listed
from linter.cli.lifecycle import (
    Sieve,
    add_lifecycle_options,
    articles_asked,
    changes_asked,
    check_options,
    sieve_of,
    today,
)
from linter.cli.output import Look, Output, add_look_options, parse_outputs, write_reports
from linter.cli.profile import profiled, times_of
from linter.cli.rules import ready_rules
from linter.cli.writing import Shown, Writer, write
from linter.config.selectors import select_rules
from linter.core.diagnostic import CONFIDENCES, LEVELS, Diagnostic
from linter.core.problem import Problem
from linter.core.report import Report
from linter.engine.files import STANDARD_INPUT, declared_sources, read_all
from linter.engine.lint import Input, Linter
from linter.engine.meta import unreadable
from linter.engine.sift import by_place, hide
from linter.facts.load import load_facts
from linter.report import REPORTERS
from linter.report.context import Context
from linter.report.frame import problem_frame
from linter.report.summary import summary

if TYPE_CHECKING:
    from linter.core.source import Source
    from linter.core.span import Span
    from linter.engine.changes import Changes
    from linter.ruleset.model import RuleSet

CLEAN, FOUND, FAILED = 0, 1, 2


def check(arguments: Sequence[str]) -> int:
    """Lint what the arguments name; returns the exit code."""
    values = _parser().parse(arguments)
    check_options(values)
    outputs = parse_outputs(values.output)
    look = Look.of(values, outputs)
    changes = changes_asked(values)
    session = lint_asked(values, changes)
    sieve = sieve_of(values, session.linter.ruleset, session.linter.known, changes)
    told = hide(told_by(session, sieve), values.min_confidence)
    if values.fix or values.diff or values.add_ignores is not None:
        writing = write(told, Writer(session.shown_by(sieve, values), sieve.spans, session.stdin), values)
        print(f"factlint: {writing.told}", file=sys.stderr)
        told = writing.report
        if values.diff:
            return _exit_code(replace(told, diagnostics=()), values) or (FOUND if writing.differs else CLEAN)
    with redirect_stdout(sys.stderr) if session.stdin and values.fix else nullcontext():
        _tell(told, outputs, session.linter.ruleset, look)
    if values.profile:
        print(times_of(session.linter), file=sys.stderr, end="")
    return _exit_code(told, values)


def _tell(told: Report, outputs: Sequence[Output], ruleset: RuleSet, look: Look) -> None:
    write_reports(told, outputs, ruleset, look)
    if any(output == Output("concise") for output in outputs):
        print(summary(told, Context(checked=len(told.sources))), file=sys.stderr)
    for problem in told.problems:
        print(problem_frame(problem), file=sys.stderr, end="")


@dataclass(frozen=True, slots=True)
class Session:
    """A run after linting: the linter, the report with all it found, what articles are linted with, and their names.

    `stdin` is the name of standard input where it is one of the articles.
    """

    linter: Linter
    report: Report
    inputs: Mapping[str, Input]
    stdin: str

    def shown_by(self, sieve: Sieve, values: Namespace) -> Shown:
        """How an article is linted again, with another text."""

        def shown(source: Source, spans: tuple[Span, ...]) -> Report:
            report = self.linter.lint_one(replace(self.inputs[source.path], source=source))
            return hide(sieve.sift_by(report, {source.path: spans}), values.min_confidence)

        return shown


def lint_asked(values: Namespace, changes: Changes | None = None) -> Session:
    """Lint what the options ask for; the report has everything that no suppression in the articles keeps quiet."""
    known, mistakes = ready_rules(values.rules)
    chosen = select_rules(known, listed(values.select), listed(values.ignore))
    reading = articles_asked(values.paths, values.stdin_filename, changes)
    facts = load_facts(values.facts) if values.facts else None
    linter = (profiled() if values.profile else Linter)(chosen, known, facts.base if facts else None, today())
    given = read_all(values.sources, "")
    inputs = {
        source.path: Input(source, values.date, (*given.sources, *declared_sources(source).sources))
        for source in reading.sources
    }
    report = linter.lint(inputs.values())
    unusable = (*mistakes, *(facts.problems if facts else ()), *reading.problems, *given.problems)
    complete = replace(_with_unreadable(report, reading.problems), problems=(*unusable, *report.problems))
    stdin = values.stdin_filename if STANDARD_INPUT in (values.paths or [STANDARD_INPUT]) and not changes else ""
    return Session(linter, complete, inputs, stdin)


def told_by(session: Session, sieve: Sieve) -> Report:
    """What is left of a report after the sieve, with the entries of the baseline that cover nothing."""
    sifted = sieve.sift(session.report, session.report.sources)
    stale = sieve.stale(session.report, session.inputs)
    quiet = sorted(sifted.suppressed, key=lambda suppressed: by_place(suppressed.diagnostic))
    standing = sorted((*sifted.diagnostics, *stale), key=by_place)
    return replace(sifted, diagnostics=tuple(standing), suppressed=tuple(quiet))


def _with_unreadable(report: Report, problems: Sequence[Problem]) -> Report:
    lost = [unreadable(problem.path, problem.message) for problem in problems]
    return replace(report, diagnostics=tuple(sorted((*report.diagnostics, *lost), key=by_place)))


def _exit_code(report: Report, values: Namespace) -> int:
    if report.problems:
        return FAILED
    failing = LEVELS[: LEVELS.index(values.fail_level) + 1]
    return FOUND if not values.exit_zero and any(_fails(d, failing) for d in report.diagnostics) else CLEAN


def _fails(diagnostic: Diagnostic, failing: Sequence[str]) -> bool:
    return diagnostic.level in failing


def _parser() -> Parser:
    parser = Parser("check", "Lint articles. Exit code: 0 clean, 1 findings, 2 the job could not be done.")
    add_linting_options(parser)
    add_lifecycle_options(parser)
    return parser


def add_linting_options(parser: Parser) -> None:
    """The options that say what is linted, how, and what is told of it."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; - is standard input")
    selection = "these rules: an id, a pack (polls/), tag:NAME or all; parted by commas"
    own = "rules of your own besides the built-in ones: a file, or a folder with pack.yaml"
    rules = parser.add_argument_group("rule selection")
    rules.add_argument("--select", action="append", default=[], metavar="SELECTOR", help=f"only {selection}")
    rules.add_argument("--ignore", action="append", default=[], metavar="SELECTOR", help="not these rules")
    rules.add_argument("--rules", action="append", default=[], metavar="PATH", help=own)
    _add_article_options(parser)
    _add_result_options(parser)


def _add_article_options(parser: Parser) -> None:
    group = parser.add_argument_group("articles")
    facts = "fact files of your own besides the built-in ones: files or folders"
    date = "the day the articles were written, if they do not say"
    sources = "documents that quotations must come from: files or folders"
    name = "the name of standard input; its ending gives the format (default: %(default)s)"
    group.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=date)
    group.add_argument("--facts", action="append", default=[], metavar="PATH", help=facts)
    group.add_argument("--sources", action="append", default=[], metavar="DIR", help=sources)
    group.add_argument("--stdin-filename", default="stdin.md", metavar="NAME", help=name)


def _add_result_options(parser: Parser) -> None:
    group = parser.add_argument_group("results")
    formats = f"{', '.join(REPORTERS)}; can be repeated (default: full on a terminal, else concise)"
    level = "the mildest level that makes the exit code 1 (default: %(default)s)"
    confidence = "hide what is less sure (default: %(default)s)"
    group.add_argument("-o", "--output", action="append", default=[], metavar="FORMAT[=FILE]", help=formats)
    group.add_argument("--fail-level", choices=LEVELS, default="warning", help=level)
    group.add_argument("--min-confidence", choices=CONFIDENCES, default="medium", help=confidence)
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")
    add_look_options(group)
    group.add_argument("--profile", action="store_true", help="tell on standard error what took how long")
