"""Which running durations have a start that the article dates, however loosely it says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import takewhile

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in

BEGINNING = lazy_pattern(
    r"\b(?:since|began|begun|begins|started|starts|start of|broke out|broke down|erupted|opened|closed|shut|collapsed|"
    r"burst|failed|took effect|came into force|took office|was appointed|was elected|was sworn in|walked out|"
    r"moved (?:in|to)|"
    r"stopped|ended|was (?:first )?(?:declared|imposed|introduced|founded|built|cut|banned)|declared|imposed|"
    r"ordered|set in|brought in|invaded|seized|disappeared|"
    r"vanished|went missing|died|joined|struck|fell)\b",
    re.IGNORECASE,
)
"""Verbs that tell when something set in."""

WORD = lazy_pattern(r"[^\W\d_]{4,}")
COMMON = frozenset(
    "that this these those have been with from they them their there were which when what will would could about after "
    "before since over under more than into some such also only very most other said says year years month months week "
    "weeks days because while where whose being between until now nearly almost".split()
)
"""Words too common to show that two sentences speak of one thing."""


def start_told(article: Article, duration: TimeMention) -> bool:
    """Whether the article dates the start of what a running duration measures.

    It does when a date that needs no other stands in the sentence of the duration after "since" or beside a verb of
    beginning, or in another sentence with such a verb that speaks of the same thing: it shares two words with it, or
    goes on from it with a pronoun. A day to which it is counted dates it as well: "for six weeks as of 21 March 2016".
    """
    if _counted_to_a_day(article, duration):
        return True
    home = article.sentence_index(duration.span.start)
    beginnings = article.derive(_beginnings)
    if home in beginnings.sentences or _goes_on(article, home, beginnings):
        return True
    words = _content(article, article.sentences[home])
    shared = Counter(index for word in words for index in beginnings.by_word.get(word, ()))
    return any(count >= 2 for count in shared.values())


COUNTED_TO = lazy_pattern(r",? (?:as of|as at|as on|by|on) ")
"""Between a running duration and the day to which it is counted."""


def _counted_to_a_day(article: Article, duration: TimeMention) -> bool:
    found = COUNTED_TO.match(article.plain, duration.span.end)
    days = starting_in(article.times, Span(found.end(), found.end() + 1)) if found is not None else ()
    return any(day.anchoring == "absolute" and len(day.value) >= len("2019-06-01") for day in days)


class Beginnings(Struct, frozen=True):
    """The sentences, by index, that date the beginning of something, and those of each content word."""

    sentences: frozenset[int]
    by_word: Mapping[str, tuple[int, ...]]


def _beginnings(article: Article) -> Beginnings:
    sentences = frozenset(_beginning_sentences(article))
    by_word: dict[str, list[int]] = defaultdict(list)
    for index in sorted(sentences):
        for word in _content(article, article.sentences[index]):
            by_word[word].append(index)
    return Beginnings(sentences, {word: tuple(indexes) for word, indexes in by_word.items()})


def _beginning_sentences(article: Article) -> Iterator[int]:
    for time in article.times:
        if time.anchoring != "absolute" or time.type == "DURATION" or len(time.value) < len("2019-06"):
            continue
        index = article.sentence_index(time.span.start)
        if BEGINNING.search(article.plain_words(article.sentences[index].span)):
            yield index


def _goes_on(article: Article, home: int, beginnings: Beginnings) -> bool:
    """Whether the sentence after or before a beginning goes on from one to the other with a pronoun."""
    if home - 1 in beginnings.sentences and _begins_with_pronoun(article, home):
        return True
    following = range(home + 1, min(home + 1 + FOLLOWING, len(article.sentences)))
    going_on = takewhile(lambda index: _begins_with_pronoun(article, index), following)
    return any(index in beginnings.sentences for index in going_on)


def _begins_with_pronoun(article: Article, index: int) -> bool:
    return PRONOUN.match(article.plain_words(article.sentences[index].span)) is not None


FOLLOWING = 3
"""Sentences after one that can go on about what it is about."""

PRONOUN = lazy_pattern(r"(?:It|They|He|She|This|That|These|Those)\b")
"""Begins a sentence that goes on about what the one before is about."""


def _content(article: Article, sentence: Sentence) -> frozenset[str]:
    words = (found.group().casefold() for found in WORD.finditer(article.plain_words(sentence.span)))
    return frozenset(word.removesuffix("s") for word in words if word not in COMMON)
