"""Lists and tables of two columns that close with the total of their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.document.model import Block
from linter.infer.figures.figured import figured
from linter.infer.figures.totals import Sum, is_sound

TOTAL = lazy_pattern(
    r"\W*(?:(?:grand |in |the )?total|in all|all together|altogether|sum|overall)\b(?! (?:share|rate))"
)
"""How the last row begins."""

INSIDE = lazy_pattern(
    r"\b(?:of (?:which|whom|them|these)|includ\w+|incl|thereof|net|average|mean|median|change|per|record|rank|less|"
    r"minus|refunds?|discounts?|deductions?|others? not)\b"
)
"""What makes a row one that is not added to those before it."""

ADDED = ("count", "money", "measure")


def ledgers(article: Article) -> Iterator[Sum]:
    """The totals of lists and tables, with the figures of all rows before them."""
    blocks = article.document.blocks
    listed = (block for block in blocks if block.group and block.kind in ("item", "cell"))
    for _, members in groupby(listed, key=lambda block: (block.kind, block.group)):
        rows = tuple(members)
        yield from _itemised(article, rows)
        if any(TOTAL.match(article.plain[block.start : block.end].lower()) for block in rows):
            yield from _closed(article, rows)


def _closed(article: Article, blocks: tuple[Block, ...]) -> Iterator[Sum]:
    figures = {block: figure for block in blocks if (figure := _figure(article, block)) is not None}
    labels = [article.plain[block.start : block.end].lower() for block in blocks]
    if blocks[0].kind == "cell":
        headed = 2 if len(blocks) > 1 and blocks[0] not in figures and blocks[1] not in figures else 0
        in_turn = all((block in figures) == bool(place % 2) for place, block in enumerate(blocks))
        in_turn = in_turn or all((block in figures) == bool(place % 2) for place, block in enumerate(blocks[headed:]))
        labels = labels[headed::2] if in_turn and len(blocks) % 2 == 0 else []
    if len(labels) != len(figures) or len(labels) < 3 or not TOTAL.match(labels[-1]):
        return
    *parts, total = figures.values()
    alike = all(part.kind == total.kind and part.unit in ("", total.unit) for part in parts)
    if alike and not any(map(INSIDE.search, labels)) and is_sound(total, tuple(parts)):
        yield Sum(total, tuple(parts))


HAVING = lazy_pattern(r" (?:also|ha[ds]|have|with)\b|[^.]*\b(?:also|as well|both|neither|too)\b")
"""Behind the figure that begins an item, what may be true of those of other items too."""

VOTED = lazy_pattern(r"\b(?:absent|abstain\w*|abstention|against|in favou?r)\b")
"""Of those who may vote some stay away."""

PARTIAL = lazy_pattern(
    r"\b(?:among|at least|average|chief|e\.g|examples?|including|largest|last year|less|main|mainly|more|most|mostly|"
    r"notably|of which|other|over|some|such as|than|top)\b",
    re.IGNORECASE,
)
"""What before a list shows that its items need not be all."""

NEAR = Fraction(17, 20)
"""The share of a total from which on the items of a list are taken for all of it."""


def _itemised(article: Article, items: tuple[Block, ...]) -> Iterator[Sum]:
    """A paragraph with a number of things, and a list whose every item begins with how many of them are something."""
    blocks = article.document.blocks
    place = article.document.block_at(items[0].start)
    if items[0].kind != "item" or not place or len(items) < FEWEST or blocks[place - 1].kind != "paragraph":
        return
    own = article.derive(_by_block)
    parts = tuple(own[each.start][0] for each in items if own.get(each.start) and _opens(article, each, own))
    having = [part for part in parts if HAVING.match(article.plain, (part.noun or part.span).end)]
    above = blocks[place - 1]
    if len(parts) < len(items) or len(having) > 1 or PARTIAL.search(article.plain, above.start, above.end):
        return
    if VOTED.search(article.plain, items[0].start, items[-1].end):
        return
    counts = own.get(above.start, ())
    totals = [each for each in counts if each.kind == "count" and each.value > max(part.value for part in parts)]
    value = sum((part.value for part in parts), Fraction(0))
    if len(totals) != 1 or not totals[0].head or not is_sound(totals[0], parts):
        return
    if any(part.head not in ("", totals[0].head) for part in parts):
        return
    if NEAR * totals[0].value <= value <= totals[0].value / NEAR:
        yield Sum(totals[0], parts)


FEWEST = 3
"""Items of a list that are taken for all of a total."""


def _opens(article: Article, item: Block, own: Mapping[int, tuple[Quantity, ...]]) -> bool:
    """Whether an item begins with a count of things that its words tell more of."""
    first = own[item.start][0]
    opening = first.span.start == item.start and first.kind == "count" and not first.ends
    return opening and re.match(r" [a-z]", article.plain[(first.noun or first.span).end :][:2]) is not None


def _figure(article: Article, block: Block) -> Quantity | None:
    """The only figure of a block, where it has no other digits."""
    own = article.derive(_by_block).get(block.start, ())
    words = article.plain[block.start : block.end]
    if len(own) != 1 or own[0].kind not in ADDED or own[0].ends:
        return None
    outside = words[: own[0].span.start - block.start] + words[own[0].span.end - block.start :]
    return None if any(sign.isdecimal() for sign in outside) else own[0]


def _by_block(article: Article) -> dict[int, tuple[Quantity, ...]]:
    return {each.starts[0]: each.quantities for each in figured(article)}
