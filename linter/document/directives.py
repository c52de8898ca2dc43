"""Instructions to the linter in an article's comments: `factlint: ignore[polls/unnamed-pollster] reason`."""

from __future__ import annotations

import datetime
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from linter.core.pattern import lazy_pattern
from linter.core.problem import Problem, did_you_mean
from linter.core.source import Source
from linter.core.span import Span
from linter.document.draft import Comment
from linter.document.model import Block, Directive, DirectiveVerb, Prose

VERBS: tuple[DirectiveVerb, ...] = get_args(DirectiveVerb)
ADDRESS = lazy_pattern(
    r"\s*factlint\s*:\s*(?P<verb>[\w-]*)\s*(?:\[(?P<rules>[^\]]*)(?P<closed>\]?))?(?P<reason>.*)", re.DOTALL
)
NAME_THE_RULES = "name the rules: ignore[pack/name]"
EXPIRES = lazy_pattern(r"\bexpires\s*[:=]\s*(?P<day>[^\s,;)]*[^\s,;.)])", re.IGNORECASE)
DAY = lazy_pattern(r"\d{4}-\d\d-\d\d")
OPEN = sys.maxsize
"""Where a range ends that nothing closes."""

MOST_BETWEEN = 1000
PARTING = lazy_pattern(
    r"[\r\n]|</?(?:p|div|li|[uod]l|d[td]|h[1-6]|td|th|tr|table|blockquote|section|article|main|header|footer|figcaption)\b",
    re.IGNORECASE,
)
"""What parts a directive from a paragraph: the end of the line, or a tag that begins or ends a block."""

LAST_IN_BLOCK = lazy_pattern(r"\s*</(?:p|li|d[td]|td|th|h[1-6])\s*>", re.IGNORECASE)
BODY_KINDS = ("paragraph", "item", "quote", "cell")


class Places(Struct, frozen=True):
    """Where an article's blocks stand in its source: their spans, sorted."""

    source: Source
    prose: Prose
    blocks: tuple[Block, ...]
    spans: tuple[Span, ...]

    @property
    def first_paragraph(self) -> int:
        """The source offset of the first paragraph; the end of the file where there is none."""
        starts = (span.start for span, block in zip(self.spans, self.blocks, strict=True) if block.kind in BODY_KINDS)
        return next(starts, len(self.source.text))

    def adjoin(self, start: int, end: int) -> bool:
        """Whether nothing but markup inside a paragraph stands between two places of one line."""
        between = self.source.text[start:end]
        return len(between) < MOST_BETWEEN and PARTING.search(between) is None


def read_directives(
    source: Source,
    prose: Prose,
    blocks: Sequence[Block],
    comments: Sequence[Comment],
    declared: Sequence[Comment] = (),
) -> tuple[tuple[Directive, ...], tuple[Problem, ...]]:
    """The directives among an article's comments, with their scopes, and the mistakes in them.

    `declared` are those of the front matter, where only `file-ignore` has a meaning.
    """
    addressed = [(comment, found) for comment in comments if (found := ADDRESS.fullmatch(comment.text))]
    if not addressed and not declared:
        return (), ()
    spans = tuple(prose.to_source(block.start, block.end) for block in blocks)
    places = Places(source, prose, tuple(blocks), spans)
    read = [_declared(comment, places) for comment in declared]
    read.extend(_directive(comment, found, places) for comment, found in addressed)
    directives = [one for one in read if isinstance(one, Directive)]
    told = (one for one in read if isinstance(one, Problem))
    return tuple(_with_ranges(tuple(_unopened(directives)), len(source.text))), tuple(told)


def _declared(comment: Comment, places: Places) -> Directive | Problem:
    """A directive of the front matter."""
    found = ADDRESS.fullmatch(comment.text)
    if found is None or (found["verb"].lower() in VERBS and found["verb"].lower() != "file-ignore"):
        told = "in front matter only 'file-ignore' has a meaning"
        return _problem(places.source, comment.span, told, "write file-ignore[pack/name] reason")
    return _directive(comment, found, places)


def _directive(comment: Comment, found: re.Match[str], places: Places) -> Directive | Problem:
    verb = found["verb"].lower()
    if verb not in VERBS:
        hint = did_you_mean(verb, VERBS) or f"one of {', '.join(VERBS)}"
        told = f"unknown directive {verb!r}" if verb else "a directive without a verb"
        return _problem(places.source, comment.span, told, hint)
    rules = tuple(dict.fromkeys(name for name in re.split(r"[\s,]+", found["rules"] or "") if name))
    if not rules or not found["closed"]:
        return _problem(places.source, comment.span, f"{verb!r} names no rules", NAME_THE_RULES.replace("ignore", verb))
    if verb == "file-ignore" and comment.span.start > places.first_paragraph:
        hint = "move it up, or use disable[…] and enable[…]"
        return _problem(places.source, comment.span, "'file-ignore' must stand before the first paragraph", hint)
    known = cast(DirectiveVerb, verb)
    reason, expires = _reason(found["reason"])
    if isinstance(expires, str):
        told = f"{expires[:40]!r} is no day of the calendar"
        return _problem(places.source, comment.span, told, "write it as expires: 2026-12-31")
    return Directive(known, rules, reason, comment.span, _scope(known, comment.span, places), expires)


def _reason(words: str) -> tuple[str, datetime.date | str | None]:
    """The reason without its last day, and that day; its words where they are no date."""
    expires = EXPIRES.search(words)
    reason = " ".join(EXPIRES.sub(" ", words, count=1).strip().removeprefix(":").split())
    if expires is None:
        return reason, None
    try:
        return reason, datetime.date.fromisoformat(expires["day"]) if DAY.fullmatch(expires["day"]) else expires["day"]
    except ValueError:
        return reason, expires["day"]


def _scope(verb: DirectiveVerb, span: Span, places: Places) -> Span:
    if verb == "file-ignore":
        return Span(0, len(places.source.text))
    return _scope_of_ignore(span, places) if verb == "ignore" else span


def _scope_of_ignore(span: Span, places: Places) -> Span:
    """The directive's own span where it stands in a paragraph, or after it on its line; else the block that follows."""
    index = bisect_right(places.spans, span.start, key=lambda block: block.end)
    before = places.spans[index - 1] if index else None
    following = places.spans[index] if index < len(places.spans) else None
    if following is None or following.start < span.start:
        return span
    if before is not None and (
        places.adjoin(before.end, span.start) or LAST_IN_BLOCK.match(places.source.text, span.end)
    ):
        return span
    return following


def _with_ranges(directives: Sequence[Directive], end: int) -> Iterator[Directive]:
    """The same with each `disable` reaching to the next `enable` of the same rule; one for each reach."""
    closing: dict[str, int] = {}
    ranged: list[Directive] = []
    for directive in reversed(directives):
        if directive.verb == "enable":
            closing.update(dict.fromkeys(directive.rules, directive.span.end))
        if directive.verb != "disable":
            ranged.append(directive)
            continue
        for close in sorted({closing.get(rule, OPEN) for rule in directive.rules}, reverse=True):
            rules = tuple(rule for rule in directive.rules if closing.get(rule, OPEN) == close)
            scope = Span(directive.span.start, min(close, end))
            ranged.append(replace(directive, rules=rules, scope=scope, unmatched=rules if close == OPEN else ()))
    yield from reversed(ranged)


def _unopened(directives: Sequence[Directive]) -> Iterator[Directive]:
    """The same with each `enable` told which of its rules no `disable` above it names."""
    disabled: set[str] = set()
    for directive in directives:
        if directive.verb == "disable":
            disabled.update(directive.rules)
        elif directive.verb == "enable":
            directive = replace(directive, unmatched=tuple(rule for rule in directive.rules if rule not in disabled))
            disabled.difference_update(directive.rules)
        yield directive


def _problem(source: Source, span: Span, message: str, hint: str) -> Problem:
    position = source.position(span.start)
    return Problem(source.path, position.line, position.column, message, hint, source.line_text(position.line))
