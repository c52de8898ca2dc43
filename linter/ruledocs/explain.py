"""A rule explained on the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from linter.ruleset.model import Example, Rule


def as_text(rule: Rule) -> str:
    """A rule with its documentation and all its examples."""
    parts = [
        f"{rule.id} · {rule.level}, confidence {rule.confidence}",
        rule.title,
        *_relations(rule),
        rule.docs.strip(),
        *(_example(example) for example in rule.examples),
        *_references(rule),
    ]
    return "\n\n".join(part for part in parts if part)


def meta_as_text(rule_id: str, title: str, level: str, docs: str) -> str:
    """A report of the pack `meta`, which has no rule file."""
    return f"{rule_id} · {level}\n\n{title}\n\n{docs}"


def _relations(rule: Rule) -> Iterator[str]:
    if rule.extends:
        yield f"Builds on {rule.extends}."
    if rule.replaces:
        yield f"Speaks in the place of {', '.join(rule.replaces)}."


def _example(example: Example) -> str:
    words = " · ".join(f'"{expected.text}"' for expected in example.expect)
    heading = f"Reported: {words}" if example.expect else "Not reported:"
    if example.todo:
        heading = f"Not yet right ({example.todo}):"
    beside = "".join(
        f"{indent(each.text.rstrip(), '    ')}\n\n    (and in another article:)\n\n" for each in example.beside
    )
    return f"{heading}\n{beside}{indent(example.text.rstrip(), '    ')}"


def _references(rule: Rule) -> Iterator[str]:
    if rule.references:
        yield "References:\n" + "\n".join(f"    {reference}" for reference in rule.references)
