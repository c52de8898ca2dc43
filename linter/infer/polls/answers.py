"""The shares in a stretch of text that could be answers to a question of a poll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in

POLLED = lazy_pattern(
    r"\b(?:polls?|polled|pollsters?|surveys?|surveyed|respondents?|questionnaires?|interviewed|questioned|"
    r"\w*barometers?|voting intentions?|elections? (?:was|were) held|"
    r"those asked|asked (?:which|what|whether|if|who|how|where|why|to (?:choose|name|pick|say|rank))|"
    r"(?-i:Asked) (?:for|about)|(?:put|puts) (?:the|this|that|a|one|its) (?:[\w-]+ )?question to|"
    r"(?:ask(?:ed|s|ing)?|interview|question) (?:about |some |more than |nearly |almost |over )?\d[\d,.]*)\b",
    re.IGNORECASE,
)
"""What tells that people were asked."""


class Answer(Struct, frozen=True):
    """A share of answers in percent; `low` is the least that rounds to it."""

    span: Span
    value: Fraction
    low: Fraction


def answers_in(article: Article, span: Span) -> tuple[Answer, ...]:
    """The shares in a stretch of text that could be answers; "54 percent to 38" are two at one place."""
    inside = starting_in(article.quantities, span)
    if not any(each.kind == "percent" for each in inside):
        return ()
    told = tuple(answer for each in inside for answer in _answer(article, each, span))
    named = tuple(each for each in _named(article, inside, span) if not any(each.span == one.span for one in told))
    return tuple(sorted((*told, *named), key=lambda answer: answer.span)) if named else told


def _answer(article: Article, each: Quantity, span: Span) -> Iterator[Answer]:
    """The share or shares that a quantity states: "54 percent to 38" are two."""
    before, after = (
        article.plain[max(span.start, each.span.start - 25) : each.span.start],
        article.plain[each.span.end :][:20],
    )
    falling = each.ends is not None and each.ends[0] >= each.ends[1]
    against = falling or re.match(r" to (?:\w+ )?\d", after) is not None
    if EXCLUDED.search(before) and not (against and before.endswith("by ")):
        return
    if re.match(r"[ -](?:confiden|level|chance|certain|interval|margin|turnout|error)", after):
        return
    if each.kind == "percent" and each.ends is not None:
        if falling:
            yield from (Answer(each.span, end, end - Fraction(1, 2)) for end in each.ends)
        return
    bare = (
        each.kind == "count"
        and not each.head
        and BARE.search(before) is not None
        and BARE_AFTER.match(after) is not None
    )
    bare = bare or (each.kind == "count" and not each.head and each.ends is None and PAIRED.match(after) is not None)
    if each.kind == "fraction" and not each.approximation and ASKED_AFTER.match(after):
        yield Answer(each.span, 100 * each.value, 100 * each.value - WORDED)
    if (each.kind == "percent" and each.high is not None) or (bare and each.value < 100):
        # "Some 57 percent" is 57 to the percent, wherever it is a share of answers.
        exact = each.kind == "percent" and each.approximation != "some"
        slack = each.value - each.low if exact else Fraction(1, 2)
        if 0 < each.value < 100:
            yield Answer(each.span, each.value, each.value - slack)


WORDED = Fraction(3)
"""How far below a fraction in words the share may lie, in percent: "half" for 47."""

ASKED_AFTER = lazy_pattern(
    r" of (?:those|the|all|its|them)? ?(?:respondents|polled|surveyed|asked|questioned|interviewed)\b", re.IGNORECASE
)
"""After a fraction in words that is a share of answers."""

EXCLUDED = lazy_pattern(
    r"(?<!picked )(?<!chosen )(?<!named )(?<!backed )(?<!supported )(?<!favored )(?<!favoured )(?<!preferred )"
    r"(?<!wanted )(?<!opposed )(?<!rejected )(?<!given )(?<!liked )\b"
    r"(?:by|from|than|another's|error(?: of| is)?|plus or minus|±|least|certain) ?$"
)
"""Before a percentage that is no share of answers, but "was picked by"; "ahead by 45 percent to 43" is two."""

BARE = lazy_pattern(
    r"(?:, |; | and | at | to | with | has | had | against | versus | over |"
    r"(?: to| against| at|,| and) (?:his|her|their|its|(?:the )?[\w-]+(?:'s|s')) )$"
)
BARE_AFTER = lazy_pattern(
    r"[,.;)]|$| and | in (?:an?|the|its|their|one) | among | "
    r"(?:no|against|oppos\w+|unsure|undecided|for|said|were|had|would)\b"
)

PAIRED = lazy_pattern(r" (?:and|to|against|versus|v) \d{1,2}(?:\.\d+)? ?(?:%|per ?cent\b)")
"""After the first of two shares whose unit stands once: "gives them 24 and 23 percent"."""


NAMED = lazy_pattern(
    r"(?:[,;] (?:and )?| and )(?:the )?(?:(?!(?:at|in|on|of|by|from|for|after|before|about|only|page|aged|least|most|"
    r"than|to|and)\b)[A-Za-z][\w'-]* ){1,4}?(?:(?:on|with) )?(?P<share>\d{1,2})"
    r"(?=[,.;]|$| and | in (?:the|an?|its) | (?:are|were|remain\w*|undecided|for)\b)"
)
"""A bare share with whose it is, after a percentage: "Labour 26, the Farmers 14 and others the remaining 11"."""


def _named(article: Article, inside: tuple[Quantity, ...], span: Span) -> Iterator[Answer]:
    """Shares that go on from the first percentage of a sentence without their unit."""
    first = next(each for each in inside if each.kind == "percent")
    half = Fraction(1, 2)
    taken = first.span.end
    for found in NAMED.finditer(article.plain, first.span.end, span.end):
        # What stands between belongs to the share before: "38 percent of the vote, Labour 26".
        if found.start() - taken > BESIDE or PERCENT.search(article.plain, taken, found.end()):
            return
        value = Fraction(found["share"])
        taken = found.end()
        if value > 0:
            yield Answer(Span(*found.span("share")), value, value - half)


BESIDE = 30
"""Code points between a share and the next one's name."""

PERCENT = lazy_pattern(r"%|\bper ?cent\b|\n")
