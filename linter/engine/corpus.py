"""What articles say of one thing, compared: the rules whose check kind is a `CorpusCheck`.

An article leaves a small extract behind, so that no article need be kept; the extracts of a run, made in any process,
are compared at its end.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.checks.base import Contradiction, CorpusCheck, Told
from linter.core.diagnostic import Diagnostic
from linter.core.report import Report, Suppressed
from linter.document.model import Directive
from linter.engine.comparing import comparing
from linter.engine.directives import is_expired
from linter.engine.sift import by_place
from linter.engine.suppress import covering, scoped
from linter.engine.wording import fingerprint_of, message_of, place_in, quoted, sentence_hash, sentence_text
from linter.ruleset.model import Rule, RuleSet

MOST = 60
"""Claims of one article that a rule compares with others: an article of many more is a table."""


class Extract(Struct, frozen=True):
    """What is kept of an article to compare it with others: its claims by rule, and its suppressions.

    It can be pickled. `date` is the day the article gives for itself.
    """

    path: str
    date: datetime.date | None
    claims: Mapping[str, tuple[Told, ...]]
    directives: tuple[Directive, ...] = ()


def corpus_rules(ruleset: RuleSet) -> tuple[tuple[Rule, CorpusCheck], ...]:
    """The rules that compare articles, with their checks."""
    checks = ((rule, comparing(rule)) for rule in ruleset.rules)
    return tuple((rule, check) for rule, check in checks if check is not None)


def extract(article: Article, ruleset: RuleSet, today: datetime.date | None = None) -> Extract:
    """The extract of an article for the rules that compare articles, with the suppressions that work on the day."""
    told = {rule.id: tuple(_told(article, rule.id, check)) for rule, check in corpus_rules(ruleset)}
    directives = tuple(each for each in scoped(article) if not is_expired(each, today))
    return Extract(article.document.source.path, article.date, told, directives)


def _told(article: Article, rule_id: str, check: CorpusCheck) -> Iterator[Told]:
    for claim, _ in zip(check.claims(article), range(MOST), strict=False):
        sentence = sentence_text(article, claim.span)
        fingerprint = fingerprint_of(rule_id, sentence, 1)
        yield Told(claim.what, place_in(article, claim.span, ""), fingerprint, sentence_hash(sentence))


def across(extracts: Iterable[Extract], ruleset: RuleSet, known: RuleSet | None = None) -> Report:
    """What the rules that compare articles say of them, given in the order of the run.

    The report holds diagnostics and suppressed ones; `known` are all rules that suppressions may name.
    """
    ranked = sorted(enumerate(extracts), key=lambda each: (each[1].date or datetime.date.max, each[0]))
    articles = [article for _, article in ranked]
    directives = {article.path: article.directives for article in articles if article.directives}
    made = sorted(_compared(articles, ruleset), key=by_place)
    standing, quiet = [], []
    for diagnostic in made:
        own = directives.get(diagnostic.path, ())
        found = covering(diagnostic, own, known or ruleset)
        if found is None:
            standing.append(diagnostic)
        else:
            quiet.append(Suppressed(diagnostic, "directive", own[found[0]].reason))
    return Report(tuple(standing), tuple(quiet))


def _compared(articles: Sequence[Extract], ruleset: RuleSet) -> Iterator[Diagnostic]:
    if len(articles) < 2:
        return
    for rule, check in corpus_rules(ruleset):
        told = [
            replace(each, article=rank, date=article.date)
            for rank, article in enumerate(articles)
            for each in article.claims.get(rule.id, ())
        ]
        yield from (_diagnostic(rule, found) for found in check.compare(told))


def _diagnostic(rule: Rule, found: Contradiction) -> Diagnostic:
    place, other = found.later.place, found.earlier.place
    values = {"text": quoted(place.text), "other": quoted(other.text), "path": other.path, **found.values}
    return Diagnostic(
        rule=rule.id,
        level=rule.level,
        confidence=rule.confidence,
        message=message_of(rule.message, values),
        path=place.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        text=place.text,
        related=(replace(other, message=found.label),),
        fix=None,
        fingerprint=found.later.fingerprint,
        span=place.span,
        sentence=found.later.sentence,
    )
