"""`factlint baseline`: remember the reports there are, so that only new ones fail; and forget those that are gone."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence

from linter.cli.arguments import Parser
from linter.cli.check import add_linting_options, lint_asked
from linter.core.errors import ProblemsError, UsageError
from linter.core.write import replace_file
from linter.engine.baseline import Cover
from linter.engine.baseline_file import DEFAULT_NAME, Entry, Written, read_baseline, render_baseline
from linter.engine.sift import hide
from linter.report.summary import counted
from linter.ruleset.model import RuleSet

PRUNE = "prune"


def baseline(arguments: Sequence[str]) -> int:
    """Write or prune a baseline file; returns 0. Raises FactlintError where not all articles can be linted."""
    prune = PRUNE in (*arguments[:1], *(flag.removeprefix("--") for flag in arguments if flag == "--prune"))
    given = [flag for number, flag in enumerate(arguments) if flag != "--prune" and (number or flag != PRUNE)]
    values = _parser(prune).parse(given)
    values.paths = values.paths or [os.curdir]
    path = values.baseline
    before = read_baseline(path) if prune or os.path.exists(path) else Written(path)
    session = lint_asked(values)
    if session.report.problems:
        raise ProblemsError(session.report.problems)
    cover = Cover(before, _ids(session.linter.ruleset), _ids(session.linter.known))
    found = session.report if prune else hide(session.report, values.min_confidence)
    change = cover.pruned if prune else cover.updated
    _write(before, change(found.diagnostics, session.inputs))
    return 0


def _parser(prune: bool) -> Parser:
    update = "Remember the reports there are. The file is updated for the articles linted; the rest of it stays."
    forget = "Forget what is not reported any more, in the articles linted; nothing is added."
    parser = Parser("baseline prune" if prune else "baseline", forget if prune else update)
    add_linting_options(parser)
    name = "the file (default: %(default)s); factlint check --baseline FILE uses it"
    parser.add_argument("--baseline", default=DEFAULT_NAME, metavar="FILE", help=name)
    parser.add_argument("--prune", action="store_true", help="the same as factlint baseline prune")
    return parser


def _ids(ruleset: RuleSet) -> frozenset[str]:
    return frozenset(rule.id for rule in ruleset.rules)


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
