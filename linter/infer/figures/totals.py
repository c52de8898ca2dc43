"""Totals: what can be one, and a total with its parts."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from msgspec import Struct

from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import is_plural
from linter.infer.figures.figured import Figured

PERSONS = frozenset(
    "person man woman child victim passenger sailor crew casualty member delegate survivor body suspect soldier worker "
    "student pupil player official employee resident tourist migrant refugee prisoner "
    "hostage patient protester villager "
    "death dead injured wounded life fatality arrest miner hiker climber guest volunteer candidate juror lawmaker "
    "politician teacher doctor nurse policeman officer fisherman adult civilian deputy senator judge expedition party "
    "group team jury panel commission committee staff personnel skier scout singer "
    "dancer musician artist actor athlete "
    "detainee inmate captive recruit applicant visitor pilgrim commuter rider driver dweller settler farmer shepherd "
    "councillor councilor mayor minister ambassador diplomat scientist astronaut "
    "traveler traveller finalist winner".split()
)
WHOLES = PERSONS | frozenset(
    "building vehicle item animal object piece medal vote vessel aircraft structure property instrument artifact "
    "artefact weapon crop beast prize award work site country game match seat ship boat car house home "
    "painting picture photograph sculpture drawing book film play song poem school shop store hotel church farm bridge "
    "tower tram bus train truck lorry plane windmill dog horse cow goat pig hen bird tree coin bell clock letter "
    "machine wagon barge ferry canoe bicycle bed room flat village town island club team mill well statue".split()
)
"""Nouns that name a whole whose kinds can be listed after a comma ("12 people, seven men and four women")."""


class Sum(Struct, frozen=True):
    """A total, the figures of its parts, and how many parts are told without a figure ("a child")."""

    total: Quantity
    parts: tuple[Quantity, ...]
    singles: int = 0

    @property
    def low(self) -> Fraction:
        """The least that the parts can add up to."""
        return sum((part.low for part in self.parts), Fraction(self.singles))

    @property
    def high(self) -> Fraction | None:
        """The most that they can, None where nothing bounds it."""
        highs = [part.high for part in self.parts]
        bounded = [high for high in highs if high is not None]
        return sum(bounded, Fraction(self.singles)) if len(bounded) == len(highs) else None

    @property
    def value(self) -> Fraction:
        """What the parts, as they are written, add up to."""
        return sum((part.value for part in self.parts), Fraction(self.singles))


def is_sound(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether all are figures of things that can add up: none a range, none larger than the total by far."""
    if total.ends or any(part.ends for part in parts) or total.value < 3 or total.kind == "duration":
        return False
    return all(part.value < total.value for part in parts)


REACH = 400
"""Code points before the first part in which the total is looked for."""


def total_before(block: Figured, place: int) -> Quantity | None:
    """The nearest count of persons or things before a place of a figured text."""
    index = bisect_right(block.signs, place - 1)
    for sign, each in zip(reversed(block.signs[:index]), reversed(block.quantities[:index]), strict=True):
        if place - sign > REACH:
            return None
        if each.kind == "count" and each.head in WHOLES and is_plural(each.of.split()[-1].lower() if each.of else ""):
            return each
    return None
