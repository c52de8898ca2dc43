"""What `factlint check` leaves out because it was there before, and what it writes into articles."""

from __future__ import annotations

import argparse
import datetime
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.core.errors import UsageError
from linter.core.report import Report
from linter.core.source import Source

if TYPE_CHECKING:
    from linter.cli.arguments import Parser
    from linter.core.diagnostic import Diagnostic
    from linter.core.span import Span
    from linter.engine.baseline import Cover
    from linter.engine.changes import Changes
    from linter.engine.files import Reading
    from linter.ruleset.model import RuleSet


def today() -> datetime.date:
    """The day, in UTC, by which suppressions expire: nothing else of a run depends on it.

    SOURCE_DATE_EPOCH (reproducible-builds.org) puts another moment in its place.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(given) if given.isascii() and given.isdigit() and len(given) < 12 else int(time.time())
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).date()


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a run leaves out: reports of the baseline, and reports without a place in changed text."""

    cover: Cover | None = None
    changes: Changes | None = None

    def sift(self, report: Report, articles: Iterable[Source]) -> Report:
        """What is left of a report on some articles."""
        if self.cover is None and self.changes is None:
            return report
        articles = tuple(articles)
        spans = {source.path: self.spans(source) for source in articles}
        return self.sift_by(report, spans)

    def sift_by(self, report: Report, spans: dict[str, tuple[Span, ...]]) -> Report:
        """The same, with the changed places of each article at hand."""
        if self.cover is not None:
            report = self.cover.keep_quiet(report, spans)
        if self.changes is not None:
            from linter.engine.changes import only_changed

            report = only_changed(report, spans)
        return report

    def spans(self, source: Source) -> tuple[Span, ...]:
        """The changed places of an article; none where nobody asks for changes."""
        return self.changes.spans(source) if self.changes is not None else ()

    def stale(self, report: Report, paths: Iterable[str]) -> tuple[Diagnostic, ...]:
        """The errors for entries of the baseline that have nothing left to keep quiet."""
        return (*self.cover.stale(report, paths), *self.cover.lost()) if self.cover is not None else ()


def sieve_of(values: argparse.Namespace, ruleset: RuleSet, known: RuleSet, changes: Changes | None) -> Sieve:
    """What the options say is to be left out; raises FactlintError for a baseline that cannot be read."""
    return Sieve(cover_of(values.baseline, ruleset, known) if values.baseline else None, changes)


def cover_of(path: str, ruleset: RuleSet, known: RuleSet) -> Cover:
    """The baseline of a file at work; raises ProblemsError."""
    from linter.engine.baseline import Cover
    from linter.engine.baseline_file import read_baseline

    rules = frozenset(rule.id for rule in ruleset.rules)
    return Cover(read_baseline(path), rules, frozenset(rule.id for rule in known.rules))


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


def articles_asked(paths: Sequence[str], stdin_filename: str, changes: Changes | None) -> Reading:
    """The articles to lint: those that the paths name; without paths all that changed, where that is asked for.

    What is staged is read as it is staged. Raises UsageError for an article outside the repository.
    """
    from linter.engine.files import STANDARD_INPUT, read_all

    if changes is None:
        return read_all(paths or [STANDARD_INPUT], stdin_filename)
    from linter.engine.changes import read_changed

    return read_changed(paths, changes)


def check_options(values: argparse.Namespace) -> None:
    """Raise UsageError for options that say nothing together."""
    if values.unsafe_fixes and not (values.fix or values.diff):
        raise UsageError("--unsafe-fixes widens --fix or --diff; add one of them")
    if (values.fix or values.diff) and values.add_ignores is not None:
        raise UsageError("--add-ignores does not go with --fix or --diff; fix first, then add")


def add_lifecycle_options(parser: Parser) -> None:
    """The options of old and new reports, and of writing."""
    group = parser.add_argument_group("old and new")
    baseline = "leave out what is in this file; factlint baseline writes it"
    since = (
        "only reports with a place in text changed since this commit, branch or tag; all changed articles if no path"
    )
    staged = "only reports with a place in text that is staged for the next commit, as it is staged"
    group.add_argument("--baseline", metavar="FILE", help=baseline)
    group.add_argument("--since", metavar="REF", help=since)
    group.add_argument("--staged", action="store_true", help=staged)
    group = parser.add_argument_group("writing")
    ignores = "write a suppression with this reason into the articles for each report that stands"
    group.add_argument("--fix", action="store_true", help="apply fixes that are safe")
    group.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: also those that are not")
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    group.add_argument("--add-ignores", metavar="REASON", help=ignores)
