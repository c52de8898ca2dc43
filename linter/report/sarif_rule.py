"""Rules in SARIF, within the limits of GitHub code scanning."""

from __future__ import annotations

from linter.core.diagnostic import Level
from linter.core.pattern import lazy_pattern
from linter.report.context import RuleInfo
from linter.report.record import Record

LONGEST_NAME = 255
LONGEST_DESCRIPTION = 1024
MOST_TAGS = 10
"""GitHub takes 20 and shows 10."""

SEVERITIES: dict[Level, str] = {"error": "error", "warning": "warning", "note": "recommendation"}
"""Our levels in the words of `problem.severity`."""

SENTENCE_END = lazy_pattern(r"[.!?][\"”’)]*(?=\s|$)")


def descriptor(rule: RuleInfo) -> Record:
    """A rule as a reportingDescriptor."""
    docs = rule.docs.strip() or rule.title
    uri = {"helpUri": rule.help_uri} if rule.help_uri else {}
    return {
        "id": rule.id,
        "name": shortened(rule.title, LONGEST_NAME),
        "shortDescription": {"text": shortened(rule.title, LONGEST_DESCRIPTION)},
        "fullDescription": {"text": shortened(" ".join(docs.split()), LONGEST_DESCRIPTION)},
        "help": {"text": docs, "markdown": help_markdown(rule, docs)},
        **uri,
        "defaultConfiguration": {"level": rule.level},
        "properties": {
            "tags": list(tags(rule)),
            "precision": rule.confidence,
            "problem.severity": SEVERITIES[rule.level],
        },
    }


def tags(rule: RuleInfo) -> tuple[str, ...]:
    """The pack, then the rule's own tags, each once."""
    return tuple(dict.fromkeys((rule.id.partition("/")[0], *rule.tags)))[:MOST_TAGS]


def help_markdown(rule: RuleInfo, docs: str) -> str:
    """The documentation with its references and the page of the rule."""
    links = [f"- <{link}>" for link in (*rule.references, *filter(None, (rule.help_uri,)))]
    return "\n\n".join(filter(None, (docs, "\n".join(links))))


def shortened(text: str, longest: int) -> str:
    """A text of at most so many characters: cut after a sentence, or, without one, between two words."""
    if len(text) <= longest:
        return text
    ends = [found.end() for found in SENTENCE_END.finditer(text[:longest])]
    if ends:
        return text[: ends[-1]]
    cut = text[: longest - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"
