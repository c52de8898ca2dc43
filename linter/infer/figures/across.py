"""What figures of two articles have in common where they are of one thing: keys, told by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.facts.names import key_of
from linter.infer.figures.fates import GENERIC
from linter.infer.figures.topics import Topic, is_varying
from linter.infer.stems import stem, stems

EMPLOYED = frozenset(("employee", "worker"))
"""Heads of which one says that somebody employs them, without the verb."""

INHABITING = frozenset(("inhabitant", "resident"))

GATHERED = frozenset(map(stem, "attend demonstrate gather house march protest rally seat shelter".split()))
"""The stems of words for what people are counted at or for."""

WORKING = lazy_pattern(r"(?: who)? work(?:s|ed|ing)? (?:at|for|in|on) ")

SETTLED_IN = frozenset(("", *map(stem, "city community municipality town village".split())))
"""The stems of nouns for places of which one name is that of one; a county may be called like its town."""

SETTLED = lazy_pattern(r"\b(?:city|island|municipality|town|village|population) (?:of|with)(?: about| some)? $")
"""Before the number of those who live somewhere."""

HYPHENED = lazy_pattern(r"-([a-z]{3,})\b(?!-)")
"""What is counted, between a number and the thing that has so many: "the 40-bed clinic"."""

FOR_IT = lazy_pattern(r" (?:in favou?r|voting yes|voted yes)\b")

COUNTERS = frozenset(map(stem, "police organisers organizers union authorities officials".split()))
"""The stems of those whose counts of one crowd differ."""

COMING_AND_GOING = frozenset(
    map(stem, "cut dismiss fire hire lay laid leave left lose recruit sack shed strike".split())
)
"""The stems of words for what befalls some of those who are employed."""

NAMED_ALIKE = 2
"""Names that two articles have in common where the later one comes back to a count of the same."""

BOUGHT = frozenset(map(stem, "buy bought buys purchase acquire acquisition takeover".split()))

PART_BOUGHT = lazy_pattern(
    r"\b[A-Z][\w-]*['’]s? (?:(?!acquisition|purchase|takeover)[a-z-]+ )*(?!acquisition|purchase|takeover)[a-z-]+ for\b|"
    r"\b(?:assets?|arm|brands?|division|parts?|plants?|shares?|stakes?|stores|subsidiary|units?)\b"
)
"""What tells that not the whole of a firm is bought: "bought Norfast's tea brand for"."""

DEAL, RATE = "deal ", "rate "
"""How the keys of what is paid for a firm begin, and those of rates."""

RATE_NAMED = lazy_pattern(r"(?:\b([\w'-]+) )?\b(unemployment|jobless|inflation|turnout)\b", re.IGNORECASE)
"""A rate, with the word before it."""

NEUTRAL = frozenset(("", "the", "its", "their", "and", "in", "voter", "overall", "when", "as", "while", "but", "with"))
"""Words before a rate that do not tell it from another."""

APPROVAL = f"{RATE}approval"

VOTERS_OF = lazy_pattern(
    r"\b(?:[Dd]elegates|[Mm]embers|[Ss]hareholders|[Vv]oters) (?:of|in|at) (?:the )?([A-Z][\w-]+)|"
    r"\b([A-Z][\w-]+)'s? (?:delegates|members|shareholders|voters)\b"
)
"""Of what those who vote are members, or where they live."""

VOTERS = frozenset("ballot delegate member shareholder vote voter".split())

IN_FAVOUR = frozenset(map(stem, "accept approve approved back backed favour favor support supported yes".split()))

CHANGED = lazy_pattern(
    r"\b(?:climbed|cut|declined|down|dropped|fallen|fell|gained|grew|grown|increased|jumped|lost|"
    r"rise of|risen|rose|up)(?: by)?(?: about| almost| nearly| some)? $"
)
"""Before a percentage that is a change."""

RATE_BEHIND = lazy_pattern(r", (?:[\w'’-]+ ){1,4}(?:is|was|has been)\b")
"""Behind a percentage with which a sentence begins: "At 57 percent, turnout was"."""

CHANGES = lazy_pattern(r" (?:fewer|gain|growth|higher|increase|less|lower|more|rise|drop|fall|decline|up|down)\b")


def keys_of(article: Article, topic: Topic) -> Iterator[str]:
    """The keys of a count, a measure or a sum of money."""
    quantity = topic.quantity
    if quantity.kind != "count":
        yield f"{quantity.kind} {quantity.unit}"
        if quantity.kind == "money" and not topic.words.isdisjoint(BOUGHT) and not _is_of_part(article, topic):
            yield f"{DEAL}{quantity.unit}"
        return
    after = (quantity.noun or quantity.span).end
    works = quantity.head in GENERIC and WORKING.match(article.plain, after)
    if not topic.fate and (
        quantity.head in EMPLOYED or works or (quantity.head in GENERIC and "employ" in topic.words)
    ):
        yield "does employ"
    elif quantity.head in INHABITING or (quantity.head in GENERIC and SETTLED.search(topic.before)):
        yield "does inhabit"
    elif quantity.head in GENERIC:
        yield from (f"does {act}" for act in sorted(GATHERED & topic.words))
    hyphened = HYPHENED.match(article.plain, quantity.number.end)
    if hyphened is not None:
        yield f"count {hyphened[1]}"
    elif quantity.head and quantity.head not in GENERIC and not is_varying(quantity):
        yield f"count {quantity.head}"
    elif topic.fate:
        yield f"fate {topic.fate}"


def rate_keys(article: Article, topic: Topic) -> Iterator[str]:
    """The keys of a percentage that is a rate or a share of those who vote, not a change."""
    if CHANGED.search(topic.before) or CHANGES.match(article.plain, topic.quantity.span.end):
        return
    end = topic.quantity.span.end
    fronted = RATE_BEHIND.match(article.plain, end) if topic.before == "At " else None
    text = fronted[0] if fronted else article.plain_words(topic.sentence.span)[: end - topic.sentence.span.start]
    yield from (f"{RATE}{stem(found[2])} {_of_which(found)}" for found in RATE_NAMED.finditer(text))
    voted = topic.quantity.head in VOTERS or FOR_IT.match(article.plain, end)
    sentence = article.plain_words(topic.sentence.span)
    if voted and not IN_FAVOUR.isdisjoint(stems(sentence)):
        yield APPROVAL
        yield from (f"{APPROVAL} {found[1] or found[2]}" for found in VOTERS_OF.finditer(sentence))


def _of_which(found: re.Match[str]) -> str:
    """The word before a rate that says of what: "food inflation"; "" for "Chile's inflation" and "the inflation"."""
    word = found[1] or ""
    named = word[:1].isupper() and found.start() > 0
    return "" if named or word.endswith("'s") or word.lower() in NEUTRAL else stem(word)


def _is_of_part(article: Article, topic: Topic) -> bool:
    return PART_BOUGHT.search(article.plain_words(topic.sentence.span)) is not None


WIDEST = 24

PART_AFTER = lazy_pattern(r" (?:out )?of (?:its|the|their|his|her|a total of|some|about) (?:some |about |roughly )?")
"""Between a part and the whole it is of: "85 of its 430 workers". The part counts what the whole does."""


def wholes_of(article: Article, found: Sequence[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The parts, each with the whole that stands right behind it."""
    for part, whole in pairwise(found):
        between = article.plain[part.quantity.span.end : whole.quantity.span.start]
        if len(between) < WIDEST and PART_AFTER.fullmatch(between):
            yield part, whole


ASIDE = lazy_pattern(r", (?:which|who|with|an?) [^,;:\d]*$")
"""An aside that is open where a figure stands."""


def own_years(article: Article, topic: Topic) -> frozenset[str]:
    """The years of a figure; in an aside ("the yard, which employs 300 people, will close in May") those of the rest
    are none of its own."""
    opened = ASIDE.search(article.plain, topic.sentence.span.start, topic.quantity.span.start)
    closed = article.plain.find(",", topic.quantity.span.end, topic.sentence.span.end)
    return frozenset() if opened and closed > 0 else topic.years


ABOUT = 5
"""Words that two paragraphs have in common which speak of one thing."""


def shares_most(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two paragraphs have most of their words in common, counted by the shorter one."""
    shared = len(one & other)
    return shared >= ABOUT and 3 * shared >= 2 * min(len(one), len(other))


def is_elsewhere(
    places: frozenset[str], names: frozenset[str], other_places: frozenset[str], other_names: frozenset[str]
) -> bool:
    """Whether two figures are of two places: those that both tell, or one that nothing around the other one names."""
    if places and other_places:
        return places.isdisjoint(other_places)
    told, around = (places, other_names) if places else (other_places, names)
    words = {word for place in told for word in key_of(place).split()} & (names | other_names)
    return bool(words) and words.isdisjoint(around)


JOINED = lazy_pattern(
    r"\b(?:across|at|between|from|in|near) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?:, [A-Z][\w'’-]*)* "
    r"and (?:in )?([A-Z][\w'’-]*)"
)
"""Two places told in one: "in Duvan and Sarik"."""

ABLE = lazy_pattern(
    r"\b(?:(?:can|could|able to) (?:accommodate|carry|fit|hold|house|seat|sleep|take)|room for|space for|"
    r"(?:built|certified|designed|licen[cs]ed|made|meant) (?:for|to (?:carry|hold|house|seat))) (?:[a-z]+ ){0,2}$"
)
"""Before the number of those for whom there is room."""


def scope_of(article: Article, topic: Topic) -> frozenset[str]:
    """What tells that a figure is of more than another one of the same: a second place, or that so many could be."""
    start = topic.quantity.span.start
    joined = JOINED.finditer(article.plain, topic.sentence.span.start, topic.sentence.span.end)
    able = ABLE.search(article.plain, topic.sentence.span.start, start) is not None
    return frozenset((*(key_of(found[1]) for found in joined), *(("able",) if able else ())))


ON = lazy_pattern(
    r" (?:(?:a|this|next|last|per) year )?on ((?:(?:the|its|an?) )?[a-z][\w-]*"
    r"(?: (?!(?:this|last|next|each|every|in|by|over|until|from|during|year|month|and)\b)[\w'-]+){0,3})"
)


def spent_on(article: Article, topic: Topic) -> frozenset[str]:
    """The stems of the words behind a sum that say on what it is spent."""
    quantity = topic.quantity
    paid = quantity.kind == "money" or quantity.inexact  # "5 billion crowns" of a country that is not known
    found = ON.match(article.plain, (quantity.noun or quantity.span).end) if paid else None
    return frozenset(stems(found[1])) if found is not None else frozenset()


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two things are told and have no word in common."""
    return bool(one) and bool(other) and one.isdisjoint(other)
