"""What a pattern needs to be in a text, read off its expression.

The method is that of RE2's prefilter (Russ Cox, "Regular Expression Matching with a Trigram Index", 2012): exact
strings are put together as long as they are few, and the rarest sets met on the way are kept. Strings tell where they
must begin or end at the edge of a word, so that "men" is not looked for in "government".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from linter.core.pattern import lazy_pattern
from linter.match.edges import Literals, chained, edged, product_of
from linter.match.prefilter import ANCHORS, LOOK_AROUND
from linter.match.rarity import EDGE, Measure, rarest, rarity

MOST_OPTIONS = 4000
"""Strings of one alternation."""

LARGEST_CLASS = 4
"""Characters of a class that is read as an alternation; a larger one says too little."""

TOKEN = lazy_pattern(
    r"\(\?(?:P?<[A-Za-z_]\w*>|<?[=!]|[:>|]|[a-zA-Z-]+[:)])|\(\*?|\)|\||\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}"
    r"|\\[0-7]{3}|\\[pP]\{\^?\w+\}|\\[pP]\w|\\."
    r"|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|(?:[*+?]|\{\d*,?\d*\})[?+]?|[\^$.]|.",
    re.DOTALL,
)
"""The openings of groups, closings, escapes, classes, quantifiers, and single characters."""

EXOTIC = lazy_pattern(r"\(\?(?:#|P[=>]|&|\(|R|[+-]?\d)|\(\?[a-zA-Z]*x|\\[gLNQ]|(?<!\\)(?<!\\[pP])\{(?!\d*,?\d*\})")
"""Syntax of which nothing is said here: comments, references, conditions, verbose and fuzzy patterns, named sets."""

QUANTIFIER = lazy_pattern(r"(?:[*+?]|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\})[?+]?")

BREAKS = frozenset(" \t\n!\"#$%&'()*+,-./:;<=>?@[]^`{|}~–—" + EDGE)
"""Characters that are no part of a word."""

PLAIN_BREAKS = tuple([each] for each in BREAKS if each not in "^$()*+?.[]{}|" + EDGE)
"""Those that stand for themselves in a pattern, each as the only token."""

WORDLESS = frozenset({r"\s", r"\W", r"\h"})
"""Escapes that stand for such characters."""


class Needs(Struct, frozen=True):
    """What a part of a pattern needs: `exact` are all the strings it can match, None where that cannot be said.

    Of each of `sets` one string must occur, in the order of the sets. `empty` is whether it may match nothing; `opens`
    and `closes` are whether what it matches, if anything, begins and ends where no word runs on.
    """

    exact: Literals | None
    sets: tuple[Literals, ...] = ()
    empty: bool = False
    opens: bool = False
    closes: bool = False

    def all_sets(self, measure: Measure) -> tuple[Literals, ...]:
        """The sets, the exact strings among them, the rarest by a measure first."""
        return rarest(self._sets, measure)

    def sets_in_order(self, measure: Measure) -> tuple[Literals, ...]:
        """The same sets in the order in which a match has their strings."""
        return _kept(self._sets, measure)

    @property
    def _sets(self) -> tuple[Literals, ...]:
        return self.sets if self.exact is None else (*self.sets, self.exact)


def _kept(sets: Iterable[Literals], measure: Measure) -> tuple[Literals, ...]:
    """The rarest of the sets in their order."""
    given = tuple(sets)
    kept = frozenset(rarest(given, measure))
    return tuple(each for each in dict.fromkeys(given) if each in kept)


def _exactly(strings: Iterable[str]) -> Needs:
    """The needs of what matches some strings and nothing else."""
    exact = frozenset(strings)
    opens = all(not each or each[0] in BREAKS for each in exact)
    return Needs(exact, (), "" in exact, opens, all(not each or each[-1] in BREAKS for each in exact))


EMPTY = _exactly([""])
AT_EDGE = _exactly([EDGE])
FIGURE = _exactly("0123456789")
ANYTHING = Needs(None)
NO_WORD = Needs(None, opens=True, closes=True)


def needs_of(pattern: str, *, figures: bool, measure: Measure = rarity) -> Needs:
    """What a pattern in the syntax of the `regex` module needs; strings are in lower case, and `EDGE` only ends one.

    `figures` is whether to tell that one of the ten figures must stand somewhere, `measure` what tells which sets are
    the rarest, which are kept.
    """
    if EXOTIC.search(pattern):
        return ANYTHING
    reader = _Reader(TOKEN.findall(pattern), FIGURE if figures else ANYTHING, measure)
    return _joined(reader.alternation(), measure)


class _Reader:
    """Reads the tokens of one pattern by recursive descent."""

    def __init__(self, tokens: list[str], figure: Needs, measure: Measure) -> None:
        self._tokens = tokens
        self._figure = figure
        self._measure = measure
        self._next = 0

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._peek()
        self._next += 1
        return token

    def alternation(self, *, before: bool = False, after: bool = False) -> list[Needs]:
        """What the alternatives up to the end of their group need; of a single one the needs of its parts.

        `before` and `after` are whether no word runs on into the group, and out of it.
        """
        options = [self._sequence(before, after)]
        while self._peek() == "|":
            self._take()
            options.append(self._sequence(before, after))
        if len(options) == 1:
            return options[0]
        return [_either([_joined(option, self._measure) for option in options], self._measure)]

    def _sequence(self, before: bool, after: bool) -> list[Needs]:
        parts = [AT_EDGE] if before else []
        while self._peek() not in ("", "|", ")"):
            parts.extend(self._atom(_end_at_edge(parts, ends=False), after))
        return [*parts, AT_EDGE] if after else parts

    def _atom(self, before: bool, after: bool) -> list[Needs]:
        token = self._take()
        if token in LOOK_AROUND:
            start = self._next
            self._group(False, False)
            return [_beside(token, self._tokens[start : self._next - 1])]
        if token.startswith("("):
            return [] if token.endswith(")") else self._group(before, after)
        if token in ANCHORS:
            return [EMPTY if token == r"\B" else AT_EDGE]
        needs = self._figure if token == r"\d" else _character(token)
        repeated = QUANTIFIER.fullmatch(self._peek())
        if repeated:
            self._take()
        return [_repeated(needs, repeated, self._measure) if repeated else needs]

    def _group(self, before: bool, after: bool) -> list[Needs]:
        following = self._following()
        repeated = QUANTIFIER.fullmatch(following)
        if repeated:
            needs = self.alternation()
            self._next += 2
            return [_repeated(_joined(needs, self._measure), repeated, self._measure)]
        ends = following in (r"\b", "$") or [following] in PLAIN_BREAKS or (following in ("", "|", ")") and after)
        needs = self.alternation(before=before, after=ends)
        self._take()
        return needs

    def _following(self) -> str:
        """The token after the group that begins here."""
        depth = 1
        for place in range(self._next, len(self._tokens)):
            token = self._tokens[place]
            depth += (token.startswith("(") and not token.endswith(")")) - (token == ")")
            if not depth:
                return self._tokens[place + 1] if place + 1 < len(self._tokens) else ""
        return ""


def _beside(opening: str, inside: list[str]) -> Needs:
    """What a look-around needs; one that lets no word run on puts an edge there: "(?<![\\w-])", "(?<=, )", "(?= )"."""
    if opening.endswith("!"):
        edge = len(inside) == 1 and r"\w" in inside[0] and not inside[0].startswith("[^")
    elif opening == "(?<=":
        edge = "|" not in inside and inside[-1:] in PLAIN_BREAKS
    else:
        edge = inside in PLAIN_BREAKS
    return AT_EDGE if edge else EMPTY


@lru_cache(maxsize=256)
def _character(token: str) -> Needs:
    if token.startswith("["):
        return _class(token[1:-1])
    if token == "." or (token.startswith("\\") and token[1:2].isalnum()):
        return NO_WORD if token in WORDLESS else ANYTHING
    return _exactly(token[-1].lower())


def _class(inside: str) -> Needs:
    if inside.startswith("^") or re.search(r"\\|.-.", inside):
        return ANYTHING
    if len(inside) > LARGEST_CLASS:
        return NO_WORD if BREAKS.issuperset(inside) else ANYTHING
    return _exactly(inside.lower())


def _repeated(needs: Needs, found: re.Match[str], measure: Measure) -> Needs:
    sign = found[0][0]
    least = int(found["least"] or 0) if sign == "{" else int(sign == "+")
    once = found[0].rstrip("?+") == "{1}"
    if least == 0:
        optional = sign == "?" or found["most"] == "1"
        if needs.exact is not None and optional:
            return _exactly(needs.exact | {""})
        return replace(needs, exact=None, sets=(), empty=True)
    return needs if once else replace(needs, exact=None, sets=needs.sets_in_order(measure))


def _either(options: list[Needs], measure: Measure) -> Needs:
    exact = _union([option.exact for option in options])
    if exact is not None and len(exact) <= MOST_OPTIONS:
        return _exactly(exact)
    either = _union([next(iter(option.all_sets(measure)), None) for option in options])
    return Needs(
        None,
        rarest([either], measure) if either is not None else (),
        any(option.empty for option in options),
        all(option.opens for option in options),
        all(option.closes for option in options),
    )


def _union(sets: list[Literals | None]) -> Literals | None:
    whole = [each for each in sets if each is not None]
    return frozenset(chain.from_iterable(whole)) if len(whole) == len(sets) else None


def _joined(parts: list[Needs], measure: Measure) -> Needs:
    parts = list(_merged(parts))
    sets: list[Literals] = []
    exact: Literals = frozenset({""})
    whole = True
    for place, part in enumerate(parts):
        product = product_of(exact, part.exact)
        if product is None:
            whole = False
            sets.append(edged(exact, after=_begin_at_edge(parts[place:], ends=False)))
            sets.extend(part.sets)
            read = parts[:place] if part.exact is not None else parts[: place + 1]
            product = edged(part.exact or frozenset({""}), before=_end_at_edge(read, ends=False))
        exact = product
    if whole:
        return _exactly(exact)
    empty = all(part.empty for part in parts)
    kept = _kept((*sets, exact), measure)
    return Needs(None, kept, empty, _begin_at_edge(parts, ends=True), _end_at_edge(parts, ends=True))


def _begin_at_edge(parts: Iterable[Needs], *, ends: bool) -> bool:
    """Whether what parts match begins where no word runs on; where they match nothing, `ends` says so."""
    for part in parts:
        if not part.opens:
            return False
        if not part.empty:
            return True
    return ends


def _end_at_edge(parts: Sequence[Needs], *, ends: bool) -> bool:
    """The same for the end of what parts match."""
    for part in reversed(parts):
        if not part.closes:
            return False
        if not part.empty:
            return True
    return ends


def _merged(parts: list[Needs]) -> Iterator[Needs]:
    """The parts with runs of single strings put together first, which keeps the products small."""
    run: list[str] = []
    for part in parts:
        if part.exact is not None and len(part.exact) == 1:
            run.extend(part.exact)
            continue
        if run:
            yield _exactly([chained(run)])
            run = []
        yield part
    if run:
        yield _exactly([chained(run)])
