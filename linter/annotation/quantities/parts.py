"""What stands around a part of a whole, and says whether it is one: "a third" of all, a third after two."""

from __future__ import annotations

from fractions import Fraction

from linter.annotation.quantities.ages import Sentence
from linter.annotation.quantities.change_words import DOWN, UP
from linter.annotation.quantities.nouns import counted, singular
from linter.annotation.quantities.numbers import Number
from linter.annotation.quantities.words import ONES, TIME_UNITS

TEN = frozenset("three four five six seven eight nine ten".split())
"""Numbers in words of which a part is told as a ratio: "four out of five households"."""


def is_out_of_few(sentence: Sentence, place: int) -> bool:
    """Whether "out of" stands there with a ratio's second number in words, and what is counted behind it."""
    if sentence.word(place) != "out" or sentence.word(place + 1) != "of":
        return False
    return sentence.word(place + 2) in TEN and sentence.word(place + 3)[:1].isalpha()


ROUND = frozenset("three four five six eight ten twenty hundred 3 4 5 6 8 10 20 100".split())
AFTER_RATIO = frozenset(
    ". , ; ) ( : - is are was were has have had said say says in who that of at on and or would".split()
)


def is_shared_noun(sentence: Sentence, place: int) -> bool:
    """Whether what is counted stands inside a ratio: "six voters in ten are against it"."""
    if sentence.word(place + 1) != "in":
        return False
    noun = sentence.word(place)
    whole, after = sentence.word(place + 2), sentence.word(place + 3)
    return whole in ROUND and noun.isalpha() and noun not in TIME_UNITS and (not after or after in AFTER_RATIO)


def is_span(sentence: Sentence, number: Number) -> bool:
    """Whether the number after "in" is a length of time or a place: "three in 10 days", "two in two houses"."""
    noun = counted(sentence.tokens, number.last, single=False)
    return noun is not None and noun.head in TIME_UNITS


NAMED_HALVES = frozenset("closing corresponding final first latter opening same second".split())
"""What says which half of a year or a match is meant."""

SIZED = frozenset((*UP, *DOWN))

AFTER_PART = frozenset(
    "of are were is was have has had in more less fewer higher lower bigger larger smaller as to by said and or do did "
    "will would who from on at since between after before voted want wanted say think against that than cheaper".split()
)

NOT_COUNTED = frozenset("% percent per of euros dollars pounds".split())
"""What follows a number that counts no things before the next of them: "two of the three", "2 percent"."""


def comes_next(sentence: Sentence, number: Number) -> bool:
    """Whether "a third" is one more thing after two: "cleared of two charges, convicted of a third"."""
    if number.value.numerator != 1 or number.value.denominator < 3 or sentence.word(number.last) in AFTER_COUNT:
        return False
    if sentence.word(number.first) not in ("a", "another") or sentence.word(number.last - 1) in ("quarter", "half"):
        return False
    before = number.value.denominator - 1
    return any(
        (token.text == str(before) or ONES.get(token.text) == before) and sentence.word(index + 1) not in NOT_COUNTED
        for index, token in enumerate(sentence.tokens[: number.first])
    )


AFTER_COUNT = frozenset("of more less fewer higher lower as in".split())


def is_half_of_unit(sentence: Sentence, number: Number) -> bool:
    """Whether "a half" after "and" is one of a unit of time: "a year and a half"."""
    return (
        number.value == Fraction(1, 2)
        and singular(sentence.word(number.first - 2)) in TIME_UNITS
        and sentence.word(number.first - 3) in ("a", "an", "one")
    )
