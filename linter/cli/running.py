"""The options of `factlint check` on which files are linted, and how the work is done."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from contextlib import AbstractContextManager

from linter.cli.arguments import Parser, job_count
from linter.cli.progress import Told, progress
from linter.config.discover import project_root
from linter.config.resolve import Resolved
from linter.engine.walk import EXCLUDED, STANDARD_INPUT, Choice, Found, find_articles


def add_running_options(parser: Parser) -> None:
    """Options on how the work is done; none of them changes the report."""
    group = parser.add_argument_group("Running")
    jobs = "processes to lint with (default: auto, as many as pay)"
    group.add_argument("-j", "--jobs", type=job_count, default=0, metavar="N", help=jobs)
    group.add_argument(
        "--no-cache", action="store_const", const=False, default=True, dest="cache", help="neither use nor keep results"
    )
    group.add_argument("-w", "--watch", action="store_true", help="lint again whenever a file changes")
    group.add_argument("--profile", action="store_true", help="tell on standard error what took how long")
    group.add_argument(
        "--no-progress",
        action="store_const",
        const=False,
        default=True,
        dest="progress",
        help="show no progress on a terminal",
    )


def choice_of(general: Resolved, values: Namespace) -> Choice:
    """Which files are articles to lint, as the settings of the working folder and the options say."""
    given = [(layer.base, layer.value("exclude")) for layer in general.giving("exclude")][-1:]
    further = [(layer.base, layer.value("extend-exclude")) for layer in general.giving("extend-exclude")]
    return Choice(
        names=() if given else EXCLUDED,
        exclude=tuple((os.path.abspath(base), tuple(patterns)) for base, patterns in (*given, *further)),
        root=project_root(os.getcwd()),
        force_exclude=general.value("force-exclude"),
        gitignore=values.respect_gitignore,
    )


def found_articles(values: Namespace, choice: Choice) -> Found:
    """The articles that the paths name; what is left out though it was named is told."""
    paths = list(values.paths or [os.curdir])
    if STANDARD_INPUT in paths and find_articles([values.stdin_filename], choice).skipped:
        paths = [path for path in paths if path != STANDARD_INPUT]
        print(f"factlint: skipped {values.stdin_filename}, which is excluded", file=sys.stderr)
    found = find_articles(paths, choice)
    for path in found.skipped:
        print(f"factlint: skipped {path}, which is excluded", file=sys.stderr)
    return found


def progress_of(values: Namespace) -> AbstractContextManager[Told | None]:
    """What the run tells how far it is, where somebody looks."""
    return progress(values.progress)
