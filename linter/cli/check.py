"""`factlint check`: lint articles."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from linter.cli.arguments import Parser, day, listed
from linter.cli.output import Look, Output, add_look_options, parse_outputs, write_reports
from linter.cli.profile import profiled, times_of
from linter.cli.rules import ready_rules
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

CLEAN, FOUND, FAILED = 0, 1, 2


def check(arguments: Sequence[str]) -> int:
    """Lint what the arguments name; returns the exit code."""
    values = _parser().parse(arguments)
    outputs = parse_outputs(values.output)
    look = Look.of(values, outputs)
    known, mistakes = ready_rules(values.rules)
    chosen = select_rules(known, listed(values.select), listed(values.ignore))
    reading = read_all(values.paths or [STANDARD_INPUT], values.stdin_filename)
    facts = load_facts(values.facts) if values.facts else None
    linter = (profiled() if values.profile else Linter)(chosen, known, facts.base if facts else None)
    given = read_all(values.sources, "")
    report = linter.lint(
        Input(source, values.date, (*given.sources, *declared_sources(source).sources)) for source in reading.sources
    )
    unusable = (*mistakes, *(facts.problems if facts else ()), *reading.problems, *given.problems)
    complete = replace(_with_unreadable(report, reading.problems), problems=(*unusable, *report.problems))
    told = hide(complete, values.min_confidence)
    write_reports(told, outputs, chosen, look)
    if any(output == Output("concise") for output in outputs):
        print(summary(told, Context(checked=len(told.sources))), file=sys.stderr)
    for problem in told.problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    if values.profile:
        print(times_of(linter), file=sys.stderr, end="")
    return _exit_code(told, values)


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
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; - is standard input")
    selection = "these rules: an id, a pack (polls/), tag:NAME or all; parted by commas"
    own = "rules of your own besides the built-in ones: a file, or a folder with pack.yaml"
    rules = parser.add_argument_group("rule selection")
    rules.add_argument("--select", action="append", default=[], metavar="SELECTOR", help=f"only {selection}")
    rules.add_argument("--ignore", action="append", default=[], metavar="SELECTOR", help="not these rules")
    rules.add_argument("--rules", action="append", default=[], metavar="PATH", help=own)
    _add_article_options(parser)
    _add_result_options(parser)
    return parser


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
