"""Which rules compare articles."""

from __future__ import annotations

from linter.checks.base import CorpusCheck
from linter.ruleset.model import Rule
from linter.ruleset.shipped import KeptCheck


def comparing(rule: Rule) -> CorpusCheck | None:
    """The check of a rule that compares articles, None for any other rule."""
    check = rule.check
    if isinstance(check, KeptCheck):
        check = check.made if check.compares else check
    return check if isinstance(check, CorpusCheck) else None
