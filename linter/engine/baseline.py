"""The baseline: reports that were there before, so that only new ones fail.

An entry is known by its file, its rule and a hash of its sentence, never by a line: it survives edits elsewhere. It
counts how many such reports there were.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import compress

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report, Suppressed
from linter.core.source import Source
from linter.core.span import Span
from linter.engine.baseline_file import Entry, Written, entry_spans
from linter.engine.configured import relative
from linter.engine.meta import META_RULES, STALE_BASELINE, UNREADABLE, meta_diagnostic

KIND = "baseline"
"""The kind of suppression, as reports name it."""

Key = tuple[str, str, str]
"""File, rule, hash of the sentence."""

NEVER = frozenset({STALE_BASELINE.id, UNREADABLE.id})
"""What no baseline keeps quiet."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A baseline at work: what it keeps quiet, and which of its entries have nothing left to keep quiet.

    `rules` are the ids of the rules in force, `known` those of all there are. Entries of a rule that is known and not
    in force are left alone.
    """

    baseline: Written
    rules: frozenset[str]
    known: frozenset[str]
    _entries: Mapping[str, tuple[Entry, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        metas = frozenset(rule.id for rule in META_RULES)
        object.__setattr__(self, "rules", self.rules | metas)
        object.__setattr__(self, "known", self.known | metas)
        entries: dict[str, list[Entry]] = {}
        for entry in self.baseline.entries:
            entries.setdefault(entry.path, []).append(entry)
        object.__setattr__(self, "_entries", {path: tuple(members) for path, members in entries.items()})

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
        paths = dict.fromkeys(relative(path, self.baseline.folder) for path in linted)
        return [entry for path in paths for entry in self._entries.get(path, ())]

    def _takes(self, diagnostic: Diagnostic, left: Counter[Key]) -> bool:
        key = diagnostic_key(diagnostic, self.baseline.folder)
        taken = left[key] > 0 and diagnostic.rule not in NEVER
        left[key] -= taken
        return taken

    def stale(self, report: Report, linted: Iterable[str]) -> Iterator[Diagnostic]:
        """An error for each entry on the articles `linted` that has more than the report, with nothing kept quiet."""
        found = Counter(diagnostic_key(diagnostic, self.baseline.folder) for diagnostic in report.diagnostics)
        for entry in self._of(linted):
            gone = entry.count - found[key_of(entry)]
            if gone > 0 and entry.rule in self.rules & self.known:
                words = f' of "{entry.text}"' if entry.text else ""
                times = f" ({gone} of {entry.count})" if gone < entry.count else ""
                yield self._told(entry, f"{entry.path} has no {entry.rule}{words} any more{times}")

    def lost(self) -> Iterator[Diagnostic]:
        """An error for each entry of a rule or a file that is no more."""
        for entry in self.baseline.entries:
            if entry.rule not in self.known:
                yield self._told(entry, f"no rule is called {entry.rule} any more")
            elif self._is_gone(entry):
                yield self._told(entry, f"{entry.path} is no more, and with it its {entry.rule}")

    def _is_gone(self, entry: Entry) -> bool:
        return not os.path.exists(os.path.join(self.baseline.folder, entry.path))

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
        paths = frozenset(relative(path, self.baseline.folder) for path in linted)
        unseen = {key_of(entry): entry for entry in self.baseline.entries if not self._seen(entry, paths)}
        return tuple(sorted({**unseen, **found}.values()))

    def pruned(self, diagnostics: Iterable[Diagnostic], linted: Iterable[str]) -> tuple[Entry, ...]:
        """The entries without what a run on some articles shows to be gone; nothing is added."""
        found = Counter(diagnostic_key(diagnostic, self.baseline.folder) for diagnostic in diagnostics)
        paths = frozenset(relative(path, self.baseline.folder) for path in linted)
        counts = (
            (entry, min(entry.count, found[key_of(entry)]) if self._seen(entry, paths) else entry.count)
            for entry in self.baseline.entries
        )
        return tuple(sorted(replace(entry, count=count) for entry, count in counts if count))

    def _seen(self, entry: Entry, paths: frozenset[str]) -> bool:
        """Whether a run tells if an entry still has its report: also of a rule or a file that is no more."""
        if entry.rule not in self.known or self._is_gone(entry):
            return True
        return entry.rule in self.rules and entry.path in paths


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
    return relative(diagnostic.path, folder), diagnostic.rule, diagnostic.sentence
