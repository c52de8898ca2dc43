"""`factlint test`: run the examples of rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from linter import __version__
from linter.checks import CHECKS
from linter.cli.arguments import Parser
from linter.cli.rules import configured_packs
from linter.cli.settings import add_config_options
from linter.report.frame import problem_frame
from linter.ruleset.load import load_rules
from linter.ruleset.model import Loaded
from linter.ruletest.run import Outcome, run_examples


def test(arguments: Sequence[str]) -> int:
    """Run the examples of the packs that the arguments or the configuration name.

    Returns 0, 1 for failures, 2 for broken rule files.
    """
    values = _parser().parse(arguments, ("config", "isolated"))
    packs = tuple(values.packs) or configured_packs(values)
    loaded = load_rules(packs, checks=CHECKS, version=__version__)
    outcomes = tuple(run_examples(loaded.ruleset))
    if values.update:
        from linter.cli.update_examples import update

        if update(outcomes):
            loaded = load_rules(packs, checks=CHECKS, version=__version__)
            outcomes = tuple(run_examples(loaded.ruleset))
    return _tell(loaded, outcomes, _silent(outcomes) if values.coverage else ())


def _parser() -> Parser:
    parser = Parser("test", "Run the examples in rule files.")
    packs = "packs by name, or paths of folders and rule files (default: the configuration's, or all built-in ones)"
    parser.add_argument("packs", nargs="*", metavar="PACK", help=packs)
    parser.add_argument("--coverage", action="store_true", help="fail for a rule that no example makes report")
    parser.add_argument(
        "--update", action="store_true", help="write what is reported into the bad examples, and show the difference"
    )
    add_config_options(parser)
    parser.set_defaults(rules=[])
    return parser


def _tell(loaded: Loaded, outcomes: Sequence[Outcome], silent: Sequence[str]) -> int:
    for problem in loaded.problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    failed = [outcome for outcome in outcomes if outcome.failures]
    for outcome in failed:
        print(f"FAIL {outcome.name} ({outcome.rule.path})")
        print("".join(f"     {failure}\n" for failure in outcome.failures), end="")
    for rule_id in silent:
        print(f"FAIL {rule_id}: no example makes it report anything")
    todo = sum(bool(outcome.example.todo) for outcome in outcomes)
    known = f", {todo} of them todo" if todo else ""
    passed = len(outcomes) - len(failed)
    print(f"{passed} examples passed, {len(failed)} failed{known}, in {len(loaded.ruleset.rules)} rules")
    return 2 if loaded.problems else int(bool(failed or silent))


def _silent(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    fired = {outcome.rule.id: False for outcome in outcomes}
    for outcome in outcomes:
        fired[outcome.rule.id] |= outcome.fired
    return tuple(sorted(rule_id for rule_id, has_fired in fired.items() if not has_fired))
