"""The rules of a run: the shipped ones and the user's own, each of which has shown that it can speak."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence

from linter import __version__
from linter.checks import CHECKS
from linter.cli.settings import configurations
from linter.core.errors import ProblemsError
from linter.core.problem import Problem
from linter.ruleset.model import RuleSet
from linter.ruleset.shipped import shipped_rules

PACK_VARIABLES = ("rules", "config", "isolated")
"""Options of `configured_rules` that a variable of the environment can give."""


def configured_packs(values: Namespace) -> tuple[str, ...]:
    """The paths of the packs that the options and the configuration of the working folder name.

    Raises UsageError and ProblemsError as `configurations` does, and ProblemsError for a configuration with mistakes.
    """
    settings = configurations(values)
    packs = settings.of_folder(os.curdir).paths("packs")
    if settings.problems:
        raise ProblemsError(settings.problems)
    return packs


def configured_rules(values: Namespace) -> tuple[RuleSet, tuple[Problem, ...]]:
    """All rules there are for the working folder, and the mistakes in them; raises as `configured_packs` does."""
    return ready_rules(configured_packs(values))


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
