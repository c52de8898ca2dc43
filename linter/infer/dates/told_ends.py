"""The two ends of a thing that one sentence tells, and the length that another gives it: "a ten-week trial … The trial
opened on 4 March and ended on 15 April"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.dates.masked import masked, masked_matches
from linter.infer.dates.spans_of_time import is_prose, ranges_in, times_of
from linter.infer.dates.stated_dates import StatedDate, stated_date
from linter.infer.dates.tenures import Tenure
from linter.match.expression import Expression

ENDS = ("range", "date")
"""The marked places that are ends of a length: two in a range, one in any other date."""

LENGTHS = ("length", "term", "later")
"""The marked places that are lengths."""

Place = tuple[str, Span, tuple[TimeMention, ...]]
"""What a marked place is, where it stands, and the time expressions that it is made of."""


def is_length(mention: TimeMention) -> bool:
    """Whether a time expression is a plain length of time."""
    return mention.type == "DURATION" and not mention.role and not mention.running


def sentences_with_lengths(article: Article) -> list[int]:
    """The numbers of the sentences that tell a length, in order."""
    return sorted({article.sentence_index(time.span.start) for time in article.times if is_length(time)})


def marked_places(article: Article, sentence: Sentence) -> tuple[Place, ...]:
    """The lengths, ranges and other dates of a sentence, in reading order."""
    ranges = ranges_in(article, sentence)
    places: list[Place] = [("range", each.span, (each.start.mention, each.end.mention)) for each in ranges]
    for mention in times_of(article, sentence):
        if any(each.span.contains(mention.span) for each in ranges):
            continue
        if is_length(mention):
            before = article.plain[sentence.span.start : mention.span.start]
            if MANY.search(before) or PART_OF.search(before):
                continue  # one of several, whose whole is longer; or a whole of which the ends are those of a part
            places.append((kind_of(article, mention), _bare(article, sentence, mention), (mention,)))
        elif stated_date(article, mention) is not None:
            places.append(("date", mention.span, (mention,)))
    return tuple(sorted(places, key=lambda place: place[1]))


def _bare(article: Article, sentence: Sentence, length: TimeMention) -> Span:
    """A length without its article, and without a "last" that is the verb: "the nine years", "will last two weeks"."""
    words, start = article.plain_words(length.span), length.span.start
    verb = words.startswith("last ") and MODAL.search(article.plain, sentence.span.start, start)
    skipped = len("the ") if words.startswith("the ") else len("last ") if verb else 0
    return Span(start + skipped, length.span.end)


MODAL = lazy_pattern(
    r"\b(?:will|would|to|can|could|may|might|should|must|did|does)(?: \w+ly| only| also)? $", re.IGNORECASE
)


TERM = lazy_pattern(r"-(?:year|month|week|day|night|hour|minute|decade)", re.IGNORECASE)
"""In "seven-year", but not in "twenty-one years"."""


def kind_of(article: Article, length: TimeMention) -> str:
    """How patterns name a length: "seven years" a `length`, "seven-year" a `term`, "seven years later" a `later`."""
    words = article.plain_words(length.span)
    if words.endswith("later"):
        return "later"
    return "term" if TERM.search(words) else "length"


def later_dates(article: Article, patterns: tuple[Expression, ...]) -> Iterator[Tenure]:
    """The lengths counted to a date of their sentence from the one date that the sentence before tells."""
    lengths = (each for each in article.times if is_length(each) and kind_of(article, each) in COUNTED)
    for index in sorted({article.sentence_index(length.span.start) for length in lengths} - {0}):
        sentence, previous = article.sentences[index], article.sentences[index - 1]
        marked = marked_places(article, sentence)
        kinds = sorted(name for name, _, _ in marked)
        if kinds not in (["date", "later"], ["date", "length"]) or previous.block != sentence.block:
            continue
        text = masked(article, sentence, ((name, span) for name, span, _ in marked))
        if next(masked_matches(patterns, text), None) is None:
            continue
        mentions = {name: mentions[0] for name, _, mentions in marked}
        start, end = _only_date(article, previous), stated_date(article, mentions["date"])
        if start is not None and end is not None:
            yield Tenure(mentions[kinds[1]], start, end)


COUNTED = ("later", "length")
"""Lengths that a date of their sentence can end: "two days later, on 4 May", "for two days, until 4 May"."""

MANY = lazy_pattern(
    r"\b(?:two|three|four|five|six|seven|several|many|both|consecutive|successive|separate|\d) (?:[\w-]+ )?$",
    re.IGNORECASE,
)
"""Before a length of which there are several: "two four-year terms"."""

PART_OF = lazy_pattern(
    r"\b(?:\d+|\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|many|much|some|several|"
    r"few|part|third|quarter|rest) of (?:(?:the|those|these|its|his|her|their|our) )?$",
    re.IGNORECASE,
)
"""Before a length of which a part is told: "for 30 of the 53 years, from 1928 to 1958"."""

FROM_ELSEWHERE = lazy_pattern(
    r"\b(?:since|until|till|by|before|after|(?<!\bwas )(?<!\bwere )(?:born|founded)|"
    r"due|scheduled|planned|set|from|to|than|that|which|who|whose)\b"
    r"[^,;]{0,40}$|\([^)]*$",
    re.IGNORECASE,
)
"""Words before a date from which a story is not carried on."""


def _only_date(article: Article, sentence: Sentence) -> StatedDate | None:
    """The one date of a sentence, where its main clause tells what happened then."""
    marked = marked_places(article, sentence)
    if [name for name, _, _ in marked] != ["date"]:
        return None
    mention = marked[0][2][0]
    lead = article.plain[sentence.span.start : mention.span.start]
    return None if FROM_ELSEWHERE.search(lead) else stated_date(article, mention)


TWO_ENDS = 2

Ends = tuple[int, StatedDate, StatedDate]
"""The index of a sentence, and the two dates in it."""


def told_elsewhere(
    article: Article, elsewhere: tuple[Expression, ...], lengths: tuple[Expression, ...]
) -> Iterator[Tenure]:
    """The lengths of things whose two ends another sentence tells; none where the article knows two of its kind."""
    homes = sentences_with_lengths(article) if elsewhere else []
    ends = dict(_ends(article, elsewhere)) if homes else {}
    for index in homes if ends else ():
        for length, what in _of_length(article, article.sentences[index], lengths):
            found = ends.get(what)
            if found is not None and found[0] != index and not _is_one_of_many(article, what):
                yield Tenure(length, found[1], found[2])


def _ends(article: Article, patterns: tuple[Expression, ...]) -> Iterator[tuple[str, Ends]]:
    starts = sorted({article.sentence_index(time.span.start) for time in article.times if time.type == "DATE"})
    for index in starts:
        sentence = article.sentences[index]
        if not is_prose(sentence):
            continue
        marked = [place for place in marked_places(article, sentence) if place[0] in ENDS]
        mentions = [mention for _, _, each in marked for mention in each]
        dates = [date for mention in mentions if (date := stated_date(article, mention)) is not None]
        if len(mentions) == len(dates) == TWO_ENDS:
            text = masked(article, sentence, ((name, span) for name, span, _ in marked))
            for match in masked_matches(patterns, text):
                yield match["what"].casefold(), (index, dates[0], dates[1])


def _of_length(
    article: Article, sentence: Sentence, patterns: tuple[Expression, ...]
) -> Iterator[tuple[TimeMention, str]]:
    marked = marked_places(article, sentence)
    lengths = [(name, span, mentions[0]) for name, span, mentions in marked if name in LENGTHS]
    if len(lengths) != 1 or any(name == "range" for name, _, _ in marked):
        return
    ((name, span, length),) = lengths
    for match in masked_matches(patterns, masked(article, sentence, [(name, span)])):
        yield length, match["what"].casefold()


def _is_one_of_many(article: Article, what: str) -> bool:
    """Whether an article knows another thing of the kind: "the second trial", "both trials"."""
    other = (
        r"\b(?:second|third|another|other|previous|earlier|first|last|new|next|later|future|longest|shorter)"
        rf" (?:\w+ )?{re.escape(what)}\b|\b{re.escape(what)}s\b"
    )
    return re.search(other, article.plain, re.IGNORECASE) is not None
