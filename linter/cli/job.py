"""The job of `factlint check`: which rules, facts and sources each article is linted with."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.engine.fingerprint import content_fingerprint
from linter.engine.job import Linted

if TYPE_CHECKING:
    from linter.engine.lint import Linter
    from linter.ruleset.model import RuleSet


@dataclass(frozen=True, slots=True)
class Settings:
    """What an article is linted with: selectors of rules, paths of the user's rules, facts and sources, and a date."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    date: datetime.date | None = None


class Workshop:
    """All that one set of settings needs, loaded when it is first used."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def fingerprint(self) -> str:
        """The settings, and the contents of the files that they name."""
        paths = (*self.settings.rules, *self.settings.facts, *self.settings.sources)
        return f"{astuple(self.settings)!r} {content_fingerprint(paths)}"

    @cached_property
    def _rules(self) -> tuple[RuleSet, RuleSet, tuple[Problem, ...]]:
        from linter.cli.rules import ready_rules
        from linter.config.selectors import select_rules

        known, mistakes = ready_rules(self.settings.rules)
        return select_rules(known, self.settings.select, self.settings.ignore), known, mistakes

    @property
    def ruleset(self) -> RuleSet:
        """The rules in force; raises UsageError for an unknown selector."""
        return self._rules[0]

    @cached_property
    def _facts(self) -> Any:
        from linter.facts.load import load_facts

        return load_facts(self.settings.facts) if self.settings.facts else None

    @cached_property
    def _given(self) -> Any:
        from linter.engine.files import read_all

        return read_all(self.settings.sources, "")

    @cached_property
    def linter(self) -> Linter:
        """The rules in force, ready to run."""
        from linter.engine.lint import Linter

        chosen, known, _ = self._rules
        return Linter(chosen, known, self._facts.base if self._facts else None)

    def problems(self) -> tuple[Problem, ...]:
        """The mistakes in the user's rules, facts and sources."""
        facts = self._facts.problems if self._facts else ()
        return (*self._rules[2], *facts, *self._given.problems)

    def lint(self, source: Source) -> Linted:
        """The report on one article."""
        from linter.engine.files import declared_names, declared_sources
        from linter.engine.lint import Input
        from linter.engine.sift import merged

        named = declared_names(source)
        declared = declared_sources(source).sources if named else ()
        report = self.linter.lint_one(Input(source, self.settings.date, (*self._given.sources, *declared)))
        return Linted(merged([report]), named, tuple(self.linter.broken.items()))


class CheckJob:
    """Lints each article with the settings of its path."""

    def __init__(self, settings_of: Callable[[str], Settings], all_settings: Sequence[Settings]) -> None:
        self._settings_of = settings_of
        self._all = tuple(all_settings)
        self._workshops: dict[Settings, Workshop] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Without what was loaded: another process loads it for itself."""
        return {"_settings_of": self._settings_of, "_all": self._all, "_workshops": {}}

    def workshop(self, path: str) -> Workshop:
        """What an article of that path is linted with."""
        return self._workshop(self._settings_of(path))

    def _workshop(self, settings: Settings) -> Workshop:
        return self._workshops.setdefault(settings, Workshop(settings))

    def rulesets(self) -> Iterator[RuleSet]:
        """The rules in force anywhere."""
        return (self._workshop(settings).ruleset for settings in self._all)

    def fingerprint(self, path: str) -> str:
        """The settings for a path, and the contents of the files they name."""
        return self.workshop(path).fingerprint

    def prepare(self) -> tuple[Problem, ...]:
        """Load rules, facts and sources of all settings; returns the mistakes in them, each once."""
        problems: dict[Problem, None] = {}
        for settings in self._all:
            problems.update(dict.fromkeys(self._workshop(settings).problems()))
        return tuple(problems)

    def lint(self, source: Source) -> Linted:
        """The report on one article."""
        return self.workshop(source.path).lint(source)

    def compare(self, extracts: Sequence[tuple[str, bytes]]) -> Report:
        """Nothing: no rule compares articles."""
        return Report(())
