"""`factlint rule`: what a rule reports, why, and the examples that prove it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from linter.cli.arguments import Parser
from linter.cli.rules import ready_rules
from linter.core.errors import ProblemsError, UsageError
from linter.core.problem import did_you_mean
from linter.engine.meta import META_RULES
from linter.ruledocs.explain import as_json, as_text, meta_as_text
from linter.ruleset.model import Rule, RuleSet


def rule(arguments: Sequence[str]) -> int:
    """Explain the rules that the arguments name; returns the exit code."""
    parser = Parser("rule", "Explain rules: what they report, why, and their examples.")
    parser.add_argument("ids", nargs="*", metavar="ID", help="a rule's id, as in polls/unnamed-pollster")
    parser.add_argument("--all", action="store_true", help="all rules, a line each")
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="rules of your own")
    parser.add_argument("-o", "--output", choices=("text", "json"), default="text")
    values = parser.parse(arguments)
    ruleset, problems = ready_rules(values.rules)
    if problems:
        raise ProblemsError(problems)
    if not values.ids and not values.all:
        parser.error("name a rule, or ask for --all")
    if values.output == "json":
        chosen = ruleset.rules if values.all else tuple(_known(ruleset, name) for name in values.ids)
        print(json.dumps([as_json(each) for each in chosen], ensure_ascii=False, indent=2))
    elif values.all:
        print("\n".join(f"{each.level:8}{each.id:42}{each.title}" for each in ruleset.rules))
    else:
        print("\n\n".join(_explained(ruleset, name) for name in values.ids))
    return 0


def _explained(ruleset: RuleSet, name: str) -> str:
    meta = next((each for each in META_RULES if each.id == name), None)
    return meta_as_text(meta.id, meta.title, meta.level, meta.docs) if meta else as_text(_known(ruleset, name))


def _known(ruleset: RuleSet, name: str) -> Rule:
    try:
        return ruleset[name]
    except KeyError:
        known = [*(each.id for each in ruleset.rules), *(each.id for each in META_RULES)]
        hint = did_you_mean(name, known) or "see all of them with: factlint rule --all"
        raise UsageError(f"no rule is called {name!r}; {hint}") from None
