"""Accounts: totals whose parts are told in clauses of their own, beside those that lists give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.annotation.model import Quantity
from linter.core.pattern import lazy_pattern
from linter.infer.figures.figured import Figured, pattern

GAP = "[^.;:!?()\ue000-\ue006]"

RESULT = r"(?:won|winning|wins?|drawn|drew|drawing|draws?|tied|tying|ties|lost|losing|loses?)"

TIMES = r"(?:<count>|<multiple>)"

RESULTS = (
    rf"(?P<list>{RESULT} {TIMES}(?: [a-z]+)?,? (?:and )?{RESULT} {TIMES}(?: [a-z]+)?,? (?:and )?{RESULT} {TIMES}|"
    rf"<count> {RESULT},? (?:and )?<count> {RESULT},? (?:and )?<count> (?:{RESULT}|loss(?:es)?|defeats?))"
)
PLAYED = (
    rf"<total:count>{GAP}{{0,70}}?(?:[,:(]? ){RESULTS}",
    rf"{RESULTS}(?: [a-z]+)?,? (?:of|in|from|out of) (?:[a-z]+ )?<total:count>",
)
"""Games, and how many of them were won, drawn and lost."""

RESULT_OF = {"w": "won", "dr": "drawn", "t": "drawn", "l": "lost", "de": "lost"}
"""What became of a game, by the first letters of its verb or noun."""

WON = ("won", "win")
"""What tells of a game won, as all games are listed with one of."""

OF_IT = (". of th", "; of th", ". of it", "; of it")
"""How what became of a sum opens."""

RESTS = ("the other ", "the remaining ", "the rest, ", "the remainder, ")

AMONG = (": ", " among ", " between ")
"""What stands between a total and those whose parts are named."""

GAMES = frozenset(("game", "match", "fixture", "outing", "start"))

OWN = r"(?:[\w'.-]+ ){1,5}?"

NAMED = (
    (
        rf"<total:amount>{GAP}{{0,25}}?: (?P<list>{OWN}<any>{GAP}{{0,40}}?(?:,? and |, (?:and )?){OWN}<any>"
        rf"(?:{GAP}{{0,40}}?(?:,? and |, (?:and )?){OWN}<any>){{0,8}})(?:(?!\d){GAP}){{0,40}}?(?=[.;]|$)"
    ),
    (
        rf"<total:amount>{GAP}{{0,60}}?\b(?:divided|split|shared(?: out)?|distributed) (?:between|among) "
        rf"(?P<list>{OWN}\(<any>\)(?:(?:,? and |, (?:and )?){OWN}\(<any>\)){{1,10}})(?=[.;,]|$)"
    ),
)
"""A total, and after a colon whose each part is, or in brackets behind those among whom it is divided."""

SHARED_OUT = (
    rf"<total:money>{GAP}{{0,40}}?\b(?:divided|split|shared|distributed)(?:{GAP}|<count>){{0,40}}?: (?P<list>{OWN}<any>"
    rf"{GAP}{{0,40}}?(?:,? and |, (?:and )?){OWN}<any>"
    rf"(?:{GAP}{{0,40}}?(?:,? and |, (?:and )?){OWN}<any>){{0,8}})(?:(?!\d){GAP}){{0,20}}?(?=[.;]|$)"
)
"""A sum, among how many it is shared out, and what each gets: "90,000 euros between two towns: Graz received"."""

UP_TO_REST = (
    rf"<total:amount>{GAP}{{0,60}}?,? (?:with|of which|including) (?P<list><any>{GAP}{{1,50}}?"
    rf"(?:, <any>{GAP}{{1,50}}?){{0,4}}(?:,? and|;|,? while) the (?:other|remaining|rest,|remainder,) <any>)"
)
"""A total and its parts up to the rest: "cost $8 million, with $5 million paid by the state and the remaining"."""

SUM_OF_IT = (
    rf"<total:amount>{GAP}{{0,80}}?[.;] of (?:that|this|it|them|these|those|(?:that|this|the) (?:sum|amount|money|"
    rf"total|area|number)), (?P<list>[^.;:!?]{{0,30}}?<any>[^.;:!?]{{0,60}}?(?:,? and |, (?:and )?)<any>"
    rf"[^.;:!?]{{0,120}})"
)
"""A sum, and what became of it: its parts may be fewer, but not more."""

GIVEN = (
    rf"<total:money>(?:{GAP}|<count>){{0,90}}?[.;] (?P<list>{OWN}"
    rf"(?:gets?|got|receives?|received|takes?|took|will get|will receive|is to get) "
    rf"<amount>(?:,? {OWN}<amount>){{1,8}},? and {OWN}<amount>)[.;]?$"
)
"""A sum, and at the end of its paragraph to whom it goes: "Oulu gets $2 million, Kemi $1 million and Tornio …"."""

LEFT_OVER = lazy_pattern(r"\b(?:includ\w+|others?|remain\w+|rest|most|half|largest|biggest|more|so far|first)\b")
"""What tells that not all of it is told."""

PLACED = lazy_pattern(r" (?:[a-z]+ ){0,3}?(?:along|at|by|for|from|in|into|near|on|to|with)\b")
"""What follows a part that lies or goes somewhere, so that no thing is counted twice."""


def accounts(block: Figured) -> Iterator[tuple[Quantity, tuple[Quantity, ...], bool]]:
    """Totals with their parts, and whether those are all of them; else they are only as much as the total at most."""
    text = block.text.lower()
    if len(block.quantities) < 3:
        return
    if any(word in text for word in JOINED):
        yield from _together(block)
    if any(word in text for word in WON):
        yield from _of_games(block)
    for template in NAMED if any(word in text for word in AMONG) else ():
        yield from ((*each, True) for each in _found(block, template))
    for template in (SHARED_OUT, UP_TO_REST) if ": " in text or any(rest in text for rest in RESTS) else ():
        yield from ((*each, True) for each in _found(block, template) if each[0].kind != "count" or each[0].inexact)
    if LEFT_OVER.search(text) is None:
        yield from ((*each, True) for each in _found(block, GIVEN))
    if any(opening in text for opening in OF_IT):
        for total, parts in _found(block, SUM_OF_IT):
            if total.kind in ("money", "measure") or all(_is_placed(block, part) for part in parts):
                yield total, parts, False


TOGETHER = (
    rf"\b(?:together|between them|in all|combined|altogether|all told),? "
    rf"(?:they|(?:the|all) <number:count>(?: [a-z]+)?) {GAP}{{0,40}}?<total:amount>"
)
"""What several gave, paid or have, after each of their figures: "Together the three paid 4.6 million pesos"."""

JOINED = ("together", "between them", "in all", "combined", "altogether", "all told")


def _together(block: Figured) -> Iterator[tuple[Quantity, tuple[Quantity, ...], bool]]:
    for found in pattern(TOGETHER).finditer(block.text):
        total = block.quantity(found.start("total"))
        before = block.between(0, found.start())
        bare = total.kind == "money"
        parts = tuple(
            each
            for each in before
            if (each.kind == total.kind and each.unit in ("", total.unit))
            or (bare and each.kind == "count" and not each.head and each.inexact)
        )
        number = block.quantity(found.start("number")).value if found["number"] else len(parts)
        alike = total.kind != "count" or all(part.head == total.head for part in parts)
        if 1 < len(parts) == number < FEW and alike:
            yield total, parts, True


FEW = 6
"""Figures of one paragraph that can be added up in mind."""


def _found(block: Figured, template: str) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    for found in pattern(template).finditer(block.text):
        parts = tuple(part for part in block.between(*found.span("list")) if part.kind != "ordinal")
        # "Sales rose by $2 million" tells of no part.
        moved = any(block.text.endswith(MOVED, 0, block.sign_of(part)) for part in parts)
        # A digit left is a figure that could not be read as a quantity.
        if not moved and not any(sign.isdecimal() for sign in found["list"]):
            yield block.quantity(found.start("total")), parts


MOVED = (" by ", " than ")


def _of_games(block: Figured) -> Iterator[tuple[Quantity, tuple[Quantity, ...], bool]]:
    for template in PLAYED:
        for found in pattern(template).finditer(block.text):
            total = block.quantity(found.start("total"))
            words = re.findall(rf"\b(?:{RESULT}|loss(?:es)?|defeats?)\b", found["list"], re.IGNORECASE)
            told = {result for word in words for opening, result in RESULT_OF.items() if word.startswith(opening)}
            if total.head in GAMES and len(told) == len(words) == 3:
                yield total, block.between(*found.span("list")), True


def _is_placed(block: Figured, part: Quantity) -> bool:
    sign = block.sign_of(part)
    return PLACED.match(block.text, sign + 1) is not None
