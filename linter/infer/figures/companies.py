"""How many people a company of them is said to have, and how many the text comes back to."""

from __future__ import annotations

import re

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity, overlap
from linter.core.pattern import lazy_pattern

COMPANY = (
    r"(?:crew|staff|choir|orchestra|jury|garrison|workforce|troupe|cast|squad|congregation|committee|council|board)"
)

OF = lazy_pattern(rf"\b(?:an?|the|its|their|his|her|[\w-]+'s?) (?:\w+ )?(?P<company>{COMPANY}) of $", re.IGNORECASE)
"""Before a figure that is that of a whole company: "a tanker and its crew of 26"."""

CARRYING = lazy_pattern(r"\b(?:carry|carried|carrying|has|have|had|with) $")
"""Before a figure of the members of a whole company: "was carrying 28 crew members"."""

ALL = lazy_pattern(
    r"\b(?:all|all of the|all the|the|its|their|each of the|each of its|(?P<owner>[\w-]+)'s?) $", re.IGNORECASE
)
"""Before a figure that comes back to it."""

MEMBERS = lazy_pattern(
    rf"[ -](?:(?:members|people|men|women|men and women) (?:of|in|on) "
    rf"(?:the|its|their|his|her|[\w-]+'s?) (?P<of>{COMPANY})\b|"
    rf"(?P<own>{COMPANY}) members\b|(?:member|strong|man|person) (?P<strong>{COMPANY})\b|"
    r"(?P<aboard>passengers)\b(?! and (?:the )?crew))"
)
"""Behind it, the company: "all 26 members of the crew", "the 26-member crew"; passengers are one where "all" are."""

SOME_OF = lazy_pattern(r" (?:who|that|from|in|on|still|under|with)\b")
"""Behind "the three crew members", what makes them some of them."""

NEAR = 40
"""Code points before a figure that are looked at."""


class Company(Struct, frozen=True):
    """A figure of a whole company of people, and a later one of the same company with another value."""

    first: Quantity
    later: Quantity


def two_sized_companies(article: Article) -> tuple[Company, ...]:
    """The companies that a text gives one size and comes back to with another; none where it tells of two alike."""
    counts = [each for each in article.quantities if each.kind == "count" and each.ends is None]
    if len(counts) < 2 or not any(word in article.plain for word in (" of ", " members", " passengers")):
        return ()
    sizes: dict[str, list[Quantity]] = {}
    for each in counts:
        opened = OF.search(article.plain, max(0, each.span.start - NEAR), each.span.start)
        name = opened["company"] if opened is not None else _carried(article, each)
        if name:
            sizes.setdefault(name, []).append(each)
    later = [(each, *_company(article, each)) for each in counts] if sizes else []
    return tuple(
        Company(sizes[name][0], each)
        for each, name, owner in later
        if len(sizes.get(name, ())) == 1
        and each.span.start > sizes[name][0].span.end
        and owner in article.plain_words(article.sentence_at(sizes[name][0].span.start).span)
        and not overlap(each, sizes[name][0])
        and 2 * each.value > sizes[name][0].value
    )


def _carried(article: Article, quantity: Quantity) -> str:
    """The company whose members a figure counts as those that something has, "" for none."""
    if CARRYING.search(article.plain, max(0, quantity.span.start - NEAR), quantity.span.start) is None:
        return ""
    met = MEMBERS.match(article.plain, quantity.number.end)
    return (met["own"] or met["aboard"] or "") if met else ""


def _company(article: Article, quantity: Quantity) -> tuple[str, str]:
    """The company that a figure comes back to, and whose it is, each "" for none."""
    opened = ALL.search(article.plain, max(0, quantity.span.start - NEAR), quantity.span.start)
    met = MEMBERS.match(article.plain, quantity.number.end) if opened else None
    if opened is None or met is None:
        return "", ""
    some = SOME_OF.match(article.plain, met.end()) is not None
    if (some and opened[0].lower() == "the ") or (met["aboard"] and (some or not opened[0].lower().startswith("all"))):
        return "", ""
    return met["of"] or met["own"] or met["strong"] or met["aboard"], opened["owner"] or ""
