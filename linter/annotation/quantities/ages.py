"""Ages, which are kept apart from quantities, and the sentence in which figures are read."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.annotation.quantities.numbers import Number, Token
from linter.annotation.quantities.units import Unit


class Sentence(Struct, frozen=True):
    """The text and the tokens of a sentence, those that are closed to quantities, and whether it is a headline."""

    text: str
    tokens: Sequence[Token]
    closed: frozenset[int]
    titled: bool

    def word(self, index: int) -> str:
        """The word at an index, "" beyond either end."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""


LIFE = frozenset("die dies died dead death dying retired retire retires married marry born widowed".split())
"""Words that "at 62" follows."""

OLDEST = 130


def age_end(sentence: Sentence, number: Number, unit: Unit | None) -> int | None:
    """The token after an age, or None: "aged 62", "62-year-old", "62 years old", "dies at 62", "Roca, 83,"."""
    if unit is not None:
        place = unit.last + (sentence.word(unit.last) == "-")
        return place + 1 if unit.kind == "duration" and sentence.word(place) in ("old", "olds") else None
    if number.value.denominator > 1 or not 0 < number.value < OLDEST:
        return None
    return number.last if _is_told(sentence, number) or _is_apposed(sentence, number) else None


def _is_told(sentence: Sentence, number: Number) -> bool:
    before = [sentence.word(number.first - back) for back in (1, 2, 3)]
    if before[0] in ("aged", "age") or before[:2] in (["of", "age"], ["at", "age"]):
        return True
    follower = sentence.word(number.last)
    alone = not follower[:1].isalpha() or follower in ("and", "or", "to", "when", "in")
    if before[0] in APPROXIMATE:
        before = [*before[1:], sentence.word(number.first - 4)]
    opens = sentence.titled and not before[2]
    if before[0] == "of" and (opens or before[2] in ("a", "an", "young", "old")) and _is_of_age(before[1]):
        return (
            opens
            or alone
            or follower in ("who", "whose", "with", "from", "was", "is", "had", "has", "died", "at", "on")
        )
    return before[0] == "at" and alone and any(word in LIFE for word in before[1:])


PERSONS = frozenset(
    "boy girl baby child brother sister son daughter wife husband mother father friend cousin uncle aunt nephew niece "
    "grandson granddaughter grandfather grandmother driver passenger pilot teenager student pupil victim cyclist "
    "nurse teacher farmer suspect partner widow widower neighbor neighbour owner soldier guard sailor doctor".split()
)


APPROXIMATE = ("about", "around", "nearly", "almost", "perhaps", "over")
"""What may stand between "of" and an age: "a man of about 60"."""

PARENTS = ("father", "mother", "grandfather", "grandmother", "owner", "guard", "friend", "partner", "teacher", "doctor")
"""Persons whom a number behind "of" may give children, pupils or things: "a mother of three"."""


def _is_of_age(word: str) -> bool:
    """Whether a number after a person and "of" is an age: "a man of 60", but not "a mother of three"."""
    return _is_person(word) and word not in PARENTS


def _is_person(word: str) -> bool:
    """Whether a word is for one person."""
    return word in PERSONS or word.endswith(("man", "woman"))


def _is_apposed(sentence: Sentence, number: Number) -> bool:
    """Whether a bare number stands by a person: "Roca, 83,", "He was 87."."""
    before, follower = sentence.word(number.first - 1), sentence.word(number.last)
    named = number.first > 1 and sentence.tokens[number.first - 2].capital
    if before == ",":
        beside = named or _is_person(sentence.word(number.first - 2))
        return beside and number.form == "digits" and follower in (",", ".", "")
    subject = sentence.word(number.first - 2)
    return (
        before in ("is", "was", "turned", "turns", "am")
        and follower in (".", "")
        and (named or subject in ("he", "she", "i", "who", ","))
    )
