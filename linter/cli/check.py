"""`factlint check`: lint articles."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from linter.cli.arguments import Parser
from linter.cli.job import CheckJob
from linter.cli.output import Look, Output, parse_outputs, write_reports
from linter.cli.running import add_running_options, choice_of, found_articles, progress_of
from linter.cli.settings import (
    VARIABLES,
    add_article_options,
    add_config_options,
    add_file_options,
    add_output_options,
    add_result_options,
    add_rule_options,
    configurations,
)
from linter.config.resolve import Configurations, Resolved
from linter.core.errors import UsageError
from linter.core.problem import Problem
from linter.core.report import Report
from linter.engine.gather import gather
from linter.engine.job import Outcome, Target
from linter.engine.run import Manner, Run, run, targets_of
from linter.engine.sift import sift
from linter.report.context import Context
from linter.report.summary import summary

if TYPE_CHECKING:
    import datetime

CLEAN, FOUND, FAILED = 0, 1, 2


def check(arguments: Sequence[str]) -> int:
    """Lint what the arguments name; returns the exit code."""
    values = _parser().parse(arguments, VARIABLES)
    if values.watch:
        from linter.cli.watch import watch

        return watch(values.paths or [os.curdir], lambda: check_once(values))
    return check_once(values)


def check_once(values: Namespace) -> int:
    """Lint, report, and return the exit code."""
    general = configurations(values).of_folder(os.getcwd())
    found = found_articles(values, choice_of(general, values))
    targets = targets_of(found.paths, values.stdin_filename)
    job = CheckJob(values, [target.printed for target in targets])
    outputs = _outputs(job.general)
    look = Look.of(values, outputs, job.general.value("fail-level"))
    done = _run(targets, job, values)
    told = _told(done, found.problems, job)
    write_reports(told, outputs, job.rules, look)
    if any(output == Output("concise") for output in outputs):
        print(summary(told, Context(checked=len(told.sources))), file=sys.stderr)
    for remark in job.remarks:
        print(f"factlint: note: {remark}", file=sys.stderr)
    _tell_problems(told.problems)
    if values.profile:
        print(job.times(), file=sys.stderr, end="")
    return _exit_code(told, job.settings, values)


def _outputs(general: Resolved) -> tuple[Output, ...]:
    """The outputs asked for; a mistake in them is told with where it was made."""
    try:
        return parse_outputs(general.value("output"))
    except UsageError as error:
        raise UsageError(f"{', '.join(general.origins('output'))}: {error}") from None


def _run(targets: Sequence[Target], job: CheckJob, values: Namespace) -> Run:
    with progress_of(values) as told:
        # What is measured is the work of this process, and all of it.
        done = run(
            targets, job, Manner(1 if values.profile else values.jobs, values.cache and not values.profile, told)
        )
    job.end()
    return done


def _told(done: Run, lost: Sequence[Problem], job: CheckJob) -> Report:
    """The report as the settings of its articles want it told, with what could not be used among its problems."""
    outcomes = sorted((*done.outcomes, *_failed(lost)), key=lambda outcome: outcome.path)
    settings = job.settings
    quiet = any(settings.of(outcome.path).ignores for outcome in outcomes)
    shows = (lambda report: report) if quiet else (lambda report: _sifted(report, settings))
    report = gather(outcomes, shows, done.compared)
    if quiet:
        report = _sifted(_kept_quiet(report, job), settings)
    return replace(report, problems=(*done.problems, *report.problems))


def _sifted(report: Report, settings: Configurations) -> Report:
    return sift(report, lambda diagnostic: settings.of(diagnostic.path).shows(diagnostic))


def _kept_quiet(report: Report, job: CheckJob) -> Report:
    """The report without what the `ignores` of configurations keep quiet; entries that need a look are findings."""
    from linter.engine.outside import keep_quiet

    return keep_quiet(report, job.settings.of, job.in_force, job.planner.rules(job.general)[0], _today())


def _today() -> datetime.date:
    import datetime

    return datetime.date.today()


def _failed(problems: Sequence[Problem]) -> Iterator[Outcome]:
    if problems:
        from linter.engine.one import failed

        yield from (failed(problem.path, problem.message, problem.hint) for problem in problems)


def _tell_problems(problems: Sequence[Problem]) -> None:
    if problems:
        from linter.report.frame import problem_frame

        for problem in problems:
            print(problem_frame(problem), file=sys.stderr, end="")


def _exit_code(report: Report, settings: Configurations, values: Namespace) -> int:
    if report.problems:
        return FAILED
    if values.exit_zero:
        return CLEAN
    return FOUND if any(d.level in settings.of(d.path).fail_levels for d in report.diagnostics) else CLEAN


def _parser() -> Parser:
    parser = Parser("check", "Lint articles. Exit code: 0 clean, 1 findings, 2 the job could not be done.")
    paths = "files or folders; - is standard input (default: the working folder)"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=paths)
    for add in (add_rule_options, add_file_options, add_article_options, add_output_options, add_result_options):
        add(parser)
    add_config_options(parser)
    add_running_options(parser)
    return parser
