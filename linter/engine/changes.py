"""Only what is new: which lines of which files differ from a commit, and which reports have to do with them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Edit
from linter.core.errors import UsageError
from linter.core.relative import is_below, path_from
from linter.core.report import Report
from linter.core.source import Source
from linter.core.span import Span
from linter.document.suffixes import SUFFIXES
from linter.engine.git import Entry, ask, commit_of, demand, index_of, top_folder
from linter.engine.walk import Choice, find_articles

HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
DIFF = (
    "diff",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-relative",
    "--ignore-submodules=all",
    "--find-renames",
    "--diff-algorithm=histogram",
)
PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", "--patch")
ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}

Lines = tuple[range, ...] | None
"""Changed lines of a file, counted from 1 as git does, at "\\n" alone; None for all of them."""


class Changes(Struct, frozen=True):
    """What changed in a repository: `lines` by path relative to `root`. `told` says since when, for people.

    `tracked` are the paths that git knows; any other file is new as a whole. `staged` is what is staged, by path, where
    that is what counts, and not the work tree.
    """

    root: str
    lines: Mapping[str, Lines]
    tracked: frozenset[str]
    told: str
    staged: Mapping[str, Entry] | None = None

    def spans(self, source: Source) -> tuple[Span, ...]:
        """The changed places of an article, as spans of its text; raises UsageError for one outside the repository."""
        path = self.path_of(source.path)
        lines = self.lines.get(path, ()) if path in self.tracked else None
        if lines is None:
            return (Span(0, len(source.text) + 1),)
        if not lines:
            return ()
        starts = (0, *(found.end() for found in re.finditer("\n", source.text)), len(source.text) + 1)
        last = len(starts) - 1
        return tuple(Span(*(starts[max(0, min(line - 1, last))] for line in (each.start, each.stop))) for each in lines)

    def path_of(self, path: str) -> str:
        """A path relative to the root of the repository; raises UsageError for one outside of it."""
        folder, name = os.path.split(os.path.abspath(path))
        whole = os.path.join(os.path.realpath(folder), name)
        if not is_below(whole, self.root):
            raise UsageError(f"{path} is outside the repository {self.root}; --since and --staged cannot judge it")
        return path_from(whole, self.root)

    def changed_paths(self) -> tuple[str, ...]:
        """The files with changed lines, as paths relative to the current folder, sorted."""
        here = os.path.realpath(os.curdir)
        whole = sorted(os.path.join(self.root, path) for path, lines in self.lines.items() if lines != ())
        return tuple(os.path.relpath(path, here) for path in whole)


def changes_since(reference: str, folder: str) -> Changes:
    """What the work tree has that the commit where it left `reference` had not; raises UsageError.

    That commit is the merge base, so that what others did on `reference` since then does not count.
    """
    root = top_folder(folder)
    commit = commit_of(reference, root)
    answer = ask(("merge-base", commit, "HEAD"), root)
    if not answer.done:
        hint = "a shallow clone must be fetched deeper (in GitHub Actions: fetch-depth: 0)"
        raise UsageError(f"git finds no common ancestor of {reference!r} and HEAD; {hint}")
    base = answer.output.decode("ascii").strip()
    changed = _changed((base,), root)
    new = dict.fromkeys(listed(("ls-files", "--others", "--exclude-standard", "-z", "--"), root))
    return Changes(root, {**new, **changed}, frozenset(listed(("ls-files", "-z", "--"), root)), f"since {reference}")


def staged_changes(folder: str) -> Changes:
    """What is staged for the next commit; raises UsageError."""
    root = top_folder(folder)
    head = ask(("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), root)
    base = head.output.decode("ascii").strip() if head.done else _empty_tree(root)
    index = index_of(root)
    return Changes(root, _changed(("--cached", base), root), frozenset(index), "staged", index)


def _empty_tree(root: str) -> str:
    """The name of the tree without files, for the time before the first commit."""
    return demand(("hash-object", "-t", "tree", "--stdin"), root).decode("ascii").strip()


def listed(question: tuple[str, ...], root: str) -> list[str]:
    """The paths that git prints, parted by NUL; raises UsageError with its complaint where it fails."""
    return [os.fsdecode(path) for path in demand(question, root).split(b"\0") if path]


def _changed(against: tuple[str, ...], root: str) -> dict[str, Lines]:
    """Changed lines by path: () where only names or modes changed, None where git takes the file for binary."""
    counts = demand((*DIFF, "--numstat", "-z", *against, "--"), root)
    lines: dict[str, Lines] = dict(_counted(counts))
    for path, hunks in _hunks(demand((*DIFF, *PATCH, "--text", *against, "--"), root)):
        if lines.get(path, ()) is not None:
            lines[path] = hunks
    return lines


def _counted(output: bytes) -> Iterator[tuple[str, Lines]]:
    """Path by path, whether git can count its lines; the fields of a renamed file are added, deleted, old, new."""
    fields = iter(output.split(b"\0"))
    for field in fields:
        if not field:
            continue
        added, _, path = field.split(b"\t", 2)
        if not path:
            next(fields)
            path = next(fields)
        yield os.fsdecode(path), None if added == b"-" else ()


def _hunks(patch: bytes) -> Iterator[tuple[str, Lines]]:
    """The path and the changed lines of each file of a patch without context."""
    rows = iter(patch.split(b"\n"))
    path = ""
    ranges: list[range] = []
    for row in rows:
        if row.startswith(b"diff --git "):
            if path:
                yield path, tuple(ranges)
            path, ranges = "", []
        elif row.startswith(b"+++ "):
            path = _path(row[4:])
        elif found := HUNK.match(row):
            removed, start, added = (int(group or 1) if group != b"0" else 0 for group in found.groups())
            ranges.append(range(start, start + added))
            for _ in range(removed + added):
                while next(rows, b"").startswith(b"\\"):
                    pass
    if path:
        yield path, tuple(ranges)


def _path(field: bytes) -> str:
    """The path of a header line: quoted like in C where it holds odd characters; empty for a file that is no more."""
    field = field.removesuffix(b"\t")
    if field.startswith(b'"'):
        field = ESCAPE.sub(_unescaped, field.strip(b'"'))
    return os.fsdecode(field.removeprefix(b"b/")) if field != b"/dev/null" else ""


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8)]) if len(code) == 3 else ESCAPED.get(code, code)


def changed_articles(changes: Changes, choice: Choice) -> tuple[str, ...]:
    """The changed articles that a walk through the repository finds too, as paths from the current folder."""
    paths = (path for path in changes.changed_paths() if _is_article(path, changes))
    return find_articles(paths, replace(choice, force_exclude=True)).paths


def _is_article(path: str, changes: Changes) -> bool:
    within = changes.path_of(path)
    if os.path.splitext(path)[1].lower() not in SUFFIXES or any(part.startswith(".") for part in within.split("/")):
        return False
    if os.path.islink(path) and not is_below(os.path.realpath(path), changes.root):
        return False
    # What is gone from the work tree can still be staged.
    entry = (changes.staged or {}).get(within, Entry())
    return os.path.isfile(path) or (entry.is_file and not os.path.lexists(path))


def only_changed(report: Report, spans: Mapping[str, tuple[Span, ...]]) -> Report:
    """The report with what has no place in changed text moved to `unchanged`.

    `spans` are the changed places by the path of the article. Every place counts, the related ones too: a date that was
    edited here makes a duration wrong two paragraphs on. A report on a whole article counts where anything changed.
    """
    new = tuple(d for d in report.diagnostics if _is_new(d, spans))
    old = tuple(d for d in report.diagnostics if not _is_new(d, spans))
    return replace(report, diagnostics=new, unchanged=(*report.unchanged, *old))


def _is_new(diagnostic: Diagnostic, spans: Mapping[str, tuple[Span, ...]]) -> bool:
    if diagnostic.path not in spans:  # no article: a file that cannot be read, the baseline, the configuration
        return True
    if not diagnostic.sentence and spans[diagnostic.path]:
        return True
    places = ((diagnostic.path, diagnostic.span), *((place.path, place.span) for place in diagnostic.related))
    return any(_touch(span, changed) for path, span in places for changed in spans.get(path, ()))


def _touch(span: Span, changed: Span) -> bool:
    return span.overlaps(changed) or (span.start == span.end and changed.start <= span.start < changed.end)


def moved(spans: Iterable[Span], edits: Iterable[Edit]) -> tuple[Span, ...]:
    """Changed places after edits of the text, which are changed places themselves; the edits do not overlap."""
    ordered = sorted(edits, key=lambda edit: edit.span)

    def place(offset: int) -> int:
        grown = (len(e.replacement) - (e.span.end - e.span.start) for e in ordered if e.span.end <= offset)
        return offset + sum(grown)

    kept = (Span(place(span.start), place(span.end)) for span in spans)
    made = (Span(place(e.span.end) - len(e.replacement), place(e.span.end)) for e in ordered)
    return (*kept, *made)
