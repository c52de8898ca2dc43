"""Reports kept quiet from outside the article: the `ignores` of a configuration."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from linter.config.keys import Ignore
from linter.config.layer import Layer
from linter.config.resolve import Resolved
from linter.core.diagnostic import Diagnostic
from linter.core.globs import matcher
from linter.core.node import Node
from linter.core.problem import Problem
from linter.core.report import Report, Suppressed
from linter.ruleset.model import RuleSet

KIND = "configuration"
"""How a report names what is kept quiet here."""

Entry = tuple[Layer, Node, Ignore]


def keep_quiet(
    report: Report, settings: Callable[[str], Resolved], known: RuleSet, today: datetime.date | None = None
) -> tuple[Report, tuple[Problem, ...]]:
    """The report without what the `ignores` of its articles' settings keep quiet, and the entries that need a look.

    These are entries that have expired before `today` (None: nothing expires), which keep nothing quiet any more, and
    entries that match an article of the report in which they keep nothing quiet.
    """
    standing, quiet, used = [], [], set[int]()
    for diagnostic in report.diagnostics:
        entry = _matching(diagnostic, settings(diagnostic.path).ignores, known, today)
        if entry is None:
            standing.append(diagnostic)
        else:
            used.add(id(entry[1]))
            quiet.append(Suppressed(diagnostic, KIND, entry[2].reason))
    told = replace(report, diagnostics=tuple(standing), suppressed=(*report.suppressed, *quiet))
    return told, tuple(dict.fromkeys(_remarks(report, settings, used, today)))


def _matching(
    diagnostic: Diagnostic, entries: Sequence[Entry], known: RuleSet, today: datetime.date | None
) -> Entry | None:
    for entry in entries:
        if not _expired(entry[2], today) and _is_meant(diagnostic, entry, known):
            return entry
    return None


def _is_meant(diagnostic: Diagnostic, entry: Entry, known: RuleSet) -> bool:
    layer, _, ignore = entry
    if _id(ignore.rule, known) != diagnostic.rule or not _covers(layer, ignore, diagnostic.path):
        return False
    words = " ".join(ignore.text.split())
    texts = (diagnostic.text, *(place.text for place in diagnostic.related))
    return not words or any(words in " ".join(text.split()) for text in texts)


def _covers(layer: Layer, ignore: Ignore, path: str) -> bool:
    relative = os.path.relpath(os.path.abspath(path), layer.base or ".").replace(os.sep, "/")
    return not relative.startswith("../") and matcher((ignore.path,))(relative)


def _id(name: str, known: RuleSet) -> str:
    try:
        return known[name].id
    except KeyError:
        return name


def _expired(ignore: Ignore, today: datetime.date | None) -> bool:
    return today is not None and ignore.expires is not None and ignore.expires < today


def _remarks(
    report: Report, settings: Callable[[str], Resolved], used: set[int], today: datetime.date | None
) -> Iterator[Problem]:
    for source in report.sources:
        for layer, node, ignore in settings(source.path).ignores:
            if not _covers(layer, ignore, source.path):
                continue
            if _expired(ignore, today):
                yield layer.problem(node, f"this entry expired on {ignore.expires}", "look again, or remove it")
            elif id(node) not in used:
                yield layer.problem(node, f"this entry keeps no report of {ignore.rule!r} quiet", "remove it")
