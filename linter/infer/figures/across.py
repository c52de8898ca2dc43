"""What figures of two articles have in common where they are of one thing: keys, told by the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.annotation.article import Article
from linter.core.pattern import lazy_pattern
from linter.infer.figures.fates import GENERIC
from linter.infer.figures.topics import Topic, is_varying
from linter.infer.stems import stem, stems

EMPLOYED = frozenset(("employee", "worker"))
"""Heads of which one says that somebody employs them, without the verb."""

INHABITING = frozenset(("inhabitant", "resident"))

GATHERED = frozenset(map(stem, "attend demonstrate gather house march protest rally seat shelter".split()))
"""The stems of words for what people are counted at or for."""

WORKING = lazy_pattern(r"(?: who)? work(?:s|ed|ing)? (?:at|for|in|on) ")

SETTLED = lazy_pattern(r"\b(?:city|island|municipality|town|village|population) (?:of|with)(?: about| some)? $")
"""Before the number of those who live somewhere."""

HYPHENED = lazy_pattern(r"-([a-z]{3,})\b(?!-)")
"""What is counted, between a number and the thing that has so many: "the 40-bed clinic"."""

FOR_IT = lazy_pattern(r" (?:in favou?r|voting yes|voted yes)\b")

TALLY = lazy_pattern(r" (?:to|against) (?:\d|[a-z]+\b)")
"""Between the votes for something and those against it."""

BOUGHT = frozenset(map(stem, "buy bought buys purchase acquire acquisition takeover".split()))

DEAL, RATE = "deal ", "rate "
"""How the keys of what is paid for a firm begin, and those of rates."""

RATES = frozenset(map(stem, "unemployment jobless inflation turnout".split()))
"""The stems of what is told as a rate."""

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
        if quantity.kind == "money" and not topic.words.isdisjoint(BOUGHT):
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
    tally = quantity.head == "vote" and TALLY.match(article.plain, after)
    hyphened = HYPHENED.match(article.plain, quantity.number.end)
    if hyphened is not None:
        yield f"count {hyphened[1]}"
    elif quantity.head and quantity.head not in GENERIC and (tally or not is_varying(quantity)):
        yield f"count {quantity.head}"
    elif topic.fate:
        yield f"fate {topic.fate}"


def rate_keys(article: Article, topic: Topic) -> Iterator[str]:
    """The keys of a percentage that is a rate or a share of those who vote, not a change."""
    if CHANGED.search(topic.before) or CHANGES.match(article.plain, topic.quantity.span.end):
        return
    end = topic.quantity.span.end
    fronted = topic.before == "At " and RATE_BEHIND.match(article.plain, end)
    told = topic.words | frozenset(stems(fronted[0] if fronted else topic.before))
    yield from (f"{RATE}{each}" for each in sorted(RATES & told))
    voted = topic.quantity.head in VOTERS or FOR_IT.match(article.plain, topic.quantity.span.end)
    if voted and not IN_FAVOUR.isdisjoint(stems(article.plain_words(topic.sentence.span))):
        yield f"{RATE}approval"
