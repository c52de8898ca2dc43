"""Diagnostics as plain dicts: the fields of the public interface, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from linter.core.diagnostic import LEVELS, Diagnostic, Edit, Fix, Place
from linter.core.problem import Problem
from linter.core.report import Report, Suppressed
from linter.core.source import Source
from linter.report.context import Context

Record = dict[str, Any]
"""A JSON object."""


def diagnostic_record(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> Record:
    """A diagnostic; lines and columns from 1 in code points, the end exclusive.

    A fix with edits needs the text it edits: KeyError when `sources` lacks the diagnostic's path.
    """
    return {
        "rule": diagnostic.rule,
        "level": diagnostic.level,
        "confidence": diagnostic.confidence,
        "message": diagnostic.message,
        **place_record(diagnostic),
        "related": [{**place_record(place), "message": place.message} for place in diagnostic.related],
        "fix": fix_record(diagnostic.fix, diagnostic.path, sources) if diagnostic.fix else None,
        "fingerprint": diagnostic.fingerprint,
    }


def place_record(place: Diagnostic | Place) -> Record:
    """Where something is, and its words."""
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": place.text,
    }


def fix_record(fix: Fix, path: str, sources: Mapping[str, Source]) -> Record:
    """A suggestion with its edits, all in one file."""
    edits = [edit_record(edit, sources[path]) for edit in fix.edits]
    return {"message": fix.message, "applicability": fix.applicability, "edits": edits}


def edit_record(edit: Edit, source: Source) -> Record:
    """A replacement and the place it is for."""
    start, end = source.position(edit.span.start), source.position(edit.span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "replacement": edit.replacement,
    }


def suppressed_record(suppressed: Suppressed, sources: Mapping[str, Source]) -> Record:
    """A diagnostic that is kept quiet, by what and why."""
    diagnostic = diagnostic_record(suppressed.diagnostic, sources)
    return {"kind": suppressed.kind, "reason": suppressed.reason, "diagnostic": diagnostic}


def problem_record(problem: Problem) -> Record:
    """A mistake in a user's file."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def summary_record(report: Report, context: Context) -> Record:
    """What the run found and what it does not show, in numbers."""
    levels = Counter(diagnostic.level for diagnostic in report.diagnostics)
    return {
        "articles": context.checked,
        "findings": len(report.diagnostics),
        **{f"{level}s": levels[level] for level in LEVELS},
        "hidden": len(report.hidden),
        "suppressed": len(report.suppressed),
        "unchanged": len(report.unchanged),
        "problems": len(report.problems),
    }
