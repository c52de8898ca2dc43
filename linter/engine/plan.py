"""What is to be done in a run: the articles, by the rules and facts that their settings want."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from linter.config.changes import changes
from linter.config.choice import Choice, choose
from linter.config.resolve import Configurations, Resolved
from linter.core.problem import Problem
from linter.core.source import Source
from linter.engine.files import Reading, declared_sources, read_all
from linter.engine.lint import Input, Linter
from linter.facts.load import LoadedFacts, load_facts
from linter.ruleset.model import RuleSet

RulesFrom = Callable[[tuple[str, ...]], tuple[RuleSet, tuple[Problem, ...]]]
"""All rules there are, with those in the packs of some paths, and the mistakes in them."""


@dataclass(frozen=True, slots=True)
class Job:
    """Articles that one linter checks."""

    linter: Linter
    inputs: tuple[Input, ...]


class Planner:
    """Hands out, for articles, the work to do; rules, facts and documents are read once for equal settings.

    `rules_from` gives the rules there are, `kind` is the class of the linters to make.
    """

    def __init__(self, configurations: Configurations, rules_from: RulesFrom, kind: type[Linter] = Linter) -> None:
        self._configurations = configurations
        self._rules_from = rules_from
        self._kind = kind
        self._rules: dict[tuple[str, ...], tuple[RuleSet, tuple[Problem, ...]]] = {}
        self._choices: dict[Resolved, Choice] = {}
        self._facts: dict[tuple[str, ...], LoadedFacts] = {}
        self._given: dict[tuple[str, ...], Reading] = {}

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

    def jobs(self, sources: Iterable[Source], date: datetime.date | None) -> tuple[Job, ...]:
        """The articles, those together whose settings want the same rules and facts."""
        groups: dict[tuple[object, ...], list[tuple[Source, Resolved]]] = {}
        for source in sources:
            settings = self._configurations.of(source.path)
            wishes = tuple(id(change.node) for change in changes(settings))
            key = (settings.paths("packs"), settings.paths("facts"), wishes)
            groups.setdefault(key, []).append((source, settings))
        return tuple(self._job(members, date) for members in groups.values())

    def _job(self, members: Sequence[tuple[Source, Resolved]], date: datetime.date | None) -> Job:
        settings = members[0][1]
        ruleset = self.choice(settings).ruleset
        wanted = frozenset[str]().union(*(self.choice(each).in_force for _, each in members))
        chosen = RuleSet(tuple(rule for rule in ruleset.rules if rule.id in wanted))
        facts = self._facts_of(settings)
        linter = self._kind(chosen, ruleset, facts.base if facts else None)
        return Job(linter, tuple(self._input(source, each, date) for source, each in members))

    def _input(self, source: Source, settings: Resolved, date: datetime.date | None) -> Input:
        given = (*self._given_to(settings).sources, *declared_sources(source).sources)
        return Input(source, date, given, settings.house, self.choice(settings).in_force)

    def _facts_of(self, settings: Resolved) -> LoadedFacts | None:
        paths = settings.paths("facts")
        if paths and paths not in self._facts:
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
