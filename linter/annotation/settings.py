"""What a newsroom tells the annotators and the checks of its articles: its conventions, and the words it allows."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from linter.core.calendar import FigureOrder

DecimalMark = Literal[".", ","]
"""The mark before the decimals of a figure; the other one then parts thousands."""


class Settings(Struct, frozen=True):
    """The conventions and the vocabulary of a house.

    `date_order` is how dates in figures are read where both readings are days, None to go by the article's other dates.
    `decimal_mark` is the mark before decimals. `names` are spellings and short forms of names that need no explanation,
    `acronyms` short forms that readers know, `phrases` words that may stand although a rule reports them.
    """

    date_order: FigureOrder | None = None
    decimal_mark: DecimalMark = "."
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


NO_SETTINGS = Settings()
"""What holds where nobody has said anything."""
