"""The thing that a figure is of, by its noun and its own name: "the Orsa bridge is 412 metres long"."""

from __future__ import annotations

from msgspec import Struct

from linter.annotation.names.words import BODIES, GROUNDS
from linter.core.pattern import lazy_pattern
from linter.infer.stems import stem

BESIDE = (
    r"(?: (?:in|of|at|near|off|about|between|on|over) (?:the )?(?P<place>[A-Z][\w'’-]*(?: (?:and )?[A-Z][\w'’-]*)*))?"
)
"""Where the thing is, or what it is of."""

WORDS = r"(?P<words>(?:(?!(?:in|of|at|near|off|about|between|on|over)\b)[\w'’-]+(?: |(?= |,))){1,6}(?<! ))"

BEFORE = lazy_pattern(
    WORDS + BESIDE + r"(?:, with |,? (?:which |that )?(?:has|had|"
    r"have|will have|is|was|will be|holds|held|houses|employs|employed|will employ|seats|costs?|will cost|measures|"
    r"measured|weighs|weighed|carries|carried|contains|contained|stands|rises|stretches|runs|spans|covers|"
    r"(?:can|could|will|would) (?:carry|hold|house|measure|seat|weigh)) )"
    r"(?:about |an? [a-z]+ of |around |roughly |some )?$"
)
"""The words before a figure that say what it is of, up to the verb."""

CALLED = lazy_pattern(
    r"(?P<place>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*), (?:an?|the) (?:[a-z-]+ ){0,2}?(?P<words>[a-z]{3,}) "
    r"(?:of|with)(?: about| some| roughly)? $"
)
"""The same in apposition: "Skarne, a town of"."""

FRONTED = lazy_pattern(r", (?:the )?" + WORDS + BESIDE + r" (?:is|was|will|would|has)\b")
"""Behind a figure with which a sentence begins ("At 46 million euros, the bridge over the Drin is")."""

OPENING = lazy_pattern(
    "(?P<thing>" + WORDS + BESIDE + r") (?:is|was|has|had|will|would|can|could|opened|opens|stands)\b"
)
"""The subject with which a sentence begins."""

PRONOUN = lazy_pattern(r"It(?= (?:has|had|will|was|is|employs|holds|houses|seats|cost|costs)\b)")
"""Stands for the subject of the sentence before."""

AFTER = lazy_pattern(
    r"(?:(?:(?: who)? work(?:s|ed)? (?:at|for|in)| of| at)(?: the)?)? (?P<words>(?:[A-Z][\w'’-]* )*"
    r"(?:(?!(?:was|were|has|had|will|would|and|are|can)\b)[a-z]{3,}(?!['’])(?: [A-Z][\w'’-]*)?|[A-Z][\w'’-]*))" + BESIDE
)
"""The words behind a figure that stands before its noun: "the 480-metre Orsa bridge"."""

ATTRIBUTIVE = lazy_pattern(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|[Aa]n?|[A-Z][\w-]*['’]s) $")
"""Before a figure that stands before its noun."""

REACH = 90
"""Code points before a figure in which its thing is looked for."""

CROSSWISE = lazy_pattern(r"\b(?:apart|away|deep|from|thick|wide|below|above|under|beneath)\b")
"""Behind a length that is not the one by which a thing is called "the 480-metre bridge"."""


STAFF, WHOLE = (" of the ", " at the "), ("All ", "all ", "The ", "the ")
"""Between those who work and where they do, and before all of them."""

ARTICLES = frozenset(("The", "A", "An"))


class Thing(Struct, frozen=True):
    """What a figure is of: the stem of its noun, and the words of its own name and place; "" and none where unknown."""

    noun: str = ""
    names: frozenset[str] = frozenset()


def thing_of(before: str, figure: str, after: str) -> Thing:
    """The thing that a figure is of, given its words and those of its clause before and after it."""
    if CROSSWISE.match(after.lstrip()) is not None:
        return Thing()
    near = before[-REACH:]
    found = FRONTED.match(after) if before == "At " else BEFORE.search(near) or CALLED.search(near)
    attributive = ("-" in figure or figure[0] in "$£€¥") and ATTRIBUTIVE.search(before) is not None
    staff = after.startswith((" work", " who work")) or (after.startswith(STAFF) and before.endswith(WHOLE))
    if found is None and (attributive or staff):
        found = AFTER.match(after)
    if found is None:
        return Thing()
    noun, names = _read(found["words"].split())
    place = (found["place"] or "").split()
    own = (word.replace("’s", "").replace("'s", "") for word in (*names, *place))
    return Thing(stem(noun), frozenset(word for word in own if word[:1].isupper() and word not in ARTICLES))


def resolved(before: str, sentence: str) -> str:
    """The words before a figure with the subject of the `sentence` before in the place of "It"."""
    pronoun = PRONOUN.match(before)
    subject = OPENING.match(sentence) if pronoun is not None else None
    return before if subject is None or pronoun is None else f"{subject['thing']}{before[pronoun.end() :]}"


def _read(words: list[str]) -> tuple[str, list[str]]:
    """The noun of a thing and the words of its name: of "Orsa bridge", "Orsa Bridge" and "ferry Aurora"."""
    end = len(words)
    if words[-1][0].islower():
        end -= 1
    start = end
    while start and words[start - 1][0].isupper() and words[start - 1] not in ARTICLES:
        start -= 1
    names = words[start:end]
    if end < len(words):
        return words[-1], names
    if names and names[-1].lower() in BODIES | GROUNDS:
        return names[-1].lower(), names[:-1]
    before = words[start - 1] if start else ""
    return (before if before.islower() and len(before) > len("its") else ""), names
