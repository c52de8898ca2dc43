"""Which rules are in force: ids, packs, tags and `all`, the most specific selector first."""

from __future__ import annotations

from collections.abc import Iterable

from linter.core.errors import UsageError
from linter.core.problem import did_you_mean
from linter.ruleset.model import Rule, RuleSet

ALL = "all"
TAG = "tag:"


def select_rules(ruleset: RuleSet, select: Iterable[str], ignore: Iterable[str]) -> RuleSet:
    """The rules that `select` asks for (all of them when it is empty) and `ignore` does not take away.

    A selector is an exact id, a pack ("timeline/" or "timeline"), a tag ("tag:polls") or "all". For each rule the most
    specific selector decides; between equals `ignore` wins. Raises UsageError for a selector that no rule answers to.
    """
    wanted, unwanted = tuple(select) or (ALL,), tuple(ignore)
    for selector in (*wanted, *unwanted):
        _require_known(selector, ruleset)
    return RuleSet(tuple(rule for rule in ruleset.rules if _rank(wanted, rule) > _rank(unwanted, rule)))


def _rank(selectors: Iterable[str], rule: Rule) -> int:
    """How specifically the selectors name a rule: 0 not at all, 4 by its id."""
    return max((_specificity(selector, rule) for selector in selectors), default=0)


def _specificity(selector: str, rule: Rule) -> int:
    if selector in (rule.id, *rule.formerly):
        return 4
    if selector.rstrip("/") == rule.pack:
        return 3
    if selector.startswith(TAG):
        return 2 if selector.removeprefix(TAG) in rule.tags else 0
    return 1 if selector == ALL else 0


def _require_known(selector: str, ruleset: RuleSet) -> None:
    if any(_specificity(selector, rule) for rule in ruleset.rules):
        return
    names = {ALL}
    for rule in ruleset.rules:
        names.update((rule.id, rule.pack + "/", *(TAG + tag for tag in rule.tags)))
    hint = did_you_mean(selector, sorted(names)) or "see all rules with: factlint rule --all"
    raise UsageError(f"no rule answers to the selector {selector!r}; {hint}")
