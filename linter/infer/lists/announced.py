"""Lists that a text announces with their number: "four reasons:", and what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.core.span import Span
from linter.document.model import Block
from linter.infer.lists.counts import Listing, counts_in, figure_starts, goes_on, is_served, is_told, plain_counts
from linter.infer.lists.items import clauses_of, items_of, things_of
from linter.infer.lists.names import name_lists
from linter.infer.lists.rules import rule_lists
from linter.infer.lists.titles import people_of, titles_of

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

ORDINAL = lazy_pattern(rf"(?:(?:the|and|but|for) )*({'|'.join(ORDINALS)}|final|last)(?:ly)?\b[ ,:]", re.IGNORECASE)

INNER = lazy_pattern(rf"[.;,:—–] (?:(?:and|but) )?({'|'.join(ORDINALS)}|finally|lastly)(?:ly)?, ", re.IGNORECASE)
"""An ordinal with a clause of its own inside a sentence: "…; second, the alarm was off"."""

ABSTRACT = frozenset(
    "argument aim accusation allegation blunder caveat cause charge claim complaint concern conclusion "
    "condition defect demand difference doubt error fact factor failing failure fault fear finding flaw goal "
    "ground lesson mistake motive objection obstacle point problem promise question reason recommendation "
    "reservation rule shortcoming thing warning worry".split()
)
"""Heads of what is told in clauses rather than named."""

HEADED = ABSTRACT | frozenset("idea recipe step suggestion tip trick way".split())
"""Heads of what a heading may announce: "Four tips for drivers"."""

SURE = HEADED | frozenset("amendment change correction cut decision improvement offer pledge proposal visit".split())
"""Heads of what may be made and is no food: "They will make four cuts:"."""

COLON = lazy_pattern(
    r"(?<=[\w)'\"])(?: ?(?::|—|–|--)| -|,? namely|,? to wit),? (?=\S)|"
    r"(?<=\w) \((?=[A-Z][\w' .-]+,|[a-z][a-z' -]+, [^()]*\band [a-z' -]+\))"
)

OF_PLACE = lazy_pattern(r"(?: (?:in|of|on|at|from|for|to) (?:the |its |their |a )?[\w'-]+(?: [\w'-]+)?){0,2}$")
"""Between a counted noun and the bracket with its list: "three metals in the water (zinc, tin and lead)"."""


def listings(article: Article) -> tuple[Listing, ...]:
    """The announced lists of an article, sorted by place."""
    return article.derive(_listings)


def _listings(article: Article) -> tuple[Listing, ...]:
    counted = (
        (*_item_lists(article), *_headings(article), *_ordinal_lists(article), *_inline_lists(article))
        if article.derive(plain_counts)
        else ()
    )
    found = (*counted, *name_lists(article), *rule_lists(article))
    return tuple(sorted(found, key=lambda listing: listing.count.span))


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
        headed = block.kind in ("title", "heading")
        if (
            not headed
            and not text.endswith(":")
            and not re.match(r"(?:here are|these are|the following)", text, re.IGNORECASE)
            and not _are_chosen(article, sentence.span, items)
        ):
            continue
        unsure = _rests(article, blocks[index + 1 : index + 1 + items])
        if unsure and any(each.value == items - unsure for each in counts_in(article, sentence.span)):
            continue
        listing = _announced(article, sentence.span, items, Span(following.start, blocks[index + items].end))
        if listing is not None and (not headed or listing.count.head in HEADED):
            yield listing


REST = lazy_pattern(
    r"\W*(?:all of (?:them|these)|don't know|neither|no (?:answer|opinion|preference)|none|not sure|"
    r"others?|the rest|total|undecided|unsure)\b",
    re.IGNORECASE,
)


def _rests(article: Article, items: tuple[Block, ...]) -> int:
    """How many items of a list are no further thing: "None of these: 8 percent"."""
    return sum(REST.match(article.plain, each.start, each.end) is not None for each in items)


CHOSEN = frozenset("candidate contender demand finalist nominee option semifinalist shortlisted winner".split())
"""What a list names without a colon before it."""


def _are_chosen(article: Article, span: Span, items: int) -> bool:
    """Whether the only count before a list is of what lists name, and nearly as many."""
    counts = counts_in(article, span)
    return len(counts) == 1 and counts[0].head in CHOSEN and abs(counts[0].value - items) == 1


def _items(blocks: tuple[Block, ...], index: int) -> int:
    """How many items the list that begins at a block has."""
    last = index
    while last < len(blocks) and blocks[last].kind == "item" and blocks[last].group == blocks[index].group:
        last += 1
    return last - index


def _announced(article: Article, span: Span, items: int, listed: Span) -> Listing | None:
    counts = [each for each in counts_in(article, span) if each.head in SURE or not is_served(article, each, span)]
    counts = [each for each in counts if each.head or article.plain[each.span.end : span.end].strip(" ")[:1] in ":"]
    if not counts or is_told(counts, items, items) or (items < counts[-1].value and goes_on(article, listed.end)):
        return None
    return Listing(counts[-1], items, items, listed)


NUMBERED = lazy_pattern(r"\W{0,3}(?:#|no\. ?)?(\d{1,2})[.):]? +\S", re.IGNORECASE)


def _headings(article: Article) -> Iterator[Listing]:
    """Headings with numbers that count on from one, after a sentence that announces so many things."""
    headings = [each for each in article.document.blocks if each.kind == "heading"]
    numbered = [(each, found) for each in headings if (found := NUMBERED.match(article.plain[each.start : each.end]))]
    items = len(numbered)
    if items < CLAUSES or [int(found[1]) for _, found in numbered] != list(range(1, items + 1)):
        return
    before = Span(0, numbered[0][0].start)
    counts = [each for each in counts_in(article, before) if each.head in HEADED]
    if counts and not any(each.value == items for each in counts):
        yield Listing(counts[-1], items, items, Span(before.end, numbered[-1][0].end))


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
    near = [each for each in counts_in(article, article.sentences[index - 1].span) if each.head]
    if near or index < 2 or article.sentences[index - 2].block != article.sentences[index].block:
        return near
    return [each for each in counts_in(article, article.sentences[index - 2].span) if each.head in ABSTRACT]


def _goes_on(article: Article, last: int, told: int) -> bool:
    """Whether a later sentence may tell the next of the things that were counted up to a sentence."""
    later = article.plain[article.sentences[last].span.start :]
    following = ORDINALS[told] if told < len(ORDINALS) else "next"
    more = rf"[.!?] (?-i:And|Then) |\b(?:{following}|final|finally|last|lastly|another|other|also)\b"
    return re.search(more, later, re.IGNORECASE) is not None


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
    headed = [each for each in article.derive(plain_counts) if each.head]
    for index, its in groupby(headed, key=lambda count: article.sentence_index(count.span.start)):
        sentence, counts = article.sentences[index], list(its)
        text = article.plain_words(sentence.span)
        for found in COLON.finditer(text):
            place = sentence.span.start + found.start()
            before = [each for each in counts if each.span.end <= place and place - each.span.end < 120]
            before += _parts_of(article, before, place)
            if "(" in found[0] and (not before or not _names(article, before[-1], place)):
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


OF_THEM = lazy_pattern(r" of (?:them|these|those|which|whom)\b")


def _parts_of(article: Article, counts: list[Quantity], place: int) -> list[Quantity]:
    """The counts of some of what was counted last before a place: "nine songs, three of them new: …"."""
    if not counts:
        return []
    bare = counts_in(article, Span(counts[-1].span.end, place))
    return [
        each
        for each in bare
        if not each.head
        and (
            OF_THEM.match(article.plain, each.span.end)
            or OF_THEM.search(article.plain, counts[-1].span.end, each.span.start)
        )
    ]


def _names(article: Article, count: Quantity, place: int) -> bool:
    """Whether a bracket at a place can list what a count counts."""
    return count.noun is not None and OF_PLACE.match(article.plain, count.noun.end, place) is not None


BESIDES = lazy_pattern(
    r"(?:after|against|along(?:side)?|and|apart|among|as|aside|at|beside|besides|but|by|counting|especially|excluding|except|for|from|"
    r"in|including|like|mainly|mostly|not|notably|on|or|over|plus|such|together|with|without)\b",
    re.IGNORECASE,
)
"""What stands aside between dashes and tells some of those counted only: "one of three judges — with Ana Diaz —"."""

ENDED = lazy_pattern(r"[;:—–]|--")

CLAUSES = 2
"""Semicolons that show that figures stand inside the clauses of a list rather than count its items."""


def _inline(article: Article, counts: list[Quantity], span: Span, *, dashed: bool) -> Listing | None:
    text = article.plain_words(span)
    if dashed:
        text = re.split(r" ?(?:—|–|--|\)) ?| - ", text)[0]
    text = text.strip().rstrip(".!?")
    if dashed and BESIDES.match(text):
        return None
    starts = article.derive(figure_starts)
    bounds = ordinals_of(text) or titles_of(text) or people_of(text)
    figures = bisect_left(starts, span.start) < bisect_left(starts, span.end)
    clauses = text.count("; ") >= CLAUSES and counts[-1].head in ABSTRACT
    if bounds is None and '"' in text:
        return None
    if not figures or clauses:
        bounds = bounds or items_of(text)
        if bounds is None and counts[-1].head in ABSTRACT:
            bounds = clauses_of(text)
    if bounds is None and not dashed:
        least = things_of(text, len(counts_in(article, span)))
        bounds = (least, least) if max(each.value for each in counts) < least else None
    if bounds is None or is_told(counts, *bounds):
        return None
    return Listing(counts[-1], *bounds, span)


def ordinals_of(text: str) -> tuple[int, int] | None:
    """The items of a list in a sentence that numbers them: "first, the piles are rotten; second, …"."""
    opening = ORDINAL.match(text)
    if opening is None or opening[1].lower() != "first":
        return None
    items = 1 + _in_turn(tuple(found[1].lower() for found in INNER.finditer(text)), 1)
    return (items, items) if items > 1 else None
