"""The pairs of figures in a text that are a before and an after, and whether a change can be that of a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.model import Quantity
from linter.core.calendar import ANY_MONTH
from linter.core.pattern import lazy_pattern
from linter.infer.figures.change_forms import DIRECTIONS, GAP, PAIRS, WORD
from linter.infer.figures.figured import Figured, pattern

VERB = "|".join(
    "climbed crept decreased dipped dropped fell grew increased jumped leapt moved plunged rose sank shrank slid "
    "soared went".split()
)

OWN_VERB = lazy_pattern(rf"[^.;:—–]*(?:\bbecause\b[^.;:—–]*|(?<!^)\b(?:{VERB})(?: (?:up|down|back))? )")


def has_own_verb(between: str) -> bool:
    """Whether a pair behind what is told of a change has a verb of its own: "cost 3% less, as petrol fell from 8 to 6".

    `between` are the words that stand between them.
    """
    return OWN_VERB.fullmatch(between) is not None


REFERENCE = lazy_pattern(rf"\b(?:after|against|compared|than|versus|from|instead) {GAP}{{0,12}}$", re.IGNORECASE)
"""Before a figure, what makes it one that another of its sentence is compared with."""

STOPPED = lazy_pattern(r"[.;] ")

LAST_YEAR = lazy_pattern(r"\blast (?:year|season|summer|winter|spring|autumn|month|week)\b", re.IGNORECASE)

LONG_AGO = lazy_pattern(
    r"\b(?:(?:1[6-9]|20)\d\d|ago|earlier|before|began|begun|first|founded|once|opened|originally|started|then|when)\b",
    re.IGNORECASE,
)


WHEN = (
    rf"\d|{ANY_MONTH}|[A-Z][a-z]+day|spring|summer|autumn|fall\b|winter|first|second|third|fourth|last|previous|same|"
    r"early|late|next|past|years?\b|months?\b|weeks?\b|mid|all\b|whole|just|only|under|less|total|recent|\w+ (?:year|"
    r"month|week|quarter|season|decade)"
)

ELSEWHERE = lazy_pattern(
    rf"[\w -]{{0,25}}? (?:in|at|on|for|near) (?:the |an? )?(?!(?:the|an?) |{WHEN}|[\ue000-\ue009])\w+"
)
"""Behind a figure, what makes it one of a place or a kind: "800 in the east", "1,400 euros for a double room"."""


def are_apart(text: str, pair: re.Match[str]) -> bool:
    """Whether two figures are of two places or kinds at one time: "from 800 in the east to 1,400 in the west"."""
    first, second = sorted((pair.end("before"), pair.end("after")))
    beside = ELSEWHERE.match(text, second)
    if text.startswith(" to ", pair.start("after") - 4):
        return beside is not None and ELSEWHERE.match(text, first, second) is not None
    compared = COMPARED.search(text, max(0, pair.start("before") - 30), pair.start("before"))
    return compared is not None and second == pair.end("before") and beside is not None


COMPARED = lazy_pattern(rf"\b(?:against|compared (?:with|to)|versus) {GAP}{{0,12}}$")


SPAN_BEFORE = lazy_pattern(
    r"\b(?:in|over|during|within|throughout|across|for) (?:the|these|those|its) (?:[\w'-]+ ){0,2}$|"
    r"\b(?:corresponding|equivalent|final|first|following|last|latest|next|past|preceding|previous|prior|recent|same|"
    r"second|those|these) $",
    re.IGNORECASE,
)
"""Before a length of time, what makes it the period in which something was counted: "in the latest three months"."""

SPAN_BEHIND = lazy_pattern(
    rf" (?:to|through|until|ending|ended)(?: on)? (?:the )?(?:(?:end|middle|start) of |late |early |mid-)?"
    rf"(?:\d+ )?{ANY_MONTH}\b| (?:before|earlier) (?:that|this|it)\b",
)

ALL_YEAR = lazy_pattern(
    rf"{GAP}{{0,30}}? (?:in|during|over|for|throughout) (?:all of |(?:the )?(?:whole|entirety|entire|full)\b)",
    re.IGNORECASE,
)
PART_YEAR = lazy_pattern(
    rf"{GAP}{{0,30}}? (?:so far|to date|by (?:the end of )?{ANY_MONTH}|(?:in|during|over|for) (?:just )?"
    r"(?:the|its) (?:first|opening|second|third|last|final) (?:half|quarter|[\ue000-\ue009]))",
    re.IGNORECASE,
)
"""Behind a figure, what makes it one of a part of a year, which is not compared with one of all of another."""


CHANGED_BY = lazy_pattern(rf"\b(?:{WORD}) of $", re.IGNORECASE)
CHANGE_BEHIND = lazy_pattern(
    r" (?:decline|decrease|drop|fall|gain|growth|increase|rise)\b(?! (?:rate|in \d))", re.IGNORECASE
)
"""Before a percentage, and behind it, what makes it a change."""


def is_no_pair(block: Figured, pair: re.Match[str]) -> bool:
    """Whether two figures are no before and after for what they are of.

    They are lengths of the periods compared, "2 percent higher in the three months to June than in the three months
    before", the first is a change itself ("against a fall of 2 percent"), or one is of a whole year and one of a part.
    """
    text = block.text
    (first, second), (start, later) = pair.span("before"), pair.span("after")
    if "duration" in (block.quantity(first).kind, block.quantity(start).kind):
        return any(
            SPAN_BEFORE.search(text, max(0, place - 40), place) or SPAN_BEHIND.match(text, end)
            for place, end in ((first, second), (start, later))
        )
    if block.quantity(first).kind == "percent" and (
        CHANGED_BY.search(text, max(0, first - 20), first) or CHANGE_BEHIND.match(text, second)
    ):
        return True
    for one, other, opening in ((second, later, start), (later, second, first)):
        part = ALL_YEAR.match(text, one) and (
            PART_YEAR.match(text, other) or PART_YEAR.search(text, max(0, opening - 60), opening)
        )
        if part:
            return True
    return False


def goes_back(text: str, pair: re.Match[str]) -> bool:
    """Whether the figures of two sentences are no before and after: "It was 18, after 17. In May it was 16".

    Nor are they with "last year" in the second, unless the first tells of an earlier time.
    """
    first, second = sorted((pair.start("before"), pair.start("after")))
    stop = STOPPED.search(text, first, second)
    if stop is None:
        return False
    if REFERENCE.search(text, max(0, first - 30), first):
        return True
    opening = text.rfind(". ", 0, first) + 1
    late = first == pair.start("before") and LAST_YEAR.search(text, stop.end(), second) is not None
    return late and LONG_AGO.search(text, opening, stop.start()) is None


TIME = "(?:year|month|week|decade|season|winter|summer|spring|autumn|quarter)"

EARLIER = (
    rf"<after:number>{GAP}{{0,60}}?[.;] (?:(?:a|one|two|three|five|ten) {TIME}s? (?:ago|earlier|before)|"
    rf"the {TIME}(?: before)?|last {TIME}|in (?:the same {TIME}s? (?:of|in) )?\d{{4}})\b,? "
)

THEN_EARLIER = (
    (
        rf"{EARLIER}(?:[\w' ]{{1,30}}? (?:had|were|was|stood at|numbered)(?: [a-z]+){{0,2}}|(?:it|they|he|she) [a-z]+) "
        rf"<before:number>"
    ),
    (
        rf"{EARLIER}(?:only |some |about )?<before:number>(?: [a-z]+)?(?: had)? (?:c[ao]me|attended|visited|turned up|"
        rf"took part|taken part|passed|(?:were|been) [a-z]+)\b"
    ),
)
"""An after and the before that the next sentence goes back to: "It lent 900 books. A year earlier it had lent 800"."""


def pairs(block: Figured) -> Iterator[re.Match[str]]:
    """The pairs of a text, those first that the wording of one sentence makes a before and an after."""
    for template in PAIRS:
        for pair in pattern(template).finditer(block.text):
            if not goes_back(block.text, pair) and not are_apart(block.text, pair):
                yield pair
    for template in THEN_EARLIER:
        yield from (pair for pair in pattern(template).finditer(block.text) if _is_lone(block, pair))


MOST_APART = 3
"""How many times as much as a figure that of another sentence is at most, to be the same thing at another time."""


def _is_lone(block: Figured, pair: re.Match[str]) -> bool:
    """Whether the figure that another sentence goes back from is the only one of its own."""
    opening = block.text.rfind(". ", 0, pair.start()) + 1
    return not block.between(opening, pair.start("after")) and not goes_back(block.text, pair)


OF_OTHER = lazy_pattern(r" (?:on|from|over|than|compared|against) ")
"""Behind what is told of a change, figures of its own."""


NEW_SUBJECT = lazy_pattern(r"[.;] (?:It|They|There)\b")

STEM = 5
"""Letters by which a noun is known again: "members" after "membership"."""


def agrees(block: Figured, pair: re.Match[str], told: re.Match[str]) -> bool:
    """Whether a change can be that of a pair: for one of two sentences if it has the direction of its figures.

    Those may not be far apart either. A pair that follows in a sentence of its own must count what is told to change.
    """
    if told.end() <= pair.start() and NEW_SUBJECT.search(block.text, told.end(), pair.start()):
        heads = {block.quantity(pair.start(name)).head for name in ("before", "after")} - {""}
        opening = block.text.rfind(". ", 0, told.start()) + 1
        return not heads or any(head[:STEM] in block.text[opening : pair.start()].lower() for head in heads)
    if pair.re.pattern not in (pattern(each).pattern for each in THEN_EARLIER):
        return True
    before, after = block.quantity(pair.start("before")).value, block.quantity(pair.start("after")).value
    word = told.groupdict().get("word")
    if word is None or told.start() < pair.end() or OF_OTHER.match(block.text, told.end()):
        return False
    near = min(before, after) * MOST_APART > max(before, after)
    return near and before != after and (DIRECTIONS[word.lower()] > 0) == (after > before)


FROM_TO = (PAIRS[0], PAIRS[2])

CARRIED = (
    rf"(?:The|That|This) (?P<word>{WORD}) of <change:change>(?! (?:of|for|among|on|from|over|compared|in (?!\d))\b)"
)
"""What is told of a change at the beginning of a paragraph: "The increase of 7 percent was decided in November"."""


OPENING = pattern(CARRIED)


def carried(run: Figured) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The pairs with which a paragraph ends, each with what the next one begins by telling of it."""
    for told in pattern(rf"\n(?P<told>{CARRIED})").finditer(run.text):
        opening = run.text.rfind("\n", 0, told.start()) + 1
        found = [pair for each in FROM_TO for pair in pattern(each).finditer(run.text, opening, told.start())]
        pair = max(found, key=lambda each: each.end(), default=None)
        if pair is None or ". " in run.text[pair.end() : told.start()] or run.between(pair.end(), told.start()):
            continue
        rise = run.quantity(pair.start("after")).value > run.quantity(pair.start("before")).value
        if (DIRECTIONS[told["word"].lower()] > 0) == rise:
            yield pair, told


def comparable(before: Quantity, after: Quantity) -> bool:
    """Whether two figures can be one thing at two times: of one kind and unit, and no ranges."""
    if before.kind == after.kind:
        alike = not before.unit or not after.unit or before.unit == after.unit
        heads = not before.head or not after.head or before.head == after.head
        return alike and heads and before.ends is None and after.ends is None
    return (
        "count" in (before.kind, after.kind)
        and {"money", "measure", "percent", "duration"} & {before.kind, after.kind} != set()
        and ((before.kind == "count" and not before.head) or (after.kind == "count" and not after.head))
    )
