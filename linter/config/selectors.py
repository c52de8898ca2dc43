"""Which rules are in force: ids, packs, tags and `all`, the most specific selector first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from linter.config.layer import Layer
from linter.config.resolve import Resolved
from linter.core.node import Node
from linter.core.problem import Problem, did_you_mean
from linter.ruleset.model import Rule, RuleSet

ALL = "all"
TAG = "tag:"
OFF = "off"


class Selector(Struct, frozen=True):
    """A selector with the layer and the node that it stands in; `key` is the key there."""

    text: str
    layer: Layer
    node: Node
    key: str

    @property
    def origin(self) -> str:
        """The selector's words and where they come from."""
        return f"{self.key} {self.text} ({self.layer.origin(self.key, self.node)})"


class Standing(Struct, frozen=True):
    """Whether a rule is in force, and what decided so."""

    on: bool
    because: str


class Step(Struct, frozen=True):
    """Selectors of one layer that are weighed against each other; `afresh`: what was selected before counts no more."""

    wanted: tuple[Selector, ...]
    unwanted: tuple[Selector, ...]
    afresh: str = ""


def standings(resolved: Resolved, known: RuleSet) -> Mapping[str, Standing]:
    """For each rule whether it is in force, by id.

    Every layer decides over the rules that its selectors name, and the stronger layer has the last word: within a layer
    the most specific selector that names a rule counts, and of equally specific ones `ignore`. A layer with `select`
    begins afresh. What is said of single files (`per-file-select`, `per-file-ignores`) comes last of all.
    """
    told = {rule.id: Standing(True, "all rules are (default)") for rule in known.rules}
    for step in steps(resolved):
        if step.afresh:
            told = dict.fromkeys(told, Standing(False, f"not selected ({step.afresh})"))
        for rule in known.rules:
            decided = _decided(step, rule)
            if decided is not None:
                told[rule.id] = decided
    return told


def steps(resolved: Resolved) -> Iterator[Step]:
    """The selectors of each layer, the strongest last."""
    for layer in resolved.layers:
        wanted = (*_selectors(layer, "select"), *_selectors(layer, "extend-select"))
        unwanted = (*_selectors(layer, "ignore"), *_off(layer))
        yield Step(wanted, unwanted, layer.origin("select") if layer.has("select") else "")
    select = tuple(Selector(text, layer, node, "per-file-select") for layer, text, node in resolved.file_select)
    ignore = tuple(Selector(text, layer, node, "per-file-ignores") for layer, text, node in resolved.file_ignore)
    yield Step(select, ignore)


def selector_problems(resolved: Resolved, known: RuleSet) -> Iterator[Problem]:
    """A problem for each selector that no rule answers to."""
    for selector in _every(resolved):
        if selector.key != OFF and not any(specificity(selector.text, rule) for rule in known.rules):
            hint = did_you_mean(selector.text, selectable(known)) or "see all rules with: factlint rule --all"
            message = f"no rule answers to the selector {selector.text[:80]!r}"
            yield selector.layer.problem(selector.node, message, hint)


def former_names(resolved: Resolved, known: RuleSet) -> Iterator[str]:
    """A remark for each selector that is a former id of a rule."""
    former = {name: rule.id for rule in known.rules for name in rule.formerly}
    for selector in _every(resolved):
        if selector.text in former:
            where = selector.layer.origin(selector.key, selector.node)
            yield f"{where}: the rule {selector.text!r} is now called {former[selector.text]!r}"


def selectable(known: RuleSet) -> list[str]:
    """Everything that a selector can say."""
    packs = {rule.pack + "/" for rule in known.rules}
    tags = {TAG + tag for rule in known.rules for tag in rule.tags}
    return sorted({ALL, *packs, *tags, *(rule.id for rule in known.rules)})


def specificity(selector: str, rule: Rule) -> int:
    """How specifically a selector names a rule: 0 not at all, 4 by its id."""
    if selector in (rule.id, *rule.formerly):
        return 4
    if selector.rstrip("/") == rule.pack:
        return 3
    if selector.startswith(TAG):
        return 2 if selector.removeprefix(TAG) in rule.tags else 0
    return 1 if selector == ALL else 0


def _decided(step: Step, rule: Rule) -> Standing | None:
    wanted, unwanted = _strongest(step.wanted, rule), _strongest(step.unwanted, rule)
    if wanted is None and unwanted is None:
        return None
    on = wanted is not None and (unwanted is None or specificity(wanted.text, rule) > specificity(unwanted.text, rule))
    chosen = wanted if on else unwanted
    assert chosen is not None
    return Standing(on, chosen.origin)


def _strongest(selectors: Iterable[Selector], rule: Rule) -> Selector | None:
    naming = [selector for selector in selectors if specificity(selector.text, rule)]
    return max(naming, key=lambda selector: specificity(selector.text, rule), default=None)


def _selectors(layer: Layer, key: str) -> Iterator[Selector]:
    return (Selector(text, layer, node, key) for text, node in layer.items(key))


def _off(layer: Layer) -> Iterator[Selector]:
    """The rules that a layer's `rules` turn off."""
    node = layer.gives("rules")
    for name, member in (node.value if node is not None and isinstance(node.value, dict) else {}).items():
        level = member.value.get("level") if isinstance(member.value, dict) else member
        if level is not None and level.value == OFF:
            yield Selector(name, layer, member, OFF)


def _every(resolved: Resolved) -> Iterator[Selector]:
    return (selector for step in steps(resolved) for selector in (*step.wanted, *step.unwanted))
