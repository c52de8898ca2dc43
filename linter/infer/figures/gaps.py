"""Figures that tell how far two others lie apart: "wins by 2,105 votes", "a 40-seat majority"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.infer.figures.worked_out import in_unit, near

BEFORE = lazy_pattern(
    r"\b(?:by|(?:margin|lead|majority|gap|rise|fall|drop|gain|loss|difference) of|ahead|behind|loses?|lost|"
    r"gains?|gained|sheds?|shed|adds?|added|cuts?|saves?|saved|saving|shaves?|shaved|trims?|trimmed|drops?|slashes) "
    r"(?:just |only |about |some |over )?[$£€¥]?$",
    re.IGNORECASE,
)
CHANGED = lazy_pattern(
    r"\b(?:margin|lead|majority|gap|difference|advantage)\b(?: [\w.'-]+){0,4} "
    r"(?:shrinks?|shrank|shrunk|narrows?|narrowed|falls?|fell|drops?|grows?|grew|widens?|widened|rises?|rose|is|was|"
    r"at|now|down|up|cut|dwindles?|slips?)(?: now)?(?: to)?(?: just| only)? $",
    re.IGNORECASE,
)
"""What a gap comes to."""

AFTER = lazy_pattern(
    r"[\s-](?:[\w-]+[\s-]){0,2}?(?:margin|lead|majority|gap|more|fewer|less|ahead|behind|short|apart|extra|up|down|saved|lost|"
    r"gained|added|shed|longer|shorter|taller|higher|lower|deeper|heavier|lighter|older|younger|faster|slower|later|"
    r"earlier|cheaper|dearer|wider|narrower)\b",
    re.IGNORECASE,
)


SCORE = lazy_pattern(r"(?<![\w.,-])(\d{1,3})[-–](\d{1,3})(?![\w-])")
"""A result: "beat Ek 84-72"."""


def lies_between(article: Article, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure is told as a difference, and two of one or of two sentences in turn are as far apart."""
    before = article.plain[max(0, quantity.span.start - 60) : quantity.span.start]
    if not any((BEFORE.search(before), CHANGED.search(before), AFTER.match(article.plain, quantity.span.end))):
        return False
    point = quantity.kind == "points" or quantity.head == "point"
    ended = (each for each in others if each.kind in (("percent", "count") if point else (quantity.kind,)))
    if any(each.ends is not None and quantity.may_be(abs(each.ends[0] - each.ends[1])) for each in ended):
        return True
    if point and any(abs(int(found[1]) - int(found[2])) == quantity.value for found in SCORE.finditer(article.plain)):
        return True
    shares = [each for each in others if each.kind == "percent" and not each.ends]
    alike = shares if point else tuple(in_unit(quantity, others))
    return any(quantity.may_be(abs(one.value - other.value)) for one, other in near(article, alike))
