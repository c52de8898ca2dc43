"""A new rule file, made from the fields of its check kind: complete, commented, and right from the start.

Its examples hold: those of `pattern` are written for its sample phrase, those of any other kind are taken from the
built-in rule that it is modelled on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import indent, wrap

from linter.ruledocs.parameters import Parameter, parameters, values
from linter.ruleset.examples import ENOUGH
from linter.ruleset.model import Example, Expectation, Neighbour, Rule

WIDTH = 116
SIMPLE = "pattern"
"""The check kind of rules that only look for words, which need no model."""

HEAD = """\
# A rule of factlint: what it looks for, its documentation and its proof. All of it is yours to change.
# `factlint test` runs the examples and `factlint rule {id}` shows the rule as its readers see it.
{schema}id: {id}
title: {title}
# error: proved; warning: wants an editor's eye; note: a matter of style
level: {level}
# high, medium or low: how sure it is that an editor would agree
confidence: {confidence}
{extends}check: {check}
# What a report says. {{text}} stands for the words it is about.
message: {message}
# tags: [house]
# references: ["https://…"]
docs: |
  What it reports, in a sentence.

  Why it matters to readers, and when to ignore it.
"""

SAMPLE = """\
# Words and phrases to report. "slam/v" stands for all forms of a verb, "claim/n" for both numbers of a noun.
phrases: [at this moment in time]
"""

EXAMPLES = """\
# At least two texts that the rule reports, with the words it must report, and two that it leaves alone. After a change
# `factlint test --update` writes what is reported into `expect`.
examples:
"""

SAMPLE_EXAMPLES = """\
  - name: in a sentence
    bad: |
      The ferry does not sail at this moment in time.
    expect: [{text: "at this moment in time"}]
  - name: at its beginning
    bad: |
      At this moment in time the harbour is closed, the port authority said.
    expect: [{text: "At this moment in time"}]
  - name: said by somebody else
    good: |
      "At this moment in time we wait," the captain said.
  - name: other words
    good: |
      The ferry does not sail at the moment.
"""

KNOWN_MISS = """\
  # A text that the rule does not get right yet. It must go on failing; once it passes, `todo` is to be taken away.
  # - bad: |
  #     The ferry does not sail at this point.
  #   expect: [{text: "at this point"}]
  #   todo: other wordings are not looked for yet
"""

BUILT_ON = """\
# It is built on {id}: what is not given here is as it is there, and a key given here takes
# the place of that rule's. add: {{…}} and remove: {{…}} change its lists instead, as in  add: {{tags: [house]}}
"""


def template(rule_id: str, kind_name: str, kind: type, model: Rule | None, *, schema: str = "") -> str:
    """The text of a new rule file; without a model it is the sample of the kind `pattern`.

    With a model the rule builds on it where its check's parameters are not the kind's own defaults. `schema` is the
    address of the JSON Schema as seen from the file, "" for none.
    """
    extends = model is not None and any(each.required or _differs(each, model) for each in parameters(kind))
    head = HEAD.format(
        id=rule_id,
        title=rule_id.partition("/")[2].replace("-", " ").capitalize(),
        level=model.level if model else "note",
        confidence=model.confidence if model else "medium",
        extends=BUILT_ON.format(id=model.id) + f"extends: {model.id}\n" if model and extends else "",
        check=kind_name,
        message=_quoted(model.message if model else '"{text}" says less than "now"'),
        schema=f"# yaml-language-server: $schema={schema}\n" if schema else "",
    )
    body = "" if model else SAMPLE
    examples = "".join(map(_example, _chosen(model))) if model else SAMPLE_EXAMPLES + KNOWN_MISS
    return head + body + "".join(_commented(kind_name, kind, extends, body)) + EXAMPLES + examples


def _differs(parameter: Parameter, model: Rule) -> bool:
    return bool(values(model.check)[parameter.name] != parameter.default)


def _commented(name: str, kind: type, extends: bool, given: str) -> Iterator[str]:
    """What else the check takes, as comments: each parameter with what it does and what holds without it."""
    yield _remark(f"The check {name}: {' '.join((kind.__doc__ or '').split())}")
    others = [each for each in parameters(kind) if f"\n{each.name}:" not in given]
    if not others:
        yield "# It takes no parameters.\n"
        return
    yield "# What it takes besides, with what holds where no rule says otherwise:\n#\n"
    for each in others:
        value = "…" if each.required else json.dumps(each.default, ensure_ascii=False)
        yield f"# {each.name}: {value}\n"
        yield _remark(f"{each.description} It wants {each.type}.", "#   ")
    if extends:
        yield "#\n"


def _remark(text: str, mark: str = "# ") -> str:
    return "".join(f"{mark}{line}\n" for line in wrap(text.strip(), WIDTH, break_long_words=False))


def _chosen(model: Rule) -> tuple[Example, ...]:
    """The first bad and good examples of a rule, as many as a rule must have."""
    held = [example for example in model.examples if not example.todo]
    bad, good = [each for each in held if each.expect], [each for each in held if not each.expect]
    return (*bad[:ENOUGH], *good[:ENOUGH])


def _example(example: Example) -> str:
    lines = [f"name: {_quoted(example.name)}"] if example.name else []
    lines.append(f"{'bad' if example.expect else 'good'}: {_block(example.text)}")
    if example.expect:
        lines.append(f"expect: [{', '.join(map(_expectation, example.expect))}]")
    lines += [f"format: {example.format}"] if example.format != "txt" else []
    lines += [f"date: {example.date.isoformat()}"] if example.date else []
    lines += [f"source: {_block(example.source)}"] if example.source else []
    lines += ["beside:", *map(_neighbour, example.beside)] if example.beside else []
    return "  - " + indent("\n".join(lines), "    ").strip() + "\n"


def _neighbour(beside: Neighbour) -> str:
    date = f", date: {beside.date.isoformat()}" if beside.date else ""
    return f"  - {{text: {json.dumps(beside.text, ensure_ascii=False)}{date}}}"


def _expectation(expected: Expectation) -> str:
    given = {"text": expected.text, "message": expected.message or None, "fix": expected.fix}
    return "{" + ", ".join(f"{key}: {_quoted(text)}" for key, text in given.items() if text is not None) + "}"


def _block(text: str) -> str:
    """A text as a block of lines where YAML can hold it so, else in quotes."""
    lines = text.removesuffix("\n").split("\n")
    plain = text.endswith("\n") and lines[0].strip() and lines[-1].strip() and text[0] != " "
    return "|\n" + indent("\n".join(lines), "  ") if plain and all(map(str.isprintable, lines)) else _quoted(text)


def _quoted(text: str) -> str:
    """A text in quotes: single ones where it has double ones itself, else double ones as in JSON."""
    simple = '"' in text and "'" not in text and text.isprintable()
    return f"'{text}'" if simple else json.dumps(text, ensure_ascii=False)
