"""The report for GitLab: an array in the form of its page "Code Quality", section "Code Quality report format".

GitLab drops a finding whose fingerprint another one has, in whichever file that stands, and does not show the name of
the check; so fingerprints are made unique, and descriptions begin with the id of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.core.diagnostic import Diagnostic, Level
from linter.core.digest import text_digest
from linter.core.report import Report
from linter.report.context import Context
from linter.report.paths import relative_path
from linter.report.record import Record
from linter.report.stream import stream
from linter.report.terminal import one_line

SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}
"""Our levels in GitLab's words; it also knows `critical` and `blocker`."""

ROOT = "CI_PROJECT_DIR"
"""The variable of a GitLab job that holds the folder its paths are relative to."""


def render(report: Report, context: Context) -> Iterator[str]:
    """One object a diagnostic, in plain ASCII; in a GitLab job, paths are relative to the folder of the project."""
    root = context.environment.get(ROOT) or context.root
    yield from stream(issues(report, root, context.files))
    yield "\n"


def issues(report: Report, root: str, files: Mapping[str, str]) -> Iterator[Record]:
    """The objects, no two of which share a fingerprint; `files` as in a context."""
    taken: set[str] = set()
    for diagnostic in report.diagnostics:
        path = relative_path(files.get(diagnostic.path, diagnostic.path), root)
        unique = fingerprint(path, diagnostic, taken)
        taken.add(unique)
        yield issue(path, diagnostic, unique)


def issue(path: str, diagnostic: Diagnostic, unique: str) -> Record:
    """One object; columns are in code points, from 1, the end exclusive."""
    return {
        "description": f"{diagnostic.rule}: {one_line(diagnostic.message)}",
        "check_name": diagnostic.rule,
        "fingerprint": unique,
        "severity": SEVERITIES[diagnostic.level],
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": diagnostic.line, "column": diagnostic.column},
                "end": {"line": diagnostic.end_line, "column": diagnostic.end_column},
            },
        },
    }


def fingerprint(path: str, diagnostic: Diagnostic, taken: set[str]) -> str:
    """A hash of file, rule and sentence, salted with the number of equal ones before it: it moves with its text."""
    salt = 0
    while True:
        text = "\0".join((path, diagnostic.rule, diagnostic.fingerprint, *([str(salt)] if salt else [])))
        made = text_digest(text)
        if made not in taken:
            return made
        salt += 1
