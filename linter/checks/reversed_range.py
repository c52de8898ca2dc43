"""The check kind `reversed-range`: a range whose greater end stands first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.checks.base import Finding
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, span_of
from linter.infer.figures.figured import Figured, figured, pattern
from linter.match.trigger import Trigger

NUMBER = (
    r"(?:\d[\d.,]*|(?!between\b|and\b|to\b|or\b)[a-z]+(?:-[a-z]+)*)(?: (?:hundred|thousand|million|billion|trillion))?"
)

HALVES = lazy_pattern(
    rf"({NUMBER})(?:%|°[CF]?)?(?: [a-z]+)?(?: (?:and|to|or) | ?[-–] ?)(?:[^\w\s]{{0,3}})({NUMBER})", re.IGNORECASE
)

FROM_TO = (
    r"\bfrom (?:about |some |the )?<first:any>(?: [\w'-]+){0,2} to <second:any>",
    r"<first:any>(?: [\w'-]+){0,2} to <second:any>",
)


class Range(Struct, frozen=True):
    """Two figures from more to less at `span`: the number of each, and where they begin in the figured text.

    `whole` is the quantity that both make, None where each is one of its own.
    """

    span: Span
    first: Span
    second: Span
    place: int
    whole: Quantity | None = None


class ReversedRangeCheck(Struct, frozen=True, kw_only=True):
    """Reports "between 50 and 30", and "from 50 to 30" where it is no fall.

    `ranging` are words before "from" or before the figures that make them a range rather than a change; `changing` are
    words near it that make it a change, `paired` those that make it a score or two things apart, also after "between";
    `timed` are words near figures without a unit that make them hours of a day.
    "40 to 25 whales" is a range unless one of `scored`, singular nouns, is counted. Values: `ordered`, the range the
    right way round.
    """

    presupposes: ClassVar[tuple[str, ...]] = ("two quantities",)

    ranging: tuple[str, ...]
    changing: tuple[str, ...] = ()
    paired: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()
    scored: tuple[str, ...] = ()

    def triggers(self, owner: str) -> Iterable[Trigger]:
        """None: figures are found by their annotator."""
        return ()

    def check(self, article: Article, owner: str) -> Iterator[Finding]:
        """A finding for each range from more to less."""
        for block in figured(article):
            for found in (*_ranges(article, block), *_from_to(block)):
                if self._is_range(article, block, found):
                    ordered = _ordered(article, found.span, found.first, found.second)
                    yield Finding(found.span, values={"ordered": ordered}, suggestions=(ordered,))

    def _is_range(self, article: Article, block: Figured, found: Range) -> bool:
        before = _clause(block.text[max(0, found.place - 80) : found.place])
        near = before[-45:] + " " + block.text[found.place : found.place + 40]
        between = article.words(found.span).lower().startswith("between")
        if _has_any(near, self.paired) or (not between and _has_any(near, self.changing)):
            return False
        if _may_be_hours(found.whole) and _has_any(near, self.timed):
            return False
        if between:
            return not _is_of_hours(found.whole)
        if (
            BACKWARDS.match(article.plain, found.second.end)
            or _is_dealt(article, before, found)
            or LITTLE.search(article.plain_words(found.span))
            or _is_converted(block, found)
            or _is_set_apart(article, found)
            or _is_answered(article, found)
        ):
            return False
        if self._is_one_amount(article, before, found) or SIZED.match(article.plain, found.second.end):
            return True
        return any(
            re.search(rf"\b(?:{word})\b(?:[ ,]+[\w'$-]+){{0,3}}[ ,]*(?:from )?$", before, re.IGNORECASE)
            for word in self.ranging
        )

    def _is_one_amount(self, article: Article, before: str, found: Range) -> bool:
        """Whether two figures share their noun or unit and nothing before them sets one against the other."""
        whole = found.whole
        if whole is None or whole.kind not in ("count", "measure", "duration", "money", "percent"):
            return False
        if whole.kind == "count" and (not whole.head or whole.head in self.scored or _is_of_hours(whole)):
            return False
        last = before.split()[-1].lower() if before.split() else ""
        if whole.approximation or last == "of":
            return True
        return whole.kind != "percent" and last not in TELLING and last not in DETERMINERS


DETERMINERS = frozenset("a an the his her its their our your my this that these those".split())
"""Before two figures with a dash they make a word of them, "a 31-24 Giants crowd"; before "to" the first is known."""

DEALT = lazy_pattern(
    r"[\ue000-\ue009] of (?:the )?$|\bof (?:the |its |their |his |her )?[\ue000-\ue009][^,]*, $|"
    r"\b(?:allott?ed|awarded|bequeathed|delivered|distributed|donated|fed|gave|gives?|given|granted|handed|issued|left|"
    r"lent|offered|owed|paid|sent|supplied|taught|went)\b|"
    r"[\ue000-\ue009](?: [\w'-]+)? to [^\ue000-\ue009]+$",
    re.IGNORECASE,
)
"""Before two figures, what makes the second that of those who get the first: "Of the 9 wells, 7 to 3 villages"."""

LITTLE = lazy_pattern(r" to (?:as (?:little|few|low) as|only|just|a mere|barely|down to) ")
"""Before the second figure, what shows that it is meant to be the smaller one."""

BACKWARDS = lazy_pattern(r" ?(?:\w+ )?(?:ago|B\.? ?C\b|BCE\b|BP\b|before (?:the )?(?:present|Christ|our (?:era|time)))")
"""After years, what makes them run from more to less."""

TELLING = frozenset("by from than add added adds give gave gives given sell sold sent send prefer preferred".split())
"""What makes one figure stand against the other: "added 12 to 8 others"."""

SIZED = lazy_pattern(r"[\s-][^\W\d_]+[\s-](?:old|of age|long|high|tall|wide|deep|thick|across|in diameter)\b")
"""After the second figure and its unit, what it is the size of: "from 40 to 15 years old"."""

DASHED = lazy_pattern(r"\s[-–]\s")

ASIDE = lazy_pattern(
    r"[^.;!?\n]{0,120}?\s[-–](?:\s|$)|[\w ]{0,12}? (?:in (?:cash|coins|kind|shares|stock|vouchers)|"
    r"of (?:it|that|them|which)|(?:more|less|fewer) than|for|from|to) "
)
"""Behind a figure that stands after a spaced dash, what makes the dash that of an aside: "$23.93 - $16.25 in cash"."""


def _is_set_apart(article: Article, found: Range) -> bool:
    """Whether the second figure tells more of the first: "He has $90 million – $60 million of it lent – to spend"."""
    between = article.plain[found.first.end : found.second.start]
    return DASHED.search(between) is not None and ASIDE.match(article.plain, found.second.end) is not None


ANSWERING = lazy_pattern(r"(?<!, )\b(?:agree|believe|say|says|said|think|thinks)(?: by)? $", re.IGNORECASE)


def _is_answered(article: Article, found: Range) -> bool:
    """Whether two shares are those for and against what is told behind them: "Women say 65% to 33% he is unfit"."""
    if found.whole is None or found.whole.kind != "percent":
        return False
    opening = article.plain[max(0, found.first.start - 20) : found.first.start]
    return ANSWERING.search(opening) is not None


def _may_be_hours(whole: Quantity | None) -> bool:
    """Whether two figures may be hours of a day: "between 10 and 4", but not "between 60 and 40 branches"."""
    return whole is None or (
        whole.kind == "count" and (not whole.head or whole.head in WORK or max(whole.ends or ()) <= LAST_HOUR)
    )


WORK = frozenset(("job", "hour", "shift", "worker"))

LAST_HOUR = 12


def _is_dealt(article: Article, before: str, found: Range) -> bool:
    """Whether the second of two figures is that of those who get the first."""
    whole = found.whole
    if whole is not None and whole.unit and whole.noun is not None and whole.span.end == found.second.end:
        return True  # "900 euros to 40 workers"
    counted = found.whole is None or found.whole.kind == "count"
    return counted and DEALT.search(before) is not None and " to " in article.plain_words(found.span)


CONVERTED = lazy_pattern(r"(?:[(\[]|,? or | ?/ ?)(?:or |from |about )*$")


def _is_converted(block: Figured, found: Range) -> bool:
    """Whether two figures give those before them in another unit: "from 12 to 9 kilograms (26 to 20 pounds)"."""
    if CONVERTED.search(block.text[max(0, found.place - 16) : found.place]) is None:
        return False
    *_, first, second = (None, None, *block.between(max(0, found.place - BESIDE), found.place))
    if second is not None and second.ends is not None:
        return second.ends[0] > second.ends[1]
    if first is None or second is None or first.kind not in (second.kind, "count"):
        return False
    return first.value > second.value


BESIDE = 60
"""Code points before two figures in which those stand that they give in another unit."""


def _is_of_hours(whole: Quantity | None) -> bool:
    """Whether two figures may be hours of a day: "between 9 and 5"."""
    if whole is None or whole.ends is None or whole.unit:
        return False
    return max(whole.ends) <= LAST_HOUR and (not whole.head or whole.head in WORK)


def _has_any(words: str, patterns: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b(?:{word})\b", words, re.IGNORECASE) for word in patterns)


def _clause(before: str) -> str:
    """The words of a clause before a place."""
    return re.split(r"[.;:!?]\s", before)[-1]


def _ranges(article: Article, block: Figured) -> Iterator[Range]:
    for place, quantity in zip(block.signs, block.quantities, strict=True):
        if quantity.ends is not None and quantity.ends[0] > quantity.ends[1] > 0:
            halves = _halves(article, quantity)
            if halves is not None:
                yield Range(quantity.span, *halves, place, quantity)


def _halves(article: Article, quantity: Quantity) -> tuple[Span, Span] | None:
    """The two numbers of a range that is one quantity, None where they cannot be told apart."""
    words, start = article.plain_words(quantity.span), quantity.span.start
    found = HALVES.search(words)
    if found is None:
        return None
    return span_of(found, start, 1), span_of(found, start, 2)


def _from_to(block: Figured) -> Iterator[Range]:
    if not any(block.text[max(0, sign - 4) : sign].lower() == " to " for sign in block.signs[1:]):
        return
    for template in FROM_TO:
        for found in pattern(template).finditer(block.text):
            first, second = block.quantity(found.start("first")), block.quantity(found.start("second"))
            bare = (each for each in (first, second) if each.kind in ("count", "age") and not each.head)
            alike = first.kind == second.kind or any(bare)
            units = not first.unit or not second.unit or first.unit == second.unit
            scaled = second.value >= 10**5 and first.value < 1000
            named = first.unit or second.unit or first.head or second.head or first.value > LAST_HOUR
            if (
                alike
                and units
                and (not first.head or not second.head or first.head == second.head)
                and (named or template == FROM_TO[0])  # "three to one" is a ratio
                and not scaled
                and first.value > second.value
                and not (first.ends or second.ends or second.kind in ("ordinal",))
            ):
                yield Range(
                    Span(block.reading(*found.span()).start, second.span.end),
                    first.number,
                    second.number,
                    found.start(),
                )
        if template == FROM_TO[0] and pattern(template).search(block.text):
            return


def _ordered(article: Article, span: Span, first: Span, second: Span) -> str:
    """The words of a range with its two figures changed over."""
    start, end = article.words(first), article.words(second)
    inner = article.text[first.end : second.start]
    return article.text[span.start : first.start] + end + inner + start + article.text[second.end : span.end]
