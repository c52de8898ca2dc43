"""Totals whose people are told by kind in the next breath: "Eleven were hurt. Six of them are women and five men"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from linter.annotation.article import Article
from linter.annotation.quantities.nouns import singular
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.figured import SIGNS, Figured, pattern, running
from linter.infer.figures.totals import Sum, total_before

COUNT = SIGNS["count"]

OF_THEM = lazy_pattern(rf"{COUNT} of (?:them|these|those|whom)\b|of (?:them|these|those|whom),? {COUNT}", re.IGNORECASE)

OF_WHOM = ("f them", "f these", "f those", "f whom")
RESTS = ("the other", "the remaining", "the rest,", "the remainder,")
"""What is in a text in which the pattern before, or that of what is left, is found: looked for first, at a tenth of the
cost."""

BE = r"(?:is|are|was|were)"

KIND = r"(?:an? |the )?[\w-]+"

TOLD = pattern(
    rf"(?:of (?:them|these|those|whom),? <count>|<count> of (?:them|these|those|whom))(?: {BE})? {KIND}"
    rf"(?:(?:,|;|,? and|,? while|,? but) <count>(?: of (?:them|whom))?(?: {BE})? {KIND}){{1,4}}(?= ?[.;,)—–]|$)"
)
"""How many of those counted before are of which kind; nothing follows the last of them."""

OF_TOTAL = pattern(
    rf"<count> of (?:the|its|their|his|her) (?P<total>{COUNT})[\w' -]{{2,30}}? {BE} (?P<kind>[a-z]+)"
    rf"(?:(?:,|,? and|,? while|,? but) <count>(?: of (?:them|whom))?(?: {BE})? {KIND}){{1,4}}(?= ?[.;,)—–]|$)"
)
"""The same with the total in the first part: "Seven of the ten victims were adults and two were children"."""

OTHER = "[^.;:!?()\n\ue000-\ue009]"

UP_TO_REST = pattern(
    rf"(?:^|[.;]['\")]* |\n)<count>(?: of (?:them|these|those|the [\w-]+))? {BE} {OTHER}{{2,50}}?"
    rf"(?:(?:,|;|,? and|,? while) (?!the )<count>(?: of (?:them|whom))?(?: {BE})? {OTHER}{{2,50}}?){{0,3}}"
    r"(?:,|;|,? and|,? while) (?:and )?the (?:other|remaining|rest,|remainder,) <count>(?=,| [\w-]+)"
)
"""The same up to the rest, whatever they are."""

REST_BEFORE = lazy_pattern(rf"\bthe (?:other|remaining|rest,|remainder,) {COUNT}", re.IGNORECASE)

WORDS = lazy_pattern(rf"{COUNT}(?: of \w+)?(?: {BE})? (?:an? |the )?([\w-]+)")

COMPLETE = tuple(map(frozenset, (("man", "woman"), ("boy", "girl"), ("male", "female"), ("adult", "child"))))
"""Kinds that make up all there are."""

MOST = Fraction(4, 5)
"""The share of a total from which on the people of several nations are taken for all of it."""


def kinds_told(article: Article) -> Iterator[Sum]:
    """The totals of an article that the kinds or nations of those counted make up."""
    for block in running(article):
        of_them = any(each in block.text for each in OF_WHOM) and OF_THEM.search(block.text)
        for found in TOLD.finditer(block.text) if of_them else ():
            each = _sum(block, found)
            if each is not None:
                yield each
        for found in OF_TOTAL.finditer(block.text) if " of " in block.text else ():
            each = _of_total(block, found)
            if each is not None:
                yield each
        small = block.text.lower()
        rest = any(each in small for each in RESTS) and REST_BEFORE.search(block.text)
        for found in UP_TO_REST.finditer(block.text) if rest else ():
            each = _whole(block, found)
            if each is not None:
                yield each


def _whole(block: Figured, found: re.Match[str]) -> Sum | None:
    parts = block.between(*found.span())
    total = total_before(block, found.start() + 1)
    bare = all(part.head in ("", "other", "rest") and not part.ends for part in parts)
    sound = total is not None and not total.ends and bare and all(part.value < total.value for part in parts)
    return Sum(total, parts) if total is not None and sound else None


def _sum(block: Figured, found: re.Match[str]) -> Sum | None:
    parts = block.between(*found.span())
    kinds = tuple(word[1] for word in WORDS.finditer(found[0]))
    total = total_before(block, found.start())
    if total is None or total.ends or any(part.ends for part in parts) or len(kinds) != len(parts):
        return None
    nouns = frozenset(singular(kind.lower()) for kind in kinds)
    told = sum((part.value for part in parts), Fraction(0))
    nations = all(kind[:1].isupper() for kind in kinds) and told >= MOST * total.value
    every = any(each <= nouns for each in COMPLETE) and len(nouns) == len(kinds)
    return Sum(total, parts) if nations or every else None


def _of_total(block: Figured, found: re.Match[str]) -> Sum | None:
    total = block.quantity(found.start("total"))
    parts = tuple(each for each in block.between(*found.span()) if each is not total)
    kinds = (found["kind"], *(word[1] for word in WORDS.finditer(block.text, found.end("kind"), found.end())))
    nouns = frozenset(singular(kind.lower()) for kind in kinds)
    if total.ends or any(part.ends for part in parts) or len(kinds) != len(parts) or len(nouns) != len(kinds):
        return None
    return Sum(total, parts) if any(each <= nouns for each in COMPLETE) else None


def told_once(found: tuple[Sum, ...], others: Iterator[Sum]) -> Iterator[Sum]:
    """The sums found, and of others those whose total is none of theirs."""
    known: set[Span] = {each.total.span for each in found}
    yield from found
    yield from (each for each in others if each.total.span not in known)
