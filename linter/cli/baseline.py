"""`factlint baseline`: remember the reports there are, so that only new ones fail; and forget those that are gone."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from linter.cli.arguments import Parser
from linter.cli.check import asked_articles, outcomes_of, run_job
from linter.cli.job import CheckJob
from linter.cli.lifecycle import baseline_path, cover_of, outside_of
from linter.cli.running import add_work_options
from linter.cli.settings import (
    VARIABLES,
    add_article_options,
    add_baseline_option,
    add_config_options,
    add_file_options,
    add_rule_options,
    add_threshold_options,
)
from linter.core.errors import ProblemsError, UsageError
from linter.core.report import Report
from linter.core.write import replace_file
from linter.engine.baseline_file import DEFAULT_NAME, Entry, Written, render_baseline
from linter.engine.gather import gather
from linter.engine.sift import sift
from linter.report.summary import counted

PRUNE = "prune"


def baseline(arguments: Sequence[str]) -> int:
    """Write or prune a baseline file; returns 0. Raises FactlintError where not all articles can be linted."""
    prune = PRUNE in (*arguments[:1], *(flag.removeprefix("--") for flag in arguments if flag == "--prune"))
    given = [flag for number, flag in enumerate(arguments) if flag != "--prune" and (number or flag != PRUNE)]
    values = _parser(prune).parse(given, VARIABLES)
    values.profile = False
    asked = asked_articles(values, can_change=False)
    job = CheckJob(values, [target.printed for target in asked.targets], settings=asked.settings)
    path = baseline_path(job.general) or DEFAULT_NAME
    cover = cover_of(job, path, whole=asked.is_whole, new=not prune)
    done = run_job(asked.targets, job, values)
    job.end()
    outside = outside_of(job)
    report = gather(outcomes_of(done, asked.problems), outside.keep_quiet if outside else _as_it_is, done.compared)
    report = replace(report, problems=(*done.problems, *report.problems))
    if report.problems:
        raise ProblemsError(report.problems)
    # What is not shown is not remembered; but if it is there, it is not gone.
    found = report if prune else sift(report, lambda each: job.settings.of(each.path).shows(each))
    change = cover.pruned if prune else cover.updated
    _write(cover.baseline, change(found.diagnostics, [source.path for source in report.sources]))
    if not job.general.value("baseline") and not cover.baseline.text:
        use = f"factlint check --baseline {path}, or `baseline: {path}` in the configuration"
        print(f"factlint: note: it is used by {use}", file=sys.stderr)
    return 0


def _as_it_is(report: Report) -> Report:
    return report


def _parser(prune: bool) -> Parser:
    update = "Remember the reports there are. The file is updated for the articles linted; the rest of it stays."
    forget = "Forget what is not reported any more, in the articles linted; nothing is added."
    parser = Parser("baseline prune" if prune else "baseline", forget if prune else update)
    paths = "files or folders; - is standard input (default: the working folder)"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=paths)
    parser.add_argument("--prune", action="store_true", help="the same as factlint baseline prune")
    for add in (add_rule_options, add_file_options, add_article_options, add_threshold_options, add_config_options):
        add(parser)
    name = f"the file (default: the one that the configuration names, or {DEFAULT_NAME})"
    add_baseline_option(parser, name)
    add_work_options(parser)
    return parser


def _write(before: Written, entries: Iterable[Entry]) -> None:
    after = tuple(entries)
    text = render_baseline(after)
    if text != before.text:
        try:
            mode = stat.S_IMODE(os.stat(before.path).st_mode) if before.text else None
            replace_file(os.path.realpath(before.path), text.encode("utf-8"), mode)
        except OSError as error:
            raise UsageError(f"cannot write {before.path}: {error.strerror or error}") from error
    now, then = (sum(entry.count for entry in each) for each in (after, before.entries))
    change = f", {now - then:+d}" if before.text else ""
    print(f"factlint: {counted(now, 'finding')} in {before.path}{change}", file=sys.stderr)
