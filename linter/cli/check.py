"""`factlint check`: lint articles."""

from __future__ import annotations

import datetime
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from linter.cli.arguments import Parser
from linter.cli.output import Look, Output, parse_outputs, write_reports
from linter.cli.profile import profiled, times_of
from linter.cli.rules import ready_rules
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
from linter.core.errors import ProblemsError, UsageError
from linter.core.problem import Problem
from linter.core.report import Report
from linter.engine.files import STANDARD_INPUT, read_all
from linter.engine.lint import Linter
from linter.engine.meta import unreadable
from linter.engine.outside import keep_quiet
from linter.engine.plan import Job, Planner
from linter.engine.sift import by_place, merged, sift
from linter.report.context import Context
from linter.report.frame import problem_frame
from linter.report.summary import summary
from linter.ruleset.model import Rule, RuleSet

CLEAN, FOUND, FAILED = 0, 1, 2


def check(arguments: Sequence[str]) -> int:
    """Lint what the arguments name; returns the exit code."""
    values = _parser().parse(arguments, VARIABLES)
    settings = configurations(values)
    general = settings.of_folder(os.getcwd())
    refuse(settings.problems)
    outputs = _outputs(general)
    look = Look.of(values, outputs, general.value("fail-level"))
    reading = read_all(values.paths or [STANDARD_INPUT], values.stdin_filename)
    planner = Planner(settings, lambda packs: ready_rules(packs), profiled() if values.profile else Linter)
    jobs = planner.jobs(reading.sources, values.date)
    chosen = _rules_of(jobs, planner, general)
    refuse(planner.setting_problems)
    told = _told(run_jobs(jobs), reading.problems, planner, settings, general)
    write_reports(told, outputs, chosen, look)
    if any(output == Output("concise") for output in outputs):
        print(summary(told, Context(checked=len(told.sources))), file=sys.stderr)
    for remark in planner.remarks:
        print(f"factlint: note: {remark}", file=sys.stderr)
    for problem in told.problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    for job in jobs if values.profile else ():
        print(times_of(job.linter), file=sys.stderr, end="")
    return _exit_code(told, settings, values)


def refuse(problems: Sequence[Problem]) -> None:
    """Raise ProblemsError where the settings have problems: nothing is linted by settings that nobody meant."""
    if problems:
        raise ProblemsError(tuple(problems))


def _outputs(general: Resolved) -> tuple[Output, ...]:
    """The outputs asked for; a mistake in them is told with where it was made."""
    try:
        return parse_outputs(general.value("output"))
    except UsageError as error:
        raise UsageError(f"{', '.join(general.origins('output'))}: {error}") from None


def run_jobs(jobs: Sequence[Job]) -> Report:
    """The report on the articles of all jobs."""
    return merged([job.linter.lint(job.inputs) for job in jobs])


def _told(
    report: Report, unread: Sequence[Problem], planner: Planner, settings: Configurations, general: Resolved
) -> Report:
    """The report as the settings of its articles want it told, with what could not be used among its problems."""
    complete = _with_unreadable(report, unread)
    known = planner.rules(general)[0]
    today = datetime.date.today()
    shown = keep_quiet(complete, settings.of, lambda path: planner.choice(settings.of(path)).in_force, known, today)
    problems = (*planner.problems, *unread, *report.problems)
    return replace(sift(shown, lambda d: settings.of(d.path).shows(d)), problems=problems)


def _rules_of(jobs: Sequence[Job], planner: Planner, general: Resolved) -> RuleSet:
    """The rules in force in any of the jobs; without articles, those of the current folder."""
    rules: dict[str, Rule] = {rule.id: rule for job in reversed(jobs) for rule in job.linter.ruleset.rules}
    if not jobs:
        choice = planner.choice(general)
        rules = {rule.id: rule for rule in choice.ruleset.rules if rule.id in choice.in_force}
    return RuleSet(tuple(rules[rule_id] for rule_id in sorted(rules)))


def _with_unreadable(report: Report, problems: Sequence[Problem]) -> Report:
    lost = [unreadable(problem.path, problem.message) for problem in problems]
    return replace(report, diagnostics=tuple(sorted((*report.diagnostics, *lost), key=by_place)))


def _exit_code(report: Report, settings: Configurations, values: Namespace) -> int:
    if report.problems:
        return FAILED
    if values.exit_zero:
        return CLEAN
    return FOUND if any(d.level in settings.of(d.path).fail_levels for d in report.diagnostics) else CLEAN


def _parser() -> Parser:
    parser = Parser("check", "Lint articles. Exit code: 0 clean, 1 findings, 2 the job could not be done.")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; - is standard input")
    for add in (add_rule_options, add_file_options, add_article_options, add_output_options, add_result_options):
        add(parser)
    add_config_options(parser)
    parser.add_argument("--profile", action="store_true", help="tell on standard error what took how long")
    return parser
