"""The thing that a figure is of, by its noun and its own name: "the Orsa bridge is 412 metres long"."""

from __future__ import annotations

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.infer.stems import stem

BESIDE = (
    r"(?: (?:in|of|at|near|off|about|between|on|over) (?:the )?(?P<place>[A-Z][\w'’-]*(?: (?:and )?[A-Z][\w'’-]*)*))?"
)
"""Where the thing is, or what it is of."""

BEFORE = lazy_pattern(
    r"(?P<name>(?:[A-Z][\w'’-]* )*)(?:new |old )?(?P<thing>[a-z]{3,})"
    + BESIDE
    + r"(?:, with |,? (?:which |that )?(?:has|had|"
    r"have|will have|is|was|will be|holds|held|houses|employs|employed|will employ|seats|costs?|will cost|measures|"
    r"measured|weighs|weighed|carries|carried|contains|contained) )(?:about |an? [a-z]+ of |around |roughly |some )?$"
)
"""The words before a figure that say what it is of, up to the verb."""

AFTER = lazy_pattern(r" (?P<name>(?:[A-Z][\w'’-]* )*)(?P<thing>[a-z]{3,})" + BESIDE)
"""The words behind a figure that stands before its noun: "the 480-metre Orsa bridge"."""

ATTRIBUTIVE = lazy_pattern(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|[Aa]n?|[A-Z][\w-]*['’]s) $")
"""Before a figure that stands before its noun."""

REACH = 90
"""Code points before a figure in which its thing is looked for."""

CROSSWISE = lazy_pattern(r"\b(?:apart|away|deep|from|thick|wide|below|above|under|beneath)\b")
"""Behind a length that is not the one by which a thing is called "the 480-metre bridge"."""


class Thing(Struct, frozen=True):
    """What a figure is of: the stem of its noun, and the words of its own name and place; "" and none where unknown."""

    noun: str = ""
    names: frozenset[str] = frozenset()


def thing_of(before: str, figure: str, after: str) -> Thing:
    """The thing that a figure is of, given its words and those of its clause before and after it."""
    if CROSSWISE.match(after.lstrip()) is not None:
        return Thing()
    found = BEFORE.search(before[-REACH:])
    if found is None and ("-" in figure or figure[0] in "$£€¥") and ATTRIBUTIVE.search(before) is not None:
        found = AFTER.match(after)
    if found is None:
        return Thing()
    words = f"{found['name']} {found['place'] or ''}".replace("’s", "").replace("'s", "").split()
    return Thing(
        stem(found["thing"]), frozenset(word for word in words if word[0].isupper() and word not in ("The", "A", "An"))
    )
