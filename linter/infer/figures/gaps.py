"""Figures that tell how far two others lie apart: "wins by 2,105 votes", "a 40-seat majority"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, groupby

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern

BEFORE = lazy_pattern(
    r"\b(?:by|(?:margin|lead|majority|gap|rise|fall|drop|gain|loss|difference) of|ahead|behind|loses?|lost|"
    r"gains?|gained|sheds?|adds?|added|cuts?) (?:just |only )?$",
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
    r"[\s-](?:[\w-]+[\s-]){0,2}?(?:margin|lead|majority|gap|more|fewer|less|ahead|behind|short|apart|extra|up|down)\b",
    re.IGNORECASE,
)

LONGEST = 20
"""Figures of one sentence of which any two are compared; a longer row is a list or a table."""


def lies_between(article: Article, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure is told as a difference, and two of one sentence among others are as far apart."""
    before = article.plain[max(0, quantity.span.start - 60) : quantity.span.start]
    if not any((BEFORE.search(before), CHANGED.search(before), AFTER.match(article.plain, quantity.span.end))):
        return False
    kind = "percent" if quantity.kind == "points" or quantity.head == "point" else quantity.kind
    alike = [
        each
        for each in others
        if (each.kind == kind and (kind == "percent" or each.unit in ("", quantity.unit)))
        or (kind in ("money", "measure") and each.kind == "count" and not each.head)
    ]
    if any(each.ends is not None and quantity.may_be(abs(each.ends[0] - each.ends[1])) for each in alike):
        return True
    rows = (tuple(row) for _, row in groupby(alike, key=lambda each: article.sentence_index(each.span.start)))
    return any(
        quantity.may_be(abs(one.value - other.value))
        for row in rows
        if len(row) <= LONGEST
        for one, other in combinations(row, 2)
    )
