"""What a thing holds or measures, told of it in one way and later in another: "has 480 seats", "the 840-seat hall"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.model import Quantity, overlap
from linter.annotation.quantities.nouns import STOPS, singular
from linter.core.pattern import lazy_pattern
from linter.infer.figures.belongings import GAINED
from linter.infer.stems import stem

NEAR = 70
"""Code points around a figure that are looked at."""

HOLDS = (
    r"(?:(?:which|that) )?(?:(?:has|have|had|holds?|held|seats?|seated|houses?|housed|boasts?|contains?|contained|"
    r"employs?|employed|owns?|owned|keeps?|kept|counts?|comprises?|comprised|carries|carried|"
    r"(?:can|could|will) (?:carry|hold|seat|take|house)|(?:has|had|with) room for|"
    r"(?:is|was) (?:carrying|holding)|with)(?: its| all its)?)"
)

HELD_BY = lazy_pattern(
    rf"\b(?:the|this|that|an?|its) (?:[a-z][\w'-]* ){{0,2}}?(?P<thing>[a-z][\w-]*)"
    rf"(?: (?:in|at|near|outside) [A-Z][\w-]+(?: [A-Z][\w-]+)?)?,? {HOLDS} $",
    re.IGNORECASE,
)
"""Before a count, what has so many: "the factory employs ", "the hall, which has "."""

POSSESSOR = lazy_pattern(r"\b(?:the|this|that) (?:[a-z][\w-]* )?(?P<thing>[a-z][\w-]*)'s? $", re.IGNORECASE)

DEFINITE = lazy_pattern(r"\b(?:all|all the|all of the|each of the|the) $", re.IGNORECASE)

OF_IT = lazy_pattern(
    r" (?:of|at|in|on|aboard) (?:the|this|that) (?P<thing>[a-z][\w-]*)(?= (?:is|was|are|were|has|have|had|will|would|"
    r"can|could|must)\b|[.,;]|$)"
)
"""Behind a definite count, what it is in: "all 460 employees of the plant"."""

OPENS = lazy_pattern(r"(?:^|[.!?]['\")]* |\n)(?:With (?:its |all its |room for )?|At |Home to )$")
FRONTED = lazy_pattern(
    r"(?:,| (?:long|high|tall|wide|deep),)? (?:(?:the|this) (?:[a-z][\w-]* )??(?P<thing>[a-z][\w-]*)|it)"
    r"(?= (?:is|was|has|had|will|would)\b|,)"
)
"""Behind a figure that opens its sentence, the thing that has it: "At 350 metres, the bridge is"; or "it"."""

COMPOUND = lazy_pattern(
    r"-(?P<unit>[a-z]+)(?:-(?:long|high|tall|wide|deep))? (?P<first>[a-z][\w-]*)(?! of\b)"
    r"(?: (?P<second>[a-z][\w-]*))?(?! (?:of|that|which|given|it|he|she|they)\b)"
)
"""Behind a number, the thing whose size it is: "the 320-seat theatre"."""

ARTICLE = lazy_pattern(r"\b(?:the|this|that|an?|its) (?:new |old )?$", re.IGNORECASE)

MEASURED = lazy_pattern(
    r"\b(?:the|this|that|an?|its) (?:[a-z][\w-]* ){0,2}?(?P<thing>[a-z][\w-]*),? (?:(?:which|that) )?"
    r"(?:is|was|measures|measured|stands|stood|rises|rose|will be) $|"
    r"\b(?:the|this|that) (?P<beside>[a-z][\w-]*), $",
    re.IGNORECASE,
)
SIZE = lazy_pattern(r" (?:in )?(long|high|tall|wide|deep|length|height|width|depth)\b(?! as| by)")
"""Around a measure, the thing that it is of and the dimension."""

RESTRICTED = lazy_pattern(
    r" (?:who|that|which|by|from|aged|under|over|in|on|at|with|without|for|of|more|fewer|less|each|a|per|to)\b|-"
)
"""What makes a count one of a part of what a thing has."""

WORKERS = frozenset(("employee", "worker", "staff", "employees"))

RESIDENTS = frozenset(("resident", "inhabitant", "villager", "islander"))

WHOLES = {"workforce": "worker", "staff": "worker", "population": "resident", "circulation": "copy"}
"""Nouns that say of what so many are: "has a workforce of 3,500"."""

WHOLE_OF = lazy_pattern(
    rf"\b(?:the|this|that|an?|its) (?:[a-z][\w-]* ){{0,2}}?(?P<thing>[a-z][\w-]*),? (?:(?:which|that) )?"
    rf"(?:has|have|had|with) (?:an?|its) (?:[a-z]+ )?(?P<whole>{'|'.join(WHOLES)}) of $",
    re.IGNORECASE,
)

SETTLED = lazy_pattern(
    r"\b(?:the|this|that|an?) (?:[a-z][\w-]* )?(?P<thing>town|village|city|island|suburb|hamlet|settlement) of $",
    re.IGNORECASE,
)
"""Before a count of people, where they live."""

VERBED = lazy_pattern(
    r"\b(?:the|this|that|an?|its|his|her|their) (?:[a-z][\w-]* ){0,2}?(?P<thing>[a-z][\w-]*)(?P<which>, (?:which|who))?"
    r" (?:has |had |have )?(?P<verb>(?!(?:and|but|for|with|from|than|are|was|were|has|had|have|the|all)\b)[a-z]{3,}) $",
    re.IGNORECASE,
)
"""Before a figure, what does so much by any verb: "the book, which sold"."""

ABOARD = lazy_pattern(r"\b(?:carried|carrying|had|has|have|with) $")
"""Before those who were aboard, which need not be as many as there is room for."""

PRICED = lazy_pattern(r" (?P<first>[a-z][\w-]*)\b(?! (?:of|that|which|given|it|he|she|they)\b)"
                      r"(?: (?P<second>[a-z][\w-]*)\b)?(?! (?:of|that|which|given|it|he|she|they)\b)")  # fmt: skip
"""Behind a sum, what it is the size of: "the $4 million grant"."""

SLACK = 2
"""How many times as large one of two figures of one thing may be as the other; beyond it they tell different things."""


class Held(Struct, frozen=True):
    """A figure, the thing that holds or measures so much, by stem, of what, and whether the thing is one known.

    `named` is a figure by which the thing is called ("the 28-storey tower") or told of it as lasting ("holds").
    """

    quantity: Quantity
    things: frozenset[str]
    of: str
    definite: bool
    named: bool = False


POINTING = ("the ", "this ", "that ")
"""Before a thing that is one known."""

KINDS = frozenset(("count", "measure", "money", "duration"))


def two_holdings(article: Article) -> tuple[tuple[Quantity, Quantity], ...]:
    """Pairs of figures, the earlier first, that tell how much one thing has or measures and cannot both be right."""
    known: dict[str, list[Held]] = defaultdict(list)
    for quantity in article.quantities:
        if quantity.kind in KINDS and quantity.ends is None and quantity.value > SLACK:
            for each in _held(article, quantity):
                known[each.of].append(each)
    return tuple(pair for each in known.values() if len(each) > 1 for pair in _pairs(article, each))


def _pairs(article: Article, told: list[Held]) -> Iterator[tuple[Quantity, Quantity]]:
    known: dict[str, list[Held]] = defaultdict(list)
    for later in told:
        earlier = [known[thing] for thing in sorted(later.things) if thing in known] if later.definite else []
        if earlier and all(_differ(article, each, later) for row in earlier for each in row):
            yield min((row[0].quantity for row in earlier), key=lambda quantity: quantity.span), later.quantity
        for thing in later.things:
            known[thing].append(later)


def _differ(article: Article, one: Held, other: Held) -> bool:
    first, second = one.quantity, other.quantity
    close = max(first.value, second.value) <= SLACK * min(first.value, second.value)
    if not close or overlap(first, second):
        return False
    sentences = [article.sentence_at(each.span.start).span for each in (first, second)]
    if sentences[0] == sentences[1]:
        return False
    years = [frozenset(YEAR.findall(article.plain_words(each))) for each in sentences]
    timeless = (
        (second.kind != "count" and " by " not in other.of) or other.named or not years[1] or years[0] == years[1]
    )
    return timeless and not _several(article, one.things & other.things)


YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d\b(?! ?(?:seats|people|m\b|met|feet))")


def _several(article: Article, things: frozenset[str]) -> bool:
    """Whether the text tells of more than one such thing."""
    return not things.isdisjoint(article.derive(_told_of_several))


def _told_of_several(article: Article) -> frozenset[str]:
    """The stems of the things of which a text tells that there are more than one."""
    found = (each[1] for each in SEVERAL.finditer(article.plain))
    return frozenset(stem(singular(word.lower())) for words in found for word in words.split())


SEVERAL = lazy_pattern(
    r"\b(?:another|second|third|other|two|three|four|five|several|many|both|neighbou?ring|nearby|old|older|existing|"
    r"upper|lower|northern|southern|eastern|western|smaller|larger|bigger|taller|"
    r"previous|former|next|rival|sister|predecessor) ([a-z][\w-]*(?: [a-z][\w-]*)?)",
    re.IGNORECASE,
)


def _held(article: Article, quantity: Quantity) -> Iterator[Held]:
    plain, span = article.plain, quantity.span
    before = plain[max(0, span.start - NEAR) : span.start]
    end = quantity.number.end
    compound = COMPOUND.match(plain, end) if plain.startswith("-", end) and ARTICLE.search(before) else None
    if compound is not None:
        of = compound["unit"] if quantity.kind == "count" else quantity.unit
        yield _called(quantity, compound, _kind(of), before)
    elif quantity.kind == "money":
        priced = PRICED.match(plain, quantity.span.end) if ARTICLE.search(before) else None
        if priced is None or priced["first"] in STOPS:
            yield from _verbed(article, quantity, quantity.unit, before)
        else:
            yield _called(quantity, priced, quantity.unit, before)
    elif quantity.kind == "measure":
        yield from _measure(article, quantity, before)
    elif quantity.kind == "count":
        yield from _count(article, quantity, before)


def _called(quantity: Quantity, found: re.Match[str], of: str, before: str) -> Held:
    """A thing called by its size."""
    words = [word for word in (found["first"], found["second"]) if word]
    things = frozenset(stem(word) for word in words[: 1 if words[-1] in STOPS else 2])
    return Held(quantity, things, of, before.lower().endswith(POINTING), named=True)


def _count(article: Article, quantity: Quantity, before: str) -> Iterator[Held]:
    noun, plain = quantity.noun, article.plain
    whole = WHOLE_OF.search(before)
    if whole is not None and noun is None:
        of = WHOLES[whole["whole"].lower()]
        yield Held(quantity, _thing(whole["thing"]), of, _is_definite(whole[0]))
    if noun is None or " " in quantity.of or quantity.head in GAINED or noun.start - quantity.span.end > 1:
        return
    definite = True
    if DEFINITE.search(before) is not None:
        found = OF_IT.match(plain, noun.end)
    elif OPENS.search(before) is not None:
        found = FRONTED.match(plain, noun.end)
    elif (found := SETTLED.search(before)) is None and RESTRICTED.match(plain, noun.end):
        return
    elif (found := found or HELD_BY.search(before)) is not None:
        definite = _is_definite(found[0])
    else:
        found = POSSESSOR.search(before)
    if found is None:
        yield from _verbed(article, quantity, quantity.head, before)
    else:
        of = _people(before) if quantity.head == "person" else _kind(quantity.head)
        of += " aboard" if ABOARD.search(before) and quantity.head in ("person", "passenger") else ""
        yield Held(quantity, _things(article, quantity, found), of, definite)


CLOSED = lazy_pattern(r"(?: of [a-z-]+)?,")


def _verbed(article: Article, quantity: Quantity, of: str, before: str) -> Iterator[Held]:
    found = VERBED.search(before)
    act = stem(found["verb"]) if found is not None else ""
    if found is None or not act:
        return
    relative = found["which"] is not None
    # "which sold 300,000 copies in Spain" is no matter of all of them.
    if not relative or CLOSED.match(article.plain, (quantity.noun or quantity.span).end):
        yield Held(quantity, _thing(found["thing"]), f"{of} by {act}", relative, named=found["verb"].endswith("s"))


def _thing(noun: str) -> frozenset[str]:
    return frozenset((stem(noun.lower()),))


def _people(before: str) -> str:
    """What people are to the thing that they are told of: those who live there, else those who work there."""
    return "resident" if SETTLED.search(before) or before.endswith("Home to ") else "worker"


def _things(article: Article, quantity: Quantity, found: re.Match[str]) -> frozenset[str]:
    """The stem of the thing that was found, or those of the sentence before that "it" goes back to."""
    told = found.groupdict()
    thing = told.get("thing") or told.get("beside")
    if thing:
        return _thing(thing)
    index = article.sentence_index(quantity.span.start)
    before = article.plain_words(article.sentences[index - 1].span) if index else ""
    return frozenset(stem(word) for each in KNOWN.finditer(before) for word in each[1].split()) - {""}


KNOWN = lazy_pattern(r"\b[Tt]he ([a-z][\w-]*(?: [a-z][\w-]*)?)")
"""The things that a sentence tells of as known ones."""


def _measure(article: Article, quantity: Quantity, before: str) -> Iterator[Held]:
    plain = article.plain
    found = FRONTED.match(plain, quantity.span.end) if OPENS.search(before) else None
    if found is None and SIZE.match(plain, quantity.span.end):
        found = MEASURED.search(before)
    if found is None:
        yield from _verbed(article, quantity, quantity.unit, before)
    else:
        definite = _is_definite(found[0]) or found[0].endswith(" it")
        yield Held(quantity, _things(article, quantity, found), quantity.unit, definite)


def _is_definite(phrase: str) -> bool:
    return phrase.lstrip(", ").lower().startswith(POINTING)


def _kind(head: str) -> str:
    return "worker" if head in WORKERS else "resident" if head in RESIDENTS else singular(head)
