"""Suppressions that do nothing: what each of them would have needed, and how to be rid of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic, Edit, Fix
from linter.core.problem import did_you_mean
from linter.core.source import Source
from linter.core.span import Span
from linter.document.model import Directive
from linter.engine.comparing import comparing
from linter.engine.directives import covers, is_expired, rule_id
from linter.engine.meta import (
    EXPIRED_IGNORE,
    META_RULES,
    UNKNOWN_IGNORE,
    UNMATCHED_RANGE,
    UNUSED_IGNORE,
    meta_diagnostic,
)
from linter.ruleset.model import RuleSet

OPENING, CLOSING = "disable", "enable"
COMMENT_OPENINGS = ("<!--", "{/*", "[//]", "[comment]", "..", "//")


class Use(Struct, frozen=True):
    """The directives of an article, which of them (by number and rule name) were of use, the day, and all reports."""

    directives: tuple[Directive, ...]
    used: frozenset[tuple[int, str]]
    today: datetime.date | None
    diagnostics: tuple[Diagnostic, ...]


def idle(source: Source, use: Use, ruleset: RuleSet, known: RuleSet, *, meta: bool = False) -> Iterator[Diagnostic]:
    """A diagnostic for each rule that a directive names in vain.

    With `meta` only those that name rules of the pack `meta` are judged, without it only the others.
    """
    in_force = {rule.id: comparing(rule) is not None for rule in ruleset.rules}
    metas = {rule.id for rule in META_RULES}
    for number, directive in enumerate(use.directives):
        for name in directive.rules:
            if (name in metas) != meta:
                continue
            named = rule_id(name, known)
            if not named:
                yield meta_diagnostic(source, UNKNOWN_IGNORE, directive.span, name=name, hint=_nearest(name, known))
                continue
            if in_force.get(named):
                # What articles say against each other is not known yet, nor would a run on fewer articles find it.
                yield from _expired(source, use, directive, name)
            elif meta or named in in_force:
                yield from _in_vain(source, use, number, name, named)


def _expired(source: Source, use: Use, directive: Directive, name: str) -> Iterator[Diagnostic]:
    if directive.verb != CLOSING and is_expired(directive, use.today):
        hint = f"expired on {directive.expires}: decide anew, and give a later day or remove it"
        yield meta_diagnostic(source, EXPIRED_IGNORE, directive.span, name=name, hint=hint)


def _nearest(name: str, known: RuleSet) -> str:
    hint = did_you_mean(name, [*(rule.id for rule in known.rules), *(rule.id for rule in META_RULES)])
    return f"; {hint}" if hint else ""


def _in_vain(source: Source, use: Use, number: int, name: str, named: str) -> Iterator[Diagnostic]:
    directive = use.directives[number]
    if name in directive.unmatched:
        yield _unmatched(source, use, directive, name)
    if directive.verb == CLOSING:
        return
    if is_expired(directive, use.today):
        is_of_use = any(d.rule == named and covers(directive, d) for d in use.diagnostics)
        hint = (
            "decide anew, and give a later day or mend it" if is_of_use else "and has nothing to keep quiet; remove it"
        )
        told = meta_diagnostic(
            source, EXPIRED_IGNORE, directive.span, name=name, hint=f"expired on {directive.expires}: {hint}"
        )
        yield told if is_of_use else _removable(source, told, directive)
    elif (number, name) not in use.used:
        hint = _needed(use, directive, named)
        yield _removable(
            source, meta_diagnostic(source, UNUSED_IGNORE, directive.span, name=name, hint=hint), directive
        )


def _needed(use: Use, directive: Directive, named: str) -> str:
    """What the suppression would have needed: the line of the nearest report of its rule, or the rule reported here."""
    own = [d for d in use.diagnostics if d.rule == named]
    if own:
        nearest = min(own, key=lambda d: (abs(d.span.start - directive.span.end), d.span.start))
        return f"the nearest is on line {nearest.line}: write it right above that line, or remove it"
    here = sorted({d.rule for d in use.diagnostics if covers(directive, d)})
    if here and directive.verb != "file-ignore":
        return f"what is reported there is {', '.join(here)}; name that, or remove it"
    return "remove it"


def _unmatched(source: Source, use: Use, directive: Directive, name: str) -> Diagnostic:
    if directive.verb == OPENING:
        last = max((d for d in use.diagnostics if covers(directive, d)), key=lambda d: d.span.end, default=None)
        where = f"below line {last.end_line}" if last else "where it should end"
        told, hint = f'"disable" of {name} has no "enable"', f"write enable[{name}] {where}"
    else:
        opened = [rule for one in use.directives if one.verb == OPENING for rule in one.rules]
        told = f'"enable" of {name}, which is not disabled here'
        disabled = f"what is disabled above is {', '.join(sorted(set(opened)))}: name that" if opened else "delete it"
        hint = f"{disabled}, or write disable[{name}] above"
    return meta_diagnostic(source, UNMATCHED_RANGE, directive.span, name=told, hint=hint)


def _removable(source: Source, told: Diagnostic, directive: Directive) -> Diagnostic:
    """The diagnostic with the fix that takes the directive out, where it names one rule and is not half a range."""
    comment = source.text[directive.span.start : directive.span.end]
    if len(directive.rules) > 1 or directive.verb == OPENING or not comment.startswith(COMMENT_OPENINGS):
        return told
    if _parts_two_blocks(source, directive.span):
        return told
    return replace(told, fix=Fix("remove the suppression", "safe", (Edit(with_its_line(source, directive.span), ""),)))


def with_its_line(source: Source, span: Span) -> Span:
    """A comment with what would be left over: its line and one blank line beside it, or the blank before it."""
    text = source.text
    line = source.position(span.start).line
    start, end = source.line_starts[line - 1], _line_end(source, source.position(span.end).line)
    if text[start : span.start].strip() or text[span.end : end].strip():
        before = span.start - 1 if text[span.start - 1 : span.start] == " " and _blank(text, span.end) else span.start
        return Span(before, span.end)
    following = source.position(end).line if end < len(text) else 0
    above = line == 1 or not source.line_text(line - 1).strip()
    if following and above and not source.line_text(following).strip():
        end = _line_end(source, following)
    return Span(start, end)


def _parts_two_blocks(source: Source, span: Span) -> bool:
    """Whether a comment's own line is all that keeps the lines around it apart."""
    first, last = source.position(span.start).line, source.position(span.end).line
    alone = not source.text[source.line_starts[first - 1] : span.start].strip()
    alone = alone and not source.text[span.end : _line_end(source, last)].strip()
    return alone and all(
        0 < line <= len(source.line_starts) and source.line_text(line).strip() != "" for line in (first - 1, last + 1)
    )


def _blank(text: str, place: int) -> bool:
    return not text[place : place + 1].strip()


def _line_end(source: Source, line: int) -> int:
    return source.line_starts[line] if line < len(source.line_starts) else len(source.text)
