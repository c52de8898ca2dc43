"""A diagnostic on one line."""

from __future__ import annotations

from linter.core.diagnostic import Diagnostic, Place
from linter.report.terminal import Paint, one_line


def location(place: Diagnostic | Place) -> str:
    """`path:line:column`, as editors parse it."""
    return f"{one_line(place.path)}:{place.line}:{place.column}"


def concise_line(diagnostic: Diagnostic, paint: Paint) -> str:
    """`path:line:column: level[rule] message`, without a line break."""
    label = paint(f"{diagnostic.level}[{diagnostic.rule}]", diagnostic.level)
    return f"{paint(location(diagnostic), 'strong')}: {label} {one_line(diagnostic.message)}"
