"""The wordings of changes: what tells of one, a before and an after, and what may stand between."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from linter.annotation.quantities.change_words import DOWN, UP
from linter.core.calendar import ANY_MONTH
from linter.core.pattern import lazy_pattern

GAP = "[^.;:!?\ue000-\ue006]"
"""What may stand between the figures of one statement: a length of time, an age or a rank, but no other figure."""

DIRECTIONS = {**dict.fromkeys(UP, 1), **dict.fromkeys(DOWN, -1)}

WORD = "|".join(sorted(DIRECTIONS, key=len, reverse=True))

FACTORS: Mapping[str, Fraction | int] = {
    "doubled": 2, "doubles": 2, "double": 2, "doubling": 2, "tripled": 3, "triples": 3, "triple": 3, "tripling": 3,
    "trebled": 3, "trebles": 3, "treble": 3, "trebling": 3, "quadrupled": 4, "quadruples": 4, "quadruple": 4,
    "quadrupling": 4, "twice": 2, "quintupled": 5, "quintuple": 5, "quintupling": 5, "halved": Fraction(1, 2),
    "halves": Fraction(1, 2), "halving": Fraction(1, 2), "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
    "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
}  # fmt: skip
"""Verbs and adverbs to the factor that they state."""

STEMS = ("doubl", "tripl", "trebl", "quadrupl", "quintupl", "twice", "halv", "fold")
"""Each of those has one of these."""

BLURS = (
    "nearly|almost|just under|not quite|close to|more than|over|well over|just over|at least|about|around|roughly|"
    "approximately|some|practically|virtually|slightly more than|all but|less than|fewer than"
)
FACTOR = rf"(?P<blur>(?:{BLURS}) )?(?P<factor>\b(?:{'|'.join(sorted(FACTORS, key=len, reverse=True))})\b)"

ADJECTIVES = ("double", "triple", "treble", "quadruple")

ARTICLE = lazy_pattern(r"\b(?:an?|the|per|each|every) $", re.IGNORECASE)

TIMES_OVER = lazy_pattern(
    r" (?:as|what|(?:this|that|those)(?! (?:year|month|week|day|season|decade|time)\b)|its|their|his|her|"
    r"the (?:number|sum|figure|amount|rate|price|level|total|size|share|average|usual|[\ue000-\ue009])"
    r"(?! of (?!\d|a year|last|the (?:year|previous)))|"
    r"(?:[\w'-]+ )?[\w'-]+'s?(?=\W)|[\ue000-\ue009])"
)
"""Behind "twice", what makes it a factor and no number of times: "twice what it was", but not "cut twice, from"."""


NUMBERED = lazy_pattern(r" (?:\d|\ue000)(?! (?:of|from|in|as) )")
"""Behind "double", a number that it is the name of: "missed double 16"."""


def is_number_named(text: str, found: re.Match[str]) -> bool:
    """Whether a factor is part of the name of a number: "double 16"."""
    factor = (found.groupdict().get("factor") or "").lower()
    return factor in ADJECTIVES and not found["blur"] and NUMBERED.match(text, found.end("factor")) is not None


def is_factor(text: str, found: re.Match[str]) -> bool:
    """Whether a factor tells of a change, and neither qualifies a noun ("a double room") nor counts how often."""
    factor = found["factor"].lower()
    if factor == "twice":
        return TIMES_OVER.match(text, found.end()) is not None
    bare = factor in ADJECTIVES and not found["blur"]
    if is_number_named(text, found):
        return False
    return not bare or ARTICLE.search(text[max(0, found.start() - 6) : found.start()]) is None


WORD_OPENS = (
    rf"(?P<told>(?P<word>\b(?:{WORD})\b)(?: (?:of|by|to))?(?: \w+ly)? <change:change>)",
    rf"\b(?P<told>(?P<word>(?:{WORD}))(?: in{GAP}{{1,40}}?)?,? of <change:change>)",
    rf"\b(?P<told>(?P<word>(?:{WORD})) (?:of|by) <size:amount>)",
    rf"(?P<told>(?P<word>\b(?:{WORD})\b)(?: [\w'-]+){{1,4}}? by <change:change>)",
    rf"(?P<told>(?P<word>\b(?:{WORD})\b)(?: (?:of|by))?(?: \w+ly)? <change:fraction>(?! of\b))",
    rf"(?P<told>(?P<word>\b(?:{WORD})\b)(?: [\w'-]+){{1,4}}? by <change:fraction>(?! of\b))",
)
"""How a change is told that begins with the word of its direction: "up 20%", "a fall of 7 percent", "down a third"."""

FIGURE_OPENS = (
    rf"(?P<told><change:change>[ -](?:\w+ )?(?P<word>\b(?:{WORD})\b))",
    r"(?P<told><change:fraction> (?P<word>\b(?:more|less|fewer|higher|lower|bigger|larger|smaller|up|down)\b))",
    (
        r"(?P<told><times:multiple>,? (?:as (?:many|much|high|large|big|long|great|often|"
        r"strong)|more|higher|larger|bigger|the|increase|rise|growth|jump)\b)"
    ),
)
"""One that begins with its figure: "6% more", "three times as many"."""

PAIRS = (
    rf"\bfrom {GAP}{{0,25}}?<before:number>{GAP}{{0,60}}? to {GAP}{{0,35}}?<after:number>",
    (
        rf"<after:number>(?:(?!\b(?:but|whereas|while)\b){GAP}){{0,45}}?,? \(?(?:compared (?:with|to)|against|versus|"
        rf"as opposed to|rather than|instead of|(?:up|down)? ?from) {GAP}{{0,30}}?<before:number>"
    ),
    (
        rf"\bto {GAP}{{0,25}}?<after:number>(?:(?!\b(?:but|whereas|while)\b){GAP}){{0,45}}? from "
        rf"{GAP}{{0,25}}?<before:number>"
    ),
    (
        rf"<after:amount>{GAP}{{0,20}}? after <before:amount>(?= (?:the (?:day|week|month|season|year) before|"
        rf"a (?:week|month|year) (?:before|earlier)|last (?:week|month|season|year)|in \d{{4}}))"
    ),
    (
        rf"<before:number>{GAP}{{0,60}}?(?:,| and| but)(?: it| they| now| has| had| have| "
        rf"and| to| was| were| in| by| today| there| is| are| for| then| only| just| as "
        rf"many| sold| a| year| later| last){{0,6}} <after:number>"
        rf"(?={GAP}{{0,40}}?(?:later|today|now|this year|a year on|in \d{{4}}|last year|after|"
        rf"in (?:{ANY_MONTH}))\b)"
    ),
    (
        rf"<before:number>{GAP}{{0,30}}? (?:last (?:year|month|week|season|winter|summer)|(?:years?|months?|weeks?) "
        rf"(?:ago|earlier|before)|(?:in|by) \d{{4}}|then),? (?:and )?(?:is|are|stands? at) (?:now|today|this year) "
        rf"(?:about |only )?<after:number>"
    ),
    (
        rf"<before:number>(?:(?!\b(?:and|but|when|where|whereas|while)\b){GAP}){{0,40}}?,? "
        rf"(?:and )?(?:has |have |had )?(?:since )?(?:{WORD}) (?:back |again )?to "
        rf"(?:about |around |nearly |only |just )?<after:number>"
    ),
    (
        rf"<after:number>{GAP}{{0,40}}?[.;] (?:a|one|two|three|five|ten) (?:years?|months?|weeks?|decades?) "
        rf"(?:ago|earlier|before),? (?:it|they|the (?:figure|number|total)) (?:was|were|had been|"
        rf"stood at) <before:number>"
    ),
    (
        rf"<before:number>{GAP}{{0,60}}?[.;] (?=(?:\w+ ){{0,4}}(?:now|today|later|last year|this (?:year|month|week|"
        rf"season|time))\b){GAP}{{0,40}}?<after:number>"
    ),
)
"""A before and an after."""

OTHER_SUBJECT = (
    r"(?:that|those) (?:of|for)|so (?:that )?(?!(?:it|they|this|the (?:change|count|decline|decrease|drop|fall|figure|"
    r"gain|growth|increase|number|rate|rise|sum|total))\b)\w+"
)
"""What begins a clause about something else: "that of men fell by 5", "so that transport cost 3 percent less"."""

APART = rf"(?:(?!\b(?:and|but|while|whereas|though|although|where|which|as|{OTHER_SUBJECT})\b){GAP}){{0,95}}?"

ANNOUNCING = (
    rf"(?:(?!\b(?:but|while|whereas|though|although|which)\b){GAP}){{0,110}}?(?:: | ?[—–] |[.;] (?:it|they|there|the "
    rf"(?:figure|number|total|count|sum)(?! of\b)|that is)\b){APART}"
)
"""What may stand between a change and the figures that bear it out: "quadrupled last year, the owner said: 1,260 …"."""

SHORT = rf"(?:(?!\b(?:and|but)\b){GAP}){{0,30}}?"

NOW = (
    rf"{SHORT} and (?:(?:it|they) )?(?:now |today )?(?:stands?|stood|is|are|was|were|reached|numbers?|totals?)"
    rf"(?: now| today)?(?: at)? "
)
"""The same up to where it stands: "grew 50 percent this year and now stands at 1,200, against 1,000"."""

THEN = (
    rf"(?:{APART}|{GAP}{{0,60}}?(?:[.;] (?:that|this|it)|, which)(?: is|'s| was| means| meant| makes| "
    rf"made| amounts to| represents)(?: (?:this|that|it|for))?(?: an?)? |{SHORT}: (?:an? )?|{GAP}{{0,60}}?[.;] the )"
)
"""What may stand between two figures and what is told of them, in one clause or the next sentence."""

WHOLE = (
    (
        rf"<after:number>{APART},? \(?\b(?P<told>(?P<word>{WORD}) (?:by )?<change:change>) "
        rf"(?:from|compared (?:with|to)|on|over|than) {SHORT}<before:number>"
    ),
    rf"<after:number>{APART},? (?P<told><change:change> (?P<word>{WORD})) than {SHORT}<before:number>",
    rf"<after:number>{APART},? \(?{FACTOR}(?: (?:as many as|as much as|the))? {SHORT}<before:number>",
    (
        rf"<after:number>{APART},? (?P<told><times:multiple> (?:as (?:many|much|high|large|"
        rf"big|long) as|the)) {SHORT}<before:number>"
    ),
)
"""Changes told between their figures: "24 percent, up 6 percent from 18"."""


ASIDE = tuple(
    rf"(?P<word>\b(?:{WORD})) (?:up |down )?{pair}{GAP}{{0,30}}?(?:, or| or|,? that is,?| \(|,) ?(?:or )?(?:by )?"
    rf"(?P<told><change:change>)(?=,|\.|;|\)|$)"
    for pair in (
        rf"from {GAP}{{0,25}}?<before:number>{GAP}{{0,30}}? to {GAP}{{0,35}}?<after:number>",
        rf"to {GAP}{{0,25}}?<after:number>{GAP}{{0,30}}? from {GAP}{{0,25}}?<before:number>",
    )
)
"""A rise or fall whose size stands alone after its figures: "rose from 120 to 150, or 25 percent"."""
