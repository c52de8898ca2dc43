"""Lists that a text announces with their number: "four reasons:", and what follows."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from linter.annotation.article import Article
from linter.annotation.grammar import AUXILIARIES, FINITE
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import Block

MOST = 40
"""A list that is announced with its number is not longer than this."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

ORDINAL = lazy_pattern(rf"(?:(?:the|and|but|for) )*({'|'.join(ORDINALS)}|final|last)(?:ly)?\b[ ,:]", re.IGNORECASE)

FINITE_VERB = frozenset((FINITE | AUXILIARIES) - {"to", "left", "lost", "held", "being", "been"})

INNER = lazy_pattern(rf"[.;,:—–] (?:(?:and|but) )?({'|'.join(ORDINALS)}|finally|lastly)(?:ly)?, ", re.IGNORECASE)
"""An ordinal with a clause of its own inside a sentence: "…; second, the alarm was off"."""

ABSTRACT = frozenset(
    "argument aim accusation allegation blunder caveat cause charge claim complaint concern conclusion "
    "condition defect demand difference doubt error fact factor failing failure fault fear finding flaw goal "
    "ground lesson mistake motive objection obstacle point problem promise question reason recommendation "
    "reservation rule shortcoming thing warning worry".split()
)
"""Heads of what is told in clauses rather than named."""

COLON = lazy_pattern(r"(?<=[\w)'\"])(?: ?(?::|—|–|--)|,? namely|,? to wit),? (?=\S)|(?<=\w) \((?=[A-Z][\w' .-]+,)")

APPOSED = lazy_pattern(
    r"(?:an?|the|his|her|its|their|who|which|whose|both|aged|formerly|now|also|all|one|two|three|\d+|all of) ?\b",
    re.IGNORECASE,
)


class Listing(Struct, frozen=True):
    """An announced list: the figure, and the least and the most items that what follows can be read as."""

    count: Quantity
    least: int
    most: int
    span: Span


def listings(article: Article) -> tuple[Listing, ...]:
    """The announced lists of an article, sorted by place."""
    return article.derive(_listings)


def _listings(article: Article) -> tuple[Listing, ...]:
    found = [*_item_lists(article), *_ordinal_lists(article), *_inline_lists(article)]
    return tuple(sorted(found, key=lambda listing: listing.count.span))


def _starts(article: Article) -> list[int]:
    return [quantity.span.start for quantity in article.quantities]


def _counts(article: Article, span: Span) -> list[Quantity]:
    """The plain counts in a span that could announce a list."""
    starts = article.derive(_starts)
    inside = article.quantities[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    plain = (each for each in inside if each.kind == "count" and not each.ends and not each.approximation)
    return [each for each in plain if 1 < each.value <= MOST and each.value.denominator == 1]


def _item_lists(article: Article) -> Iterator[Listing]:
    """A paragraph that ends with a colon, or announces with "here are", before the items of a list."""
    blocks = article.document.blocks
    for index, block in enumerate(blocks[:-1]):
        following = blocks[index + 1]
        if following.kind != "item" or not following.group or block.group == following.group:
            continue
        items = _items(blocks, index + 1)
        sentence = article.sentence_at(block.end - 1)
        text = article.plain_words(sentence.span).rstrip()
        if not text.endswith(":") and not re.match(r"(?:here are|these are|the following)", text, re.IGNORECASE):
            continue
        listing = _announced(article, sentence.span, items, Span(following.start, blocks[index + items].end))
        if listing is not None:
            yield listing


def _items(blocks: tuple[Block, ...], index: int) -> int:
    """How many items the list that begins at a block has."""
    last = index
    while last < len(blocks) and blocks[last].kind == "item" and blocks[last].group == blocks[index].group:
        last += 1
    return last - index


def _announced(article: Article, span: Span, items: int, listed: Span) -> Listing | None:
    counts = [
        each
        for each in _counts(article, span)
        if each.head or article.plain[each.span.end : span.end].strip(" ")[:1] in ":"
    ]
    if not counts or any(each.value == items for each in counts):
        return None
    return Listing(counts[-1], items, items, listed)


def _ordinal_lists(article: Article) -> Iterator[Listing]:
    """A sentence with a count, and after it sentences that begin with "First", "Second" and so on."""
    sentences = article.sentences
    for index, sentence in enumerate(sentences):
        found = ORDINAL.match(article.plain_words(sentence.span))
        if not index or found is None or found[1].lower() != "first":
            continue
        counts = _before_first(article, index)
        told, last = _told(article, index)
        short = bool(counts) and told < counts[-1].value and _goes_on(article, last, told)
        if counts and told > 1 and not short and not any(each.value == told for each in counts):
            yield Listing(counts[-1], told, told, Span(sentence.span.start, sentences[last].span.end))


def _before_first(article: Article, index: int) -> list[Quantity]:
    """The counts in the sentence before the first thing, or in the one before that where it announces such things."""
    near = [each for each in _counts(article, article.sentences[index - 1].span) if each.head]
    if near or index < 2 or article.sentences[index - 2].block != article.sentences[index].block:
        return near
    return [each for each in _counts(article, article.sentences[index - 2].span) if each.head in ABSTRACT]


def _goes_on(article: Article, last: int, told: int) -> bool:
    """Whether a later sentence may tell the next of the things that were counted up to a sentence."""
    later = article.plain[article.sentences[last].span.start :]
    following = ORDINALS[told] if told < len(ORDINALS) else "next"
    return (
        re.search(rf"\b(?:{following}|final|finally|last|lastly|another|other|also)\b", later, re.IGNORECASE)
        is not None
    )


def _told(article: Article, index: int) -> tuple[int, int]:
    """How many ordinals follow one another, at most six sentences apart, and the index of the last one's sentence."""
    told, last = 1 + _in_turn(_ordinals(article, index)[1:], 1), index
    for place in range(index + 1, min(len(article.sentences), index + 60)):
        words = _ordinals(article, place)
        if place - last > 6 or words[:1] == ("first",):
            break
        more = _in_turn(words, told)
        told, last = told + more, place if more else last
        if more and words[-1].startswith(("final", "last")):
            break
    return told, last


def _ordinals(article: Article, place: int) -> tuple[str, ...]:
    """The ordinals that open a sentence or a clause of it, in their order."""
    text = article.plain_words(article.sentences[place].span)
    opening = ORDINAL.match(text)
    return tuple(found[1].lower() for found in (opening, *INNER.finditer(text)) if found is not None)


def _in_turn(words: tuple[str, ...], told: int) -> int:
    """How many of the ordinals of a sentence go on from a number of things told."""
    more = 0
    for word in words:
        following = ORDINALS[told + more] if told + more < len(ORDINALS) else ""
        more += word == following or word.startswith(("final", "last"))
    return more


def _inline_lists(article: Article) -> Iterator[Listing]:
    """A count and its noun, a colon or a dash, and a list in the same sentence."""
    for sentence in article.sentences:
        counts = [each for each in _counts(article, sentence.span) if each.head]
        if not counts:
            continue
        text = article.plain_words(sentence.span)
        for found in COLON.finditer(text):
            place = sentence.span.start + found.start()
            before = [each for each in counts if each.span.end <= place and place - each.span.end < 120]
            if "(" in found[0] and (not before or before[-1].noun is None or before[-1].noun.end != place):
                continue
            if before and not ENDED.search(article.plain[before[-1].span.end : place]):
                listing = _inline(
                    article,
                    before,
                    Span(sentence.span.start + found.end(), sentence.span.end),
                    dashed=":" not in found[0],
                )
                if listing is not None:
                    yield listing
                break


ENDED = lazy_pattern(r"[;:—–]|--")


def _inline(article: Article, counts: list[Quantity], span: Span, *, dashed: bool) -> Listing | None:
    text = article.plain_words(span)
    if dashed:
        text = re.split(r" ?(?:—|–|--|\)) ?", text)[0]
    text = text.strip().rstrip(".!?")
    starts = article.derive(_starts)
    bounds = ordinals_of(text)
    figures = bisect_left(starts, span.start) < bisect_left(starts, span.end)
    if '"' in text or (figures and bounds is None):
        return None
    bounds = bounds or items_of(text)
    if bounds is None and counts[-1].head in ABSTRACT:
        bounds = clauses_of(text)
    if bounds is None or any(bounds[0] <= each.value <= bounds[1] for each in counts):
        return None
    return Listing(counts[-1], *bounds, span)


def ordinals_of(text: str) -> tuple[int, int] | None:
    """The items of a list in a sentence that numbers them: "first, the piles are rotten; second, …"."""
    opening = ORDINAL.match(text)
    if opening is None or opening[1].lower() != "first":
        return None
    items = 1 + _in_turn(tuple(found[1].lower() for found in INNER.finditer(text)), 1)
    return (items, items) if items > 1 else None


def clauses_of(text: str) -> tuple[int, int] | None:
    """The least and the most items of a list of whole clauses; None unless each part is one by its verb."""
    parts = re.split(r"[,;] ", text)
    opened = [bool(re.match(r"(?:and|or) ", part)) for part in parts]
    parts = [re.sub(r"^(?:and|or) ", "", part) for part in parts]
    if any(CLAUSE_WITHIN.match(part) for part in parts) or not all(_is_clause(part) for part in parts):
        return None
    joined = [_joined_clauses(part) for part in parts]
    least = len(parts) + (joined[-1] > 0 and not opened[-1])
    most = len(parts) + sum(joined)
    return (least, most) if most > 1 else None


def _joined_clauses(part: str) -> int:
    """How many more clauses an "and" adds to a part of a list."""
    return sum(_is_clause(piece) for piece in part.split(" and ")[1:])


CLAUSE_WITHIN = lazy_pattern(
    r"(?:who|which|that|whose|whom|when|while|because|if|as|although|though|since|after|before|where|whereas|but|so|"
    r"said|says|according|he said|she said|they said|it said|[A-Z][\w'-]+ said)\b"
)
"""What opens a part of a clause rather than a clause of its own."""


def _is_clause(part: str) -> bool:
    words = part.split()
    return any(word.strip("'\"").lower() in FINITE_VERB or PAST.fullmatch(word) for word in words[1:])


PAST = lazy_pattern(r"[a-z]{3,}ed")


def items_of(text: str) -> tuple[int, int] | None:
    """The least and the most items of a list in a sentence; None for what is no list of names or things.

    An "and" inside an item other than the last is part of a name ("Marks and Spencer"), as one before the last item may
    be; what stands after a name with an article ("Joke, a plumber,") may belong to it.
    """
    if ";" in text:
        items = len([part for part in text.split(";") if part.strip()])
        return items, items
    if set(re.findall(r"[\w']+", text.lower())) & FINITE_VERB:
        return None
    parts = [part.strip() for part in text.split(",") if part.strip()]
    final = parts[-1]
    if re.match(r"(?:and|or|plus) ", final):
        least = most = len(parts)
    elif " and " in final:
        splits = final.count(" and ")
        least, most = len(parts) + 1, len(parts) + splits
    else:
        return None
    closed = [number for number, part in enumerate(parts[:-1], 1) if re.match(r"(?:and|or|plus) ", part)]
    least = min([least, *closed])
    apposed = sum(_is_apposed(left, right) for left, right in itertools.pairwise(parts))
    return (least - apposed, most) if most > 1 else None


def _is_apposed(left: str, right: str) -> bool:
    """Whether a part of a list may say more of the one before it: a name and a description, in either order."""
    if re.match(r"(?:his|her|its|their|the|my|our)\b", left) and re.search(r"\b[A-Z]", right):
        return True
    return left[:1].isupper() and (
        APPOSED.match(right) is not None or (right[:1].islower() and not right.startswith("and "))
    )
