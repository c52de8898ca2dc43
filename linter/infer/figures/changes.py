"""Changes: figures that one statement gives as a before, an after and how much that changes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.change_forms import (
    ANNOUNCING,
    APART,
    ASIDE,
    DIRECTIONS,
    FACTOR,
    FACTORS,
    FIGURE_OPENS,
    GAP,
    NOW,
    STEMS,
    THEN,
    WHOLE,
    WORD,
    WORD_OPENS,
    is_factor,
    is_number_named,
)
from linter.infer.figures.change_pairs import OPENING, agrees, carried, comparable, has_own_verb, is_no_pair, pairs
from linter.infer.figures.figured import SIGNS, Figured, figured, matches_at, openings, pattern, running


class Change(Struct, frozen=True):
    """A change as stated, at `span`: `before` and `after`, and what is told of them.

    `amount` is a percentage, percentage points or a fraction, with `direction` 1 or -1; for `factor`,
    the number that the figure was multiplied by, `low` and `high` are what the words allow of it (None: no bound).
    """

    span: Span
    before: Quantity
    after: Quantity
    amount: Quantity | None
    direction: Literal[1, -1]
    factor: Fraction | None = None
    low: Fraction = Fraction(0)
    high: Fraction | None = None


def changes(article: Article) -> tuple[Change, ...]:
    """The changes of an article, sorted by place, no two of which stand at the same words."""
    return article.derive(_changes)


def _changes(article: Article) -> tuple[Change, ...]:
    found: dict[Span, Change] = {}
    for block in figured(article):
        if len(block.quantities) > 1:
            for change in _of_block(block):
                found.setdefault(change.span, change)
    if any(OPENING.match(block.text) for block in figured(article)):
        for run in running(article):
            for pair, told in carried(run):
                found.update((change.span, change) for change in _change(run, pair, told))
    return tuple(sorted(found.values(), key=lambda change: change.span))


def _of_block(block: Figured) -> Iterator[Change]:
    told = sorted(_told(block), key=re.Match.start)
    for template in WHOLE if told else ():
        for found in pattern(template).finditer(block.text):
            kinds = {block.quantity(found.start(name)).kind for name in ("before", "after")}
            if len(kinds) == 1 and not is_number_named(block.text, found):
                yield from _change(block, found, found)
    words = tuple(openings(block.text, DIRECTIONS)) if _has_measure(block) and len(block.quantities) > 2 else ()
    for template in ASIDE:
        for found in matches_at(pattern(template), block.text, words):
            yield from _change(block, found, found)
    starts = [found.start() for found in told]
    for pair in pairs(block) if told else ():
        nearby = slice(bisect_left(starts, pair.start() - FARTHEST), bisect_left(starts, pair.end() + FARTHEST))
        for found in told[nearby]:
            linked = _linked(block.text, pair, found) and agrees(block, pair, found)
            if linked and not _ends_elsewhere(block, pair, found):
                yield from _change(block, pair, found)
    yield from _points(block, told)


OF_BOTH = lazy_pattern(r" (?:of|by) |^\W*an? |\b(?:more|less|fewer|higher|lower)$", re.IGNORECASE)
"""What tells of a change that it is one of something told before: "a drop of 6 percent", but not "imports fell 6"."""

OWN_SUBJECT = lazy_pattern(
    rf"{GAP}*(?:, (?=(?:that|those) of)|[.;] (?!(?:That|This|It|The (?:change|figure|number|rate|result|share|total|"
    rf"{WORD}))\b(?! of\b)))(?:[\w'-]+ ){{1,6}}(?:{WORD}) by [\ue000-\ue009]",
    re.IGNORECASE,
)
"""What begins a sentence with a subject and a verb of its own: "Support for the Greens rose by 7"."""

CHANGING = lazy_pattern(rf"\b(?:{WORD})\b(?: \w+)? $", re.IGNORECASE)


def _points(block: Figured, told: list[re.Match[str]]) -> Iterator[Change]:
    """A percentage told as the change of the two told last, whose difference it is."""
    for found in told:
        if not OF_BOTH.search(block.text[max(0, found.start() - 3) : found.end()]):
            continue
        size = bisect_left(block.signs, found.start("change")) if found.groupdict().get("change") else 0
        if OWN_END.match(block.text, found.end()) or (
            size and OWN_SUBJECT.match(block.text, block.signs[size - 1] + 1)
        ):
            continue
        # Counts and lengths between them ("the five largest banks") are of something else.
        near = [place for place in range(max(0, size - 4), size) if block.quantities[place].kind == "percent"][-2:]
        if len(near) < 2 or found.start() - block.signs[near[0]] > FARTHEST:
            continue
        pair, amount = [block.quantities[place] for place in near], block.quantities[size]
        changing = (CHANGING.search(block.text[max(0, block.signs[place] - 30) : block.signs[place]]) for place in near)
        if {each.kind for each in (*pair, amount)} == {"percent"} and not any(changing):
            low, high = sorted(pair, key=lambda each: each.value)
            direction: Literal[1, -1] = 1 if DIRECTIONS[found["word"].lower()] > 0 else -1
            if high.value - low.value == amount.value:
                before, after = (low, high) if direction > 0 else (high, low)
                yield Change(block.reading(*found.span("told")), before, after, amount, direction)


THOUSAND, MILLION = 10**3, 10**6


def _scaled(bare: Quantity, other: Quantity) -> Quantity:
    """A number that shares the scale named behind another one."""
    scale = next(scale for scale in (10**12, 10**9, 10**6) if other.value >= scale)
    high = None if bare.high is None else bare.high * scale
    return replace(bare, value=bare.value * scale, low=bare.low * scale, high=high, inexact=True)


RATE = lazy_pattern(r" (?:an?|each|per) (?!year|month|week|day|decade)\w+| apiece\b")
"""What makes a figure one of a rate: "$6.44 a share"."""


def _is_rate(text: str, start: int, end: int) -> bool:
    """Whether a figure is the second form of one told before: "$422 million, or $6.44 a share"."""
    return RATE.match(text, end) is not None and text[:start].endswith("or ")


BALANCE = frozenset("loss lost lose loses losing gain gains gained gaining add adds added extra shed more less".split())
"""Words whose amount need not be the difference of the figures beside it: "a loss of $30 million"."""

FARTHEST = 160
"""Code points between a pair of figures and what is told of them."""


def _told(block: Figured) -> Iterator[re.Match[str]]:
    """What is told of changes. Each pattern needs a figure or a word that is looked up: to try all words is slow."""
    words = tuple(openings(block.text, DIRECTIONS)) if _has_measure(block) else ()
    yield from (found for template in WORD_OPENS for found in matches_at(pattern(template), block.text, words))
    yield from _matches(FIGURE_OPENS, block.text)
    small = block.text.lower()
    if any(stem in small for stem in STEMS):
        yield from (found for found in pattern(FACTOR).finditer(block.text) if is_factor(block.text, found))


def _has_measure(block: Figured) -> bool:
    """Whether a figure stands in a block that can follow a word of direction: "up 5 percent", "a rise of 40"."""
    kinds = {each.kind for each in block.quantities}
    if kinds & {"percent", "points", "fraction"}:
        return True
    return any(block.text[max(0, sign - 4) : sign].lower() in (" of ", " by ") for sign in block.signs)


def _matches(templates: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    return (found for template in templates for found in pattern(template).finditer(text))


OTHER_TIME = lazy_pattern(
    r"\b(?:after|before|despite|following|having)(?: [\w'-]+){0,2} $|\b(?:then|later|since|afterwards)(?: ha[sd])? $"
)
"""Before what is told of a change, what makes it another: "doubled from 12 to 24 after rising by a third"."""


def _linked(text: str, pair: re.Match[str], told: re.Match[str]) -> bool:
    """Whether a pair and a change are told in one breath, in either order."""
    if told.start() >= pair.end():
        if OTHER_TIME.search(text, max(pair.end(), told.start() - 40), told.start()):
            return False
        return pattern(THEN).fullmatch(text, pair.end(), told.start()) is not None
    between = (APART, NOW, ANNOUNCING)
    if has_own_verb(text[told.end() : pair.start()]):
        return False
    return told.end() <= pair.start() and any(
        pattern(each).fullmatch(text, told.end(), pair.start()) is not None for each in between
    )


OWN_END = pattern(r",? to (?:about |around |nearly |some |just |only )?<after:number>")


def _ends_elsewhere(block: Figured, pair: re.Match[str], told: re.Match[str]) -> bool:
    """Whether a change has an end of its own, which is neither figure of a pair: "rose by a quarter to 25,000"."""
    own = OWN_END.match(block.text, told.end())
    if own is None or pair.start() < own.start("after") < pair.end():
        return False
    value = block.quantity(own.start("after")).value
    return value not in (block.quantity(pair.start(name)).value for name in ("before", "after"))


def _change(block: Figured, pair: re.Match[str], told: re.Match[str]) -> Iterator[Change]:
    before, after = block.quantity(pair.start("before")), block.quantity(pair.start("after"))
    if any(block.text.endswith(" by ", 0, pair.start(name)) for name in ("before", "after")):
        return  # "It grew by three this year" tells no level
    if is_no_pair(block, pair):
        return
    after = _outer(block, pair.start("after"), before)
    if after.value >= MILLION and before.value < THOUSAND and before.kind in ("count", "money"):
        before = _scaled(before, after)  # "from 2 to 4 billion"
    rates = {_is_rate(block.text, *pair.span(name)) for name in ("before", "after")}
    if not comparable(before, after) or len(rates) > 1:
        return
    groups = told.groupdict()
    if groups.get("factor"):
        yield _factor(block, told, before, after)
    elif groups.get("times"):
        yield _multiple(block, told, before, after)
    else:
        yield from _amount(block, told, before, after)


PLACED = lazy_pattern(r" [\w' -]{2,30}? (?:in|at|on|across|among|over|from|of|for|to|aboard) (?:[a-z]+ ){0,2}")
"""Between a figure and one of where it is: "4,650 pupils in seven schools"."""


def _outer(block: Figured, sign: int, before: Quantity) -> Quantity:
    """The figure at a place, or the one it only tells more of, if that comes nearer to a figure of an earlier time."""
    size = bisect_left(block.signs, sign)
    inner, outer = block.quantities[size], block.quantities[max(0, size - 1)]
    nearer = abs(outer.value - before.value) < abs(inner.value - before.value)
    if before.head or not size or outer.span == before.span or outer.kind != inner.kind or not nearer:
        return inner
    return outer if PLACED.fullmatch(block.text, block.signs[size - 1] + 1, sign) else inner


def _amount(block: Figured, told: re.Match[str], before: Quantity, after: Quantity) -> Iterator[Change]:
    groups = told.groupdict()
    sized = bool(groups.get("size"))
    amount = block.quantity(told.start("size" if sized else "change"))
    alike = not sized or (amount.head in ("", before.head, after.head) and comparable(amount, after))
    if sized and groups["word"].lower() in BALANCE:
        return
    if alike and amount not in (before, after) and not _is_comparison(block, told.end("told")):
        direction: Literal[1, -1] = 1 if DIRECTIONS[groups["word"].lower()] > 0 else -1
        yield Change(block.reading(*told.span("told")), before, after, amount, direction)


def _is_comparison(block: Figured, place: int) -> bool:
    """Whether a change is of something else: "20 percent more boats than", "up 3 percent on 2019"."""
    return re.match(r" (?:of (?:them|these|those|which|whom)\b)", block.text[place : place + 20]) is not None


def _multiple(block: Figured, found: re.Match[str], before: Quantity, after: Quantity) -> Change:
    """ "three times as many"; "three times more" can also mean four times as many."""
    times = block.quantity(found.start("times"))
    more = re.search(r"\b(?:more|higher|larger|bigger|increase|rise|growth|jump)$", found["told"]) is not None
    high = None if times.high is None else times.high + more
    return Change(block.reading(*found.span("told")), before, after, None, 1, times.value, times.low, high)


def _factor(block: Figured, found: re.Match[str], before: Quantity, after: Quantity) -> Change:
    factor = Fraction(FACTORS[found["factor"].lower()])
    blur = (found["blur"] or "").strip().lower()
    tenth = Fraction(1, 10)
    low, high = factor * (1 - tenth / 2), factor * (1 + tenth / 2)
    if blur in ("nearly", "almost", "just under", "not quite", "close to", "practically", "virtually", "all but"):
        low, high = factor * (1 - 2 * tenth), factor * (1 + tenth / 5)
    elif blur in ("more than", "over", "at least", "well over", "just over", "slightly more than"):
        low, high = factor, factor + 1
    elif blur in ("less than", "fewer than"):
        low, high = Fraction(0), factor
    elif blur:
        low, high = factor * (1 - 2 * tenth), factor * (1 + 2 * tenth)
    span = block.reading(found.start("blur") if blur else found.start("factor"), found.end("factor"))
    return Change(span, before, after, None, 1 if factor > 1 else -1, factor, low, high)


__all__ = ["SIGNS", "Change", "changes"]
