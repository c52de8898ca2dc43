"""The notation of the forms of time expressions: patterns over kinds of tokens, not over letters.

`<unit>` stands for one token of the kind `unit`, `<day|nth>` for one of either kind, `{m:month}` for one that the
resolver finds under the name `m`, and `{n:COUNT}` for what a fragment of that name matches. Everything else is a
regular expression; white space does not count. A sentence becomes a string with one character for each token, so that
a form costs microseconds whatever the words are. (The idea is that of TokensRegex: Chang and Manning, 2014.)
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct

from linter.annotation.model import Anchoring, TimeProblem, TimeRole, TimeType
from linter.annotation.times.memory import NOTHING, Memory
from linter.annotation.times.tense import Direction, direction
from linter.annotation.times.words import CODES, Token
from linter.core.calendar import FigureOrder
from linter.core.pattern import lazy_pattern

PLACE = lazy_pattern(r"<(?P<kinds>[^>=!]+)>|\{(?P<name>\w+):(?P<named>[^}]+)\}")


class Found(Struct, frozen=True):
    """A form met in a sentence: its tokens, those of its named groups, and what is known about the moment of writing.

    `before` and `after` are the tokens beside it, None at the edges of the sentence; `text` is the sentence, `memory`
    the dates that stand before, `order` that of the article's dates in figures, None where nothing tells.
    """

    tokens: tuple[Token, ...]
    groups: Mapping[str, tuple[Token, ...]]
    base: datetime.date | None
    text: str
    before: Token | None = None
    after: Token | None = None
    memory: Memory = NOTHING
    order: FigureOrder | None = None

    @property
    def direction(self) -> Direction:
        """Which way the verb near the expression points."""
        return direction(self.text, self.tokens[0].start, self.tokens[-1].end)

    def word(self, name: str) -> str:
        """The words of a group, joined by spaces; "" where it is not there."""
        return " ".join(token.word for token in self.groups.get(name, ()))


class Reading(Struct, frozen=True):
    """What a time expression means; the fields are those of `TimeMention`."""

    type: TimeType
    value: str
    anchoring: Anchoring
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    modifier: str = ""
    role: TimeRole = ""
    weekday: int | None = None
    problem: TimeProblem = ""


class Form(Struct, frozen=True, dict=True):
    """A form of time expressions: its pattern in the notation, and the function that reads it.

    The function gives None for what only looks like the form.
    """

    pattern: str
    read: Callable[[Found], Reading | None]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as an expression over kind characters."""
        return lazy_pattern(translate(self.pattern))


def translate(pattern: str, fragments: Mapping[str, str] | None = None) -> str:
    """The regular expression over kind characters that a pattern in the notation stands for."""

    def place(found: re.Match[str]) -> str:
        if found["kinds"]:
            return _class(found["kinds"])
        inner = found["named"]
        known = FRAGMENTS if fragments is None else fragments
        return f"(?P<{found['name']}>{translate(known[inner], known) if inner in known else _class(inner)})"

    return re.sub(r"\s+", "", PLACE.sub(place, pattern))


def _class(kinds: str) -> str:
    return "[" + "".join(CODES[kind] for kind in kinds.split("|")) + "]"


FRAGMENTS: Mapping[str, str] = {
    "COUNT": (
        "(?:<a>?<few><of>?|<day|integer|year>(?:<day><slash><day>)?|"
        "<number|day><hyphen>?<and>?<hyphen>?<a><hyphen>?<half>|<number|a|no>(?:<hyphen>?<and>?<number>)*|<another>)"
        "(?:<or|to|hyphen><number|day|few|more>)?"
    ),
    "WHOLE": "(?:<day|integer|a>|<number>(?:<hyphen><number>)?)",
    "ABOUT": "(?:<about>|<more><than>|<at><least|most>|<up|end><to>|<no><more><than>|<not><more><than>)",
    "FOREIGN": "<day|nth><unknown>?<unknown><unknown>?<year>",
    "FROM_NOW": "<from><now>",
    "YEAR_WORDS": "<number><number>(?:<hyphen>?<number>)?",
    "AGE": "<day|integer|number>(?:<hyphen>?<number>)?",
    "FEAST": (
        "(?:<feast>(?:<eve|unit|weekday>)?|<feast-word><feast-word>?<apostrophe-s>?<unit|weekday>|"
        "<new><unit>(?:<apostrophe-s>?<eve|unit>)?|<month><unit>)"
    ),
}
"""Patterns that forms name in groups."""
