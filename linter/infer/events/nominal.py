"""Acts that a noun tells: "the opening of the line is set for 3 May"."""

from __future__ import annotations

import re

from msgspec import Struct

from linter.core.pattern import lazy_pattern
from linter.facts.names import key_of
from linter.infer.stems import stem, stems

NOMINAL = {
    "opening": "open", "start": "begin", "beginning": "begin", "launch": "launch", "inauguration": "inaugurate",
    "closure": "close", "closing": "close", "signing": "sign", "completion": "complete", "collapse": "collapse",
    "demolition": "demolish", "founding": "found", "ratification": "ratify", "unveiling": "unveil", "death": "die",
}  # fmt: skip
"""Nouns for acts, with their verbs."""

NOMINAL_OF = lazy_pattern(
    rf"\b(?P<noun>{'|'.join(NOMINAL)}) of (?P<thing>(?:the|its|their) (?:[\w'-]+ ){{0,5}}?[\w'-]+|"
    r"(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}))(?=,? (?:is|was|will|has|had|took|takes|on|for|in)\b|,)",
    re.IGNORECASE,
)
"""Such a noun with what the act is of."""


HAPPENINGS = {
    "fire": "burn", "blaze": "burn", "explosion": "explode", "blast": "explode", "earthquake": "quake",
    "quake": "quake", "sinking": "sink", "derailment": "derail", "collision": "collide",
}  # fmt: skip
"""Nouns for what happens, with the verb that tells the same: "the fire of 5 March"."""

HAPPENED = lazy_pattern(
    rf"\b(?:{'|'.join(HAPPENINGS)}) (?:aboard|at|between|in|near|of|off|on) [^,;:]{{2,70}} (?:in|on) $", re.IGNORECASE
)
"""Such a noun with where it was, right before a date."""


def is_told_right_before(before: str) -> bool:
    """Whether what happened is told by a noun before a date, so that the verb behind it tells of something else.

    So in "a film about the explosion in the mine on 26 August 1982 will be shown".
    """
    return HAPPENED.search(before) is not None


class Nominal(Struct, frozen=True):
    """An act that a noun tells: the stem of its verb, those of the thing that it is of, and the key of whoever died."""

    act: str
    thing: frozenset[str]
    whose: str = ""


def told_by_noun(before: str, *, alone: bool) -> Nominal | None:
    """The act that a noun before a date tells, right before it or, where no verb does (`alone`), anywhere."""
    found = NOMINAL_OF.search(before)
    if found is None or not (alone or before[found.end() :] in (" on ", " in ")):
        return None
    noun, thing = found["noun"].casefold(), found["thing"]
    named = noun == "death" and " " in thing and thing.istitle()
    return Nominal(stem(NOMINAL[noun]), frozenset(stems(thing)), key_of(thing) if named else "")
