"""A length of time whose beginning another sentence dates: "became principal in August 1987 … after 18 years as
principal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.calendar import MONTHS, WEEKDAYS
from linter.core.pattern import lazy_pattern
from linter.core.span import span_of
from linter.infer.dates.masked import masked, masked_matches
from linter.infer.dates.spans_of_time import is_prose, times_of
from linter.infer.dates.stated_dates import StatedDate, stated_date
from linter.match.expression import Expression

PAST_WAYS = lazy_pattern(r"\b(?:then|at the time|in those days|(?<!^)(?<!^\W)when|had)\b", re.IGNORECASE)


class Tenure(Struct, frozen=True):
    """A length of time and the two dates that it lies between."""

    length: TimeMention
    start: StatedDate
    end: StatedDate


class Begun(Struct, frozen=True):
    """A thing or role with the date of its beginning, and the sentence by its index."""

    what: str
    date: StatedDate
    sentence: int


def tenures(article: Article, begins: tuple[Expression, ...], ends: tuple[Expression, ...]) -> Iterator[Tenure]:
    """The lengths told at an end, with the one beginning that the article dates for the same thing or role.

    The end is a date of its sentence, or the day of the article where that tells news. Two beginnings for one role
    leave open which is meant.
    """
    told = tuple(_ended(article, ends))
    started = tuple(_begun(article, begins)) if told else ()
    for index, length, what in told:
        fitting = [each for each in started if each.what == what and not _resumed(article, each, index)]
        if what in POSTS and len(started) == 1 and _same_person(article, started[0].sentence, index):
            fitting = [*started]
        fitting = [each for each in fitting if not _about_another(article, each.sentence, index)]
        end = _end(article, article.sentences[index]) if fitting else None
        if end is not None and len(fitting) == 1 and fitting[0].sentence < index:
            yield Tenure(length, fitting[0].date, end)


POSTS = frozenset("chair charge helm job office post power role seat".split())
"""Nouns for any office: "after nine years in the job"."""

SPELL_OF = {
    "occupied": "occupation", "besieged": "siege", "blockaded": "blockade", "boycotted": "boycott",
    "went on strike": "strike", "walked out": "strike", "suspended": "suspension", "was suspended": "suspension",
    "closed": "closure", "shut": "closure", "jailed": "imprisonment", "imprisoned": "imprisonment",
    "interned": "internment", "exiled": "exile",
}  # fmt: skip
"""What has begun, by the verb that tells it."""

SPELLS = frozenset((*SPELL_OF.values(), "drought", "embargo", "hiatus", "absence", "trial", "campaign"))
"""Spells that may begin and end in the article's own year, which then goes without saying."""

SHE = lazy_pattern(r"\b(?:He|She|he|she)\b")
CAPITAL = lazy_pattern(r"\b[A-Z][\w'-]+")


RESUMED = lazy_pattern(r"\b(?:again|reopen\w*|resum\w*|second|another|renewed|anew)\b", re.IGNORECASE)


def _resumed(article: Article, begun: Begun, ended: int) -> bool:
    """Whether a spell of the article's own year ended before, and began anew, between two sentences."""
    if begun.date.own_year or ended <= begun.sentence:
        return False
    first, last = article.sentences[begun.sentence].span.start, article.sentences[ended].span.end
    return RESUMED.search(article.plain, first, last) is not None


def _same_person(article: Article, begun: int, ended: int) -> bool:
    """Whether a sentence goes on about the person of another: by a name, or with "she" right after it."""
    first, second = (article.plain_words(article.sentences[index].span) for index in (begun, ended))
    named = frozenset(CAPITAL.findall(second)) & frozenset(CAPITAL.findall(first))
    return bool(named - {"The", "On", "In", "He", "She"}) or (ended - begun <= 2 and SHE.search(second) is not None)


NO_NAMES = frozenset(
    "The On In He She It They When After Before At For His Her Its Their A An And But As By From Mr Mrs Ms Dr".split()
).union(MONTHS, WEEKDAYS)


def _about_another(article: Article, begun: int, ended: int) -> bool:
    """Whether a sentence begins with the name of somebody whom the other does not name: "Ana Brun, who …"."""
    first, second = (article.plain_words(article.sentences[index].span) for index in (begun, ended))
    subject = OPENS_WITH_NAME.match(second)
    if subject is None or subject["name"].split()[0] in NO_NAMES:
        return False
    names = frozenset(CAPITAL.findall(first)) - NO_NAMES
    return bool(names) and not names & frozenset(subject["name"].split())


OPENS_WITH_NAME = lazy_pattern(
    r"\W*(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*),? (?:who|whose|retired|left|resigned|quit|stepped)\b"
)


def _ended(article: Article, patterns: tuple[Expression, ...]) -> Iterator[tuple[int, TimeMention, str]]:
    """The lengths told at an end: the index of their sentence, and the thing or role that ends."""
    for mention in article.times:
        if mention.type == "DURATION":
            index = article.sentence_index(mention.span.start)
            sentence = article.sentences[index]
            what = _what(article, sentence, mention, patterns) if is_prose(sentence) else ""
            if what:
                yield index, mention, what


def _begun(article: Article, patterns: tuple[Expression, ...]) -> Iterator[Begun]:
    for index, sentence in enumerate(article.sentences):
        dates = [date for date in _dates(article, sentence) if date.own_year or date.day is not None]
        text = masked(article, sentence, (("date", date.mention.span) for date in dates)) if dates else ""
        for match in masked_matches(patterns if dates else (), text):
            whole = span_of(match, sentence.span.start)
            inside = [date for date in dates if whole.contains(date.mention.span)]
            told = match["what"].casefold()
            what = SPELL_OF.get(told, told)
            if len(inside) == 1 and (inside[0].own_year or what in SPELLS):
                yield Begun(what, inside[0], index)


def _what(article: Article, sentence: Sentence, length: TimeMention, patterns: tuple[Expression, ...]) -> str:
    text = masked(article, sentence, (("length", length.span),))
    return next((match["what"].casefold() for match in masked_matches(patterns, text)), "")


def _dates(article: Article, sentence: Sentence) -> Iterator[StatedDate]:
    for mention in times_of(article, sentence):
        date = stated_date(article, mention)
        if date is not None and mention.earliest is not None:
            yield date


def _end(article: Article, sentence: Sentence) -> StatedDate | None:
    """The one date of a sentence; None where it has several or none."""
    dates = tuple(_dates(article, sentence))
    if PAST_WAYS.search(article.plain_words(sentence.span)):
        return None
    return dates[0] if len(dates) == 1 else None
