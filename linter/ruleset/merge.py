"""One rule set of the shipped rules and the user's own: who speaks in whose place."""

from __future__ import annotations

from msgspec.structs import replace

from linter.ruleset.model import Rule, RuleSet


def combined(base: RuleSet, own: RuleSet) -> RuleSet:
    """The rules of both, by id: an own rule drives out the base's rules that it `replaces`.

    The ids of these become former ids of its own, so that suppressions and selectors that name them keep working, and
    rules that yielded to them yield to it.
    """
    heirs = {name: rule.id for rule in own.rules for name in (*rule.replaces, rule.id)}
    inheriting = [_heir(rule) for rule in own.rules]
    kept = [rule for rule in base.rules if rule.id not in heirs]
    rules = sorted((*kept, *inheriting), key=lambda rule: rule.id)
    return RuleSet(tuple(_readdressed(rule, heirs) for rule in rules))


def _heir(rule: Rule) -> Rule:
    names = tuple(name for name in rule.replaces if name not in (rule.id, *rule.formerly))
    return replace(rule, formerly=(*rule.formerly, *names)) if names else rule


def _readdressed(rule: Rule, heirs: dict[str, str]) -> Rule:
    if not any(heirs.get(name, name) != name for name in rule.yields_to):
        return rule
    renamed = {heirs.get(name, name): within for name, within in rule.yields_to.items()}
    return replace(rule, yields_to={name: within for name, within in renamed.items() if name != rule.id})
