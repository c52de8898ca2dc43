"""Shares: figures that one statement gives as a part, a whole and what part of it that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantity_nouns import singular
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures import SIGNS, Figured, figured, pattern

GAP = "[^.;:!?()\ue000-\ue006]"
"""What may stand between the figures of one statement: no other figure, and no end of a clause."""

OWNER = r"(?:[\w'-]+ ){0,4}?"
BETWEEN = r"(?:,? (?!(?:of|to|from|by|than|at|and|or)\b)[\w'-]+){0,4}"

OF_WHOLE = (
    rf"<part:amount>{BETWEEN} (?:out )?of {OWNER}<whole:amount>",
    rf"(?:^|[.;:,—–(] |\band )(?:out of|of|among) {OWNER}<whole:amount>[^.;:!?]{{1,120}}?, {GAP}{{0,50}}?<part:amount>",
    rf"<whole:amount>{GAP}{{0,70}}?, {GAP}{{0,20}}?(?:of|among) (?:which|whom|them|these|those) {OWNER}<part:amount>",
)
"""A part and its whole, in either order."""

TOLD = (
    r"or|that is,?|i\.e\.,?|in other words,?|equal to|equivalent to|which (?:is|was|makes|means|equals|represents|"
    r"amounts to|corresponds to|comes to|works out at)|making|representing|amounting to|"
    r"corresponding to|accounting for|"
    r"making up|(?:for )?(?:an?|the) (?:[\w-]+ ){0,3}(?:rate|share|proportion|ratio|percentage|turnout|figure|quota) of"
)
"""What leads from a part and a whole to the share that they make."""

LINKS = (
    rf"{GAP}{{0,80}}?\((?:or |that is,? |i\.e\.,? )?",
    rf"{GAP}{{0,90}}?[,—–]? (?:{TOLD}) (?:an? (?:[\w-]+ ){{0,2}}(?:rate|share|proportion) of )?",
    rf"{GAP}{{0,60}}? ?[—–] ?",
    (
        rf"{GAP}{{0,80}}?[.;,] (?:that|this|it|which)(?: is|'s| was| makes| amounts to| "
        rf"equals| represents| works out at| comes to| corresponds to) "
        rf"(?:an? (?:[\w-]+ ){{0,2}}(?:rate|share|proportion|turnout) of |only )?"
    ),
    rf"{GAP}{{0,60}}?, ",
)
"""The stretches between a part with its whole and their share; after the last, a bare comma, the share must close."""

CLOSES = r"(?=,|\.|;|\)|$|—|–| of (?:the total|them|all|those|these|the lot)\b)"

NOT_A_SHARE = (
    r"(?! (?:more|less|higher|lower|fewer|up|down|increase|rise|jump|gain|drop|fall|"
    r"decline|cut|discount|interest|above|"
    r"below|off|over|stake|better|worse|bigger|larger|smaller|faster|slower|than)\b)(?!-)"
)

SHARE = r"(?P<share>{percent}|{worded})"
MAJORITY = (
    r"(?<!or )(?<!relative )\b(?:an? |the )?(?:(?:clear|large|narrow|slim|bare|small|"
    r"overwhelming|vast|great|slight|big|"
    r"comfortable|solid|strong|tiny|absolute|simple) )?(?:majority|minority)\b(?! "
    r"(?:leader|party|government|stake|whip|"
    r"shareholder|owner|report|group|rule|language|faith|population|community|vote|interest))"
)
"""A majority is more than half; a relative one, and one that is needed or missed, is not meant."""


class Share(Struct, frozen=True):
    """A share as it is stated, at `span`, and the figures it can be computed from.

    `stated` is None for a share in words that are no figure ("a majority"). Either `part` and `whole`, or `percent`, a
    percentage that is said to be the same share, are given.
    """

    span: Span
    words: str
    stated: Quantity | None
    part: Quantity | None = None
    whole: Quantity | None = None
    percent: Quantity | None = None

    def true_bounds(self) -> tuple[Fraction, Fraction] | None:
        """The least and greatest share that the figures allow, as a part of one; None where nothing bounds it."""
        if self.percent is not None:
            high = self.percent.high
            return None if high is None else (self.percent.low / 100, high / 100)
        assert self.part is not None
        assert self.whole is not None
        if self.whole.low <= 0 or self.part.high is None:
            return None
        least = Fraction(0) if self.whole.high is None else self.part.low / self.whole.high
        return least, self.part.high / self.whole.low


def shares(article: Article) -> tuple[Share, ...]:
    """The shares of an article, sorted by place, no two of which stand at the same words."""
    return article.derive(_shares)


def _shares(article: Article) -> tuple[Share, ...]:
    found: dict[Span, Share] = {}
    for block in figured(article):
        for share in (*_of_wholes(block), *_of_percentages(block)):
            found.setdefault(share.span, share)
    return tuple(sorted(found.values(), key=lambda share: share.span))


def _compiled(template: str) -> re.Pattern[str]:
    text = (
        template.replace("{SHARE}", SHARE)
        .replace("{percent}", SIGNS["percent"])
        .replace("{worded}", f"(?<!{SIGNS['fraction']} of )[{SIGNS['fraction']}]|{{majority}}")
    )
    return pattern(text.replace("{majority}", MAJORITY))


AFTER_WHOLE = {
    of: tuple(
        f"{of}{link}{{SHARE}}{NOT_A_SHARE}{CLOSES if last else ''}"
        for link, last in zip(LINKS, (False, False, False, False, True), strict=True)
    )
    for of in OF_WHOLE
}
BEFORE_WHOLE = tuple(
    f"{{SHARE}}{NOT_A_SHARE}{link}{OF_WHOLE[0]}" for link in (
        rf"{GAP}{{0,80}}? ?\(", rf"{GAP}{{0,60}}?,? or ", rf"{GAP}{{0,60}}? ?[—–] ?(?:or )?", rf"{GAP}{{0,60}}?, "
    )
)  # fmt: skip
"""A share before its figures: "a majority of the members, 212 of 430, voted"."""


def _of_wholes(block: Figured) -> Iterator[Share]:
    if len(block.quantities) < 2 or not (SIGNS["percent"] in block.text or _has_worded(block)):
        return
    told = [of for of in OF_WHOLE if pattern(of).search(block.text)]
    after = [template for of in told for template in AFTER_WHOLE[of]]
    for template in (*after, *(BEFORE_WHOLE if OF_WHOLE[0] in told else ())):
        for found in _compiled(template).finditer(block.text):
            part, whole = block.quantity(found.start("part")), block.quantity(found.start("whole"))
            worded = template in BEFORE_WHOLE and block.text[found.start("share")] != SIGNS["percent"]
            if _fit(part, whole) and (worded or _same_whole(block, found.end("share"), whole)):
                yield Share(*_place(block, found), part, whole)


def _has_worded(block: Figured) -> bool:
    """Whether there is a share in words: quicker to see than the patterns are to fail."""
    small = block.text.lower()
    return SIGNS["fraction"] in small or "majority" in small or "minority" in small


def _place(block: Figured, found: re.Match[str]) -> tuple[Span, str, Quantity | None]:
    span = block.reading(*found.span("share"))
    sign = found["share"] in SIGNS.values()
    return span, "" if sign else found["share"].lower(), block.quantity(found.start("share")) if sign else None


def _fit(part: Quantity, whole: Quantity) -> bool:
    """Whether one can be a part of the other: of one unit, and not a plain number beside one in millions."""
    if part.kind != whole.kind and part.kind != "count":
        return False
    if part.ends or whole.ends or (part.unit and part.unit != whole.unit):
        return False
    return 0 < part.value <= whole.value and not (part.value < 1000 and whole.inexact and whole.value >= 100_000)


OF_NOUN = lazy_pattern(r" of (?:the |its |their |all |those |these |our )*([\w'-]+)(?: ([\w'-]+))?")


def _same_whole(block: Figured, place: int, whole: Quantity) -> bool:
    """Whether a share that says what it is of ("61 % of the people") speaks of the same whole."""
    found = OF_NOUN.match(block.text, place)
    if found is None:
        return True
    heads = {singular(word.lower()) for word in found.groups() if word}
    return not whole.head or bool(heads & {whole.head, "total", "them", "all", "those", "lot", "whole", "member"})


def _same_part(block: Figured, place: int, stated: Quantity | None) -> bool:
    """Whether a percentage that says what it is of speaks of what the fraction is of."""
    found = OF_NOUN.match(block.text, place)
    heads = {singular(word.lower()) for word in found.groups() if word} if found else set()
    return found is None or (stated is not None and bool(heads & {stated.head, "total", "them", "all", "those"}))


OF_COMPANY = lazy_pattern(r"\w(?:y|ies) (?:stakes?|shareholding|holding|interest|share|ownership)$")
"""A majority of a company rather than of people: whatever its percentage is of is the same."""

STAKE = r"(?:stakes?|shareholding|holding|interest|share|ownership)"

SAME_AS_PERCENT = (
    (
        r"(?P<share>\b(?:an? |the |its |their )?(?:[a-z]+ )?(?:majority|minority) "
        rf"{STAKE})(?: in {GAP}{{1,50}}?)?(?: \((?:or |of )?|,? of |, or |, )(?:about |roughly |some )?"
        r"<percent:percent>(?=\)|,|\.|;|$| in | of | for | to | from )"
    ),
    (
        rf"<percent:percent>(?: of [\w' ]{{1,40}}?)?(?:,? or|,| \() ?(?P<share>(?:an? |the )(?:[a-z]+ )?"
        rf"(?:majority|minority) {STAKE})"
    ),
    (
        rf"(?P<share>{{worded}}){GAP}{{0,80}}? ?\((?:or |that is,? "
        rf")?<percent:percent>(?! (?:points?|more|less|higher|lower|up|down)\b)"
    ),
    (
        rf"(?P<share>{{worded}}){GAP}{{0,60}}?,? (?:or|that is,?|i\.e\.,?) "
        rf"<percent:percent>(?! (?:points?|more|less|higher|lower)\b)"
    ),
    rf"(?P<share>{{worded}}){GAP}{{0,50}}? [—–] ?<percent:percent>(?= ?[—–])",
    rf"(?P<share>{{worded}}){GAP}{{0,50}}?, <percent:percent>(?=,|\.|;|$)",
    (
        rf"<percent:percent>{GAP}{{0,60}}? ?\((?:or |that is,? )?(?P<share>{{worded}}|"
        rf"{{majority}})(?! (?:more|less|higher|lower)\b)"
    ),
    (
        rf"<percent:percent>{GAP}{{0,50}}?,? (?:or|that is,?) (?P<share>{{worded}}|"
        rf"{{majority}})(?! (?:more|less|higher|lower)\b)(?=,|\.|;|$|\)| of\b| —| –)"
    ),
    (
        rf"<percent:percent>{GAP}{{0,40}}?(?:, | [—–] )(?P<share>{{worded}}|"
        rf"{{majority}})(?=,|\.|;|$| of the (?:total|whole)| ?[—–])"
    ),
)
"""A fraction in words, and a percentage in brackets or beside it that is said to be the same."""


def _of_percentages(block: Figured) -> Iterator[Share]:
    for template in SAME_AS_PERCENT if SIGNS["percent"] in block.text and _has_worded(block) else ():
        for found in _compiled(template).finditer(block.text):
            span, words, stated = _place(block, found)
            percent = block.quantity(found.start("percent"))
            held = OF_COMPANY.search(words) is not None
            if not held and not _same_part(block, found.end("percent"), stated):
                continue
            if percent.ends is None and not block.text.startswith(" majority", found.end("share")):
                yield Share(span, words, stated, percent=percent)
