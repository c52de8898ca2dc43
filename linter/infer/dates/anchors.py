"""What a time expression can be counted from in an article without a full date, and what is no time expression."""

from __future__ import annotations

from itertools import islice

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.core.calendar import WEEKDAYS
from linter.core.pattern import lazy_pattern
from linter.core.span import Span

MASTHEAD = 5
"""Blocks at the head of an article among which its dateline stands."""

LONGEST_HEAD = 120
"""Code points of a dateline."""

MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
HALF_DATED = lazy_pattern(
    r"\W*(?:(?:[A-Z\u00c0-\u00de][\w.'’ /-]{1,40},? ){0,4}?\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |on )?)"
    rf"(?:{MONTH} \d\d?|\d\d? {MONTH})(?:st|nd|rd|th)?\)?(?: ?\([^()]{{2,40}}\))?\s*(?:[—–:]|--|- |_|/[A-Z]|$)"
)
"""A dateline or a date line that leaves its year out: "NAIROBI, August 21 (Xinhua) --", "Monday, 3 May"."""

PROGRAMME = lazy_pattern(r"(?:Today|Tonight|Tomorrow|Yesterday|This|Last|Next|Now|Late|\w+day [A-Z]\w+)\b")
LOWER = lazy_pattern(r"\b[a-z]{4,}")
WORD = lazy_pattern(r"[^\W\d_][\w'’-]*")
OPENING = "\"'“‘«([*_`—–:;… \n\t"
PROSE_WORDS = 3
"""Words in small letters that a headline in capitals does not have."""


LENGTH = lazy_pattern(r"P(?:T)?(?P<number>\d+(?:\.\d+)?)(?P<unit>\w+)")
UNMOVED = 100
"""Years: a longer time is no less true a few years later."""


def goes_stale(duration: TimeMention) -> bool:
    """Whether a running duration is told closely enough to be wrong some day: not "for years", "for 2,000 years"."""
    found = LENGTH.match(duration.value)
    if found is None:
        return False
    return {"Y": 1, "DE": 10, "E": 10, "C": 100, "CE": 100}.get(found["unit"], 0) * float(found["number"]) < UNMOVED


STATED_END = lazy_pattern(rf",?(?: (?:which|that))? (?:ended|ending|ends) (?:on )?(?:the )?{MONTH}")
OF_OUR_TIME = lazy_pattern(
    r"['’]s (?:[a-z]+ )?(?:world|society|youth|economy|market|markets|culture|generation|standards|climate|politics|"
    r"technology|media|women|men|children|young|parents|consumers|students|readers|audiences|workers|families|"
    r"voters|cars|computers|phones|homes|prices|money|terms|language|age|era)\b"
)
REPORT_BEHIND = lazy_pattern(
    r"(?:['’]s)?(?: (?:[A-Z][\w'’&-]*|of|on|and|for|in|to|the)){0,6}? "
    r"(?:Bulletin|Forecast|Index|Monitor|Outlook|Poll|Report|Review|Snapshot|Statement|Study|Survey|Tracker|Update)s?\b"
)
"""After a quarter or a month that is part of a report's name: "its second quarter Housing Price Report"."""

BEFORE_HYPHEN = lazy_pattern(r"-[a-z]")
"""After a word that is part of a longer one."""


def is_placed(article: Article, span: Span) -> bool:
    """Whether an expression needs no date of the article: its end is told ("its fourth quarter ended June 30"), it
    means the present age ("today's youth"), a day of any week, or it is part of a longer word ("half-century ago") or
    of a report's name ("second quarter Price Report")."""
    before, after = article.plain[max(0, span.start - 2) : span.start], article.plain[span.end : span.end + FAR]
    if before[-1:] == "-" and before[:1].isalpha():
        return True
    words = article.plain_words(span)
    if BEFORE_HYPHEN.match(after) and "day" not in words:
        return True
    if ANY_WEEKDAY.fullmatch(words) and ONE_DAY.search(article.plain_words(article.sentence_at(span.start).span)):
        return True
    if REPORT_BEHIND.match(after):
        return True
    return STATED_END.match(after) is not None or (words == "today" and OF_OUR_TIME.match(after) is not None)


ANY_WEEKDAY = lazy_pattern(rf"(?:on )?(?:{'|'.join(WEEKDAYS)})")
ONE_DAY = lazy_pattern(rf"\b(?:an?|any|each|every) (?:{'|'.join(WEEKDAYS)})\b")
"""In a sentence about any such week: "if it began on a Monday, wait until Friday"."""

FAR = 60
"""Code points after an expression that are looked at."""


def day_told(article: Article) -> bool:
    """Whether a dateline or date line gives the day and the month, though no year: enough to place "Friday" by."""
    return article.derive(_day_told)


def _day_told(article: Article) -> bool:
    heads = (article.plain[block.start : block.end][:LONGEST_HEAD] for block in article.document.blocks[:MASTHEAD])
    return any(HALF_DATED.match(head) is not None for head in heads)


def is_title(article: Article, span: Span) -> bool:
    """Whether the words of a time expression are the name of a programme: "on NBC's Today", "''This Week''".

    They are where all begin with a capital within a sentence of running text.
    """
    words = article.plain_words(span)
    if PROGRAMME.match(words) is None or any(not word[0].isupper() for word in WORD.findall(words)):
        return False
    sentence = article.sentence_at(span.start).span
    before = article.plain[sentence.start : span.start].rstrip(OPENING)
    if not before or before[-1] in ".?!":
        return False
    others = article.plain[sentence.start : span.start], article.plain[span.end : sentence.end]
    small = (found for text in others for found in LOWER.finditer(text))
    return words != words.upper() and len(tuple(islice(small, PROSE_WORDS))) == PROSE_WORDS
