"""Percentages that a text gives as the parts of one whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from linter.annotation.article import Article
from linter.annotation.model import Quantity
from linter.annotation.quantities.change_words import DOWN, UP
from linter.core.pattern import lazy_pattern
from linter.infer.figures.compositions import are_several, is_composition, is_told_again, same_of
from linter.infer.figures.figured import SIGNS, Figured, figured, running

P = SIGNS["percent"] + SIGNS["fraction"]

ENDS = lazy_pattern(r"\n|[.!?]['\")]* (?=['\"(]*[A-Z\ue000-\ue009])")

WHOLE = lazy_pattern(
    r"(?:^|[.;,] )(?:out )?of (?!course|all)|\b(?:budget|shares?|breakdown|split|"
    r"divided?|divides|mix|makeup|made up|made (?:of|from)|"
    r"consists?|composition|distribut\w+|allocat\w+|spent|spends?|spending|revenues?|"
    r"exports?|imports?|output|electricity|"
    r"income|turnover|sales|sold|goes|go to|went|comes? from|came from|contains?|"
    r"cover(?:s|ed|ing)?|occup(?:y|ies|ied)|account(?:s|ed|ing)? for|(?:takes?|took|mak(?:es?|ing)|made) up|"
    r"(?:bring|brings|brought) in|(?:pay|pays|paid) for|of the (?:money|funds?|cost|land|area)|"
    rf"responsible for|(?:suppl(?:y|ies|ied)|(?:provide|generate|produce|control|own)[sd]?|carr(?:y|ies|ied)|holds?|"
    rf"held) "
    rf"[{P}] of|"
    r"owners?|owned by|shareholders?|belongs? to|ingredients?|portfolio|total|whole|each)\b",
    re.IGNORECASE,
)
"""Words that speak of one whole and what becomes of its parts."""

REST = lazy_pattern(
    (
        r"\b(?:the (?:rest|remainder|remaining|others?)|remaining|everything else|all else|"
        r"only|solely|exclusively|alone|nothing (?:but|else|other)|no other|none but)\b"
    ),
    re.IGNORECASE,
)

SEVERAL = lazy_pattern(
    r"\b(?:both|several answers|more than one|multiple|as many|any number of|overlap\w*|"
    r"bilingual|also|too|as well|either|"
    r"at least one|could (?:name|choose|pick|give)|twice|each of|some of (?:them|whom)|"
    r"many of (?:them|whom)|compared|than|"
    r"rates?|chance|probability|full|charged?|battery|capacity|humidity|accura\w+|effective\w*|respectively|"
    r"interest|"
    r"on (?:\w+ )?(?:loans?|bonds?)|(?:loans?|bonds?) (?:at|of|pay|paying)|"
    r"taxe?s?|tariffs?|duty|duties|discount\w*|vaccinat\w+|turnout|literacy|respondents?|polled|"
    r"surveyed|voters?|poll|survey|approval|those who|versus|against)\b",
    re.IGNORECASE,
)
"""What shows that parts may overlap, or are no parts of one whole at all: rates, answers."""

ONCE = lazy_pattern(
    r"\b(?:each|every)\b[^.;:]{0,60}\b(?:only|just|once|a single)\b[^.;:]{0,40}|"
    r"\b(?:only|just) (?:one|once|a single|the (?:main|chief|first|most|biggest|largest))\b[^.;:]{0,60}"
    r"\b(?:each|every)\b(?: of)?",
    re.IGNORECASE,
)
"""What tells that nothing was counted twice, so that "each of" in it does not tell of several: "only the main one"."""

TIMES = lazy_pattern(r"\b(?:years? (?:ago|earlier)|later|previous\w*|last year|by \d{4}|in \d{4})\b", re.IGNORECASE)
"""Shares at several times are no parts of one whole; a time before the first share is that of all."""

PLACED = lazy_pattern(rf"[{P}](?: of [\w' ]{{1,30}})? (?:in (?=[A-Z])|among )")
"""Shares of what several places or groups have are parts of as many wholes."""

OWN_WHOLE = lazy_pattern(rf"{SIGNS['count']} (?:out )?of (?:the |its |their )?{SIGNS['count']}[^{P}.;:]{{0,25}}[{P}]")
"""A share with a part and a whole of its own: "made 27 of 36 (75 percent)"."""

HAVING = lazy_pattern(rf"[{P}](?: of [\w' ]{{1,30}})? (?:had|have|has)\b")
"""What some have done or have others may too."""

ONE_OF = lazy_pattern(
    rf"[{P}] of (?:its|their|his|her) [\w' ]{{1,30}}? in [^{P}]{{2,30}}(?:,| and) "
    rf"[{P}] in [^{P}]{{2,30}}(?:,| and) [{P}] in\b"
)
"""The parts of one whole by place: "earns 70 percent of its revenue in Europe, 20 percent in Asia and"."""

CHANGED = lazy_pattern(
    rf"(?<!\bmak)(?<!make )(?<!makes )(?<!made )(?<!making )(?<!take )(?<!takes )(?<!took )(?<!taken )(?<!taking )"
    rf"(?<!-)\b(?:{'|'.join((*UP, *DOWN))})\b(?: \w+)?[ ,]*$",
    re.IGNORECASE,
)
CHANGING = lazy_pattern(rf" ?-?(?:{'|'.join((*UP, *DOWN))})\b", re.IGNORECASE)
"""Before a share, and behind it, what makes it a rise or a fall."""


class Parts(Struct, frozen=True):
    """Shares of one whole in the order of the text, each a percentage or a fraction in words."""

    shares: tuple[Quantity, ...]

    @property
    def low(self) -> Fraction:
        """The least percentage that they can add up to."""
        return sum((_percent(share, share.low) for share in self.shares), Fraction(0))

    @property
    def value(self) -> Fraction:
        """What they add up to as they are written, in percent."""
        return sum((_percent(share, share.value) for share in self.shares), Fraction(0))


def _percent(share: Quantity, value: Fraction) -> Fraction:
    return value if share.kind == "percent" else value * 100


def wholes(article: Article) -> tuple[Parts, ...]:
    """The wholes of an article with their parts, in reading order; no share belongs to two of them."""
    return article.derive(_wholes)


def _wholes(article: Article) -> tuple[Parts, ...]:
    if sum(each.kind in ("percent", "fraction") for each in article.quantities) < 2:
        return ()
    found = [parts for run in running(article) for parts in _in_block(run)]
    return (*found, *_in_lists(article, figured(article)))


def _in_block(block: Figured) -> Iterator[Parts]:
    """Parts in one sentence, or in a run of sentences that ends with the rest."""
    if sum(each.kind in ("percent", "fraction") for each in block.quantities) < 2:
        return
    cuts = [0, *(found.end() for found in ENDS.finditer(block.text)), len(block.text)]
    sentences = [(start, end) for start, end in pairwise(cuts) if start < end]
    taken = 0
    for number, (start, end) in enumerate(sentences):
        if start < taken or not _shares(block, start, end):
            continue
        last = _run_end(block, sentences, number)
        text = block.text[start:last]
        shares = _shares(block, start, last)
        closed = REST.search(text) is not None
        if len(shares) > 1 and _one_whole(block, start, last, shares, closed=closed, run=last > end):
            taken = last
            yield Parts(shares)


def _shares(block: Figured, start: int, end: int) -> tuple[Quantity, ...]:
    inside = block.between(start, end)
    shares = [each for each in inside if each.kind in ("percent", "fraction") and not is_told_again(block, each)]
    elided = inside[-1] if len(shares) > 1 and inside[-1].kind == "count" else None
    if elided is not None and not elided.head and BARE_REST.search(block.text, start, block.sign_of(elided) + 2):
        shares.append(replace(elided, kind="percent"))
    return tuple(each for each in shares if not each.ends and _percent(each, each.value) < 100)


BARE_REST = lazy_pattern(rf"\b(?:for|up) the (?:remaining|other) {SIGNS['count']}(?=[,.;\n])", re.IGNORECASE)
"""The last of some percentages with its sign left out: "37 percent and birch for the remaining 15"."""


def _run_end(block: Figured, sentences: list[tuple[int, int]], number: int) -> int:
    """The end of the sentence in which a run of sentences, each with a share, tells the rest; else of the first."""
    first = sentences[number][0]
    for start, end in sentences[number + 1 : number + 6]:
        if not _shares(block, start, end) or NESTED.search(block.text, start, end):
            break
        if THE_REST.match(block.text, start):
            return end
        if LAST_PART.search(block.text, start, end):
            return sentences[number][1] if _is_made_up(_shares(block, first, end)) else end
    return sentences[number][1]


THE_REST = lazy_pattern(r"(?:and )?the (?:remaining|other|rest|remainder)", re.IGNORECASE)
LAST_PART = lazy_pattern(
    rf"\b(?:the (?:remaining|other|last|final)|remaining|"
    rf"(?:the (?:rest|remainder)|what (?:is|was) left)[,:(—–-]*) ?[{P}]",
    re.IGNORECASE,
)
"""What closes the parts of a whole within a sentence: "roads make up the remaining 6 percent"."""

NESTED = lazy_pattern(
    rf"\b(?:of|among) (?:the (?:rest|remainder|others)|these|those|that|what)\b|[{P}] (?:each|apiece)\b", re.IGNORECASE
)
"""What makes the shares of a sentence those of a part."""


def _is_made_up(shares: tuple[Quantity, ...]) -> bool:
    """Whether the last of some shares make a whole without those before them, which are then of something else."""
    values = [_percent(share, share.value) for share in shares]
    return any(abs(sum(values[start:], Fraction(0)) - 100) <= 1 for start in range(1, len(values) - 1))


def _one_whole(block: Figured, start: int, end: int, shares: tuple[Quantity, ...], *, closed: bool, run: bool) -> bool:
    text = block.text[start:end]
    first = block.signs[bisect_left(block.signs, start)] - start
    timed = _is_timed(text, first, enough=closed or len(shares) > 2)
    composed = is_composition(text)
    if (
        are_several(_percent(share, share.value) for share in shares)
        or SEVERAL.search(ONCE.sub(" ", text))
        or (timed and not composed)
        or _changes(text)
        or len(OWN_WHOLE.findall(text)) > 1
        or _is_full_before(block, start + text.rfind(";"), shares, text[text.rfind(";") :])
        or len(HAVING.findall(text)) > 1
        or not same_of(text)
        or (len(PLACED.findall(text)) > 1 and not composed and ONE_OF.search(text) is None)
    ):
        return False
    listed = all(re.search(r"[,;]| and\b|[.]\s", gap) for gap in re.split(f"[{P}]", text)[1:-1])
    told = WHOLE.search(text) is not None
    land = OF_LAND.match(text) is not None
    whole = closed or run or (told and (len(shares) > 2 or "budget" in text)) or land
    return (listed and whole) or composed


def _is_full_before(block: Figured, place: int, shares: tuple[Quantity, ...], after: str) -> bool:
    """Whether the shares up to a semicolon are a whole, and what follows is no rest of it but of another whole."""
    told = [_percent(share, share.value) for share in shares if share in block.between(0, place)]
    return 1 < len(told) < len(shares) and 90 <= sum(told) <= 101 and REST.search(after) is None


def _is_timed(text: str, first: int, *, enough: bool) -> bool:
    """Whether shares are of several times; one time beside the first of enough others is that of them all."""
    times = [found.start() for found in TIMES.finditer(text) if found.start() > first]
    return bool(times) and not (enough and len(times) == 1 and not re.search(f"[{P}]", text[first + 1 : times[0]]))


COVER = (
    r"(?:(?:un|sea)?\w*(?:forest|wood|land|pasture|meadow|desert|marsh|swamp|water|rock|heath|moor|bog|sand|ice|scrub|"
    r"tundra|orchard|vineyard|field|garden)s?)"
)
OF_LAND = lazy_pattern(
    rf"\W*Of (?:the|its|their|all) (?:[\w-]+ )?(?:land|area|surface|territory|acreage|farmland)\b[^,.;]*, "
    rf"[{P}] (?:is|are|was|were) {COVER},? and [{P}] (?:(?:is|are|was|were) )?{COVER}\b"
)
"""A piece of land is one thing or another: "Of the land, 60 percent is forest and 50 percent pasture"."""


def _changes(text: str) -> bool:
    """Whether any share of a text is a rise, a fall or a comparison."""
    return any(
        CHANGED.search(text[max(0, found.start() - 35) : found.start()])
        or CHANGING.match(text[found.end() : found.end() + 15])
        for found in re.finditer(f"[{P}]", text)
    )


def _in_lists(article: Article, blocks: tuple[Figured, ...]) -> Iterator[Parts]:
    """Parts that are the items of one list, or rows of one table, one share each, after words that speak of a whole."""
    kinds = {block.start: block for block in article.document.blocks}
    items = [(kinds[each.starts[0]], each) for each in blocks if each.starts[0] in kinds]
    for group, members in groupby(items, key=lambda pair: pair[0].group if pair[0].kind in ("item", "cell") else 0):
        listed = [each for _, each in members]
        if not group or len(listed) < 2:
            continue
        shares = tuple(share for each in listed for share in _shares(each, 0, len(each.text)))
        text, intro = _told(article, group, listed)
        changes = any(_changes(each.text) for each in listed)
        whole = LISTED.search(intro) or WHOLE.search(intro) or any(OTHERS.match(each.text) for each in listed)
        apart = changes or RATES.search(intro) or SEVERAL.search(ONCE.sub(" ", f"{text} {intro}"))
        if len(shares) == len(listed) and whole and not apart:
            yield Parts(shares)


LISTED = lazy_pattern(
    r"\bby (?:kind|type|sort|origin|source|use|destination|weight|volume|material|species|purpose|cause|variety|cargo|"
    r"product|fuel|category|value)\b|\bwhat (?:\w+ ){1,3}(?:held|holds|contains?|contained|is made of|was made of)\b",
    re.IGNORECASE,
)
"""Words before a list that speak of the parts of something."""

OTHERS = lazy_pattern(
    r"\W*(?:(?:all |every)?(?:others?|else)|(?:the )?rest|remainder|everything else|elsewhere|miscellaneous|unknown)\b",
    re.IGNORECASE,
)
"""How the last item of a list of parts begins."""

RATES = lazy_pattern(
    r"\b(?:shares?|percentage|proportion) of [^.:;]{1,60}\b(?:who|that|with|without|in(?! \d)|below|above)\b|"
    r"\b(?:unemployment|jobless\w*|inflation|growth|support|poverty|margins?|occupancy|attendance)\b",
    re.IGNORECASE,
)
"""Words before a list whose every figure is a share of another whole."""


def _told(article: Article, group: int, listed: list[Figured]) -> tuple[str, str]:
    """The words of a list or table, and of the two blocks before it; a table with two columns of figures tells none."""
    blocks = article.document.blocks
    indexes = [index for index, block in enumerate(blocks) if block.group == group]
    figured_cells = [article.document.block_at(each.starts[0]) for each in listed]
    if blocks[indexes[0]].kind == "cell" and any(after - before == 1 for before, after in pairwise(figured_cells)):
        return "", ""
    texts = [article.plain[block.start : block.end] for block in blocks]
    # A line that announces the list tells all of it.
    reach = 1 if indexes[0] and texts[indexes[0] - 1].rstrip().endswith(":") else 2
    return " ".join(texts[index] for index in indexes), " ".join(texts[max(0, indexes[0] - reach) : indexes[0]])
