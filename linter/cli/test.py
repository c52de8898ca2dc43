"""`factlint test`: run the examples of rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from linter.checks import CHECKS
from linter.cli.arguments import Parser
from linter.report.frame import problem_frame
from linter.ruleset.load import load_rules
from linter.ruletest.run import Outcome, run_examples


def test(arguments: Sequence[str]) -> int:
    """Run the examples of the packs that the arguments name; returns 0, 1 for failures, 2 for broken rule files."""
    parser = Parser("test", "Run the examples in rule files.")
    parser.add_argument(
        "packs", nargs="*", metavar="PACK", help="built-in packs by name, or paths (default: all packs)"
    )
    parser.add_argument("--coverage", action="store_true", help="fail for a rule that no example makes report")
    values = parser.parse(arguments)
    loaded = load_rules(values.packs, checks=CHECKS)
    for problem in loaded.problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    outcomes = tuple(run_examples(loaded.ruleset))
    failed = [outcome for outcome in outcomes if outcome.failures]
    for outcome in failed:
        print(f"FAIL {outcome.name} ({outcome.rule.path})")
        print("".join(f"     {failure}\n" for failure in outcome.failures), end="")
    silent = _silent(outcomes) if values.coverage else ()
    for rule_id in silent:
        print(f"FAIL {rule_id}: no example makes it report anything")
    print(f"{len(outcomes) - len(failed)} examples passed, {len(failed)} failed, in {len(loaded.ruleset.rules)} rules")
    return 2 if loaded.problems else int(bool(failed or silent))


def _silent(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    fired = {outcome.rule.id: False for outcome in outcomes}
    for outcome in outcomes:
        fired[outcome.rule.id] |= outcome.fired
    return tuple(sorted(rule_id for rule_id, has_fired in fired.items() if not has_fired))
