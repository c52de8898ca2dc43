"""The report on one article as bytes: small enough to keep for any number of articles, quick to write and to read.

Records become tuples of their fields, in the order of the class, and go through `marshal` and `zlib`. The bytes are
meant for the same version of the program: whoever keeps them longer keys them by it.
"""

from __future__ import annotations

import marshal
import zlib
from operator import attrgetter
from typing import Any

from linter.core.diagnostic import Diagnostic, Edit, Fix, Place
from linter.core.problem import Problem
from linter.core.record import names
from linter.core.report import Report, Suppressed
from linter.core.span import Span

SPEED = 1
"""The level of zlib: the fastest, which is five times smaller than nothing."""


def _fields(record: type) -> tuple[str, ...]:
    return tuple(names(record).values())


_diagnostic = attrgetter(*_fields(Diagnostic))
_place = attrgetter(*_fields(Place))
_problem = attrgetter(*_fields(Problem))
_reasons = attrgetter(*_fields(Suppressed)[1:])
PATH, RELATED, FIX, SPAN = (_fields(Diagnostic).index(name) for name in ("path", "related", "fix", "span"))
PLACE_PATH, PLACE_SPAN = (_fields(Place).index(name) for name in ("path", "span"))
PROBLEM_PATH = _fields(Problem).index("path")


def pack(report: Report, path: str) -> bytes:
    """The diagnostics, those that are not shown, and the problems of the article of that path."""
    flat = (
        [_flat_diagnostic(each, path) for each in report.diagnostics],
        [(_flat_diagnostic(each.diagnostic, path), *_reasons(each)) for each in report.suppressed],
        [_flat_diagnostic(each, path) for each in report.hidden],
        [_flat_diagnostic(each, path) for each in report.unchanged],
        [_relocated(_problem(each), PROBLEM_PATH, path, "") for each in report.problems],
    )
    return zlib.compress(marshal.dumps(flat), SPEED)


def unpack(data: bytes, path: str) -> Report:
    """The report that was packed, now of the article of this path; ValueError for what was not packed here."""
    try:
        diagnostics, suppressed, hidden, unchanged, problems = marshal.loads(zlib.decompress(data))  # noqa: S302 - our own bytes
        return Report(
            tuple([_diagnostic_of(each, path) for each in diagnostics]),
            tuple([Suppressed(_diagnostic_of(each, path), *rest) for each, *rest in suppressed]),
            tuple([_diagnostic_of(each, path) for each in hidden]),
            tuple([Problem(*_relocated(each, PROBLEM_PATH, "", path)) for each in problems]),
            unchanged=tuple([_diagnostic_of(each, path) for each in unchanged]),
        )
    except (zlib.error, EOFError, TypeError, IndexError) as error:
        raise ValueError(f"no packed report: {error}") from error


def _relocated(values: tuple[Any, ...], index: int, old: str, new: str) -> list[Any]:
    """The values with the path at an index changed from one to another; the path of another article stays."""
    changed = list(values)
    if changed[index] == old:
        changed[index] = new
    return changed


def _flat_diagnostic(diagnostic: Diagnostic, path: str) -> tuple[Any, ...]:
    values = _relocated(_diagnostic(diagnostic), PATH, path, "")
    values[RELATED] = [_flat_place(place, path) for place in diagnostic.related]
    values[SPAN] = (diagnostic.span.start, diagnostic.span.end)
    fix = diagnostic.fix
    if fix is not None:
        edits = [(edit.span.start, edit.span.end, edit.replacement) for edit in fix.edits]
        values[FIX] = (fix.message, fix.applicability, edits)
    return tuple(values)


def _flat_place(place: Place, path: str) -> tuple[Any, ...]:
    values = _relocated(_place(place), PLACE_PATH, path, "")
    values[PLACE_SPAN] = (place.span.start, place.span.end)
    return tuple(values)


def _diagnostic_of(flat: tuple[Any, ...], path: str) -> Diagnostic:
    values = _relocated(flat, PATH, "", path)
    values[RELATED] = tuple([_place_of(place, path) for place in values[RELATED]])
    values[SPAN] = Span(*values[SPAN])
    if values[FIX] is not None:
        message, applicability, edits = values[FIX]
        values[FIX] = Fix(message, applicability, tuple([Edit(Span(start, end), text) for start, end, text in edits]))
    return Diagnostic(*values)


def _place_of(flat: tuple[Any, ...], path: str) -> Place:
    values = _relocated(flat, PLACE_PATH, "", path)
    values[PLACE_SPAN] = Span(*values[PLACE_SPAN])
    return Place(*values)
