"""A rule as plain data, for tools: what `factlint rule -o json` prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from linter.ruledocs.parameters import made, parameters, plain, values
from linter.ruleset.model import Example, Rule

VERSION = 1
"""Of the layout of the records; it changes when a field changes its meaning or goes."""


class ExampleRecord(Struct, frozen=True):
    """An example of a rule.

    `name` says what it shows. `text` is the article. `format` is the suffix of the file it could stand in. `date` is
    the article's date. `expect` are the places that the rule reports, each with its text, a part of its message, and
    what a fix puts there; a good example has none. `todo` says why it does not hold yet, "" where it does. `source` is
    the text of a document that the article declares as its source. `beside` are the articles checked together with it,
    each with its text and its date.
    """

    name: str
    text: str
    format: str
    date: str | None
    expect: tuple[Mapping[str, str], ...]
    todo: str
    source: str
    beside: tuple[Mapping[str, str | None], ...] = ()


class ParameterRecord(Struct, frozen=True):
    """A parameter of a rule's check.

    `name` is its key in a rule file. `type` says in words what it wants. `required` is whether a rule must give it.
    `default` is what holds where it does not. `value` is what it is in this rule. `description` says what it does.
    """

    name: str
    type: str
    required: bool
    default: Any
    value: Any
    description: str


class RuleRecord(Struct, frozen=True):
    """A rule.

    `id` is the pack, a slash and the name. `pack` is the part before the slash. `title` is one line. `level` is
    error, warning or note. `confidence` is high, medium or low. `check` is the check kind, "" for the reports on
    directives and unreadable files, which have no rule file. `message` is what a report says, with placeholders in
    braces. `docs` is Markdown. `tags` group rules across packs. `references` are addresses. `formerly` are ids that
    the rule had before or took over. `extends` is the rule it is built on, "" for none. `replaces` are rules in
    whose place it speaks. `yields_to` maps rules that speak in its place to how near they must be, "words" or
    "sentence". `parameters` are those of its check. `examples` are its proof.
    """

    id: str
    pack: str
    title: str
    level: str
    confidence: str
    check: str
    message: str
    docs: str
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    extends: str = ""
    replaces: tuple[str, ...] = ()
    yields_to: Mapping[str, str] = field(default_factory=dict)
    parameters: tuple[ParameterRecord, ...] = ()
    examples: tuple[ExampleRecord, ...] = ()


def record(rule: Rule) -> RuleRecord:
    """The record of a rule."""
    return RuleRecord(
        id=rule.id,
        pack=rule.pack,
        title=rule.title,
        level=rule.level,
        confidence=rule.confidence,
        check=rule.kind,
        message=rule.message,
        docs=rule.docs,
        tags=rule.tags,
        references=rule.references,
        formerly=rule.formerly,
        extends=rule.extends,
        replaces=rule.replaces,
        yields_to={name: str(within) for name, within in rule.yields_to.items()},
        parameters=_parameters(rule),
        examples=tuple(_example(example) for example in rule.examples),
    )


def meta_record(rule_id: str, title: str, level: str, message: str, docs: str) -> RuleRecord:
    """The record of a report of the pack `meta`."""
    return RuleRecord(rule_id, rule_id.partition("/")[0], title, level, "high", "", message, docs)


def as_json(records: tuple[RuleRecord, ...]) -> dict[str, Any]:
    """Records as the object that is printed: `version` and `rules`."""
    return {"version": VERSION, "rules": [plain(each) for each in records]}


def _parameters(rule: Rule) -> tuple[ParameterRecord, ...]:
    given = values(rule.check)
    return tuple(
        ParameterRecord(each.name, each.type, each.required, each.default, given[each.name], each.description)
        for each in parameters(type(made(rule.check)))
    )


def _example(example: Example) -> ExampleRecord:
    expected = tuple(
        {"text": each.text, "message": each.message, **({} if each.fix is None else {"fix": each.fix})}
        for each in example.expect
    )
    date = plain(example.date)
    beside = tuple({"text": each.text, "date": plain(each.date)} for each in example.beside)
    return ExampleRecord(
        example.name, example.text, example.format, date, expected, example.todo, example.source, beside
    )
