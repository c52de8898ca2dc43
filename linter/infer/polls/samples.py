"""The numbers of people asked that a sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.polls.words import INTERVIEWED, PEOPLE
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in

ASKED = lazy_pattern(
    INTERVIEWED.pattern
    + r"|\b(?:reached|called|spoke|talked|asked|quizzed|respond\w*|repl(?:y|ied|ies)|answer(?:s|ed|ing)?|"
    r"took part|taken part|sample[ds]?|interviews?|questionnaires?|poll|survey|canvass|panel\w*|responses|n ?=|"
    r"subsample|fill(?:ed|ing) (?:in|out)|return(?:ed|ing)|met|visited|dial\w*|rung|participa\w+|"
    r"completed|consulted)\b",
    re.IGNORECASE,
)
"""Signs that a count is that of people who were asked."""

PEOPLE_AFTER = lazy_pattern(
    rf"^(?: (?!(?:of|and|to|in|for|with|from)\b)[\w'-]+){{0,4}}? (?:{PEOPLE}|interviews|responses|"
    r"questionnaires|replies|who\b|"
    r"(?-i:[A-Z])\w+(?:ians?|ans|ers|nes|des|tes|ots|ons|ks|ls|gs|ds|es|is|s)\b|of (?:them|those|whom)\b)",
    re.IGNORECASE,
)
SIZE_BEFORE = lazy_pattern(
    r"\b(?:(?:sample|poll|survey|panel|n|size)(?: size)?(?: (?:was|of|with|is|included|numbered|comprised)| ?=)+"
    rf"|(?:{INTERVIEWED.pattern}|called|reached|spoke (?:to|with)|talked (?:to|with)|asked|responses from|"
    r"replies from|interviews with|survey(?:ing)?|polling|interviewing|questioning|asking))"
    r"(?: (?:about|some|the|nearly|more than|over|a total of|a sample of|around|roughly))* ?$",
    re.IGNORECASE,
)

FEWEST = 25
"""A count below this is no sample that a margin is stated for."""

BARE_FEWEST = 100
"""One below this is none where it does not say whom it counts."""

BESIDE = 60
"""Code points before a number that are read with it."""


def samples_in(article: Article, span: Span, *, strict: bool) -> tuple[Quantity, ...]:
    """The counts of people in a sentence, `strict` where it must say that they were asked."""
    text = article.plain_words(span)
    if strict and not ASKED.search(text):
        return ()
    found = tuple(
        each
        for each in starting_in(article.quantities, span)
        if _is_sample(each, text, each.span.end - span.start, each.span.start - span.start)
    )
    return (*found, *_beside(article, span, found)) if found and strict else found


def _beside(article: Article, span: Span, found: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """The large numbers that go on from a sample: "1,010 voters in May and 2,040 in June"."""
    for each in starting_in(article.quantities, span):
        bare = each.kind == "count" and not each.head and not each.ends and each.value >= BARE_FEWEST
        if bare and each.span.start > found[0].span.end and ELLIPTIC.match(article.plain, each.span.end, span.end):
            yield each


def is_of_each(article: Article, sample: Quantity) -> bool:
    """Whether a sample was asked more than once: "800 people on each of four days"."""
    return EACH.match(article.plain, (sample.noun or sample.span).end) is not None


EACH = lazy_pattern(r"[\w ]{0,40}?\b(?:each|every|apiece|per)\b")


ELLIPTIC = lazy_pattern(r"(?:[,.;)]|$| (?:in|the|this|last|that|of them|for which|so|and)\b)")
"""After a number of people who are left out: "In the second wave there were 1,640, which brought it down"."""

TOLD = lazy_pattern(
    r"\b(?:there were|it was|with|had|numbered|counted|n ?=|(?:rose|grew|fell|shrank|came|went (?:up|down)) to|it to)"
    r"(?: (?:only|just|about|some|as many as))? $"
)
"""Before that number."""


def bare_samples(article: Article, span: Span) -> tuple[Quantity, ...]:
    """The large numbers of a sentence that count nothing named, where it goes on about a sample told before."""
    return tuple(
        each
        for each in starting_in(article.quantities, span)
        if each.kind == "count" and not each.head and not each.ends and each.value >= BARE_FEWEST
        and each.value.denominator == 1 and ELLIPTIC.match(article.plain, each.span.end, span.end)
        and TOLD.search(article.plain[max(span.start, each.span.start - BESIDE) : each.span.start])
    )  # fmt: skip


def _is_sample(each: Quantity, text: str, end: int, start: int) -> bool:
    if each.kind != "count" or each.value < FEWEST or each.value.denominator != 1 or each.ends:
        return False
    return PEOPLE_AFTER.match(text[end:]) is not None or SIZE_BEFORE.search(text[:start]) is not None
