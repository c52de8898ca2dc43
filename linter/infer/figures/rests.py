"""Totals whose parts are told in sentences of their own up to the rest: "Eleven are Chileans. … The other five …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.infer.figures.figured import Figured, pattern
from linter.infer.figures.totals import Sum, is_sound, total_before

REST_BEFORE = ("other ", "remaining ", "rest ", "rest, ", "remainder ", "remainder, ")


def tells_rest(block: Figured) -> bool:
    """Whether some figure is that of a rest, as patterns of parts told one by one up to the rest want."""
    return any(block.text[max(0, sign - 11) : sign].lower().endswith(REST_BEFORE) for sign in block.signs) or any(
        block.text.startswith(" others", sign + 1) for sign in block.signs
    )


STARTS = pattern(
    r"(?:(?P<opening>^|\n|[.!?;]['\")]* )(?:(?:and|(?P<another>another)|some) )?|, (?:and |while )?| and | while )"
    r"(?P<other>the (?:other |remaining )?|other |remaining )?<part:count>(?P<others> others\b)?(?! of \ue000)"
)
"""Where a part is told: at the start of a sentence, or in one after another part."""

FARTHEST = 120
"""Code points between two parts."""


def parts_up_to_rest(article: Article, block: Figured) -> Iterator[Sum]:
    """Parts told one by one, the last of them as the rest, after a total told before."""
    starts = [found for found in STARTS.finditer(block.text) if found["other"] != "the " or found["others"]]
    for number, found in enumerate(starts):
        run = _run(article, block, starts[:number], found) if _is_rest(found) else ()
        opening = tuple(each for each in run if each["opening"] is not None or each is found)
        # What follows a part may tell more of it: "Nine are women, and two of them are nurses".
        readings = [_read(block, each) for each in (run, opening)] if len(opening) > 1 else []
        sums = [each for each in readings if each is not None]
        if sums:
            yield next(filter(_adds_up, sums), sums[0])


def _is_rest(found: re.Match[str]) -> bool:
    return bool(found["others"]) or (found["other"] or "the ").lower() != "the "


def _run(
    article: Article, block: Figured, starts: list[re.Match[str]], last: re.Match[str]
) -> tuple[re.Match[str], ...]:
    """The parts told before the rest, each not far from the next and no sentence without one between them."""
    run = [last]
    for earlier in reversed(starts):
        between = block.text[earlier.end() : run[0].start()]
        total = earlier["opening"] is not None and _is_whole(article, block.quantity(earlier.start("part")))
        if total or _is_rest(earlier) or len(between) > FARTHEST or re.search(r"[.!?]['\")]*[ \n]", between):
            break
        run.insert(0, earlier)
    # A sentence's first part opens it.
    return tuple(dropwhile(lambda each: each["opening"] is None, run))


def _read(block: Figured, run: tuple[re.Match[str], ...]) -> Sum | None:
    if run[0]["another"]:
        return None  # a part before it is told in other words: "702 of the 1,148 are old. Another 241 are …"
    parts = tuple(block.quantity(each.start("part")) for each in run)
    total = total_before(block, run[0].start("part"))
    return Sum(total, parts) if total is not None and is_sound(total, parts) else None


def _is_whole(article: Article, each: Quantity) -> bool:
    """Whether a figure counts what it names rather than a part of it: "Some 30 delegates", not "ten of the men"."""
    return each.head not in ("", "other") and article.plain[each.span.end : each.span.end + 4] != " of "


def _adds_up(each: Sum) -> bool:
    least, most = each.total.low, each.total.high
    return (most is None or each.low <= most) and (each.high is None or least <= each.high)
