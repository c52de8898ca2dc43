"""Fixes in examples: what a fix puts into the text is what the example says, and nothing where it says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from linter.core.diagnostic import Applicability, Diagnostic
from linter.core.span import Span
from linter.engine.fixes import compatible, edited, edits_of
from linter.engine.lint import Input, Linter
from linter.ruleset.model import Example

APPLIED: tuple[Applicability, ...] = ("safe", "unsafe")


def fix_failures(linter: Linter, article: Input, example: Example, told: Sequence[Diagnostic]) -> Iterator[str]:
    """What is wrong with the fixes of a rule's reports on an example: all that can be applied are, even unsafe ones."""
    chosen = tuple(compatible(told, APPLIED))
    expected = {(words.start, words.end): fix for words, fix in _expected(example)}
    met: set[tuple[int, int]] = set()
    for diagnostic in chosen:
        key = next((key for key in expected if Span(*key).overlaps(diagnostic.span)), None)
        given = "".join(edit.replacement for edit in edits_of(diagnostic))
        if key is None or expected[key] != given:
            yield f'puts "{given}" for "{diagnostic.text}"; expect it with fix: {given!r}'
        if key is not None:
            met.add(key)
    for start, end in sorted(expected.keys() - met):
        yield f'has no fix that could be applied to "{example.text[start:end]}"'
    if chosen:
        yield from _left_over(linter, article, chosen)


def _expected(example: Example) -> Iterator[tuple[Span, str]]:
    for expectation in example.expect:
        if expectation.fix is not None:
            start = example.text.index(expectation.text)
            yield Span(start, start + len(expectation.text)), expectation.fix


def _left_over(linter: Linter, article: Input, chosen: Sequence[Diagnostic]) -> Iterator[str]:
    """What the rule would mend in the text that it has mended."""
    edits = tuple(edit for diagnostic in chosen for edit in edits_of(diagnostic))
    again = replace(article, source=article.source.with_text(edited(article.source.text, edits)))
    left = (diagnostic for diagnostic in linter.lint([again]).diagnostics if diagnostic.rule == chosen[0].rule)
    for diagnostic in compatible(left, APPLIED):
        yield f'finds "{diagnostic.text}" to fix in the text that it has fixed'
