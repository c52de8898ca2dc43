"""The options of `factlint check` on which files are linted, and how the work is done."""

from __future__ import annotations

import os
import sys
from argparse import Namespace, _ArgumentGroup
from contextlib import AbstractContextManager

from linter.cli.arguments import Parser, job_count
from linter.cli.progress import Told, progress
from linter.config.discover import project_root
from linter.config.resolve import Configurations, Resolved
from linter.core.relative import is_within
from linter.engine.walk import EXCLUDED, STANDARD_INPUT, Choice, Exclusion, Found, find_articles


def add_running_options(parser: Parser) -> None:
    """Options on how the work is done; none of them changes the report."""
    group = add_work_options(parser)
    group.add_argument("-w", "--watch", action="store_true", help="lint again whenever a file changes")
    group.add_argument("--profile", action="store_true", help="tell on standard error what took how long")


def add_work_options(parser: Parser) -> _ArgumentGroup:
    """Those of them that every run over articles has; returns their group."""
    group = parser.add_argument_group("Running")
    jobs = "processes to lint with (default: auto, as many as pay)"
    group.add_argument("-j", "--jobs", type=job_count, default=0, metavar="N", help=jobs)
    group.add_argument(
        "--no-cache", action="store_const", const=False, default=True, dest="cache", help="neither use nor keep results"
    )
    group.add_argument(
        "--no-progress",
        action="store_const",
        const=False,
        default=True,
        dest="progress",
        help="show no progress on a terminal",
    )
    return group


def choice_of(settings: Configurations, values: Namespace) -> Choice:
    """Which files are articles to lint, as the options say and the configurations of the folders."""
    here = os.getcwd()
    general = settings.of_folder(here)

    def inner(folder: str) -> Exclusion | None:
        base = settings.folder_of(folder)
        return None if not base and is_within(folder, here) else _exclusion(settings.of_folder(folder), base)

    return Choice(
        _exclusion(general, settings.folder_of(here)),
        root=project_root(here),
        force_exclude=general.value("force-exclude"),
        gitignore=values.respect_gitignore,
        inner=None if settings.is_one else inner,
    )


def _exclusion(settings: Resolved, base: str) -> Exclusion:
    given = [(layer.base, layer.value("exclude")) for layer in settings.giving("exclude")][-1:]
    further = [(layer.base, layer.value("extend-exclude")) for layer in settings.giving("extend-exclude")]
    patterns = tuple((os.path.abspath(base), tuple(texts)) for base, texts in (*given, *further))
    return Exclusion(() if given else EXCLUDED, patterns, base)


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
