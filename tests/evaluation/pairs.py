"""What a rule says of one side of a minimal pair."""

from __future__ import annotations

import datetime

import linter

DATE = datetime.date(2019, 5, 14)


def told(rule: str, text: str) -> list[str]:
    """The words that a rule reports."""
    report = linter.lint(text + "\n", path="article.txt", date=DATE)
    return [diagnostic.text for diagnostic in report.diagnostics if diagnostic.rule == rule]
