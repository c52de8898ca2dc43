"""Stages 2 to 8 for any number of articles, without I/O."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.core.diagnostic import Diagnostic
from linter.core.pattern import keep_patterns
from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.core.stamp import stamp
from linter.document.formats import parse
from linter.engine.prepare import shipped_tables
from linter.engine.sift import give_way, merged
from linter.engine.suppress import suppress
from linter.engine.wording import word
from linter.facts.base import FactBase
from linter.match.automaton import Automaton, compile_tables, kept_automaton
from linter.match.extract import TIMEOUT, PatternError, PatternTimeoutError
from linter.match.tables import Tables, TriggerError, joined, tables_of
from linter.ruleset.model import Rule, RuleSet
from linter.ruleset.shipped import KeptCheck


@dataclass(frozen=True, slots=True)
class Input:
    """One article to lint, and the date that the caller gives it (None: as the article says).

    `sources` are the documents that its quotations must come from.
    """

    source: Source
    date: datetime.date | None = None
    sources: tuple[Source, ...] = ()


class Linter:
    """Rules made ready to run: their triggers compiled into one automaton. Not shared between threads.

    `known` are all rules there are, of which `ruleset` may be a selection: suppressions may name any of them. `facts`
    are those of the shipped base unless another is given. A rule
    that cannot be compiled, or runs out of its time on some sentence, becomes a problem of the report and is left out
    from then on; it stops no other.
    """

    def __init__(self, ruleset: RuleSet, known: RuleSet | None = None, facts: FactBase | None = None) -> None:
        self.ruleset = ruleset
        self.known = known or ruleset
        self._facts = facts
        self._broken: dict[str, Problem] = {}

    @cached_property
    def automaton(self) -> Automaton:
        """The automaton of all triggers of these rules and of all annotators; shipped rules come all or not at all."""
        while True:
            own = {rule.id: tuple(rule.check.triggers(rule.id)) for rule in self._own if rule.id not in self._broken}
            added = tuple(chain.from_iterable(own.values()))
            name = hashlib.sha256(repr((stamp(), self._shipped, added)).encode("utf-8", "surrogatepass")).hexdigest()
            try:
                return kept_automaton(name) or compile_tables(joined(self._built_in(), tables_of(added)), name)
            except TriggerError as error:
                if error.trigger.owner not in own:
                    raise
                self._drop(self.ruleset[error.trigger.owner], f"a pattern cannot be compiled: {error}")

    @cached_property
    def _own(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.ruleset.rules if not isinstance(rule.check, KeptCheck))

    @property
    def _shipped(self) -> bool:
        return len(self._own) < len(self.ruleset.rules)

    def _built_in(self) -> Tables:
        """The tables of the annotators, and of all shipped rules if one is in force: selecting makes no new ones."""
        return shipped_tables() if self._shipped else tables_of(annotator_triggers())

    def _drop(self, rule: Rule, reason: str) -> None:
        self._broken[rule.id] = Problem(rule.path or rule.id, 1, 1, f"{rule.id}: {reason}")

    def article(self, article: Input) -> Article:
        """The article, parsed and scanned."""
        made = make_article(parse(article.source, date=article.date), self.automaton, self._facts)
        made.sources = tuple(parse(source) for source in article.sources)
        return made

    def lint(self, inputs: Iterable[Input]) -> Report:
        """Lint articles; the report holds the diagnostics of all of them."""
        report = merged([self.lint_one(article) for article in inputs])
        keep_patterns()
        return replace(report, problems=(*self._broken.values(), *report.problems))

    def lint_one(self, article: Input) -> Report:
        """The report on one article, without the rules' own problems."""
        read = self.article(article)
        standing, quiet = suppress(read, tuple(self.diagnostics(read)), self.ruleset, self.known)
        return Report(standing, quiet, problems=read.document.problems, sources=(article.source,))

    def diagnostics(self, article: Article) -> Iterator[Diagnostic]:
        """What the rules say of one article, before suppressions."""
        called = [rule for rule in self.ruleset.rules if self._is_called(article, rule)]
        yield from give_way(article, [told for rule in called for told in self._told(article, rule)], self.ruleset)

    def _is_called(self, article: Article, rule: Rule) -> bool:
        if rule.id in self._broken:
            return False
        return not self._triggered[rule.id] or bool(article.hits(rule.id))

    @cached_property
    def _triggered(self) -> dict[str, bool]:
        """Whether a rule has triggers; one that has none is called for every article."""
        return {
            rule.id: check.triggered if isinstance(check := rule.check, KeptCheck) else any(check.triggers(rule.id))
            for rule in self.ruleset.rules
        }

    def _told(self, article: Article, rule: Rule) -> tuple[Diagnostic, ...]:
        try:
            return tuple(word(article, rule, rule.check.check(article, rule.id)))
        except PatternTimeoutError as error:
            self._drop(rule, f"a pattern took longer than {TIMEOUT} s on one sentence: {error}")
        except PatternError as error:
            self._drop(rule, f"a pattern is no valid expression: {error}")
        return ()
