"""What a directive in an article is about: its rule, its day, the reports it covers."""

from __future__ import annotations

import datetime

from linter.core.diagnostic import Diagnostic
from linter.document.model import Directive
from linter.engine.meta import META_RULES
from linter.ruleset.model import RuleSet


def rule_id(name: str, known: RuleSet) -> str:
    """The id of the rule that a suppression names by its present or a former id; empty where there is none."""
    if any(name == meta.id for meta in META_RULES):
        return name
    try:
        return known[name].id
    except KeyError:
        return ""


def is_expired(directive: Directive, today: datetime.date | None) -> bool:
    """Whether the last day of a directive lies before `today`; None: no day has come."""
    return today is not None and directive.expires is not None and directive.expires < today


def covers(directive: Directive, diagnostic: Diagnostic) -> bool:
    """Whether one of the places of a diagnostic lies in the scope of a directive."""
    return any(directive.scope.overlaps(span) for span in diagnostic.places)
