"""Percentages of a stated number of people who were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.polls.words import PEOPLE
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.figured import SIGNS, figured, pattern
from linter.infer.polls.arithmetic import can_be_share

ASKED = lazy_pattern(
    r"\b(?:polls?|polled|surveys?|surveyed|questionnaires?|asked|respond\w*|repl(?:y|ied|ies)|answer(?:s|ed)?|"
    r"interviewed|canvassed|quizzed|"
    r"questioned|took part|returned|filled (?:in|out)|wrote back|"
    r"(?:sent|handed|mailed|posted) (?:[\w'-]+ ){0,3}?(?:in|back))\b",
    re.IGNORECASE,
)
"""Without any of these an article tells of nobody who was asked."""

WEIGHTED = lazy_pattern(
    r"\b(?:un)?weight(?:ed|ing|s)\b|\b(?:adjusted|corrected|representative|extrapolat\w+)\b", re.IGNORECASE
)
"""Shares of a weighted sample are no shares of whole people."""

GAP = "[^.;:!?\n\ue000-\ue006]"

WHOLE_FIRST = (
    rf"(?:^|[.;:,(] ?|\b(?:and|but|that|said|found) |(?-i:(?<=[\w:—–] )(?=Of|Among|Out)))"
    rf"(?:[Oo]ut )?(?:[Oo]f|[Aa]mong) (?:the|its|those|these|all|their|our|all the|all of the|his|"
    rf"her)? ?(?:only )?<whole:count>(?P<who>{GAP}{{0,140}}?), "
    rf"(?:the \w+ said, |only |just |some |as many as )?<percent:percent>"
)
"""Of the 24 teachers who answered, 60 percent."""

SHARE_FIRST = (
    rf"<percent:percent> of (?:the|its|those|these|all|all the|their|his|her) (?:[\w'-]+ )?"
    rf"<whole:count>(?P<who>{GAP}{{0,60}})"
)
"""60 percent of the 24 teachers who answered."""

ALL_ASKED = (
    r"(?! (?:of (?!them\b|those\b|these\b|which\b|whom\b|(?:the )?respondents\b)|is\b|was\b|more\b|less\b|fewer\b|"
    r"high|low|points?\b|[a-z]+ (?:is|was)\b|(?:annual |economic |average )?(?:growth|turnout|rise|"
    r"increase|drop|decline|fall|cut|interest|inflation|gain|loss|tax|tariff|discount|chance|confidence|support|approval|share)\b))"
)
"""After a percentage that is of the people asked: no other whole, no change, no rate."""

ASKED_FIRST = (
    rf"\b(?:polled|surveyed|questioned|interviewed|canvassed|quizzed|asked|heard from|replies from|answers from|"
    rf"(?:polls?|surveys?|questionnaires?)(?: (?!of\b|among\b)[\w'-]+){{0,6}}? (?:of|among|covered|covering)|"
    rf"(?:spoke|talked) (?:to|with)|answered by) "
    rf"(?:the|its|those|all|all its|all the|their|our|his|her|only|just)? ?(?:[\w'-]+ )?<whole:count>"
    rf"(?P<who>{GAP}{{0,60}}?)(?:[:;.]|,(?: (?:and|but|of whom|in which|with))?|,? (?:and|finding|found|showed|shows)) "
    rf"(?:(?:it |they )?(?:found|showed|said) )?(?:that )?(?:(?:of|among) (?:these|those|them|the respondents),? )?"
    rf"(?:only |just |some |a full |fully )?<percent:percent>{ALL_ASKED}"
)
"""The union polled its 16 drivers: 30 percent wanted to strike. In a survey of 16 drivers, 30 percent did."""

NOBODY = lazy_pattern(r"^(?:question|time|day|week|month|year|hour|minute|item|topic|point|percent)s?$")
"""What is counted after "asked" and is nobody who was asked."""

REPLIED = (
    rf"<whole:count>(?P<who>{GAP}{{0,60}}?\b(?:replied|responded|answered|took part|participated|completed|"
    rf"(?:filled|sent|handed) (?:in|out|back)|returned|were (?:asked|polled|surveyed|interviewed|questioned|canvassed)|"
    rf"was (?:polled|surveyed))\b{GAP}{{0,90}})"
    rf"(?:[.;:] |,? (?=(?:and|but|while) ))(?:(?:of|among) (?:these|those|them|the respondents),? )?"
    rf"(?:but |and |while )?(?:only |just |some |a full )?<percent:percent>(?! of (?:the|its|all|their)\b)"
)
"""Forty brewers answered a survey. Of those, 44 percent want hops."""

THEN = lazy_pattern(
    rf"{GAP}{{0,90}}?(?:, (?:and |while |but )?| and | while )([{SIGNS['percent']}])"
    r"(?! (?:of (?!them\b|these\b|those\b)|among|more|less|higher|lower|points?)\b)"
)
"""Another share of the same people in the same sentence."""

OTHER = lazy_pattern(
    rf"(?:[,;] |\b(?:and|but|while) )(?:of|among|from|in) |\b(?:more than|less than|compared|than)\b|"
    rf"\b(?:from|up|down)(?: \w+){{0,2}} [{SIGNS['percent']}]",
    re.IGNORECASE,
)
"""Between two shares, what starts another whole."""

LARGEST = 100_000
"""Above this every percentage of at most three decimals is that of some number."""


class Impossible(Struct, frozen=True):
    """A percentage that no whole number of the people asked can give; `step` is the unit of its last digit."""

    percent: Quantity
    whole: Quantity
    step: Fraction


def impossible_shares(article: Article) -> Iterator[Impossible]:
    """The percentages that fail the GRIM test, in reading order; none where the story speaks of weighting."""
    pairs = tuple(_pairs(article))
    if not pairs or not ASKED.search(article.plain) or WEIGHTED.search(article.plain):
        return
    told: set[Span] = set()
    for percent, whole in pairs:
        if percent.span in told or not _is_exact(percent) or not _is_exact(whole):
            continue
        told.add(percent.span)
        step = 2 * (percent.value - percent.low)
        if not can_be_share(percent.value, step, int(whole.value)):
            yield Impossible(percent, whole, step)


def _is_exact(each: Quantity) -> bool:
    """Whether a figure is told as an exact one: neither blurred nor a range."""
    if each.approximation or each.ends or each.high is None:
        return False
    if each.kind == "count":
        return not each.inexact and each.value.denominator == 1 and 1 < each.value < LARGEST and each.low == each.high
    return each.value <= 100 and each.low < each.value


def _pairs(article: Article) -> Iterator[tuple[Quantity, Quantity]]:
    """The percentages of an article with the whole that each is of."""
    for block in figured(article):
        if not {"percent", "count"} <= {each.kind for each in block.quantities}:
            continue
        for template in (WHOLE_FIRST, SHARE_FIRST, ASKED_FIRST, REPLIED):
            for found in pattern(template).finditer(block.text):
                whole = block.quantity(found.start("whole"))
                asked = template == ASKED_FIRST and NOBODY.search(whole.head) is None
                if not asked and not _are_people(whole, found["who"]):
                    continue
                yield block.quantity(found.start("percent")), whole
                place = found.end("whole" if template == SHARE_FIRST else "percent")
                following = THEN.match(block.text, place)
                while following is not None and not OTHER.search(following[0]):
                    yield block.quantity(following.start(1)), whole
                    following = THEN.match(block.text, following.end())


def _are_people(whole: Quantity, who: str) -> bool:
    """Whether what is counted are people, or those who did something."""
    if re.search(r"\b(?:million|thousand)\b|%", who):
        return False
    return (
        not whole.head
        or re.search(rf"\b(?:{PEOPLE}|who)\b", f"{whole.of} {who}", re.IGNORECASE) is not None
        or ASKED.search(who) is not None
        or _is_doer(whole)
    )


def _is_doer(whole: Quantity) -> bool:
    return re.search(r"(?:er|or|ist|ian|ee|ant|ent)$", whole.head) is not None
