"""Reports kept quiet from outside the article: the `ignores` of a configuration."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from dataclasses import replace

from linter.config.keys import Ignore
from linter.config.layer import Layer
from linter.config.resolve import Resolved
from linter.core.diagnostic import Diagnostic
from linter.core.globs import matcher
from linter.core.node import Node
from linter.core.pattern import lazy_pattern
from linter.core.report import Report, Suppressed
from linter.core.span import Span
from linter.engine.meta import EXPIRED_IGNORE, UNUSED_IGNORE, meta_diagnostic
from linter.engine.sift import by_place
from linter.ruleset.model import RuleSet

KIND = "configuration"
"""How a report names what is kept quiet here."""

WILD = lazy_pattern(r"[*?\[!]")

Entry = tuple[Layer, Node, Ignore]


def keep_quiet(
    report: Report,
    settings: Callable[[str], Resolved],
    in_force: Callable[[str], frozenset[str]],
    known: RuleSet,
    today: datetime.date | None = None,
) -> Report:
    """The report without what the `ignores` of its articles' settings keep quiet.

    `settings` and `in_force` tell the settings of a path and the ids of the rules in force for it. Entries that have
    expired before `today` (None: nothing expires) keep nothing quiet and are reported; so are entries for one file
    that keep nothing quiet in it, unless their rule is not in force there.
    """
    standing, quiet, used = [], [], set[int]()
    for diagnostic in report.diagnostics:
        entry = _matching(diagnostic, settings(diagnostic.path).ignores, known, today)
        if entry is None:
            standing.append(diagnostic)
        else:
            used.add(id(entry[1]))
            quiet.append(Suppressed(diagnostic, KIND, entry[2].reason))
    entries = tuple((source.path, entry) for source in report.sources for entry in settings(source.path).ignores)
    covering = tuple((path, entry) for path, entry in entries if _covers(entry[0], entry[2], path))
    idle = [
        _told(entry, today)
        for path, entry in covering
        if _expired(entry[2], today) or (_is_idle(entry, used) and _id(entry[2].rule, known) in in_force(path))
    ]
    told = sorted((*standing, *dict.fromkeys(idle)), key=by_place)
    return replace(report, diagnostics=tuple(told), suppressed=(*report.suppressed, *quiet))


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


def _is_idle(entry: Entry, used: set[int]) -> bool:
    """Whether an entry was of no use; of a pattern nobody can say, as not all of its files may be in the run."""
    return id(entry[1]) not in used and not WILD.search(entry[2].path) and not entry[2].path.endswith("/")


def _told(entry: Entry, today: datetime.date | None) -> Diagnostic:
    layer, node, ignore = entry
    source = layer.source
    start = source.line_starts[node.line - 1] + node.column - 1
    end = source.line_starts[node.line - 1] + len(source.line_text(node.line))
    span = Span(start, max(start, end))
    if _expired(ignore, today):
        return meta_diagnostic(source, EXPIRED_IGNORE, span, name=ignore.rule, hint=f"expired on {ignore.expires}")
    return meta_diagnostic(source, UNUSED_IGNORE, span, name=ignore.rule, hint="remove it")
