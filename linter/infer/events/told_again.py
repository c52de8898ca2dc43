"""The date of what an article comes back to: "The roof fell in on 4 March 2010 … five years after the roof fell in"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.annotation.times.durations import days_of
from linter.core.pattern import lazy_pattern
from linter.infer.dates.spans_of_time import is_prose
from linter.infer.events.dated_beginnings import AT, places
from linter.infer.events.happenings import HAPPENING, VERBS
from linter.infer.stems import stems

BACK_TO = lazy_pattern(
    r"(?:,? (?:have|has)(?: now)? (?:passed|elapsed|gone by))?,? (?:since|after) (?P<what>(?:[\w'-]+ ?){2,9})",
    re.IGNORECASE,
)
"""After a length, what it counts from: a clause or a noun phrase."""

THE_NOUN = lazy_pattern(rf"(?:the|that|its) (?:[\w-]+ )??(?P<noun>{HAPPENING}) ?", re.IGNORECASE)
FINITE = lazy_pattern(
    r"\b(?:was|were|\w{2,}ed|began|broke|fell|left|cut|took|lost|won|went|came|sank|shut|struck|burnt|rose|gave|quit|"
    r"stood|stole|blew|sold|bought|built|sent|set|put)\b",
    re.IGNORECASE,
)
NOT_TOLD = lazy_pattern(r"\b(?:not|never|would|will|should|planned|due|expected|supposed|meant|until)\b", re.IGNORECASE)
CLAUSE_BEFORE = lazy_pattern(
    r"^.*(?:[;:—–()\"]|, (?:and|but|while|so)\b| (?:but|while|after|before|until|since|when) )"
)
CLAUSE_AFTER = lazy_pattern(r",? (?:when|the day|the night) (?P<when>[^,;:—–()\"]{5,80})")
CLAUSE_END = lazy_pattern(r"[;:—–()\"]|, (?:and|but|while|so)\b")
OPENING = lazy_pattern(r"\W*(?:on|in|early in|late in) (?:the )?$", re.IGNORECASE)
FARTHEST = 4
"""How many times longer or shorter than told a time can really be, if the two are about one thing."""


def told_again(article: Article, sentence: Sentence, duration: TimeMention) -> TimeMention | None:
    """The one date that the article gives elsewhere for what a length counts from; None where it gives none or two."""
    back = BACK_TO.match(article.plain, duration.span.end, sentence.span.end)
    if back is None:
        return None
    found = [time for time in _dated(article, sentence, back["what"]) if _is_likely(article, time, duration)]
    return found[0] if found and len({time.value for time in found}) == 1 else None


def _dated(article: Article, sentence: Sentence, what: str) -> Iterator[TimeMention]:
    """The dates of other sentences whose clause tells what the words name."""
    noun = THE_NOUN.fullmatch(what)
    words = frozenset(stems(what))
    if noun is None and (len(words) < 2 or FINITE.search(what) is None):
        return
    for time in filter(places, article.times):
        other = article.sentence_at(time.span.start)
        if other.span == sentence.span or not is_prose(other):
            continue
        for clause in _clauses(article, other, time):
            if words <= frozenset(stems(clause)) or (noun is not None and _is_told(noun["noun"], clause)):
                yield time
                break


def _clauses(article: Article, sentence: Sentence, time: TimeMention) -> Iterator[str]:
    """What a date dates: the clause before it, that after it where it opens the sentence, "…, when …" after it."""
    before = article.plain[sentence.span.start : time.span.start]
    after = article.plain[time.span.end : sentence.span.end]
    when = CLAUSE_AFTER.match(after)
    if when is not None:
        yield when["when"]
    elif OPENING.fullmatch(before):
        yield CLAUSE_END.split(after)[0]
    elif AT.search(before) and NOT_TOLD.search(before) is None:
        yield CLAUSE_BEFORE.sub("", before)


def _is_told(noun: str, clause: str) -> bool:
    """Whether the verb of a clause tells what a noun names: "collapsed" the collapse."""
    verbs = VERBS.get(noun.casefold(), "")
    return bool(verbs) and re.search(rf"\b(?:{verbs})\b", clause, re.IGNORECASE) is not None


def _is_likely(article: Article, start: TimeMention, duration: TimeMention) -> bool:
    """Whether so much time can have been meant: not many times more or less than there really was."""
    days = days_of(duration.value)
    if article.date is None or start.latest is None or start.latest >= article.date or days is None or not days.most:
        return False
    passed = (article.date - start.latest).days
    return passed <= FARTHEST * days.most and days.least <= FARTHEST * max(passed, 1)
