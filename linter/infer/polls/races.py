"""Shares that exclude one another by what they are of: rivals for one vote, grades of one scale."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.polls.answers import Answer

RUNS = (
    r"(?:(?:is|was|stands|stood|has|had|gets?|got|wins?|won|takes?|took|received?|receives|polls|polled|scored?|scores|"
    r"trails?|trailed|leads?|led|follows?|followed|comes? (?:second|third|last)|came (?:second|third|last)|"
    r"would (?:get|win|take|receive|have)|(?:is|was) the choice|(?:is|was) (?:second|third|last)|"
    r"(?:has|had) the (?:support|backing)),? ?)?"
)

NAMED_BEFORE = lazy_pattern(
    r"(?:^|[\s,;.])(?!In |Among |On |At |Of |From |Only |Just |Another |About |Some )"
    r"(?P<name>(?:[A-Z][^\W\d_][\w'-]*)(?: [A-Z][^\W\d_][\w'-]*){0,3})"
    r"(?: (?:candidate|nominee|contender|hopeful))?(?:, [^,;.]{3,40})?,? ?"
    rf"{RUNS}(?:(?:on|at|with|by|to|of) )?(?:just |only |about |some |around )*$"
)
"""Before a share, whose it is: "Cole is on", "and Diaz with", "Grace Tan was the choice of"."""

PLACED = lazy_pattern(r"\b(?:in|among|from|near|of) (?:the )?(?:[A-Z][\w'-]* ?)+$")
"""A name that is one of a place: "51 percent in France, 39 percent in Spain"."""

NAMED_AFTER = lazy_pattern(
    r" (?:for|behind|backing|favou?ring|supporting) (?:the )?(?P<name>[A-Z][^\W\d_][\w'-]*)|"
    r" (?:of [\w ]{3,25} )?(?:would (?:vote for|choose|back|pick)|prefer(?:red)?|chose|picked|(?:plan|"
    r"intend)(?:ed)? to "
    r"(?:back|vote for)|(?:would )?back(?:ed)?) (?:the )?(?P<other>[A-Z][^\W\d_][\w'-]*)"
)

RACE = lazy_pattern(
    r"\b(?:vot(?:es?|ers?|ing)|candidates?|elections?|run-?off|race|ballot|presiden\w+|mayor\w*|nomin\w+|part(?:y|ies)|"
    r"governor|chancellor|minister|rivals?)\b",
    re.IGNORECASE,
)

RATED = lazy_pattern(
    r"\b(?:approv\w+|disapprov\w+|(?:un)?favou?rabl[ey]|popular\w*|trust\w*|ratings?|recogni\w+|heard|known?|likes?|"
    r"consider\w*|acceptable|honest\w*|could imagine|"
    r"in favou?r|turnout|would beat)\b"
)
"""What people may think of several."""

SCALES = (
    {"excellent", "very good", "good", "fair", "average", "satisfactory", "poor", "bad", "very poor", "very bad"},
    {"better", "worse", "the same", "unchanged", "no different"},
    {"too high", "too low", "about right", "just right", "too much", "too little", "enough", "too many", "too few"},
)
"""Grades of which one answer gives one."""

GRADE = lazy_pattern(rf"\b(?:{'|'.join(sorted({word for each in SCALES for word in each}, key=len, reverse=True))})\b")

FURTHER = lazy_pattern(r"(?:Another|A further) (?=\d|[a-z-]+ per ?cent)")
"""How a sentence begins that tells of others than those before: "Another 38 percent would allow it in summer"."""

FEWEST = 3
"""Shares of one vote or scale from which on they are told as all of it."""


def rivals_of(article: Article, span: Span, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Whose shares a stretch of text tells, by name; "" for one of nobody named."""
    names = []
    start = span.start
    for number, each in enumerate(answers):
        end = answers[number + 1].span.start if number + 1 < len(answers) else span.end
        before, after = article.plain[start : each.span.start], article.plain[each.span.end : end]
        start = each.span.end
        names.append(_name(before, after))
    return tuple(names)


def _name(before: str, after: str) -> str:
    found = NAMED_BEFORE.search(before)
    if found is not None and PLACED.search(before[: found.end("name")]) is None:
        return found["name"]
    behind = NAMED_AFTER.match(after)
    return behind["name"] or behind["other"] if behind is not None else ""


def is_race(article: Article, span: Span, around: str, answers: Sequence[Answer]) -> bool:
    """Whether shares are those of rivals for one vote, each of them named; `around` are the sentences about them."""
    if len(answers) < FEWEST or RACE.search(around) is None or RATED.search(around):
        return False
    names = rivals_of(article, span, answers)
    return all(names) and len(set(names)) == len(names)


def is_scale(article: Article, span: Span, answers: Sequence[Answer]) -> bool:
    """Whether shares are those of the grades of one scale: "44 percent as good, 39 percent as fair and 28 as poor"."""
    if len(answers) < FEWEST:
        return False
    ends = [*(each.span.start for each in answers[1:]), span.end]
    texts = [article.plain[each.span.end : end] for each, end in zip(answers, ends, strict=True)]
    grades = [tuple(GRADE.findall(text)) for text in texts]
    told = [each[0] for each in grades if len(each) == 1]
    return len(told) == len(set(told)) == len(answers) and any(scale.issuperset(told) for scale in SCALES)
