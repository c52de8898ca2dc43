"""Running durations whose start the sentence beside them dates: what came of a disruption, and rows of things made; and
beginnings in the sentence of a duration itself that another clause tells."""

from __future__ import annotations

import re

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.annotation.times.durations import days_of
from linter.core.pattern import lazy_pattern
from linter.infer.events.dated_beginnings import IN_A_TRADE, beginnings_by_head
from linter.infer.events.predicates import BEGINNING, BEGINS_AS, auxiliary_before, gist_of

FRONTED = lazy_pattern(r"^\W*(?:(?:and|but|so) )?(?:for|these|all these)(?: [\w-]+){0,3} ?$", re.IGNORECASE)
COPING = lazy_pattern(
    r"\b(?:had to|forced to|unable to|obliged to|without|gone without|made do|instead|relied on|not (?:been|had))\b"
)
"""In a predicate: what people have had to do since something went wrong."""

DISRUPTION = lazy_pattern(
    r"closed|shut|collapsed|failed|burst|stopped|ended|suspended|banned|blocked|broke|went|burn|struck|strike|cut|seized|"
    r"occupied|walked|downed|began|begun|started|set in|erupted|evacuated|cordoned|since"
)
MANAGING = lazy_pattern(
    r"\b(?:has|have) (?:\w+ly )?(?:been \w+ing|crossed|carried|walked|queued|fetched|hauled|cooked|slept|lived|gone|"
    r"taken|used|driven|waited|come|shopped|washed|worked|taught|met)\b"
)
"""In a predicate: how people have managed ever since."""

LIKELY = 4
"""How many times longer than told a time can really be: beyond, two things have nothing to do with each other."""


def _is_likely(article: Article, start: TimeMention, duration: TimeMention) -> bool:
    """Whether a duration can have been true not too long ago."""
    days = days_of(duration.value)
    if article.date is None or start.earliest is None or days is None or not days.most:
        return True
    return (article.date - start.earliest).days <= LIKELY * days.most


ACTIVITY = lazy_pattern(
    r"\b(?:has|have) (?:\w+ly )?(?!led|run|headed|served|governed|ruled|lived|worked|played|had|been (?!\w+ing\b))\w+",
    re.IGNORECASE,
)


def cause(article: Article, sentence: Sentence, duration: TimeMention) -> TimeMention | None:
    """The one dated disruption right before: "The lock was shut on 6 May. For a year now, barges have gone round"."""
    text, home = article.plain, article.sentence_index(sentence.span.start)
    before, after = text[sentence.span.start : duration.span.start], text[duration.span.end : sentence.span.end]
    told = article.derive(beginnings_by_head).get(("", home - 1), ())
    gist = gist_of(before, after)
    if duration.running and WAITING.search(before):
        return _only_disruption(article, home, duration)
    if not duration.running or len(told) != 1 or article.sentences[home - 1].block != sentence.block:
        return None
    fits = COPING.search(gist) or (FRONTED.match(before) and MANAGING.search(gist))
    return told[0][1] if fits and DISRUPTION.search(told[0][2]) and _is_likely(article, told[0][1], duration) else None


WAITING = lazy_pattern(
    r"\b(?:has|have) (?:now (?:been waiting|waited|been stuck|been stranded|gone without|done without|made do)|"
    r"(?:been waiting|waited|been stuck|been stranded) now)\b[^.;:]{0,40}$"
)
"""Before a length: how long people have waited by now for what the article is about."""


def _only_disruption(article: Article, home: int, duration: TimeMention) -> TimeMention | None:
    """The one dated disruption that the article tells before a sentence, all of it."""
    known = article.derive(beginnings_by_head)
    told = [each for (head, index), all_of in known.items() if not head and 0 <= index < home for each in all_of]
    if len({time.value for _, time, _ in told}) != 1 or not all(DISRUPTION.search(verb) for _, _, verb in told):
        return None
    return told[0][1] if _is_likely(article, told[0][1], duration) else None


def first_of_row(article: Article, sentence: Sentence, duration: TimeMention) -> TimeMention | None:
    """The day of the first of what somebody has made ever since, in the sentence after, or in the one before."""
    text, home = article.plain, article.sentence_index(sentence.span.start)
    known = article.derive(beginnings_by_head)
    if not duration.running or not ACTIVITY.search(text[sentence.span.start : sentence.span.end]):
        return None
    for index in (home + 1, home - 1):
        told = [time for _, time, verb in known.get(("", index), ()) if verb == "first"]
        follower = article.sentences[max(home, index)].span if told else sentence.span
        if told and len(told) == 1 and PRONOUN.match(text, follower.start):
            return told[0] if _is_likely(article, told[0], duration) else None
    return None


PRONOUN = lazy_pattern(r"\W*(?:He|She|They|It)\b")


PARTICIPLE = lazy_pattern(
    r"\W*(?:First )?(?P<verb>detained|arrested|jailed|kidnapped|abducted|seized|closed|shut|opened|launched|founded|"
    r"built|appointed|elected|named|banned|suspended|imposed|introduced|occupied|finished|completed|evacuated)\b"
    r"[^,;]{0,50} (?:on|in)(?: early| late)? ",
    re.IGNORECASE,
)
"""A participle with which a sentence begins: "Detained on", before a date."""


NEW_CLAUSE = lazy_pattern(r"(?: (?!and\b|but\b)[^,;]{1,40}?)?, (?!and\b|but\b)[^;]*$")


def participle_before(text: str, sentence: Sentence, time: TimeMention, duration: TimeMention) -> bool:
    """Whether a date is that of a participle before the clause of a duration: "Shut on 3 May, the mine has lain"."""
    found = PARTICIPLE.fullmatch(text, sentence.span.start, time.span.start)
    between = text[time.span.end : duration.span.start]
    place = auxiliary_before(between)
    if found is None or place is None or NEW_CLAUSE.match(between) is None:
        return False
    return BEGINS_AS.fits(gist_of(between[place:], text[duration.span.end : sentence.span.end]), found["verb"])


AFTERTHOUGHT = lazy_pattern(
    rf"[^;:—–]{{0,40}}(?:[;:] | [—–-] )(?:it|they|he|she) (?P<verb>{BEGINNING.pattern})[^,;]{{0,50}} (?:on|in) ",
    re.IGNORECASE,
)


def afterthought(text: str, sentence: Sentence, time: TimeMention, duration: TimeMention) -> bool:
    """Whether a date after a duration is that of its beginning: "for two years; she was appointed in"."""
    found = AFTERTHOUGHT.fullmatch(text, duration.span.end, time.span.start)
    before = text[sentence.span.start : duration.span.start]
    place = auxiliary_before(before)
    return found is not None and place is not None and BEGINS_AS.fits(gist_of(before[place:], ""), found["verb"])


HELD = lazy_pattern(r"(?:seized|closed|shut|occupied|suspended|blocked|banned|imposed|declared)", re.IGNORECASE)
"""Participles after a comma that tell how what goes on began: "the hostages, seized on 3 May, have"."""


SET_IN = lazy_pattern(r"began|begun|started|broke out|erupted|took effect|came into force|set in", re.IGNORECASE)
"""Verbs that begin nothing but what goes on."""


MADE = lazy_pattern(
    r"built|finished|completed|inaugurated|erected|installed|put up|planted|evacuated|cordoned|became|burn|arrested|"
    r"jailed",
    re.IGNORECASE,
)
"""Verbs that begin no more than what they make: "was completed in 1790 and has been empty for a year"."""


OPENED = lazy_pattern(r"(?:re)?opened|started|began|was (?:opened|founded|launched)", re.IGNORECASE)
SHUT = lazy_pattern(r"\b(?:empty|closed|shut|idle|derelict|vacant|silent|dark)\b")
"""What an opening cannot have begun: "reopened in 2014 and has stood empty"."""

ANEW = lazy_pattern(r"[^,;]{0,60}?(?:[;:]|,? [—–-]) (?:it|they|he|she) ")
"""Between a beginning and what has gone on since, where a clause begins anew: "shut the mill on 3 May; it has lain"."""


def began_here(text: str, sentence: Sentence, time: TimeMention, duration: TimeMention) -> bool:
    """Whether a date before a duration dates the beginning of its subject: in a relative clause, or joined by "and"."""
    before, between = text[sentence.span.start : time.span.start], text[time.span.end : duration.span.start]
    verbs = list(BEGINNING.finditer(before))
    if not verbs or not re.match(r"(?:[^,;]{0,60}?)$", before[verbs[-1].end() :]):
        return False
    place = auxiliary_before(between)
    if place is None:
        return False
    gap = between[:place]
    lead = before[: verbs[-1].start()]
    verb = verbs[-1][0]
    gist = gist_of(between[place:], text[duration.span.end : sentence.span.end])
    held = HELD.fullmatch(verb) and re.search(r"\w, $", lead) and BEGINS_AS.fits(gist, verb)
    relative = held or re.search(r"(?:,|\b) ?(?:which|that|who)\b[^,;]*$", lead)
    joined = re.fullmatch(r"[^,;]{0,60},? (?:and|but)(?: it| they| he| she)? ?", gap)
    if joined and (IN_A_TRADE.search(gist) or (OPENED.fullmatch(verb) and SHUT.search(gist))):
        return False
    if joined and MADE.search(verb):
        return BEGINS_AS.fits(gist, verb)
    if ANEW.fullmatch(gap):
        return BEGINS_AS.fits(gist, verb)
    if relative and not held and not (BEGINS_AS.fits(gist, verb) or SET_IN.fullmatch(verb)):
        return False
    return bool((relative and re.fullmatch(r"[^,;]{0,60},? ?", gap)) or joined)
