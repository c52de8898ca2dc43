"""Sums: totals that a statement gives with all of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import singular
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.infer.figures.accounts import accounts
from linter.infer.figures.figured import Figured, figured, pattern, running
from linter.infer.figures.ledgers import ledgers
from linter.infer.figures.list_ends import goes_on
from linter.infer.figures.partitions import partitions
from linter.infer.figures.rests import parts_up_to_rest, tells_rest
from linter.infer.figures.totals import PERSONS, Sum, is_sound

GAP = "[^.;:!?()\ue000-\ue006]"

ONE = (
    r"\b(?:(?:an?|another)(?= (?!few|couple|dozen|handful|lot|number|score)[\w-]+)|"
    r"(?:this|the (?:current|present|latest|new|last|first)) one\b)"
)
"""One more thing in a list: "seven men, four women and a child", "one in 2010, one in 2014 and this one"."""

TOLD = rf"(?:<any>|{ONE})"

NOT_INSIDE = r"(?! (?:of (?:them|whom|these|those|which|the)|more|fewer|less|higher|lower)\b)"
"""What shows that a figure is no part beside the others: "four of them teenagers", "12 more than in 2015"."""

ON = r"(?: (?:for|from|on|to) (?:the |its |about |some )?<count>)"
"""What a part is for, with a number of its own: "3 million on two lifts"."""

ITEM = rf"(?:<any>{NOT_INSIDE}|{ONE}){GAP}{{0,45}}?(?:{ON}{GAP}{{0,30}}?)?"

LIST = (
    rf"(?P<list><any>{NOT_INSIDE}{GAP}{{0,60}}?(?:{ON}{GAP}{{0,30}}?)?(?:(?:[,;] (?:and )?| and | plus )(?=<any>|"
    rf"{ONE}){ITEM}){{0,15}}(?:[,;]? (?:and|plus) |; |, )(?:{ITEM}))"
)

LEAD = (
    r"(?:(?:namely|viz\.?|that is|to wit),? |(?:(?:which|that) (?:(?:is|are|was|were) )?)?"
    r"(?:made up|composed|comprised) of |"
    r"(?:which |that )?(?:consists?|consisting|consisted) of |(?:which |that )?compris(?:ing|es?|ed) |"
    r"broken down (?:as|into) |split (?:into|between) |divided (?:into|between) )"
)
"""Words that lead from a whole to all of its parts."""

OPENED = (
    (
        rf"<total:amount>{NOT_INSIDE}{GAP}{{0,90}}?(?P<opener>: | ?[—–] ?| - | \(|, | (?={LEAD}))"
        rf"(?P<lead>{LEAD})?{LIST}(?P<closer>[,.;)—–]| -|$| (?:was|were|are|is|have|had|has|who|that|which|when|after|"
        rf"in all)\b)"
    ),
)
"""A total, and its parts after a colon, a dash, an opening bracket or a comma."""

SUMMED = (
    (
        rf"{LIST}(?:,| [—–]|:|, (?:a total of|in all|making|or|for a total of)) ?(?:in "
        rf"all,? |altogether,? |a total of |making |for a total of |or "
        rf")?<total:amount>(?:{GAP}{{0,25}}? (?:in all|in total|altogether|all told|"
        rf"together|overall)\b)"
    ),
    (
        rf"{LIST},? (?:a total of|for a total of|making a total of|bringing the total to|"
        rf"which makes|making|adding up to|totalling|totaling|or a total of) <total:amount>"
    ),
)
"""Parts, and the total that is said to be theirs."""

SUMMING = ("in all", "total", "together", "all told", "overall", "making", "which makes", "adding up")
"""What those have one of."""

GENERIC = frozenset(
    "person victim passenger casualty member delegate survivor body suspect worker "
    "employee death dead building vehicle "
    "item animal object vessel aircraft structure property instrument artifact artefact weapon medal prize".split()
)
"""Nouns so general that whatever is listed after them is of their kind."""

KINDS = frozenset(
    "man woman boy girl child adult teenager baby infant male female civilian soldier policeman officer gold silver "
    "bronze win draw loss defeat".split()
)
"""Nouns for kinds of a whole."""


def sums(article: Article) -> tuple[Sum, ...]:
    """The totals of an article with their parts, in the order of the totals; no total comes twice."""
    return article.derive(_sums)


def _sums(article: Article) -> tuple[Sum, ...]:
    found: dict[Span, Sum] = {}
    for block in figured(article):
        if len(block.quantities) < 3:
            continue
        for each in (*_listed(article, block), *_accounted(block)):
            found.setdefault(each.total.span, each)
    for run in running(article) if any(map(tells_rest, figured(article))) else ():
        for each in (*_divided(run), *parts_up_to_rest(article, run)):
            found.setdefault(each.total.span, each)
    for run in running(article):
        for each in partitions(run):
            found.setdefault(each.total.span, each)
    for each in ledgers(article):
        found.setdefault(each.total.span, each)
    return tuple(sorted(found.values(), key=lambda each: each.total.span))


def _listed(article: Article, block: Figured) -> Iterator[Sum]:
    small = block.text.lower()
    for template in (*OPENED, *SUMMED) if any(word in small for word in SUMMING) else OPENED:
        for found in pattern(template).finditer(block.text):
            total = block.quantity(found.start("total"))
            parts = tuple(part for part in _parts(block, found) if part is not total)
            singles = len(re.findall(rf"(?:[,;] (?:and )?| and ){ONE}", found["list"], re.IGNORECASE))
            parts = _with_unit(total, (*_part_before(block, found.start("total")), *parts))
            opener = found.groupdict().get("opener")
            if CLAUSE_OF.search(block.text[max(0, found.start("total") - 60) : found.start("total")]):
                continue
            if len({_rate(block, each) for each in parts}) > 1:
                continue
            if (
                parts
                and len(parts) + singles > 1
                and is_sound(total, parts)
                and not goes_on(block, found)
                and (opener != ", " or found["lead"] or IN_ALL.match(found[0]) or _is_whole(article, total, parts))
            ):
                yield Sum(total, parts, singles)


PART_OF = lazy_pattern(r"[\ue000-\ue009] (?:out )?of (?:the |its |their |his |her |all )?$")


def _part_before(block: Figured, place: int) -> tuple[Quantity, ...]:
    """The part of which a total is told, if it is: "89 of the 124 leavers study, 19 have found work"."""
    found = PART_OF.search(block.text, max(0, place - len("x out of their ")), place)
    return () if found is None else (block.quantity(found.start()),)


FOR_SO_MANY = pattern(ON + "$")


def _parts(block: Figured, found: re.Match[str]) -> Iterator[Quantity]:
    """The figures of a list but those of the things that money goes to or comes from."""
    start, end = found.span("list")
    for each in block.between(start, end):
        place = block.sign_of(each) + 1
        if not (each.head and FOR_SO_MANY.search(block.text, max(start, place - 16), place)):
            yield each


RATE = lazy_pattern(r"(?:,? for)? (?:(?:each|every|per)(?: [a-z]+)?|apiece)\b|(?! an? total) an? [a-z]+")
"""Behind a part, what makes it the price of one: "110 for each trip" is told before how many trips there were."""


def _rate(block: Figured, part: Quantity) -> str:
    """What so much of a part is for: "for each round trip", "" for a plain amount."""
    found = None if part.kind == "count" and part.head else RATE.match(block.text, block.sign_of(part) + 1)
    return found[0].strip(", ") if found is not None else ""


def _accounted(block: Figured) -> Iterator[Sum]:
    for total, told, complete in accounts(block):
        parts = _with_unit(total, told) if total.kind != "count" else told
        counted = all(part.kind in (total.kind, "count", "multiple") for part in parts)
        if len(parts) > 1 and counted and is_sound(total, parts):
            each = Sum(total, parts)
            if complete or (total.high is not None and each.low > total.high):
                yield each


IN_ALL = lazy_pattern(r"[^,]* (?:in all|in total|altogether|all told), ")
"""What makes a figure a total: "paid 1,200 euros in all, 700 for"."""

CLAUSE_OF = lazy_pattern(r"(?:^|[.;,] )(?:of|among)\b[^.;,]*$", re.IGNORECASE)
"""What makes a total one of which only some parts need follow: "Of the 40 mayors"."""


def _with_unit(total: Quantity, parts: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The parts, if they are of the total's kind and unit or plain numbers beside it; else none."""
    alike = all(
        (part.kind == total.kind and part.unit in ("", total.unit)) or (part.kind == "count" and not part.head)
        for part in parts
    )
    return parts if alike else ()


def _is_whole(article: Article, total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether a total before a comma is one whose kinds follow, rather than the first thing of a list."""
    if total.kind != "count":
        united = all(part.unit == total.unit or not part.unit for part in parts)
        return united and (bool(total.of) or _are_sorted(article, total, parts))
    if all(not part.head for part in parts):
        after = [article.plain[part.span.end : part.span.end + 20].split() for part in parts]
        end = total.noun.end if total.noun else total.span.end
        own = article.plain[end : end + 20].split()
        if total.noun is None and not SUFFERED.match(article.plain, total.span.end):
            return article.plain[: total.span.start].endswith(" of ")
        told = all(after) and all(words[0].strip(",.;").isalpha() for words in after) and own[:1] != after[0][:1]
        signs = [sign[1] for each in parts if (sign := SORTED.match(article.plain, each.span.end)) is not None]
        if len(signs) == len(parts):
            return told and _are_most(total, parts)
        # "Twenty were won by White, 11 by Black and 14 drawn": the first figure is one of the parts.
        first = article.plain[end : parts[0].span.start]
        return told and not any(f" {sign} " in first for sign in signs)
    before = article.plain[max(0, total.span.start - 4) : total.span.start]
    if _is_kind(article, total, parts):
        return False
    if total.head in KINDS or total.head in {part.head for part in parts}:
        return False
    kinds = all(part.head in KINDS | PERSONS or part.of[:1].isupper() for part in parts)
    near = Fraction(1, 2) * total.value <= sum(part.value for part in parts) + 1 <= 2 * total.value
    return (not total.head and before.endswith("of ")) or (total.head in GENERIC and near) or kinds


ARE = lazy_pattern(r" (?:is|are|was|were) (?:[\w-]+ )?([\w-]+), ")

YOUNG = frozenset("child teenager baby infant minor boy girl pupil".split())


def _is_kind(article: Article, total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether a bare number is one of a kind, told beside those of others: "121 were children, 57 women and 34 men"."""
    found = None if total.head else ARE.match(article.plain, total.span.end)
    if found is None or found.end() < parts[0].span.start:
        return False
    kind, heads = singular(found[1].lower()), {part.head for part in parts}
    others = heads - {"boy", "girl"} if kind in YOUNG else heads - {"man", "woman"} if kind == "adult" else heads
    return kind in (KINDS | YOUNG) and bool(others)


SORTED = lazy_pattern(r" (from|by|for|to|on|in|through|at) ")


def _are_sorted(article: Article, total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether each part says in like words whence or where it goes, and they are nearly all: "8,000 from members"."""
    signs = [SORTED.match(article.plain, part.span.end) for part in parts]
    told = {sign[1] for sign in signs if sign is not None}
    return all(signs) and len(told) == 1 and _are_most(total, parts)


def _are_most(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether parts come so near to a total that they seem to be all of it."""
    return Fraction(3, 4) * total.value <= sum(part.value for part in parts) <= Fraction(4, 3) * total.value


SUFFERED = lazy_pattern(r" (?:(?:is|are|was|were|have|has|had|been) )+(?:\w+(?:ed|en)|hurt|dead|missing)\b")
"""Behind a number that counts no noun, what makes it one of people: "Nine were hurt"."""


DIVIDED = (
    (
        r"\b(?:of|among) (?:the |its |their |these |those |all )?(?:(?!wh(?:ich|om)\b)[\w'-]+ "
        r"){0,4}?<total:count>(?! to \ue000)(?P<parts>[^.;:!?\n]{3,200}?\b(?:the )?(?:other|remaining|"
        r"rest,?|remainder,?) <rest:count>)"
    ),
    (
        r"\b(?:of|among) (?:the |its |their |these |those |all )?(?:(?!wh(?:ich|om)\b)[\w'-]+ "
        r"){0,4}?<total:count>(?! to \ue000)(?P<parts>[^.;:!?\n]{3,160}[.;][ \n](?:and )?(?:the "
        r")?(?:other|remaining) <rest:count>)"
    ),
)
"""A total whose parts are told one by one up to the rest: "Of its 40 members, 22 … nine … The other nine …"."""


def _divided(block: Figured) -> Iterator[Sum]:
    for template in DIVIDED:
        for found in pattern(template).finditer(block.text):
            total = block.quantity(found.start("total"))
            parts = tuple(each for each in block.between(*found.span("parts")) if each.kind == "count")
            counted = [
                each for each in parts
                if each.kind == "count" and (not each.head or each.head in ("other", total.head)) and not each.ends
            ]  # fmt: skip
            if len(counted) == len(parts) > 1 and is_sound(total, tuple(parts)):
                yield Sum(total, parts)
