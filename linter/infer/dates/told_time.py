"""Which time a place in the text speaks of: the article's own, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from linter.annotation.article import Article
from linter.annotation.mentions import fact_names
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.infer.dates.periods import moved

ToldTime = Literal["present", "other", "unclear"]
"""The moment of writing, as news tells it ("said on Tuesday" too); another time; told in passing, so that it can be
either."""

NEAR = 45
"""Days from the article's date in which lies what it tells as news."""

LONGEST = 31
"""Days of a stretch of time that can place news."""

DAY = lazy_pattern(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|tomorrow|this week|last week|next "
    r"week)\b",
    re.IGNORECASE,
)
"""Near the article's date, whatever that is."""

PARENTHESIS = r"(?:\s*\([^)]*\)|,(?! (?:and|but|or) )[^,;]{1,90},)?"
NOW_VERB = lazy_pattern(
    rf"^{PARENTHESIS}\s*,?\s*(?:has|have|is(?! (?:played|portrayed|depicted|voiced)\b)|"
    rf"are|says?|will|wants|plans|hopes|visits|meets|calls|warns|urges|promises|"
    r"vows|backs|rejects|insists|tells|asks|denies|announces|refuses|faces|remains|does|(?:also|now|still) \w+s)\b",
    re.IGNORECASE,
)
HAD = lazy_pattern(
    rf"^{PARENTHESIS}\s*,?\s*(?:had(?! (?:an?|the|its|his|her|their|no)\b)|used to|would later|was then|"
    r"later became)\b",
    re.IGNORECASE,
)
ELSEWHEN = lazy_pattern(
    r"\b(?:at the time|back then|in those days|last (?:year|summer|spring|autumn|winter|fall|decade|century)|when "
    r"(?:he|she|they) (?:was|were)|(?:years?|decades?|months|centur\w+) "
    r"(?:ago|earlier|later|before)|that (?:year|month|summer|autumn|winter|spring)|the same year|"
    r"the (?:previous|following|next) (?:year|month)|in the (?:\d{2,4}|\w+ties)|during (?:his|her|their) (?:term|"
    r"tenure|"
    r"presidency|time|rule|reign)|under (?:his|her) (?:predecessor|rule)|served as|historian|in (?:his|her) memoirs|"
    r"biograph\w+|in retrospect|anniversary of|would have been|first became|dynasty|"
    r"is (?:played|portrayed|depicted|voiced) by|(?:photograph|painting|portrait|cartoon|stamp|mural|snapshot)s? "
    r"(?:\w+ )?(?:shows?|depicts?)|(?:compar(?:ed?|es|ing)|liken(?:ed|s|ing)?|comparisons?) (?:\w+ ){0,3}?(?:to|with)|"
    r"(?:it is|it's|it has been) [\w ]{1,20}years since)\b",
    re.IGNORECASE,
)
"""Words that lead away from the moment of writing."""

AGENT = lazy_pattern(
    r"\b(?:appointed|named|nominated|chosen|elected|signed|founded|created|introduced|opened|unveiled|commissioned|"
    r"pardoned|sacked|fired|dismissed|knighted|written|built|launched|begun|started|negotiated|brokered|ordered|"
    r"awarded|decorated|imposed|passed|enacted|established|set up|received|promoted|hired|sworn in|crowned|jailed|"
    r"overthrown|ousted|deposed|toppled|succeeded|defeated|beaten|led|headed|made|worked|served|adviser|aide|"
    r"minister|secretary|ambassador|speechwriter|lawyer|doctor|widow|son|daughter|grandson|portrait|statue|"
    r"administration|government|days|era|time|rule|presidency|reign|years|death|murder|assassination|policies|policy|"
    r"assassinated|killed|murdered|portrayed|played|nicknamed|called)"
    r" (?:by|under|for|to|of|as)(?: the)?(?: [\w.'-]+){0,4} ?$",
    re.IGNORECASE,
)
PASSIVE = lazy_pattern(
    r"\b(?:\w{2,}(?:ed|en|wn|un)|built|sold|bought|made|sent|paid|led|held|set|won|put|cut|met|told|struck|hit)"
    r"(?: [a-z]+ly)? by(?: the)?(?: [\w.'-]+){0,4} ?$",
    re.IGNORECASE,
)
CABINET = lazy_pattern(r"\b(?:government|cabinet|administration|coalition) of(?: [A-Z][\w.'-]+){0,3} ?$")
"""Those whom an office holder leads, and who do now what the sentence tells."""

UNDER = lazy_pattern(
    r"\b(?:[Uu]nder|[Ss]ince|[Uu]nlike|[Ll]ike|whether|against|[Aa]fter|[Bb]efore|"
    r"succeeding|replacing|until)(?: the)?(?: "
    r"[A-Z][\w.'-]+| then)* ?$"
)
SUBORDINATE = lazy_pattern(
    r"\b(?:who|whom|which|where|when|while|whose|since|until|before|after)\b[^,;]*$", re.IGNORECASE
)
PERFECT_NEAR = lazy_pattern(r"\b(?:has|have|is|are|will)\b(?: \w+){0,5} ?$", re.IGNORECASE)
PAST_VERB = lazy_pattern(
    r"\b(?:was|were|had|did|would|(?!need|speed|exceed|indeed|proceed|succeed|hundred)\w{3,}ed|took|made|won|lost|"
    r"began|went|"
    r"came|gave|left|held|found|got|saw|fell|rose|sold|built|bought|sent|met|ran|told|wrote|brought|became|stood|sat|"
    r"spoke|knew|kept|paid|lay|flew|grew|threw|drew|drove|rode|sang|shook|shot|slept|struck|swore|taught|thought|wore|"
    r"chose|upheld|caught|fought|felt|heard|sought|laid|led|flew|fled)\b"
)


LONGEST_NAMESAKE = len("August")
"""Code points of a month that can be a name."""


def told_time(article: Article, span: Span) -> ToldTime:
    """Which time the clause of a span speaks of.

    A time expression that lies elsewhere leads away; so do a past perfect, words like "at the time", and a paragraph
    that has been about another time. A verb in the present or the present perfect leads back, wherever the sentence
    began.
    """
    sentence = article.sentence_at(span.start)
    before, after = _sides(article, sentence, span)
    if GONE.match(after):
        return "unclear"
    if NOW_VERB.match(after) and (not _attached(before) or CABINET.search(before)):
        return "present"
    if HAD.match(after) or _is_elsewhen(article, sentence, span):
        return "other"
    here = any(_is_near(article, time) for time in times_in(article, sentence.span))
    if here:
        return "unclear" if _attached(before) and PAST_VERB.match(after.lstrip(" ,")) else "present"
    if _paragraph_is_elsewhen(article, sentence):
        return "other"
    return "unclear" if _attached(before) or _in_passing(before) or _claimed(before, after) else "present"


CONTENT = lazy_pattern(r"\b(?:that|how|whether)\b[^,;]*$", re.IGNORECASE)
PLAIN_PAST = lazy_pattern(
    r"^['\" ]*(?!said\b)(?:was|were|did|\w+ed|went|took|made|lost|won|came|knew|sent|got|gave|had)\b"
)


def _claimed(before: str, after: str) -> bool:
    """Whether somebody tells what the person once did: "the charge that President X lied"."""
    return CONTENT.search(before) is not None and PLAIN_PAST.match(after) is not None


ONCE = lazy_pattern(
    r"\b(?:former|formerly|ex|once|one-time|late|longtime|retired|veteran)\b[^,;.]{0,60}\b(?:for|to|of|under|with|"
    r"in|by)\b[^;.]{0,80}$",
    re.IGNORECASE,
)
"""A former aide of an office holder: the holder may be as former."""

GONE = lazy_pattern(
    rf"^{PARENTHESIS},?\s*(?:'s? (?:\w+ )?(?:resignation|death|departure|ouster|overthrow|funeral|defeat|fall|"
    rf"successor|"
    r"assassination|murder|illness)|(?:has |had )?(?:died|resigned|stepped down|quit|was (?:ousted|overthrown|"
    r"killed|shot)))\b"
)
"""What takes an office holder away: the news can be some days younger than the term."""


def _attached(before: str) -> bool:
    """Whether somebody or something of an office holder is meant: "a former aide to", "was signed by"."""
    return not PERFECT_NEAR.search(before) and any(pattern.search(before) for pattern in (AGENT, PASSIVE, ONCE))


def _in_passing(before: str) -> bool:
    return not PERFECT_NEAR.search(before) and any(pattern.search(before) for pattern in (UNDER, SUBORDINATE))


def _sides(article: Article, sentence: Sentence, span: Span) -> tuple[str, str]:
    return article.plain[sentence.span.start : span.start], article.plain[span.end : sentence.span.end]


def times_in(article: Article, span: Span) -> Iterator[TimeMention]:
    """The time expressions in a span, without those in the names of events ("the September 11 attacks")."""
    events = fact_names(article).events_in(span)
    for time in starting_in(article.times, span):
        if any(event.span.overlaps(time.span) for event in events) or _is_name(article, time):
            continue
        yield time


def _is_name(article: Article, time: TimeMention) -> bool:
    """Whether a month is the name of somebody: "Theresa May"."""
    if time.span.end - time.span.start > LONGEST_NAMESAKE:
        return False
    return any(person.span.contains(time.span) for person in fact_names(article).people)


YEARS_AFTER = lazy_pattern(r"\b(?:years?|decades?|months|centur\w+) after\b", re.IGNORECASE)
"""Leads away from the moment of writing, but not in the first sentence, which tells the news."""


def _is_elsewhen(article: Article, sentence: Sentence, span: Span | None = None) -> bool:
    """Whether a sentence speaks of another time; where a span is given, in the clause of that."""
    text = article.plain_words(sentence.span)
    times = tuple(times_in(article, sentence.span))
    leading = ELSEWHEN.search(text) or (sentence is not article.lead and YEARS_AFTER.search(text))
    if leading and not _told_before(article, span, times, sentence.span.start + leading.start()):
        return True
    far = [time for time in times if _is_far(article, time)]
    if span is None or article.date is None:
        return bool(far)
    here = any(_is_near(article, time) for time in times)
    # What is yet to come leads nowhere: "said on Tuesday … by 2030", "has asked the minister to … in 2030".
    far = [time for time in far if not (_is_to_come(article, time) and (here or _is_asked(article, span, time)))]
    return bool(far) and not any(_places_clause(article, span, time, far) for time in times)


ASKED = lazy_pattern(
    r"\b(?:has|have|is|are) (?:\w+ly |now |also )?(?:ask|call|urg|press|petition|invit|beg|want|warn|tell|told|wr|push)"
    r"[\w ]{0,30}$"
)
TO_DO = lazy_pattern(r"(?![^;:]*\b(?:office|inaugurat|sworn|succeed|replac|successor))[^;:]*,? to [a-z]+\b")
"""Around an office holder from whom something is wanted now that is yet to come."""


def _is_asked(article: Article, span: Span, time: TimeMention) -> bool:
    start = article.sentence_at(span.start).span.start
    asked = ASKED.search(article.plain[start : span.start]) is not None
    return asked and TO_DO.match(article.plain, span.end, max(span.end, time.span.start)) is not None


def _is_to_come(article: Article, time: TimeMention) -> bool:
    return article.date is not None and time.earliest is not None and time.earliest > article.date


OTHER_CLAUSE = lazy_pattern(
    r"[;:]|\b(?:who|which|that|when|where|while|because|since|before|after|until|whose)\b", re.IGNORECASE
)


OBJECT = lazy_pattern(
    r"\b(?:of|by|about|from|for|to|with|under|against|on|at|than|like|as|between|in)(?: [\w'’-]+){0,2} $", re.IGNORECASE
)
"""Before what is no subject: "a photo of"."""


def _places_clause(article: Article, span: Span, time: TimeMention, far: Sequence[TimeMention]) -> bool:
    """Whether a time near the article's own is told of what stands before it: "called on Wednesday for … by 2030"."""
    if time.span.start < span.end or not _is_near(article, time):
        return False
    before = article.plain[article.sentence_at(span.start).span.start : span.start]
    if OTHER_CLAUSE.search(article.plain[span.end : time.span.start]) or OBJECT.search(before) or _attached(before):
        return False
    return all(each.span.start > time.span.end for each in far)


def _told_before(article: Article, span: Span | None, times: Sequence[TimeMention], leading: int) -> bool:
    """Whether words that lead away stand in what was said near the article's time: "said on Monday that … then"."""
    if span is None or " that " not in article.plain[span.end : max(span.end, leading)]:
        return False
    return any(time.span.end <= leading and _places_clause(article, span, time, ()) for time in times)


def _is_far(article: Article, time: TimeMention) -> bool:
    """Whether a time lies away from the article's own, as far as that is known."""
    if time.type in ("DURATION", "SET") or time.role or time.earliest is None or time.latest is None:
        return False
    if article.date is None:
        return time.anchoring == "absolute"
    if (time.latest - time.earliest).days > LONGEST and not time.earliest <= article.date <= time.latest:
        return True  # "last year", said in January
    return time.latest < moved(article.date, -NEAR) or time.earliest > moved(article.date, NEAR)


def _is_near(article: Article, time: TimeMention) -> bool:
    if time.type in ("DURATION", "SET") or time.role:
        return False
    if article.date is None:
        return DAY.search(article.plain_words(time.span)) is not None
    if time.earliest is None or time.latest is None:
        return False
    return not _is_far(article, time) and (time.latest - time.earliest).days <= LONGEST


REACH = 4
"""Sentences before one in its paragraph that can have led away."""


def _paragraph_is_elsewhen(article: Article, sentence: Sentence) -> bool:
    """Whether the sentences before, in the same paragraph, have gone to another time, and nothing led back."""
    text = article.plain_words(sentence.span)
    if not PAST_VERB.search(text) and " said" not in text:
        return False
    index = article.sentence_index(sentence.span.start)
    for other in reversed(article.sentences[max(0, index - REACH) : index]):
        if other.block != sentence.block:
            return False
        if any(_is_near(article, time) for time in times_in(article, other.span)):
            return False
        if _is_elsewhen(article, other) and not _tells_of_now(article, other):
            return True
    return False


def _tells_of_now(article: Article, sentence: Sentence) -> bool:
    """Whether only a relative clause of a sentence in the present is about another time: "a tax that … in 2002"."""
    text = article.plain_words(sentence.span)
    clause = RELATIVE.search(text)
    if clause is None or PAST_VERB.search(text, 0, clause.start()) or ELSEWHEN.search(text):
        return False
    return all(time.span.start > sentence.span.start + clause.start() for time in times_in(article, sentence.span))


RELATIVE = lazy_pattern(r"(?<!,) (?:that|which) (?:(?:the|an?) )?(?:[A-Z]?[\w'-]+ ){0,3}?\w+")
