"""Reports kept quiet from outside the article: the `ignores` of a configuration."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.config.keys import Ignore
from linter.config.layer import Layer
from linter.config.resolve import Resolved
from linter.core.diagnostic import Diagnostic
from linter.core.globs import matcher
from linter.core.node import Node
from linter.core.pattern import lazy_pattern
from linter.core.relative import OUTSIDE, path_from
from linter.core.report import Report, Suppressed
from linter.core.span import Span
from linter.engine.meta import EXPIRED_IGNORE, UNUSED_IGNORE, meta_diagnostic
from linter.match.fold import plain
from linter.ruleset.model import RuleSet

KIND = "configuration"
"""How a report names what is kept quiet here."""

WILD = lazy_pattern(r"(?<!\\)[*?\[!]")

Entry = tuple[Layer, Node, Ignore]


class Outside(Struct, frozen=True):
    """The `ignores` of configurations at work.

    `settings`, `known` and `in_force` tell the settings of a path, all rules there are for it, and the ids of those in
    force. Entries that have expired before `today` (None: nothing expires) keep nothing quiet.
    """

    settings: Callable[[str], Resolved]
    known: Callable[[str], RuleSet]
    in_force: Callable[[str], frozenset[str]]
    today: datetime.date | None = None

    def keep_quiet(self, report: Report) -> Report:
        """The report without what the entries for its articles keep quiet; it depends on nothing but the report."""
        if not any(self.settings(source.path).ignores for source in report.sources):
            return report
        standing, quiet = [], []
        for diagnostic in report.diagnostics:
            entry = self._entry(diagnostic)
            if entry is None:
                standing.append(diagnostic)
            else:
                quiet.append(Suppressed(diagnostic, KIND, entry[2].reason))
        return replace(report, diagnostics=tuple(standing), suppressed=(*report.suppressed, *quiet))

    def idle(self, report: Report) -> tuple[Diagnostic, ...]:
        """What is to be said of the entries, where `report` is on all articles of a run and has its `keep_quiet` behind
        it: of those that have expired, and of those for one file that kept nothing quiet in it, unless their rule is
        not in force there.
        """
        paths = [source.path for source in report.sources if self.settings(source.path).ignores]
        if not paths:
            return ()
        quiet = (each.diagnostic for each in report.suppressed if each.kind == KIND)
        used = {id(entry[1]) for entry in map(self._entry, quiet) if entry is not None}
        entries = ((path, entry) for path in paths for entry in self.settings(path).ignores)
        told = (
            _told(entry, self.today)
            for path, entry in entries
            if _covers(entry[0], entry[2], path) and (self._expired(entry) or self._is_idle(path, entry, used))
        )
        return tuple(dict.fromkeys(told))

    def _entry(self, diagnostic: Diagnostic) -> Entry | None:
        """The entry that keeps a diagnostic quiet."""
        entries = self.settings(diagnostic.path).ignores
        known = self.known(diagnostic.path) if entries else RuleSet(())
        return next((each for each in entries if not self._expired(each) and _is_meant(diagnostic, each, known)), None)

    def _expired(self, entry: Entry) -> bool:
        expires = entry[2].expires
        return self.today is not None and expires is not None and expires < self.today

    def _is_idle(self, path: str, entry: Entry, used: set[int]) -> bool:
        """Whether an entry was of no use; of a pattern nobody can say, as not all of its files may be in the run."""
        if id(entry[1]) in used or WILD.search(entry[2].path) or entry[2].path.endswith("/"):
            return False
        return _id(entry[2].rule, self.known(path)) in self.in_force(path)


def _is_meant(diagnostic: Diagnostic, entry: Entry, known: RuleSet) -> bool:
    layer, _, ignore = entry
    if _id(ignore.rule, known) != diagnostic.rule or not _covers(layer, ignore, diagnostic.path):
        return False
    texts: Sequence[str] = (diagnostic.text, *(place.text for place in diagnostic.related))
    return not ignore.text or any(_words(ignore.text) in _words(text) for text in texts)


def _words(text: str) -> str:
    """Words as they are compared: whatever their case, the form of their quotation marks and hyphens, and line ends."""
    return " ".join(plain(text).casefold().split())


def _covers(layer: Layer, ignore: Ignore, path: str) -> bool:
    relative = path_from(path, layer.base)
    return not relative.startswith(OUTSIDE) and matcher((ignore.path,))(relative)


def _id(name: str, known: RuleSet) -> str:
    try:
        return known[name].id
    except KeyError:
        return name


def _told(entry: Entry, today: datetime.date | None) -> Diagnostic:
    layer, node, ignore = entry
    source = layer.source
    start = source.line_starts[node.line - 1] + node.column - 1
    end = source.line_starts[node.line - 1] + len(source.line_text(node.line))
    span = Span(start, max(start, end))
    if today is not None and ignore.expires is not None and ignore.expires < today:
        hint = f"expired on {ignore.expires}: decide anew, or remove it"
        return meta_diagnostic(source, EXPIRED_IGNORE, span, name=ignore.rule, hint=hint)
    hint = "remove it, or compare its words with the report" if ignore.text else "remove it"
    return meta_diagnostic(source, UNUSED_IGNORE, span, name=ignore.rule, hint=hint)
