"""Shares told before or between their part and their whole, and shares of what was counted before."""

from __future__ import annotations

from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import singular
from linter.infer.figures.figured import SIGNS, Figured
from linter.infer.figures.share_forms import (
    CLOSES,
    GAP,
    NOT_A_SHARE,
    OF_WHOLE,
    OWNER,
    Share,
    compiled,
    fits,
    place_of,
    same_whole,
)

RATED = r"{SHARE}(?= (?:[\w-]+ ){0,2}(?:rate|share|proportion|average|quota|turnout|success)\b)"

PART = r"<part:amount>(?! (?:[a-z]+ )?(?:more|less|fewer|others?|of|in|per|out|points?|above|below)\b)"

SHARE_OF = rf"(?P<share>{{percent}}) of {OWNER}<whole:amount>"

OF_THEM = r"(?P<part>\ue000)(?: of (?:them|these|those)| in all| in total| altogether| people)?(?=,|\)| [—–])"
"""A part aside that counts nothing else: "two thirds of the 90 pupils, 58, walk", "(15 of them)"."""

TOLD_WITH = (
    (
        rf"(?P<share>\ue005|\ue001|{{majority}})(?: of {OWNER}| (?:the|its|"
        rf"their) )<whole:count>(?: [a-z][\w'-]*){{0,3}}"
        rf"(?:, (?:or )?| \((?:or )?| [—–] ){OF_THEM}"
    ),
    rf"{OF_WHOLE[0]}{GAP}{{0,60}}?(?:,| [—–]|,? (?:for|with|giving|making)) an? (?:[\w-]+ )?{RATED}",
    rf"{SHARE_OF}{GAP}{{0,80}}?(?: \(|,? or |, or some |, that is,? |, ){PART}(?=\)|,| [a-z]+[,)]| [—–])",
    (
        rf"{SHARE_OF}[^.;:!?()]{{0,120}}?[;.,—–] (?:that|this|it|which)(?: is|'s| was| makes| made| means| meant|"
        rf" comes to| came to| amounts to| amounted to| corresponds to| equals) (?:only |just )?{PART}"
    ),
    (
        rf"(?:^|[.;:] )(?:out of|of|among) {OWNER}<whole:amount>{GAP}{{0,60}}?, {GAP}{{0,20}}?"
        rf"(?P<share>{{percent}}) \({PART}(?=\))"
    ),
    (
        rf"<part:amount>{GAP}{{0,30}}?(?:,|,? or| \(|,? that is,?) (?P<share>{{percent}}) of "
        rf"(?:the |its |their |all ){OWNER}<whole:amount>"
    ),
    (
        rf"\b(?:turnout|attendance|rate|share|quota|proportion)(?: (?:was|is|stood at|reached|came to))? "
        rf"(?P<share>{{percent}})(?::| [—–]|, (?:or|with|as)(?: only| just)?) {OF_WHOLE[0]}"
    ),
)
"""A share with its part and its whole in other orders: "60 percent of the 650 patients came; that is 390 people"."""


OF = ("of ", "among ", "the ", "its ", "their ")
"""What all of those have one of."""


def told_with(block: Figured) -> Iterator[Share]:
    """The percentages that stand between their part and their whole, or before both."""
    shared = SIGNS["fraction"] in block.text or SIGNS["percent"] in block.text or "ajority of " in block.text
    if len(block.quantities) < 2 or not shared or not _has_whole(block):
        return
    for template in TOLD_WITH:
        for found in compiled(template).finditer(block.text):
            part, whole = block.quantity(found.start("part")), block.quantity(found.start("whole"))
            if part.kind == "money" and block.text[found.start("part") - 1] == "(":
                continue  # the same sum in another currency
            if _are_alike(part, whole):
                yield Share(*place_of(block, found), part, whole)


def _has_whole(block: Figured) -> bool:
    """Whether anything is told of what a part is of."""
    small = block.text.lower()
    return any(word in small for word in OF)


def _are_alike(part: Quantity, whole: Quantity) -> bool:
    """Whether a part counts what its whole counts: its noun, people, or none at all."""
    heads = part.head in ("", whole.head, "person") or whole.head in ("", "person")
    return part.kind == whole.kind and heads and fits(part, whole)


OF_EARLIER = tuple(
    rf"(?P<part>{SIGNS['count']}) of (?:(?P<them>them|these|those)\b|(?:the|its|their|these|those|his|her) [\w-]+)"
    rf"{link}{{SHARE}}{NOT_A_SHARE}{CLOSES}"
    for link in (rf"{GAP}{{0,50}}? \((?:or )?", rf"{GAP}{{0,50}}?,? or ", rf"{GAP}{{0,50}}?, ",
                 rf"{GAP}{{0,50}}?,? (?:which is |or |for )?an? (?:share|rate|proportion|quota) of (?:only |just )?")
)  # fmt: skip
"""A part of what was counted before: "475 of the seeds (38 %)", "120 of them, or 30 percent"."""


ELLIPTIC = (
    rf"(?P<part>{SIGNS['count']}) (?!(?:of|or|and|to|more|less|fewer|others?|out|in)\b){GAP}{{1,60}}?"
    rf"(?:,? that is,? |,? i\.e[.\u2024],? |, or | \((?:or |that is,? )?| ?[—–] (?:that is,? |or )?)"
    rf"(?P<share>{{percent}}){NOT_A_SHARE}{CLOSES}"
)
"""A part that leaves out what it counts: "645 ran fast, that is, 30 percent"."""

BARE_PART = rf"(?P<part>{SIGNS['count']})(?:,? or| \((?:or)?) ?(?P<share>{{percent}}){NOT_A_SHARE}(?=,|\)) ?"
"""A part with nothing but its share: "tested 250 pupils; 50, or 20 percent, needed glasses"."""

PART_AFTER = (
    rf"(?P<share>[{SIGNS['fraction']}{SIGNS['percent']}]) of "
    rf"(?P<which>them|these|those|(?:the|its|their|these|those|his|her) (?:[a-z-]+ )?(?P<noun>[\w'-]+))"
    rf"(?:, | \(| ?[—–] )(?P<part>{SIGNS['count']})(?=[,)]| ?[—–])"
)
"""A share of what was counted before, and the part aside: "in more than half of the paintings, 31, the name"."""


def _elliptic(article: Article, block: Figured) -> Iterator[Share]:
    for found in (*compiled(ELLIPTIC).finditer(block.text), *compiled(BARE_PART).finditer(block.text)):
        part = block.quantity(found.start("part"))
        whole = None if part.head else _counted_above(article, block, part)
        if whole is not None and fits(part, whole) and same_whole(block, found.end("share"), whole):
            yield Share(*place_of(block, found), part, whole)


def _counted_above(article: Article, block: Figured, part: Quantity) -> Quantity | None:
    """The only count of a paragraph before a part, at most two sentences above, if it counts something named."""
    before = [each for each in block.quantities if each.kind == "count" and each.span.end <= part.span.start]
    if not before or len({each.value for each in before}) > 1 or not before[-1].head:
        return None
    here, there = (article.sentence_index(each.span.start) for each in (part, before[-1]))
    apart = 0 < here - there <= 2 or (here == there and ";" in article.plain[before[-1].span.end : part.span.start])
    return before[-1] if apart and part.value < before[-1].value else None


def _part_after(article: Article, block: Figured) -> Iterator[Share]:
    for found in compiled(PART_AFTER).finditer(block.text):
        part = block.quantity(found.start("part"))
        if found["noun"]:
            noun = singular(found["noun"].lower())
            counts = (each for each in article.quantities if each.kind == "count" and each.span.end <= part.span.start)
            known = [each for each in counts if each.head == noun]
            whole = known[-1] if len({each.value for each in known}) == 1 else None
        else:
            whole = _counted_before(article, part, near=True)
            told = block.between(0, found.start("share"))
            whole = whole if told[-1:] == (whole,) else None  # "a quarter of these" may be one of the part told last
        if whole is not None and fits(part, whole):
            yield Share(*place_of(block, found), part, whole)


def of_earlier(article: Article, block: Figured) -> Iterator[Share]:
    """The shares beside a part of what was counted before."""
    if SIGNS["count"] not in block.text:
        return
    shared = SIGNS["fraction"] in block.text or SIGNS["percent"] in block.text
    if shared:
        yield from _part_after(article, block)
    if SIGNS["percent"] in block.text:
        yield from _elliptic(article, block)
    if not shared or f"{SIGNS['count']} of " not in block.text:
        return
    for template in OF_EARLIER:
        for found in compiled(template).finditer(block.text):
            part = block.quantity(found.start("part"))
            whole = _counted_before(article, part, near=found["them"] is not None)
            if whole is not None and fits(part, whole) and same_whole(block, found.end("share"), whole):
                yield Share(*place_of(block, found), part, whole)


def _counted_before(article: Article, part: Quantity, *, near: bool) -> Quantity | None:
    """The only count before a part that it can be one of: with its noun, or in the sentence before for "them"."""
    start = article.sentence_at(part.span.start).span.start
    before = [each for each in article.quantities if each.kind == "count" and each.span.end <= part.span.start]
    if near:
        last = article.sentence_index(start) - 1
        headed = [(article.sentence_index(each.span.start), each) for each in before if each.head]
        # A sentence between with no count of its own ("The average age was 51") does not part the two.
        known = [each for place, each in headed if place >= last] or [
            each for place, each in headed if place == last - 1
        ]
        # "36,000 came from abroad; 9,000 of these": these are those counted last.
        bare = [each for each in before if not each.head and known and each.span.start > known[-1].span.start]
        if any(each.value > part.value for each in bare):
            return None
    else:
        known = [each for each in before if each.head == part.head]
    return known[-1] if known and part.value < known[-1].value and len({each.value for each in known}) == 1 else None
