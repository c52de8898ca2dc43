"""Rules as values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from linter.checks.base import Check
from linter.core.diagnostic import Applicability, Confidence, Level
from linter.core.problem import Problem

if TYPE_CHECKING:
    from linter.ruleset.rulefile import Pack

Within = Literal["words", "sentence"]
"""How near another rule's report must be to take precedence: overlapping words, or anywhere in the same sentence."""


class Expectation(Struct, frozen=True):
    """What a bad example must report: words that the diagnostic covers, and optionally a part of its message.

    `text` stands once in the example's source. `fix` is what a fix puts in the place of the words reported; without it
    fixes leave the text as it is.
    """

    text: str
    message: str = ""
    fix: str | None = None


class Neighbour(Struct, frozen=True):
    """An article that is checked together with an example, before it: `text` and `date`, in the example's format."""

    text: str
    date: datetime.date | None = None


class Example(Struct, frozen=True):
    """A text with what the rule says of it: `expect` is empty for a good one.

    `format` is the suffix of the file it could stand in, `date` the article's date. `todo` marks a known miss, kept
    visible: it fails as soon as it starts to pass. `source` is the text of a document that it declares as its source.
    `beside` are articles checked together with it.
    """

    text: str
    expect: tuple[Expectation, ...]
    name: str = ""
    format: str = "txt"
    date: datetime.date | None = None
    todo: str = ""
    source: str = ""
    beside: tuple[Neighbour, ...] = ()


class Rule(Struct, frozen=True):
    """One rule: its identity, its check, its words and its proof. `path` is the file it was read from.

    `yields_to` names rules that, when they report the same words or sentence, speak in this rule's place. `fix` is what
    may be done with a suggestion that can stand in the text as it is. `extends` is the rule that it is built on, "" for
    none; `replaces` are rules of other packs in whose place it speaks.
    """

    id: str
    title: str
    level: Level
    confidence: Confidence
    check: Check
    kind: str
    message: str
    docs: str
    examples: Sequence[Example]
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    yields_to: Mapping[str, Within] = field(default_factory=dict)
    fix: Applicability = "display"
    path: str = ""
    extends: str = ""
    replaces: tuple[str, ...] = ()

    @property
    def pack(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]


class RuleSet(Struct, frozen=True):
    """Rules in the order of their ids."""

    rules: tuple[Rule, ...]

    def __getitem__(self, rule_id: str) -> Rule:
        """The rule of an id or of a former id; KeyError for an unknown one."""
        for rule in self.rules:
            if rule_id == rule.id or rule_id in rule.formerly:
                return rule
        raise KeyError(rule_id)


class Loaded(Struct, frozen=True):
    """The rules without problems, in the order of their ids, and every problem of the files, sorted by place."""

    ruleset: RuleSet
    problems: tuple[Problem, ...] = ()
    packs: Sequence[Pack] = ()
