"""The report as SARIF 2.1.0 (OASIS), in the shape that GitHub code scanning asks for.

GitHub's page "SARIF support for code scanning" names the fields it needs and their limits. Columns are UTF-16 code
units, and the run says so. The rules are those in force, not those that reported, so that they never vary with results.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from linter.core.diagnostic import Diagnostic, Place
from linter.core.problem import Problem
from linter.core.report import Report, Suppressed
from linter.core.source import width
from linter.report.context import Context
from linter.report.record import Record
from linter.report.sarif_message import message_text
from linter.report.sarif_place import Atlas
from linter.report.sarif_rule import descriptor
from linter.report.stream import Streamed, stream

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SARIF_VERSION = "2.1.0"

IN_SOURCE = "directive"
"""The kind of suppression that stands in the article itself; every other one, such as a baseline, is external."""


def render(report: Report, context: Context) -> Iterator[str]:
    """One log with one run, in plain ASCII."""
    log = {"$schema": SCHEMA, "version": SARIF_VERSION, "runs": iter((Streamed(run(report, context)),))}
    yield from stream(Streamed(log))
    yield "\n"


def run(report: Report, context: Context) -> Record:
    """The run: tool and rules, how it went, and an iterator over the results."""
    atlas = Atlas({source.path: source for source in report.sources}, context)
    rules = sorted(context.rules, key=lambda rule: rule.id)
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    return {
        "tool": {"driver": driver(context.version, [descriptor(rule) for rule in rules])},
        "automationDetails": {"id": "factlint/"},
        "columnKind": "utf16CodeUnits",
        "invocations": [invocation(report, atlas)],
        "results": chain(
            (result(diagnostic, indexes, atlas) for diagnostic in report.diagnostics),
            (suppressed_result(suppressed, indexes, atlas) for suppressed in report.suppressed),
        ),
    }


def driver(version: str, rules: list[Record]) -> Record:
    """The tool itself; a version that is not known is left out."""
    return {"name": "factlint", **({"version": version} if version else {}), "rules": rules}


def invocation(report: Report, atlas: Atlas) -> Record:
    """How the run went: any problem makes it a run that did not do all of its work."""
    notifications = [notification(problem, atlas) for problem in report.problems]
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}


def notification(problem: Problem, atlas: Atlas) -> Record:
    """A mistake in a user's file."""
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    line, before = max(problem.line, 1), problem.frame[: max(problem.column - 1, 0)]
    column = 1 + width(before, "utf-16") if problem.frame else max(problem.column, 1)
    region = {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 1}
    return {"level": "error", "message": {"text": text}, "locations": [atlas.physical(problem.path, region)]}


def result(diagnostic: Diagnostic, indexes: Mapping[str, int], atlas: Atlas) -> Record:
    """One diagnostic: its primary place as the only location, the others as related ones that the message links."""
    index = {"ruleIndex": indexes[diagnostic.rule]} if diagnostic.rule in indexes else {}
    return {
        "ruleId": diagnostic.rule,
        **index,
        "level": diagnostic.level,
        "message": {"text": message_text(diagnostic)},
        "locations": [atlas.location(diagnostic)],
        "relatedLocations": [related(place, number, atlas) for number, place in enumerate(diagnostic.related, 1)],
        "partialFingerprints": {"factlint/v1": diagnostic.fingerprint},
        "properties": {"confidence": diagnostic.confidence},
    }


def related(place: Place, number: int, atlas: Atlas) -> Record:
    """A related place with the number that the message links to."""
    return {"id": number, **atlas.location(place), "message": {"text": place.message or place.text}}


def suppressed_result(suppressed: Suppressed, indexes: Mapping[str, int], atlas: Atlas) -> Record:
    """A diagnostic that is kept quiet: `inSource` when by a directive in the article, otherwise `external`."""
    kind = "inSource" if suppressed.kind == IN_SOURCE else "external"
    reason = {"justification": suppressed.reason} if suppressed.reason else {}
    return {**result(suppressed.diagnostic, indexes, atlas), "suppressions": [{"kind": kind, **reason}]}
