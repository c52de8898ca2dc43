"""`factlint check`: lint articles."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from linter.cli.arguments import Parser, day, job_count, listed
from linter.cli.job import CheckJob, Settings
from linter.cli.output import Output, parse_outputs, write_reports
from linter.core.diagnostic import CONFIDENCES, LEVELS
from linter.core.problem import Problem
from linter.core.report import Report
from linter.engine.gather import gather
from linter.engine.job import Job, Outcome
from linter.engine.run import Manner, run, targets_of
from linter.engine.sift import hide
from linter.engine.walk import EXCLUDED, STANDARD_INPUT, Choice, Found, find_articles
from linter.report import REPORTERS
from linter.report.context import Context
from linter.report.summary import summary

CLEAN, FOUND, FAILED = 0, 1, 2


def check(arguments: Sequence[str]) -> int:
    """Lint what the arguments name; returns the exit code."""
    values = _parser().parse(arguments)
    outputs = parse_outputs(values.output)
    if values.watch:
        from linter.cli.watch import watch

        return watch(values.paths or [os.curdir], lambda: check_once(values, outputs))
    return check_once(values, outputs)


def check_once(values: Namespace, outputs: Sequence[Output]) -> int:
    """Lint, report, and return the exit code."""
    settings = _settings(values)
    job = CheckJob(lambda _: settings, [settings])
    found = _found(values)
    report = _report(found, job, values)
    write_reports(report, outputs, job.rulesets, values.color)
    if any(output == Output("concise") for output in outputs):
        print(summary(report, Context(checked=len(report.sources))), file=sys.stderr)
    _tell_problems(report.problems)
    return _exit_code(report, values)


def _settings(values: Namespace) -> Settings:
    return Settings(
        select=listed(values.select),
        ignore=listed(values.ignore),
        rules=tuple(values.rules),
        facts=tuple(values.facts),
        sources=tuple(values.sources),
        date=values.date,
    )


def _found(values: Namespace) -> Found:
    """The articles that the paths name; what is left out though it was named is told."""
    exclude = listed(values.exclude) if values.exclude else EXCLUDED
    choice = Choice((*exclude, *listed(values.extend_exclude)), "", values.force_exclude, values.respect_gitignore)
    paths = list(values.paths or [os.curdir])
    if STANDARD_INPUT in paths and find_articles([values.stdin_filename], choice).skipped:
        paths = [path for path in paths if path != STANDARD_INPUT]
        print(f"factlint: skipped {values.stdin_filename}, which is excluded", file=sys.stderr)
    found = find_articles(paths, choice)
    for path in found.skipped:
        print(f"factlint: skipped {path}, which is excluded", file=sys.stderr)
    return found


def _report(found: Found, job: Job, values: Namespace) -> Report:
    from linter.cli.progress import progress

    with progress(values.progress) as told:
        manner = Manner(values.jobs, values.cache, told)
        done = run(targets_of(found.paths, values.stdin_filename), job, manner)
    outcomes = sorted((*done.outcomes, *map(_lost, found.problems)), key=lambda outcome: outcome.path)
    report = gather(outcomes, lambda report: hide(report, values.min_confidence), done.compared)
    return replace(report, problems=(*done.problems, *report.problems))


def _lost(problem: Problem) -> Outcome:
    from linter.engine.one import failed

    return failed(problem.path, problem.message, problem.hint)


def _tell_problems(problems: Sequence[Problem]) -> None:
    if problems:
        from linter.report.frame import problem_frame

        for problem in problems:
            print(problem_frame(problem), file=sys.stderr, end="")


def _exit_code(report: Report, values: Namespace) -> int:
    if report.problems:
        return FAILED
    if values.exit_zero:
        return CLEAN
    failing = LEVELS[: LEVELS.index(values.fail_level) + 1]
    return FOUND if any(diagnostic.level in failing for diagnostic in report.diagnostics) else CLEAN


def _parser() -> Parser:
    parser = Parser("check", "Lint articles. Exit code: 0 clean, 1 findings, 2 the job could not be done.")
    paths = f"files or folders; {STANDARD_INPUT} is standard input (default: the working folder)"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=paths)
    selection = "these rules: an id, a pack (polls/), tag:NAME or all; parted by commas"
    own = "rules of your own besides the built-in ones: a file, or a folder with pack.yaml"
    rules = parser.add_argument_group("rule selection")
    rules.add_argument("--select", action="append", default=[], metavar="SELECTOR", help=f"only {selection}")
    rules.add_argument("--ignore", action="append", default=[], metavar="SELECTOR", help="not these rules")
    rules.add_argument("--rules", action="append", default=[], metavar="PATH", help=own)
    _add_article_options(parser)
    _add_file_options(parser)
    _add_result_options(parser)
    _add_running_options(parser)
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


def _add_file_options(parser: Parser) -> None:
    group = parser.add_argument_group("file selection")
    exclude = "leave these out, as patterns of .gitignore parted by commas (default: folders such as node_modules)"
    force = "lint files that are named even if they are excluded"
    git = "lint what .gitignore leaves out too"
    group.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help=exclude)
    group.add_argument("--extend-exclude", action="append", default=[], metavar="PATTERN", help="leave these out too")
    group.add_argument("--no-force-exclude", action="store_false", dest="force_exclude", help=force)
    group.add_argument("--no-respect-gitignore", action="store_false", dest="respect_gitignore", help=git)


def _add_running_options(parser: Parser) -> None:
    group = parser.add_argument_group("running")
    jobs = "processes to lint with (default: auto, as many as pay)"
    group.add_argument("-j", "--jobs", type=job_count, default=0, metavar="N", help=jobs)
    group.add_argument("--no-cache", action="store_false", dest="cache", help="neither use nor keep results")
    group.add_argument("-w", "--watch", action="store_true", help="lint again whenever a file changes")
    group.add_argument("--no-progress", action="store_false", dest="progress", help="show no progress on a terminal")


def _add_result_options(parser: Parser) -> None:
    group = parser.add_argument_group("results")
    formats = f"{', '.join(REPORTERS)}; can be repeated (default: full on a terminal, else concise)"
    level = "the mildest level that makes the exit code 1 (default: %(default)s)"
    confidence = "hide what is less sure (default: %(default)s)"
    color = os.environ.get("FACTLINT_COLOR", "auto")
    group.add_argument("-o", "--output", action="append", default=[], metavar="FORMAT[=FILE]", help=formats)
    group.add_argument("--fail-level", choices=LEVELS, default="warning", help=level)
    group.add_argument("--min-confidence", choices=CONFIDENCES, default="medium", help=confidence)
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")
    group.add_argument("--color", choices=("auto", "always", "never"), default=color)
