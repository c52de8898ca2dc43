"""A rule explained: as text for the terminal and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent
from typing import Any

from linter.ruleset.model import Example, Rule


def as_text(rule: Rule) -> str:
    """A rule with its documentation and all its examples."""
    parts = [
        f"{rule.id} · {rule.level}, confidence {rule.confidence}",
        rule.title,
        rule.docs.strip(),
        *(_example(example) for example in rule.examples),
        *_references(rule),
    ]
    return "\n\n".join(part for part in parts if part)


def meta_as_text(rule_id: str, title: str, level: str, docs: str) -> str:
    """A report of the pack `meta`, which has no rule file."""
    return f"{rule_id} · {level}\n\n{title}\n\n{docs}"


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


def as_json(rule: Rule) -> dict[str, Any]:
    """A rule as plain data, for tools."""
    return {
        "id": rule.id,
        "title": rule.title,
        "level": rule.level,
        "confidence": rule.confidence,
        "check": rule.kind,
        "message": rule.message,
        "docs": rule.docs,
        "tags": list(rule.tags),
        "references": list(rule.references),
        "formerly": list(rule.formerly),
        "examples": [_example_as_json(example) for example in rule.examples],
    }


def _example_as_json(example: Example) -> dict[str, Any]:
    return {
        "name": example.name,
        "text": example.text,
        "format": example.format,
        "date": example.date.isoformat() if example.date else None,
        "expect": [{"text": expected.text, "message": expected.message} for expected in example.expect],
        "todo": example.todo,
        "beside": [
            {"text": each.text, "date": each.date.isoformat() if each.date else None} for each in example.beside
        ],
    }
