"""Which rules compare articles."""

from __future__ import annotations

from typing import cast

from linter.checks.base import CorpusCheck
from linter.ruleset.model import Rule
from linter.ruleset.shipped import KeptCheck


def compares(rule: Rule) -> bool:
    """Whether a rule compares articles; of one alone it says nothing."""
    check = rule.check
    return check.compares if isinstance(check, KeptCheck) else hasattr(check, "claims")


def comparing(rule: Rule) -> CorpusCheck | None:
    """The check of a rule that compares articles, None for any other rule."""
    if not compares(rule):
        return None
    return cast(CorpusCheck, rule.check.made if isinstance(rule.check, KeptCheck) else rule.check)
