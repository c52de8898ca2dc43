"""Stages 2 to 8 for any number of articles, without I/O."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.annotation.presence import is_present
from linter.annotation.settings import NO_SETTINGS, Settings
from linter.checks.base import presupposed
from linter.core.diagnostic import Diagnostic
from linter.core.digest import text_digest
from linter.core.garbage import paused
from linter.core.pattern import keep_patterns
from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.document.formats import parse
from linter.engine.allowed import allow
from linter.engine.comparing import compares
from linter.engine.corpus import Extract, across, corpus_rules, extract
from linter.engine.ready import shipped_automaton
from linter.engine.sift import give_way, merged
from linter.engine.suppress import suppress
from linter.engine.wording import word
from linter.match.automaton import Automaton, Layered, compile_triggers, own_automaton
from linter.match.extract import TIMEOUT, PatternError, PatternTimeoutError
from linter.match.tables import TriggerError
from linter.match.trigger import Scanner
from linter.ruleset.model import Rule, RuleSet
from linter.ruleset.shipped import KeptCheck

if TYPE_CHECKING:
    from linter.facts.base import FactBase


class Input(Struct, frozen=True):
    """One article to lint, and the date that the caller gives it (None: as the article says).

    `sources` are the documents that its quotations must come from, `settings` the conventions of its house, and
    `rules` the ids of the rules in force for it, None for all of the linter's.
    """

    source: Source
    date: datetime.date | None = None
    sources: tuple[Source, ...] = ()
    settings: Settings = NO_SETTINGS
    rules: frozenset[str] | None = None


class Linter:
    """Rules made ready to run: their triggers compiled into one automaton. Not shared between threads.

    `known` are all rules there are, of which `ruleset` may be a selection: suppressions may name any of them. `facts`
    are those of the shipped base unless another is given. `today` is the day on which suppressions may have expired;
    nothing else depends on it, and without it none has. A rule that cannot be compiled, or runs out of its time on some
    sentence, becomes a problem of the report and is left out from then on; it stops no other.
    """

    def __init__(
        self,
        ruleset: RuleSet,
        known: RuleSet | None = None,
        facts: FactBase | None = None,
        today: datetime.date | None = None,
    ) -> None:
        self.ruleset = ruleset
        self.known = known or ruleset
        self.today = today
        self._facts = facts
        self._broken: dict[str, Problem] = {}

    @property
    def broken(self) -> Mapping[str, Problem]:
        """The rules, by id, that could not be compiled or ran out of time so far, with what is wrong with them."""
        return self._broken

    @cached_property
    def automaton(self) -> Scanner:
        """What finds the triggers of these rules and of all annotators; shipped rules come all or not at all."""
        shipped = shipped_automaton() if self._shipped else compile_triggers(annotator_triggers())
        changed = frozenset(rule.id for rule in self._own)
        return Layered(shipped, self._automaton_of_own(), changed) if changed else shipped

    def _automaton_of_own(self) -> Automaton:
        """The automaton of the rules that were not shipped, or that a configuration has changed."""
        while True:
            own = {rule.id: tuple(rule.check.triggers(rule.id)) for rule in self._own if rule.id not in self._broken}
            added = tuple(chain.from_iterable(own.values()))
            name = text_digest(repr(added))
            try:
                return own_automaton(name, partial(tuple, added))
            except TriggerError as error:
                rule = self.ruleset[error.trigger.owner.partition(" ")[0]]
                self._drop(rule, f"a pattern cannot be compiled: {error}")

    @cached_property
    def _own(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.ruleset.rules if not isinstance(rule.check, KeptCheck))

    @property
    def _shipped(self) -> bool:
        return len(self._own) < len(self.ruleset.rules)

    def _drop(self, rule: Rule, reason: str) -> None:
        self._broken[rule.id] = Problem(rule.path or rule.id, 1, 1, f"{rule.id}: {reason}")

    def article(self, article: Input) -> Article:
        """The article, parsed and scanned."""
        document = parse(article.source, date=article.date, order=article.settings.date_order)
        made = make_article(document, self.automaton, self._facts, article.settings)
        made.sources = tuple(parse(source) for source in article.sources)
        return made

    def lint(self, inputs: Iterable[Input]) -> Report:
        """Lint articles; the report holds the diagnostics of all of them, and of those that compare them."""
        waiting = iter(inputs)
        first = tuple(islice(waiting, 2))
        if len(first) < 2 or not corpus_rules(self.ruleset):
            report = merged([self.lint_one(article) for article in chain(first, waiting)])
        else:
            comparing = [self.lint_to_compare(article) for article in chain(first, waiting)]
            compared = self.compare(extract for _, extract in comparing)
            report = merged((*(report for report, _ in comparing), compared))
        keep_patterns()
        return replace(report, problems=(*self._broken.values(), *report.problems))

    def lint_one(self, article: Input) -> Report:
        """The report on one article, without the rules' own problems."""
        with paused():
            return self._report(article, self.article(article))

    def lint_to_compare(self, article: Input) -> tuple[Report, Extract]:
        """The report on one article, and what is kept of it for `compare`."""
        with paused():
            read = self.article(article)
            return self._report(article, read), extract(read, self._in_force(article), self.today)

    def compare(self, extracts: Iterable[Extract]) -> Report:
        """What the rules that compare articles say of those of a run, in its order; the extracts are all it needs."""
        return across((each.packed() for each in extracts), self.ruleset, self.known)

    def _report(self, article: Input, read: Article) -> Report:
        in_force = self._in_force(article)
        told, allowed = allow(read, tuple(self.diagnostics(read, in_force)), in_force)
        standing, quiet = suppress(read, told, in_force, self.known, self.today)
        return Report(standing, (*allowed, *quiet), problems=read.document.problems, sources=(article.source,))

    def _in_force(self, article: Input) -> RuleSet:
        if article.rules is None:
            return self.ruleset
        return RuleSet(tuple(rule for rule in self.ruleset.rules if rule.id in article.rules))

    def diagnostics(self, article: Article, ruleset: RuleSet | None = None) -> Iterator[Diagnostic]:
        """What the rules (of a part of them, where one is given) say of one article, before suppressions."""
        rules = (self.ruleset if ruleset is None else ruleset).rules
        called = [rule for rule in rules if self._is_called(article, rule)]
        told = [each for rule in called for each in self._told(article, rule)]
        yield from give_way(article, told, self.ruleset)

    def _is_called(self, article: Article, rule: Rule) -> bool:
        if rule.id not in self._conditions or rule.id in self._broken:
            return False
        triggered, presences = self._conditions[rule.id]
        if triggered and not article.hits(rule.id):
            return False
        return not presences or all(is_present(article, name) for name in presences)

    @cached_property
    def _conditions(self) -> dict[str, tuple[bool, tuple[str, ...]]]:
        """Of each rule that can find something in one article whether it has triggers, without which it is not called,
        and what must be present."""
        return {
            rule.id: (
                check.triggered if isinstance(check := rule.check, KeptCheck) else any(check.triggers(rule.id)),
                presupposed(rule.check),
            )
            for rule in self.ruleset.rules
            if not compares(rule)
        }

    def _told(self, article: Article, rule: Rule) -> tuple[Diagnostic, ...]:
        try:
            return tuple(word(article, rule, rule.check.check(article, rule.id)))
        except PatternTimeoutError as error:
            self._drop(rule, f"a pattern took longer than {TIMEOUT} s on one sentence: {error}")
        except PatternError as error:
            self._drop(rule, f"a pattern is no valid expression: {error}")
        return ()
