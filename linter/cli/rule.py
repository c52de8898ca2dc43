"""`factlint rule`: what a rule reports, why, and the examples that prove it."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence

from linter.cli.arguments import Parser
from linter.cli.rules import PACK_VARIABLES, configured_rules
from linter.cli.settings import add_config_options, add_pack_option
from linter.core.errors import UsageError
from linter.core.problem import did_you_mean
from linter.engine.meta import META_RULES
from linter.report.frame import problem_frame
from linter.ruledocs.explain import as_text, meta_as_text
from linter.ruledocs.record import RuleRecord, as_json, meta_record, record
from linter.ruleset.model import Rule, RuleSet


def rule(arguments: Sequence[str]) -> int:
    """Explain the rules that the arguments name; returns the exit code: 2 where a rule file has mistakes."""
    if arguments[:1] == ["new"]:
        from linter.cli.rule_new import new_rule

        return new_rule(arguments[1:])
    parser = _parser()
    values = parser.parse(arguments, PACK_VARIABLES)
    if values.schema:
        return _print_schema()
    if not values.ids and not values.all:
        parser.error("name a rule, or ask for --all")
    ruleset, problems = configured_rules(values)
    for problem in problems:
        print(problem_frame(problem), file=sys.stderr, end="")
    print(_told(ruleset, values))
    return 2 if problems else 0


def records(ruleset: RuleSet) -> tuple[RuleRecord, ...]:
    """The records of all rules, and of what factlint reports besides, by id."""
    meta = [meta_record(each.id, each.title, each.level, each.message, each.docs) for each in META_RULES]
    return tuple(sorted((*map(record, ruleset.rules), *meta), key=lambda each: each.id))


def _parser() -> Parser:
    parser = Parser("rule", "Explain rules: what they report, why, and their examples. Start one: factlint rule new.")
    parser.add_argument("ids", nargs="*", metavar="ID", help="a rule's id, as in polls/unnamed-pollster")
    parser.add_argument("--all", action="store_true", help="all rules; as text a line each")
    add_pack_option(parser)
    parser.add_argument("-o", "--output", choices=("text", "json"), default="text", dest="form")
    parser.add_argument("--json", action="store_const", const="json", dest="form", help="the same as -o json")
    parser.add_argument("--schema", action="store_true", help="the JSON Schema of rule files, for editors")
    add_config_options(parser)
    return parser


def _told(ruleset: RuleSet, values: Namespace) -> str:
    if values.form == "json":
        every = records(ruleset)
        asked = {_known_id(ruleset, name) for name in values.ids}
        chosen = every if values.all else tuple(each for each in every if each.id in asked)
        return json.dumps(as_json(chosen), ensure_ascii=False, indent=2)
    if values.all:
        return "\n".join(f"{each.level:8}{each.id:42}{each.title}" for each in records(ruleset))
    return "\n\n".join(_explained(ruleset, name) for name in values.ids)


def _print_schema() -> int:
    from linter.checks import CHECKS
    from linter.ruleset.schema import render_schema

    print(render_schema(CHECKS), end="")
    return 0


def _explained(ruleset: RuleSet, name: str) -> str:
    meta = next((each for each in META_RULES if each.id == name), None)
    return meta_as_text(meta.id, meta.title, meta.level, meta.docs) if meta else as_text(_known(ruleset, name))


def _known_id(ruleset: RuleSet, name: str) -> str:
    return name if any(each.id == name for each in META_RULES) else _known(ruleset, name).id


def _known(ruleset: RuleSet, name: str) -> Rule:
    try:
        return ruleset[name]
    except KeyError:
        known = [*(each.id for each in ruleset.rules), *(each.id for each in META_RULES)]
        hint = did_you_mean(name, known) or "see all of them with: factlint rule --all"
        raise UsageError(f"no rule is called {name!r}; {hint}") from None
