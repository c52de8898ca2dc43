"""The job of `factlint check`: which rules, facts and documents each article is linted with."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from linter.cli.settings import configurations
from linter.config.resolve import Configurations, Resolved
from linter.core.day import today
from linter.core.digest import text_digest
from linter.core.errors import ProblemsError
from linter.core.garbage import settle
from linter.core.node import pack
from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.core.spool import Kept
from linter.engine.fingerprint import content_fingerprint
from linter.engine.job import Linted

if TYPE_CHECKING:
    import datetime

    from linter.engine.plan import Planner
    from linter.ruleset.model import RuleSet


class CheckJob:
    """Lints each article with the settings of its path.

    `paths` are those of all articles, as they are printed; `day` is today unless it is given. `settings` are those that
    `values` ask for, where they have been made already.
    Raises UsageError for wrong options, and ProblemsError for mistakes in configurations: nothing is linted by settings
    that nobody meant.
    """

    def __init__(
        self, values: Namespace, paths: Sequence[str], day: str = "", *, settings: Configurations | None = None
    ) -> None:
        self._values = values
        self.today = day or today()
        self._paths = tuple(paths)
        self.settings = settings or configurations(values)
        self.general = self.settings.of_folder(os.getcwd())
        self._fingerprints: dict[Resolved, str] = {}
        self._all = tuple(dict.fromkeys(map(self.settings.of, self._paths)))
        refuse(self.settings.problems)

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process reads everything for itself."""
        return (CheckJob, (self._values, self._paths, self.today))

    @cached_property
    def planner(self) -> Planner:
        """Everything that the settings want, loaded when it is first used."""
        from linter.cli.rules import ready_rules
        from linter.engine.lint import Linter
        from linter.engine.plan import Planner

        kind: type[Linter] = Linter
        if self._values.profile:
            from linter.cli.profile import profiled

            kind = profiled()
        return Planner(self.settings, lambda packs: ready_rules(packs), self._all, kind, self.day)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth saying of the settings, as far as they were looked at."""
        return self.planner.remarks if "planner" in self.__dict__ else ()

    def fingerprint(self, path: str) -> str:
        """The settings for a path, and the contents of the files they name."""
        settings = self.settings.of(path)
        if settings not in self._fingerprints:
            self._fingerprints[settings] = f"{_fingerprint(settings, self._values.date)} {self._compares}"
        return self._fingerprints[settings]

    def prepare(self) -> tuple[Problem, ...]:
        """Load rules, facts and documents of all settings; returns the mistakes in them.

        Raises ProblemsError for mistakes in the settings, such as rules that do not exist.
        """
        for settings in self._everyone:
            self.planner.read(settings)
        refuse(self.planner.setting_problems)
        return self.planner.problems

    def lint(self, source: Source) -> Linted:
        """The report on one article."""
        linted = self._linted(source)
        settle()
        return linted

    def _linted(self, source: Source) -> Linted:
        from linter.engine.files import declared_names
        from linter.engine.sift import merged

        settings = self.settings.of(source.path)
        linter = self.planner.linter(settings)
        article = self.planner.input(source, settings, self._values.date)
        if self._values.profile:
            return Linted(linter.lint([article]))
        if not self._compares:
            return Linted(merged([linter.lint_one(article)]), declared_names(source), tuple(linter.broken.items()))
        report, extract = linter.lint_to_compare(article)
        kept = extract.packed() if any(extract.claims.values()) else b""
        return Linted(merged([report]), declared_names(source), tuple(linter.broken.items()), kept)

    @property
    def _compares(self) -> bool:
        """Whether there is something to compare an article with."""
        return len(self._paths) > 1

    @property
    def day(self) -> datetime.date:
        """The day of the run, by which suppressions have expired or not."""
        import datetime

        return datetime.date.fromisoformat(self.today)

    def compare(self, extracts: Sequence[tuple[str, Kept]]) -> Report:
        """What the articles say against each other, by the rules that are in force for both."""
        from linter.engine.corpus import across

        # What the cache and the processes hand on was made by `lint`.
        return across((data for _, data in extracts), self.rules(), self.planner.rules(self.general)[0])

    def end(self) -> None:
        """Keep, for the next run, what this one had to compile."""
        if "planner" in self.__dict__:
            from linter.core.pattern import keep_patterns

            keep_patterns()

    def times(self) -> str:
        """Where the time went, if that was measured."""
        from linter.cli.profile import times_of

        return "".join(map(times_of, self.planner.linters))

    def in_force(self, path: str) -> frozenset[str]:
        """The ids of the rules in force for an article."""
        return self.planner.choice(self.settings.of(path)).in_force

    def alone_in_force(self, path: str) -> frozenset[str]:
        """Those of them that look at one article alone."""
        from linter.engine.comparing import comparing

        known = self.known(path)
        return frozenset(rule_id for rule_id in self.in_force(path) if comparing(known[rule_id]) is None)

    def known(self, path: str) -> RuleSet:
        """All rules there are for an article, in force or not."""
        return self.planner.rules(self.settings.of(path))[0]

    def all_known(self) -> frozenset[str]:
        """The ids of all rules there are for any article."""
        return frozenset(rule.id for each in self._everyone for rule in self.planner.rules(each)[0].rules)

    @property
    def has_ignores(self) -> bool:
        """Whether a configuration keeps single reports quiet."""
        return any(settings.ignores for settings in self._all)

    @property
    def _everyone(self) -> tuple[Resolved, ...]:
        return self._all or (self.general,)

    def rules(self) -> RuleSet:
        """The rules in force for any article; without articles, those of the working folder."""
        from linter.ruleset.model import RuleSet

        choices = [self.planner.choice(settings) for settings in reversed(self._everyone)]
        rules = {rule.id: rule for choice in choices for rule in choice.ruleset.rules if rule.id in choice.in_force}
        return RuleSet(tuple(rules[rule_id] for rule_id in sorted(rules)))


def refuse(problems: Sequence[Problem]) -> None:
    """Raise ProblemsError where the settings have problems."""
    if problems:
        raise ProblemsError(tuple(problems))


def _fingerprint(settings: Resolved, date: object) -> str:
    """All that settings say, and the contents of the files they name."""
    layers = [
        (layer.base, layer.source.path, sorted(layer.labels.items()), pack(layer.node)) for layer in settings.layers
    ]
    files = [[(layer.base, text) for layer, text, _ in given] for given in (settings.file_select, settings.file_ignore)]
    named = [path for key in ("packs", "facts", "sources") for path in settings.paths(key)]
    told = repr((layers, files, date)) + content_fingerprint(named)
    return text_digest(told)
