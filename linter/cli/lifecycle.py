"""What `factlint check` leaves out because it was there before, and the options of that and of writing."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from linter.cli.settings import add_baseline_option
from linter.core.errors import UsageError
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.sift import by_place, sift

if TYPE_CHECKING:
    from linter.cli.arguments import Parser
    from linter.cli.job import CheckJob
    from linter.config.resolve import Resolved
    from linter.core.diagnostic import Diagnostic
    from linter.core.span import Span
    from linter.engine.baseline import Cover
    from linter.engine.changes import Changes
    from linter.engine.outside import Outside

Sources = Mapping[str, Source]
"""Articles by their paths."""


class Sieve(Struct, frozen=True):
    """What a run leaves out: what configurations keep quiet, what is in the baseline, what has no place in changed
    text, and what `shows` says is too mild or not sure enough.
    """

    shows: Callable[[Diagnostic], bool]
    outside: Outside | None = None
    cover: Cover | None = None
    changes: Changes | None = None

    def sift(self, report: Report, sources: Sources) -> Report:
        """What is left of the report on one article, which is among the report's sources; `sources` are all there are.

        It depends on nothing but the report.
        """
        paths = {each.path for each in report.sources}
        if self.changes is not None:
            paths.update(place.path for diagnostic in report.diagnostics for place in diagnostic.related)
        read = (sources[path] for path in paths if path in sources)
        return self.sift_by(report, {source.path: self.spans(source) for source in read})

    def sift_by(self, report: Report, spans: Mapping[str, tuple[Span, ...]]) -> Report:
        """The same, with the changed places of each article at hand."""
        if self.outside is not None:
            report = self.outside.keep_quiet(report)
        if self.cover is not None:
            report = self.cover.keep_quiet(report, [source.path for source in report.sources])
        if self.changes is not None:
            from linter.engine.changes import only_changed

            report = only_changed(report, spans)
        quiet = sorted(report.suppressed, key=lambda suppressed: by_place(suppressed.diagnostic))
        return sift(replace(report, suppressed=tuple(quiet)), self.shows)

    def spans(self, source: Source) -> tuple[Span, ...]:
        """The changed places of an article; none where nobody asks for changes."""
        return self.changes.spans(source) if self.changes is not None else ()

    def idle(self, report: Report) -> Report:
        """What is to be said of entries, of configurations and of the baseline, that have nothing left to keep quiet.

        `report` is on all articles of the run, with the sieve behind it.
        """
        told = self.outside.idle(report) if self.outside is not None else ()
        if self.cover is not None:
            linted = [source.path for source in report.sources]
            told = (*told, *self.cover.stale(report, linted), *self.cover.lost())
        return sift(Report(told), self.shows)


def sieve_of(job: CheckJob, changes: Changes | None, baseline: str, *, whole: bool) -> Sieve:
    """What a job leaves out; raises ProblemsError for a baseline, "" for none, that cannot be read.

    `whole` says that all articles of the working folder are linted.
    """
    cover = cover_of(job, baseline, whole=whole) if baseline else None
    return Sieve(lambda each: job.settings.of(each.path).shows(each), outside_of(job), cover, changes)


def outside_of(job: CheckJob) -> Outside | None:
    """The `ignores` of configurations at work; None where there are none."""
    if not job.has_ignores:
        return None
    from linter.engine.outside import Outside

    return Outside(job.settings.of, job.known, job.in_force, job.day)


def cover_of(job: CheckJob, path: str, *, whole: bool, new: bool = False) -> Cover:
    """The baseline of a file at work; raises ProblemsError. With `new` it need not be there."""
    from linter.engine.baseline import Cover
    from linter.engine.baseline_file import Written, read_baseline

    written = Written(path) if new and not os.path.exists(path) else read_baseline(path)
    # What articles say against each other is gone only if all were compared.
    is_all = whole and os.path.realpath(written.folder) == os.path.realpath(os.curdir)
    return Cover(written, job.in_force if is_all else job.alone_in_force, job.all_known)


def baseline_path(general: Resolved) -> str:
    """The path of the baseline that the settings of the working folder name; "" for none."""
    *_, layer = (None, *general.giving("baseline"))
    if layer is None or not layer.value("baseline"):
        return ""
    path = os.path.join(layer.base, layer.value("baseline"))
    here = os.getcwd().rstrip(os.sep) + os.sep
    return path.removeprefix(here) if layer.base else path


def changes_asked(values: argparse.Namespace) -> Changes | None:
    """What `--since` or `--staged` ask for; raises UsageError where git cannot tell, or options do not go together."""
    if values.since is None and not values.staged:
        return None
    if values.since is not None and values.staged:
        raise UsageError("--since and --staged do not go together; --since HEAD has what is staged and what is not")
    if "-" in values.paths:
        raise UsageError("--since and --staged cannot be used on standard input, of which git knows nothing")
    if values.staged and (values.fix or values.add_ignores is not None):
        raise UsageError(
            "--staged lints what is staged, and --fix and --add-ignores write what is not; use --since HEAD"
        )
    from linter.engine.changes import changes_since, staged_changes

    return staged_changes(os.getcwd()) if values.staged else changes_since(values.since, os.getcwd())


def check_options(values: argparse.Namespace) -> None:
    """Raise UsageError for options that say nothing together."""
    if values.unsafe_fixes and not (values.fix or values.diff):
        raise UsageError("--unsafe-fixes widens --fix or --diff; add one of them")
    if (values.fix or values.diff) and values.add_ignores is not None:
        raise UsageError("--add-ignores does not go with --fix or --diff; fix first, then add")


def add_lifecycle_options(parser: Parser) -> None:
    """The options of old and new reports, and of writing."""
    group = add_baseline_option(parser)
    since = (
        "only reports with a place in text changed since this commit, branch or tag; all changed articles if no path"
    )
    staged = "only reports with a place in text that is staged for the next commit, as it is staged"
    group.add_argument("--since", metavar="REF", help=since)
    group.add_argument("--staged", action="store_true", help=staged)
    group = parser.add_argument_group("Writing")
    ignores = "write a suppression with this reason into the articles for each report that stands"
    group.add_argument("--fix", action="store_true", help="apply fixes that are safe")
    group.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: also those that are not")
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    group.add_argument("--add-ignores", metavar="REASON", help=ignores)
