"""Anniversaries: how many years they count, from which event, and in which years they can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.annotation.times.durations import VALUE
from linter.annotation.times.tense import direction
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.spans_of_time import is_prose, times_of
from linter.infer.dates.stated_dates import StatedDate, stated_date
from linter.infer.dates.told_days import years_told_before
from linter.infer.events.founded import OF, OWNED, begun
from linter.infer.events.happenings import WHICH_HAPPENED, happened, just_told, last_dated
from linter.infer.events.subjects_again import of_owner

THE_NOUN = lazy_pattern(
    r"^ (?:of|since) (?:the|that|this) (?P<noun>[a-z]+)(?=[,.;]| (?!of\b|in\b|at\b|on\b|that\b)[a-z]|$)"
)
OF_THAT = lazy_pattern(
    r" of (?:that|this|it|the (?:event|occasion|honou?r|deed|decision|feat))(?=[,.;]|$| (?:with|by)\b)"
)
"""After an anniversary of what the sentence before tells."""

DEFINITE = lazy_pattern(r"the ", re.IGNORECASE)
APART = lazy_pattern(
    r"[;:]|, |\b(?:which|who|with|whose|while|but|where|will|is|has|have|are)\b|\bin (?:a|the) (?:ceremony|"
    r"church|presence)\b"
)
"""Between "anniversary of" and a date that belongs to something else."""

WHICH_BEGAN = lazy_pattern(
    r" of [^,;.]{2,60}, (?:(?:which|who|that) (?:was |were )?)?(?:first )?(?:founded|established|created|formed|set up|"
    r"started|began|opened|inaugurated|launched|built|completed|born|signed|dug|laid|erected|published)"
    r" (?:on|in)(?: the \w+ of| early| late)? " + WHICH_HAPPENED
)
"""Between "anniversary of" and the date of what it is of, in a clause of its own."""

CLOSE = 90
OWNER_NAME = lazy_pattern(r"(?:\b(?:its|their|his|her|our)|['’]s?)(?: own)? $", re.IGNORECASE)
AHEAD = lazy_pattern(
    r"\b(?:ahead of|in time for|approach\w*|looming|upcoming|coming|prepar\w+|plans?|planned|will|before|"
    r"until|by|near\w*|to mark|"
    r"to celebrate|in the run-up to)\b",
    re.IGNORECASE,
)
KEPT = lazy_pattern(
    r"\b(?:mark(?:s|ed|ing)?|celebrat\w+|commemorat\w+|observ\w+|honou?r\w*|remember\w*|on)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before an anniversary that is the news."""

PRESENT = lazy_pattern(
    r"\b(?:marks|celebrates|is|are|turns|observes|commemorates|falls|mark|celebrate)\b", re.IGNORECASE
)
AFTER_THE = lazy_pattern(r" (?:after|since|on from) the ")
NOW = lazy_pattern(
    r"\b(?:is|are|has|have|still|marks?|celebrates?|remains?|now|today|remembers?|"
    r"commemorates?|recalls?|mourns?|gathers?)\b",
    re.IGNORECASE,
)
THEN = lazy_pattern(r"\b(?:was|were|had|did|would|will)\b", re.IGNORECASE)
BEHIND = lazy_pattern(r";|\b(?:and|but|who|which)\b|, (?!(?:on|in|at|this|next|last) )[a-z]")
"""Between the date of an event and one of something else."""

MADE_FOR = lazy_pattern(
    r"^(?!.*\b(?:new|newly|will)\b).*(?<!was )(?<!were )(?<!is )(?<!are )(?<!be )(?<!been )(?<!being )(?<!has )"
    r"(?<!have )\b(?:built|buried|carved|cast|commissioned|composed|created|dedicated|donated|drawn|erected|installed|"
    r"issued|laid|made|minted|painted|penned|placed|planted|printed|produced|published|put up|raised|sculpted|struck|"
    r"unveiled|written)(?: (?:in|by|at|near|there)(?: [\w.'-]+){1,4}?)? "
    r"(?:for|on|upon|at|to (?:mark|celebrate|commemorate|honou?r)|marking|celebrating|commemorating|in honou?r of) "
    r"(?:the |its |their )?(?:[\w-]+['’]s? )?$"
)
"""Before an anniversary of long ago, for which something was made: "a monument built for"."""

IN_YEAR = lazy_pattern(r"\bin $")
NEXT = lazy_pattern(r"next ", re.IGNORECASE)


class Anniversary(Struct, frozen=True):
    """An anniversary of an event that the article dates: what it counts, the years it can be kept in.

    `past` is True where the years are only bounded above: told as past, without a date.
    """

    mention: TimeMention
    count: int
    year: int
    event: Span
    kept: tuple[int, ...]
    past: bool = False

    @property
    def fits(self) -> bool:
        """Whether some year in which it can be kept is the right one."""
        right = self.year + self.count
        return right in self.kept or (self.past and right <= max(self.kept, default=right))


def anniversaries(article: Article) -> Iterator[Anniversary]:
    """The anniversaries whose event the article, or the fact base, dates by its year."""
    for mention in article.times:
        count = _count(mention) if mention.role == "anniversary" else None
        if count is None or article.quotation_at(mention.span) is not None:
            continue
        sentence = article.sentence_at(mention.span.start)
        if not is_prose(sentence):
            continue
        event = _event(article, sentence, mention)
        if event is not None:
            kept, past = kept_years(article, sentence, mention, event)
            if kept and not _is_either(article, sentence, mention, event[1]):
                yield Anniversary(mention, count, event[0], event[1], kept, past)
    yield from _years_after(article)


def _years_after(article: Article) -> Iterator[Anniversary]:
    """Round numbers of years told of a dated event, seen from the present: "twenty years after the 1991 treaty"."""
    for mention in article.times:
        count = _count(mention) if not (mention.role or mention.running or mention.modifier) else None
        sentence = article.sentence_at(mention.span.start) if count is not None else None
        if count is None or sentence is None or article.date is None:
            continue
        after = article.plain[mention.span.end : sentence.span.end]
        text = article.plain_words(sentence.span)
        event = next((e for e in times_of(article, sentence) if e.span.start > mention.span.end), None)
        date = stated_date(article, event) if event is not None and AFTER_THE.match(after) else None
        if date is None or date.year is None or not date.own_year or article.quotation_at(mention.span) is not None:
            continue
        gap = after[: date.mention.span.start - mention.span.end]
        if AFTER_THE.fullmatch(gap) and NOW.search(text) and not THEN.search(text):
            year = article.date.year
            yield Anniversary(mention, count, date.year, date.mention.span, (year - 1, year, year + 1))


def _is_either(article: Article, sentence: Sentence, mention: TimeMention, event: Span) -> bool:
    """Whether a year can be that of the event or that of the keeping: "the 10th anniversary of the accord in 2015"."""
    others = [each for each in times_of(article, sentence) if each.earliest is not None and each.span != event]
    text = article.plain_words(sentence.span)
    if others or PRESENT.search(text) or AHEAD.search(text):
        return False
    near = article.plain[max(0, event.start - 4) : event.start]
    return event.start > mention.span.end and IN_YEAR.search(near) is not None


def _count(mention: TimeMention) -> int | None:
    found = VALUE.fullmatch(mention.value)
    years = found["Y"] if found is not None else None
    return int(float(years)) if years and mention.value == f"P{years}Y" and float(years) >= 1 else None


def _event(article: Article, sentence: Sentence, mention: TimeMention) -> tuple[int, Span] | None:
    """The year of what an anniversary is of, and the words that tell it."""
    after = article.plain[mention.span.end : sentence.span.end]
    of = OF.match(after)
    index = article.sentence_index(mention.span.start)
    if OF_THAT.match(after) and index:
        return just_told(article, article.sentences[index - 1], sentence)
    if of is not None:
        return (
            _dated_after(article, sentence, mention, after)
            or _known(article, mention, after, of.end())
            or begun(article, mention, after)
            or happened(article, mention, THE_NOUN.match(after))
        )
    before = article.plain[sentence.span.start : mention.span.start]
    if before.endswith(" whose "):
        return last_dated(article, sentence, mention)
    if OWNED.match(article.plain_words(mention.span)) or OWNER_NAME.search(before):
        return of_owner(article, mention, begun(article, mention, after) or happened(article, mention))
    return happened(article, mention) if DEFINITE.match(article.plain_words(mention.span)) else None


def _dated_after(article: Article, sentence: Sentence, mention: TimeMention, after: str) -> tuple[int, Span] | None:
    for other in times_of(article, sentence):
        date = stated_date(article, other) if other.span.start > mention.span.start else None
        if date is None or not date.own_year or date.year is None:
            continue
        gap = after[: other.span.start - mention.span.end]
        if len(gap) > CLOSE or (APART.search(gap) and not WHICH_BEGAN.fullmatch(gap)):
            return None
        if article.date is not None and date.year >= article.date.year:
            return None
        return date.year, other.span
    return None


def _known(article: Article, mention: TimeMention, after: str, start: int) -> tuple[int, Span] | None:
    words = re.split(r"[,.;:()]", after[start:])[0].split(" ")[:9]
    for length in range(len(words), 0, -1):
        events = article.facts.events_named(" ".join(words[:length]))
        if len(events) == 1 and length > 1:
            end = mention.span.end + start + len(" ".join(words[:length]))
            return events[0].start.year, Span(mention.span.end + start, end)
    return None


def kept_years(
    article: Article, sentence: Sentence, mention: TimeMention, event: tuple[int, Span]
) -> tuple[tuple[int, ...], bool]:
    """The years that the sentence lets an anniversary be kept in, and whether they only bound it from above."""
    if MADE_FOR.search(article.plain[sentence.span.start : mention.span.start]) and article.date is not None:
        return (article.date.year,), True
    others = [other for other in times_of(article, sentence) if not _is_elsewhere(article, mention, event[1], other)]
    dates = [date for other in others if (date := stated_date(article, other)) is not None]
    stated = {date.year for date in dates if date.own_year and date.year is not None and date.year > event[0]}
    days = [each for each in others if each.type in ("DATE", "TIME")]
    near = {each.earliest.year for each in days if each.earliest is not None and each.earliest.year > event[0]}
    # "Next May" in April can be a year off.
    near |= {each.earliest.year + 1 for each in others
             if each.earliest is not None and NEXT.match(article.plain_words(each.span)) and article.date is not None
             and each.earliest.year == article.date.year}  # fmt: skip
    if stated or near:
        return tuple(sorted(stated | near | _beside(article, near, dates))), False
    if article.date is None:
        return (), False
    text = article.plain_words(sentence.span)
    year = article.date.year
    if told := years_told_before(article, sentence, event[0]):
        return told, False
    way = direction(text, mention.span.start - sentence.span.start, mention.span.end - sentence.span.start)
    if way == "future" or AHEAD.search(text):
        return (year, year + 1), False
    opening = article.block_of(sentence).kind == "title" or sentence is article.lead
    fresh = opening and KEPT.search(text[: mention.span.start - sentence.span.start]) is not None
    return _around(article, year), not (fresh or way == "" or PRESENT.search(text))


def _is_elsewhere(article: Article, mention: TimeMention, event: Span, other: TimeMention) -> bool:
    """Whether a date is that of the event, or of what is told behind it: "a founder born in 1912, dead since 1990"."""
    behind = other.span.start > event.end > mention.span.end
    return other.span.overlaps(event) or (
        behind and BEHIND.search(article.plain, event.end, other.span.start) is not None
    )


def _around(article: Article, year: int) -> tuple[int, ...]:
    """The year of the article, with the one beside it where New Year is near."""
    assert article.date is not None
    if article.date.month == 1:
        return (year - 1, year)
    return (year, year + 1) if article.date.month == 12 else (year,)


def _beside(article: Article, years: set[int], dates: list[StatedDate]) -> set[int]:
    """A date of the year that has no year of its own may be this year's or the next one's."""
    if article.date is None or not any(not date.own_year and date.day is not None for date in dates):
        return set()
    return {article.date.year} if years else set()
