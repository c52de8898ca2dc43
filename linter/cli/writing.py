"""What `factlint check` writes into articles: fixes and suppressions; or the diff of what it would write."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from linter.core.diagnostic import Applicability, Diagnostic, Edit
from linter.core.errors import UnwritableError, UsageError
from linter.core.problem import Problem
from linter.core.report import Report
from linter.core.source import Source
from linter.core.span import Span
from linter.report.summary import counted

if TYPE_CHECKING:
    from linter.config.resolve import Home
    from linter.engine.fixes import Fixed

Spans = tuple[Span, ...]

Shown = Callable[[Source, Spans], Report]
"""From a text, and its changed places, to the report on it as a run shows it."""


class Writer(Struct, frozen=True):
    """How articles are linted again, and what of them counts as changed; `home` tells the configuration of a path.

    `stdin` is the name of standard input.
    """

    shown: Shown
    changed: Callable[[Source], Spans]
    home: Callable[[str], Home]
    stdin: str = ""

    def is_stdin(self, source: Source) -> bool:
        """Whether the text came from standard input, and goes to standard output."""
        return source.path == self.stdin


class Writing(Struct, frozen=True):
    """What became of a run that writes: what to say of it, and what could not be written.

    `written` are the articles that have another text now, or would have.
    """

    told: str
    written: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()


def write(report: Report, writer: Writer, values: Namespace) -> Writing:
    """Do what the options ask for: fix, show the difference, or add suppressions."""
    if values.add_ignores is not None:
        return _add(report, writer, reason_of(values.add_ignores))
    applied: tuple[Applicability, ...] = ("safe", "unsafe") if values.unsafe_fixes else ("safe",)
    fixed = tuple(_fixed(report, writer, applied))
    return _show(fixed) if values.diff else _save(report, writer, fixed)


def reason_of(text: str) -> str:
    """The reason of a suppression on one line; raises UsageError for what would end or break a comment."""
    reason = " ".join(text.split())
    if not reason:
        raise UsageError("--add-ignores needs a reason")
    for mark in ("--", "*/"):
        if mark in reason:
            raise UsageError(f"a reason cannot hold {mark!r}, which has a meaning in comments")
    return reason


def _fixed(report: Report, writer: Writer, applied: Sequence[Applicability]) -> Iterator[Fixed]:
    from linter.engine.fixes import fix_article

    paths = {d.path for d in report.diagnostics if d.fix is not None and d.fix.applicability in applied}
    for late in report.sources:
        if late.path in paths:
            source = _held(late)
            yield fix_article(source, applied, _Follower(writer, source))


def _held(source: Source) -> Source:
    """An article with its text in memory, where it may be read late otherwise."""
    return Source(source.path, source.text, source.encoding, source.bom)


class _Follower:
    """Lints an article while it is being fixed, and keeps track of what counts as changed in it."""

    def __init__(self, writer: Writer, source: Source) -> None:
        self._writer = writer
        self._spans = writer.changed(source)

    def __call__(self, source: Source, edits: tuple[Edit, ...]) -> Report:
        from linter.engine.changes import moved

        self._spans = moved(self._spans, edits)
        return self._writer.shown(source, self._spans)


def _save(report: Report, writer: Writer, fixed: Sequence[Fixed]) -> Writing:
    problems: list[Problem] = []
    saved: list[Fixed] = []
    for each in fixed:
        reason = "" if each.settled else "its fixes make room for ever new ones; nothing written"
        reason = reason or (_stored(each.before, each.after, writer) if each.changed else "")
        if reason:
            problems.append(Problem(each.before.path, 1, 1, reason))
        elif each.changed:
            saved.append(each)
    _pass_through(report.sources, {each.before.path for each in saved}, writer)
    mended = sum(len(each.mended) for each in saved)
    told = f"Fixed {counted(mended, 'finding')} in {counted(len(saved), 'article')}."
    return Writing(told, tuple(each.after for each in saved), tuple(problems))


def _show(fixed: Sequence[Fixed]) -> Writing:
    from linter.report.difference import cut_difference, difference
    from linter.report.terminal import line_width

    changed = [each for each in fixed if each.changed and each.settled]
    terminal = sys.stdout.isatty()
    width = line_width(os.environ, terminal)
    for each in changed:
        lines = (
            cut_difference(each.before, each.after, width, os.getcwd())
            if terminal
            else difference(each.before, each.after, os.getcwd())
        )
        sys.stdout.writelines(line.encode("utf-8", "backslashreplace").decode("utf-8") for line in lines)
    mended = sum(len(each.mended) for each in changed)
    told = f"Would fix {counted(mended, 'finding')} in {counted(len(changed), 'article')}."
    return Writing(told, tuple(each.after for each in changed))


def _add(report: Report, writer: Writer, reason: str) -> Writing:
    from linter.engine.add_ignores import add_ignores, can_hold_comments

    problems: list[Problem] = []
    written: list[Source] = []
    added, left = 0, list[Diagnostic]()
    standing = _by_path(report.diagnostics)
    for late in report.sources:
        wanted = standing.get(late.path, ())
        if not wanted:
            continue
        source = _held(late)
        if not can_hold_comments(source.path):
            left.extend(wanted)
            continue
        spans = writer.changed(source)
        done = add_ignores(source, wanted, reason, lambda text, spans=spans: writer.shown(text, spans))  # type: ignore[misc]
        failure = _stored(done.before, done.after, writer) if done.added else ""
        if failure:
            problems.append(Problem(source.path, 1, 1, failure))
            continue
        left.extend(done.left)
        if done.added:
            added += len(done.added)
            written.append(done.after)
    _pass_through(report.sources, {source.path for source in written}, writer)
    told = f"Suppressed {counted(added, 'finding')} in {counted(len(written), 'article')}."
    return Writing(told + _left_over(left, reason, writer), tuple(written), tuple(problems))


def _left_over(left: Sequence[Diagnostic], reason: str, writer: Writer) -> str:
    if not left:
        return ""
    from linter.cli.entries import entries

    return "".join(f"\n{line}" for line in entries(left, reason, writer.home))


def _by_path(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    parts: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        parts.setdefault(diagnostic.path, []).append(diagnostic)
    return parts


def _pass_through(sources: Iterable[Source], stored: set[str], writer: Writer) -> None:
    """Standard input goes to standard output also where nothing was changed in it."""
    for source in sources:
        if writer.is_stdin(source) and source.path not in stored:
            _stored(source, source, writer)


def _stored(before: Source, after: Source, writer: Writer) -> str:
    """Write an article; returns why it could not be."""
    from linter.core.write import encode, rewrite

    try:
        if writer.is_stdin(after):
            sys.stdout.flush()
            sys.stdout.buffer.write(encode(after))
            sys.stdout.buffer.flush()
        else:
            rewrite(before, after, os.getcwd())
    except UnwritableError as error:
        return str(error)
    return ""
