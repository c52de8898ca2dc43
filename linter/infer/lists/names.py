"""Lists in apposition: "ministers from four countries, Austria, Italy, Spain and Malta, met"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.article import Article
from linter.annotation.grammar import PREPOSITIONS, SUBORDINATORS
from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import PARTITIVE, STOPS
from linter.annotation.quantities.words import ONES
from linter.core.pattern import lazy_pattern
from linter.core.span import Span, starting_in
from linter.infer.figures.topics import VARYING
from linter.infer.figures.totals import PERSONS
from linter.infer.lists.counts import MOST, Listing
from linter.infer.lists.titles import titles_of

ADJOINING = PREPOSITIONS | SUBORDINATORS
"""With what a phrase beside a clause begins."""

NAME = r"(?:the )?[A-Z][\w'.-]*(?: (?:(?:of|de|del|da|du|la|le|van|von|der|al|bin) )*(?:the )?[A-Z][\w'.-]*)*"
WORD = r"[a-z][\w-]+(?: [a-z][\w-]+)?"

CLOSED = (
    r"(?=,(?! (?:among|plus|for|as well|including|e\.g|to name|most|mainly|especially|who|which)\b)|\.(?: |\n|$)|[;:)]|"
    r"$| ?[—–])"
)
"""Where a list ends that is complete: not before "among others", nor before the verb whose subject it is."""


def _list(item: str) -> str:
    return rf"(?P<list>{item}(?:, {item})*(?P<comma>,?) and {item})"


NAMES = lazy_pattern(_list(NAME) + CLOSED)
WORDS = lazy_pattern(_list(WORD) + CLOSED)
NAMES_FIRST = lazy_pattern(_list(NAME) + r"(?:,| [—–]| are| were) (?:the|all|all the) $")

SORTED = frozenset(
    "cereal color colour crop discipline dish drink flavor flavour fruit grain herb ingredient instrument language "
    "metal mineral sport spice subject vegetable virtue".split()
)
"""Heads whose kinds have no capital: "four crops, maize, beans and millet,"."""

DOUBLES = lazy_pattern(
    r"(?:Trinidad and Tobago|Bosnia and Herzegovina|Antigua and Barbuda|Nevis|Princip\w+|Grenadines|Newfoundland and "
    r"Labrador|Tyne and Wear|Turks and Caicos|Caicos|Miquelon|Futuna)$"
)
"""Places that have an "and" in their names."""

REACH = 200
"""Code points before a count in which a list of names is looked for."""


ASIDE = lazy_pattern(r" (?:in|on|at|for) (?:the |its |their )?[\w'-]+(?: [\w'-]+)?(?= (?:are|were) [A-Z])")
"""Between a count and the verb of its names: "The two goalkeepers in the squad are"."""

JOINTS = (", named as ", ", identified as ", " named as ", " identified as ", ", namely ", ", ", " are ", " were ")
"""What may stand between a count and its names: "the two winners are Ana Diaz and Ben Cole"."""


def name_lists(article: Article) -> Iterator[Listing]:
    """The counts beside a list of names that says which they are, before it or after it."""
    for quantity in article.quantities:
        if quantity.kind != "count" or quantity.noun is None or not quantity.head or quantity.head in VARYING:
            continue
        if not 1 < quantity.value <= MOST or quantity.ends or quantity.approximation:
            continue
        aside = ASIDE.match(article.plain, quantity.noun.end)
        end = aside.end() if aside is not None else quantity.noun.end
        joint = next((each for each in JOINTS if article.plain.startswith(each, end)), "")
        if joint and article.plain.startswith('"', end + len(joint)):
            yield from _titles(article, quantity, end + len(joint))
        elif joint.startswith(",") or joint.endswith(" as ") or (joint and _is_definite(article, quantity)):
            yield from _after(article, quantity, end + len(joint))
        if not joint:
            yield from _told_next(article, quantity)
        if article.plain.startswith(("the ", "all "), quantity.span.start - 4):
            yield from _before(article, quantity)


THEY = lazy_pattern(r"(?:They|These|Those) (?:are|were) (?=[\"A-Z]|the )")
"""How a sentence begins that tells which those are that the one before has counted."""


FULL_NAME = lazy_pattern(r"[A-Z][\w'.-]+ [A-Z]")
"""Of people, names and not nations: "They were Peruvians, Chileans and Cubans"."""


def _told_next(article: Article, quantity: Quantity) -> Iterator[Listing]:
    """ "The jury chose four novels. They are 'Salt', 'Moss' and 'Rust'.": the only count of its sentence."""
    index = article.sentence_index(quantity.span.start)
    own, *following = article.sentences[index : index + 2]
    they = THEY.match(article.plain, following[0].span.start) if following else None
    alone = they and starting_in(article.quantities, own.span) == (quantity,)
    if they and alone and own.block == following[0].block:
        place = they.end()
        if article.plain.startswith('"', place):
            yield from _titles(article, quantity, place)
        elif quantity.head not in PERSONS or FULL_NAME.match(article.plain, place):
            yield from _after(article, quantity, place)


def _is_definite(article: Article, quantity: Quantity) -> bool:
    return article.plain[max(0, quantity.span.start - 4) : quantity.span.start].lower() == "the "


def _titles(article: Article, quantity: Quantity, place: int) -> Iterator[Listing]:
    """ "She wrote three novels, 'Salt', 'Moss' and 'Rust', in ten years": the titles right behind their count."""
    span = Span(place, article.sentence_at(place).span.end)
    bounds = titles_of(article.plain_words(span))
    if bounds is not None and bounds[0] != quantity.value and not _is_adjunct(article, quantity):
        yield Listing(quantity, *bounds, span)


def _after(article: Article, quantity: Quantity, place: int) -> Iterator[Listing]:
    ahead = article.plain[place : place + 4]
    named = ahead[:1].isupper() or ahead == "the "
    if not named and quantity.head not in SORTED:
        return
    found = (NAMES if named else WORDS).match(article.plain, place, article.sentence_at(place).span.end)
    if found is None or _is_adjunct(article, quantity):
        return
    if not named and STOPS & set(found["list"].replace(" and ", " ").replace(",", "").split()):
        return
    yield from _listing(quantity, found, Span(*found.span("list")))


def _is_adjunct(article: Article, quantity: Quantity) -> bool:
    """Whether a count closes what stands before a clause ("In two games, Ajax …"), or is one of several."""
    start = article.sentence_at(quantity.span.start).span.start
    words = re.split(r"[,;:—–]", article.plain[start : quantity.span.start])[-1].lower().split()
    opened = next((word for word in words if word not in ("and", "but", "then")), "")
    while words and words[-1] in PARTITIVE:
        words.pop()
    # "Three of the four Liberals, Holm, Berg and Lund,": the names are those of the three.
    part = len(words) > 1 and words[-1] == "of" and (words[-2] in SOME or words[-2] in ONES or words[-2].isdecimal())
    return opened in ADJOINING or part


SOME = frozenset("all any both each either few half many more most neither none several some".split())


def _before(article: Article, quantity: Quantity) -> Iterator[Listing]:
    """ "Austria, Italy and Malta, the three countries that signed": from the start of its sentence alone."""
    start = article.sentence_at(quantity.span.start).span.start
    if quantity.span.start - start > REACH or (quantity.noun and article.plain.startswith(" and ", quantity.noun.end)):
        return
    found = NAMES_FIRST.match(article.plain, start, quantity.span.start)
    if found is not None and found["list"].split()[0].lower() not in ADJOINING:
        yield from _listing(quantity, found, Span(*found.span("list")))


def _listing(quantity: Quantity, found: re.Match[str], span: Span) -> Iterator[Listing]:
    items = found["list"].count(", ") + 2 - bool(found["comma"])
    least = items - (DOUBLES.search(found["list"]) is not None)
    # A place may have its country beside it, and a person a place: "Lima, Peru, and Quito, Ecuador".
    paired = items > quantity.value and (bool(found["comma"]) or items == 2 * quantity.value)
    if not least <= quantity.value <= items and not paired:
        yield Listing(quantity, least, items, span)
