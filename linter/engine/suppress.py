"""Suppressions in the article: which diagnostics they keep quiet, and which of them do nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.core.diagnostic import Diagnostic
from linter.core.report import Suppressed
from linter.core.span import Span
from linter.document.model import Directive
from linter.engine.directives import covers, is_expired, rule_id
from linter.ruleset.model import RuleSet


class Parted(Struct, frozen=True):
    """Diagnostics that stand, those kept quiet, and which directive (by number) was of use for which of its rules."""

    standing: tuple[Diagnostic, ...]
    quiet: tuple[Suppressed, ...]
    used: frozenset[tuple[int, str]]


def suppress(
    article: Article,
    diagnostics: Sequence[Diagnostic],
    ruleset: RuleSet,
    known: RuleSet,
    today: datetime.date | None = None,
) -> tuple[tuple[Diagnostic, ...], tuple[Suppressed, ...]]:
    """Part the diagnostics into those that stand and those that a directive of the article keeps quiet.

    Directives that name a rule nobody knows, that keep nothing quiet, whose last day lies before `today` (None: no day
    has come) or that lack their other end add diagnostics of their own, which directives can keep quiet in turn. A
    directive for a rule that is not in force in this run is left alone.
    """
    directives = tuple(scoped(article))
    if not directives:
        return tuple(diagnostics), ()
    # Most articles have no directive.
    from linter.engine.idle import Use, idle

    live = [(number, one) for number, one in enumerate(directives) if not is_expired(one, today)]
    first = _parted(diagnostics, live, known)
    use = Use(directives, first.used, today, (*first.standing, *(each.diagnostic for each in first.quiet)))
    second = _parted(tuple(idle(article.document.source, use, ruleset, known)), live, known)
    left = replace(use, used=second.used)
    useless = tuple(idle(article.document.source, left, ruleset, known, meta=True))
    return (*first.standing, *second.standing, *useless), (*first.quiet, *second.quiet)


def _parted(diagnostics: Iterable[Diagnostic], live: Sequence[tuple[int, Directive]], known: RuleSet) -> Parted:
    standing: list[Diagnostic] = []
    quiet: list[Suppressed] = []
    used: set[tuple[int, str]] = set()
    directives = [directive for _, directive in live]
    for diagnostic in diagnostics:
        found = covering(diagnostic, directives, known)
        if found is None:
            standing.append(diagnostic)
        else:
            index, name = found
            used.add((live[index][0], name))
            quiet.append(Suppressed(diagnostic, "directive", directives[index].reason))
    return Parted(tuple(standing), tuple(quiet), frozenset(used))


def covering(diagnostic: Diagnostic, directives: Sequence[Directive], known: RuleSet) -> tuple[int, str] | None:
    """The index of the first directive that keeps a diagnostic quiet, and its name for the rule; None if none does."""
    for index, directive in enumerate(directives):
        if directive.verb != "enable" and covers(directive, diagnostic):
            for name in directive.rules:
                if name == diagnostic.rule or rule_id(name, known) == diagnostic.rule:
                    return index, name
    return None


def scoped(article: Article) -> Iterator[Directive]:
    """The directives, those inside a paragraph widened to the sentence they touch."""
    if not article.document.directives:
        return
    sentences = [article.document.prose.to_source(s.span.start, s.span.end) for s in article.sentences]
    for directive in article.document.directives:
        if directive.verb != "enable" and directive.scope == directive.span:
            yield replace(directive, scope=_touched(directive.span, sentences))
        else:
            yield directive


def _touched(span: Span, sentences: Iterable[Span]) -> Span:
    """The sentence that holds a directive, else the one that ends before it, else the one after it."""
    before = None
    for sentence in sentences:
        if sentence.overlaps(span):
            return sentence
        if sentence.start >= span.end:
            return before or sentence
        before = sentence
    return before or span
