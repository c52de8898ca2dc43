"""Answers for something and against it."""

from __future__ import annotations

import re

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.infer.polls.answers import Answer

FOR = lazy_pattern(
    r"\b(?:favou?r\w*|support\w*|back(?:s|ed|ing)?|approv\w+|agree\w*|yes|for|want\w*|trust\w*|satisfied|better|"
    r"good|keep)\b",
    re.IGNORECASE,
)
AGAINST = lazy_pattern(
    r"(?:\b(?:bad|poor) (?:job|one|idea|thing)|\b(?:oppos\w+|against|reject\w*|disapprov\w+|disagree\w*|no|"
    r"distrust\w*|dissatisfied|unfavou?rable)\b)"
    r"(?! (?:one|more|longer|doubt)\b)(?: (?:it|them|him|her|this|that|the (?:idea|plan|proposal|move)|"
    r"answer))?(?=[ ]?[,.;)]|$| and | while )",
    re.IGNORECASE,
)

STOOD = lazy_pattern(
    r"\b(?:[Ss]upport|[Aa]pproval|[Bb]acking)\b.{0,60}\b(?:stands|stood|is|was|lies|lay) at (?:just |only )?$|"
    r"\b(?:has|have|had|with|enjoys?|won|wins) the (?:support|approval|backing) of (?:just |only |some |about )?$|"
    r"\b(?:backed|supported|favou?red|endorsed|approved|welcomed) by (?:just |only |some |about )?$"
)
"""Before a share of those who are for something: "Support for the bill stood at"."""

OPPOSED = lazy_pattern(r"\b(?:opposed|rejected|disapproved) by (?:just |only |some |about )?$")
"""Before a share of those who are against it."""

WITHIN = lazy_pattern(
    r" (?:favou?r|support|back|want)(?:ed|s)? (?:it|them|one)(?: to be)? (?:before|by|in|at|on|near|as|even|now|soon)\b"
)
"""Behind a share, what makes it one of those who are for something, with more to it."""

SEGMENT = 70
"""Code points behind a share that say what it is of."""


def are_opposed(article: Article, answers: tuple[Answer, ...]) -> bool:
    """Whether the first share is for something and a later one against it."""
    texts = [article.plain[each.span.end : each.span.end + SEGMENT] for each in answers]
    ends = [min(len(text), _next(article, answers, place)) for place, text in enumerate(texts)]
    cut = [text[:end] for text, end in zip(texts, ends, strict=True)]
    first = article.sentence_at(answers[0].span.start).span.start
    favour = FOR.search(cut[0]) or STOOD.search(article.plain, first, answers[0].span.start)
    against = any(AGAINST.search(text) for text in cut[1:]) or any(
        OPPOSED.search(article.plain, first, each.span.start) for each in answers[1:]
    )
    # "62 percent want the bridge and 55 percent want it before 2030": the second share lies within the first.
    within = any(WITHIN.match(text) for text in cut[1:])
    return bool(favour) and not AGAINST.search(cut[0]) and against and not within


def _next(article: Article, answers: tuple[Answer, ...], place: int) -> int:
    """How far it is from one share to the next, or to the end of its sentence."""
    own = answers[place].span.end
    end = article.sentence_at(own - 1).span.end
    return (min(end, answers[place + 1].span.start) if place + 1 < len(answers) else end) - own
