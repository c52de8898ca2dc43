"""The check kind `event-date`: a known event is given a date on which it did not happen."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import ClassVar, Literal

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.mentions import EventMention, fact_names
from linter.annotation.model import TimeMention
from linter.checks.base import Finding, Label
from linter.core.diagnostic import Confidence
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.facts.model import Event
from linter.infer.dates.periods import LAST, Period
from linter.infer.events.slips import LONG_AGO, NIGHT, is_slip
from linter.infer.people.lives import deaths, misdated_births
from linter.match.trigger import Trigger

Edge = Literal["begin", "end", "while"]
"""What a date is said to be of an event: the day it began, the day it ended, or one of its days."""

SHORT = 7
"""Days of an event whose beginning and end news does not tell apart."""

REACH = 90
"""Code points between an event and its date."""

PARENTHESIS = r"(?:\s*\([^)]*\)|,(?! (?:and|but|or) )[^,;]{1,90},)?"
ON = (
    r",? ?(?:on|in|at|at the (?:beginning|start|end) of)?(?: the)?(?: (?:night|morning|evening|afternoon) of)?(?: "
    r"early| late| mid-?)? ?"
)
OF = lazy_pattern(r" of(?: the)?(?: early| late)? ?$|^ \($", re.IGNORECASE)
PLACE = lazy_pattern(
    r"^,? (?:in|at|outside|near|off|over) (?:the )?[A-Z][\w'’-]*\.?(?:,? [A-Z][\w'’.-]*)*(?=,? (?:on|in) )"
)
"""Where something happened, between its name and the date."""

APPOSED = lazy_pattern(r",? (?:on|in)(?: early| late)? ?$", re.IGNORECASE)
ADJUNCTS = lazy_pattern(
    r"^(?: dead| down)?(?:,? (?:in|at|on|by|from|over|near|off|outside|of|aged)"
    r"(?: (?!(?:in|on|at|and|but|or|that|who|which|whose|when|after|before|until|since|as|than|was|were|had|book|"
    r"film|play|(?!united)\w+ed)\b)"
    r"[^\W\d][\w'’.-]*){1,5}|, (?-i:[A-Z])[\w'’.-]+)*(?=,? (?:on|in|at the)\b)",
    re.IGNORECASE,
)
"""What a clause tells of an event before its date: "was released from prison", "sank on its maiden voyage"."""

EDGE_BEFORE = lazy_pattern(r"\b(?P<edge>start|beginning|outbreak|onset|end|conclusion) of (?:the )?$", re.IGNORECASE)
LINK_BEFORE = lazy_pattern(r"\b(?:after|since|before|during|in|following|until|from|by)(?: the)? $", re.IGNORECASE)
WITNESS_BEFORE = lazy_pattern(
    r"\b(?:(?:watch|witness|surviv|attend|photograph|film|escap)(?:e?d|ing)|saw|seen)(?: the)? $", re.IGNORECASE
)
"""Before an event that somebody is told to have been at; a date far from its own is that of something else."""

ON_THE_DAY = lazy_pattern(r"(?:^|\b(?:on|since|until) )$", re.IGNORECASE)
SO_LONG_AFTER = lazy_pattern(
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?|generation|century) (?:after|before|since|on from) (?:the )?$",
    re.IGNORECASE,
)
"""Before an event from which a length is counted to the date behind a comma."""

PREPARED = lazy_pattern(r"\baccession\b.* (?:agreed|announced|concluded|launched|ratified|sealed|signed)\b")
"""What is done long before the event takes place."""

CLAUSE_BEFORE = lazy_pattern(
    r"(?:^|[.,:;—–(] ?|\b(?:and|but|that|because|when|after|before|since|until|as|while|where|if|how|"
    r"once)\s)\W*(?:the )?$",
    re.IGNORECASE,
)
FRONTED = lazy_pattern(
    r"^(?:,| [—–-])? (?:(?P<told>when |the (?:day|night|morning|year) (?:(?:of|when|that|on which) )?|"
    r"that ))?(?:the )?$",
    re.IGNORECASE,
)
TOLD_OF = lazy_pattern(
    r"\b(?:on|in|since|from|until|of|before|after|it was)(?: the)?(?: early| late)? $", re.IGNORECASE
)
IT_WAS = lazy_pattern(r"\b(?:it|that) was(?: only| not until| back)? (?:on|in) $", re.IGNORECASE)
DAY_OF = lazy_pattern(r"\bthe (?:day|night|morning|year) of (?:the )?$", re.IGNORECASE)


class EventDateCheck(Struct, frozen=True, kw_only=True, dict=True):
    """Reports dates given to known events that the fact base contradicts.

    `begins`, `ends` and `lasts` are verb phrases, as patterns, that tell that an event began, ended or went on ("broke
    out", "was signed", "raged"). Values for the message: `event`, `date` when it was, `source`.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("fact", "time")

    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    lasts: tuple[str, ...] = ()

    @cached_property
    def _verbs(self) -> tuple[tuple[Edge, re.Pattern[str]], ...]:
        lists: tuple[tuple[Edge, tuple[str, ...]], ...] = (
            ("begin", self.begins),
            ("end", self.ends),
            ("while", self.lasts),
        )
        return tuple((edge, lazy_pattern(f"(?:{'|'.join(words)})", re.IGNORECASE)) for edge, words in lists if words)

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None of its own: events and time expressions have theirs."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each date that contradicts the event it is given to."""
        named = fact_names(article).events
        yield from self._misdated(article, named)
        lives = (each for each in deaths(article) if not any(each.span.overlaps(other.span) for other in named))
        yield from self._misdated(article, lives, near=True)
        for birth, event in misdated_births(article):
            yield Finding(birth.span, values=_values(event, f"{event.start}"))

    def _misdated(self, article: Article, mentions: Iterable[EventMention], *, near: bool = False) -> Iterator[Finding]:
        """A finding for each date that contradicts an event; if `near`, only for such as are easily written for it."""
        for mention in mentions:
            quotation = article.quotation_at(mention.span)
            if mention.short or (quotation is not None and quotation.speech):
                continue
            for time in _times_near(article, mention.span):
                found = self._edge(article, mention, time)
                slack = NIGHT if near else None
                if found and all(contradicts(time, event, found[0], slack) for event in mention.events):
                    shaky = near or time.span.overlaps(mention.span) or mention.events[0].start.year < LONG_AGO
                    if shaky and not is_slip(time.earliest, mention.events[0]):
                        break
                    yield _finding(mention, time, found)
                    break

    def _edge(self, article: Article, mention: EventMention, time: TimeMention) -> tuple[Edge, Confidence] | None:
        if time.span.overlaps(mention.span):
            return "while", "high"
        sentence = article.sentence_at(mention.span.start).span
        before = article.plain[sentence.start : mention.span.start]
        if time.span.start >= mention.span.end:
            if PREPARED.search(article.plain, mention.span.start, time.span.start):
                return None
            gap = article.plain[mention.span.end : time.span.start]
            if WITNESS_BEFORE.search(before) and APPOSED.fullmatch(gap) and is_slip(time.earliest, mention.events[0]):
                return "while", "medium"
            if _is_own_of_clause(before, gap, time, mention.events[0]):
                return None
            return self._date_after(before, gap, mention)
        between = article.plain[time.span.end : mention.span.start]
        if between == " ":
            return "while", "high"
        whole = "year" not in between or len(time.value) == len("1950")
        if whole and _is_fronted(between, article.plain[sentence.start : time.span.start]):
            after = article.plain[mention.span.end : sentence.end]
            told = mention.clause or DAY_OF.search(between)
            return ("begin", "high") if told else self._verb(after[:REACH])
        return None

    def _date_after(self, before: str, gap: str, mention: EventMention) -> tuple[Edge, Confidence] | None:
        gap = PLACE.sub("", gap)
        if gap.startswith(",") and not gap.startswith(", which ") and SO_LONG_AFTER.search(before):
            return None
        edge = EDGE_BEFORE.search(before)
        if edge and APPOSED.match(gap):
            return ("end" if edge["edge"].casefold() in ("end", "conclusion") else "begin"), "high"
        if mention.clause:
            return ("begin", "high") if re.fullmatch(ON, ADJUNCTS.sub("", gap), re.IGNORECASE) else None
        if OF.fullmatch(gap):
            return "while", "high"
        if gap == ", " and ON_THE_DAY.search(before):
            return "while", "high"
        if APPOSED.fullmatch(gap):
            if CLAUSE_BEFORE.search(before):
                return "while", "high"
            apart = gap.startswith(",") and not re.search(r"\b(?:of|about|on|into) (?:the )?$", before)
            return ("while", "medium") if apart or LINK_BEFORE.search(before) else None
        subject = CLAUSE_BEFORE.search(before) or re.match(
            r",? (?:which|that)\b|, (?:\w+ )?(?:signed|adopted|agreed|held(?= (?:on|in)\b)|ratified|fought)\b", gap
        )
        return self._verb(gap, whole=True) if subject else None

    def _verb(self, text: str, whole: bool = False) -> tuple[Edge, Confidence] | None:
        for edge, verbs in self._verbs:
            pattern = rf"{PARENTHESIS},? ?(?:which |that |was first |first |finally |suddenly )?{verbs.pattern}"
            if whole and re.fullmatch(pattern + r"(?: [a-z]+){0,3}" + ON, text, re.IGNORECASE):
                return edge, "high"
            if not whole and re.match(pattern, text, re.IGNORECASE):
                return edge, "high"
        return None


AFTER_IT = lazy_pattern(r"\b(?:after|since|following)(?: the)? $", re.IGNORECASE)
BEFORE_IT = lazy_pattern(r"\b(?:before|until|by)(?: the)? $", re.IGNORECASE)


def _is_own_of_clause(before: str, gap: str, time: TimeMention, event: Event) -> bool:
    """Whether a date behind a comma can be that of what came after an event, or before: "after the war, in 1951"."""
    if not gap.startswith(",") or time.earliest is None or is_slip(time.earliest, event):
        return False
    last = (event.end or event.start).latest
    if AFTER_IT.search(before):
        return time.earliest > last
    return BEFORE_IT.search(before) is not None and time.earliest < event.start.earliest


def _is_fronted(between: str, before: str) -> bool:
    """Whether a date before an event is its own: "On 3 May, the war …", "since 3 May, when the war …"."""
    found = FRONTED.match(between)
    if found is None:
        return False
    told = (found["told"] or "").casefold()
    if told.startswith("that"):
        return IT_WAS.search(before) is not None
    return (TOLD_OF if told else OPENING).search(before) is not None


OPENING = lazy_pattern(r"\b(?:On|In) $")
"""Before a date with which a sentence begins."""


def _times_near(article: Article, span: Span) -> Iterator[TimeMention]:
    """The absolute dates of a sentence near an event, those after it first; of those in its name such as go on.

    "The attacks of September 11" are named after a day, to which a text may add a year.
    """
    sentence = article.sentence_at(span.start).span
    low = bisect_left(article.times, max(sentence.start, span.start - REACH), key=_start)
    high = bisect_right(article.times, min(sentence.end, span.end + REACH), key=_start)
    near = [time for time in article.times[low:high] if time.anchoring == "absolute" and time.type == "DATE"]
    outside = [time for time in near if not time.span.overlaps(span) or time.span.end > span.end > time.span.start]
    yield from sorted(outside, key=lambda time: (time.span.start < span.start, abs(time.span.start - span.start)))


def _start(time: TimeMention) -> int:
    return time.span.start


def contradicts(time: TimeMention, event: Event, edge: Edge, slack: datetime.timedelta | None = None) -> bool:
    """Whether a date cannot be that of the edge of an event, nor is as near to it as `slack`."""
    if time.earliest is None or time.latest is None or time.problem:
        return False
    end = event.end
    if edge == "end" and end is None:
        return False
    begun = Period(event.start.earliest, event.last_start.latest)
    allowed = Period(end.earliest, end.latest) if edge == "end" and end else begun
    short = end is not None and (end.latest - event.start.earliest).days <= SHORT
    if edge == "while" or short or (end is None and not event.ongoing):
        allowed = Period(allowed.earliest, end.latest if end else LAST if event.ongoing else allowed.latest)
    slack = slack or datetime.timedelta()
    return allowed.earliest - time.latest > slack or time.earliest - allowed.latest > slack


def _finding(mention: EventMention, time: TimeMention, found: tuple[Edge, Confidence]) -> Finding:
    event, (edge, confidence) = mention.events[0], found
    if event.end is None or str(event.end) == str(event.start):
        date = f"{event.start}"
    else:
        date = f"{event.end}" if edge == "end" else f"{event.start}" + (f" to {event.end}" if edge == "while" else "")
    return Finding(
        time.span,
        labels=(Label(mention.span, f"{event.names[0]}: {date}"),),
        values=_values(event, date),
        confidence=None if confidence == "high" else confidence,
    )


def _values(event: Event, date: str) -> dict[str, str]:
    return {"event": event.names[0], "date": date, "source": event.source}
