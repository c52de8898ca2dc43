"""What factlint says of its own directives and of files it cannot read: the pack `meta`, which is not in `rules/`."""

from __future__ import annotations

from msgspec import Struct

from linter.core.diagnostic import Diagnostic, Level
from linter.core.digest import text_digest
from linter.core.source import Source
from linter.core.span import Span
from linter.engine.wording import place_of, sentence_hash


class MetaRule(Struct, frozen=True):
    """A report that no rule file defines."""

    id: str
    title: str
    level: Level
    message: str
    docs: str


UNUSED_IGNORE = MetaRule(
    "meta/unused-ignore",
    "Suppression that keeps nothing quiet",
    "warning",
    'no report of "{name}" stands where this suppression works; {hint}',
    "A suppression that covers no report hides the next one that somebody should see.",
)
UNKNOWN_IGNORE = MetaRule(
    "meta/unknown-ignore",
    "Suppression of a rule that does not exist",
    "warning",
    'no rule is called "{name}"{hint}',
    "A misspelt rule id in a suppression suppresses nothing.",
)
EXPIRED_IGNORE = MetaRule(
    "meta/expired-ignore",
    "Suppression whose last day has passed",
    "warning",
    'this suppression of "{name}" {hint}',
    "A suppression with `expires: 2026-12-31` works up to that day; from the next on its reports stand again.",
)
UNMATCHED_RANGE = MetaRule(
    "meta/unmatched-range",
    "Range of a suppression without its other end",
    "warning",
    "{name}; {hint}",
    "A `disable` without its `enable` keeps the rest of the article quiet, also what is written later; an `enable`"
    " without a `disable` above it does nothing.",
)
STALE_BASELINE = MetaRule(
    "meta/stale-baseline",
    "Baseline entry for a report that is gone",
    "error",
    "{name}; run: factlint baseline prune",
    "An entry that covers nothing any more would keep the same mistake quiet when somebody makes it again.",
)
UNREADABLE = MetaRule(
    "meta/unreadable",
    "File that cannot be read",
    "error",
    "{name}",
    "The file is missing, is no text, or is in an encoding other than UTF-8, or UTF-16 with a byte-order mark.",
)

META_RULES: tuple[MetaRule, ...] = (
    EXPIRED_IGNORE,
    STALE_BASELINE,
    UNKNOWN_IGNORE,
    UNMATCHED_RANGE,
    UNREADABLE,
    UNUSED_IGNORE,
)
"""All of them, by id."""


def meta_diagnostic(source: Source, rule: MetaRule, span: Span, *, name: str, hint: str = "") -> Diagnostic:
    """A diagnostic of a meta rule at a span of a source."""
    return _diagnostic(source, rule, span, rule.message.format(name=name, hint=hint))


def unreadable(path: str, reason: str) -> Diagnostic:
    """The diagnostic for a file that could not be read."""
    return _diagnostic(Source(path, ""), UNREADABLE, Span(0, 0), reason)


def _diagnostic(source: Source, rule: MetaRule, span: Span, message: str) -> Diagnostic:
    place = place_of(source, span, source.text[span.start : span.end], "")
    told = f"{rule.id}\0{message}\0{place.text}"
    return Diagnostic(
        rule=rule.id,
        level=rule.level,
        confidence="high",
        message=message,
        path=source.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        text=place.text,
        related=(),
        fix=None,
        fingerprint=text_digest(told)[:32],
        span=span,
        sentence=sentence_hash(told),
    )
