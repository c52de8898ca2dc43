"""Lists and tables of two columns that close with the total of their rows."""

from __future__ import annotations

from collections.abc import Iterator
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
