"""What is said of a diagnostic on one line."""

from __future__ import annotations

from linter.core.diagnostic import Applicability, Diagnostic, Fix, Place
from linter.report.links import Linker
from linter.report.terminal import Paint, one_line

HOW_TO_APPLY: dict[Applicability, str] = {"safe": " (--fix applies it)", "unsafe": " (--unsafe-fixes applies it)"}


def location(place: Diagnostic | Place) -> str:
    """`path:line:column`, as editors parse it."""
    return f"{one_line(place.path)}:{place.line}:{place.column}"


def concise_line(diagnostic: Diagnostic, paint: Paint, link: Linker | None = None) -> str:
    """`path:line:column: level[rule] message`, without a line break."""
    label = paint(f"{diagnostic.level}[{diagnostic.rule}]", diagnostic.level)
    label = link(diagnostic.rule, label) if link else label
    return f"{paint(location(diagnostic), 'strong')}: {label} {one_line(diagnostic.message)}"


def suggestion(fix: Fix) -> str:
    """The words of a fix, and the flag that applies it where it can be applied."""
    return fix.message + (HOW_TO_APPLY.get(fix.applicability, "") if fix.edits else "")
