"""What is to be done in a run: the articles, by the rules and facts that their settings want."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from linter.config.changes import changes
from linter.config.choice import Choice, choose
from linter.config.resolve import Configurations, Resolved
from linter.core.problem import Problem
from linter.core.source import Source
from linter.engine.files import Reading, declared_sources, read_all
from linter.engine.lint import Input, Linter
from linter.ruleset.model import RuleSet

if TYPE_CHECKING:
    from linter.facts.load import LoadedFacts

RulesFrom = Callable[[tuple[str, ...]], tuple[RuleSet, tuple[Problem, ...]]]
"""All rules there are, with those in the packs of some paths, and the mistakes in them."""


class Planner:
    """Hands out, for articles, the linter and what it needs; all is read once for equal settings.

    `everyone` are the settings of all articles of the run: those that differ only in which rules are in force share a
    linter. `kind` is the class of linters, `today` the day by which suppressions expire, None for never.
    """

    def __init__(
        self,
        configurations: Configurations,
        rules_from: RulesFrom,
        everyone: Iterable[Resolved] = (),
        kind: type[Linter] = Linter,
        today: datetime.date | None = None,
    ) -> None:
        self._kind = kind
        self._today = today
        self._configurations = configurations
        self._rules_from = rules_from
        self._rules: dict[tuple[str, ...], tuple[RuleSet, tuple[Problem, ...]]] = {}
        self._choices: dict[Resolved, Choice] = {}
        self._facts: dict[tuple[str, ...], LoadedFacts] = {}
        self._given: dict[tuple[str, ...], Reading] = {}
        self._everyone = tuple(everyone)
        self._linters: dict[tuple[object, ...], Linter] = {}

    def rules(self, settings: Resolved) -> tuple[RuleSet, tuple[Problem, ...]]:
        """All rules that settings know, and the mistakes in the user's own."""
        packs = settings.paths("packs")
        if packs not in self._rules:
            self._rules[packs] = self._rules_from(packs)
        return self._rules[packs]

    def choice(self, settings: Resolved) -> Choice:
        """What settings make of the rules."""
        if settings not in self._choices:
            self._choices[settings] = choose(settings, self.rules(settings)[0])
        return self._choices[settings]

    def linter(self, settings: Resolved) -> Linter:
        """The linter for articles with these settings; which rules are in force is said by each input."""
        key = _wishes(settings)
        if key not in self._linters:
            alike = [each for each in (*self._everyone, settings) if _wishes(each) == key]
            wanted = frozenset[str]().union(*(self.choice(each).in_force for each in alike))
            ruleset = self.choice(settings).ruleset
            chosen = RuleSet(tuple(rule for rule in ruleset.rules if rule.id in wanted))
            facts = self._facts_of(settings)
            self._linters[key] = self._kind(chosen, ruleset, facts.base if facts else None, self._today)
        return self._linters[key]

    @property
    def linters(self) -> tuple[Linter, ...]:
        """The linters handed out so far."""
        return tuple(self._linters.values())

    def input(self, source: Source, settings: Resolved, date: datetime.date | None) -> Input:
        """An article with what its settings say of it."""
        given = (*self._given_to(settings).sources, *declared_sources(source).sources)
        return Input(source, date, given, settings.house, self.choice(settings).in_force)

    def read(self, settings: Resolved) -> None:
        """Read all that the settings name, so that `problems` knows what is wrong with it."""
        self.choice(settings)
        self._facts_of(settings)
        self._given_to(settings)

    def _facts_of(self, settings: Resolved) -> LoadedFacts | None:
        paths = settings.paths("facts")
        if paths and paths not in self._facts:
            from linter.facts.load import load_facts

            self._facts[paths] = load_facts(paths)
        return self._facts.get(paths)

    def _given_to(self, settings: Resolved) -> Reading:
        paths = settings.paths("sources")
        if paths not in self._given:
            self._given[paths] = read_all(paths, "")
        return self._given[paths]

    @property
    def setting_problems(self) -> tuple[Problem, ...]:
        """What is wrong in the settings used so far."""
        told = (problem for choice in self._choices.values() for problem in choice.problems)
        return tuple(dict.fromkeys((*self._configurations.problems, *told)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the rules, facts and documents that the settings used so far name."""
        rules = (problem for _, problems in self._rules.values() for problem in problems)
        facts = (problem for loaded in self._facts.values() for problem in loaded.problems)
        given = (problem for reading in self._given.values() for problem in reading.problems)
        return tuple(dict.fromkeys((*rules, *facts, *given)))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth saying of the settings used so far."""
        return tuple(dict.fromkeys(remark for choice in self._choices.values() for remark in choice.remarks))


def _wishes(settings: Resolved) -> tuple[object, ...]:
    """What a linter is made by: the packs, the facts, and the changes of rules."""
    changed = tuple(id(change.node) for change in changes(settings))
    return (settings.paths("packs"), settings.paths("facts"), changed)
