"""From which day a running duration counts: that of a known event, or one that the article states."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.mentions import EventMention, fact_names, without_the
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.dates import PartialDate
from linter.facts.model import Event
from linter.infer.dates.periods import LAST, Period
from linter.infer.dates.told_time import times_in
from linter.infer.events.carried_on import afterthought, began_here, cause, first_of_row, participle_before
from linter.infer.events.dated_beginnings import beginnings_by_head, is_day_of_year, places
from linter.infer.events.in_charge import office_begun
from linter.infer.events.predicates import BEGINNING, BEGINS_AS, auxiliary_before, gist_of, head_noun, state_before
from linter.infer.events.told_again import told_again

COUNTED = lazy_pattern(
    r"(?:now|on|long|old|ago|,|(?:have|has)(?: now)? (?:passed|elapsed|gone by)| )*\b(?P<link>since|after|into|"
    r"of|from)\s+"
    r"(?:the (?P<edge>start|beginning|outbreak|onset|end) of )?",
    re.IGNORECASE,
)
"""Between a duration and the event it counts from: "eighteen months since", "seven months into"."""

PARENTHESIS = r"(?:\s*\([^)]*\)|,(?! (?:and|but) )[^,;]{1,120},)?\s*"
FIGHTS = lazy_pattern(
    r"\b(?:fight|fought|fighting|wag\w+|resist\w*|repel\w*|endur\w+|surviv\w+|suffer\w*|weather\w*|lived (?:with|"
    r"through))"
    r"\s+(?:the |a |an )?$",
    re.IGNORECASE,
)
ENDS = lazy_pattern(r"\s*,?\s*(?:now |already )?(?:for |in )?(?:the (?:past|last) )?$", re.IGNORECASE)
SINCE_CLAUSE = lazy_pattern(
    r",?\s*(?:now |ever |today |this (?:week|month|year) |on \w+day |"
    r"that have passed |(?:have|has)(?: now)? (?:passed|elapsed|gone by) )?(?:since|after|"
    r"into) [^,;]{3,80}?,? (?:on|in|of)(?: the (?:night|morning|"
    r"evening) of)? $",
    re.IGNORECASE,
)
SINCE_BEGUN = lazy_pattern(r"\b[Ss]ince [^,;]{3,60}? (?:on|in) $")
ONWARD = lazy_pattern(r" on\b| later\b|(?<=later)(?:,| (?:it|they|he|she|the|its|their)\b)", re.IGNORECASE)
"""After a length that counts from what has just been told: "two years on"."""
SUMS_UP = lazy_pattern(r"\W*(?:That|This|It) (?:is|makes|adds up to|comes to|means)(?: it)?(?: now| already)? ?")
"""Before a length that tells how long what has just been told has gone on: "That is two years without a road"."""
SINCE = lazy_pattern(r"\bsince\s+(?:the |about |around |early |late |last )?$", re.IGNORECASE)


class Start(Struct, frozen=True):
    """When something began that still goes on, where the article says it (`span`), and in words what began when."""

    period: Period
    span: Span
    words: str


def start_of(article: Article, duration: TimeMention) -> Start | None:
    """The start that a duration counts from, as far as the fact base or the article tells it."""
    sentence = article.sentence_at(duration.span.start)
    for found in (_event(article, sentence, duration), _stated(article, sentence, duration)):
        if found is not None:
            return found
    before = article.plain[sentence.span.start : duration.span.start]
    if ONWARD.match(article.plain, duration.span.end) or sums_up(before):
        return _just_told(article, sentence, duration)
    found = _elsewhere(article, sentence, duration)
    readers = () if found else (first_of_row, cause, office_begun)
    told = next((time for read in readers if (time := read(article, sentence, duration))), None)
    again = None if found or told else told_again(article, sentence, duration)
    return from_time(article, told, "began") if told else from_time(article, again, "was") if again else found


def sums_up(before: str) -> bool:
    """Whether the words of a sentence before a length make it that of what the sentence before tells."""
    return SUMS_UP.fullmatch(before) is not None


def _event(article: Article, sentence: Sentence, duration: TimeMention) -> Start | None:
    names, text = fact_names(article), article.plain
    counted = COUNTED.match(text, duration.span.end, sentence.span.end)
    if counted:
        mention = names.event_at(without_the(text, counted.end()))
        return None if mention is None else _since(mention, counted["link"], (counted["edge"] or ""))
    mentions = names.events_in(Span(sentence.span.start, duration.span.start))
    for mention in reversed(mentions):
        if _is_subject(article, sentence, mention, duration.span) or _is_object(text, mention, duration.span):
            return _since(mention, "", "")
    fronted = lazy_pattern(r"\s*,?\s*(?:now\s*,?\s*)?", re.IGNORECASE).match(text, duration.span.end)
    mention = names.event_at(without_the(text, fronted.end())) if fronted else None
    if mention and auxiliary_before(text[mention.span.end : sentence.span.end][:40]) is not None:
        return _since(mention, "", "")
    return None


def _is_subject(article: Article, sentence: Sentence, mention: EventMention, duration: Span) -> bool:
    """Whether an event is what has gone on: nothing but a parenthesis stands between it and the verb."""
    text = article.plain[mention.span.end : duration.start]
    place = auxiliary_before(text)
    if place is None:
        return (
            re.fullmatch(r",? (?:now |already |which is )?(?:well )?(?:in|into|at|for) ?(?:over )?", text) is not None
        )
    return re.fullmatch(rf"{PARENTHESIS}(?:,? (?:which|that) )?", text[:place]) is not None and (
        re.search(r"\b(?:of|in|to|into|on|over|for|about|from|since)\s+(?:the )?$",
                  article.plain[sentence.span.start : mention.span.start]) is None
        or _heads_subject(article, sentence, mention)
    )  # fmt: skip


NOUNS = lazy_pattern(
    r"^\W*(?:the )?(?:fighting|killing|bloodshed|violence|suffering) (?:of|in|from) (?:the )?$", re.IGNORECASE
)


def _heads_subject(article: Article, sentence: Sentence, mention: EventMention) -> bool:
    return NOUNS.match(article.plain[sentence.span.start : mention.span.start]) is not None


def _is_object(text: str, mention: EventMention, duration: Span) -> bool:
    return bool(FIGHTS.search(text[max(0, mention.span.start - 40) : mention.span.start])) and bool(
        ENDS.fullmatch(text[mention.span.end : duration.start])
    )


def since_event(mention: EventMention) -> Start | None:
    """The start that a known event sets: its beginning."""
    return _since(mention, "", "")


def _since(mention: EventMention, link: str, edge: str) -> Start | None:
    """The start that an event sets: its beginning; its end where the words say so, either after a long one."""
    periods = []
    for event in mention.events:
        first, start, end = event.start, event.last_start, event.end
        last = end.latest if end else LAST if event.ongoing else start.latest
        if edge == "end":
            periods += [Period(end.earliest, end.latest)] if end else []
        elif link.casefold() in ("since", "after", "from") and end is not None and not edge:
            periods.append(Period(first.earliest, last))
        else:
            periods.append(Period(first.earliest, start.latest))
    if not periods:
        return None
    period = Period(min(each.earliest for each in periods), max(each.latest for each in periods))
    return Start(period, mention.span, when(mention.events[0], "end" if edge == "end" else "start"))


def when(event: Event, edge: Literal["start", "end"] = "start") -> str:
    """A clause that says when an event began, ended or happened."""
    if edge == "end" and event.end is not None:
        return f"{event.names[0]} ended {_on(event.end)}"
    return f"{event.names[0]} {'happened' if event.end == event.start else 'began'} {_on(event.start)}"


def _on(date: PartialDate) -> str:
    return f"{'on' if date.exact else 'in'} {date}"


def _stated(article: Article, sentence: Sentence, duration: TimeMention) -> Start | None:
    """A start in the sentence of the duration itself: "which began on 3 June 2019", "since 3 June 2019"."""
    text = article.plain
    for time in times_in(article, sentence.span):
        if time.span.overlaps(duration.span) or not (places(time) or is_day_of_year(article, time)):
            continue
        before = text[sentence.span.start : time.span.start]
        if time.span.start > duration.span.end and SINCE_CLAUSE.match(_between(text, time, duration)):
            return from_time(article, time, "since")
        if SINCE_BEGUN.search(before) and auxiliary_before(_between(text, time, duration)) is not None:
            return from_time(article, time, "since")
        if SINCE.search(before) and not re.search(r"\b(?:and|but|who|which)\b", _between(text, time, duration)):
            return from_time(article, time, "since")
        if time.span.start > duration.span.end and BEGAN_THEN.fullmatch(_between(text, time, duration)):
            return from_time(article, time, "began")
        if time.span.end <= duration.span.start and (
            began_here(text, sentence, time, duration) or participle_before(text, sentence, time, duration)
        ):
            return from_time(article, time, "began")
        if time.span.start > duration.span.end and afterthought(text, sentence, time, duration):
            return from_time(article, time, "began")
    return None


def _between(text: str, time: TimeMention, duration: TimeMention) -> str:
    return text[min(time.span.end, duration.span.end) : max(time.span.start, duration.span.start)]


BEGAN_THEN = lazy_pattern(rf",? (?:which |and )?{BEGINNING.pattern}(?: \w+){{0,4}} (?:on|in) ", re.IGNORECASE)
"""Between a length and the date at which it began: "now in its third month, began on"."""


YEAR = datetime.timedelta(days=365)


def from_time(article: Article, time: TimeMention, verb: str) -> Start | None:
    """The start that a date of the article sets, which stands after "since" or beside a verb of beginning."""
    if time.earliest is None or time.latest is None:
        return None
    early, late = time.earliest, time.latest
    if verb == "since" and time.anchoring == "relative" and article.date is not None and early > article.date:
        early, late = early - YEAR, late - YEAR  # "since May" in April is last year's
    words = f"the article says {verb} {article.words(time.span)}" if verb == "since" else f"it {verb} on {time.value}"
    return Start(Period(early, late), time.span, words)


def _just_told(article: Article, sentence: Sentence, duration: TimeMention) -> Start | None:
    """The one dated beginning that stands before a length in its sentence, or else in the sentence before."""
    known, home = article.derive(beginnings_by_head), article.sentence_index(sentence.span.start)
    for index in (home, home - 1):
        told = [(time, verb) for _, time, verb in known.get(("", index), ()) if time.span.end <= duration.span.start]
        if told:
            return from_time(article, told[0][0], "began") if len({time.value for time, _ in told}) == 1 else None
    return None


def _elsewhere(article: Article, sentence: Sentence, duration: TimeMention) -> Start | None:
    """A start that another sentence tells of the same subject: the nearest before, or else the first after."""
    text = article.plain[sentence.span.start : duration.span.start]
    if (state := state_before(text)) is None:
        return None
    subject, predicate = state
    gist = gist_of(predicate + article.plain_words(duration.span), article.plain[duration.span.end : sentence.span.end])
    home = article.sentence_index(sentence.span.start)
    found = list(_beginnings(article, head_noun(subject), gist, home, subject))
    before = [start for index, start in found if index < home]
    return before[-1] if before else next((start for _, start in found), None)


def _beginnings(article: Article, head: str, gist: str, home: int, subject: str) -> Iterator[tuple[int, Start]]:
    known = article.derive(beginnings_by_head)
    own = subject.strip().casefold() in PRONOUNS and known.get(("", home))
    goes_on = known.get(("", home - 1), ()) if GOES_ON.match(subject.strip()) and not own else ()
    after = [each for word in ("it", "they", "he", "she") for each in known.get((word, -1), ()) if each[0] == home + 1]
    for index, time, verb in (*goes_on, *(known.get((head, -1), ()) if head else ()), *after):
        state = UNIT.sub("", gist) if index == home + 1 else gist
        fits = BEGINS_AS.fits(state, verb) or (verb == "since" and LASTED.search(gist))
        if index != home and fits and (start := from_time(article, time, "began")):
            yield index, start


PRONOUNS = ("it", "they", "he", "she")
"""Subjects that mean what their own sentence tells a beginning of, where it does: "The kiosk opened; it has"."""

UNIT = lazy_pattern(r"\b(?:weeks?|months?)\b")
LASTED = lazy_pattern(
    r"\b(?:has|have) (?:now |already )?(?:lasted|gone on|dragged on|continued|been going on|stretched)\b"
)
"""In a predicate: how long a state goes on that the sentence before dates with "since"."""

GOES_ON = lazy_pattern(
    r"(?:it|they|he|she)$|(?:their|its|his|her|the|this) (?:strike|walkout|siege|blockade|protest|occupation|"
    r"boycott|shutdown|closure|outage|drought|search|hunt|trial|stoppage|lockout|standstill|ban|blackout|suspension|"
    r"deadlock|stalemate|dispute|fighting|detention|imprisonment|vacancy|break|freeze)$",
    re.IGNORECASE,
)
"""A subject that goes on about what the sentence before tells."""
