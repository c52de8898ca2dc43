"""Which rules compare articles."""

from __future__ import annotations

from typing import cast

from linter.checks.base import CorpusCheck
from linter.ruleset.model import Rule
from linter.ruleset.shipped import KeptCheck


def comparing(rule: Rule) -> CorpusCheck | None:
    """The check of a rule that compares articles, None for any other rule."""
    check = rule.check
    if isinstance(check, KeptCheck):
        return cast(CorpusCheck, check.made) if check.compares else None
    return cast(CorpusCheck, check) if hasattr(check, "claims") else None
