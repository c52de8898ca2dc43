"""What articles say of one thing, compared: the rules whose check kind is a `CorpusCheck`.

An article leaves a small extract behind, so that no article need be kept; the extracts of a run, made in any process,
are compared at its end. They stay packed until then, and while they are compared too: only a few are open at a time.
"""

from __future__ import annotations

import datetime
import marshal
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import Any, overload

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.checks.base import Contradiction, CorpusCheck, Told
from linter.core.diagnostic import Diagnostic
from linter.core.flat import flat, whole
from linter.core.report import Report, Suppressed
from linter.core.spool import Kept
from linter.document.model import Directive
from linter.engine.comparing import comparing
from linter.engine.directives import is_expired
from linter.engine.sift import by_place
from linter.engine.suppress import covering, scoped
from linter.engine.wording import fingerprint_of, message_of, place_in, quoted, sentence_hash, sentence_text
from linter.ruleset.model import Rule, RuleSet

SPEED = 1
"""The level of zlib: an extract becomes a third of its size."""

OPEN = 400
"""Articles whose claims are unpacked at a time while they are compared."""

MOST = 60
"""Claims of one article that a rule compares with others: an article of many more is a table."""


class Extract(Struct, frozen=True):
    """What is kept of an article to compare it with others: its claims by rule, and its suppressions.

    `date` is the day the article gives for itself.
    """

    path: str
    date: datetime.date | None
    claims: Mapping[str, tuple[Told, ...]]
    directives: tuple[Directive, ...] = ()

    def packed(self) -> bytes:
        """As bytes for `Packed`."""
        claims = {rule: (len(told), marshal.dumps(flat(told))) for rule, told in self.claims.items() if told}
        head = flat((self.path, self.date, self.directives))
        return zlib.compress(marshal.dumps((head, claims)), SPEED)


class Packed:
    """An extract that stays packed. All articles of a run are open as this at once, so it is small."""

    __slots__ = ("_counts", "_data", "date", "directives", "path")

    def __init__(self, data: Kept) -> None:
        """What `Extract.packed` made; the data are trusted, so they must be our own."""
        self._data = data
        head, claims = self._opened()
        self.path: str
        self.date: datetime.date | None
        self.directives: tuple[Directive, ...]
        self.path, self.date, self.directives = whole(head)
        self._counts = tuple([(intern(rule), count) for rule, (count, _) in claims.items()])

    def count(self, rule: str) -> int:
        """The number of its claims for a rule."""
        return next((count for known, count in self._counts if known == rule), 0)

    def claims(self, rule: str) -> tuple[Told, ...]:
        """The claims for a rule, made anew each time."""
        told: tuple[Told, ...] = whole(marshal.loads(self._opened()[1][rule][1]))  # noqa: S302 - as above
        return told

    def _opened(self) -> Any:
        return marshal.loads(zlib.decompress(bytes(self._data)))  # noqa: S302 - as above


class _Claims(Sequence[Told]):
    """The claims of all articles for one rule, in the order of the articles, made when they are looked at."""

    def __init__(self, articles: Sequence[Packed], rule: str) -> None:
        self._articles = articles
        self._rule = rule
        self._ranks = array("I")
        self._numbers = array("I")
        for rank, article in enumerate(articles):
            count = article.count(rule)
            self._ranks.extend([rank] * count)
            self._numbers.extend(range(count))
        self._claims_of = lru_cache(maxsize=OPEN)(self._made)

    def _made(self, rank: int) -> tuple[Told, ...]:
        article = self._articles[rank]
        return tuple(replace(each, article=rank, date=article.date) for each in article.claims(self._rule))

    def close(self) -> None:
        """Let go of what is open; without it that would wait for the garbage collector."""
        self._claims_of.cache_clear()

    def __len__(self) -> int:
        return len(self._ranks)

    @overload
    def __getitem__(self, index: int) -> Told: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Told]: ...
    def __getitem__(self, index: int | slice) -> Told | Sequence[Told]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        return self._claims_of(self._ranks[index])[self._numbers[index]]


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


def across(extracts: Iterable[Kept], ruleset: RuleSet, known: RuleSet | None = None) -> Report:
    """What the rules that compare articles say of them, given by their packed extracts, in the order of the run.

    The report holds diagnostics and suppressed ones; `known` are all rules that suppressions may name.
    """
    ranked = sorted(enumerate(map(Packed, extracts)), key=lambda each: (each[1].date or datetime.date.max, each[0]))
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


def _compared(articles: Sequence[Packed], ruleset: RuleSet) -> Iterator[Diagnostic]:
    if len(articles) < 2:
        return
    for rule, check in corpus_rules(ruleset):
        claims = _Claims(articles, rule.id)
        yield from (_diagnostic(rule, found) for found in check.compare(claims))
        claims.close()


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
