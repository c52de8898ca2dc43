"""The rules of a run: the shipped ones and the user's own, each of which has shown that it can speak."""

from __future__ import annotations

from collections.abc import Sequence

from linter import __version__
from linter.checks import CHECKS
from linter.core.problem import Problem
from linter.ruleset.model import RuleSet
from linter.ruleset.shipped import shipped_rules


def ready_rules(own: Sequence[str]) -> tuple[RuleSet, tuple[Problem, ...]]:
    """All shipped rules and those under the user's paths, and the mistakes in them; a rule with a mistake is left out.

    A rule of the user's takes the place of the shipped ones that it says it replaces.
    """
    shipped = shipped_rules(CHECKS)
    if not own:
        return shipped.ruleset, shipped.problems
    from linter.ruleset.load import load_rules
    from linter.ruleset.merge import combined
    from linter.ruletest.verify import verified

    added = verified(load_rules(own, checks=CHECKS, version=__version__))
    return combined(shipped.ruleset, added.ruleset), (*shipped.problems, *added.problems)
