"""What is made of the shipped rules and facts before the first article: at build time, or by the first run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from linter.annotation import event_forms, vocabulary
from linter.annotation.annotators import annotator_triggers
from linter.annotation.attributions import cues
from linter.annotation.times import annotator as times
from linter.checks import CHECKS
from linter.core import pattern, prepared
from linter.core.errors import ProblemsError
from linter.core.source import Source
from linter.core.write import replace_file
from linter.engine.lint import Input, Linter
from linter.engine.ready import AUTOMATON
from linter.facts import load as facts
from linter.facts import words
from linter.infer.figures import units
from linter.match.tables import Tables, tables_of
from linter.match.trigger import Trigger
from linter.ruleset import shipped
from linter.ruleset.model import RuleSet

TRIGGERS = "triggers"

NAMES = (shipped.NAME, facts.SHIPPED, TRIGGERS, AUTOMATON, words.NAME, event_forms.NAME, cues.NAME, times.NAME,
         units.NAME)  # fmt: skip
"""What is prepared, besides the lists of words; all of it is asked for when the examples of the rules are linted."""


def shipped_tables() -> Tables:
    """The tables of the triggers of all annotators and all shipped rules."""
    return Tables(*prepared.prepared_plain(TRIGGERS, _made_tables))


def _made_tables() -> tuple[Any, ...]:
    return tuple(tables_of(chain(annotator_triggers(), _rule_triggers())))


def _rule_triggers() -> Iterator[Trigger]:
    for rule in shipped.shipped_rules(CHECKS).ruleset.rules:
        yield from rule.check.triggers(rule.id)


def prepare(folder: Path) -> None:
    """Write into a folder what a first run would have to make; raises ProblemsError for a broken rule or fact file.

    `linter.core.prepared` reads it when the folder is part of the installed package.
    """
    rules = shipped.shipped_rules(CHECKS)
    if rules.problems:
        raise ProblemsError(rules.problems)
    shipped_tables()
    _lint_examples(rules.ruleset)
    made = {name: prepared.prepared(name) for name in (*NAMES, *vocabulary.kept_names())}
    made[pattern.CACHE_NAME] = pattern.kept_patterns()
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        if data is not None:
            # Whoever has the file that stood there mapped keeps it: `data` itself may be a part of it.
            replace_file(str(folder / name), data)
    replace_file(str(folder / prepared.CONTENT), prepared.content().encode("ascii"))


def _lint_examples(rules: RuleSet) -> None:
    """Lint what every rule has for an example: that takes all that the rules take, and compiles their patterns."""
    linter = Linter(rules)
    for example in chain.from_iterable(rule.examples for rule in rules.rules):
        linter.lint([Input(Source(f"example.{example.format}", example.text), example.date)])
