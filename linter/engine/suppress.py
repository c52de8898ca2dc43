"""Suppressions in the article: which diagnostics they keep quiet, and which of them do nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from linter.annotation.article import Article
from linter.core.diagnostic import Diagnostic
from linter.core.problem import did_you_mean
from linter.core.report import Suppressed
from linter.core.span import Span
from linter.document.model import Directive
from linter.engine.comparing import comparing
from linter.engine.meta import UNKNOWN_IGNORE, UNUSED_IGNORE, meta_diagnostic
from linter.ruleset.model import RuleSet


def suppress(
    article: Article, diagnostics: Sequence[Diagnostic], ruleset: RuleSet, known: RuleSet
) -> tuple[tuple[Diagnostic, ...], tuple[Suppressed, ...]]:
    """Part the diagnostics into those that stand and those that a directive of the article keeps quiet.

    Directives that name a rule nobody knows, or that keep nothing quiet, add diagnostics of their own; a directive for
    a rule that is not in force in this run is left alone.
    """
    directives = tuple(scoped(article))
    used: set[tuple[int, str]] = set()
    standing, quiet = [], []
    for diagnostic in diagnostics:
        found = covering(diagnostic, directives, known)
        if found is None:
            standing.append(diagnostic)
        else:
            index, name = found
            used.add((index, name))
            quiet.append(Suppressed(diagnostic, "directive", directives[index].reason))
    standing.extend(_idle(article, directives, used, ruleset, known))
    return tuple(standing), tuple(quiet)


def covering(diagnostic: Diagnostic, directives: Sequence[Directive], known: RuleSet) -> tuple[int, str] | None:
    """The index of the first directive that keeps a diagnostic quiet, and its name for the rule; None if none does."""
    for index, directive in enumerate(directives):
        for name in directive.rules:
            if _names(name, diagnostic.rule, known) and any(
                directive.scope.overlaps(span) for span in diagnostic.places
            ):
                return index, name
    return None


def _names(name: str, rule_id: str, known: RuleSet) -> bool:
    if name == rule_id:
        return True
    try:
        return known[name].id == rule_id
    except KeyError:
        return False


def _idle(
    article: Article, directives: Sequence[Directive], used: set[tuple[int, str]], ruleset: RuleSet, known: RuleSet
) -> Iterator[Diagnostic]:
    if not directives:
        return
    # What compares articles is not known yet, nor would a run on fewer articles find it.
    in_force = {rule.id for rule in ruleset.rules if comparing(rule) is None}
    for index, directive in enumerate(directives):
        for name in directive.rules:
            try:
                rule_id = known[name].id
            except KeyError:
                hint = did_you_mean(name, [rule.id for rule in known.rules])
                yield meta_diagnostic(
                    article.document.source, UNKNOWN_IGNORE, directive.span, name=name, hint=f"; {hint}" if hint else ""
                )
                continue
            if rule_id in in_force and (index, name) not in used:
                yield meta_diagnostic(
                    article.document.source, UNUSED_IGNORE, directive.span, name=name, hint="remove it"
                )


def scoped(article: Article) -> Iterator[Directive]:
    """The directives that suppress, those inside a paragraph widened to the sentence they touch."""
    sentences = [article.document.prose.to_source(s.span.start, s.span.end) for s in article.sentences]
    for directive in article.document.directives:
        if directive.verb == "enable":
            continue
        if directive.scope == directive.span:
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
