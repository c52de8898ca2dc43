"""Two dates that a text joins to a span: "from 1982 to 1994", "between May and July 2021", "(1998–2004)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.grammar import ADVERBS, AUXILIARIES, COORDINATORS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.stated_dates import StatedDate, between, stated_date

EVENT_IN = (
    r"(?: (?:his|her|its|their|the|an?) (?:[a-z][\w'’-]* ){0,2}?(?:(?:death|birth|launch|start|end|coup|war|accident|"
    r"crash|fire|verdict|arrest|release|debut|overthrow|defeat|murder|strike|flood|retreat|return|sale|ouster|demise|discovery|rescue|"
    r"attack|victory|trial|marriage|merger|rescue|invasion|armistice|revolution) "
    r"(?:in|on|of)|(?:\w{3,}(?:tion|sion|ment|ure|dismissal|removal|opening|founding|ending|signing|sinking)|closing|"
    r"opening|founding|ending|signing|sinking|wedding|dismissal|removal) (?:in|on)))"
)
"""What happened at an end, before its date: "from its opening in 1926 until its closure in 1980"."""

LEAD = lazy_pattern(
    r"\b(?P<lead>from|between)(?: the| about| around| roughly| circa| as early as)*"
    rf"{EVENT_IN}? $",
    re.IGNORECASE,
)
WORDS = lazy_pattern(r",? ?(?P<word>to|until|till|til|through|thru|and) (?:the |about |around |as late as )*")
WORDS_EVENT = lazy_pattern(rf",? ?(?P<word>to|until|till|til|and){EVENT_IN} ")
DASH = lazy_pattern(r"(?P<gap> ?)[-–—](?P=gap)")
TIGHT_BEFORE = lazy_pattern(r"[\w.,/#:$€£–—-]$")
TIGHT_AFTER = lazy_pattern(r"^(?:[-–—/:]\w|[.,]\d|\w|%)")
OF_YEARS = lazy_pattern(
    r"\b(?:for|in|during|over|throughout|across|covering|spanning|(?:the|these) (?:\w+ )?(?:years|seasons|period))"
    r"(?: the)?(?: (?:years|fiscal|financial|academic|school))? $",
    re.IGNORECASE,
)
"""Words after which two figures joined by a hyphen are years: "the accounts for 2003-2008"."""
ERA = lazy_pattern(r"^(?:A\.?D|C\.?E)|(?:A\.?D|C\.?E)\.?$")
BARE_END = lazy_pattern(
    r"(?P<lead>\b(?:from|between) |\()(?P<year>\d{1,4})(?P<gap> (?:to|and|until) | ?[-–—] ?)$", re.IGNORECASE
)
NO_NOUNS = frozenset(
    (*PREPOSITIONS, *AUXILIARIES, *COORDINATORS, *SUBORDINATORS, *SUBJECT_PRONOUNS, *ADVERBS, "a", "an", "the", "his",
     "her", "its", "their", "inclusive", "respectively", "s")
)  # fmt: skip
FOLLOWING = lazy_pattern(r"^ ([a-z][\w'-]*)")
LONGEST = 2_000
"""Code points of a sentence that is read."""

WINDOW = 80
"""Code points around a date that are looked at."""

SHORT = lazy_pattern(r"'?\d\d")


class DateRange(Struct, frozen=True):
    """Two dates and the words around them; `span` begins at "from" or "between" where one of these stands.

    `word` joins the ends ("to", "and", "–"), `lead` opens it ("from", "between", "").
    """

    span: Span
    start: StatedDate
    end: StatedDate
    lead: str
    word: str


def ranges_in(article: Article, sentence: Sentence) -> tuple[DateRange, ...]:
    """The ranges of dates in a sentence, in reading order."""
    return article.derive(_ranges).get(sentence.span.start, ())


def _ranges(article: Article) -> dict[int, tuple[DateRange, ...]]:
    starts = article.derive(_by_sentence)
    return {start: tuple(_ranges_of(article, article.sentence_at(start))) for start in starts}


def _ranges_of(article: Article, sentence: Sentence) -> Iterator[DateRange]:
    dates = [date for mention in _mentions(article, sentence) if (date := stated_date(article, mention)) is not None]
    for start, end in pairwise(dates):
        found = _joined(article, sentence, start, end)
        if found is not None:
            yield found


def _mentions(article: Article, sentence: Sentence) -> Iterator[TimeMention]:
    return (mention for mention in times_of(article, sentence) if mention.type == "DATE")


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence is short enough to be one, and no table or log."""
    return sentence.span.end - sentence.span.start <= LONGEST


def times_of(article: Article, sentence: Sentence) -> tuple[TimeMention, ...]:
    """The time expressions of a sentence; none of one so long that it is no prose."""
    return article.derive(_by_sentence).get(sentence.span.start, ())


def _by_sentence(article: Article) -> dict[int, tuple[TimeMention, ...]]:
    grouped: dict[int, list[TimeMention]] = {}
    for mention in article.times:
        sentence = article.sentence_at(mention.span.start)
        if is_prose(sentence):
            grouped.setdefault(sentence.span.start, []).append(mention)
    return {start: tuple(mentions) for start, mentions in grouped.items()}


def _joined(article: Article, sentence: Sentence, start: StatedDate, end: StatedDate) -> DateRange | None:
    gap = between(article, start.mention, end.mention)
    opening = max(sentence.span.start, start.mention.span.start - WINDOW)
    before = article.plain[opening : start.mention.span.start]
    after = article.plain[end.mention.span.end : min(sentence.span.end, end.mention.span.end + WINDOW)]
    lead = LEAD.search(before)
    leading = lead["lead"].lower() if lead is not None else ""
    words = WORDS.fullmatch(gap) or (WORDS_EVENT.fullmatch(gap) if leading else None)
    if words is not None:
        if (words["word"] == "and") != (leading == "between") or not _ends(end, after):
            return None
        word = words["word"]
    elif DASH.fullmatch(gap) is None or not _dashed(gap, before, after, leading):
        return None
    else:
        word = gap.strip()
    first = opening + lead.start() if lead is not None else start.mention.span.start
    return DateRange(Span(first, end.mention.span.end), start, end, leading, word)


def _dashed(gap: str, before: str, after: str, opening: str) -> bool:
    """Whether a dash joins two dates: not in a longer number, and in brackets or after "from" where it is spaced."""
    if TIGHT_AFTER.match(after) or (TIGHT_BEFORE.search(before) and not before.endswith(("(", ", ", ": "))):
        return False
    spaced = gap != gap.strip()
    last = after[:1] in ",.;:)" and before.endswith((" of ", ", "))
    hyphened = gap == "-" and not last and OF_YEARS.search(before) is None
    return not (spaced or hyphened) or opening != "" or before.endswith("(") or before.strip() == ""


def _ends(end: StatedDate, after: str) -> bool:
    """Whether nothing follows that the figure of a bare year could count: "from 2,100 to 1900 metres"."""
    if end.month is not None or len(end.mention.value) == len("199"):
        return True
    following = FOLLOWING.match(after)
    if after[:1] in ("%", "-", "/") or after[:2] in (".0", ".5"):
        return False
    if following is None:
        return True
    word = following[1]
    return word in NO_NOUNS or word.endswith(("ed", "ly"))


class EarlyRange(Struct, frozen=True):
    """Years of our era below 1000, told as such: "from 112 to 58 A.D."."""

    span: Span
    first: int
    second: int


def early_ranges_in(article: Article, sentence: Sentence) -> Iterator[EarlyRange]:
    """The ranges of years whose era stands at the second one alone."""
    for mention in times_of(article, sentence):
        if (
            not mention.value.isdecimal()
            or mention.earliest is None
            or not ERA.search(article.plain_words(mention.span))
        ):
            continue
        opening = max(sentence.span.start, mention.span.start - WINDOW)
        bare = BARE_END.search(article.plain[opening : mention.span.start])
        if bare is not None:
            first = opening + bare.start()
            yield EarlyRange(Span(first, mention.span.end), int(bare["year"]), mention.earliest.year)


def is_short(article: Article, date: StatedDate) -> bool:
    """Whether a year is written with two figures only."""
    return date.month is None and SHORT.fullmatch(article.plain_words(date.mention.span)) is not None
