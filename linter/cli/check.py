"""`factlint check`: lint articles."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, redirect_stdout
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from linter.cli.arguments import Parser
from linter.cli.job import CheckJob
from linter.cli.lifecycle import (
    Sieve,
    add_lifecycle_options,
    baseline_path,
    changes_asked,
    check_options,
    sieve_of,
)
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
from linter.engine.gather import added, gather, sources_of
from linter.engine.job import Outcome, Target
from linter.engine.run import Manner, Run, run, targets_of
from linter.engine.walk import STANDARD_INPUT, Found
from linter.report.context import Context
from linter.report.summary import summary

if TYPE_CHECKING:
    from linter.cli.writing import Writing
    from linter.core.source import Source
    from linter.core.span import Span
    from linter.engine.changes import Changes

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
    check_options(values)
    asked = asked_articles(values)
    job = CheckJob(values, [target.printed for target in asked.targets], settings=asked.settings)
    outputs = _outputs(job.general)
    look = Look.of(values, outputs, job.general.value("fail-level"))
    sieve = sieve_of(job, asked.changes, baseline_path(job.general), whole=asked.is_whole)
    done = run_job(asked.targets, job, values)
    told = _told(done, asked.problems, sieve)
    writing = _written(told, sieve, job, values)
    if writing is not None:
        print(f"factlint: {writing.told}", file=sys.stderr)
        told = told if values.diff or not writing.written else _told_again(asked, writing.written, job, values)
        told = replace(told, problems=(*told.problems, *writing.problems))
    job.end()
    if not values.diff:
        # The text of standard input has gone to standard output.
        with redirect_stdout(sys.stderr) if values.fix and STANDARD_INPUT in values.paths else nullcontext():
            write_reports(told, outputs, job.rules, look)
        if any(output == Output("concise") for output in outputs):
            print(summary(told, Context(checked=len(told.sources))), file=sys.stderr)
    _tell_rest(told, job, values)
    if values.diff:
        told = replace(told, diagnostics=())
    return _exit_code(told, job.settings, values, differs=values.diff and writing is not None and writing.written != ())


def _tell_rest(told: Report, job: CheckJob, values: Namespace) -> None:
    """What is no report on an article: remarks, problems, and where the time went."""
    for remark in job.remarks:
        print(f"factlint: note: {remark}", file=sys.stderr)
    _tell_problems(told.problems)
    if values.profile:
        print(job.times(), file=sys.stderr, end="")


def _written(told: Report, sieve: Sieve, job: CheckJob, values: Namespace) -> Writing | None:
    """What became of writing into the articles, or of showing what would be written; None where nobody asks."""
    if not (values.fix or values.diff or values.add_ignores is not None):
        return None
    from linter.cli.writing import Writer, write

    def shown(source: Source, spans: tuple[Span, ...]) -> Report:
        return sieve.sift_by(job.lint(source).report, {source.path: spans})

    stdin = values.stdin_filename if STANDARD_INPUT in values.paths else ""
    return write(told, Writer(shown, sieve.spans, job.settings.home, stdin), values)


def _told_again(asked: Asked, written: Sequence[Source], job: CheckJob, values: Namespace) -> Report:
    """The report on the articles as they are now: what is written into one can change what is said of another."""
    from linter.core.write import encode

    stdin = {source.path: encode(source) for source in written}
    targets = tuple(
        replace(target, data=stdin.get(target.printed, target.data)) if target.path == STANDARD_INPUT else target
        for target in asked.targets
    )
    sieve = sieve_of(job, changes_asked(values), baseline_path(job.general), whole=asked.is_whole)
    return _told(run_job(targets, job, values), asked.problems, sieve)


class Asked(Struct, frozen=True):
    """The articles that a command line asks for, what is wrong with its paths, and since when changes count.

    `is_whole` says that they are all those of the working folder. `settings` are those of all of them.
    """

    settings: Configurations
    targets: tuple[Target, ...]
    problems: tuple[Problem, ...] = ()
    changes: Changes | None = None
    is_whole: bool = False


def asked_articles(values: Namespace, *, can_change: bool = True) -> Asked:
    """The articles to lint: those that the paths name; without paths all that changed, where that is asked for.

    What is staged comes as it is staged. Raises UsageError for an article outside the repository.
    """
    settings = configurations(values)
    choice = choice_of(settings, values)
    changes = changes_asked(values) if can_change else None
    if changes is None:
        found = found_articles(values, choice)
        whole = any(os.path.normpath(path) == os.curdir for path in values.paths or [os.curdir])
        return Asked(settings, targets_of(found.paths, values.stdin_filename), found.problems, is_whole=whole)
    from linter.engine.changes import changed_articles

    found = found_articles(values, choice) if values.paths else Found(changed_articles(changes, choice))
    for path in found.paths:
        changes.path_of(path)
    targets = targets_of(found.paths, values.stdin_filename)
    if changes.staged is None:
        return Asked(settings, targets, found.problems, changes)
    from linter.engine.staged import as_staged

    staged = as_staged(targets, changes)
    return Asked(settings, staged.targets, (*found.problems, *staged.problems), changes)


def _outputs(general: Resolved) -> tuple[Output, ...]:
    """The outputs asked for; a mistake in them is told with where it was made."""
    try:
        return parse_outputs(general.value("output"))
    except UsageError as error:
        raise UsageError(f"{', '.join(general.origins('output'))}: {error}") from None


def run_job(targets: Sequence[Target], job: CheckJob, values: Namespace) -> Run:
    """Lint the articles in the manner that the options ask for."""
    with progress_of(values) as told:
        # What is measured is the work of this process, and all of it.
        manner = Manner(1 if values.profile else values.jobs, values.cache and not values.profile, told)
        return run(targets, job, manner)


def outcomes_of(done: Run, lost: Sequence[Problem]) -> tuple[Outcome, ...]:
    """The outcomes of a run and those of what could not be used, by path."""
    return tuple(sorted((*done.outcomes, *_failed(lost)), key=lambda outcome: outcome.path))


def _told(done: Run, lost: Sequence[Problem], sieve: Sieve) -> Report:
    """The report as the settings of its articles want it told, with what could not be used among its problems."""
    outcomes = outcomes_of(done, lost)
    sources = {source.path: source for source in sources_of(outcomes)}
    report = gather(outcomes, lambda report: sieve.sift(report, sources), done.compared)
    report = added(report, sieve.idle(report))
    return replace(report, problems=(*done.problems, *report.problems))


def _failed(problems: Sequence[Problem]) -> Iterator[Outcome]:
    if problems:
        from linter.engine.one import failed

        yield from (failed(problem.path, problem.message, problem.hint) for problem in problems)


def _tell_problems(problems: Sequence[Problem]) -> None:
    if problems:
        from linter.report.frame import problem_frame

        for problem in problems:
            print(problem_frame(problem), file=sys.stderr, end="")


def _exit_code(report: Report, settings: Configurations, values: Namespace, *, differs: bool) -> int:
    if report.problems:
        return FAILED
    if values.exit_zero:
        return CLEAN
    return FOUND if differs or any(d.level in settings.of(d.path).fail_levels for d in report.diagnostics) else CLEAN


def _parser() -> Parser:
    parser = Parser("check", "Lint articles. Exit code: 0 clean, 1 findings, 2 the job could not be done.")
    paths = "files or folders; - is standard input (default: the working folder)"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=paths)
    for add in (add_rule_options, add_file_options, add_article_options, add_output_options, add_result_options):
        add(parser)
    add_lifecycle_options(parser)
    add_config_options(parser)
    add_running_options(parser)
    return parser
