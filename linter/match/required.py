"""The literals that a pattern cannot match without.

A pattern is met only where one of a set of words stands: "(?:many|some) (?:experts|critics)" needs "many" or "some",
and it needs "experts" or "critics". The method is that of RE2's prefilter (Russ Cox, "Regular Expression Matching
with a Trigram Index", 2012): exact strings are put together as long as they are few, and the rarest sets met on the way
are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.match.prefilter import ANCHORS, LOOK_AROUND

MOST_PRODUCTS = 256
"""Strings that joining two sets may give; beyond it the sets are kept apart."""

MOST_OPTIONS = 4000
"""Strings of one alternation."""

MOST_SETS = 3
"""Sets that are kept of one pattern: each more narrows the sentences to look at, and costs hits."""

TELLING = 2.5
"""Rarity that a set beyond the first must have to be worth its hits."""

LARGEST_CLASS = 4
"""Characters of a class that is read as an alternation; a larger one says too little."""

TOKEN = lazy_pattern(
    r"\(\?(?:P?<[A-Za-z_]\w*>|<?[=!]|[:>|]|[a-zA-Z-]+[:)])|\(\*?|\)|\||\\x[0-9a-fA-F]{2}|\\[pP]\{\^?\w+\}|\\."
    r"|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|(?:[*+?]|\{\d*,?\d*\})[?+]?|[\^$.]|.",
    re.DOTALL,
)
"""The openings of groups, closings, escapes, classes, quantifiers, and single characters."""

QUANTIFIER = lazy_pattern(r"(?:[*+?]|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\})[?+]?")

COMMON = frozenset(
    (
        "the of and to a in that is was he for it with as his on be at by i this had not are but from or have an "
        "they which one you were all her she there would their we him been has when who will no more if out so up "
        "said what its about than into them can only other time new some could these two may first then do any "
        "like my now over such our man me even most made after also did many off before must well back through "
        "years where much your way down should because long each just state those people too mr how good make "
        "world still see own work men day get here between both life being under three never know same last "
        "another while us might great go come since against right used take states himself few use during without "
        "again place around however home small found thought went say part once general high upon school every "
        "says year told be"
    ).split()
)
"""The commonest words of English prose (Brown corpus); a set with one of them is met in most sentences."""


Literals: TypeAlias = frozenset[str]


class Needs(Struct, frozen=True):
    """What a part of a pattern needs: `exact` are all the strings it can match, None where that cannot be said.

    Of each of `sets` one string must occur.
    """

    exact: Literals | None
    sets: tuple[Literals, ...] = ()

    @property
    def all_sets(self) -> tuple[Literals, ...]:
        """The sets, the exact strings among them, the rarest first."""
        return _ranked(self.sets if self.exact is None else (*self.sets, self.exact))


EMPTY = Needs(frozenset({""}))
ANYTHING = Needs(None)


def required(pattern: str) -> tuple[Literals, ...]:
    """Sets of literals in lower case: of each set one stands in every match; the rarest set first, () where none is."""
    tokens = [token for token in TOKEN.findall(pattern) if token not in ANCHORS]
    first, *others = _Reader(tokens).alternation().all_sets or ((),)
    return (first, *(each for each in others if rarity(each) >= TELLING)) if first else ()


def _ranked(sets: Iterable[Literals]) -> tuple[Literals, ...]:
    told = {each: rarity(each) for each in sets}
    return tuple(sorted((each for each in told if told[each] > 0), key=lambda each: (-told[each], len(each))))[
        :MOST_SETS
    ]


def rarity(literals: Iterable[str]) -> float:
    """How seldom a set is met: the worth of its commonest member, 0 for one that says nothing."""
    return min((_worth(literal) for literal in literals), default=0)


def _worth(literal: str) -> float:
    bare = literal.strip()
    if not bare:
        return 0
    words = re.findall(r"[a-z]+", bare)
    if not words:
        return 0 if bare in ".,-'\"" else 3
    return max(0.5 if word in COMMON else len(word) for word in words) + 1.2 * (len(words) - 1)


class _Reader:
    """Reads the tokens of one pattern by recursive descent."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._next = 0

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._peek()
        self._next += 1
        return token

    def alternation(self) -> Needs:
        """What the alternatives up to the end of their group need."""
        options = [self._sequence()]
        while self._peek() == "|":
            self._take()
            options.append(self._sequence())
        return _either(options)

    def _sequence(self) -> Needs:
        parts: list[Needs] = []
        while self._peek() not in ("", "|", ")"):
            parts.append(self._quantified(self._atom()))
        return _joined(parts)

    def _quantified(self, needs: Needs) -> Needs:
        found = QUANTIFIER.fullmatch(self._peek())
        if found is None:
            return needs
        self._take()
        return _repeated(needs, found)

    def _atom(self) -> Needs:
        token = self._take()
        if token in LOOK_AROUND:
            self._group()
            return EMPTY
        if token.startswith("("):
            return EMPTY if token.endswith(")") else self._group()
        return _character(token)

    def _group(self) -> Needs:
        needs = self.alternation()
        self._take()
        return needs


def _character(token: str) -> Needs:
    if token.startswith("["):
        return _class(token)
    if token == "." or (token.startswith("\\") and token[1:2].isalnum()):
        return ANYTHING
    return Needs(frozenset({token[-1].lower()}))


def _class(token: str) -> Needs:
    inside = token[1:-1]
    if inside.startswith("^") or re.search(r"\\|.-.", inside) or len(inside) > LARGEST_CLASS:
        return ANYTHING
    return Needs(frozenset(inside.lower()))


def _repeated(needs: Needs, found: re.Match[str]) -> Needs:
    sign = found[0][0]
    least = int(found["least"] or 0) if sign == "{" else int(sign == "+")
    once = found[0].rstrip("?+") == "{1}"
    if least == 0:
        optional = sign == "?" or found["most"] == "1"
        return Needs(needs.exact | {""} if needs.exact is not None and optional else None)
    return needs if once else Needs(None, needs.all_sets)


def _either(options: list[Needs]) -> Needs:
    if len(options) == 1:
        return options[0]
    exact = _union([option.exact for option in options])
    if exact is not None and len(exact) <= MOST_OPTIONS:
        return Needs(exact)
    either = _union([next(iter(option.all_sets), None) for option in options])
    return Needs(None, _ranked([either]) if either is not None else ())


def _union(sets: list[Literals | None]) -> Literals | None:
    whole = [each for each in sets if each is not None]
    return frozenset(chain.from_iterable(whole)) if len(whole) == len(sets) else None


def _joined(parts: list[Needs]) -> Needs:
    sets: list[Literals] = []
    exact: Literals | None = frozenset({""})
    whole = True
    for part in _merged(parts):
        sets.extend(part.sets)
        product = _product(exact, part.exact)
        if product is None:
            whole = False
            sets.append(exact or frozenset())
        exact = product if product is not None else part.exact if part.exact is not None else frozenset({""})
    return Needs(exact) if whole else Needs(None, _ranked((*sets, exact or frozenset())))


def _merged(parts: list[Needs]) -> Iterator[Needs]:
    """The parts with runs of single strings put together first, which keeps the products small."""
    run = ""
    for part in parts:
        if part.exact is not None and len(part.exact) == 1:
            run += next(iter(part.exact))
            continue
        if run:
            yield Needs(frozenset({run}))
            run = ""
        yield part
    if run:
        yield Needs(frozenset({run}))


def _product(left: Literals | None, right: Literals | None) -> Literals | None:
    if left is None or right is None or len(left) * len(right) > MOST_PRODUCTS:
        return None
    return frozenset(first + second for first in left for second in right)
