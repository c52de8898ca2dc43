"""Fixes: the edits that rules spell out, applied to a text until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from linter.core.diagnostic import Applicability, Diagnostic, Edit
from linter.core.report import Report
from linter.core.source import Source
from linter.core.span import Span

ROUNDS = 20
"""Rounds after which fixes that make room for ever new ones are given up."""

Lint = Callable[[Source, tuple[Edit, ...]], Report]
"""From a text to the report that is shown of it; the edits are those that made it, of the round before."""


class Fixed(Struct, frozen=True):
    """What became of one article: the text after all fixes, the report on it, and the reports that were mended.

    `settled` is false where the fixes came to no end; then the text is the one before.
    """

    before: Source
    after: Source
    report: Report
    mended: tuple[Diagnostic, ...]
    settled: bool = True

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before.text != self.after.text


def fix_article(article: Source, applied: Sequence[Applicability], lint: Lint) -> Fixed:
    """Lint and fix one article until no fix is left that may be applied, in memory.

    Of fixes that touch the same words the first one in the text is applied, the others are looked at in the next round.
    What the report does not show is not fixed.
    """
    mended: list[Diagnostic] = []
    edits: tuple[Edit, ...] = ()
    source = article
    for _ in range(ROUNDS):
        report = lint(source, edits)
        chosen = tuple(compatible(report.diagnostics, applied))
        if not chosen:
            return Fixed(article, source, report, tuple(mended))
        edits = tuple(edit for diagnostic in chosen for edit in edits_of(diagnostic))
        source = source.with_text(edited(source.text, edits))
        mended.extend(chosen)
    return Fixed(article, article, lint(article, ()), (), settled=False)


def compatible(diagnostics: Iterable[Diagnostic], applied: Sequence[Applicability]) -> Iterator[Diagnostic]:
    """The diagnostics whose fixes may be applied together: in the order of their places, none touching another."""
    taken: list[Span] = []
    fixable = (d for d in diagnostics if d.fix is not None and d.fix.edits and d.fix.applicability in applied)
    for diagnostic in sorted(fixable, key=lambda d: (min(edit.span for edit in edits_of(d)), d.rule)):
        spans = [edit.span for edit in edits_of(diagnostic)]
        if not any(_collide(span, other) for span in spans for other in taken):
            taken.extend(spans)
            yield diagnostic


def edits_of(diagnostic: Diagnostic) -> tuple[Edit, ...]:
    """The edits of its fix; none where it has no fix."""
    return diagnostic.fix.edits if diagnostic.fix else ()


def _collide(span: Span, other: Span) -> bool:
    """Whether two edits touch: one insertion and an edit at the same place do, too."""
    return span.start <= other.end and other.start <= span.end


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
