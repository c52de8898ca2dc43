"""The beginnings that an article dates: "the strike began on 3 May", "has stood still since 3 May, when …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from linter.annotation.article import Article
from linter.annotation.model import TimeMention
from linter.core.pattern import lazy_pattern
from linter.infer.events.predicates import BEGINNING, head_noun, subject_before

Beginning = tuple[int, TimeMention, str]
"""The index of a sentence, the date in it, and the verb of beginning."""


AT = lazy_pattern(r"\b(?:on|in|since|at the (?:start|end) of|early|late|,)\s*(?:early |late )?$")
SINCE_THEN = lazy_pattern(r"\b(?:has|have|hasn't|haven't|is|are)\b[^;]*\bsince (?:early |late )?$", re.IGNORECASE)
"""Before a date up from which something goes on."""

FIRST_OF_ROW = lazy_pattern(
    r"\W*(?:He|She|They|It|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) (?:had )?[a-z]+ (?:down |in |out |up )?the(?: very)? first "
    r"(?:of (?:them|these)|[a-z]+)(?= on| in|,| at)"
)
"""Before the date of the first of a row of things that somebody has gone on to make: "She drew the first map on"."""

AND_SO = lazy_pattern(
    rf",? and (?:(?:has|have) been|was|were|it was|it has been)?(?: \w+ly| then)? ?(?P<verb>{BEGINNING.pattern})",
    re.IGNORECASE,
)
"""After the date of a mishap, what came of it: "jammed on 12 March and was closed"."""

HELPED = lazy_pattern(r" (?:was|were|had(?: been)?|has been|have been) $")
"""Auxiliaries before a verb of beginning."""

IN_A_TRADE = lazy_pattern(
    r"\b(?:worked|been|served|played|taught|lived|acted|sung|been active|made a living) (?:in (?!(?:charge|office|"
    r"power|place|prison|custody|jail|force|use|effect|operation|service|"
    r"the|its|their|his|her|that|this|an?)\b)|as an? )[a-z]"
)
"""A predicate of a whole life: longer than one post in it ("has worked in banking for twenty years")."""


def beginnings_by_head(article: Article) -> Mapping[tuple[str, int], tuple[Beginning, ...]]:
    """The dated beginnings by the head noun of their subject (and -1), and by their sentence (and "")."""
    found: dict[tuple[str, int], list[Beginning]] = defaultdict(list)
    for index, (time, subject, verb) in _find_beginnings(article):
        for key in ((head_noun(subject), -1), ("", index)):
            found[key].append((index, time, verb))
    return {key: tuple(beginnings) for key, beginnings in found.items()}


def _find_beginnings(article: Article) -> Iterator[tuple[int, tuple[TimeMention, str, str]]]:
    """The sentences that date a beginning: index, and the date, the subject of the verb, the verb."""
    for time in article.times:
        if not (places(time) or is_day_of_year(article, time)):
            continue
        index = article.sentence_index(time.span.start)
        start = article.sentences[index].span.start
        before = article.plain[start : time.span.start]
        if SINCE_THEN.search(before):
            yield index, (time, "", "since")
            continue
        if FIRST_OF_ROW.match(before) and AT.search(before):
            yield index, (time, "", "first")
            continue
        verbs = list(BEGINNING.finditer(before))
        if verbs and AT.search(before):
            yield index, (time, subject_before(HELPED.sub("", before[: verbs[-1].start()])), verbs[-1][0].casefold())
        elif AT.search(before) and (
            found := AND_SO.match(article.plain, time.span.end, article.sentences[index].span.end)
        ):
            yield index, (time, "", found["verb"].casefold())
        elif re.fullmatch(r"\W*(?:on|in|since)(?: early| late)? ", before, re.IGNORECASE):
            after = article.plain[time.span.end : article.sentences[index].span.end]
            if found := BEGINNING.search(after):
                yield index, (time, subject_before(after[: found.start()].lstrip(" ,")), found[0].casefold())


def places(time: TimeMention) -> bool:
    """Whether a time is a date that needs no other to be placed."""
    return (
        time.anchoring == "absolute" and time.type == "DATE" and time.earliest is not None and time.latest is not None
    )


DAY_OR_MONTH = lazy_pattern(r"^(?:\d\d?(?:st|nd|rd|th)? )?[A-Z]\w+(?<!day)(?: \d\d?(?:st|nd|rd|th)?)?$")


def is_day_of_year(article: Article, time: TimeMention) -> bool:
    """Whether a time names a day or a month whose year the article's date gives: "since 1 February"."""
    known = time.anchoring == "relative" and time.type == "DATE" and time.earliest is not None
    return known and DAY_OR_MONTH.search(article.plain_words(time.span)) is not None
