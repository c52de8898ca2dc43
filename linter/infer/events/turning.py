"""Round ages of what is no person: "Opened in 1956, the zoo turns 70"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Sentence, TimeMention
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of
from linter.infer.dates.spans_of_time import is_prose
from linter.infer.events.anniversaries import Anniversary, kept_years
from linter.infer.events.founded import ANY_START, starts_in

ANY_VERB = lazy_pattern(rf"\b(?:{ANY_START})\b", re.IGNORECASE)

TURNS = lazy_pattern(
    r"\b(?:turns|is turning|has turned|turned|will turn|reaches its) (?P<count>\d{2,3})\b(?! (?:per|point)|%|[.,]\d)"
    r"|\b(?:celebrates|celebrated|is celebrating|will celebrate|marks|marked|is marking|will mark) "
    r"(?P<years>\d{2,3}) years(?: of (?:history|existence|business|trading|service|operation|life|publication|"
    r"publishing|broadcasting)\b| since (?:its|their|the) (?:founding|foundation|opening|launch)\b|(?=[.,;]| this\b))"
)
BEGAN_IN = lazy_pattern(
    rf"\b(?:{ANY_START}) (?:(?:its|their) (?:doors|gates) |for business |back )?(?:in|on) (?:\w+ )?$", re.IGNORECASE
)
"""Before the date of a beginning of the thing itself: "which opened in", but not "which opened its cafe in"."""

NO_PERSON = lazy_pattern(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]his) (?:[\w'’-]+ ){0,3}(?:zoo|museum|theatre|theater|club|school|college|"
    r"university|company|firm|brewery|bakery|mill|bridge|tower|station|church|choir|orchestra|library|hospital|park|"
    r"festival|magazine|newspaper|paper|party|union|bank|hotel|cafe|café|restaurant|railway|society|academy|league|"
    r"agency|organisation|organization|charity|airline|network|channel|broadcaster|cinema|gallery|garden|circus|"
    r"republic|state|country|city|town|village|programme|program|show|stadium|pool|factory|shop|store|foundation)"
    r"(?=[, ])[^;.]{0,80}$"
)


def turning(article: Article) -> Iterator[Anniversary]:
    """Ages of what is no person, in a sentence that dates its beginning: "Opened in 1956, the zoo turns 70"."""
    for sentence in article.sentences if article.date is not None else ():
        text = article.plain_words(sentence.span)
        found = TURNS.search(text) if is_prose(sentence) else None
        if found is None or NO_PERSON.search(text[: found.start()]) is None:
            continue
        group = "count" if found["count"] else "years"
        span = span_of(found, sentence.span.start, group)
        mention = TimeMention(
            span, "DURATION", f"P{int(found[group])}Y", "none", None, None, False, "", "anniversary", None, ""
        )
        found_years = starts_in(article, sentence, ANY_VERB, mention)
        here = [
            (year, date) for year, date in found_years
            if BEGAN_IN.search(article.plain, sentence.span.start, date.start)
        ]  # fmt: skip
        here = here or list(_following(article, sentence, mention))
        if len({year for year, _ in here}) == 1 and article.quotation_at(span) is None:
            kept, past = kept_years(article, sentence, mention, here[-1])
            yield Anniversary(mention, int(found[group]), here[-1][0], here[-1][1], kept, past)


IT = lazy_pattern(r"\W*(?:It|They)\b")


def _following(article: Article, sentence: Sentence, mention: TimeMention) -> Iterator[tuple[int, Span]]:
    """The beginnings that the next sentence tells of "it"."""
    index = article.sentence_index(sentence.span.start) + 1
    after = article.sentences[index] if index < len(article.sentences) else sentence
    if after.block == sentence.block and IT.match(article.plain_words(after.span)):
        for year, date in starts_in(article, after, ANY_VERB, mention):
            if BEGAN_IN.search(article.plain, after.span.start, date.start):
                yield year, date
