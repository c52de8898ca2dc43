"""Dated happenings that a text comes back to: "the mill fire of October 2006 … its 20th anniversary"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.spans_of_time import is_prose, times_of
from linter.infer.dates.stated_dates import stated_date

HAPPENING = (
    r"fire|blaze|flood|floods|disaster|earthquake|quake|crash|collision|derailment|sinking|shipwreck|wreck|massacre|"
    r"attack|attacks|bombing|bombings|explosion|blast|collapse|burst|landslide|avalanche|hurricane|storm|cyclone|typhoon|"
    r"tsunami|eruption|famine|siege|battle|war|uprising|revolt|revolution|rebellion|coup|putsch|riot|riots|pogrom|"
    r"strike|accord|treaty|pact|agreement|armistice|referendum|murder|murders|assassination|killing|shooting|"
    r"shootings|stampede|accident|tragedy|liberation|landing|landings|premiere|merger|moon landing|expedition"
)
"""Nouns for what happened once and is remembered."""

HAPPENED = (
    r"(?:(?:[\w'’-]+ ){0,5}?(?:died|drowned|were killed|was killed|perished|were injured)|"
    r"struck|hit|killed|destroyed|happened|occurred|took place|broke out|levelled|leveled|swept|tore|claimed|cost|"
    r"devastated|wrecked|flattened|ravaged|injured|shook|sank|buried|ended)\b"
)
"""What a happening did when it happened."""

WHICH_HAPPENED = (
    rf"| of (?:[\w'’-]+ ){{1,5}}?(?:{HAPPENING}),? (?:which|that|in which|when) {HAPPENED}[^,;.]{{0,60}} (?:on|in)"
    r"(?: the \w+ of| early| late)? "
)
"""Between "anniversary of" and the date of a happening, told in a clause of its own."""


def last_dated(article: Article, sentence: Sentence, mention: TimeMention) -> tuple[int, Span] | None:
    """The last year before a place in its sentence: of what "whose" goes on about."""
    told = [(stated_date(article, each), each.span) for each in times_of(article, sentence)]
    years = [
        (date.year, span)
        for date, span in told
        if date is not None and date.year is not None and date.own_year and span.end <= mention.span.start
    ]
    return years[-1] if years else None


BEFORE_DATE = lazy_pattern(
    rf"\b(?P<noun>{HAPPENING})\b(?:(?! (?:and|but|that|who|which|when|after|since|before|"
    rf"for)\b)(?: [\w'’-]+)){{0,4}}?,? "
    r"(?:of|on|in)(?: the)?(?: (?:night|morning|evening|afternoon|summer|winter|spring|autumn|early hours) of)?"
    r"(?: early| late)? ?$",
    re.IGNORECASE,
)
AFTER_DATE = lazy_pattern(rf"^ (?:(?!(?:and|but|the|a|an)\b)[\w'’-]+ ){{0,3}}?(?P<noun>{HAPPENING})\b", re.IGNORECASE)
SUBJECT = lazy_pattern(
    rf"\b(?P<noun>{HAPPENING})\b[^.;:]{{0,60}}?\b(?:struck|hit|killed|destroyed|happened|occurred|took place|broke out|"
    r"levelled|leveled|swept|tore|claimed|was signed|was held|began)\b[^.;:,]{0,50}? (?:on|in)(?: the \w+ of)? ?$",
    re.IGNORECASE,
)
VERBS = {
    "fire": "burned|burnt|caught fire|gutted|went up in flames", "blaze": "burned|burnt|caught fire|gutted",
    "flood": "flooded|burst", "crash": "crashed", "collapse": "collapsed|fell|came down", "sinking": "sank|was sunk",
    "shipwreck": "sank|foundered", "wreck": "sank|foundered", "explosion": "exploded|"
    "blew up", "blast": "exploded|blew up",
    "disaster": "collapsed|sank|exploded|burst|burned|crashed|struck|killed", "landslide": "buried|slid",
    "tragedy": "collapsed|sank|exploded|burst|burned|crashed|killed|drowned", "accident": "collapsed|crashed|exploded",
    "earthquake": "shook|struck|destroyed", "quake": "shook|struck|destroyed", "eruption": "erupted",
    "murder": "murdered|killed|shot", "murders": "murdered|killed|shot", "killing": "killed|shot",
    "assassination": "assassinated|shot|murdered|killed", "massacre": "killed|shot|massacred",
    "liberation": "liberated|freed", "bombing": "bombed|exploded", "attack": "attacked|killed", "merger": "merged",
    "derailment": "derailed|left the rails", "collision": "collided", "avalanche": "buried", "battle": "fought",
    "treaty": "signed", "accord": "signed|agreed", "pact": "signed|agreed", "agreement": "signed|agreed",
}  # fmt: skip
"""The verbs that tell what a noun comes back to: "burned down in 1996 … the fire"."""

MARKING = lazy_pattern(
    r"\b(?:to (?:mark|commemorate|remember|observe|honou?r)|on|for|ahead of|before|marking|commemorating) $",
    re.IGNORECASE,
)
MARKED = lazy_pattern(
    r" (?:(?:will be|is being|is to be|was|is|has been) (?:marked|commemorated|remembered|observed)|falls)\b",
    re.IGNORECASE,
)
"""Around an anniversary that is that of a happening, and not of somebody who keeps it."""

DAY_IS = lazy_pattern(
    r"\b(?:(?:this|next) (?:year|month|week|\w+day)|today|tomorrow|yesterday|\w+day) "
    r"(?:is|was|will be|marks|marked|will mark) $",
    re.IGNORECASE,
)
"""Before an anniversary that a day is: "Next year is the 30th anniversary"."""

HAPPENED_THEN = lazy_pattern(
    r"\W*[^,;:.]{2,60}? (?:\w{2,}ed|fell|sank|broke out|came down|blew up|began|burst|struck|made|became|won|bought|"
    r"built|gave|left|took|met|sold)(?: \w+){0,5} (?:in|on)(?: the \w+ of)? "
)
"""A main clause up to the date of what happened."""

ALONE = lazy_pattern(r"[,.;]|$| (?:this|next|on) ")
"""After an anniversary that does not say of what it is."""

ANAPHORIC = 3
"""Sentences before such an anniversary in which its happening is looked for."""

BACK = 6
"""Sentences before an anniversary in which its happening is looked for by its noun."""


def happened(article: Article, mention: TimeMention, named: re.Match[str] | None = None) -> tuple[int, Span] | None:
    """The year of the one dated happening that an anniversary can be of, and the words that tell the year.

    With `named`, whose group `noun` is the word for it ("the anniversary of the fire"), one so called in the sentences
    before; else the one of the sentence, or that of the sentence before.
    """
    index = article.sentence_index(mention.span.start)
    if named is not None:
        near = article.sentences[max(0, index - BACK) : index + 1]
        return _only([each for other in near for each in _dated(article, other, mention, named["noun"])])
    sentence = article.sentences[index]
    marked = (
        MARKED.match(article.plain, mention.span.end, sentence.span.end) is not None
        or DAY_IS.search(article.plain, sentence.span.start, mention.span.start) is not None
    )
    if not marked and MARKING.search(article.plain, sentence.span.start, mention.span.start) is None:
        return None
    here = list(_dated(article, sentence, mention))
    if here or index == 0:
        return _only(here)
    if not marked and ALONE.match(article.plain, mention.span.end) is None:
        return None
    if marked and (told := just_told(article, article.sentences[index - 1], sentence)):
        return told
    back = 1 if marked else ANAPHORIC
    return _only(
        [each for other in article.sentences[max(0, index - back) : index] for each in _dated(article, other, mention)]
    )


def just_told(article: Article, before: Sentence, sentence: Sentence) -> tuple[int, Span] | None:
    """The one date at which the sentence before tells what happened, whatever it was."""
    if before.block != sentence.block:
        return None
    dates = [date for time in times_of(article, before) if (date := stated_date(article, time)) is not None]
    if len(dates) != 1 or not dates[0].own_year or dates[0].year is None or article.date is None:
        return None
    lead = article.plain[before.span.start : dates[0].mention.span.start]
    told = dates[0].year < article.date.year and HAPPENED_THEN.fullmatch(lead) is not None
    return (dates[0].year, dates[0].mention.span) if told else None


def _only(found: list[tuple[int, Span]]) -> tuple[int, Span] | None:
    return found[-1] if len({year for year, _ in found}) == 1 else None


def _dated(article: Article, sentence: Sentence, mention: TimeMention, noun: str = "") -> Iterator[tuple[int, Span]]:
    """The years of the happenings that a sentence dates before an anniversary."""
    for time in times_of(article, sentence) if is_prose(sentence) else ():
        date = stated_date(article, time)
        if time.span.end > mention.span.start or date is None or not date.own_year or date.year is None:
            continue
        if article.date is not None and date.year >= article.date.year:
            continue
        word = _happening(article, sentence, time)
        same = word.casefold().removesuffix("s") == noun.casefold().removesuffix("s")
        if (word and (same or not noun)) or (noun and not word and _is_told(article, sentence, time, noun)):
            yield date.year, time.span


def _is_told(article: Article, sentence: Sentence, time: TimeMention, noun: str) -> bool:
    """Whether a clause tells at a date what a noun names."""
    verbs = VERBS.get(noun.casefold(), VERBS.get(noun.casefold().removesuffix("s"), ""))
    before = article.plain[sentence.span.start : time.span.start]
    told = rf"\b(?:{verbs})\b[^.;:,]{{0,60}}?\b(?:on|in)(?: the \w+ of)? ?$"
    return bool(verbs) and re.search(told, before, re.IGNORECASE) is not None


def _happening(article: Article, sentence: Sentence, time: TimeMention) -> str:
    """The noun of what a date dates; "" where it dates nothing of that kind."""
    before = article.plain[sentence.span.start : time.span.start]
    found: Any = AFTER_DATE.match(article.plain[time.span.end : sentence.span.end])
    found = found or BEFORE_DATE.search(before) or SUBJECT.search(before)
    return found["noun"] if found else ""
