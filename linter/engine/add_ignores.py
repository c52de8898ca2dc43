"""Writing suppressions into articles: a comment after each sentence with a report, in the form of its format."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from linter.annotation.sentences import sentences_of
from linter.core.diagnostic import Diagnostic, Edit
from linter.core.report import Report
from linter.core.source import LINE_BREAK, Source
from linter.core.span import Span
from linter.document.formats import parse
from linter.document.model import Document
from linter.engine.fixes import edited
from linter.engine.meta import META_RULES

MARKUP = ("<!-- ", " -->")
FORMS = {
    ".md": MARKUP,
    ".markdown": MARKUP,
    ".mdx": ("{/* ", " */}"),
    ".html": MARKUP,
    ".htm": MARKUP,
}
"""How a comment begins and ends, by the suffix of the path; plain text has none."""

DOCTYPE = re.compile(r"\s*<!doctype[^>]*>[ \t]*(?:\r\n|\n|\r)?", re.IGNORECASE)
METAS = frozenset(rule.id for rule in META_RULES)

Lint = Callable[[Source], Report]


class Added(Struct, frozen=True):
    """An article with suppressions written into it: the text, the report on it, and what was and was not suppressed."""

    before: Source
    after: Source
    report: Report
    added: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


class Place(Struct, frozen=True):
    """Reports that one comment keeps quiet, and the edits that could write it, the best first."""

    diagnostics: tuple[Diagnostic, ...]
    edits: tuple[Edit, ...]


def can_hold_comments(path: str) -> bool:
    """Whether the format of a path has comments to write suppressions in."""
    return _suffix(path) in FORMS


def add_ignores(source: Source, diagnostics: Iterable[Diagnostic], reason: str, lint: Lint) -> Added:
    """The article with a comment for each of the reports that stand in it.

    Each text is linted before it counts: only a comment that keeps its reports quiet, changes no word and makes no new
    report is written. Reports of the pack `meta` are left: what they ask for is an edit.
    """
    wanted = tuple(d for d in diagnostics if d.rule not in METAS)
    places = tuple(_places(parse(source), wanted, reason)) if can_hold_comments(source.path) else ()
    before = lint(source)
    whole = source.with_text(edited(source.text, (place.edits[0] for place in places)))
    told = lint(whole) if places else before
    if _serves(source, before, whole, told, wanted):
        return _added(source, whole, told, wanted)
    return _one_by_one(source, before, places, wanted, lint)


def _one_by_one(
    source: Source, before: Report, places: Sequence[Place], wanted: Sequence[Diagnostic], lint: Lint
) -> Added:
    """The article with those of the comments that serve, tried from the last to the first, so that offsets stay."""
    text, report = source, before
    for place in sorted(places, key=lambda place: place.edits[0].span, reverse=True):
        for edit in place.edits:
            tried = source.with_text(edited(text.text, (edit,)))
            told = lint(tried)
            if _serves(source, before, tried, told, place.diagnostics):
                text, report = tried, told
                break
    return _added(source, text, report, wanted)


def _added(before: Source, after: Source, report: Report, wanted: Sequence[Diagnostic]) -> Added:
    standing = {diagnostic.fingerprint for diagnostic in report.diagnostics}
    added = tuple(d for d in wanted if d.fingerprint not in standing)
    return Added(before, after, report, added, tuple(d for d in wanted if d.fingerprint in standing))


def _serves(source: Source, before: Report, after: Source, told: Report, wanted: Iterable[Diagnostic]) -> bool:
    """Whether a text with comments says the same as the one without, and nothing is reported but what was."""
    standing = {diagnostic.fingerprint for diagnostic in told.diagnostics}
    allowed = {diagnostic.fingerprint for diagnostic in before.diagnostics} - {d.fingerprint for d in wanted}
    if not standing <= allowed or len(told.problems) > len(before.problems):
        return False
    was, now = parse(source), parse(after)
    return was.text == now.text and [b.kind for b in was.blocks] == [b.kind for b in now.blocks]


def _places(document: Document, diagnostics: Sequence[Diagnostic], reason: str) -> Iterator[Place]:
    """Where comments go: one for all reports on the whole file, one for each sentence with others."""
    of_file = tuple(d for d in diagnostics if not d.sentence or d.span.start < document.body)
    rules = {diagnostic.rule for diagnostic in of_file}
    if of_file:
        members = tuple(d for d in diagnostics if d.rule in rules)
        yield Place(members, (_at_the_top(document, _comment(document, "file-ignore", rules, reason)),))
    sentences: dict[tuple[int, int], list[Diagnostic]] = {}
    spans = [sentence.span for sentence in sentences_of(document)]
    for diagnostic in diagnostics:
        if diagnostic.rule not in rules:
            words = document.prose.from_source(diagnostic.span.start, diagnostic.span.end)
            held = next((span for span in spans if span.start <= words.start < span.end), words)
            sentences.setdefault((held.start, held.end), []).append(diagnostic)
    for (start, end), members_here in sentences.items():
        comment = _comment(document, "ignore", {d.rule for d in members_here}, reason)
        yield Place(tuple(members_here), tuple(_in_text(document, start, end, comment)))


def _in_text(document: Document, start: int, end: int, comment: str) -> Iterator[Edit]:
    """A comment right after a sentence, or else on a line of its own above its block."""
    place = document.prose.to_source(start, end).end
    yield Edit(Span(place, place), f" {comment}")
    block = document.block_holding(start)
    source = document.source
    line = source.position(document.prose.to_source(block.start, block.end).start).line
    above = source.line_starts[line - 1]
    yield Edit(Span(above, above), f"{comment}{_line_break(source)}")


def _at_the_top(document: Document, comment: str) -> Edit:
    """A comment above the first line of the text, below the front matter and what tells a browser its mode."""
    source = document.source
    line = source.position(document.first_span.start).line
    doctype = DOCTYPE.match(source.text, document.body)
    place = doctype.end() if doctype else max(document.body, source.line_starts[line - 1])
    ends = _line_break(source)
    gap = "" if _suffix(source.path) in (".html", ".htm") else ends
    return Edit(Span(place, place), f"{comment}{ends}{gap}")


def _comment(document: Document, verb: str, rules: Iterable[str], reason: str) -> str:
    opening, closing = FORMS[_suffix(document.source.path)]
    return f"{opening}factlint: {verb}[{', '.join(sorted(rules))}] {reason}{closing}"


def _line_break(source: Source) -> str:
    found = LINE_BREAK.search(source.text)
    return found.group() if found else "\n"


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()
