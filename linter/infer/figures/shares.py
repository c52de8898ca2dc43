"""Shares: figures that one statement gives as a part, a whole and what part of it that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import singular
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.figured import SIGNS, Figured, figured, pattern, running
from linter.infer.figures.share_forms import (
    CLOSES,
    GAP,
    NOT_A_SHARE,
    OF_NOUN,
    OF_WHOLE,
    OWNER,
    Share,
    compiled,
    fits,
    place_of,
    same_whole,
)
from linter.infer.figures.share_orders import of_earlier, told_with

TOLD = (
    r"or|that is,?|i\.e[.\u2024],?|in other words,?|"
    r"equal to|equivalent to|which (?:is|was|makes|means|equals|represents|"
    r"amounts to|corresponds to|comes to|works out at)|making|representing|amounting to|"
    r"corresponding to|accounting for|"
    r"making up|(?:giving|which gives|which gave) (?:it|him|her|them|the [\w-]+)|"
    r"(?:for )?(?:an?|the) (?:[\w-]+ ){0,3}(?:rate|share|proportion|ratio|percentage|turnout|figure|quota) of"
)
"""What leads from a part and a whole to the share that they make."""

MEANT = (
    r"(?: is|'s| was| makes| amounts to| equals| represents| works out at| comes to| corresponds to) "
    r"(?:an? (?:[\w-]+ ){0,2}(?:rate|share|proportion|turnout) of |only |just )?"
)
"""What a sentence says of what the one before it counts: "That is 12 percent"."""

LINKS = (
    rf"{GAP}{{0,80}}?\((?:or |that is,? |i\.e[.\u2024],? )?",
    rf"{GAP}{{0,90}}?[,—–]? (?:{TOLD}) (?:an? (?:[\w-]+ ){{0,2}}(?:rate|share|proportion) of )?",
    rf"{GAP}{{0,60}}? ?[—–] ?",
    rf"{GAP}{{0,80}}?[.;,] (?:that|this|it|which){MEANT}",
    rf"{GAP}{{0,60}}?, ",
)
"""The stretches between a part with its whole and their share; after the last, a bare comma, the share must close."""


def shares(article: Article) -> tuple[Share, ...]:
    """The shares of an article, sorted by place, no two of which stand at the same words."""
    return article.derive(_shares)


def _shares(article: Article) -> tuple[Share, ...]:
    found: dict[Span, Share] = {}
    for block in figured(article):
        for share in (*_of_wholes(block), *told_with(block), *of_earlier(article, block), *_of_percentages(block)):
            found.setdefault(share.span, share)
    for run in running(article):
        if "\nThat" in run.text or "\nThis" in run.text:
            for share in _matching(run, NEXT_PARAGRAPH):
                found.setdefault(share.span, share)
    return tuple(sorted(found.values(), key=lambda share: share.span))


AFTER_WHOLE = {
    of: tuple(
        f"{of}{link}{{SHARE}}{NOT_A_SHARE}{CLOSES if last else ''}"
        for link, last in zip(LINKS, (False, False, False, False, True), strict=True)
    )
    for of in OF_WHOLE
}
NEXT_PARAGRAPH = tuple(rf"{of}{GAP}{{0,90}}?\.[\"']?\n(?:that|this){MEANT}{{SHARE}}{NOT_A_SHARE}" for of in OF_WHOLE)
"""The same where a paragraph ends between them."""

HOLDING = (
    rf"(?:^|[.;:] )with {OF_WHOLE[0]}(?: [a-z]+){{0,2}}, (?:[\w'-]+ ){{1,4}}(?:holds?|held|has|have|had|controls?|"
    rf"fills?) "
    rf"(?:only |just |about )?{{SHARE}}(?= of (?:the|its|all) )"
)
"""A share told of whoever has the part: "With 96 of 160 seats, the party holds 60 percent of the chamber"."""

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
    yield from _matching(block, (*after, *((HOLDING,) if told else ()), *(BEFORE_WHOLE if OF_WHOLE[0] in told else ())))


def _matching(block: Figured, templates: Iterable[str]) -> Iterator[Share]:
    for template in templates:
        for found in compiled(template).finditer(block.text):
            part, whole = block.quantity(found.start("part")), block.quantity(found.start("whole"))
            if _is_of_another_time(block, *sorted((found.start("whole"), found.start("part")))):
                continue
            worded = template in BEFORE_WHOLE and block.text[found.start("share")] != SIGNS["percent"]
            if fits(part, whole) and (worded or same_whole(block, found.end("share"), whole)):
                yield Share(*place_of(block, found), part, whole)


COMPARED = lazy_pattern(
    r".*[\ue000-\ue006].*\b(?:compared (?:with|to)|against|versus|(?:up|down) from|instead of|rather than|"
    r"(?:years?|months?) (?:ago|earlier|before)|last year|(?:in|by) \d{4})\b"
)
"""Between a whole and a figure that is no part of it, but of another: "Of the 324, 162 were new, against 126"."""


def _is_of_another_time(block: Figured, start: int, end: int) -> bool:
    """Whether a third figure and a comparison stand between two figures, so that one is no part of the other."""
    return COMPARED.match(block.text, start + 1, end) is not None


def _has_worded(block: Figured) -> bool:
    """Whether there is a share in words: quicker to see than the patterns are to fail."""
    small = block.text.lower()
    return SIGNS["fraction"] in small or "majority" in small or "minority" in small


def _same_part(block: Figured, place: int, stated: Quantity | None) -> bool:
    """Whether a percentage that says what it is of speaks of what the fraction is of."""
    found = OF_NOUN.match(block.text, place)
    heads = {singular(word.lower()) for word in found.groups() if word} if found else set()
    return found is None or (
        stated is not None and (not stated.head or bool(heads & {stated.head, "total", "them", "all", "those"}))
    )


COUNT = SIGNS["count"]

WHEN = r"in (?!all\b|total\b)\w+|by \w+|among|last|at|before|earlier|previously|a (?:year|decade|month|week)"
"""Behind a percentage, what makes it that of another time."""

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
        rf")?<percent:percent>(?! (?:points?|more|less|higher|lower|up|down|{WHEN})\b)"
    ),
    (
        rf"(?P<share>{{worded}}){GAP}{{0,60}}?,? (?:or|that is,?|i\.e[.\u2024],?) "
        rf"<percent:percent>(?! (?:points?|more|less|higher|lower|{WHEN})\b)"
    ),
    (
        rf"(?P<share>{{worded}}) of {OWNER}{COUNT}{GAP}{{0,60}}?(?:,? (?:or|that is,?) | ?\((?:or )?)<percent:percent>"
        rf"(?! (?:points?|more|less|fewer|higher|lower|up|down|of|among|on|{WHEN})\b)"
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
        for found in compiled(template).finditer(block.text):
            span, words, stated = place_of(block, found)
            percent = block.quantity(found.start("percent"))
            held = OF_COMPANY.search(words) is not None
            if not held and not _same_part(block, found.end("percent"), stated):
                continue
            if percent.ends is None and not block.text.startswith(" majority", found.end("share")):
                yield Share(span, words, stated, percent=percent)
