"""The baseline: reports that were there before, so that only new ones fail.

An entry is known by its file, its rule and a hash of its sentence, never by a line: it survives edits elsewhere. It
counts how many such reports there were.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain, compress

from msgspec import Struct
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic
from linter.core.inputs import looked_at
from linter.core.relative import path_from
from linter.core.report import Report, Suppressed
from linter.core.source import Source
from linter.core.span import Span
from linter.engine.baseline_file import Entry, Written, entry_spans
from linter.engine.meta import META_RULES, STALE_BASELINE, UNREADABLE, meta_diagnostic

KIND = "baseline"
"""The kind of suppression, as reports name it."""

Key = tuple[str, str, str]
"""File, rule, hash of the sentence."""

NEVER = frozenset({STALE_BASELINE.id, UNREADABLE.id})
"""What no baseline keeps quiet."""

METAS = frozenset(rule.id for rule in META_RULES)
"""Rules that are always in force."""


class Cover(Struct, frozen=True, dict=True):
    """A baseline at work: what it keeps quiet, and which of its entries have nothing left to keep quiet.

    `in_force` tells the ids of the rules in force for an article, `known` those of all there are. Entries of a rule
    that is known and not in force are left alone.
    """

    baseline: Written
    in_force: Callable[[str], frozenset[str]]
    known: Callable[[], frozenset[str]]

    @cached_property
    def _entries(self) -> Mapping[str, tuple[Entry, ...]]:
        entries: dict[str, list[Entry]] = {}
        for entry in self.baseline.entries:
            entries.setdefault(entry.path, []).append(entry)
        return {path: tuple(members) for path, members in entries.items()}

    def keep_quiet(self, report: Report, linted: Iterable[str]) -> Report:
        """The report on the articles `linted` with what the baseline has moved to `suppressed`.

        Of several reports with one key the first ones in the file count as the old ones.
        """
        left = Counter({key_of(entry): entry.count for entry in self._of(linted)})
        if not left:
            return report
        covered = [self._takes(diagnostic, left) for diagnostic in report.diagnostics]
        quiet = (Suppressed(diagnostic, KIND, "") for diagnostic in compress(report.diagnostics, covered))
        return replace(
            report,
            diagnostics=tuple(compress(report.diagnostics, (not each for each in covered))),
            suppressed=(*report.suppressed, *quiet),
        )

    def _of(self, linted: Iterable[str]) -> list[Entry]:
        paths = dict.fromkeys(path_from(path, self.baseline.folder) for path in linted)
        return [entry for path in paths for entry in self._entries.get(path, ())]

    def _takes(self, diagnostic: Diagnostic, left: Counter[Key]) -> bool:
        key = diagnostic_key(diagnostic, self.baseline.folder)
        taken = left[key] > 0 and diagnostic.rule not in NEVER
        left[key] -= taken
        return taken

    def stale(self, report: Report, linted: Iterable[str]) -> Iterator[Diagnostic]:
        """An error for each entry on the articles `linted` that has more than the report on them.

        What the report has and does not show counts, except what other suppressions keep quiet.
        """
        paths = self._paths(linted)
        entries = self._of(paths.values())
        found = self._counted(_reported(report), frozenset(map(key_of, entries))) if entries else Counter[Key]()
        for entry in entries:
            gone = entry.count - found[key_of(entry)]
            if gone > 0 and self._is_judged(entry, paths):
                words = f' of "{entry.text}"' if entry.text else ""
                times = f" ({gone} of {entry.count})" if gone < entry.count else ""
                yield self._told(entry, f"{entry.path} has no {entry.rule}{words} any more{times}")

    def _paths(self, linted: Iterable[str]) -> dict[str, str]:
        """The articles by the paths that entries have for them."""
        return {path_from(path, self.baseline.folder): path for path in linted}

    def _counted(self, diagnostics: Iterable[Diagnostic], keys: frozenset[Key]) -> Counter[Key]:
        every = (diagnostic_key(diagnostic, self.baseline.folder) for diagnostic in diagnostics)
        return Counter(key for key in every if key in keys)

    def _is_known(self, rule: str) -> bool:
        return rule in METAS or rule in self.known()

    def _is_judged(self, entry: Entry, paths: Mapping[str, str]) -> bool:
        """Whether a run on these articles tells if an entry still has its report."""
        return entry.path in paths and (entry.rule in METAS or entry.rule in self.in_force(paths[entry.path]))

    def lost(self) -> Iterator[Diagnostic]:
        """An error for each entry of a rule or a file that is no more."""
        for entry in self.baseline.entries:
            if not self._is_known(entry.rule):
                yield self._told(entry, f"no rule is called {entry.rule} any more")
            elif self._is_gone(entry):
                yield self._told(entry, f"{entry.path} is no more, and with it its {entry.rule}")

    def _is_gone(self, entry: Entry) -> bool:
        path = os.path.join(self.baseline.folder, entry.path)
        looked_at(path)
        return not os.path.exists(path)

    def _told(self, entry: Entry, told: str) -> Diagnostic:
        source, places = _places(self.baseline)
        return meta_diagnostic(source, STALE_BASELINE, places.get(key_of(entry), Span(0, 0)), name=told)

    def updated(self, diagnostics: Iterable[Diagnostic], linted: Iterable[str]) -> tuple[Entry, ...]:
        """The entries after a run on some articles that found these diagnostics; what it could not see stays."""
        found: dict[Key, Entry] = {}
        for diagnostic in diagnostics:
            if diagnostic.rule not in NEVER:
                key = diagnostic_key(diagnostic, self.baseline.folder)
                known = found.get(key) or Entry(*key, 0, " ".join(diagnostic.text.split()))
                found[key] = replace(known, count=known.count + 1)
        paths = self._paths(linted)
        unseen = {key_of(entry): entry for entry in self.baseline.entries if not self._seen(entry, paths)}
        return tuple(sorted({**unseen, **found}.values()))

    def pruned(self, diagnostics: Iterable[Diagnostic], linted: Iterable[str]) -> tuple[Entry, ...]:
        """The entries without what a run on some articles shows to be gone; nothing is added."""
        found = self._counted(diagnostics, frozenset(map(key_of, self.baseline.entries)))
        paths = self._paths(linted)
        counts = (
            (entry, min(entry.count, found[key_of(entry)]) if self._seen(entry, paths) else entry.count)
            for entry in self.baseline.entries
        )
        return tuple(sorted(replace(entry, count=count) for entry, count in counts if count))

    def _seen(self, entry: Entry, paths: Mapping[str, str]) -> bool:
        """Whether a run tells if an entry still has its report: also of a rule or a file that is no more."""
        return self._is_judged(entry, paths) or not self._is_known(entry.rule) or self._is_gone(entry)


def _reported(report: Report) -> Iterator[Diagnostic]:
    """What a report has, shown or not, and what the baseline keeps quiet."""
    yield from chain(report.diagnostics, report.hidden, report.unchanged)
    yield from (each.diagnostic for each in report.suppressed if each.kind == KIND)


@lru_cache(maxsize=1)
def _places(baseline: Written) -> tuple[Source, Mapping[Key, Span]]:
    """The baseline as a source, and where its entries stand in it."""
    spans = entry_spans(baseline.text)
    return Source(baseline.path, baseline.text), dict(zip(map(key_of, baseline.entries), spans, strict=False))


def key_of(entry: Entry) -> Key:
    """What an entry is known by."""
    return entry.path, entry.rule, entry.sentence


def diagnostic_key(diagnostic: Diagnostic, folder: str) -> Key:
    """What a diagnostic is known by in a baseline in a folder."""
    return path_from(diagnostic.path, folder), diagnostic.rule, diagnostic.sentence
